"""How much of an answer is left to the sources."""

from __future__ import annotations

from assistant.drafting.sources_part import sources_part
from tests.assistant.asked import decided

SAID = ("Something was said.",)


def most(codes: str, matters: str, said: tuple[str, ...] = SAID, **told: object) -> int:
    return sources_part((decided(codes, matters, "2026-06-01", **told),), said).most


def test_rules_that_answer_leave_nothing_to_sources() -> None:
    """A count, a pair, a definition that was asked for."""
    assert 0 == most("77427", "units", fractions=28) == most("77427 77435", "pair") == most("77427", "definition")


def test_silent_rules_leave_all_of_it_unless_a_course_was_to_be_counted() -> None:
    """No source counts a course for us."""
    assert most("77427", "denial", ()) > 0
    assert 0 == most("77427", "units", (), fractions=28)


def test_denials_authorizations_and_other_payers_leave_a_part() -> None:
    """Unless the payer's own list has answered."""
    assert most("77427", "denial") and most("77387", "coverage", payer="aetna")
    assert most("77412", "authorization", payer="aetna")
    assert 0 == most("77412", "authorization", payer="uhc")


def test_beside_the_record_only_one_close_sentence_is_told() -> None:
    """The rule book has said what the record must show."""
    part = sources_part((decided("77427", "documentation", "2026-06-01"),), SAID)
    assert (1, True) == (part.most, part.wanted.close)
