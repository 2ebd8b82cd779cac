"""Plain statements of overrides, rows, energies and levels beside the twin that differs in one word."""

from __future__ import annotations

import pytest

from assistant.checking.plainly.idioms import without_idioms
from tests.assistant.checking.judged import fates

LEVEL = "IMRT to one isocenter, Medicare 2026. Level?"
ROWS = "Parts of 77387 on the physician fee schedule, office, Medicare 2026?"
OLD = "Freestanding center, Medicare, 2025, conventional delivery. Code?"
SEEDS = "LDR sources placed, Medicare 2026. Code?"
AREAS = "Simple blocks to two areas in a hospital, Medicare, May 2025. Delivery code?"
BLOCKS = "Custom blocks to two areas in a hospital, Medicare, May 2025. Delivery code?"
IMAGES = "Does daily CBCT lift an IMRT session to 77412, Medicare 2026?"
PAIR = "77285 and 77290 on the same date, Medicare hospital October 2026. What does NCCI say?"
OPEN_PAIR = "77402 and 77412 on the same date, Medicare hospital October 2026. What does NCCI say?"


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        (
            PAIR,
            "77285 is bundled into 77290 and cannot be unbundled with a modifier.",
            "77285 is bundled into 77290 and can be unbundled with a modifier.",
        ),
        (
            PAIR,
            "77285 is bundled into 77290 without a modifier override.",
            "77285 is bundled into 77290 with a modifier override.",
        ),
        (
            OPEN_PAIR,
            "The pair 77412/77402 has indicator 1, so a second session can be billed with a modifier.",
            "The pair 77412/77402 has indicator 0, so a second session can be billed with a modifier.",
        ),
        (ROWS, "The technical component of 77387 has status B.", "The technical component of 77387 has status A."),
        (
            ROWS,
            "The technical component of 77387 has status B and is not paid separately.",
            "The technical component of 77387 has status B and is paid separately.",
        ),
        (
            OLD,
            "Complex delivery at 6 to 10 MeV was reported with G6012 in 2025.",
            "Complex delivery at 6 to 10 MeV was reported with G6013 in 2025.",
        ),
        (
            OLD,
            "Simple delivery at up to 5 MeV was billed with G6003 in 2025.",
            "Simple delivery at up to 5 MeV was billed with G6011 in 2025.",
        ),
        (
            SEEDS,
            "The interstitial application of LDR sources, complex, is reported with 77778.",
            "The interstitial application of LDR sources, complex, is reported with 77763.",
        ),
        (
            AREAS,
            "Under the 2025 definitions, two treatment areas are intermediate and coded 77407.",
            "Under the 2025 definitions, two treatment areas are complex and coded 77412.",
        ),
        (
            BLOCKS,
            "With custom blocks in 2025, the hospital reported 77412.",
            "Under the 2025 definitions, two treatment areas are intermediate and coded 77407.",
        ),
        (IMAGES, "No, image guidance alone does not lift the level.", "Yes, image guidance alone lifts the level."),
        (IMAGES, "No.", "Yes."),
        (
            "Is one criterion sufficient for 77412 in 2026?",
            "Yes, meeting any one of the Level 3 criteria is enough for 77412.",
            "No, meeting any one of the Level 3 criteria is enough for 77412.",
        ),
        (
            "UHC, IMRT with one isocenter, 2026. Which level?",
            "Under UHC's policy, single-isocenter IMRT is coded as 77407.",
            "Under UHC's policy, single-isocenter IMRT is coded as 77412.",
        ),
    ],
)
def test_the_right_statement_is_shown_and_its_twin_is_not(question: str, right: str, wrong: str) -> None:
    """One word decides what is shown."""
    assert ["shown"] == fates(question, right)
    assert "shown" not in fates(question, wrong)


def test_the_criteria_of_a_level_are_those_of_its_years() -> None:
    """What chooses a level since 2026 is no answer to a question of 2025."""
    said = "UnitedHealthcare wants 77407 for single-isocenter IMRT."

    assert ["shown"] == fates("UnitedHealthcare, single-isocenter IMRT, July 2026. Which code?", said)
    assert ["withheld"] == fates("UnitedHealthcare, single-isocenter IMRT, July 2025. Which code?", said)


@pytest.mark.parametrize(
    "neighbour",
    [
        "The technical component of 77417 has status N under OPPS.",
        "Under Aetna's policy, single-isocenter IMRT is billed as 77407.",
        "HDR brachytherapy with one fraction is billed once.",
        "Use G6015 in 2025 and the new level codes from January 15, 2026.",
        "Proton delivery codes such as 77407 are contractor priced.",
    ],
)
def test_a_neighbour_stays_as_it_is(neighbour: str) -> None:
    """Words that look like one of these idioms and say something else are not touched."""
    assert neighbour == without_idioms(neighbour)
