"""A question for an amount of money: that none is held, before what is held of the payment."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.decision import Decision
from assistant.drafting.statements import Statement

NO_AMOUNTS = "Payment amounts are outside what Second Check covers today."


def say_no_amount(decision: Decision) -> Iterator[Statement]:
    """Said first, so that the status behind it is not taken for the amount."""
    if decision.asked.of_amount:
        yield Statement(NO_AMOUNTS)
