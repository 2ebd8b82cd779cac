"""`secondcheck code`: what the rule book says of one code on one date."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from assistant.commands.facts import Payer, day
from assistant.commands.scenarios import scenario_of

if TYPE_CHECKING:
    from assistant.scenario import Scenario
    from corpus.rulebook import CodeEntry

PLACES = {"office": "Office", "hospital_outpatient": "Hospital outpatient"}


def code(
    number: Annotated[str, typer.Argument(metavar="CODE", help="For example 77417 or G6015.")],
    on: Annotated[str | None, typer.Option(metavar="DATE", help="Date of service; today if not given.")] = None,
    payer: Payer = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Show what the rules say of a code: valid, paid, modifiers, counting, limits."""
    from assistant.rules.codes import code_on, tidy
    from assistant.settings import today
    from corpus.rulebook import entry

    when = day(on, "--on") or today()
    scenario = scenario_of(today(), payer=payer).on(when)
    known = entry(tidy(number))
    found: dict[str, Any] = {"code": code_on(number, when)}
    if known:
        found |= _rulings(known, when, scenario)
    if as_json:
        print(json.dumps({name: _plain(value) for name, value in found.items()}, default=str, ensure_ascii=False))
        return
    print(found["code"].why)
    for label, ruling in found.items():
        if ruling.why != found["code"].why:  # a code that has ended ends every other question too
            print(f"{label + ':':21} {ruling.why}")
    for label, says in _values(known, when) if known else ():
        print(f"{label + ':':21} {says}")


def _rulings(known: CodeEntry, when: date, scenario: Scenario) -> dict[str, Any]:
    from assistant.rules.modifiers import modifier_on
    from assistant.rules.status import status_on

    places = {label: status_on(known.code, when, scenario.but(setting=place)) for place, label in PLACES.items()}
    modifiers = {f"Modifier {one}": modifier_on(known.code, one, when, scenario) for one in ("26", "TC")}
    return {**places, **modifiers}


def _values(known: CodeEntry, when: date) -> Iterator[tuple[str, str]]:
    """What stands in the rule book for this date and needs no working out."""
    from assistant.rules.units import one_per

    for rule in known.units:
        if rule.holds_on(when):
            where = f" in {', '.join(rule.setting).replace('_', ' ')}" if rule.setting else ""
            yield "Counting", f"one unit per {one_per(rule.one_per)} ({rule.payer}{where}) [{rule.reference.source}]"
    for limit in known.limits:
        if limit.holds_on(when):
            unit = "line" if limit.adjudication == 1 else "date"
            source = f"{limit.table} table of {limit.as_of}"
            yield "Limit", f"{limit.units} per {unit} ({source}) [{limit.reference.source}]"
    for one in known.disagreements:
        if (one.start is None or one.start <= when) and (one.end is None or when <= one.end):
            follows = f"overruled by {one.overruled_by}" if one.overruled_by else "an open dispute"
            yield "Said otherwise", f"{one.says} [{one.source}]; {follows}"


def _plain(ruling: Any) -> dict[str, Any]:
    values = asdict(ruling)
    values["period"] = {"from": ruling.period.start, "to": ruling.period.end}
    values["references"] = [one.model_dump(mode="json", exclude_defaults=True) for one in ruling.references]
    return values
