"""Words that add nothing to what a clause has told already: "in the same session", "either", "electrons only"."""

from __future__ import annotations

from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.checking.marking.marks import Mark


def told_of_a_session(reading: ClauseReading) -> bool:
    """ "In the same session" adds nothing to several isocenters or to electrons mixed with photons."""
    told = reading.conditions[0]
    levels = any(one.value in ("criteria", "billable") for one in reading.advice)
    return levels and (told.get("technique") == "mixed" or (told.get("isocenters") or 0) > 1)


def one_of_two(marks: list[Mark], at: int) -> bool:
    """ "either 77295 or 77301"."""
    kinds = [mark.said if mark.kind == "AND" else mark.kind for mark in marks[at + 1 : at + 4]]
    return kinds == ["CODE", "or", "CODE"]


def tells_technique(mark: Mark) -> bool:
    """ "Electrons only"."""
    return mark.kind == "FACT" and mark.value[0] == "technique"


def in_both(reading: ClauseReading, at: int) -> bool:
    """ "whether in a hospital or in an office": said of both places, and judged in both."""
    after = reading.marks[at + 1 :]
    places = [i for i, mark in enumerate(after) if mark.kind == "SETTING"]
    if len(places) != 2 or not {mark.kind for mark in after} <= BOTH_PLACES:
        return False
    return any(mark.said == "or" for mark in after[places[0] : places[1]]) and len(reading.conditions) > 1


BOTH_PLACES = frozenset("WORD ARTICLE PRONOUN SETTING AND THING LINK DO PUNCT".split())


OPENING = frozenset("WORD ARTICLE PUNCT DATE SETTING PAYER NOW SYSTEM AND".split())


def of_each_named(reading: ClauseReading, at: int) -> bool:
    """ "Each of these codes is billed once", "three units each of 77427 and 77336": of every code that is spoken of."""
    mark, after = reading.marks[at], reading.marks[at + 1 : at + 2]
    if mark.kind != "EVERY" or mark.said != "each of" or not after or reading.has("NEG", "RATHER", "EXCEPT", "NONE"):
        return False
    plain = bool(reading.advice) and all(
        one.kind != "pair" and one.polarity and set(one.codes) == set(reading.codes) for one in reading.advice
    )
    opens = all(one.kind in OPENING for one in reading.marks[:at])
    these = after[0].kind == "PRONOUN" or after[0].said in ("these", "those", "the")
    named = at > 0 and reading.marks[at - 1].kind in ("UNITS", "NUM") and after[0].kind == "CODE"
    return plain and len(reading.codes) > 1 and ((opens and these) or named)


def of_both(reading: ClauseReading, at: int) -> bool:
    """ "Both can be billed only once", "each of them is a once-per-course code": said of each code."""
    mark, after = reading.marks[at], reading.marks[at + 1 : at + 2]
    counted = bool(reading.advice) and all(one.kind in ("units", "frequency") for one in reading.advice)
    if at or not counted or len(reading.codes) < 2 or not after or reading.has("NEG", "RATHER"):
        return False
    both = (
        mark.kind == "TOGETHER"
        and mark.said in ("both", "both codes")
        and after[0].kind in ("OK", "DO", "LINK", "WORD", "HANGS_ON")
    )
    return both or (mark.kind == "EVERY" and mark.said == "each of" and after[0].kind == "PRONOUN")
