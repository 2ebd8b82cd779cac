"""`secondcheck course`: the charges a course supports, on which dates, and what is still open."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from assistant.commands import facts as given_facts
from assistant.commands.scenarios import scenario_of
from assistant.errors import InputError

if TYPE_CHECKING:
    from assistant.rules.charges import Charge, Open

MOST_DATES_SHOWN = 6


def course(
    fractions: Annotated[int, typer.Option(help="Fractions of the course.")],
    start: Annotated[str, typer.Option(metavar="DATE", help="Date of the first fraction.")],
    technique: given_facts.Technique = None,
    setting: given_facts.Setting = None,
    payer: given_facts.Payer = None,
    schedule: given_facts.Schedule = None,
    isocenters: given_facts.Isocenters = None,
    motion: given_facts.Motion = None,
    guidance: Annotated[
        bool, typer.Option("--guidance/--no-guidance", help="Whether images guide the treatment.")
    ] = True,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Plan the charges of a course, date by date."""
    from assistant.rules.course import plan_course
    from assistant.rules.finding import CountError
    from assistant.settings import today

    first = given_facts.day(start, "--start")
    given = {"technique": technique, "setting": setting, "payer": payer, "schedule": schedule, "isocenters": isocenters}
    told = scenario_of(today(), **given)
    assert first is not None  # the option is required
    try:
        plan = plan_course(
            told.technique,
            told.setting,
            fractions,
            first,
            payer=told.payer,
            schedule=told.schedule or "qd",
            isocenters=told.isocenters,
            motion_management=motion,
            guidance=guidance,
        )
    except CountError as error:
        raise InputError(str(error)) from error
    if as_json:
        print(json.dumps(asdict(plan), default=_plain, ensure_ascii=False))
        return
    print(f"{fractions} fractions, {plan.dates[0]} to {plan.dates[-1]}.\n")
    for charge in plan.charges:
        print(_charge(charge))
    for title, rows in (("Nothing separately payable", plan.not_charged), ("Still open", plan.undecided)):
        if rows:
            print(f"\n{title}:")
            for row in rows:
                print(_open(row))


def _charge(charge: Charge) -> str:
    code = f"{charge.code}-{charge.modifier}" if charge.modifier else charge.code
    if len(charge.dates) > MOST_DATES_SHOWN:
        dates = f"{charge.dates[0]} to {charge.dates[-1]}, {len(charge.dates)} dates"
    else:
        dates = ", ".join(map(str, charge.dates))
    return f"{code:9} {charge.units:3}  {charge.biller:24} {dates}\n{'':15}{charge.why}"


def _open(row: Open) -> str:
    asks = f" Asks: {', '.join(row.asks).replace('_', ' ')}." if row.asks else ""
    return f"  {', '.join(row.codes)}: {row.why}{asks}"


def _plain(value: Any) -> Any:
    return value.model_dump(mode="json", exclude_defaults=True) if hasattr(value, "model_dump") else str(value)
