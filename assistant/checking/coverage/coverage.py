"""Default deny: which words of a clause nothing has claimed, though they could matter."""

# ruff: noqa: E501 - patterns and lists of phrases: one thought, one line
from __future__ import annotations

from collections.abc import Iterator

from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.checking.coverage.adds_nothing import (
    in_both,
    of_both,
    of_each_named,
    one_of_two,
    tells_technique,
    told_of_a_session,
)
from assistant.checking.coverage.conditions import unread_conditions
from assistant.checking.coverage.describing import misdescribed
from assistant.checking.coverage.examining import examined_at_each
from assistant.checking.coverage.left_open import left_open
from assistant.checking.coverage.miscounted import miscounted
from assistant.checking.coverage.ranked import by_images, levels_mixed, unranked
from assistant.checking.coverage.swapped import swapped
from assistant.checking.coverage.techniques import technique_left_open
from assistant.checking.coverage.telling_apart import untold
from assistant.checking.coverage.told_in_question import against_the_question
from assistant.checking.coverage.weighing import weighed
from assistant.checking.coverage.whose_bill import on_whose_bill
from assistant.checking.marking.marks import Mark
from assistant.reading.services import CANDIDATES
from assistant.rules.modifiers import DISTINCT
from assistant.rules.technique import DELIVERY

NEUTRAL = frozenset(
    """WORD ARTICLE THING LINK PRONOUN AND BUT BECAUSE IF ROLE NAME SITE COMPONENT MODIFIER_WORD PUNCT DATE PAYER SETTING BILLER FACT FRACTIONS
    SCHEDULE DURATION NOW EVERYWHERE SERVICE SPAN TOTAL SYSTEM SEE END_OF SHORT""".split()
)


CARRIED = frozenset(
    {"DENIED", "TAKE_OFF", "DO", "ON_BILL", "APPEND", "OK", "NEED", "PAY", "SEPARATE"}
)  # verbs, spent on whatever the clause advises

MONEY = frozenset({"PAY", "SEPARATE"})
FIGURES = frozenset({"status", "pc_tc", "apc", "mue", "global_days", "valid", "named"})


def _only_figures(reading: ClauseReading) -> bool:
    """ "Status B means that it is paid with the visit", "paid as an active code": what is said of payment is not read."""
    values = [one.value if isinstance(one.value, tuple) else (one.value,) for one in reading.advice]
    return all(value[0] in FIGURES for value in values)


