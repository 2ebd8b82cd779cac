"""Everything a text mentions, each character claimed once: what facts and advice are both read from.

Codes claim first, then modifiers, dates, places of service and doses; what is left of the digits is a count.
A character of a count that nobody explains is for the gate to refuse.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Protocol

from assistant.reading.billers import find_billers
from assistant.reading.codes import CodeMention, find_codes
from assistant.reading.dates import DateMention, find_dates
from assistant.reading.fixed import fixed
from assistant.reading.lexicon import Found
from assistant.reading.modifiers import ModifierMention, find_modifiers
from assistant.reading.numbers import NumberMention, find_numbers
from assistant.reading.payers import find_administrators, find_payers
from assistant.reading.services import ServiceMention, find_services
from assistant.reading.settings import find_places_of_service, find_settings
from assistant.reading.techniques import find_motion_management, find_sites, find_techniques, technique_of
from assistant.reading.text import Text, normalise


class Mention(Protocol):
    """Anything with a place in `Text.plain`."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


@fixed
class Tokens:
    """The mentions of one text by kind, each kind in reading order; spans count in `text.plain`."""

    text: Text
    codes: tuple[CodeMention, ...]
    modifiers: tuple[ModifierMention, ...]
    services: tuple[ServiceMention, ...]
    dates: tuple[DateMention, ...]
    numbers: tuple[NumberMention, ...]
    payers: tuple[Found[str], ...]
    administrators: tuple[Found[str], ...]
    settings: tuple[Found[str], ...]
    places_of_service: tuple[Found[str], ...]
    billers: tuple[Found[str], ...]
    techniques: tuple[Found[str], ...]
    sites: tuple[Found[str], ...]
    motion_management: tuple[Found[bool], ...]
    diagnoses: tuple[Found[str], ...]  # ICD-10 codes: no count, no billing code
    names: tuple[Found[str], ...]  # other words with digits that are no counts: "3D", "UB-04", "4DCT"

    @property
    def technique(self) -> str | None:
        return technique_of(list(self.techniques))


_DIAGNOSIS = re.compile(r"(?<![\w.])(?:[a-tv-z]\d[\da-z]\.[\da-z]{1,4}|(?:c|d|z)\d\d)(?![\w.]\w|\w)")
_NAMES = re.compile(
    r"(?<![\w.])(?:[234]-?d(?:crt|ct| ?-?crt)?|ub-?04|(?:cms|hcfa)-?1500|icd-?10|h1n1|\d+fx(?=z)|"
    r"two-dimensional|three-dimensional|"
    r"three-d|two-d|part [abcd]|chapter \d+|ch\.? ?\d+|section \d+(?:\.\d+)*|§ ?\d+(?:\.\d+)*|"
    r"tg-?\d+|apc \d{4}|level (?:[123]|one|two|three|i{1,3})|"
    r"indicator \d|l\d{5}|a\d{5}|cpb \d{3,4}|rev(?:enue)? ?(?:code)? ?0\d{3}|phase (?:\d|i{1,3})|"
    r"stage (?:\d|i{1,3}v?)[ab]?|"
    r"(?:co|pr|oa|pi)-?\s?\d{1,3}(?=\D|$)|carc \d+|rarc [a-z]?\d+|24/7|1-800[-\w]*|\d{1,3}[ "
    r"-]?y(?:ear|r)?s?[ /-]?o(?:ld)?|"
    r"(?:first|second|third) (?:course|patient|phase)|one-?time|no one|which one|this one|that "
    r"one|each one|the other one)(?!\w)"
)


def read_tokens(text: Text | str, today: date) -> Tokens:
    """Read every mention of a text; `today` settles "last month" and dates without a year. Linear time."""
    if isinstance(text, str):
        text = normalise(text)
    codes = find_codes(text)
    modifiers = find_modifiers(text, codes)
    claimed = bytearray(len(text.plain))
    _claim(claimed, codes)
    _claim(claimed, modifiers)
    dates = [one for one in find_dates(text, today) if not any(claimed[one.start : one.end])]
    _claim(claimed, dates)
    diagnoses = _found(_DIAGNOSIS, text, claimed)
    places = find_places_of_service(text)
    names = _found(_NAMES, text, claimed)
    motion_management = find_motion_management(text)
    for mentions in (diagnoses, places, names, motion_management):
        _claim(claimed, mentions)
    techniques = find_techniques(text)
    moving = {at for one in motion_management for at in range(one.start, one.end)}
    return Tokens(
        text=text,
        codes=tuple(codes),
        modifiers=tuple(modifiers),
        services=tuple(one for one in find_services(text, technique_of(techniques)) if not _inside(one, moving)),
        dates=tuple(dates),
        numbers=tuple(find_numbers(text, claimed)),
        payers=tuple(find_payers(text)),
        administrators=tuple(find_administrators(text)),
        settings=tuple(find_settings(text)),
        places_of_service=tuple(places),
        billers=tuple(find_billers(text)),
        techniques=tuple(techniques),
        sites=tuple(find_sites(text)),
        motion_management=tuple(motion_management),
        diagnoses=tuple(diagnoses),
        names=tuple(names),
    )


def _inside(one: Mention, characters: set[int]) -> bool:
    """ "motion management" is no "management"."""
    return one.start in characters or one.end - 1 in characters


def _found(pattern: re.Pattern[str], text: Text, claimed: bytearray) -> list[Found[str]]:
    matches = pattern.finditer(text.lower)
    return [Found(m.group(), m.start(), m.end()) for m in matches if not any(claimed[m.start() : m.end()])]


def _claim(claimed: bytearray, mentions: Iterable[Mention]) -> None:
    for one in mentions:
        claimed[one.start : one.end] = b"\x01" * (one.end - one.start)
