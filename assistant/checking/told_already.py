"""What a sentence repeats of its question: true of the case, and of no weight beside the rule it is given with.

"One unit, because the boost was planned together with the primary volume", "although only three of the five fractions
were given": where the question tells just that, the sentence is read without it. Where the question tells anything
else, or nothing, the words stay and have to be read.
"""

# ruff: noqa: E501 - patterns: one thought, one line
from __future__ import annotations

import re

from assistant.checking.clauses.aside import Aside
from assistant.checking.plainly.idiom import NUMBER
from assistant.reading.number_words import number

_PLACE = r"(?:boost|cone-?down|primary|prostate|pelvis|pelvic|breast|chest wall|lung|nodal|elective|nodes|target|tumou?r|first|second|initial)"
_TARGET = (
    rf"(?:(?:the|both|all|two|its|a) )*(?:{_PLACE} )*(?:boost|primary|volumes?|targets?|sites?|areas?|fields?|{_PLACE})"
)
_TARGETS = rf"{_TARGET}(?: and {_TARGET})?"
_IN_ONE = r"(?:one|a single|the same) (?:IMRT |VMAT |treatment |3-?D )?plan"
_ONE_PLAN = re.compile(
    rf"\b(?P<why>because|since|as) (?:{_TARGETS} (?:was|were|is|are) (?:planned|optimi[sz]ed|included|contained) (?:(?:together|jointly|simultaneously)(?: (?:with|and) {_TARGETS})?|in {_IN_ONE})"
    rf"|{_TARGETS} shares? {_IN_ONE}|{_TARGETS} (?:is|are) (?:part of|in) {_IN_ONE}|there (?:is|was) (?:only )?(?:one|a single) (?:IMRT |treatment )?plan|only one plan was (?:made|created|done|used))(?=[.,;:]|$)",
    re.I,
)
_OF_THE_PLANNED = re.compile(
    rf"\b(?P<opens>even though|although|though|even if|when|if|after) only (?P<n>{NUMBER}) (?:out )?of (?:the |its |his |her )?(?P<m>{NUMBER}) (?:planned |prescribed |intended |scheduled )?(?P<thing>fractions|sessions|treatments) (?P<done>(?:were|are|have been|had been) (?:given|delivered|completed|treated|received))",
    re.I,
)


# "One unit of 77417 is allowed", of films of one period of five fractions: how often it is billed, told of that period.
_BILLED = r"(?:(?:is|are) (?:allowed|billed|reported|billable|reportable|charged|appropriate|correct)|(?:can|may|should) be (?:billed|reported|charged))"
_ONE_OF_FIVE = re.compile(
    rf"^(?P<lead>\W*(?:no, |yes, )?)(?:only |just )?(?:one|1|a single) unit of (?P<code>77417|77427|77336) {_BILLED}(?: (?:for|in) (?:that|this|the) (?:period|block|set))?(?=[.,;]|$| because\b)",
    re.I,
)
_OF_CALCULATED = re.compile(
    rf"^(?P<lead>\W*)(?P<n>{NUMBER}) units of 77300(?: {_BILLED})?,? one (?:for each|per) (?:(?:calculated |separate |distinct |unique )*(?:field|beam|calculation)|calculated (?:angle|port))(?=[.;]?\s*$)",
    re.I,
)


def without_what_was_told(words: str, told: Aside) -> str:
    """The sentence without the facts that its question tells in other words."""
    if told.one_plan:
        words = _ONE_PLAN.sub(r"\g<why> it is billed once per plan", words)
    if told.one_period:
        words = _ONE_OF_FIVE.sub(r"\g<lead>\g<code> is billed once per five fractions", words)
    if told.calculated is not None and (found := _OF_CALCULATED.match(words)) and number(found["n"]) == told.calculated:
        words = f"{found['lead']}77300 is billed once for each calculated field{words[found.end() :]}"
    if told.planned is not None and "only" in words:
        words = _OF_THE_PLANNED.sub(lambda found: _given(found, told.planned), words)
    return words


def _given(found: re.Match[str], planned: int | None) -> str:
    given, whole = number(found["n"]), number(found["m"])
    if whole is None or whole != planned or given is None or given >= whole:
        return found.group()
    opens = "although" if "though" in found["opens"].lower() else found["opens"]
    return f"{opens} only {found['n']} {found['thing']} {found['done']}"
