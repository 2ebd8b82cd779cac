"""What the question tells of its case that no rule's scenario holds: one target, one plan, several techniques."""

# ruff: noqa: E501 - patterns: one thought, one line
from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from assistant.checking.clauses.aside import NOTHING, Aside
from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.checking.complexity_told import complexity_asked
from assistant.checking.saying.billed_before import fractions_in_all, units_billed
from assistant.reading.number_words import WORDS
from assistant.reading.techniques import find_motion_management, find_techniques
from assistant.reading.text import normalise
from assistant.rules.biller import HOSPITAL, billing
from assistant.rules.code_sets import LEVELS
from corpus.rulebook import entry

SAME_PLACE = re.compile(
    r"(?<!not )(?<!not the )\b(?:same|one|single|identical) (?:tumou?r |treatment |imrt )?"
    r"(?:target|site|volume|lesion|area|field|device)\b"
)
ONE_SESSION = re.compile(r"\b(?:same|one|single) (?:[\w-]+ )?session\b(?! a day)|\bsession on \d")
_NUMBER = rf"(\d{{1,2}}|{'|'.join(WORDS)})"
_FRACTIONS = r"(?: (?:sbrt|sabr|srs|imrt|photon|proton|hdr))? (?:fractions|sessions|treatments)"
PLANNED = re.compile(
    rf"\b{_NUMBER}{_FRACTIONS} (?:were|was|are|had been) (?:planned|prescribed|ordered|scheduled|intended)"
    rf"|\b(?:planned|prescribed|ordered|scheduled|intended) (?:for |course of |to (?:get|have|receive) )?{_NUMBER}{_FRACTIONS}"
    rf"|\b(?:planned|prescribed) {_NUMBER}-fraction\b|\bplan(?:ned)? (?:was|for) {_NUMBER}{_FRACTIONS}"
)
ONE_PERIOD = re.compile(
    r"\b(?:in|within|during|of) (?:the same|one|a single|this one|a) (?:five|5)[- ](?:fraction|treatment|session) (?:period|block|set|week|span|group)\b"
)
CALCULATED = re.compile(
    rf"\b{_NUMBER} (?:distinct |separate |different |unique |treatment )*(?:fields|beams|gantry angles)\b(?!.*\b(?:except|but|not|only|two of|some)\b)"
    r"[^.?]{0,60}\b(?:calculations?|mu checks?) (?:for|of|on) (?:each|every)(?: one| of them| field| beam)?\b(?! other| second)"
)
ONE_PLAN = re.compile(r"\bplanned (?:together|at once|jointly|in one)\b|\b(?:same|one|single) (?:imrt |3-?d )?plan\b")
AT_ONCE = re.compile(
    r"\b(?:concurrent(?:ly)?|simultaneous(?:ly)?|in parallel|(?:at|in|on|over) the same (?:time|days?|sessions?|weeks?))\b"
)
# A stereotactic course and a conventional one after it are managed apart, and their fractions are never added.
STEREOTACTIC_FIRST = re.compile(
    r"\b(?:sbrt|sabr|srs)\b.{0,40}\b(?:then|followed by|next|later|after)\b.{0,40}\b(?:conventional|imrt|vmat|3-?d|pelvis|course)\b"
    r"|\bconventional\b.{0,60}\b(?:then|followed by|next|later)\b.{0,40}\b(?:sbrt|sabr|srs)\b"
)
COURSE = re.compile(r"\b(\d+) (?:\w+ )?(?:fractions?|fxs?|treatments?|sessions?)\b")
LIMIT = re.compile(
    r"\bmues?\b|\b(?:what|which)\b[^.?]{0,25}\b(?:limit|cap|maximum)\b|\bis there (?:a|any) (?:\w+ )?(?:limit|cap|maximum)\b"
)
COUNTED = re.compile(r"\bhow (?:many|often)\b|\bunits?\b|\bcount\b|\bper course\b")
SOME_OF = re.compile(
    r"\b\d+ of (?:them|those|these|the \d+)\b|\b(?:approved|reviewed|signed|imaged|documented|checked)\b[^.?]{0,25}\b(?:only|just) (?:\w+ )?\d+\b"
    r"|\b(?:only|just) \d+ (?:\w+ ){0,3}(?:approved|reviewed|signed|imaged|documented|checked)\b"
)
PLACES = re.compile(
    r"\b(?:(?:two|three|four|2|3|4|both|several|multiple) \w* ?(?:sites?|areas?|breasts?|targets?|lesions?|tumou?rs?|volumes?|locations?|places?)|bilateral)\b"
)
EQUIPMENT_ONLY = re.compile(
    r"\btechnical[- ]only (?:entity|provider|supplier|company|organi[sz]ation|owner|biller|group)\b"
)
NOT_EXCEPTED = re.compile(r"\b(?:non|not)[- ]?excepted\b")
EXCEPTED = re.compile(r"\bexcepted\b")
TWO_MODIFIERS = re.compile(r"(?<![\w./-])(26|TC|59|XE|XP|XS|XU|PO|PN|76|77|GA|GZ)(?![\w/-])")
OWN_MACHINE = re.compile(
    r"\b(?:own|owns|owned)\b (?:[\w-]+ ){0,2}(?:machines?|linacs?|accelerators?|equipment|cent(?:er|re)s?|clinics?|office)\b"
)
THEIR_OWN = frozenset("you your yours we our ours us".split())
WHOLE = re.compile(r"(?:the )?(?:whole|entire|full|complete) course|throughout$|all$|every$|each$")
PHOTONS = frozenset({"2d", "3d", "imrt"})
OF_A_PART = frozenset({"electrons", "electron boost", *PHOTONS})


