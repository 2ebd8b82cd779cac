"""What the case decides is said, and not what the codes are: denials, depths, energies, insertions, sides, days."""

from __future__ import annotations

import pytest

from assistant.conversation import Conversation
from tests.assistant.test_how_often_answers import TODAY, answered

LISTED = "Send 77334 again with 59 or an X modifier only where the record shows a separate session, site or device."


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("77338 and 77334 same day denied as ncci, is it dead?", LISTED),
        ("77373 with 77387-26 denied, appeal?", "A denial of 77387 beside 77373 follows that edit"),
        ("77295 denied when billed with 77301", "A denial of 77295 beside 77301 follows that edit"),
        ("77280 denied CO-97, why?", "77280 is inside 77301"),
        ("77300 denied CO-97", "77300 is inside 77306, 77307, 77316, 77317 or 77318"),
        ("77334 x12 denied CO-151", "Medicare's limit for 77334 is 10 units on one date"),
        ("77300 denied N362", "Medicare's limit for 77300 is 10 units on one date"),
        ("77427 rejected, we put 5 in units because of 5 fractions", "no record and no appeal lifts it"),
        ("Can I add GA when Medicare denies a second 77300 over the MUE?", "no ABN moves it to the patient"),
    ],
)
def test_a_denial_tells_what_the_rules_hold_against_the_line(question: str, says: str) -> None:
    """The pair and what to do about it, what contains the code, the limit of a date, who bears it."""
    assert says in answered(question)[1]


@pytest.mark.parametrize(
    ("question", "says", "never"),
    [
        ("SBRT + 77470? extra work", "77435 and 77470 are not billed together", "paid separately"),
        ("can I bill 77387 with SBRT?", "77373 and 77387 are not billed together", "paid separately"),
        (
            "hospital outpatient, can we bill 77427?",
            "a hospital cannot bill it (OPPS status B), the physician does",
            "",
        ),
        ("HDR T&O, 3 channels, 5 insertions", "Bill 5 units of 77771", ""),
        ("77600 or 77605, heated to a depth of about 6 cm", "77605 is for heat deeper", "77600 is for"),
        ("77438 for 100 kV?", "77437 is for surface x-rays up to 150 kV", "77438 is for"),
        ("whole brain, opposed laterals, 2D planned. 77402 or 77407?", "77402: two-dimensional", "say the number"),
        ("opposed laterals to two sites 2D, level?", "say the number of isocenters", "77402: two"),
        ("compensator IMRT, hospital, DOS 2025-03-04, which code", "77385: simple IMRT", "77386"),
        ("compensator IMRT, office, Medicare, DOS 2025-03-04, which code", "G6016: IMRT through", "G6015"),
        ("FSRT 8 fractions cranial, one isocenter VMAT, no gating: delivery code", "77407: 3-D or IMRT", "say how"),
        ("BID lung 30 fx over 15 tx days, 77427 units?", "Bill 6 units of 77427", ""),
        ("9 MeV electrons, two sites same session, 2026 code and units?", "77402: electrons", ""),
        ("Diodes measured on 5 ports the same day. 77331 x5?", "limit is 3 on one date", "77417"),
        ("77427-52 for the last week that only had 2 fractions?", "one or two do not", "77431"),
        (
            "77412-50 bilateral",
            "The last one held, through 2025-12-31, is 0, by which 50 does not apply.",
            "Through 2025",
        ),
        ("77371 and 77432 same date, hospital", "they stand on two bills", "no edit"),
        ("GK for 5 mets one sitting, hospital. 77371 units? MD code?", "Bill 1 unit of 77432", "cannot bill it"),
        ("PO or PN on 77407, hospital's bill?", "PN and PO do not go together on one line", "26"),
        ("2025 freestanding IGRT CBCT what did we use and what now", "see 77387", ""),
        ("99213 routine follow-up 6 weeks after RT", "77427 has no global period (XXX)", ""),
    ],
)
def test_the_case_decides_and_no_definition_is_told_for_it(question: str, says: str, never: str) -> None:
    """A count, a code, a pair or a place where the rules hold one for the facts told."""
    _, text = answered(question)
    assert (says in text, bool(never) and never in text) == (True, False)


@pytest.mark.parametrize(
    ("question", "more"),
    [
        (
            "12 fx were given and billed as 2, then 3 more to the same volume. Anything further on 77427?",
            "1 unit more is",
        ),
        ("77427: 20 fx given, billed as 3 so far. anything else due?", "1 unit more is due"),
        ("we gave 10 fx and billed 2 units of 77427, then 5 more same course. any more 77427?", "1 unit more is due"),
        ("10 fractions of 77427, billed as 2 already. anything more?", "no further unit is due"),
    ],
)
def test_what_was_billed_is_no_count_of_fractions(question: str, more: str) -> None:
    """ "Billed as 2" tells units; what is still due follows from the fractions of the whole course."""
    assert more in answered(question)[1]


@pytest.mark.parametrize(
    ("reply", "says"),
    [
        ("yes, separate problem", "A visit for something else takes 25 and a note that stands alone."),
        ("a rash", "A visit for something else takes 25 and a note that stands alone."),
        ("new pain in the hip", "A visit for something else takes 25 and a note that stands alone."),
        ("just the weekly check", "A visit for the on-treatment check is part of 77427 and has no code of its own."),
        ("OTV", "A visit for the on-treatment check is part of 77427 and has no code of its own."),
    ],
)
def test_the_reason_of_a_visit_is_taken_as_the_answer(reply: str, says: str) -> None:
    """Whatever its words: we had asked what the visit was for."""
    from assistant.asking import asked_in
    from assistant.decide import decide
    from assistant.drafting.ruled import ruled

    start = Conversation.start(TODAY).hear("is the E/M in week 3 billable?")
    heard = start.answered("... What was the visit for?").hear(reply)
    assert [says] == [one.text for one in ruled(decide(asked_in(heard), heard.scenario, TODAY))]


def test_a_bare_yes_says_no_reason_and_is_asked_again() -> None:
    """ "Yes" tells nothing of what the visit was for; a code in the turn is a question of its own."""
    start = Conversation.start(TODAY).hear("is the E/M in week 3 billable?").answered("What was the visit for?")
    assert ("open", "") == (start.hear("yes").visit_reason, start.hear("28 fx 77427 units").visit_reason)
