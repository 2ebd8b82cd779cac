"""What a true sentence says too much of, in words that no reader takes apart: another payer's rule, more than a date.

"26 is required, as for UnitedHealthcare", "59 for the same field", "neither is paid in the whole course": the statement
beside them holds, and who reads the sentence learns a wrong one.
"""

# ruff: noqa: E501 - patterns: one thought, one line
from __future__ import annotations

import re
from datetime import date

from assistant.checking.advice import Advice
from assistant.checking.asking import pair
from assistant.checking.judging.standing import known_or_likely
from assistant.rules.modifiers import DISTINCT
from assistant.rules.pairs import every_edit
from assistant.rules.payers import order
from assistant.scenario import Scenario
from corpus.rulebook import entry

ALONE = re.compile(
    r"\b(?:same|one|single) (?:[\w-]+ )?(?:area|field|site|session|device|lesion|target|plan|tumou?r|structure|volume|encounter)s?\b"
)
LIKE_ANOTHER = re.compile(
    r"\b(?:as|like) (?:for|with|at|under)? ?(?:unitedhealthcare|uhc|aetna|cigna|humana|medicare|medicaid|anthem|blue cross)\b"
)
APART = re.compile(
    r"\b(?:apart|separately|(?:on|the) (?:different|separate|other) (?:dates?|days?)|dates? differ\w*|on (?:its|their) own dates?)\b"
)
NO_CODE = re.compile(r"\b(?:(?:no|without a) code|nothing is (?:paid|billed) for)\b")
MORE_THAN_A_DATE = re.compile(
    r"\b(?:neither (?:one |of them |code )?is paid|(?:whole|entire) course|so (?:it|that) is never)\b"
)
SINCE = re.compile(
    r"\b(?:since|from|as of|starts?|started|starting|begins?|began|beginning|effective|on (?:or|and) after|after|onwards?|(?:or|and) later|forward)\b"
    r"|\b(?:requirement|mandate)\b.* applies\b"
)
BEGINS = re.compile(r"\b(?:beginning|starting|effective|begins|starts|began|started)\b")
DAY = re.compile(r"\b(?:[a-z]+ \d{1,2},? 20\d\d|20\d\d-\d\d-\d\d|\d{1,2}/\d{1,2}/20\d\d)\b")
COUNTS_A_THING = re.compile(
    r"\bcounts? (?:the |each |every )?(?:images?|films?|ports?|days?|treatment days?|weeks?|calendar weeks?|isocenters?|fields?|"
    r"plans?|sites?|angles?|arcs?|visits?)\b"
)
NOT = re.compile(r"\b(?:not|never|isn't|aren't)\b")


def overstated(lower: str, advice: tuple[Advice, ...], asked: tuple[str, ...], scenario: Scenario) -> str:
    """What the sentence says beyond its advice and nobody has weighed; empty where it says no more."""
    if LIKE_ANOTHER.search(lower):
        return "compares with another payer"
    if any(_distinct(one) for one in advice) and ALONE.search(lower) and not NOT.search(lower):
        return "a modifier for distinct services, said of one"
    if any(one.kind == "pair" for one in advice) and MORE_THAN_A_DATE.search(lower):
        return "says more of a pair than its date"
    if COUNTS_A_THING.search(lower) and all(one.kind == "units" for one in advice):
        return "a base of the count that nobody read"
    if NO_CODE.search(lower) and any(one.kind == "validity" for one in advice):
        return "what stands in place of an ended code is not weighed"
    if _begins_otherwise(lower, advice, scenario):
        return "a rule of another day"
    if any(_of_a_visit(one) for one in advice) and not OF_ITS_OWN.search(lower):
        return "a visit beside management, and not what makes it one of its own"
    if any(_denies_what_pays(lower, one) for one in advice):
        return "denies the one of two codes that pays"
    if _apart_though_inside(lower, advice, asked, scenario):
        return "billed apart, of two codes of which one contains the other"
    return ""


