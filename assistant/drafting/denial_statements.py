"""What to do about a denial, as far as a rule explains it."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.decision import Decision
from assistant.drafting.statements import Statement, both
from assistant.rules import payers
from assistant.rules.ties import containing
from corpus.rulebook import Reference, entry
from corpus.sources import load_sources


def say_denial(decision: Decision) -> Iterator[Statement]:
    """An ended code is corrected; what the payment system bundles or packages is not won by an appeal."""
    if "denial" not in decision.asked.matters:
        return
    for ruling in decision.codes:
        if ruling.valid is False and ruling.replaced_by:
            text = f"A denial of {ruling.code} for such a date is corrected, not appealed: send the right code instead."
            yield Statement(text, ruling.references, ruling.code)
    if not payers.is_medicare(decision.scenario.payer):
        yield from _other_payers(decision)
        return
    for biller in decision.billers:
        if biller.allowed is False:
            right = f"A denial of {biller.code} on that ground is right"
            text = f"{right}: withdraw the line, nothing we hold supports an appeal."
            yield Statement(text, biller.references, biller.code)
    if "other_code" in decision.asks:
        yield from _inside_of(decision)
    unpaid = [one for one in decision.statuses if one.treatment in ("bundled", "packaged")]
    unpaid = [one for one in unpaid if one.period.start <= decision.day <= one.period.end]
    if unpaid:
        codes = tuple(dict.fromkeys(one.code for one in unpaid))
        references = tuple(dict.fromkeys(reference for one in unpaid for reference in one.references))
        text = f"A denial of {both(codes)} on that ground follows the status; nothing we hold supports an appeal."
        yield Statement(text, references, codes[0])


def _inside_of(decision: Decision) -> Iterator[Statement]:
    """The codes whose work contains the denied one: beside one of them nothing is won by an appeal."""
    code = decision.asked.codes[0]
    around = containing(code, decision.day)
    verb = "contains" if len(around) == 1 else "contain"
    references = tuple(
        tie.reference for other in around if (known := entry(other)) for tie in known.relations if code in tie.codes
    )
    yield Statement(f"{both(around)} {verb} {code}.", tuple(dict.fromkeys(references)), code)
    beside = "it" if len(around) == 1 else "one of them"
    text = f"Beside {beside} a denial of {code} is right, and nothing we hold supports an appeal."
    yield Statement(text, tuple(dict.fromkeys(references)), code)


def _other_payers(decision: Decision) -> Iterator[Statement]:
    """What a source advises where a payer refuses a modifier that nothing we hold of this payer settles."""
    open_ones = {ruling.modifier for ruling in decision.modifiers if ruling.allowed is None}
    for code, one in decision.disagreements:
        source = load_sources().get(one.source)
        if source and any(f"modifier {name}" in one.says and "den" in one.says for name in open_ones):
            text = f"{source.publisher} says of {code}: {one.says[:1].lower()}{one.says[1:]}."
            yield Statement(text, (Reference(source=one.source),), code)
