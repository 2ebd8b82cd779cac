"""Units of a code for a course: one ruling for each period of the rule book the dates reach.

## What it does
Cuts the dates of service where a rule changes, asks in each piece whether the code exists, who may bill it and
how it is paid, and counts what the unit rule lets it count.

## Why it matters
The same 30 fractions make 6 units of 77417 in an office in 2025, none in 2026, and none paid in a hospital.

## Example
`units("77427", Scenario(fractions=28))` gives 6 units, one each on 6 dates.

## References
The unit rules of the rule book; status and component of the fee schedules in force on the date of service.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.rules import payers
from assistant.rules.codes import code_on, either, tidy
from assistant.rules.counting import Tally, tally
from assistant.rules.finding import UnitsRuling, Verdict
from assistant.rules.fractions import course_of, fractions_of
from assistant.rules.grounds import Ground, ground_of
from assistant.rules.periods import day_of, spoken, stretches, told_dates, window
from assistant.rules.unit_limits import with_daily_stop, with_limit
from assistant.scenario import Period, Scenario
from corpus.rulebook import CodeEntry, OnePer, UnitRule, entry

EITHER_SETTING = ("freestanding", "hospital_outpatient")  # asked of both when the setting was not told


def units(code: str, scenario: Scenario) -> tuple[UnitsRuling, ...]:
    """The rulings, in order of dates; per setting where none was told and the answers differ.

    Raises CountError and DateError for facts that cannot be.
    """
    code = tidy(code)
    count = fractions_of(scenario)
    known = entry(code)
    if known is None:
        return (_unknown(code, scenario),)
    if scenario.setting is not None or not payers.is_medicare(scenario.payer):
        return _by_period(known, scenario, count)
    one, other = (_by_period(known, scenario.but(setting=setting), count) for setting in EITHER_SETTING)
    return _without_needless_setting(one, other)


def _by_period(known: CodeEntry, scenario: Scenario, count: int | None) -> tuple[UnitsRuling, ...]:
    whole = window(known, scenario)
    values = (*known.periods, *known.component, *known.status, *known.units, *known.relations)
    pieces: list[tuple[Period, Ground]] = []
    for piece in stretches(whole, values):
        ground = ground_of(known, piece.start, scenario, count)
        if pieces and pieces[-1][1].same_as(ground):
            first, before = pieces.pop()
            pieces.append((Period(first.start, piece.end), before.joined(ground)))
        else:
            pieces.append((piece, ground))
    crossing = told_dates(scenario) is not None and len(pieces) > 1
    return tuple(_ruling(known, piece, ground, scenario, count, crossing) for piece, ground in pieces)


def _ruling(
    known: CodeEntry, piece: Period, ground: Ground, scenario: Scenario, count: int | None, crossing: bool
) -> UnitsRuling:
    if ground.settles:
        verdict: Verdict = ground.verdict
        return _made(
            known, piece, ground, scenario, Tally(ground.units, ground.why, ground.basis, verdict, ground.units)
        )
    rule = ground.rule
    assert rule is not None
    if crossing:
        count = _fractions_in(piece, scenario)
        if count is None and not _counts_without(rule):
            why = (
                f"The dates cross a change of the rules for {known.code}, and each session follows its own date: "
                f"say how many fractions fell {spoken(piece)}."
            )
            return _made(known, piece, ground, scenario, Tally(None, why, "needs_count", "no_data"))
    counted = tally(rule, course_of(_with_own_fields(rule, scenario), count))
    if counted.basis == "needs_count" and counted.per_date is None:
        counted = with_limit(known, piece, scenario, counted)
    counted = with_daily_stop(known, piece, scenario, counted)
    if not ground.payable_known:
        counted = _payment_unknown(counted, ground)
    if counted.units == 0 and ground.see:
        counted = replace(counted, why=f"{counted.why} For a whole course of {count} see {either(ground.see)}.")
    return _made(known, piece, ground, scenario, counted)


def _with_own_fields(rule: UnitRule, scenario: Scenario) -> Scenario:
    """The fields of an IMRT plan need calculations, and no device beside the plan's own."""
    if rule.one_per.thing != "device":
        return scenario
    return scenario.but(fields=None if scenario.technique == "imrt" else scenario.shaped_fields)


