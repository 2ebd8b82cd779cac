"""Reasons beside right conclusions: those of the case stand, others do not."""

import pytest

from tests.assistant.checking.judged import is_shown

GATED = "Left breast with DIBH and active gating, one isocenter, IMRT, Medicare freestanding, September 2026: level?"
TWO = "Two isocenters, 3-D photons, no motion management, Medicare hospital July 2026?"
COURSE = "28 fractions prostate IMRT at our freestanding center, Medicare, finished May 2026. How many 77427?"
PLAN = "IMRT plan 77301 and simulation 77290 nine days before, Medicare hospital, October 2026"
DEVICES = "Hospital outpatient, Medicare, October 2026: 77334 and 77338 on the same day?"
GUIDANCE = "UnitedHealthcare commercial, April 2026, office: 77387 modifier?"


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        (GATED, "77412 is right because active motion management is used.", "77412 is right because IMRT was used."),
        (TWO, "77412 is right because two isocenters are treated.", "77412 is right because gating was used."),
        (COURSE, "Six units, since 28 fractions were given.", "Six units, since 30 films were read."),
        (COURSE, "77427 counts fractions, so six units.", "77427 counts images, so six units."),
        (
            DEVICES,
            "77334-59 is right when it is a device for a separate field.",
            "77334-59 is right when it is a device for the same IMRT field.",
        ),
        (GUIDANCE, "26 has been required since March 1, 2026.", "26 has been required since April 2026."),
    ],
)
def test_a_reason_must_be_the_one_of_the_case(question: str, right: str, wrong: str) -> None:
    """The conclusion is the same; a reason from another case, or of no rule, takes the sentence off the screen."""
    assert is_shown(question, right)
    assert not is_shown(question, wrong)


@pytest.mark.parametrize(
    ("question", "wrong"),
    [
        (TWO, "77412 is right only if IMRT is used."),
        (PLAN, "They may be billed apart as they are on different days."),
        (PLAN, "The two are payable on different dates."),
        ("Aetna commercial June 2026, 77387 modifier", "26 is required, as for UnitedHealthcare."),
        ("77014 on a January 2026 claim, Medicare physician?", "77014 is deleted, so the physician has no code."),
        ("Medicare hospital November 2026, BID: 77387 twice?", "The MUE of 77387 is 2 for the physician."),
    ],
)
def test_what_a_joined_half_adds_is_weighed_too(question: str, wrong: str) -> None:
    """Another payer, another table, other dates, or nothing in place of an ended code."""
    assert not is_shown(question, wrong)


PAIR = "Hospital outpatient, Medicare, October 2026: 77295 denied on the day of 77301, why?"
VISITS = "Freestanding, Medicare, 20 fractions in July 2026: how many 77336?"
MANAGED = "77427 for a Medicare patient in a hospital, June 2026: who bills?"
PLANNED = "Physician, POS 22, Medicare, May 2026: 77263 modifier?"


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        (PAIR, "77295 is bundled into 77301 because the indicator is 0.", "77295 is bundled because its MUE is 1."),
        (PAIR, "Because 77295 is bundled into 77301.", "Because the MUE of 77295 is 1."),
        (PAIR, "77295 is bundled into 77301.", "Given its MUE of 1, 77295 is not paid with 77301."),
        (PAIR, "77295 is bundled into 77301, so it is not paid.", "77295 is bundled into 77301, so 77307 is billed."),
        (PAIR, "77295 has an MUE of 1.", "77295 is bundled into 77301 - it has an MUE of 1."),
        (VISITS, "Four, because 20 fractions are four sets of five.", "Four, since the physicist came four times."),
        (VISITS, "77336 x4, as every five fractions make one.", "77336 x4, as there were four plans."),
        (
            MANAGED,
            "The physician bills it, since it is professional only.",
            "The physician bills it, as it is packaged.",
        ),
        (MANAGED, "The physician bills 77427.", "The physician bills 77427, because the hospital has no linac."),
        (
            PLANNED,
            "No modifier, because 77263 is professional only.",
            "77263 takes no modifier because of the hospital.",
        ),
        (TWO, "77412, because two isocenters are treated.", "77407, since neither used gating."),
        (TWO, "Because two isocenters are treated, 77412 applies.", "77407, because it is technical only."),
    ],
)
def test_a_reason_is_of_a_sort_that_decides_its_statement(question: str, right: str, wrong: str) -> None:
    """A limit bundles nothing, visits count nothing, and a place owns no part of a code that has none."""
    assert is_shown(question, right)
    assert not is_shown(question, wrong)


def test_facts_of_a_reason_do_not_narrow_the_case() -> None:
    """Two isocenters told as a reason are not asked of the rules as if the case had them."""
    one = "IMRT, one isocenter, no gating, Medicare office, June 2026: level?"
    assert not is_shown(one, "77412, because two isocenters are treated.")
    assert not is_shown(one, "Because two isocenters are treated, 77412 applies.")
