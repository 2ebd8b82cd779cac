"""Numbers of a case that count something else than fractions: fields and arcs, sessions of a date, channels, sources."""

from __future__ import annotations

import re

from assistant.reading.channels import channels_told
from assistant.reading.devices_told import made_for_immobilisation
from assistant.reading.facts_read import Fact
from assistant.reading.field_counts import SMALL, count_of_fields, times_of_a_day
from assistant.reading.lexicon import Found
from assistant.reading.tokens import Tokens

_SOURCES = re.compile(
    r"(?<![\w/.-])(?P<n>\d{1,3}) (?:(?!(?:strands?|needles?|of|in|with|or|and|per|each)\b)[a-z\d-]+ ){0,3}(?:seeds?|sources?)\b|\b(?:seeds|sources) (?P<behind>\d{1,3})(?![\w/.-])"
)


def counted_facts(tokens: Tokens) -> list[Fact]:
    """What the text counts beside fractions."""
    lower = tokens.text.lower
    found: dict[str, Found[int] | None] = {
        "fields": count_of_fields(lower),
        "on_one_date": times_of_a_day(lower),
        "measured": _measured(lower),
        "channels": _channels(tokens),
        "sources": _one_number(_SOURCES, lower),
    }
    facts = [Fact(name, one.value, one.start, one.end) for name, one in found.items() if one is not None]
    fields = found["fields"]
    if fields is not None and "arc" not in lower[fields.start : fields.end]:
        held = made_for_immobilisation(lower)
        facts += [] if held is None else [Fact("shaped_fields", fields.value + held, fields.start, fields.end)]
    return facts


# Codes of which the number of channels or sources picks one.
BY_NUMBER = {"channels": {"77770", "77771", "77772", "77316", "77317", "77318"}, "sources": {"77316", "77317", "77318"}}


def names_its_number(tokens: Tokens) -> bool:
    """Whether a code stands beside the number that decides its family: "77316 for 95 seeds ok?"."""
    codes = {one.code for one in tokens.codes}
    told = {fact.name for fact in counted_facts(tokens)}
    return len(codes) == 1 and any(name in told and codes <= family for name, family in BY_NUMBER.items())


_IN_VIVO = re.compile(r"\b(?:diodes?|tlds?|osl\w*|mosfets?|dosimeters?|in[- ]?vivo|77331)\b")
_POINTS = re.compile(
    r"(?<![\w/.-])(?P<n>\d{1,2}|one|two|three|four|five|six|a single) (?:(?:separate|different|diode|tld|osl|osld|mosfet|dose|measured|"
    r"measurement|dosimeter|in[- ]vivo) ){0,3}(?:points?|readings?|measurements?|diodes?|tlds?|dosimeters?|mosfets?|oslds?)\b"
)


def _measured(lower: str) -> Found[int] | None:
    """The measured points of one date; a number that is one of several things leaves it open."""
    if not _IN_VIVO.search(lower):
        return None
    told = list(_POINTS.finditer(lower))
    numbers = {1 if one["n"] == "a single" else SMALL.get(one["n"]) or int(one["n"]) for one in told}
    if len(numbers) != 1 or re.search(r"\b(?:each|every|per|or|another|second|daily)\b", lower):
        return None
    return Found(numbers.pop(), told[0].start(), told[-1].end())


def _channels(tokens: Tokens) -> Found[int] | None:
    channels = channels_told(tokens.text.lower, tokens.technique)
    return None if channels is None else Found(channels, 0, len(tokens.text.lower))


def _one_number(pattern: re.Pattern[str], lower: str) -> Found[int] | None:
    told = list(pattern.finditer(lower))
    numbers = {one["n"] or one["behind"] for one in told}
    return Found(int(numbers.pop()), told[0].start(), told[0].end()) if len(numbers) == 1 else None
