"""What a "not" denies, what a fact narrows, and which codes a clause is about."""

# ruff: noqa: E501 - patterns and lists of phrases: one thought, one line
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from assistant.checking.clauses.agents import is_agent, is_label, is_paid
from assistant.checking.marking.marks import Mark
from assistant.reading.services import CANDIDATES, ServiceMention
from assistant.rules.biller import OWN_BILL
from assistant.scenario import Period

OBJECTS = frozenset(
    """NUM UNITS FREQ MOD ANY_MODIFIER NO_MODIFIER ENDED ACTIVE REPLACED REPLACES TECHNICAL PROFESSIONAL GLOBAL SPLIT PER_DATE LETTER PCTC
    MUE ONCE TWICE NONE BUNDLED TOGETHER ADDITION START INDICATOR COLUMN APC PAIR ADD_ON EXTENT GLOBAL_DAYS NTH_UNIT""".split()
)
VERBS = frozenset({"DENIED", "TAKE_OFF", "DO", "APPEND", "NEED", "PAY", "SEPARATE", "LINK", "OK"})
SERVICE_OF_LEVEL = {"77402": "level 1", "77407": "level 2", "77412": "level 3"}
LIMITS = frozenset({"MUE", "MUE_WORD", "AT_MOST"})
LAST_EVIDENCE = date(2099, 12, 31)


@dataclass(slots=True)
class Denials:
    """Positions of marks that a "not" denies; `loose` are those that deny nothing we know."""

    verbs: set[int]
    objects: set[int]
    codes: set[int]
    loose: set[int]


def denials(marks: Sequence[Mark]) -> Denials:
    """Each "not" denies the next verb or object to its right; "without" the next modifier."""
    found = Denials(set(), set(), set(), set())
    for at, mark in enumerate(marks):
        if mark.kind not in ("NEG", "WITHOUT"):
            continue
        target = _target(marks, at)
        if target is not None and _with_a_modifier(marks, target):
            target = next(i for i in range(target + 1, len(marks)) if marks[i].kind == "MOD")
        if target is None:
            found.loose.add(at)
        elif marks[target].kind in ("CODE", "SERVICE"):
            verb = _verb_after_list(marks, target) if mark.said in ("neither", "nor") else None
            if verb is None:
                found.codes.add(target)
            elif mark.said == "neither":
                (found.verbs if marks[verb].kind in VERBS else found.objects).add(verb)
        elif marks[target].kind in VERBS:
            if target in found.verbs:
                found.loose.add(at)  # two nots on one verb
            found.verbs.add(target)
        else:
            found.objects |= _coordinated(marks, target)
    for at, mark in enumerate(marks):
        if mark.kind in ("DENIED", "TAKE_OFF"):  # denies by itself; "not denied" says nothing we dare to read
            (found.loose if at in found.verbs else found.verbs).add(at)
    return found


def _with_a_modifier(marks: Sequence[Mark], at: int) -> bool:
    """ "not with 26": the modifier is denied, not the "with"."""
    after = next(
        (mark for mark in marks[at + 1 : at + 4] if mark.kind not in ("WORD", "MODIFIER_WORD", "ARTICLE")), None
    )
    return marks[at].kind == "TOGETHER" and marks[at].said == "with" and after is not None and after.kind == "MOD"


def _verb_after_list(marks: Sequence[Mark], at: int) -> int | None:
    """ "neither 77407 nor 77412 has ...": what is said of both."""
    for i in range(at + 1, len(marks)):
        if marks[i].kind == "DO" and marks[i].said in ("code", "codes"):
            continue  # "neither management code is ..."
        if marks[i].kind in VERBS or marks[i].kind in OBJECTS:
            return i
        if marks[i].kind not in ("CODE", "SERVICE", "AND", "PUNCT", "WORD", "NEG"):
            return None
    return None


def _target(marks: Sequence[Mark], at: int) -> int | None:
    for i in range(at + 1, len(marks)):
        kind = marks[i].kind
        if marks[i].said in ("be", "been", "get") and i + 1 < len(marks) and marks[i + 1].kind in VERBS:
            continue  # "will not be rejected": the verb behind it
        if marks[at].kind == "WITHOUT" and kind not in (
            "MOD",
            "WORD",
            "ANY_MODIFIER",
            "MODIFIER_WORD",
            "ARTICLE",
            "PUNCT",
        ):
            return None
        if kind in VERBS or kind in OBJECTS:
            return i
        if kind in ("CODE", "SERVICE"):
            return i
        if kind not in (
            "WORD",
            "PRONOUN",
            "ARTICLE",
            "AND",
            "BILLER",
            "ONLY",
            "PUNCT",
            "MODIFIER_WORD",
            "COMPONENT",
            "THING",
            "EVERY",
            "PAYER",
        ) and not (kind == "SETTING" and marks[at].said.endswith(("something", "let"))):
            return None
    return None


def _coordinated(marks: Sequence[Mark], target: int) -> set[int]:
    """ "neither 26 nor TC", "no 26 or TC": the denial reaches over its list."""
    reached = {target}
    for i in range(target + 1, len(marks)):
        if marks[i].kind == marks[target].kind:
            reached.add(i)
        elif marks[i].kind not in ("AND", "PUNCT", "WORD", "MODIFIER_WORD", "ARTICLE"):
            break
    return reached


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
            codes = mark.value.of(technique).codes(dos, setting, today)
            if codes:
                found.append((at, codes))
    return found


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
        if mark.kind == "PAYER":
            payers.append(mark.value)
        elif mark.kind == "SETTING" and mark.value:
            if is_agent(marks, at):
                base["biller"] = "facility" if mark.value in OWN_BILL else base.get("biller")
            if mark.said in ("opps", "hopps") or (mark.value in OWN_BILL and is_paid(marks, at)):
                base["biller"] = "facility"
            settings.append(mark.value)
        elif (mark.kind == "NAME" and str(mark.value).startswith("ub")) or (mark.kind == "WORD" and mark.value == "ub"):
            if any(one.kind == "BILLER" and one.value == "professional" for one in marks):
                return Told((), "two billers")  # "the physician bills it on the UB"
            base["biller"] = "facility"
            settings.append("hospital_outpatient")
        elif mark.kind == "NAME" and "1500" in str(mark.value):
            base["biller"] = "professional"
        elif mark.value == "practitioner" and any(one.kind in LIMITS for one in marks[at + 1 : at + 2]):
            base["biller"] = "professional"  # "the practitioner limit"
        elif mark.kind == "SYSTEM":
            systems = True
        elif mark.kind == "BILLER" and (is_agent(marks, at) or is_label(marks, at) or is_paid(marks, at)):
            base["biller"] = mark.value
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
    if packaged and settings and all(one.startswith("hospital") for one in settings):
        base.setdefault("biller", "facility")  # only a hospital's own bill has packaged lines
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


def _stands_alone(marks: Sequence[Mark], at: int) -> bool:
    return at + 1 >= len(marks) or marks[at + 1].kind in ("PUNCT", "AND", "WORD")


def bounded(period: Period, today: date) -> Period:
    """Open ends closed for the rules: "before 2026" is judged over its last year, "from 2026" up to today."""
    start = period.start if period.start > date.min else date(max(period.end.year, 2), 1, 1)
    end = period.end if period.end < LAST_EVIDENCE else max(start, today)
    return Period(start, max(start, end))
