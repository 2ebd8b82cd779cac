"""The global period of a code in words."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.decision import Decision
from assistant.drafting.statements import Statement, sentence
from corpus.rulebook import entry

PERIODS = {
    "XXX": "has no global period (XXX)",
    "ZZZ": "is an add-on without a global period of its own (ZZZ)",
    "000": "has a global period of its own day only (000)",
    "010": "has a global period of 10 days (010)",
    "090": "has a global period of 90 days (090)",
}


def say_global_days(decision: Decision) -> Iterator[Statement]:
    """What the fee schedule of the date says; nothing where it is not asked, or not held."""
    if not decision.asked.of_global_days:
        return
    for code in decision.asked.codes:
        known = entry(code)
        held = next((one for one in known.global_days if one.holds_on(decision.day)), None) if known else None
        if held is not None and held.value in PERIODS:
            text = sentence(decision.case, f"{code} {PERIODS[held.value]}.")
            yield Statement(text, (held.reference,), code)
