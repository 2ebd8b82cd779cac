"""Delivery levels by complexity, as until the end of 2025: "two treatment areas were intermediate and coded 77407".

What lifts a session stands in the rule book's words for the codes of that time. A sentence is read only where it is made
of such things and nothing else, and only where the question tells of nothing that is more or less complex.
"""

# ruff: noqa: E501 - patterns and lists of phrases: one thought, one line
from __future__ import annotations

import re
from datetime import date

from assistant.checking.advice import Advice
from assistant.checking.clauses.aside import Aside
from assistant.rules.code_sets import LEVELS
from assistant.scenario import Period

BEFORE_THE_LEVELS = Period(date(2025, 1, 1), date(2025, 12, 31))
_AREAS = r"(?:separate |distinct |different )?(?:treatment )?areas"
_INTERMEDIATE = rf"two {_AREAS}|2 {_AREAS}|(?:three|3) or more ports (?:on|to|for) (?:one|a single) (?:treatment )?area|(?:three|3) or more simple blocks"
_COMPLEX = (
    rf"(?:three|3) or more {_AREAS}|three {_AREAS}|3 {_AREAS}|custom(?:ized)? block(?:s|ing)?|(?:3-?d |opposed )?tangent(?:s|ial (?:ports|fields|beams))"
    r"|wedges?|wedged fields|compensators?|rotation(?:al (?:beams?|therapy|treatment))?|electrons?|electron beams?"
)
_ITEM = re.compile(rf"^(?:(?P<two>{_INTERMEDIATE})|(?P<three>{_COMPLEX}))$")
_FOUND = ((re.compile(rf"\b(?:{_COMPLEX})\b"), 3), (re.compile(rf"\b(?:{_INTERMEDIATE})\b"), 2))
_SIMPLE = re.compile(r"\b(?:one|a single|single) (?:treatment )?area\b")
_RANKS = {"simple": 1, "intermediate": 2, "complex": 3}
_CODE = "|".join(LEVELS)
_BILLED = r"(?:coded|billed|reported|charged)"
_AS = r"(?:as|with|under|using)"
_IN = r"(?:in|during|through(?:out)?) (?:the year )?2025"
_HOSPITAL = r"(?:the )?(?:hospitals?|facility|outpatient department)"
_RANKED = r"(?:,? ?\(?(?P<rank>simple|intermediate|complex)\)?(?: delivery| treatment)?)"
_ITEMS = r"(?P<items>[a-z0-9 ,-]+?)"
_FORMS = tuple(
    re.compile(rf"^\W*(?:so |yes, )?{form}\s*\.?$")
    for form in (
        rf"(?:{_IN},? )?{_ITEMS} (?:is|are|was|were|counts? as|counted as){_RANKED},? and (?:is |are |was |were |therefore |so |thus )?(?:{_BILLED} )?(?:{_AS} )?(?P<code>{_CODE})(?P<when> {_IN})?",
        rf"(?:{_IN},? )?{_ITEMS} (?:is|are|was|were) {_BILLED} {_AS} (?P<code>{_CODE}){_RANKED}?(?P<when> {_IN})?",
        rf"(?:with|for) {_ITEMS}(?P<when> {_IN}),? {_HOSPITAL} (?:reports?|bills?|reported|billed) (?P<code>{_CODE}){_RANKED}?",
        rf"(?:{_IN},? )?{_HOSPITAL} (?:reports?|bills?|reported|billed) (?P<code>{_CODE}){_RANKED}? for {_ITEMS}(?P<when> {_IN})?",
    )
)
_YEAR = re.compile(_IN)
_JOINS = re.compile(r",? and |, | with ")


def complexity_asked(lower: str) -> int:
    """The rank of what a question tells of a session's complexity; 0 where it tells nothing."""
    for pattern, rank in _FOUND:
        if pattern.search(lower):
            return rank
    return 1 if _SIMPLE.search(lower) else 0


def complexity_told(lower: str, told: Aside) -> tuple[Advice, ...]:
    """The level that a sentence gives to things of 2025, where it is theirs; nothing where another is, or none."""
    found = next(filter(None, (form.match(lower) for form in _FORMS)), None)
    if found is None or not _YEAR.search(lower):
        return ()
    ranks = [_rank(item.strip()) for item in _JOINS.split(found["items"].strip())]
    if not all(ranks):
        return ()
    rank = max(ranks)
    said = found["rank"]
    if LEVELS[rank - 1] != found["code"] or (said and _RANKS[said] != rank) or told.complexity not in (0, rank):
        return ()
    code = (found["code"],)
    hospital = "hospital" in lower or "outpatient department" in lower
    condition = {"dos": BEFORE_THE_LEVELS, **({"setting": "hospital_outpatient"} if hospital else {})}
    advice = (
        Advice("validity", code, "valid", condition=condition),
        Advice("component", code, ("delivers", code), condition=condition),
    )
    if hospital:
        return advice
    return (*advice, Advice("component", code, "payable", condition=condition))  # offices had codes of their own


def _rank(item: str) -> int:
    found = _ITEM.match(item)
    return 0 if found is None else 3 if found["three"] else 2
