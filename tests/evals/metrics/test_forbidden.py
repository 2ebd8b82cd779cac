"""Forbidden claims, judged."""

from evals.metrics.forbidden import judge


def test_a_forbidden_wording_fails_whatever_its_case(question, answer):
    case = question(never=["^yes"])
    assert not judge(case, answer(text="YES, once a session.")).passed
    assert judge(case, answer(text="No, never a yes here.")).passed


def test_nothing_forbidden_gives_no_score(question, answer):
    assert judge(question(), answer()) is None
