"""What reaches the screen."""

from datetime import date

import pytest

from assistant.checking.gate import Gate, check, verify
from assistant.checking.questions import Asked
from assistant.scenario import Scenario

TODAY = date(2026, 11, 22)


def test_right_is_shown_wrong_is_replaced() -> None:
    """A failing sentence gives way to the rule's own."""
    checked = check("Bill 6 units of 77427. Bill 28 units of 77336.", Scenario(fractions=28), today=TODAY)
    assert ["shown", "corrected"] == [one.fate for one in checked.sentences]
    assert "28 units" not in checked.shown


def test_what_no_rule_settles_is_withheld() -> None:
    """Six units of 77336 for 28 fractions is settled by nobody."""
    checked = check("Bill 6 units of 77336.", Scenario(fractions=28), today=TODAY)
    assert (1, "") == (checked.withheld, checked.shown)


@pytest.mark.parametrize(
    ("question", "answer", "fate"),
    [
        ("How many units of 77427 for 28 fractions?", "6.", "shown"),
        ("How many units of 77427 for 28 fractions?", "5.", "corrected"),
        ("Can I bill 77417-26?", "Yes, go ahead and append it.", "corrected"),
        ("Can I bill 77417-26?", "No.", "shown"),
        ("What replaced 77386?", "77402.", "corrected"),
    ],
)
def test_short_answers_inherit_the_question(question: str, answer: str, fate: str) -> None:
    """Yes, no and a bare number are advice."""
    checked = check(answer, Scenario(fractions=28), question, today=TODAY)
    assert [fate] == [one.fate for one in checked.sentences]


def test_a_sentence_that_points_to_a_withheld_one_names_its_code() -> None:
    """ "It" must not point to what the reader cannot see, so the code is said with it."""
    checked = check("77417 flibbers. It is not separately payable.", Scenario(), today=TODAY)
    assert "It is not separately payable. (77417)" == checked.shown


@pytest.mark.parametrize("text", ["<b>77427 x6</b>", "[77427 x6](http://x.example)", "✅ 77427 x6", "77427\u200b x6"])
def test_markup_never_reaches_the_screen(text: str) -> None:
    """The words stay, the dress goes."""
    assert check(text, Scenario(fractions=28), today=TODAY).shown.startswith("77427 x6")


def test_streamed_sentences_are_those_of_the_whole_text() -> None:
    """Letter by letter gives the same screen."""
    text = "Bill 6 units of 77427. Bill 9 units of 77427.\n\n- 77336: 5 units\n"
    gate = Gate(Scenario(fractions=28), TODAY, Asked())
    streamed = [one for letter in text for one in gate.feed(letter)]
    streamed += gate.close()
    assert check(text, Scenario(fractions=28), today=TODAY).shown == gate.checked(text).shown


def test_mostly_failed_drafts_say_so() -> None:
    """The caller then shows another answer."""
    assert check("77427 x9. 77336 x9. 77427 x6.", Scenario(fractions=28), today=TODAY).mostly_failed


def test_verify_keeps_the_outside_contract() -> None:
    """Rows with sentence, code, kind, value, finding, why, reference and shown."""
    judged = verify("77427 x6", facts={"fractions": 28, "payer": "Medicare"}, today=TODAY)
    row = judged["advice"][0]
    assert {"sentence", "code", "kind", "value", "finding", "why", "reference", "shown"} == set(row)
    assert ("pass", True, 6) == (row["finding"], row["shown"], row["value"])


def test_an_unread_statement_says_which_words_and_what_the_rules_say() -> None:
    """Somebody who pastes a mail is told what stands in the way, and the rule beside it."""
    row = verify("Flibbers aside, 77427 is billed once per five fractions.", today=TODAY)["advice"][0]
    assert ("unreadable", False) == (row["finding"], row["shown"])
    assert 'words we do not know: "flibbers"' in row["why"]
    assert "77427 covers five fractions" in row["why"]
    assert row["reference"]


def test_facts_told_by_the_text_hold_for_what_follows() -> None:
    """A mail that tells its case is judged in that case."""
    mail = "The course had 28 fractions in May 2025 in a freestanding center.\n\n- 77417: 5 units\n"
    assert [True] == [row["shown"] for row in verify(mail, today=TODAY)["advice"]]
