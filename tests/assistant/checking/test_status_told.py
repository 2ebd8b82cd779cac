"""Validity, status, parts and billers as a text tells them."""

import pytest

from tests.assistant.checking.judged import fates

GUIDANCE = "77387 in 2026, Medicare"
OFFICE = "77417, Medicare, freestanding"


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        ("", "77401 was valid until the end of 2025.", "77401 was valid until the end of 2024."),
        ("77385 hospital", "It stays correct for sessions up to 12/31/2025.", "It stays correct up to 6/30/2025."),
        ("77402 and 77014", "77014 isn't valid any more.", "77402 isn't valid any more."),
        ("", "A line with 77386 for 3/5/2026 will be rejected.", "A line with 77412 for 3/5/2026 will be rejected."),
        ("", "A line with 77386 for 3/5/2026 will be denied.", "A line with 77386 for 3/5/2026 will not be denied."),
        (OFFICE, "77417 moved to status B on January 1, 2026.", "77417 moved to status B on July 1, 2026."),
        ("", "In OPPS 77336 has status S and APC 5611.", "In OPPS 77336 has a comprehensive APC (S, 5611)."),
        (GUIDANCE, "The technical part is not paid separately.", "The technical part is paid separately."),
        (GUIDANCE, "It pays for physician work only.", "It pays for technical work only."),
        (GUIDANCE, "The image acquisition has moved into 77407.", "The image acquisition has moved into 77427."),
        (GUIDANCE, "PC is not the professional component.", "PC is the professional component."),
        ("SNF bills 77427?", "No, the SNF may not bill it.", "The SNF should not leave 77427 off its bill."),
        ("", "77263 stays off the UB-04.", "77336 stays off the UB-04."),
    ],
)
def test_what_a_code_is_said_to_be_is_looked_up(question: str, right: str, wrong: str) -> None:
    """Last days, letters, groups, parts and billers are judged; the opposite is never shown."""
    assert fates(question, right) == ["shown"]
    assert "shown" not in fates(question, wrong)