def _fractions_in(piece: Period, scenario: Scenario) -> int | None:
    """The fractions of this piece, when the course was told in parts that none straddles and that miss nothing."""
    told = sum(part.fractions for part in scenario.sessions)
    if told == 0 or (scenario.fractions is not None and told != scenario.fractions):
        return None
    inside = [part for part in scenario.sessions if part.period.overlaps(piece)]
    if any(part.period.start < piece.start or part.period.end > piece.end for part in inside):
        return None
    return sum(part.fractions for part in inside)


def _counts_without(rule: UnitRule) -> bool:
    return rule.one_per.fractions is None and rule.one_per.thing not in ("session", "day")


def _payment_unknown(counted: Tally, ground: Ground) -> Tally:
    why = f"{counted.why} Whether they were paid apart is open: {ground.why}"
    return replace(counted, units=None, why=why, basis="no_rule", verdict="no_data", dates=None, provided="", stop="")


def _made(known: CodeEntry, piece: Period, ground: Ground, scenario: Scenario, counted: Tally) -> UnitsRuling:
    provided = f" This holds if {counted.provided}." if counted.provided and counted.units else ""
    covers = one_per(ground.rule.one_per) if ground.rule else ""
    return UnitsRuling(
        code=known.code,
        units=counted.units,
        per_date=counted.per_date,
        period=piece,
        payer=payers.payer_of(scenario.payer),
        setting=scenario.setting,
        verdict=counted.verdict,
        why=f"{counted.why}{provided}{payers.caution(scenario.payer) if ground.medicares else ''}",
        basis=counted.basis,
        references=(*ground.references, *((counted.limit.reference,) if counted.limit else ())),
        settled=counted.settled,
        started=counted.started,
        leftover=counted.leftover,
        one_per=covers if not ground.settles else "",
        reported_per=covers if ground.settles else "",
        dates=counted.dates,
        provided=counted.provided,
        stop=counted.stop,
        limit=counted.limit,
        see=ground.see,
    )


def one_per(unit: OnePer) -> str:
    """What one unit covers: "5 fractions", "session", "course"."""
    return f"{unit.fractions} fractions" if unit.fractions else str(unit.thing)


def _unknown(code: str, scenario: Scenario) -> UnitsRuling:
    day = day_of(scenario)
    ruling = code_on(code, day)
    zero = 0 if ruling.valid is False else None
    verdict: Verdict = "not_applicable" if ruling.valid is False else "no_data"
    basis = "not_valid" if ruling.valid is False else "no_rule"
    whole = told_dates(scenario) or ruling.period
    payer = payers.payer_of(scenario.payer)
    return UnitsRuling(
        code,
        zero,
        None,
        whole,
        payer,
        scenario.setting,
        verdict,
        ruling.why,
        basis,
        ruling.references,
        see=ruling.replaced_by,
    )


def _without_needless_setting(one: tuple[UnitsRuling, ...], other: tuple[UnitsRuling, ...]) -> tuple[UnitsRuling, ...]:
    """The rulings of both settings in order of dates, said once where the setting makes no difference."""
    there = {_answer(ruling): ruling for ruling in other}
    same = {_answer(ruling) for ruling in one} & set(there)
    both = [replace(ruling, setting=None) for ruling in one if _answer(ruling) in same]
    apart = [ruling for ruling in (*one, *other) if _answer(ruling) not in same]
    return tuple(sorted((*both, *apart), key=lambda ruling: ruling.period.start))


def _answer(ruling: UnitsRuling) -> tuple[object, ...]:
    return (ruling.period, ruling.units, ruling.per_date, ruling.verdict, ruling.basis, ruling.settled)
