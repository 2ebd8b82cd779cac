"""Numbers of a case that count something else than fractions: fields and arcs, sessions of a date, channels, sources."""

from __future__ import annotations

import re

from assistant.reading.channels import channels_told
from assistant.reading.facts_read import Fact
from assistant.reading.field_counts import count_of_fields, times_of_a_day
from assistant.reading.lexicon import Found
from assistant.reading.tokens import Tokens

_SOURCES = re.compile(
    r"(?<![\w/.-])(?P<n>\d{1,3}) (?:(?!(?:strands?|needles?|of|in|with|or|and|per|each)\b)[a-z\d-]+ ){0,3}(?:seeds?|sources?)\b"
)


def counted_facts(tokens: Tokens) -> list[Fact]:
    """What the text counts beside fractions."""
    lower = tokens.text.lower
    found: dict[str, Found[int] | None] = {
        "fields": count_of_fields(lower),
        "on_one_date": times_of_a_day(lower),
        "channels": _channels(tokens),
        "sources": _one_number(_SOURCES, lower),
    }
    facts = [Fact(name, one.value, one.start, one.end) for name, one in found.items() if one is not None]
    fields = found["fields"]
    if fields is not None and "arc" in lower[fields.start : fields.end]:
        facts.append(Fact("arcs", True, fields.start, fields.end))
    return facts


def _channels(tokens: Tokens) -> Found[int] | None:
    channels = channels_told(tokens.text.lower, tokens.technique)
    return None if channels is None else Found(channels, 0, len(tokens.text.lower))


def _one_number(pattern: re.Pattern[str], lower: str) -> Found[int] | None:
    told = list(pattern.finditer(lower))
    return Found(int(told[0]["n"]), told[0].start(), told[0].end()) if len({one["n"] for one in told}) == 1 else None
