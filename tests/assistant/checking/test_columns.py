"""Tables with columns of figures."""

from datetime import date

import pytest

from assistant.checking.gate import check
from assistant.scenario import Scenario

TODAY = date(2026, 11, 22)
MUE = "| Code | MUE | MAI |\n|---|---|---|\n"
OPPS = "| CPT | OPPS status | APC |\n|---|---|---|\n"
LEVELS = "| Code | Level | Treatment |\n|---|---|---|\n"


@pytest.mark.parametrize(
    ("table", "row", "shown"),
    [
        (MUE, "| 77427 | 1 | 2 |", True),
        (MUE, "| 77427 | 1 | 3 |", False),
        (MUE, "| 77300 | 11 | 3 |", False),
        (OPPS, "| 77407 | S | 5622 |", True),
        (OPPS, "| 77407 | S | 5623 |", False),
        (OPPS, "| 77387 | N | - |", True),
        (OPPS, "| 77387 | S | - |", False),
        (LEVELS, "| 77402 | 1 | Electron fields only, or photons with 2-D planning |", True),
        (LEVELS, "| 77402 | 1 | Electron fields only, or any photon treatment to one isocenter |", False),
        (LEVELS, "| 77407 | 3 | Photons to one isocenter |", False),
    ],
)
def test_every_figure_of_a_row_counts(table: str, row: str, shown: bool) -> None:
    """A row is shown only when each of its cells holds."""
    checked = check(table + row, Scenario(setting="hospital_outpatient"), today=TODAY)
    assert shown is ("shown" == checked.sentences[-1].fate)
