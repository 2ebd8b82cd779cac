"""A reason beside a right conclusion: it has to be the reason of this case, or nobody has weighed it.

"77412 because two isocenters were used", of a case with one: the code may be right for another cause, and who reads the
sentence learns a wrong one. Levels need the facts that decide them, counts need what is counted, and a modifier for a
distinct service never stands "for the same field".
"""

# ruff: noqa: E501 - patterns: one thought, one line
from __future__ import annotations

import re
from datetime import date

from assistant.checking.advice import Advice
from assistant.checking.asking import pair
from assistant.checking.clauses.scope import told
from assistant.checking.composing.rows import composed
from assistant.checking.judging.standing import known_or_likely
from assistant.rules.code_sets import LEVELS
from assistant.rules.level import delivery_level
from assistant.rules.modifiers import DISTINCT
from assistant.scenario import Scenario
from corpus.rulebook import entry

REASON = re.compile(
    r"[,;]? (?:because|since|given that|as(?= (?:there|it|the|a|an|two|three|several|imrt|electrons?|photons?)\b))\s+"
)
ALONE = re.compile(
    r"\b(?:same|one|single) (?:[\w-]+ )?(?:area|field|site|session|device|lesion|target|plan|tumou?r|structure|volume|encounter)s?\b"
)
LIKE_ANOTHER = re.compile(
    r"\b(?:as|like) (?:for|with|at|under)? ?(?:unitedhealthcare|uhc|aetna|cigna|humana|medicare|medicaid|anthem|blue cross)\b"
)
CHOSEN = frozenset("billable criteria payable named asked for delivers".split())
APART = re.compile(
    r"\b(?:apart|separately|(?:on|the) (?:different|separate|other) (?:dates?|days?)|dates? differ\w*|on (?:its|their) own dates?)\b"
)
DECIDING = ("technique", "isocenters", "motion_management")
COUNTING = frozenset(
    "FRACTIONS SETS SETCOUNT LEFT LEFTOVER LEFT_ADDS ARITH SUM FREQ UNITS THRESHOLD NTH MUE MUE_WORD PER_DATE CODE LETTER "
    "MOD COVERS SPAN LENGTH LONGER SHORT ONCE MANY CAP DAYS SESSIONS_COUNT SCHEDULE".split()
)
OTHER_BASES = frozenset("FACT SITE THING DURATION CALENDAR".split())
NO_CODE = re.compile(r"\b(?:(?:no|without a) code|nothing is (?:paid|billed) for)\b")
MORE_THAN_A_DATE = re.compile(
    r"\b(?:neither (?:one |of them |code )?is paid|(?:whole|entire) course|so (?:it|that) is never)\b"
)
NAMED_BASE = re.compile(
    r"\b(site|plan|isocenter|field|beam|image|film|arc|angle|port|session|fraction|treatment|device|calculation)s?\b"
)
SESSIONS = frozenset({"session", "fraction", "treatment"})
BASES = {
    "plan": frozenset({"plan"}),
    "calculation": SESSIONS | {"field", "beam", "arc", "angle", "plan", "calculation"},
    "device": SESSIONS | {"field", "beam", "device", "plan", "port"},
}
OWNS = re.compile(r"\b(?:owns?|owned|employs?|bills? it)\b")
WHOLE = {"office", "freestanding"}  # one bill holds both parts in either
PLACE = ("setting", "payer")
SINCE = re.compile(r"\b(?:since|from|as of|starting|beginning|effective)\b")
COUNTS_A_THING = re.compile(
    r"\bcounts? (?:the |each |every )?(?:images?|films?|ports?|days?|treatment days?|weeks?|calendar weeks?|isocenters?|fields?|"
    r"plans?|sites?|angles?|arcs?|visits?)\b"
)


