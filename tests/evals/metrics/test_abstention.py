"""Keeping out, judged both ways."""

from evals.metrics.abstention import judge_precision, judge_recall


def test_what_is_not_covered_gets_no_advice(question, answer, units_row):
    case = question(status=["out_of_scope", "not_covered"], no_advice=True)
    assert judge_recall(case, answer(status="out_of_scope")).passed
    assert not judge_recall(case, answer()).passed
    assert not judge_recall(case, answer(status="not_covered", units=[units_row("77427", 1)])).passed
    assert judge_recall(question(), answer()) is None


def test_retreat_where_an_answer_was_due_fails(question, answer):
    assert not judge_precision(question(units={"77427": 6}), answer(status="out_of_scope")).passed
    assert judge_precision(question(status=["out_of_scope"]), answer(status="out_of_scope")).passed


def test_retreat_where_nothing_is_settled_is_right(question, answer):
    assert judge_precision(question(units={"77417": None}), answer(status="not_covered")).passed


def test_an_answer_gives_no_score_of_retreat(question, answer):
    assert judge_precision(question(), answer()) is None


def test_a_status_alone_is_judged_and_so_is_advice_alone(question, answer, units_row):
    assert judge_recall(question(status=["not_covered"]), answer(status="not_covered")).passed
    assert not judge_recall(question(no_advice=True), answer(units=[units_row("77427", 1)])).passed


def test_retreat_is_right_where_one_of_several_matters_is_unsettled(question, answer):
    assert judge_precision(question(units={"77427": 6, "77417": None}), answer(status="not_covered")).passed
    assert judge_precision(question(pairs={"77301+77417": "no_data"}), answer(status="not_covered")).passed
    assert not judge_precision(question(pairs={"77301+77417": "no"}), answer(status="not_covered")).passed


def test_retreat_where_a_fact_was_to_be_stated_fails(question, answer):
    assert not judge_precision(question(say=["bundled"]), answer(status="not_covered")).passed
    assert not judge_precision(question(any_of=[{"say": ["bundled"]}]), answer(status="not_covered")).passed
    assert judge_precision(question(), answer(status="not_covered")).passed
