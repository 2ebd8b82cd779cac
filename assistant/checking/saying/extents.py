"""Codes that an extent chooses: "at 100 kV you report 77437", "77771 is for 2 to 12 channels"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from assistant.checking.advice import Advice
from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.checking.judging.extents import by_extent
from assistant.reading.extents import Extent


def at_extents(c: ClauseReading) -> None:
    """Each energy with its code: one code has them all, several have one each, in their order."""
    places = c.at("EXTENT")
    codes = [code for code in c.codes if by_extent(code)]
    if not places or not codes or (not c.named and len(c.codes) > 1):
        return
    if c.denied.codes and len(places) == 1:
        _denied(c, places[0], codes)
        return
    if len(codes) > 1 and len(codes) != len(places):
        return
    for at, code in zip(places, codes if len(codes) > 1 else codes * len(places), strict=True):
        told = c.marks[at].value
        only = [i for i in (at - 1, at - 2) if i >= 0 and c.marks[i].kind == "ONLY" and not told.single]
        c.say("component", ("extent", told), at, *only, codes=(code,), polarity=c.polarity(at))


def _denied(c: ClauseReading, at: int, codes: list[str]) -> None:
    """ "At 200 kV use 77438, not 77437": one code is said of the energy, the other one denied."""
    not_these = {code for place, named in c.subjects if place in c.denied.codes for code in named}
    if c.verb_denied() or c.denied.objects or not not_these <= set(codes):
        return
    for code in codes:
        c.say("component", ("extent", c.marks[at].value), at, codes=(code,), polarity=code not in not_these)
    c.denied.codes.clear()


def with_the_extent_asked(advice: Iterable[Advice], asked: tuple[Extent, ...]) -> tuple[Advice, ...]:
    """A code chosen for a case whose energy the question told must serve that energy."""
    said = tuple(advice)
    if len(asked) != 1:
        return said
    chosen = {code for one in said if one.polarity and _chooses(one) for code in one.codes if by_extent(code)}
    told = any(isinstance(one.value, tuple) and one.value[0] == "extent" for one in said)
    named = any(isinstance(one.value, tuple) and one.value[0] == "for" for one in said)  # "for delivery the 8 channels"
    if len(chosen) != 1 or (told and not named):
        return said
    first = next(one for one in said if chosen & set(one.codes))
    code = next(iter(chosen))
    energy = replace(first, kind="component", codes=(code,), value=("extent", asked[0]), required=False)
    said = tuple(replace(one, measured=True) if code in one.codes else one for one in said)
    return (*said, replace(energy, inherited=("energy: question",)))


def _chooses(one: Advice) -> bool:
    if one.kind in ("units", "frequency"):
        return True
    kind = one.value[0] if isinstance(one.value, tuple) else one.value
    return kind in ("billable", "payable", "asked", "for", "replaced_by", "instead_of", "valid")
