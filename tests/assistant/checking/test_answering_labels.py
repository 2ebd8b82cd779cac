"""Bare labels and short answers, read by what was asked."""

# ruff: noqa: E501 - one case, one line

from datetime import date

import pytest

from assistant.checking.criteria_listed import criteria_listed
from assistant.checking.labels_asked import as_asked
from assistant.checking.questions import Asked, read_question
from tests.assistant.checking.judged import TODAY, fates

MODIFIERS = "Modifiers for the physician at POS 22, Medicare 2026: 77285, 77261, 77301?"
MAPPED = "Map 2025 to 2026 for a Medicare freestanding center: G6015, 77014, 77401, 77336, 77417"
LIMIT = "What MUE does 77334 carry for a Medicare physician claim?"
HDR = "Interstitial HDR prostate, 16 channels, 2 fractions, Medicare hospital 2026. Codes?"
LEVEL = "VMAT rectum, one isocenter, no motion management, Medicare hospital 2026. Level?"
SHEET = "Cheat sheet of the 2026 Medicare delivery levels please"
BY_HOSPITAL = "Our hospital wants to charge 77261 to Medicare in 2026"
ENERGY = "We sent 77437 for a 200 kV treatment, Medicare 2026. What now?"


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        (MODIFIERS, "modifier"),
        (MAPPED, "replacement"),
        ("What happened to our 2025 codes: 77014, G6015?", "replacement"),
        (LIMIT, "limit"),
        ("MUE for 77295, Medicare hospital?", "limit"),
        ("What is the MUE of 77300, and how many may we bill for 12 fields?", "units"),
        ("Is 77300 within the MUE if we bill 12?", ""),
    ],
)
def test_a_heading_tells_what_it_wants_to_hear(question: str, kind: str) -> None:
    """A list of codes under "Modifiers for" or "Map 2025 to 2026" asks for one thing of each."""
    assert kind == read_question(question, None, (), TODAY).kind


@pytest.mark.parametrize(
    ("asked", "line", "said"),
    [
        (Asked(kind="modifier"), "77285: 26", "77285 needs modifier 26"),
        (Asked(kind="modifier"), "77285: 26 units", "77285: 26 units"),
        (Asked(kind=""), "77285: 26", "77285: 26"),
        (Asked(kind="replacement", named=("77401",)), "77401: 77437 or 77438, by energy", "77401 was replaced by 77437 or 77438"),
        (Asked(kind="replacement", named=("77386",)), "77386: 77407 or 77412, by energy", "77386 was replaced by 77407 or 77412, by energy"),
        (Asked(kind="replacement", named=("77336",)), "77336: no change", "77336 is still valid"),
        (Asked(kind="replacement", named=("77412",)), "77412: no change", "77412: no change"),
        (Asked(kind="limit", named=("77334",)), "Ten a day, MAI 3.", "The MUE of 77334 is 10, MAI 3."),
        (Asked(kind="limit", named=("77334", "77300")), "Ten a day.", "Ten a day."),
    ],
)  # fmt: skip
def test_a_label_is_spelled_out_by_its_question(asked: Asked, line: str, said: str) -> None:
    """Only where the question asks for it, and only the whole of the label."""
    assert said == as_asked(line, asked, date(2026, 11, 22))


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        (MODIFIERS, "77285: 26", "77261: 26"),
        (MODIFIERS, "77261: none", "77285: none"),
        (MAPPED, "G6015: 77407 or 77412", "G6015: 77407"),
        (MAPPED, "G6015: 77407, or 77412 if a level 3 criterion is met", "G6015: 77407, or 77412 for complex plans"),
        (MAPPED, "77336: unchanged", "77417: unchanged"),
        (LIMIT, "It's ten per date of service, MAI 3.", "It's one per date of service, MAI 3."),
        (LIMIT, "10 per date.", "10 per line."),
        (HDR, "The delivery itself is 77772.", "The delivery itself is 77771."),
        (HDR, "For delivery the 16 channels mean 77772.", "For delivery the 10 channels mean 77771."),
        (LEVEL, "That session is 77407.", "That session is 77412."),
        (LEVEL, "77407, or 77412 with gating.", "77407, or 77412 with CBCT."),
        (SHEET, "77402: electrons, or photons planned in 2-D", "77402: electrons, or photons planned in 3-D"),
        (BY_HOSPITAL, "The hospital cannot, since 77261 has status B.", "The hospital cannot, since 77261 has status N."),
        (BY_HOSPITAL, "Only the physician bills it, without 26.", "Only the physician bills it without 26."),
        (BY_HOSPITAL, "It is on the physician's claim.", "It is on the hospital's claim."),
        (ENERGY, "Correct the lines to 77438.", "Correct the lines to 77439."),
    ],
)  # fmt: skip
def test_a_short_answer_is_judged_like_a_long_one(question: str, right: str, wrong: str) -> None:
    """The right one is shown, and its twin with another code, figure or condition is not."""
    assert ["shown"] == fates(question, right)
    assert "shown" not in fates(question, wrong)


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("77412: several isocenters, active motion management, or electrons mixed with photons", 3),
        ("level 3 (77412): more than one isocenter or total skin electrons", 2),
        ("level 2 (77412): more than one isocenter or total skin electrons", 0),
        ("77412: several isocenters, image guidance, or total skin electrons", 0),
        ("77402: electrons", 0),
    ],
)
def test_each_item_of_a_level_is_advice_of_its_own(line: str, items: int) -> None:
    """A list that is not read to its last item says nothing."""
    assert items == len(criteria_listed(line))