def _apart_though_inside(lower: str, advice: tuple[Advice, ...], asked: tuple[str, ...], scenario: Scenario) -> bool:
    """ "They may be billed apart, as the dates differ", of a plan and the simulation that it contains."""
    told = tuple(dict.fromkeys(code for one in advice for code in one.codes if code in asked))
    plain = all(one.polarity and one.kind in ("component", "units", "frequency") for one in advice)
    if len(told) != 2 or not plain or not APART.search(lower):
        return False
    return known_or_likely(pair(told[0], told[1], scenario)) == "no"


OF_ITS_OWN = re.compile(
    r"\b(?:separate(?:ly)?|significant|unrelated|distinct|(?:other|another|different|new|additional) (?:problem|complaint|issue|condition|reason))\b"
)


def _of_a_visit(one: Advice) -> bool:
    """ "99213-25 in addition to 77427": the check of the treated patient is inside management, 25 or not."""
    if one.kind != "pair" or not one.polarity or not isinstance(one.value, tuple) or one.value[0] != "together":
        return False
    managed = any((known := entry(code)) is not None and known.category == "management" for code in one.codes)
    return managed and "25" in one.value[1]


BESIDE = r"(?:with|beside|next to|alongside|on the same (?:date|day) as|on (?:one|the same) (?:date|day) with)"
DENIED = (
    r"(?:is|are|was|will be|would be|gets|will get|is being) (?:\w+ly )?(?:denied|rejected|refused|disallowed|not paid|not payable|not reimbursed|never paid|unpaid)"
    r"|(?:will not|won't|won’t|would not|isn't|isn’t|does not|doesn't|cannot|can't) (?:be |get )?(?:paid|payable|reimbursed)"
)


def _denies_what_pays(lower: str, one: Advice) -> bool:
    """ "77301 is denied with 77290", of an edit that pays 77301: that the two are not paid together is only half of it."""
    if one.kind != "pair" or one.polarity or one.value != "together" or len(one.codes) != 2:
        return False
    for winner, loser in (one.codes, one.codes[::-1]):
        edits = every_edit(winner, loser)
        if edits and all(edit.column1 == winner for edit in edits):
            two, other = winner.lower(), loser.lower()
            alone = re.sub(rf" {BESIDE} (?:{two}|{other})\b", "", lower)  # "77290 on the same date as 77301 is denied"
            return bool(re.search(rf"(?<!and )(?<!or )\b{two} (?:{DENIED})", alone))
    return False


def _begins_otherwise(lower: str, advice: tuple[Advice, ...], scenario: Scenario) -> bool:
    """ "26 has been required since April", of a payer whose rule began in March."""
    if not SINCE.search(lower):
        return False
    for one in advice:
        dos = one.condition.get("dos")
        known = entry(one.codes[0]) if one.codes else None
        if one.kind != "modifier" or not one.polarity or known is None:
            continue
        required = [rule for rule in known.payers if rule.matter == "modifier" and rule.value == "required"]
        own = [rule for rule in required if rule.payer in order(scenario.payer)] if scenario.payer else required
        starts = {rule.start for rule in own or required}
        if dos is None:
            day = DAY.search(lower) if BEGINS.search(lower) and not isinstance(one.value, tuple) else None
            if starts and day and not any(day.group().replace(",", "") in _written(start) for start in starts):
                return True
            continue
        if starts and dos.start not in starts and (not dos.is_day or BEGINS.search(lower)):
            return True
    return False


def _written(day: date) -> frozenset[str]:
    """The ways in which a day is written."""
    month = f"{day:%B}".lower()
    numbers = {f"{day.month}/{day.day}/{day.year}", f"{day:%m/%d/%Y}", day.isoformat()}
    return frozenset({f"{name} {day.day} {day.year}" for name in (month, month[:3])} | numbers)


def _distinct(one: Advice) -> bool:
    if not one.polarity:
        return False
    modifiers = one.value[1] if one.kind == "pair" and isinstance(one.value, tuple) and len(one.value) > 1 else ()
    marked = isinstance(modifiers, tuple) and bool(set(map(str, modifiers)) & DISTINCT)
    return marked or (one.kind == "modifier" and one.value in DISTINCT)