def unclaimed(reading: ClauseReading) -> Iterator[str]:
    carried = bool(reading.advice)
    for at, mark in enumerate(reading.marks):
        if mark.kind in ("DENIED", "TAKE_OFF") and at in reading.denied.loose:
            yield mark.said  # "not denied", "don't leave off"
            continue
        if at in reading.claimed or (mark.kind in NEUTRAL and not _odd(reading.marks, at)):
            continue
        if mark.kind in CARRIED and carried and not (mark.kind in MONEY and _only_figures(reading)):
            continue
        if mark.kind in ("NEG", "WITHOUT") and carried and at not in reading.denied.loose:
            continue
        if mark.kind == "PAIR" and at not in reading.denied.objects:
            continue  # "the edits of October": a noun, unless it is said that there is none
        if mark.kind == "CODE" and any(mark.value in advice.codes for advice in reading.advice):
            continue
        if mark.kind in ("SAYS", "SETS") and carried and not _says_doubtfully(reading, at):
            continue
        if mark.said == "had been" and any(one.said in ("would", "could") for one in reading.marks):
            continue  # "if only 22 fractions had been given, four units would be billed"
        if mark.kind == "PAST" and (
            _in_the_past(reading)
            or any(one.kind == "validity" and isinstance(one.value, tuple) for one in reading.advice)
        ):
            continue
        if mark.kind == "EVERY" and mark.said == "each" and reading.has("PER_DATE") and carried:
            continue
        if mark.kind == "EVERY" and mark.said in ("all", "each") and len(reading.at("CODE")) > 1 and carried:
            continue
        if (
            mark.kind == "EVERY"
            and reading.marks[at + 1 : at + 2]
            and reading.marks[at + 1].kind == "CODE"
            and reading.has("FREQ")
        ):
            continue
        if (
            mark.kind == "DOUBT"
            and mark.said.startswith("depend")
            and carried
            and any(len(one.codes) > 1 or one.kind == "validity" for one in reading.advice)
        ):
            continue
        if mark.kind == "REGARDLESS" and mark.said == "whether" and (reading.has("DOUBT") or in_both(reading, at)):
            continue
        if (
            mark.kind == "TURN"
            and mark.said == "either"
            and (reading.has("NOT_BOTH") or _last_of_a_denial(reading, at))
        ):
            continue
        if (
            mark.kind == "SAME"
            and not mark.said.startswith("so ")
            and at + 1 < len(reading.marks)
            and reading.marks[at + 1].kind in SHARED
            and not any(one.kind == "modifier" and one.value in DISTINCT and one.polarity for one in reading.advice)
        ):
            continue  # "the same tumor", never "the same modifier"
        if (
            mark.kind == "TOGETHER"
            and mark.said in ("both", "both codes")
            and len(reading.codes) == 2
            and carried
            and not any(one.kind in ("CODE", "TECHNICAL", "PROFESSIONAL", "PAY") for one in reading.marks[at + 1 :])
            and all(one.kind == "validity" for one in reading.advice)
        ):
            continue  # "both codes went away"
        if mark.kind == "TOGETHER" and mark.said.endswith("session") and told_of_a_session(reading):
            continue  # "photons and electrons in the same session"
        if mark.kind == "TURN" and mark.said == "either" and one_of_two(reading.marks, at) and carried:
            continue
        if (
            mark.kind == "ONLY"
            and mark.said in ("alone", "only", "exclusively")
            and at
            and tells_technique(reading.marks[at - 1])
        ):
            continue  # "electrons only"
        if mark.kind == "TOGETHER" and mark.said == "both" and _both_parts(reading.marks, at):
            continue
        if mark.kind == "COUNTED" and (mark.value is None or any(one.kind != "component" for one in reading.advice)):
            continue
        if (
            of_both(reading, at)
            or of_each_named(reading, at)
            or (mark.kind == "EACH_OF" and carried and len(reading.codes) > 1)
        ):
            continue
        if mark.kind == "ANY" and (reading.has("NEG", "WITHOUT")):
            continue
        if mark.kind == "ONLY" and at + 1 < len(reading.marks) and _measured(reading.marks, at + 1):
            continue
        if (
            mark.kind == "ONLY"
            and carried
            and mark.said.startswith(("not more", "no more", "never more", "and no more"))
        ):
            continue
        if mark.kind == "ASK" and carried and mark.said != "why":  # "..., which is why"
            continue
        if mark.kind == "UNIT" and any(advice.kind in ("units", "frequency") for advice in reading.advice):
            continue
        if mark.kind == "THEN" and (mark.said not in ("since", "onward") or "dos" in reading.conditions[0]):
            continue
        if (
            mark.kind == "MORE"
            and mark.said == "over"
            and at + 1 < len(reading.marks)
            and any(one.kind in LASTING for one in reading.marks[at + 1 : at + 4])
        ):
            continue
        yield mark.said or str(mark.value)
    for look in LOOKS:
        yield from look(reading)
    for at, codes in reading.subjects:
        if (
            reading.marks[at].kind == "SERVICE"
            and at not in reading.claimed
            and not any(set(codes) & set(a.codes) for a in reading.advice)
        ):
            yield reading.marks[at].said


def _measured(marks: list[Mark], at: int) -> bool:
    """ "only two fractions", "you only have two left": how many there are, and no limit."""
    ahead = [mark for mark in marks[at : at + 2] if mark.kind not in ("LINK", "ARTICLE")]
    return bool(ahead) and ahead[0].kind in ("FRACTIONS", "LEFT", "LENGTH")


def _of_another_service(reading: ClauseReading) -> Iterator[str]:
    """ "77387 once per SBRT session": sessions of a service that this code is not of."""
    for at in reading.at("FREQ"):
        of = reading.marks[at].noun or ""
        codes = {one.code for name in (of, f"{of.upper()} management") for one in CANDIDATES.get(name, ())}
        codes |= set(DELIVERY[of]) if of in DELIVERY else set()
        if codes and not codes & set(reading.codes):
            yield reading.marks[at].said


