"""`secondcheck doctor`: is everything in order, and if not, what to do."""

from __future__ import annotations

import json
from typing import Annotated

import typer


def doctor(as_json: Annotated[bool, typer.Option("--json", help="Print one JSON list.")] = False) -> None:
    """Examine every part and say what to do. Exit code 1: something fails."""
    from assistant.doctor import examine

    checks = []
    for check in examine():
        checks.append(check)
        if not as_json:
            print(
                f"{check.state:4}  {check.part:16} {check.says}" + (f"\n{'':23}{check.remedy}" if check.remedy else "")
            )
    if as_json:
        print(json.dumps([check._asdict() for check in checks], indent=2))
    if any(check.state == "fail" for check in checks):
        raise typer.Exit(1)
