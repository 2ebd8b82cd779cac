"""Modifier verdicts, judged."""

import pytest

from evals.metrics.modifiers import contradicts, judge


@pytest.fixture
def row():
    return lambda allowed, required=False: {
        "code": "77387", "modifier": "26", "allowed": allowed, "required": required, "payer": "uhc", "why": "",
    }  # fmt: skip


def test_the_expected_verdict_passes_and_its_opposite_fails(question, answer, row):
    case = question(modifiers={"77387-26": True})
    assert judge(case, answer(modifiers=[row(True)])).passed
    assert not judge(case, answer(modifiers=[row(False)])).passed
    assert not judge(case, answer(modifiers=[row(None)])).passed


def test_allowed_is_not_enough_where_the_payer_requires_it(question, answer, row):
    case = question(modifiers={"77387-26": True}, required=["77387-26"])
    assert not judge(case, answer(modifiers=[row(True)])).passed
    assert judge(case, answer(modifiers=[row(True, required=True)])).passed


def test_silence_fails_unless_nothing_is_settled(question, answer):
    assert not judge(question(modifiers={"77387-26": True}), answer()).passed
    assert judge(question(modifiers={"77387-26": [False, None]}), answer()).passed


def test_no_modifier_expected_gives_no_score(question, answer):
    assert judge(question(), answer()) is None


def test_every_modifier_of_a_case_must_be_right(question, answer, row):
    case = question(modifiers={"77387-26": True, "77387-TC": False})
    assert not judge(case, answer(modifiers=[row(True)])).passed
    assert judge(case, answer(modifiers=[row(True), row(False) | {"modifier": "TC"}])).passed


def test_rows_that_disagree_with_each_other_fail(question, answer, row):
    assert not judge(question(modifiers={"77387-26": True}), answer(modifiers=[row(True), row(False)])).passed


def test_the_opposite_contradicts_and_silence_does_not(question, answer, row):
    case = question(modifiers={"77387-26": True, "77387-TC": False})
    assert contradicts(case, answer(modifiers=[row(False)]))
    assert not contradicts(case, answer(modifiers=[row(True)]))
    assert not contradicts(case, answer())
    assert "no rows" == judge(case, answer()).got
    assert "77387-26 True" in judge(case, answer(modifiers=[row(True)])).got
