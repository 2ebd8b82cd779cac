"""The scenario that options describe, in the words a coder would use ("UnitedHealthcare", "POS 22", "QD")."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING, Any

from assistant.errors import InputError

if TYPE_CHECKING:
    from assistant.scenario import Scenario


def scenario_of(today: date, **given: Any) -> Scenario:
    """The facts that were given; payer Medicare where none was. Raises InputError for one that is not understood."""
    from assistant.reading.values import read_values
    from assistant.scenario import Scenario

    values = read_values(today, **given)
    if values.problems:
        raise InputError(values.problems[0].why, "", "See secondcheck ask --help for what each option takes.")
    if "payer" not in values.known:
        print("Assuming Medicare; say --payer for another.", file=sys.stderr)
    return Scenario(**{"payer": "medicare", **values.known})
