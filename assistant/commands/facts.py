"""Facts given as options (`--payer aetna --fractions 28`), as a form or an earlier screen would give them."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

import typer

from assistant.errors import InputError

Payer = Annotated[str | None, typer.Option(help="medicare, medicare_advantage, uhc, aetna, bcbs:<plan>, …")]
Setting = Annotated[str | None, typer.Option(help="freestanding, office, hospital_outpatient, …")]
Biller = Annotated[str | None, typer.Option(help="professional, facility or global.")]
Dos = Annotated[
    str | None,
    typer.Option("--dos", metavar="DATE", help="Date of service: 2026-03-04, 2026-03, 2026 or 2025-12..2026-01."),
]
Fractions = Annotated[int | None, typer.Option(help="Fractions of the whole course.")]
Ended = Annotated[bool | None, typer.Option("--ended/--not-ended", help="Whether the course has ended.")]
Schedule = Annotated[str | None, typer.Option(help="qd, bid or other.")]
Technique = Annotated[str | None, typer.Option(help="3d, imrt, sbrt, srs, proton, …")]
Isocenters = Annotated[int | None, typer.Option(help="Isocenters treated.")]
Motion = Annotated[bool | None, typer.Option("--motion/--no-motion", help="Whether motion is managed.")]
Today = Annotated[str | None, typer.Option(metavar="DATE", help="Date that counts as today.")]


def given(**facts: Any) -> dict[str, Any]:
    """The facts that were given, without those that were not."""
    return {name: value for name, value in facts.items() if value is not None}


def day(text: object, option: str) -> date | None:
    """An ISO date. Raises InputError naming the option, or the key of a batch."""
    if text is None:
        return None
    try:
        return date.fromisoformat(str(text))
    except ValueError as error:
        raise InputError(f"{option} {text} is not a date.", "", "Write it as 2026-03-04.") from error
