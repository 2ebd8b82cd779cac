"""What a question about modifiers, visits and billers wants, where its words alone would say too much or too little."""

from __future__ import annotations

import re
from datetime import date

from assistant.reading.visits import is_of_a_visit
from assistant.rules.modifiers import DISTINCT, VISITS
from assistant.scenario import Scenario
from corpus.rulebook import entry

_OF_A_MODIFIER = re.compile(
    r"\b(?:invalid|wrong|valid|inappropriate) (?:mod|modifier)s?\b|\bmod(?:ifier)? (?:is )?(?:in)?valid\b"
)
_OF_A_RECORD = re.compile(r"\b(?:docum\w*|charts?|records?|notes?|audit\w*|proof|order|report|paperwork|signatures?)\b")
_MODIFIERS_ALONE = re.compile(r"[,;.:] ?(?:any |which |what )?mod(?:ifier)?s?\s?\?+\s*$")
_WHO_FIRST = re.compile(r"\W*(?:\w+ ){0,2}who(?:'s|se|m)?\b")
_STAGED = re.compile(r"\b(?:staged|planned|second|2nd|third|3rd|next|another|later|again|repeat(?:ed)?)\b")
_ON_ONE_DAY = re.compile(r"\bsame (?:day|date|dos)\b|\bsame-day\b|\b(?:of|on) (?:a|one|the) day\b")
_STAFF = re.compile(
    r"\b(?:nps?|pas?|apps?|nurses?|aprn|assistants?|mid-?levels?|extenders?|residents?|practitioners?)\b"
    r"(?! (?:table|edit|mue|limit|ncci|ptp|file))"
)
_SPECIALTY = re.compile(
    r"\b(?:family (?:physician|doctor|practice|medicine|doc)|internists?|dermatolog\w+|derms?|mohs|plastic surgeons?|"
    r"general practitioners?|urologists?|neurosurgeons?|(?:non-?)?radiation oncologists? (?:trained|certified))\b"
)
_GLOBAL_DAYS = re.compile(r"\bglobal (?:surgery |surgical )?(?:days?|periods?|indicator)\b|\b(?:90|10)[- ]day global\b")
_REASON = re.compile(
    r"\bfor (?:(?:an?|the|her|his|their|new) )*(?!billing|medicare|radiation|this|that|uhc|aetna)[a-z]{4,}|"
    r"\bweekly (?:check|visit)|\bon[- ]treatment (?:check|visit|exam)|\bbecause\b|\bdue to\b|"
    r"\bunrelated\b|\bnew problem\b"
)
_GLOBAL = re.compile(r"\bglobal(?:ly)?\b|\bsplit\b")
OF_A_VISIT_ALONE = frozenset({"coverage", "validity", "frequency", "pair", "which_code"})


def has_a_visit(scenario: Scenario, words: str) -> bool:
    """Whether an evaluation and management visit is in the question, by its code or by its name."""
    return is_of_a_visit(words) or any(code.startswith(VISITS) for code in scenario.codes)


def without_what_is_only_told(matters: set[str], scenario: Scenario, words: str) -> set[str]:
    """The matters without those that words of a case only seem to ask, and with the pair that 59 is to open."""
    wanted = set(matters)
    if "modifier" in wanted and _OF_A_MODIFIER.search(words):
        wanted.discard("validity")  # "invalid modifier" speaks of no code
    if "who_bills" in wanted and not _OF_A_RECORD.search(words):
        wanted.discard("documentation")  # "the NP sees the patient and signs"
    if has_a_visit(scenario, words) and scenario.codes and wanted & {"pair", "coverage", "modifier"}:
        wanted.add("modifier")  # 25 on the visit's line
        wanted -= {"who_bills", "documentation", "which_code", "definition", "validity"}  # "doc bills both" tells who
    if len(scenario.codes) > 1 and DISTINCT & set(scenario.modifiers):
        wanted.add("pair")
    return wanted


def modifiers_asked(scenario: Scenario, words: str, day: date) -> tuple[str, ...]:
    """Those named; where none is, 58 for a further step inside a global period of days, 76 for a repeat of one day."""
    if scenario.modifiers or not _STAGED.search(words):
        return scenario.modifiers
    if len(scenario.codes) == 1 and _ON_ONE_DAY.search(words):
        return ("76",)
    held = [one for code in scenario.codes if (known := entry(code)) for one in known.global_days if one.holds_on(day)]
    return ("58",) if any(one.value in ("010", "090") for one in held) else ()


def is_of_global(words: str) -> bool:
    """Whether it is asked if a code goes out whole or in its two parts."""
    return _GLOBAL.search(words) is not None and not is_of_global_days(words)


_OF_TWO_BASES = re.compile(
    r"\bweek(?:s|ly)?,? (?:or|vs\.?|versus) (?:by |per |every |each |once )*(?:five|5)\b|"
    r"\b(?:five|5) (?:fx|tx|fractions?|treatments?|sessions?) (?:or|vs\.?|versus) "
    r"(?:by |per |every |each |a |the )*(?:calendar )?week"
)


def is_open(words: str) -> bool:
    """ "Who bills it, and does the physician ...?", "..., modifiers?", "by the week or by fives?" want no yes or no."""
    return any(one.search(words) for one in (_WHO_FIRST, _MODIFIERS_ALONE, _OF_TWO_BASES))


def is_of_staff(words: str) -> bool:
    """Whether a nurse practitioner, an assistant or a resident is in the question."""
    return _STAFF.search(words) is not None


def is_of_a_specialty(words: str) -> bool:
    """Whether a physician of another specialty is to bill, and not which part of the code."""
    bills = _SPECIALTY.search(words) and re.search(r"\bbill(?:s|ed|ing)?\b|\bcharges?\b", words)
    return bool(bills) and not re.search(r"\b(?:split|modifiers?|mods?|26|tc|global\w*|read by)\b", words)


def is_of_global_days(words: str) -> bool:
    """Whether the global period of a code is asked for."""
    return _GLOBAL_DAYS.search(words) is not None


def tells_why(words: str) -> bool:
    """Whether a question about a visit says what it was for, so that nobody need ask."""
    return _REASON.search(words) is not None
