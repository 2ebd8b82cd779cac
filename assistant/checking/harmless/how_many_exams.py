"""How often somebody examines the patient or checks the chart: a number that a duty of the record may not make up.

One unit of weekly management asks for one examination, one of physics for one chart check. "The physician examines the
patient at all five fractions" names the unit's own five fractions, and none of its words counts units.
"""

# ruff: noqa: E501 - patterns: one thought, one line
from __future__ import annotations

from assistant.reading.patterns import Seldom

_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|[2-9]|1\d|several|multiple|both)"
_SESSIONS = r"(?:fractions|sessions|treatments|treatment days|visits|days)"
_DEEDS = r"(?:exams?|examinations?|visits?|encounters?|evaluations?|assessments?|chart (?:checks?|reviews?))"
_DEED = Seldom(
    rf"\b(?:examin\w+|see|sees|seen|saw|visit|visits|evaluates?|assess(?:es)?|{_DEEDS}|(?:check|review)\w* (?:the |each |every )?(?:charts?|records?)|chart (?:is|be) (?:checked|reviewed))\b",
    *"exam see saw visit encounter evaluat assess chart record check review".split(),
)
_DUTY = Seldom(
    r"\b(?:must|should|shall|requires?|required|requiring|needs?|needed|has to|have to|obliged|expected|mandatory|necessary|is to|are to|document|record shows?)\b",
    *"must should shall requir need has have obliged expected mandatory necessary is are document record".split(),
)
_OFTEN = Seldom(
    rf"\b(?:(?:all|each of|every one of|at|on) (?:of )?(?:the |its |these |those )?(?:{_NUMBER} )?{_SESSIONS}"
    r"|(?:each|every|per|at any) (?:single |other |treatment |delivered |second |third )?(?:fraction|session|treatment|day)"
    rf"|daily|every day|twice|{_NUMBER} times|{_NUMBER} (?:[\w-]+ ){{0,2}}{_DEEDS})\b",
    *"fraction session treatment visit day daily twice times exam encounter evaluation assessment check review".split(),
)
_DENIED = Seldom(
    r"\b(?:not|no|never|without|n't)\b|n['’]t\b|\b(?:regardless|rather than|instead)\b",
    "no",
    "n't",
    "n’t",
    "never",
    "without",
    "regardless",
    "rather",
    "instead",
)


def counts_examinations(plain: str) -> bool:
    """Whether a duty says that more than one examination or chart check belongs to what it speaks of."""
    if not _OFTEN.search(plain) or not _DEED.search(plain) or not _DUTY.search(plain):
        return False
    return not _DENIED.search(plain)
