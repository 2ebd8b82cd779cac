"""Whether a service that a clause names stands for a code of its own, or only tells more of another one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from assistant.checking.marking.marks import Mark
from assistant.reading.services import CANDIDATES, ServiceMention
from assistant.rules.code_sets import LEVELS


def all_codes_of(service: ServiceMention) -> frozenset[str]:
    """The codes a name may stand for; "management" alone may be that of any technique."""
    return (
        codes_of_kind(service.bare) if service.bare else frozenset(candidate.code for candidate in service.candidates)
    )


@cache
def codes_of_kind(bare: str) -> frozenset[str]:
    """Every code that a bare "delivery", "management" or "physics" may be, of whatever technique and date."""
    return frozenset(
        candidate.code
        for name, candidates in CANDIDATES.items()
        if name.endswith(bare)
        or (bare == "delivery" and name.startswith("level"))
        or (bare == "physics" and name == "weekly physics")
        for candidate in candidates
    )


def names_its_code(marks: Sequence[Mark], at: int) -> bool:
    """Whether the code nearest to a service's name is one of that name."""
    codes = [i for i, mark in enumerate(marks) if mark.kind == "CODE"]
    before = [i for i in codes if i < at]
    after = [i for i in codes if i > at]
    nearest = before[-1:] + after[:1]
    return any(
        marks[i].value in all_codes_of(marks[at].value)
        for i in (nearest if len(codes) < 3 else before[-1:] or after[:1])
    )


def is_a_technique(marks: Sequence[Mark], at: int) -> bool:
    """ "77407 fits a single-isocenter IMRT plan": beside a level and its isocenters the plan tells the technique."""
    levels = any(mark.kind == "CODE" and mark.value in LEVELS for mark in marks)
    told = any(mark.kind == "FACT" and mark.value[0] == "isocenters" for mark in marks)
    return levels and told and marks[at].value.name in ("IMRT plan", "3-D plan")


def is_a_purpose(marks: Sequence[Mark], at: int) -> bool:
    """ "Ultrasound guidance for superficial treatment = 77439": what the named service is for has no code here."""
    before = marks[max(0, at - 2) : at]
    led = len(before) == 2 and before[0].kind == "SERVICE" and before[1].said in ("for", "of", "in", "during")
    return led and names_its_code(marks, at - 2)
