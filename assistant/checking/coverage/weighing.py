"""Plain words that say nothing of themselves and change what a clause says by the place they stand in.

"They share one date", "it follows the other code", "until five are given", "two of these", "leave money on the
table": next to advice each leaves the clause unread.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.checking.marking.marks import Mark

# One count or code told by another: nothing here says what the other one is.
LIKENED = frozenset(
    """share shares shared sharing match matches matched matching follows mirror mirrors borrows inherit tracks
    trails""".split()
)
RIGHTLY = frozenset("due owed earned supported correct right proper allowed needed required".split())
LIMITS = frozenset({"until", "till"})  # of a date, and of nothing else
EARNED_BY = frozenset(
    """saw seen see sees visit visits visited exam exams examined examination reviewed review reviews approved
    approval documented document documentation note notes order orders ordered signed signature wrote written
    present presence""".split()
)
DEEDS = EARNED_BY | frozenset("checked checks check came comes come treated treats attended met met saw".split())
MAKES = frozenset("make makes complete completes equal count counts".split())
SINGLE = frozenset({"device", "image", "angle", "calculation", "session", "simulation"})
PERMITS = frozenset("allow allows permit permits cover covers".split())
ALWAYS = frozenset("always still also even now generally usually normally".split())
RULING = frozenset(
    """policy policies manual manuals edit edits rule rules table tables contract contracts plan plans payer payers
    insurer
    insurers carrier carriers ncci schedule guideline guidelines they we you it which that who""".split()
)
RATES = frozenset({"fixed", "flat", "uniform"})
FILED = frozenset("submitted filed billed sent mailed received processed claim claimed".split())
LASTED = frozenset("took take takes ran runs lasted lasts spanned spans needed".split())
MOVED = frozenset("get gets got go goes went come came run ran make made reach reached add adds up".split())
PARTS = frozenset({"these", "those", "them", "which"})
COUNTED = frozenset({"NUM", "UNITS", "ONCE", "ORDINAL", "COUNTED"})


def weighed(reading: ClauseReading) -> Iterator[str]:
    """Words of a clause that advises something and that its advice does not carry."""
    for before, mark in pairwise(reading.facts):
        if mark.kind == "DURATION" and before.said in LASTED:
            yield mark.said or "weeks"  # "because it took six weeks": weeks of the calendar earn nothing
    subject = next((one for one in reading.marks if one.kind not in ("WORD", "ARTICLE", "PUNCT", "ANSWER")), None)
    if not reading.named and _is_a_technique(subject) and reading.has("PAY", "BUNDLED", "DENIED", "ENDED"):
        yield subject.said if subject else ""  # "IMRT is no longer paid": said of the technique and not of the code
    films = subject is not None and subject.said in ("film", "films") and not reading.named
    if subject and films and any(one.codes != ("77417",) for one in reading.advice):
        yield subject.said  # "films are paid apart": of the code of films, and of no other
    if reading.joint == "rather":  # "instead of the seven that are due": the count put aside is called the right one
        yield from (mark.said for mark in reading.marks if mark.said in RIGHTLY)
    by_calendar = "calendar" in reading.words and not reading.has("NEG", "RATHER", "REGARDLESS")
    for at, mark in enumerate(reading.marks):
        if mark.kind in COUNTED and any(one.said in DEEDS for one in reading.marks[:at]) and _times(mark):
            yield mark.said or "times"  # "the patient was seen five times": what was done, and no units
        if mark.kind == "LINK" and mark.said in MAKES and _a_week(reading.marks[at + 1 : at + 3]):
            yield mark.said  # "the last three fractions make a week"
        if mark.kind == "FREQ" and "for all" in mark.said and mark.value[1] in SINGLE:
            yield mark.said  # "once for all blocks": one for several, and not one for each
        if mark.kind == "SCHEDULE" and at and _bills(reading.marks[at - 1]) and not _told_twice(reading):
            yield mark.said  # "billed twice a day": how often, and not how the course is given
        if by_calendar and at not in reading.claimed and "calendar" in mark.said.split():
            yield mark.said  # "by the calendar week"
        if at == 1 and mark.kind == "TOGETHER" and reading.marks[0].kind == "WORD" and reading.has("LINK"):
            yield reading.marks[0].said  # "chemo the same day makes level 3": something else goes with it
        if mark.kind == "REGARDLESS" and at == 0 and mark.said == "whichever":
            yield mark.said  # "whichever is first pays"
        if mark.kind == "PAY" and mark.said in PERMITS and _permitted_by_a_thing(reading.marks, at):
            yield mark.said  # "the boost phase allows 77295"
        if mark.said in RATES and reading.has("PAY") and at not in reading.claimed:
            yield mark.said  # "paid at a fixed rate"
        if mark.kind == "REGARDLESS" and any(one.said in EARNED_BY for one in reading.marks[at:]):
            yield mark.said  # "regardless of whether the patient was examined": that is what earns it
        if mark.kind == "DURATION" and any(one.kind == "BECAUSE" for one in reading.marks[:at]):
            yield mark.said or "weeks"
        if mark.kind == "SAYS" and [one.said for one in reading.marks[at : at + 2]] == ["think", "of"]:
            yield mark.said  # "think of 77427": another code told as a likeness
        if mark.kind == "DATE" and reading.joint in ("because", "so") and _filed(reading.marks[max(0, at - 3) : at]):
            yield mark.said or "date"  # "as the claim is filed in 2026": the date of service decides
        if mark.kind == "TAKE_OFF" and any(one.kind in COUNTED for one in reading.marks[max(0, at - 2) : at + 3]):
            yield mark.said  # "take one off": how many less, not how many
        if mark.kind == "WORD" and _weighs(reading.marks, at) and at not in reading.claimed:
            yield mark.said


def _permitted_by_a_thing(marks: list[Mark], at: int) -> bool:
    before = [one for one in marks[:at] if one.kind not in ("ARTICLE", "OK", "NEG") and one.said not in ALWAYS]
    after = marks[at + 1 : at + 2]
    thing = bool(before) and before[-1].kind in ("WORD", "THING", "SITE", "FACT") and before[-1].said not in RULING
    return thing and bool(after) and after[0].kind in ("CODE", "SERVICE")


def _told_twice(reading: ClauseReading) -> bool:
    """ "Once a day when there is one session a day": how often it is billed, with the course it holds for."""
    return sum(mark.kind == "SCHEDULE" for mark in (*reading.marks, *reading.facts)) > 1


def _bills(mark: Mark) -> bool:
    return mark.kind in ("DO", "PAY", "CODE") or mark.said in ("it", "them", "counts", "count", "goes", "go")


def _a_week(after: list[Mark]) -> bool:
    return [mark.kind for mark in after] == ["ARTICLE", "THING"] and after[1].said == "week"


def _is_a_technique(mark: Mark | None) -> bool:
    return mark is not None and mark.kind == "FACT" and mark.value[0] == "technique"


def _times(mark: Mark) -> bool:
    return mark.noun in ("times", "time") or mark.kind in ("UNITS", "ONCE", "TWICE")


def _filed(before: list[Mark]) -> bool:
    return any(mark.said in FILED for mark in before)


def _weighs(marks: list[Mark], at: int) -> bool:
    said = marks[at].said
    after = marks[at + 1] if at + 1 < len(marks) else None
    if said in LIKENED:
        return after is None or after.kind != "FACT"  # "they share one isocenter"
    if said in LIMITS:
        return after is None or after.kind not in ("DATE", "WORD", "ARTICLE", "PAST")
    if said == "of":
        before = marks[at - 1] if at else None
        return before is not None and before.kind in COUNTED and after is not None and after.said in PARTS
    if said == "to":  # "the course never got to five": a length, no units
        moved = at > 0 and marks[at - 1].said in MOVED
        return moved and after is not None and after.kind in COUNTED and any(mark.kind == "NEG" for mark in marks[:at])
    if said == "table":
        return at > 1 and any(mark.said in ("money", "revenue", "dollars") for mark in marks[:at])
    return False


def tells_another_course(marks: list[Mark], fractions: int | None) -> bool:
    """ "The course has 25 fractions" of a course of 28, "two sessions are one fraction": no facts of the case."""
    told = {mark.value for mark in marks if mark.kind == "FRACTIONS"}
    return (fractions is not None and bool(told) and fractions not in told) or (fractions is None and len(told) > 1)
