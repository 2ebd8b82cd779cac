"""Medicare's limits of one date set side by side: by table, by code."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.decision import Decision
from assistant.drafting.statements import Statement, many
from assistant.rules import payers
from assistant.rules.limits import TABLES, Table, limit, table_of
from corpus.rulebook import Limit

LEAST_TOLD = 2  # a single unit is never above a limit
ABOVE = {
    1: "units above the limit of {} belong on another line with a fitting modifier, when they were given.",
    2: "the limit of {} is absolute (MAI 2): no record and no appeal lifts it.",
    3: "more than the limit of {} can be argued with records of what was done (MAI 3).",
}


def say_limits_compared(decision: Decision) -> Iterator[Statement]:
    """The limit of each code in each table asked about, and what becomes of more."""
    if "limits" not in decision.asked.matters:
        return
    if not payers.is_medicare(decision.scenario.payer):
        text = (
            f"The limits are Medicare's; whether {payers.name(decision.scenario.payer)} has them is not in our sources."
        )
        yield Statement(text)
        return
    untold = decision.scenario.setting is None and decision.scenario.biller is None
    for code in decision.asked.codes:
        held = {table: found for table in TABLES if (found := limit(code, decision.day, table))}
        alike = len({(one.units, one.adjudication) for one in held.values()}) == 1
        if not (decision.asked.both_tables or (untold and not alike)):
            held = {table: one for table, one in held.items() if table == table_of(decision.scenario)}
        for table, one in held.items():
            text = f"Medicare's limit for {code} is {many(one.units, 'unit')} on one date ({table} table, {one.as_of})."
            yield Statement(text, (one.reference,), code)
        yield from _told(code, held, decision)
        yield from _above(code, list(held.values()))


def _told(code: str, held: dict[Table, Limit], decision: Decision) -> Iterator[Statement]:
    """The units told of one date against each limit; said where they are one thing in every table."""
    told = dict(decision.asked.told_units)
    units = told.get(code, told.get("", 0) if len(decision.asked.codes) == 1 else 0)
    limits = {one.units for one in held.values()}
    if units > 1 and len(limits) == 1:
        most, where = limits.pop(), next(iter(held.values()))
        against = "above" if units > most else "within"
        text = f"{units} units of {code} on one date are {against} the limit of {most}."
        yield Statement(text, (where.reference,), code)


def say_denied_units(decision: Decision) -> Iterator[Statement]:
    """Of a denial that tells units the limit of each code: the one that stops and the one that does not."""
    asked = decision.asked
    if "denial" not in asked.matters or not payers.is_medicare(decision.scenario.payer):
        return
    table = table_of(decision.scenario)
    counted = {ruling.code for ruling in decision.units}  # their limit is told with their count
    told = [one for one in asked.told_units if one[0] and one[0] not in counted and one[1] >= LEAST_TOLD]
    held = [(code, units, one) for code, units in told if (one := limit(code, decision.day, table))]
    if len(held) == 1 and held[0][1] <= held[0][2].units:
        return  # the limit of one date stops nothing there
    for code, units, one in held:
        text = f"Medicare's limit for {code} is {many(one.units, 'unit')} on one date ({table} table, {one.as_of})."
        yield Statement(text, (one.reference,), code)
        yield from _told(code, {table: one}, decision)
        if units > one.units:
            yield from _above(code, [one])


def _above(code: str, held: list[Limit]) -> Iterator[Statement]:
    for adjudication in dict.fromkeys(one.adjudication for one in held):
        text = ABOVE[adjudication].format(code)
        references = tuple(one.reference for one in held if one.adjudication == adjudication)
        yield Statement(f"{text[:1].upper()}{text[1:]}", references, code)
