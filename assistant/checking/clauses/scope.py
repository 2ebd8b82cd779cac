"""What a "not" denies, what a fact narrows, and which codes a clause is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from assistant.checking.clauses.agents import is_agent, is_label, is_paid
from assistant.checking.clauses.names_of_codes import all_codes_of, is_a_purpose, is_a_technique, names_its_code
from assistant.checking.marking.marks import Mark
from assistant.rules.biller import HOSPITAL, OWN_BILL
from assistant.rules.code_sets import LEVELS
from assistant.rules.technique import DELIVERY
from assistant.scenario import Period

NO_FACTS = frozenset("CODE PUNCT ARTICLE AND NUM UNITS FREQ MOD".split())  # most marks of most clauses
LIMITS = frozenset({"MUE", "MUE_WORD", "AT_MOST"})
DIMENSIONS = {"2d": "2d", "2-d": "2d", "two-dimensional": "2d"}
LAST_EVIDENCE = date(2099, 12, 31)


def subject_codes(
    marks: Sequence[Mark], told: Mapping[str, Any], today: date, inherited: tuple[str, ...] = ()
) -> list[tuple[int, tuple[str, ...]]]:
    """The codes a clause names, with their positions; a service beside its own code is only a name for it.

    `told` are the facts of the case, `inherited` the codes an "it" means: a bare "management" names one of these.
    """
    named = [mark.value for mark in marks if mark.kind == "CODE"]
    dos, setting, technique = told.get("dos"), told.get("setting"), told.get("technique")
    found: list[tuple[int, tuple[str, ...]]] = []
    for at, mark in enumerate(marks):
        if mark.kind == "CODE":
            found.append((at, (mark.value,)))
        elif mark.kind == "SERVICE" and not (all_codes_of(mark.value) & set(named) and names_its_code(marks, at)):
            if mark.value.bare and not named and all_codes_of(mark.value) & set(inherited):
                continue
            if is_a_purpose(marks, at) or is_a_technique(marks, at):
                continue
            levels = (
                "level" in mark.said.split()[-1] and technique in DELIVERY
            )  # "the delivery levels": of no such course
            codes = mark.value.of(None if levels else technique).codes(dos, setting, today)
            spoken_of = tuple(code for code in codes if code in inherited)
            if len(codes) > 1 and len(spoken_of) == 1 and at and marks[at - 1].said in DEFINITE:
                codes = spoken_of  # "77290 is bundled ..., so the simulation is not billed"
            if codes:
                found.append((at, codes))
    return found


DEFINITE = frozenset("the this that your".split())


@dataclass(frozen=True, slots=True)
class Told:
    """Facts a clause states, as alternatives that all have to hold ("Medicare and UHC")."""

    conditions: tuple[dict[str, Any], ...]
    problem: str = ""


def told(marks: Sequence[Mark], inherited: dict[str, Any], today: date, *, dates_are_objects: bool = False) -> Told:
    """The facts among the marks, over those inherited from the sentence."""
    base = dict(inherited)
    payers: list[str] = []
    settings: list[str] = []
    periods: list[Period] = []
    systems = False
    techniques: list[str] = []
    lengths: list[int] = []
    for at, mark in enumerate(marks):
        if mark.kind in NO_FACTS:
            continue
        if mark.kind == "PAYER":
            payers.append(mark.value)
        elif mark.kind == "SETTING" and mark.value:
            if is_agent(marks, at) or is_label(marks, at):
                base["biller"] = "facility" if mark.value in OWN_BILL else base.get("biller")
            if mark.said in ("opps", "hopps") or (mark.value in OWN_BILL and is_paid(marks, at)):
                base["biller"] = "facility"
            settings.append(mark.value)
        elif (mark.kind == "NAME" and str(mark.value).startswith("ub")) or mark.said == "ub" or mark.value == "ub":
            if any(one.kind == "BILLER" and one.value == "professional" for one in marks):
                return Told((), "two billers")  # "the physician bills it on the UB"
            base["biller"] = "facility"
            settings.append("hospital_outpatient")
        elif mark.kind == "NAME" and "1500" in str(mark.value):
            if any(one.kind == "SETTING" and is_agent(marks, i) for i, one in enumerate(marks)):
                return Told((), "two billers")  # "the hospital reports it on the CMS-1500"
            base["biller"] = "professional"
        elif mark.kind == "ON_BILL":
            if base.get("biller", mark.value) != mark.value and base.get("biller") != inherited.get("biller"):
                return Told((), "two billers")
            base["biller"] = mark.value
            if mark.value == "facility":
                settings.append("hospital_outpatient")
        elif mark.value == "practitioner" and any(one.kind in LIMITS for one in marks[at + 1 : at + 2]):
            base["biller"] = "professional"  # "the practitioner limit"
        elif mark.kind in ("PROFESSIONAL", "TECHNICAL") and _on_a_side(marks, at):
            base["biller"] = "professional" if mark.kind == "PROFESSIONAL" else "facility"
        elif mark.kind == "EVERYWHERE":
            settings += ["freestanding", "hospital_outpatient"]
        elif mark.kind == "NAME" and mark.said in DIMENSIONS and any(one.value in LEVELS for one in marks):
            techniques.append(DIMENSIONS[mark.said])
        elif mark.kind == "SYSTEM":
            systems = True
            payers += ["medicare"] if mark.value == "medicare" else []
        elif mark.kind == "BILLER" and (
            is_agent(marks, at) or is_label(marks, at) or is_paid(marks, at) or _whose_limit(marks, at)
        ):
            base["biller"] = mark.value
        elif mark.kind == "FRACTIONS" and _behind_the_first(marks, at):
            continue
        elif mark.kind == "FRACTIONS":
            if base.get("fractions", mark.value) != mark.value and base.get("fractions") != inherited.get("fractions"):
                return Told((), "two numbers of fractions")
            base["fractions"] = mark.value
        elif mark.kind == "SHORT":
            if lengths or (at and marks[at - 1].kind == "NEG"):
                return Told((), "two lengths of a course" if lengths else "not shorter")
            lengths = list(range(1, mark.value))
        elif mark.kind == "SCHEDULE":
            base["schedule"] = mark.value
        elif mark.kind == "FACT":
            if mark.value[0] == "technique":
                techniques.append(mark.value[1])
            elif _of_a_denied_list(marks, at):
                continue
            else:
                base[mark.value[0]] = mark.value[1]
        elif mark.kind == "NOW":
            periods.append(Period(today, today))
        elif mark.kind == "THEN":
            before = inherited.get("dos")
            if before is not None and mark.said not in ("after", "since", "onward"):
                periods.append(Period(before.end + timedelta(days=1), date.max) if before.end < date.max else before)
            elif before is not None and before.end < LAST_EVIDENCE and _stands_alone(marks, at):
                periods.append(Period(before.end + timedelta(days=1), date.max))
        elif mark.kind == "DATE" and not dates_are_objects:
            if mark.value.period is None:
                return Told((), "a date that cannot be")
            periods.append(mark.value.period)
    if len(set(periods)) > 1:
        return Told((), "two dates")
    if periods:
        base["dos"] = bounded(periods[0], today)
    packaged = any(mark.kind == "BUNDLED" and mark.said.startswith("packag") for mark in marks)
    hospital = bool(settings) and all(one in HOSPITAL for one in settings)
    named = any(mark.kind == "BILLER" for mark in marks)
    if packaged and hospital and not named and base.get("biller") == inherited.get("biller"):
        base["biller"] = "facility"  # only a hospital's own bill has packaged lines
    if base.get("biller") is None:
        base.pop("biller", None)
    options = [base]
    if lengths:
        if base.get("fractions") != inherited.get("fractions"):
            return Told((), "two numbers of fractions")
        options = [{**base, "fractions": length} for length in lengths]
    if techniques:
        options = [{**option, "technique": technique} for option in options for technique in dict.fromkeys(techniques)]
    if payers:
        options = [{**option, "payer": payer} for option in options for payer in dict.fromkeys(payers)]
    if systems and not settings:
        settings = ["freestanding"]  # the physician fee schedule as it pays the whole service
    if settings:
        options = [{**option, "setting": setting} for option in options for setting in dict.fromkeys(settings)]
    return Told(tuple(options))


def _behind_the_first(marks: Sequence[Mark], at: int) -> bool:
    """ "three left over after the first five": of the course's sets, no course of five."""
    before = [mark.said for mark in marks[max(0, at - 2) : at] if mark.said != "the"]
    return marks[at].said.startswith("first") and before[-1:] in (["after"], ["beyond"], ["past"], ["behind"])


