"""What the rules say to questions on how often, on limits and on things set side by side."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.asking import asked_in
from assistant.cases import cases
from assistant.conversation import Conversation
from assistant.decide import decide
from assistant.drafting.ruled import ruled
from assistant.drafting.yes_or_no import yes_or_no

TODAY = date(2026, 11, 22)


def answered(question: str) -> tuple[str, str]:
    """The opening word and the statements, one after the other."""
    heard = Conversation.start(TODAY).hear(question)
    asked = asked_in(heard)
    decisions = [decide(asked, case.scenario, TODAY, case.says) for case in cases(heard)]
    word = yes_or_no(decisions[0]) if len(decisions) == 1 else ""
    return word, " ".join(dict.fromkeys(one.text for each in decisions for one in ruled(each)))


@pytest.mark.parametrize(
    ("question", "word", "says"),
    [
        ("Cone down mid-course, can I charge 77263 again?", "No.", "a new course for a new area allows a new one"),
        ("gyn hdr, 5 insertions, 77263 each?", "No.", "Bill 1 unit of 77263 for the whole course."),
        ("SRT with ultrasound image guidance 77439, charge at every fraction?", "No.", "once per course"),
        ("Is 77387 a weekly code?", "No.", "Bill one unit of 77387 per session."),
        ("Can 77334 be charged again for the new mask?", "", "One unit of 77334 covers one device"),
        ("new course 3 months later, can I bill 77263 again?", "", "Bill 1 unit of 77263 for the whole course."),
        ("Is 77336 weekly or per fraction?", "", "Bill one unit of 77336 per five fractions."),
        ("physics weekly 77336 for the same 33 fraction course?", "", "Bill 6 units of 77336"),
        ("How many times per course may 77338 be reported for Blue Cross NC members?", "", "at most three"),
        ("Two lung lesions, SBRT every session x 5 days: 77373 x10?", "", "10 units of 77373 on one date are above"),
        (
            "NP saw the pt all week 3, can we still drop 77427 under the MD?",
            "",
            "physician assistant cannot bill 77427",
        ),
        ("Patient had 10 fx, we were paid for 2 x 77427. Do we add another 77427?", "No.", "no further unit is due"),
        ("28 fx, we were paid for 5 x 77427. Do we add another 77427?", "Yes.", "1 unit more is due"),
        ("77427 x5 on one line for the 25 fx course?", "No.", "never 5 on one line"),
        ("Do I charge 77427 this week if the pt only came Mon-Wed?", "", "Fractions count for 77427 and weeks do not"),
        (
            "MUE 1 on 77417 means one every treatment day. Is that right?",
            "No.",
            "is a ceiling for one date",
        ),
    ],
)
def test_how_often(question: str, word: str, says: str) -> None:
    """How often is answered with the counting rule, and with yes or no only where the rule gives one."""
    opening, text = answered(question)
    assert word == opening
    assert says in text
    assert "has status" not in text


def test_two_units_of_a_week_are_not_of_one_date() -> None:
    """Units told for a calendar week are held against no limit of one date."""
    _, text = answered("Treated twice daily, may two units of 77427 fall into the same calendar week?")
    assert "per five fractions" in text
    assert "above the limit" not in text


@pytest.mark.parametrize(
    ("question", "says"),
    [
        (
            "77387 practitioner MUE vs hospital MUE",
            ("1 unit on one date (practitioner", "2 units on one date (hospital"),
        ),
        ("MUE of 77387?", ("1 unit on one date (practitioner", "2 units on one date (hospital")),
        ("MAI 2 vs MAI 3, e.g. 77336 vs 77300", ("MAI 2 means", "MAI 3 means", "The limit of 77336 is absolute")),
        ("difference 77431 and 77427?", ("77431 is counted once per course and 77427 is counted once per five",)),
        ("77417 Medicare freestanding: Nov 2025 vs Nov 2026, what changed?", ("per five fractions", "status B")),
        (
            "77407 hospital vs freestanding Medicare 2026",
            ("(OPPS) 77407 has status S", "schedule 77407 has status A"),
        ),
        ("Premera vs BCBSNC vs Medicare window around 77301", ("Premera", "(NC)", "Medicare counts no days around")),
        ("does Aetna have a 30 day window around 77301?", ("is not in our sources",)),
        ("IMRT 12/15/25 to late January 2026, old codes or new codes?", ("by its own date", "77385 or 77386", "G6015")),
        (
            "77295 v 77301 which sim can be paid separately?",
            ("no edit between 77295 and 77280", "301 contains 77280, 77285"),
        ),
        ("77371 and 77432 same date, Medicare hospital", ("they stand on two bills",)),
        ("do I need modifier 26 on 77387?", ("UnitedHealthcare requires 26 on 77387",)),
    ],
)
def test_both_sides_are_told(question: str, says: tuple[str, ...]) -> None:
    """Of two limits, codes, dates, places or payers set side by side both are told."""
    _, text = answered(question)
    assert [] == [part for part in says if part not in text]
