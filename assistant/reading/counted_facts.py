"""Numbers of a case that count something else than fractions: fields and arcs, sessions of a date, channels, sources."""

from __future__ import annotations

import re

from assistant.reading.extents import extents
from assistant.reading.facts_read import Fact
from assistant.reading.field_counts import count_of_fields, times_of_a_day
from assistant.reading.lexicon import Found
from assistant.reading.tokens import Tokens

_NEEDLES = re.compile(r"(?<![\w/.-])(?P<n>\d{1,2}) ?(?:[a-z]+ ){0,1}(?:needles?|catheters?)\b")
_SOURCES = re.compile(
    r"(?<![\w/.-])(?P<n>\d{1,3}) (?:(?:i-?125|iodine|pd-?103|palladium|cs-?131|cesium|radioactive|stranded|loose|ldr) ?(?:-?\d{3} )?){0,2}"
    r"(?:seeds?|sources?)\b"
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
    """Channels of an afterloader; needles and catheters are channels of one too."""
    told = [(one.low, start, end) for one, start, end in extents(tokens.text.lower) if one.measure == "channels" and one.single]
    if len({low for low, _, _ in told}) == 1:
        return Found(*told[0])
    return _one_number(_NEEDLES, tokens.text.lower) if not told and tokens.technique == "hdr" else None


def _one_number(pattern: re.Pattern[str], lower: str) -> Found[int] | None:
    told = list(pattern.finditer(lower))
    return Found(int(told[0]["n"]), told[0].start(), told[0].end()) if len({one["n"] for one in told}) == 1 else None
