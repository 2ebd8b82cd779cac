"""A ruling that leaves no unit to bill, in words: bundled, packaged, not counted, or open."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.drafting.statements import Statement, many, reason, sentence, sentences_of
from assistant.rules import payers
from assistant.rules.codes import either
from assistant.rules.finding import UnitsRuling
from corpus.rulebook import entry

UNPAID = ("bundled", "packaged", "not_valid", "not_this_biller", "no_rule")  # whatever the number of fractions


def say_unpaid(ruling: UnitsRuling, lead: str = "", fractions: int | None = None) -> Iterator[Statement]:
    """Why nothing is billed or nothing is settled, and what to look at instead."""
    code, basis = ruling.code, ruling.basis

    def said(rest: str) -> Statement:
        return Statement(rest, ruling.references, code)

    if basis == "bundled":
        payer = payers.name(ruling.payer)
        bundles = f"the physician fee schedule bundles it{_since(ruling)} (status B)"
        yield said(sentence(lead, f"{payer} pays no unit of {code} separately: {bundles}."))
    elif basis == "packaged":
        once = f" once for the {ruling.reported_per}" if ruling.reported_per in ("course", "plan") else ""
        reported = f"the hospital reports it{once}, and nothing is paid separately for it"
        yield said(sentence(lead, f"{code} is packaged (OPPS status N): {reported}."))
    elif basis in ("counted", "counted_so_far") and ruling.units == 0:
        course = " so far" if basis == "counted_so_far" else f" for {many(fractions, 'fraction')}" if fractions else ""
        yield said(sentence(lead, f"bill no unit of {code}{course}."))
        yield from (said(part) for part in sentences_of(ruling.why) if not part.startswith("That makes"))
    elif basis == "no_rule" and not payers.is_medicare(ruling.payer):
        payer = payers.name(ruling.payer)
        yield said(sentence("", f"{payer}'s rule on units of {code} is not in our sources."))
        yield said(f"The code still exists; Medicare's rule does not bind {payer}.")
    elif basis == "not_this_technique" and ruling.see:
        yield said(sentence(lead, f"do not bill {code} in this course: {either(ruling.see)} takes its place."))
    else:
        why = ruling.why.replace("One unit covers", f"One unit of {code} covers", 1)
        yield from reason(why, lead, ruling.references, code)


def _since(ruling: UnitsRuling) -> str:
    """The day from which the status holds, where it began inside our evidence."""
    known = entry(ruling.code)
    status = known.status_on(ruling.period.start, "mpfs") if known else None
    return f" from {status.start}" if status and known and status.start > known.status[0].start else ""
