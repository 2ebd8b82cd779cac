"""Rows of the answer: each ruling, reference and fact in the shape of the outside contract."""

from __future__ import annotations

from datetime import date

from assistant.answer import Disagreement, Fact, FindingRow, ModifierRow, PairRow, UnitsRow
from assistant.decision import Decision
from assistant.rules.finding import (
    CodeRuling,
    Finding,
    ModifierRuling,
    PairRuling,
    StatusRuling,
    UnitsRuling,
    Verdict,
)
from assistant.rules.judged_line import JudgedLine
from assistant.scenario import Period, Scenario
from corpus.rulebook import Reference
from corpus.sources import load_sources

FOREVER = date(9999, 12, 31)
Ruling = UnitsRuling | ModifierRuling | PairRuling | CodeRuling | StatusRuling | Finding


def facts_of(scenario: Scenario) -> dict[str, Fact]:
    """What was understood, each fact with where it came from."""
    return {
        name: Fact(value=_plain(getattr(scenario, name)), origin=origin) for name, origin in scenario.origins.items()
    }


def units_row(ruling: UnitsRuling) -> UnitsRow:
    """Units of one code for one stretch of dates."""
    start, end = _ends(ruling.period)
    return UnitsRow(
        code=ruling.code, units=ruling.units, per_date=ruling.per_date, start=start, end=end, payer=ruling.payer,
        setting=ruling.setting, finding=ruling.verdict, why=ruling.why,
    )  # fmt: skip


def modifier_row(ruling: ModifierRuling) -> ModifierRow:
    """One modifier on one code for one stretch of dates."""
    start, end = _ends(ruling.period)
    return ModifierRow(
        code=ruling.code, modifier=ruling.modifier, allowed=ruling.allowed, required=ruling.required, start=start,
        end=end, payer=ruling.payer, why=ruling.why,
    )  # fmt: skip


def pair_row(ruling: PairRuling) -> PairRow:
    """Two codes on one date."""
    start, end = _ends(ruling.period)
    return PairRow(codes=ruling.codes, together=ruling.together, start=start, end=end, why=ruling.why)


def findings_of(decision: Decision) -> tuple[FindingRow, ...]:
    """Every rule that was asked, with its reference, for "how this was worked out"."""
    rows = [_row(f"units.{one.code}", one.verdict, one) for one in decision.units]
    rows += [_row(f"modifiers.{one.code}-{one.modifier}", _verdict(one.allowed), one) for one in decision.modifiers]
    known: dict[str, bool | None] = {"yes": True, "no": False}
    rows += [
        _row(f"pairs.{'-'.join(one.codes)}", _verdict(known.get(one.together), one.together), one)
        for _, one in decision.pairs
    ]
    rows += [row for one in decision.lines for row in _line_rows(one)]
    rows += [_row(f"codes.{one.code}", _verdict(one.valid), one) for one in decision.codes]
    rows += [
        _row(f"status.{one.code}", "no_data" if one.treatment == "no_data" else "pass", one)
        for one in decision.statuses
    ]
    return tuple(rows)


def _line_rows(one: JudgedLine) -> list[FindingRow]:
    """What speaks against a claim line and what leaves it open; a line that stands says so."""
    rule = f"claim.{'-'.join((one.line.code, *one.line.modifiers))}"
    found = [*(each.finding for each in one.objections), *one.doubts]
    if not found:
        return [FindingRow(rule=rule, finding="pass", why="Nothing held speaks against it.", reference="none held")]
    return [_row(rule, each.verdict, each) for each in found]


def disagreements_of(decision: Decision) -> tuple[Disagreement, ...]:
    """Who says otherwise about the codes asked, and what the answer follows instead."""
    sources = load_sources()
    return tuple(
        Disagreement(
            says=one.says, source=one.source, publisher=sources[one.source].publisher, overruled_by=one.overruled_by
        )
        for _, one in decision.disagreements
        if one.source in sources
    )


def spoken(reference: Reference) -> str:
    """A reference in one line: source, section, releases."""
    section = f"section {reference.section}" if reference.section else ""
    parts = (reference.source, section, ", ".join(reference.releases))
    return ", ".join(part for part in parts if part)


def _row(rule: str, verdict: Verdict, ruling: Ruling) -> FindingRow:
    reference = "; ".join(dict.fromkeys(spoken(one) for one in ruling.references)) or "none held"
    return FindingRow(rule=rule, finding=verdict, why=ruling.why, reference=reference)


def _verdict(settled: bool | None, together: str = "") -> Verdict:
    if together == "with modifier":
        return "pass"
    if settled is None:
        return "no_data"
    return "pass" if settled else "fail"


def _ends(period: Period) -> tuple[str | None, str | None]:
    start = None if period.start == date.min else period.start.isoformat()
    return start, None if period.end >= FOREVER else period.end.isoformat()


def _plain(value: object) -> object:
    if isinstance(value, Period):
        return value.start.isoformat() if value.is_day else f"{value.start}..{value.end}"
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value
