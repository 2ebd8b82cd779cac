"""Radioactive sources in words: they are counted one by one, whatever holds them together."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.decision import Decision
from assistant.drafting.statements import Statement, many
from corpus.rulebook import Reference

COUNTED = (
    Reference(source="cgs-brachytherapy-sources-2010", section="rule"),
    Reference(source="aapm-brachytherapy-sources-2019"),
)


def say_sources(decision: Decision) -> Iterator[Statement]:
    """How many units the source code takes: strands and needles that hold the sources do not count."""
    number = decision.scenario.sources
    if number is None or not decision.asked.of_source_code or "units" not in decision.asked.matters:
        return
    yield Statement(f"Bill {many(number, 'unit')} of the source code, one for each source.", COUNTED)
    yield Statement("Sources in a strand are counted one by one.", COUNTED[:1])
