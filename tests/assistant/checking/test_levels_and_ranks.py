"""Codes told apart by complexity, levels told apart by criteria, and the codes of an add-on."""

import pytest

from assistant.checking.gate import check
from assistant.scenario import Scenario


@pytest.mark.parametrize(
    ("text", "fate"),
    [
        ("77332 is a simple device.", "shown"),
        ("Charge 77332 for the board.", "withheld"),
        ("3-D treatments are 77407 and IMRT treatments are 77412.", "withheld"),
        ("Image guidance never lifts the level.", "shown"),
        ("A second isocenter never lifts the level.", "withheld"),
        ("77293 is an add-on to 77295 or 77301.", "shown"),
        ("77293 is an add-on to 77300.", "corrected"),
        ("77427 and 77431 exclude each other.", "shown"),
        ("77427 and 77431 are not mutually exclusive.", "withheld"),
        ("The hospital bills 77412 and the physician bills 77427.", "shown"),
        ("The hospital bills 77427 and the physician bills 77412.", "corrected"),
        ("Bill 77293 on the date of the scan.", "withheld"),
    ],
)
def test_fate(text: str, fate: str) -> None:
    """A sentence is shown only where the rule book names what it chooses, adds or dates."""
    assert [fate] == [one.fate for one in check(text, Scenario()).sentences]
