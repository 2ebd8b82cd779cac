"""What to do about a denial, as far as a rule explains it."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.decision import Decision
from assistant.drafting.statements import Statement, both
from assistant.rules import payers


def say_denial(decision: Decision) -> Iterator[Statement]:
    """An ended code is corrected; what the payment system bundles or packages is not won by an appeal."""
    if "denial" not in decision.asked.matters:
        return
    for ruling in decision.codes:
        if ruling.valid is False and ruling.replaced_by:
            text = f"A denial of {ruling.code} for such a date is corrected, not appealed: send the right code instead."
            yield Statement(text, ruling.references, ruling.code)
    if not payers.is_medicare(decision.scenario.payer):
        return
    unpaid = [one for one in decision.statuses if one.treatment in ("bundled", "packaged")]
    unpaid = [one for one in unpaid if one.period.start <= decision.day <= one.period.end]
    if unpaid:
        codes = tuple(dict.fromkeys(one.code for one in unpaid))
        references = tuple(dict.fromkeys(reference for one in unpaid for reference in one.references))
        text = f"A denial of {both(codes)} on that ground follows the status; nothing we hold supports an appeal."
        yield Statement(text, references, codes[0])