def told_by(question: str) -> Aside:
    """What the words of a question tell of such things."""
    lower, text = question.lower(), normalise(question)
    techniques = {one.value for one in find_techniques(text)} & OF_A_PART
    motions = {one.value for one in find_motion_management(text)}
    apart = (AT_ONCE.search(lower) and PLACES.search(lower)) or STEREOTACTIC_FIRST.search(lower)
    return Aside(
        same_place=bool(SAME_PLACE.search(lower)),
        one_plan=bool(ONE_PLAN.search(lower)),
        one_session=bool(ONE_SESSION.search(lower)),
        compensators="compensator" in lower,
        some_of_them=bool(SOME_OF.search(lower)),
        unlike_parts=len(techniques) > 1 or len(motions) > 1,
        equipment_only=bool(EQUIPMENT_ONLY.search(lower)),
        own_machine=bool(OWN_MACHINE.search(lower)),
        at_once=max((int(one) for one in COURSE.findall(lower)), default=None) if apart else None,
        limit_asked=bool(LIMIT.search(lower)) and not COUNTED.search(lower),
        units_billed=units_billed(question),
        in_all=fractions_in_all(question),
        department=_department(lower),
        complexity=complexity_asked(lower),
        planned=_planned(lower),
        one_period=bool(ONE_PERIOD.search(lower)),
        calculated=_calculated(lower),
        modifiers=tuple(dict.fromkeys(TWO_MODIFIERS.findall(question)))
        if len(set(TWO_MODIFIERS.findall(question))) == 2
        else (),
    )


def _planned(lower: str) -> int | None:
    """How many fractions were planned, where one number of them is told."""
    found = {one for match in PLANNED.finditer(lower) for one in match.groups() if one}
    numbers = {int(one) if one.isdigit() else WORDS.get(one) for one in found}
    return numbers.pop() if len(numbers) == 1 else None


def _calculated(lower: str) -> int | None:
    """How many fields were calculated, each by itself."""
    found = CALCULATED.search(lower)
    return None if found is None else int(found[1]) if found[1].isdigit() else WORDS.get(found[1])


def _department(lower: str) -> str:
    """Whether an off-campus department is told to be excepted."""
    if NOT_EXCEPTED.search(lower):
        return "not excepted"
    return "excepted" if EXCEPTED.search(lower) else ""


def against_the_question(reading: ClauseReading) -> Iterator[str]:
    """Advice that such a case may overturn: an edit opened at one target, several plans of one, one level for all."""
    told = reading.background.told
    if told == NOTHING:
        return
    for advice in reading.advice:
        value = advice.value
        kind = value[0] if isinstance(value, tuple) else value
        if told.same_place and advice.kind == "pair" and kind == "opens" and advice.polarity and _modified(value):
            yield "opened at the same place"
        if told.one_plan and advice.kind == "units" and kind == "for" and value[1] > 1 and value[2] == "plan":
            yield "several plans of one"
        said = str(advice.condition.get("fractions", ""))
        if said.isdigit() and told.at_once is not None and int(said) > told.at_once:
            yield "sessions of two places counted twice"
        theirs = any(str(mark.said) in THEIR_OWN for mark in reading.marks)
        if told.equipment_only and theirs and advice.kind == "modifier" and value == "26" and advice.polarity:
            yield "26 on the bill of who owns the equipment only"
        part = advice.kind == "modifier" and value in ("26", "TC") and advice.polarity
        if told.own_machine and part and advice.condition.get("setting") not in HOSPITAL:
            yield "a part, of who bills the whole service"
        if (
            told.equipment_only
            and theirs
            and advice.polarity
            and any(_physicians(code, reading.background.today) for code in advice.codes)
        ):
            yield "physician's work on the bill of who owns the equipment only"
        if told.equipment_only and value == "global" and advice.polarity:
            yield "globally, of a service that two bill"
        counts = advice.kind == "units" and isinstance(value, int) and value == reading.background.fractions
        whole = any(WHOLE.match(str(mark.said)) for mark in reading.marks)
        if told.some_of_them and counts:
            yield "all sessions, where the question tells of some"
        if told.unlike_parts and (counts or whole) and set(advice.codes) & set(LEVELS):
            yield "one level for parts of two techniques"


def _physicians(code: str, day: date) -> bool:
    """Whether a code pays for the physician's work and nothing else."""
    return entry(code) is not None and billing(code, day, None, None).side == "professional"


def _modified(value: tuple[object, ...]) -> bool:
    return len(value) > 1 and bool(value[1])
