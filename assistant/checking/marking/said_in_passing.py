"""Services and techniques told in words that mean something else elsewhere: "guidance", "electrons with photons"."""

# ruff: noqa: E501 - patterns: one thought, one line
from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.reading.patterns import Seldom
from assistant.reading.services import CANDIDATES, ServiceMention

EXTRA_SERVICES = Seldom(
    r"\bstereotactic (?:body )?(?:treatment )?(?:delivery|management)\b"
    r"|(?:(?<=^)|(?<=because )|(?<=since )|(?<=so )|(?<=as )|(?<=: ))guidance(?= (?:is|isn't|can|cannot|can't|may|gets|should|comes)\b)"
    r"|(?:(?<=contains )|(?<=contains the )|(?<=includes )|(?<=includes the )|(?<=covers the ))guidance\b",
    "stereotactic",
    "guidance",
)
_EXTRA = {"delivery": "SBRT delivery", "management": "SBRT management", "guidance": "image guidance"}


def services_in_passing(lower: str) -> Iterator[ServiceMention]:
    """The services that only their place in the sentence tells."""
    for found in EXTRA_SERVICES.finditer(lower):
        name = _EXTRA[found.group().split()[-1]]
        yield ServiceMention(name, CANDIDATES[name], found.start(), found.end())


TWO_AT_ONCE = re.compile(r"\b(?:same|one|single) (?:session|fraction|treatment|visit)\b|\bmix|\bcombin")


def of_several_words(value: str, said: str, lower: str) -> bool:
    """ "Electrons mixed with photons", "total-skin electrons"; electrons and photons are one technique in one session only."""
    if value == "mixed" and " and " in said:
        return TWO_AT_ONCE.search(lower) is not None
    return value not in ("2d", "3d") and (" " in said or "-" in said)
