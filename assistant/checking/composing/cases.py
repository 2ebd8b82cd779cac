"""Phrases that count nothing: an isocenter shared, motion managed or not, energies compared, "never alone"."""

from __future__ import annotations

from dataclasses import replace

from assistant.checking.composing.sets import join
from assistant.checking.marking.marks import Mark


def shared_isocenter(marks: list[Mark]) -> list[Mark]:
    """ "All the fields share one isocenter": counts no field."""
    found = list(marks)
    for at, mark in enumerate(marks):
        near = marks[at + 1 : at + 4]
        if mark.kind == "FREQ" and mark.said.startswith("all") and any(_is_isocenters(one) for one in near):
            found[at] = replace(mark, kind="WORD")
    return found


def unless(marks: list[Mark]) -> list[Mark]:
    """ "77407 unless motion is managed": for sessions without it."""
    for at, mark in enumerate(marks):
        ahead = [i for i in range(at + 1, min(at + 4, len(marks))) if marks[i].kind == "FACT"]
        if mark.said not in UNLESS or not ahead or marks[ahead[0]].value != ("motion_management", True):
            continue
        end = ahead[0] + 1
        while end < len(marks) and marks[end].kind in ("WORD", "DO", "LINK", "DATE"):
            end += 1
        if end == len(marks) or marks[end].kind == "PUNCT":
            joined = join("FACT", ("motion_management", False), marks[at:end])
            return [*marks[:at], joined, *marks[end:]]
    return marks


UNLESS = frozenset({"unless", "except when", "except with", "except if"})


def energies_compared(marks: list[Mark]) -> list[Mark]:
    """ "70 kV is below 150 kV": the energy of the case, where the comparison is right."""
    for at in range(len(marks) - 2):
        first, being, second = marks[at : at + 3]
        if first.kind == second.kind == "EXTENT" and being.said in ("is", "lies") and first.value.single:
            told, limit = first.value.low, second.value
            below = limit.low < told or (limit.low == told and limit.low_within)
            above = limit.high is None or told < limit.high or (told == limit.high and limit.high_within)
            if below and above and not limit.single:
                return [*marks[:at], join("EXTENT", first.value, [first, being, second]), *marks[at + 3 :]]
    return marks


def _is_isocenters(mark: Mark) -> bool:
    return mark.kind == "FACT" and mark.value[0] == "isocenters"


def never_alone(marks: list[Mark]) -> list[Mark]:
    """ "Never reported by itself", "not billed alone": what an add-on code is."""
    for at, mark in enumerate(marks):
        rest = marks[at + 1 :]
        verbs = [one for one in rest if one.kind not in ("WORD", "OK")][:2]
        alone = mark.kind == "NEG" and len(verbs) == 2 and verbs[0].kind == "DO" and verbs[1].said in ALONE
        if not alone:
            continue
        end = at + 2 + rest.index(verbs[1])
        if end == len(marks) or marks[end].kind == "PUNCT":
            return [*marks[:at], join("ADD_ON", "", marks[at:end]), *marks[end:]]
    return marks


def such_as(marks: list[Mark]) -> list[Mark]:
    """ "A modifier such as 59 or XS": the modifiers, named."""
    found = list(marks)
    for at in range(len(marks) - 3):
        first, such, by = marks[at : at + 3]
        named = marks[at + 3]
        bare = named.kind == "NUM" and named.value in (25, 26, 59, 76, 77) and named.noun is None
        if first.kind == "ANY_MODIFIER" and [such.said, by.said] == ["such", "as"] and (bare or named.kind == "MOD"):
            found[at] = replace(first, kind="MODIFIER_WORD")
            found[at + 2] = replace(by, kind="WORD")
            found[at + 3] = Mark("MOD", str(named.value), named.start, named.end, named.said)
    return found


ALONE = frozenset({"by itself", "alone", "by themselves", "standalone", "stand-alone"})
