"""A reason beside a right conclusion: it has to be the reason of this case, or nobody has weighed it.

"77412 because two isocenters were used", of a case with one; "bundled, since the MUE is 1"; "four units, as the
physicist came four times": the conclusion may hold for another cause, and who reads the sentence learns a wrong one. So
a reason stands only where it is of a sort that can decide the conclusion, and where its facts are those of the case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from assistant.checking.advice import Advice
from assistant.checking.clauses.given import Reason
from assistant.checking.clauses.scope import told
from assistant.checking.judging.judgement import days_of
from assistant.checking.level_reasons import decides, names_the_level
from assistant.rules.biller import HOSPITAL
from assistant.rules.code_sets import DECIDING, LEVELS
from assistant.rules.modifiers import DISTINCT
from assistant.scenario import Period, Scenario
from corpus.rulebook import entry

# What a statement is of, by the value of a component or by its kind.
SORTS = {
    "limit": "mue,on review,beyond limit,within limit,per_date",
    "part": "only,pc_tc,professional,technical,splits,global,bills,row,moved,part_paid,portion",
    "payment": "status,packaged,bundled,payable,apc,paid as counted,refused,open",
    "billed": "billable",
    "choice": "criteria,for,extent,asked,delivers,told as,lifts,rather than",
    "count": "course,course within,least,for leftovers",
    "edit": "bundled or in,add_on",
}
SORT_OF = {value: sort for sort, values in SORTS.items() for value in values.split(",")}
OF_KIND = {"units": "count", "frequency": "count", "modifier": "modifier", "pair": "edit", "validity": "date"}
# Which statements can be the reason of which: a limit of a day bundles nothing, and an edit counts nothing.
GIVEN_FOR = {
    "count": {"count", "choice"},
    "dates": {"limit", "count"},
    "none": {"payment", "edit", "date", "part", "billed", "count"},
    "limit": {"limit", "count"},
    "modifier": {"part", "modifier"},
    "distinct": {"edit", "modifier", "part"},
    "edit": {"edit"},
    "date": {"date"},
    "part": {"part"},
    "payment": {"payment", "date", "part", "edit"},
    "packaged": {"payment"},
    "billed": {"part", "payment", "edit", "date", "count", "choice", "billed"},
    "choice": {"choice", "count", "date"},
}
COUNTING = frozenset(
    "FRACTIONS SETS SETCOUNT LEFT LEFTOVER LEFT_ADDS ARITH SUM FREQ THRESHOLD NTH PER_DATE COVERS SPAN LENGTH LONGER "
    "SHORT CAP SESSIONS_COUNT SCHEDULE".split()
)
BILLING = frozenset("DO ON_BILL APPEND PAY CODE SERVICE PRONOUN".split())
NAMED_BASE = re.compile(
    r"\b(site|plan|isocenter|field|beam|image|film|arc|angle|port|session|fraction|treatment|device|calculation)s?\b"
)
SESSIONS = frozenset({"session", "fraction", "treatment"})
BASES = {
    "plan": frozenset({"plan"}),
    "calculation": SESSIONS | {"field", "beam", "arc", "angle", "plan", "calculation"},
    "device": SESSIONS | {"field", "beam", "device", "plan", "port"},
}
OF_AN_EDIT = re.compile(r"\b(?:ncci|cci|edits?)\b")
OWNS = re.compile(r"\b(?:owns?|owned|employs?|bills? it)\b")
WHOLE = {"office", "freestanding"}  # one bill holds both parts in either
PLACE = ("setting", "payer")
OF_THE_CASE = (*PLACE, *DECIDING, "fractions")


def unweighed_reason(reasons: Iterable[Reason], asked: tuple[str, ...], scenario: Scenario, today: date) -> str:
    """Why a reason of the sentence cannot stand beside its conclusion; empty where all can, or none is given."""
    return next(filter(None, (_unweighed(one, asked, scenario, today) for one in reasons)), "")


def _unweighed(reason: Reason, asked: tuple[str, ...], scenario: Scenario, today: date) -> str:
    cases = told(reason.marks, {}, today).conditions
    if not cases:
        return "" if reason.concluded else "a reason that nobody read"
    names = () if reason.concluded else PLACE if reason.advice else OF_THE_CASE
    facts = next((one for one in cases if _agrees(one, names, scenario)), None)
    if facts is None:
        return "a reason of another case"
    if not reason.advice and _of_another_day(facts.get("dos"), scenario.dos):
        return "a reason of another day"
    if reason.of_a_code:
        return "the reason of a code that nothing is said of"
    if not reason.of:
        return _alone(reason, asked)
    if OWNS.search(reason.words) and any(one.kind == "modifier" and one.polarity for one in reason.of):
        return "" if _is_the_hospitals(reason) else "who owns the machine beside a modifier"
    edited = bool(OF_AN_EDIT.search(reason.words))
    if reason.advice and not any(_gives(one, other, edited) for one in reason.advice for other in reason.of):
        return "a reason of another sort than its conclusion"
    if reason.concluded:
        return ""
    kinds = {mark.kind for mark in reason.marks}
    of = [one for one in reason.of if _value(one) != "extent"] or reason.of  # its own words, read with the statement
    said = {name: facts[name] for name in DECIDING if name in facts}
    levels = {code for one in reason.of if said or _chooses(one) for code in one.codes} & set(LEVELS)
    if not said and any(
        _gives(one, other, edited) for one in reason.advice for other in reason.of if not _chooses(other)
    ):
        levels = set()  # "25 units of 77407, because delivery is billed per session": of the count, not of the level
    if len(levels) == 1 and "CODE" not in kinds and not names_the_level(reason, *levels):
        return "" if decides(said, levels.pop(), scenario) else "a reason of the level that is not this case's"
    if reason.advice and all(_denies_a_base(one) for one in reason.advice):
        return ""  # "..., because it does not depend on the number of angles", which was judged itself
    if any(one.kind in ("units", "frequency") for one in reason.of) and _counts_others(reason):
        return "a reason of the count that nobody read"
    if reason.advice:
        return "" if _says_more(reason, kinds) else "a count as the reason of itself"
    if any(isinstance(one.value, tuple) and one.value[0] in ("hangs on", "not by") for one in reason.of):
        return ""  # "no effect, because fractions are counted": its clause was read with the statement
    return "" if any(_told_for(one, reason, facts, scenario) for one in of) else "a reason that nobody read"


def _denies_a_base(one: Advice) -> bool:
    return one.kind == "frequency" and _value(one) == "hangs on" and not one.polarity


def _agrees(facts: Mapping[str, Any], names: Iterable[str], scenario: Scenario) -> bool:
    return not any(_unlike(name, facts.get(name), getattr(scenario, name)) for name in names)


def _alone(reason: Reason, asked: tuple[str, ...]) -> str:
    """ "Because its MUE is 1", asked why two codes are not paid together; "thanks to eight films it is eight"."""
    sorts = {_sort(one) for one in reason.advice}
    if len(asked) > 1 and sorts and sorts <= {"limit", "dates", "count", "part", "billed"}:
        return "a reason of one code, where two were asked about"
    counted = sorts == {"count"} and COUNTING.isdisjoint(mark.kind for mark in reason.marks)
    return "a reason of the count that nobody read" if counted else ""


def _value(one: Advice) -> Any:
    return one.value[0] if isinstance(one.value, tuple) and one.value else one.value


def _sort(one: Advice) -> str:
    value = _value(one)
    if one.kind == "units" and value in ("none", 0):
        return "none"
    if one.kind == "units" and value in ("per_date", "dates"):
        return "dates"
    if one.kind == "component":
        return "packaged" if value == "packaged" else SORT_OF.get(str(value), "")
    return "distinct" if one.kind == "modifier" and one.value in DISTINCT else OF_KIND[one.kind]


INSIDE = ("included", "technical")
REASONS_AS = {"none": "payment", "dates": "limit", "packaged": "payment", "distinct": "edit"}


def _gives(reason: Advice, conclusion: Advice, edited: bool) -> bool:
    """Whether a statement of this sort can be the reason of that one; `edited`: it speaks of NCCI."""
    if conclusion.value == ("on", "25", "visit"):
        return reason.kind == "pair" and reason.value == ("indicator", "1")  # a visit stands beside a procedure by 25
    sort, of = _sort(reason), _sort(conclusion)
    sort = "edit" if edited and sort == "payment" else REASONS_AS.get(sort, sort)
    if set(reason.codes).isdisjoint(conclusion.codes) and conclusion.inherited != ("code: sentence before",):
        return False  # "26, because of the indicator 1 of 77301", said of another code
    if of == "billed" and sort == "edit" and conclusion.polarity:
        return set(conclusion.codes) <= set(reason.codes)  # "..., so 77261 is billed instead": the edit tells no other
    if of == "part" and reason.kind == "pair" and isinstance(reason.value, tuple) and reason.value[:2] == INSIDE:
        return True  # "it pays for the professional work only, as the technical work is inside the delivery"
    if of == "billed" and sort == "limit":
        return conclusion.polarity  # "the MUE is two, so the claim goes through"; it never shuts a code out
    if of == "modifier" and sort in ("edit", "date"):
        return not conclusion.polarity
    return sort in GIVEN_FOR.get(of, ())


def _says_more(reason: Reason, kinds: set[str]) -> bool:
    """ "Three units, since three physicists signed": the same number again, of something that is not counted."""
    sorts = {_sort(one) for one in reason.advice}
    if "billed" in sorts and sorts <= {"billed", "choice"}:
        return bool(kinds & BILLING)  # "the hospital has no linac" bills nothing and denies no bill
    if any(_sort(one) != "count" for one in (*reason.of, *reason.advice)):
        return True
    return bool(kinds & COUNTING)


PLACES = frozenset("SETTING PAYER DATE NOW SYSTEM ARTICLE PRONOUN PUNCT".split())
OF_A_PLACE = frozenset(
    """is was are were in at of for on by the this it there place service setting department site claim date treated
    done performed given delivered billed patient outpatient""".split()
)


def _told_for(one: Advice, reason: Reason, facts: Mapping[str, Any], scenario: Scenario) -> bool:
    """Whether what the reason tells without a statement of its own is what such a conclusion hangs on."""
    kinds = {mark.kind for mark in reason.marks}
    sort = _sort(one)
    if sort in ("count", "none", "billed") and kinds & COUNTING:
        shut_out = sort != "count" or one.value in ("none", 0)
        return not shut_out or _too_short(one, facts, kinds)
    if sort in ("limit", "dates"):
        return bool(kinds & {"SCHEDULE", "SESSIONS_COUNT"})
    if sort == "choice":
        return bool(kinds & {"EXTENT", "SERVICE"})
    if not all(mark.kind in PLACES or set(mark.said.split()) <= OF_A_PLACE for mark in reason.marks):
        return False  # "because the hospital has no linac": more than where it was
    if sort == "modifier":
        return _by_its_place(one, facts, scenario) or _by_its_payer(one, facts)
    if sort in ("payment", "packaged", "none", "billed"):
        return "setting" in facts or "dos" in facts
    return sort == "date" and "dos" in facts


def _too_short(one: Advice, facts: Mapping[str, Any], kinds: set[str]) -> bool:
    """ "77427 isn't billed, because the course has fewer than three fractions": true of no longer course."""
    known = entry(one.codes[0]) if one.codes else None
    lengths = [rule.course_fractions for rule in known.units if rule.course_fractions] if known else []
    fractions = facts.get("fractions")
    if fractions is None:
        return bool(kinds & {"SHORT", "LONGER", "LENGTH"})
    least = min((first for first, _ in lengths), default=3)
    most = max((last for _, last in lengths), default=None)
    return fractions < least or (most is not None and fractions > most)


def _by_its_place(one: Advice, facts: Mapping[str, Any], scenario: Scenario) -> bool:
    """ "26, because this is a hospital", of a code that splits."""
    known = entry(one.codes[0]) if one.codes and "setting" in facts else None
    if known is None:
        return False
    parts = [component for day in days_of(scenario) if (component := known.pc_tc_on(day)) is not None]
    return bool(parts) and all(component.pc_tc == "1" for component in parts)


def _by_its_payer(one: Advice, facts: Mapping[str, Any]) -> bool:
    known = entry(one.codes[0]) if one.codes and "payer" in facts else None
    return known is not None and any(rule.matter == "modifier" for rule in known.payers)


def _counts_others(reason: Reason) -> bool:
    """ "Six units, because two plans were made": the reason names nothing that this code counts."""
    named = set(NAMED_BASE.findall(reason.words))
    if not named:
        return False
    for one in reason.of:
        known = entry(one.codes[0]) if one.kind in ("units", "frequency") and one.codes else None
        if known is None:
            continue
        things = {str(rule.one_per.thing) for rule in known.units} or {"session"}
        if named.isdisjoint(frozenset().union(*(BASES.get(thing, SESSIONS) for thing in things))):
            return True
    return False


CHOSEN = frozenset("billable criteria payable named asked for delivers".split())


def _chooses(one: Advice) -> bool:
    value = one.value[0] if isinstance(one.value, tuple) else one.value
    return one.polarity and one.kind in ("component", "validity") and value in CHOSEN


def _is_the_hospitals(reason: Reason) -> bool:
    """ "26, because the hospital owns the technical component"."""
    kinds = {mark.kind for mark in reason.marks} - {"ARTICLE", "WORD", "PUNCT", "LINK", "DO", "BELONGS"}
    marked = all(one.value == "26" for one in reason.of if one.kind == "modifier")
    hospital = any(mark.kind == "SETTING" and mark.value in HOSPITAL for mark in reason.marks)
    return hospital and marked and kinds == {"SETTING", "TECHNICAL"}


def _unlike(name: str, said: object, fact: object) -> bool:
    if fact is None or said is None or {said, fact} <= WHOLE:
        return False
    if name == "isocenters" and isinstance(said, int) and isinstance(fact, int):
        return (said > 1) != (fact > 1)
    return said != fact


def _of_another_day(said: Period | None, dos: Period | None) -> bool:
    return said is not None and dos is not None and not said.overlaps(dos)
