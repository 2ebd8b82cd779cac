"""Plain statements of models and coders: units, refusals, examinations, and what a question has told already."""

from __future__ import annotations

import pytest

from assistant.checking.coverage.told_in_question import told_by
from assistant.checking.plainly.idioms import without_idioms
from assistant.checking.told_already import without_what_was_told
from tests.assistant.checking.judged import fates


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("The billing unit for 77373 is the fraction.", "77373 is billed once per fraction."),
        ("77301 includes 77290 with no modifier exception.", "77301 includes 77290 with no modifier exception."),
        (
            "77290 is bundled into 77301 with no modifier exception.",
            "77290 is bundled into 77301 and no modifier separates them.",
        ),
        ("A modifier is not allowed on it.", "A modifier is not allowed on it."),
        (
            "59 cannot lift the limit of one unit of 77336 per date.",
            "77336 is limited to one per date and modifier 59 cannot rescue a second 77336.",
        ),
        ("The last four count as a full week.", "The last four count as one unit."),
        ("PC identifies a wrong procedure.", "modifier PC means a wrong procedure."),
    ],
)
def test_a_plain_statement_is_put_into_the_verbs_of_the_rules(said: str, plain: str) -> None:
    """What is denied, how many and of which code stays; a neighbour is not touched."""
    assert without_idioms(said) == plain


@pytest.mark.parametrize(
    ("question", "said", "read"),
    [
        (
            "Prostate and nodes in one IMRT plan?",
            "One unit, because the nodes were planned together with the prostate.",
            "One unit, because it is billed once per plan.",
        ),
        (
            "Prostate and nodes, two plans?",
            "One unit, because the nodes were planned together with the prostate.",
            "One unit, because the nodes were planned together with the prostate.",
        ),
        (
            "Ten fractions were planned and nine given?",
            "Two units, although only nine of the ten fractions were given.",
            "Two units, although only nine fractions were given.",
        ),
        (
            "Ten fractions were planned and nine given?",
            "Two units, although only nine of the twelve fractions were given.",
            "Two units, although only nine of the twelve fractions were given.",
        ),
        (
            "Seven fields, a calculation for each?",
            "Seven units of 77300, one for each calculated field.",
            "77300 is billed once for each calculated field.",
        ),
        (
            "Films within the same five-fraction period?",
            "Only one unit of 77417 is allowed.",
            "77417 is billed once per five fractions.",
        ),
    ],
)
def test_only_what_the_question_tells_is_left_out(question: str, said: str, read: str) -> None:
    """The same number and the same plan, or the words stay and have to be read."""
    assert without_what_was_told(said, told_by(question)) == read


@pytest.mark.parametrize(
    ("question", "said", "fate"),
    [
        ("Does 77427 depend on the calendar week, Medicare 2026?", "Yes.", "corrected"),
        ("Does 77336 follow the calendar, Medicare 2026?", "No.", "shown"),
        ("Does 77427 run with the days of the month in 2026?", "Yes.", "withheld"),
        (
            "Exams for 77427, Medicare 2026?",
            "Every unit of 77427 requires an exam at each of the five fractions.",
            "hidden",
        ),
        (
            "Since when 26 on 77387 for UnitedHealthcare?",
            "26 is required on 77387 on or after June 1, 2026.",
            "withheld",
        ),
        ("Which TC for 77402, Medicare 2026?", "77402 takes no TC, since it is a technical-only code.", "shown"),
        ("How often 77334, Medicare 2026?", "77334 is billed once for each simple device.", "withheld"),
    ],
)
def test_a_plain_statement_is_judged_as_its_rule_has_it(question: str, said: str, fate: str) -> None:
    """What is right is shown; a yes to a question that nobody read, another day and another rank are not."""
    found = fates(question, said)
    assert "shown" not in found if fate == "hidden" else fate in found
