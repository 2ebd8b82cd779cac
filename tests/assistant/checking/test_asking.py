"""Rulings remembered between sentences."""

from datetime import date

from assistant.checking.asking import modifier_by_period, status_by_period
from assistant.scenario import Period, Scenario

DAY = Period(date(2026, 6, 1), date(2026, 6, 1))


def test_what_was_asked_before_changes_no_ruling() -> None:
    """77387 with TC is bundled and without it paid, whichever of the two was asked first."""
    case = Scenario(payer="medicare", setting="freestanding", dos=DAY)
    with_tc = status_by_period("77387", case.but(modifiers=("TC",)))[0].treatment
    assert ("bundled", "paid") == (with_tc, status_by_period("77387", case)[0].treatment)


def test_the_other_code_of_the_date_belongs_to_the_question() -> None:
    """59 opens a pair, so it hangs on the codes beside."""
    case = Scenario(payer="medicare", setting="hospital_outpatient", dos=Period(date(2026, 10, 15), date(2026, 10, 15)))
    beside = modifier_by_period("77334", "59", case.but(codes=("77334", "77338")))[0].allowed
    assert (True, None) == (beside, modifier_by_period("77334", "59", case)[0].allowed)