def _whose_limit(marks: Sequence[Mark], at: int) -> bool:
    """ "The MUE is 1 for the physician", "for the physician, the MUE is 1": whose table the limit stands in."""
    before = [mark.said for mark in marks[max(0, at - 2) : at] if mark.said != "the"]
    return before[-1:] == ["for"] and any(mark.kind in LIMITS for mark in marks)


def _on_a_side(marks: Sequence[Mark], at: int) -> bool:
    """ "on the pro side you append 26": whose bill it is about."""
    before = [mark.said for mark in marks[max(0, at - 2) : at] if mark.said != "the"]
    return marks[at].said.endswith("side") and before[-1:] == ["on"]


def _of_a_denied_list(marks: Sequence[Mark], at: int) -> bool:
    """The breath-hold of "no gating or breath-hold"."""
    before = marks[max(0, at - 2) : at]
    listed = len(before) == 2 and before[1].said == "or" and before[0].kind == "FACT"
    return listed and before[0].value == ("motion_management", False)


def _stands_alone(marks: Sequence[Mark], at: int) -> bool:
    return at + 1 >= len(marks) or marks[at + 1].kind in ("PUNCT", "AND", "WORD")


def bounded(period: Period, today: date) -> Period:
    """Open ends closed for the rules: "before 2026" is judged over its last year, "from 2026" up to today."""
    start = period.start if period.start > date.min else date(max(period.end.year, 2), 1, 1)
    end = period.end if period.end < LAST_EVIDENCE else max(start, today)
    return Period(start, max(start, end))