def unweighed_reason(lower: str, advice: tuple[Advice, ...], scenario: Scenario, today: date) -> str:
    """Why the sentence's reason cannot stand beside its conclusion; empty where it can or none is given."""
    if LIKE_ANOTHER.search(lower):
        return "compares with another payer"
    distinct = any(_distinct(one) for one in advice)
    if distinct and ALONE.search(lower) and not re.search(r"\b(?:not|never|isn't|aren't)\b", lower):
        return "a modifier for distinct services, said of one"
    if any(one.kind == "pair" for one in advice) and MORE_THAN_A_DATE.search(lower):
        return "says more of a pair than its date"
    if COUNTS_A_THING.search(lower) and all(one.kind == "units" for one in advice):
        return "a base of the count that nobody read"
    if NO_CODE.search(lower) and any(one.kind == "validity" for one in advice):
        return "what stands in place of an ended code is not weighed"
    if _begins_otherwise(lower, advice):
        return "a rule of another day"
    reason = REASON.search(lower)
    if reason is None:
        return ""
    row = composed(lower[reason.end() :], today)
    kinds = {mark.kind for mark in row}
    facts = told(row, {}, today).conditions
    if len(facts) == 1 and any(_unlike(name, facts[0].get(name), getattr(scenario, name)) for name in PLACE):
        return "a reason of another place"
    if OWNS.search(lower, reason.end()) and any(one.kind == "modifier" and one.polarity for one in advice):
        return "who owns the machine beside a modifier"
    if distinct and any(set(one.codes) & set(LEVELS) for one in advice):
        return "a second level of one session"
    if any(one.kind in ("units", "frequency") for one in advice) and _counts_others(lower[reason.end() :], advice):
        return "a reason of the count that nobody read"
    if any(one.kind == "units" for one in advice):
        lengths = facts[0].get("fractions") if len(facts) == 1 else None
        none = any(one.value in ("none", 0) for one in advice)
        if none and lengths is not None and lengths != scenario.fractions:
            return "a course of another length"
        return "a reason of the count that nobody read" if kinds & OTHER_BASES and not kinds & COUNTING else ""
    chosen = {code for one in advice if _chooses(one) for code in one.codes} & set(LEVELS)
    if len(chosen) != 1 or "CODE" in kinds:
        return ""
    said = {name: facts[0][name] for name in DECIDING if name in facts[0]} if len(facts) == 1 else {}
    return "" if _decides(said, chosen.pop(), scenario) else "a reason of the level that is not this case's"


def _counts_others(reason: str, advice: tuple[Advice, ...]) -> bool:
    """ "Six units, because two plans were made": the reason names nothing that this code counts."""
    named = set(NAMED_BASE.findall(reason))
    if not named:
        return False
    for one in advice:
        known = entry(one.codes[0]) if one.kind in ("units", "frequency") and one.codes else None
        if known is None:
            continue
        things = {str(rule.one_per.thing) for rule in known.units} or {"session"}
        if named.isdisjoint(frozenset().union(*(BASES.get(thing, SESSIONS) for thing in things))):
            return True
    return False


def apart_though_inside(lower: str, advice: tuple[Advice, ...], asked: tuple[str, ...], scenario: Scenario) -> bool:
    """ "They may be billed apart, as the dates differ", of a plan and the simulation that it contains."""
    told = tuple(dict.fromkeys(code for one in advice for code in one.codes if code in asked))
    plain = all(one.polarity and one.kind in ("component", "units", "frequency") for one in advice)
    if len(told) != 2 or not plain or not APART.search(lower):
        return False
    return known_or_likely(pair(told[0], told[1], scenario)) == "no"


def _begins_otherwise(lower: str, advice: tuple[Advice, ...]) -> bool:
    """ "26 has been required since April", of a payer whose rule began in March."""
    if not SINCE.search(lower):
        return False
    for one in advice:
        dos = one.condition.get("dos")
        known = entry(one.codes[0]) if one.codes else None
        if one.kind != "modifier" or not one.polarity or dos is None or known is None:
            continue
        starts = {rule.start for rule in known.payers if rule.matter == "modifier" and rule.value == "required"}
        if starts and dos.start not in starts and not dos.is_day:
            return True
    return False


def _chooses(one: Advice) -> bool:
    value = one.value[0] if isinstance(one.value, tuple) else one.value
    return one.polarity and one.kind in ("component", "validity") and value in CHOSEN


def _distinct(one: Advice) -> bool:
    if not one.polarity:
        return False
    modifiers = one.value[1] if one.kind == "pair" and isinstance(one.value, tuple) and len(one.value) > 1 else ()
    marked = isinstance(modifiers, tuple) and bool(set(map(str, modifiers)) & DISTINCT)
    return marked or (one.kind == "modifier" and one.value in DISTINCT)


def _decides(said: dict[str, object], code: str, scenario: Scenario) -> bool:
    """Whether these facts are those of the case and make the level by themselves."""
    if not said or any(_unlike(name, value, getattr(scenario, name)) for name, value in said.items()):
        return False
    if any(getattr(scenario, name) is None and _raises(name, value) for name, value in said.items()):
        return False  # a fact that nobody told of this case
    beams = said.get("technique") or scenario.technique or "imrt"
    alone = scenario.but(
        technique=beams,
        isocenters=said.get("isocenters", 1),
        motion_management=said.get("motion_management", False),
    )
    ruling = delivery_level(alone)
    return ruling.code == code


def _raises(name: str, value: object) -> bool:
    if name == "technique":
        return value not in ("imrt", "3d")
    return value is True if name == "motion_management" else value != 1


def _unlike(name: str, said: object, fact: object) -> bool:
    if fact is None or said is None or {said, fact} <= WHOLE:
        return False
    if name == "isocenters" and isinstance(said, int) and isinstance(fact, int):
        return (said > 1) != (fact > 1)
    return said != fact
