"""What coders say of techniques, of whose claim it is and of a code by its name, in the verbs of the rules."""

from __future__ import annotations

import pytest

from assistant.checking.plainly.idioms import without_idioms
from tests.assistant.checking.judged import fates


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("A 6-channel HDR isodose plan is 77317.", "A brachytherapy isodose plan with 6 channels is 77317."),
        ("77435 is billed on the physician's claim only.", "only the physician bills 77435."),
        ("The office bills 77290 globally without TC or 26.", "The office bills 77290 globally."),
        (
            "77285 is bundled into 77290, so only the complex simulation is billed.",
            "77285 is bundled into 77290, so only 77290 is billed.",
        ),
        # the name of a code that the sentence has not named
        (
            "77285 is bundled into 77290, so only the simple simulation is billed.",
            "77285 is bundled into 77290, so only the simple simulation is billed.",
        ),
        # imaging beside no level of 2026, a mask that is no treatment device of the table
        ("A treatment with daily CBCT is 77373.", "A treatment with daily CBCT is 77373."),
        ("A custom thermoplastic mask is 77338.", "A custom thermoplastic mask is 77338."),
        ("77436 for surface treatment planning.", "77436 for surface treatment planning."),
        # the technique of another code
        (
            "77412 takes 26 when the HDR treatment is given in a hospital.",
            "77412 takes 26 when the HDR treatment is given in a hospital.",
        ),
    ],
)
def test_the_meaning_is_kept(said: str, plain: str) -> None:
    """Who, how many and which code stay as they were; what cannot be said so stays as it is."""
    assert without_idioms(said) == plain


@pytest.mark.parametrize(
    ("text", "fate"),
    [
        ("77435 and 77470 are not bundled.", "corrected"),
        ("77435 and 77470 are bundled.", "withheld"),
        ("77412 and 77427 are not bundled.", "shown"),
    ],
)
def test_an_edit_bundles_as_well_as_a_status(text: str, fate: str) -> None:
    """Two codes with an edit are never said to be unbundled, whatever the status of each."""
    assert fates("Medicare hospital, 2026", text) == [fate]


@pytest.mark.parametrize(
    ("text", "fate"),
    [
        ("Only the hospital is paid for the technical component of 77338 in POS 22.", "shown"),
        ("Only the hospital is paid for 77412 in POS 22.", "shown"),
        ("Only the hospital is paid for 77338 in POS 22.", "corrected"),
        ("Only the hospital is paid for 77427 in POS 22.", "corrected"),
    ],
)
def test_only_the_hospital_in_its_own_place(text: str, fate: str) -> None:
    """Where the place is named, "only the hospital" shuts out the physician there, and no office elsewhere."""
    assert fates("Medicare, 2026", text) == [fate]