def _other_course(reading: ClauseReading) -> Iterator[str]:
    """ "Delivery may be billed for five fractions" of a course of three: a count in disguise, where nothing else is."""
    told = reading.background.fractions
    if told is None:
        return
    of_each = (
        []
        if reading.has("NEED")
        else [
            mark
            for mark in reading.marks
            if mark.kind == "FREQ" and (mark.noun or "").isdigit() and mark.noun != str(told)
        ]
    )
    yield from (f"{mark.noun} of another course" for mark in of_each)
    if any(one.kind != "component" for one in reading.advice):
        return
    yield from (f"{mark.value} fractions" for mark in reading.marks if mark.kind == "FRACTIONS" and mark.value != told)


LOOKS = (
    misdescribed, left_open, on_whose_bill, swapped, miscounted, unranked, levels_mixed, untold, technique_left_open,
    _other_course, _of_another_service, weighed, against_the_question, unread_conditions, by_images,
    examined_at_each,
)  # fmt: skip
LASTING = frozenset({"FRACTIONS", "DURATION", "DATE", "DAYS"})
SHARED = frozenset("WORD THING FRACTIONS NUM SITE FACT".split())


def _last_of_a_denial(reading: ClauseReading, at: int) -> bool:
    """ "No 26 or TC is used either." """
    return reading.has("NEG") and all(mark.kind == "PUNCT" for mark in reading.marks[at + 1 :])


def _both_parts(marks: list[Mark], at: int) -> bool:
    """ "both a professional and a technical component", "both breasts"."""
    if any(mark.kind == "SITE" for mark in marks[at + 1 : at + 2]):
        return True
    return any(mark.kind in ("PROFESSIONAL", "TECHNICAL") for mark in marks[at + 1 : at + 3])


def _in_the_past(reading: ClauseReading) -> bool:
    """ "used to be" says nothing false where the clause names a time that is over."""
    dos = reading.conditions[0].get("dos")
    return dos is not None and dos.end < reading.background.today


def _says_doubtfully(reading: ClauseReading, at: int) -> bool:
    """Sets are a manner of counting only beside a count; a saying is one only when somebody in earnest says it."""
    if reading.marks[at].kind == "SETS":
        return not any(one.kind in ("units", "frequency") for one in reading.advice)
    return any(mark.kind in ("SOMEBODY", "HEARSAY") for mark in reading.marks)


AGENTS = frozenset(
    "facility facilitie physicist therapist dosimetrist nurse np pa practitioner assistant technician tech resident anesthesiologist surgeon neurosurgeon urologist dermatologist clearinghouse software vendor emr".split()
)


def _odd(marks: list[Mark], at: int) -> bool:
    """A neutral mark in a place where it matters: "6+", "physicists bill"."""
    mark = marks[at]
    if mark.kind == "DURATION":  # "over five weeks" is a time, "five weeks of 77427" a count
        before = marks[at - 1] if at else None
        following = {one.kind for one in marks[at + 1 : at + 4]}
        return not (before is not None and before.said in DURING) or bool({"CODE", "SERVICE"} & following)
    if mark.kind == "PUNCT":
        return (
            mark.value in "+*=/"
            and at > 0
            and marks[at - 1].kind in ("NUM", "UNITS", "CODE")
            and not _listing(marks, at)
        )
    if mark.kind == "WORD" and mark.value in (
        "payer",
        "payor",
        "insurer",
        "carrier",
        "plan",
        "hospital",
        "center",
        "clinic",
        "physician",
    ):
        return at > 0 and marks[at - 1].kind in ("NEG", "EVERY", "SOMEBODY", "ANY", "TURN")  # "no payer pays"
    if mark.kind == "WORD" and mark.value in AGENTS:
        after = [one for one in marks[at + 1 : at + 4] if one.kind not in ("OK", "WORD", "NEG", "NEED")]
        return bool(after) and after[0].kind in ("DO", "APPEND", "PAY", "LINK", "SEE")
    return False


DURING = frozenset("over in for within during across about lasting spanning after of the".split())


def _listing(marks: list[Mark], at: int) -> bool:
    after = marks[at + 1] if at + 1 < len(marks) else None
    return after is not None and (
        after.kind == marks[at - 1].kind == "CODE"
        or (marks[at].value == "=" and after.kind in ("NUM", "UNITS", "NONE", "FREQ", "ONCE"))
    )
