"""A visit beside the treatment by its name: "E/M", "office visit"; the weekly on-treatment check is none of its own."""

from __future__ import annotations

import re
from typing import Literal

_VISIT = re.compile(
    r"\be ?/ ?m\b|\be&m\b|\bevaluation and management\b|\b(?:office|clinic|sick|consult\w*|"
    r"(?:new|established)[- ]patient) visits?\b"
)

# After the course: whether that is inside what treatment management pays for is disputed.
_AFTERWARDS = re.compile(
    r"\b(?:f/u|fu|follow[- ]?ups?)\b|\b(?:after|since|post|finished|completed|ended|done with) (?:the |her |his |their )?"
    r"(?:rt|xrt|radiation|radiotherapy|treatments?|course)\b"
)
_CHECK = re.compile(
    r"\b(?:weekly|on[- ]treatment|status|routine)(?: md| physician)? (?:check|visit|exam|see)\b|\botv\b|"
    r"\bjust (?:the |a )?(?:check|weekly)\b"
)
_BARE = re.compile(r"^\W*(?:yes|no|y|n|yep|nope|maybe|not sure|don'?t know|idk)?\W*$")
ASKED = "what was the visit for"  # drafting/asks.py
LONGEST_REPLY = 14  # words
VisitReason = Literal["check", "other", "open", ""]


def visit_reason(lower: str, asked: str) -> VisitReason:
    """What the reply to "What was the visit for?" tells: the on-treatment check, something else, or nothing yet."""
    is_reply = ASKED in asked.lower() and "?" not in lower and len(lower.split()) <= LONGEST_REPLY
    if not is_reply or re.search(r"\b\d{5}\b", lower):
        return ""
    if _BARE.match(lower):
        return "open"
    return "check" if _CHECK.search(lower) and not re.search(r"\bnot\b", lower) else "other"


def is_afterwards(lower: str) -> bool:
    """Whether the visit was after the course."""
    return _AFTERWARDS.search(lower) is not None


def is_of_a_visit(lower: str) -> bool:
    """Whether a visit is named that would be billed with a code of its own."""
    return _VISIT.search(lower) is not None
