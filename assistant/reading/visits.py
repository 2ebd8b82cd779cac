"""A visit beside the treatment by its name: "E/M", "office visit"; the weekly on-treatment check is none of its own."""

from __future__ import annotations

import re

_VISIT = re.compile(
    r"\be ?/ ?m\b|\be&m\b|\bevaluation and management\b|\b(?:office|clinic|sick|consult\w*|"
    r"(?:new|established)[- ]patient) visits?\b"
)


def is_of_a_visit(lower: str) -> bool:
    """Whether a visit is named that would be billed with a code of its own."""
    return _VISIT.search(lower) is not None
