"""A code that stands alone in an answer."""

from datetime import date

import pytest

from assistant.checking.gate import check
from assistant.reading.facts import read_facts

TODAY = date(2026, 11, 22)
SKIN = "Total skin electrons, Medicare hospital, 2026"


def fates(text: str, question: str) -> list[str]:
    heard = read_facts(question, TODAY)
    return [one.fate for one in check(text, heard.scenario, question, heard.proposition, today=TODAY).sentences]


@pytest.mark.parametrize(("text", "fate"), [("77412.", "shown"), ("**77412**", "shown"), ("**77402**", "corrected")])
def test_a_bare_code_is_judged_as_the_answer(text: str, fate: str) -> None:
    """A line of its own that names a code nobody asked about is no heading."""
    assert [fate] == fates(text, SKIN)


def test_a_code_that_was_asked_about_may_head_what_is_said_of_it() -> None:
    """Of a code that the question names a bold line says nothing."""
    question = "28 fractions, Medicare: how many units of 77427?"
    assert ["shown", "shown"] == fates("**77427**\n\nBill 6 units.", question)
