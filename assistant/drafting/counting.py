"""Everything the rules count for a question, in statements: units, limits, what held before, and a warning."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from assistant.decision import Decision
from assistant.drafting.leads import PLACES, lead_of, led
from assistant.drafting.statements import Statement, both, many
from assistant.drafting.unit_statements import say_any_number_of_fields, say_frequency, say_units
from assistant.rules import payers
from assistant.rules.codes import either
from assistant.rules.finding import UnitsRuling
from assistant.rules.limits import EXCESS, limit, table_of
from assistant.rules.modifiers import REPEATED
from assistant.rules.periods import spoken
from corpus.rulebook import Limit, Reference, entry


def say_counts(decision: Decision) -> Iterator[Statement]:
    """Each ruling for the dates told, then what held before; how often, where no number was asked."""
    counting = "units" in decision.asked.matters and decision.scenario.fractions is not None
    if "denial" in decision.asked.matters and "frequency" not in decision.asked.matters and not counting:
        yield from _limits(decision, told=False)
        return
    ended = {code.why for code in decision.codes if code.valid is not True}  # said already, with its day
    wanted = [one for one in _asked_of(decision) if one.why not in ended and not _is_of_no_concern(one, decision)]
    for ruling in _grouped(wanted):
        lead = lead_of(ruling, decision.units, decision)
        settled = (
            ruling.basis in ("once", "per_field", "per_measurement", "of_one_date")
            or not ruling.one_per
            or _is_counted_in_the_record(ruling)
        )
        if counting or settled:
            yield from say_units(ruling, lead, decision.scenario.fractions)
            if decision.scenario.fields is not None:
                yield from say_any_number_of_fields(ruling)
        else:
            yield from say_frequency(ruling, lead)
    repeated = bool(set(decision.asked.modifiers) & REPEATED) and "frequency" in decision.asked.matters
    if ("units" in decision.asked.matters or repeated) and (
        not counting or decision.asked.of_one_date or "denial" in decision.asked.matters
    ):
        yield from _limits(decision)
    for ruling in () if _are_dates_compared(decision) else decision.before:
        lead = led(decision.case, f"through {ruling.period.end}", PLACES.get(ruling.setting or "", ""))
        yield from say_frequency(ruling, lead)
    yield from _technical_only(decision)


def _is_of_no_concern(ruling: UnitsRuling, decision: Decision) -> bool:
    """That the code of a service was not valid once is told of a code written in the question, not of one we chose."""
    if ruling.basis == "no_rule" and "which_code" in decision.asked.matters and decision.choices:
        return True  # the code was asked, not how often
    past = ruling.basis in ("not_valid", "not_this_technique", "packaged") and ruling.period.end < decision.day
    return past and decision.scenario.dos is None and ruling.code in decision.asked.by_name


def _are_dates_compared(decision: Decision) -> bool:
    """What held before has a case of its own there."""
    told = decision.scenario.dos
    return told is not None and decision.case == spoken(told)


def _asked_of(decision: Decision) -> list[UnitsRuling]:
    """Who asks how often wants what is counted: that nothing was payable before it began is another question."""
    counted = {one.code for one in decision.units if one.one_per and one.period.end >= decision.day}
    matters = decision.asked.matters
    if decision.scenario.dos is not None or matters & {"coverage", "validity", "comparison", "what_changed", "denial"}:
        return list(decision.units)
    return [one for one in decision.units if one.one_per or one.period.end >= decision.day or one.code not in counted]


def _limits(decision: Decision, *, told: bool = True) -> Iterator[Statement]:
    """The most units of one date, where no number of fractions says more; `told` what one unit covers and its limit."""
    if not payers.is_medicare(decision.scenario.payer):
        return
    table = table_of(decision.scenario)
    asked = decision.asked
    denied = "denial" in asked.matters
    wide = denied or asked.of_one_date or bool(asked.told_units)
    codes = dict.fromkeys(ruling.code for ruling in decision.units if ruling.counts_fractions or wide)
    if not denied:  # of what has no unit in the case no limit matters
        codes = {code: None for code in codes if any(one.units != 0 for one in decision.units if one.code == code)}
    in_record = {ruling.code for ruling in decision.units if ruling.limit}  # their own sentence tells it
    by_field = {ruling.code for ruling in decision.units if ruling.basis == "per_field"}
    alone = by_field or in_record
    alone = alone if len(alone) == 1 else {ruling.code for ruling in decision.units}
    counted = asked.by_name if decision.scenario.fractions is not None and not asked.of_a_limit else frozenset()
    for code in codes:
        if code in counted and not asked.told_units:
            continue  # a course whose codes we chose: its units have been said
        held = limit(code, decision.day, table)
        if held is None:
            if asked.of_a_limit and len(alone) == 1:
                yield Statement(f"We hold no {table} limit of {code} for {decision.day}.", (), code)
            continue
        if code not in in_record or not told:
            most = many(held.units, "unit")
            text = f"Medicare's limit for {code} is {most} on one date ({table} table, {held.as_of})."
            yield Statement(text, (held.reference,), code)
        if denied:
            yield Statement(EXCESS[held.adjudication], (held.reference,), code)
            continue
        yield from _held_against(code, held, decision, is_alone=alone == {code}, in_record=code in in_record)


def _held_against(
    code: str, held: Limit, decision: Decision, *, is_alone: bool, in_record: bool
) -> Iterator[Statement]:
    """The units that the question tells against the limit of one date, and what becomes of more."""
    asked = decision.asked
    named = dict(asked.told_units)
    loose = named.get("", 0) if is_alone else 0
    told = named.get(code, loose)
    if any(one.code == code and one.stop for one in decision.units):
        told = 0  # its own sentence has told what becomes of more
    whole = {one.one_per for one in decision.units if one.code == code} & {"course", "plan"}  # it has said how many
    if told > held.units and whole != {"course"}:
        text = f"{told} units of {code} on one date are above the limit of {held.units}."
        yield Statement(text, (held.reference,), code)
    elif 1 < told <= held.units and in_record:
        text = f"{told} units of {code} on one date are within the limit of {held.units}."
        yield Statement(text, (held.reference,), code)
    if is_alone and (asked.of_a_limit or (told > held.units and not whole)):
        yield Statement(EXCESS[held.adjudication], (held.reference,), code)


def _is_counted_in_the_record(ruling: UnitsRuling) -> bool:
    """Devices and calculations: fractions do not say how many, a limit on one date does."""
    return ruling.basis == "needs_count" and not ruling.counts_fractions


def _grouped(rulings: Sequence[UnitsRuling]) -> Iterator[UnitsRuling]:
    """Codes of one kind that are counted alike, told in one sentence: "77520, 77522 or 77523"."""
    groups: dict[tuple[object, ...], list[UnitsRuling]] = {}
    for ruling in rulings:
        alike = ruling.basis == "per_session" and ruling.units
        known = entry(ruling.code)
        kind = known.category if known else ruling.code
        key = (kind, ruling.setting, ruling.period.end, ruling.units, ruling.per_date) if alike else (ruling,)
        groups.setdefault(key, []).append(ruling)
    for group in groups.values():
        references = tuple(dict.fromkeys(reference for one in group for reference in one.references))
        yield replace(group[0], code=either(tuple(one.code for one in group)), references=references)


def _technical_only(decision: Decision) -> Iterator[Statement]:
    """A technical code that is being counted takes no modifier: the commonest wrong one of the field."""
    found: dict[str, Reference] = {}
    for code in dict.fromkeys(ruling.code for ruling in decision.units if ruling.units):
        known = entry(code)
        held = known.pc_tc_on(min(decision.day, *_ends(decision, code))) if known else None
        if held is not None and held.pc_tc == "3":
            found[code] = held.reference
    if found:
        names, one = tuple(found), len(found) == 1
        be, them = ("is", "it") if one else ("are", "them")
        text = f"{both(names)} {be} technical only: neither 26 nor TC belongs on {them}."
        yield Statement(text, tuple(dict.fromkeys(found.values())), names[0])


def _ends(decision: Decision, code: str) -> list[date]:
    return [ruling.period.end for ruling in decision.units if ruling.code == code and ruling.units]
