"""Questions back, judged both ways."""

from evals.metrics.clarification import judge_precision, judge_recall


def test_a_fact_that_is_missing_must_be_asked_for(question, answer):
    case = question(asks=["fractions"])
    assert judge_recall(case, answer(asks=["fractions", "payer"])).passed
    assert not judge_recall(case, answer(asks=["payer"])).passed
    assert judge_recall(question(), answer()) is None


def test_only_asking_where_an_answer_was_due_fails(question, answer):
    only_asks = answer(status="needs_facts", asks=["payer"], text="Which payer?")
    assert not judge_precision(question(units={"77427": 6}), only_asks, missed=True).passed
    assert judge_precision(question(asks=["payer"]), only_asks, missed=False).passed


def test_asking_after_all_was_said_is_not_in_vain(question, answer):
    assert judge_precision(question(), answer(status="needs_facts", asks=["payer"]), missed=False).passed


def test_a_question_that_needs_nothing_must_not_be_asked_back(question, answer):
    case = question(asks_none=["payer"])
    assert not judge_precision(case, answer(asks=["payer"]), missed=False).passed
    assert judge_precision(case, answer(asks=["setting"]), missed=False).passed


def test_an_answer_gives_no_score(question, answer):
    assert judge_precision(question(), answer(), missed=True) is None


def test_every_fact_that_is_missing_must_be_asked_for(question, answer):
    case = question(asks=["fractions"])
    assert judge_recall(case, answer(asks=["fractions"])).passed
    assert not judge_recall(question(asks=["fractions", "payer"]), answer(asks=["payer"])).passed
