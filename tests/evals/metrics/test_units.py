"""Exact units, judged."""

from evals.metrics.units import contradicts, judge


def test_the_expected_total_passes(question, answer, units_row):
    assert judge(question(units={"77427": 6}), answer(units=[units_row("77427", 6)])).passed


def test_another_total_fails(question, answer, units_row):
    assert not judge(question(units={"77427": 6}), answer(units=[units_row("77427", 5)])).passed


def test_silence_fails_where_a_total_is_due(question, answer):
    assert not judge(question(units={"77427": 6}), answer()).passed


def test_silence_and_null_both_say_that_nothing_is_settled(question, answer, units_row):
    case = question(units={"77417": None})
    assert judge(case, answer()).passed
    assert judge(case, answer(units=[units_row("77417", None)])).passed
    assert not judge(case, answer(units=[units_row("77417", 0)])).passed


def test_each_date_is_held_against_its_own_rows(question, answer, units_row):
    rows = [units_row("77417", 3, "2025-12-01", "2025-12-31"), units_row("77417", 0, "2026-01-01")]
    case = question(units={"77417#2025-12-20": 3, "77417#2026-01-15": 0})
    assert judge(case, answer(units=rows)).passed
    assert not judge(case, answer(units=rows[::-1][:1])).passed


def test_two_rows_that_contradict_each_other_fail(question, answer, units_row):
    assert not judge(question(units={"77427": 6}), answer(units=[units_row("77427", 6), units_row("77427", 5)])).passed


def test_a_number_that_must_not_be_said_fails(question, answer, units_row):
    case = question(never_units={"77417": [30]})
    assert not judge(case, answer(units=[units_row("77417", 30)])).passed
    assert judge(case, answer(units=[units_row("77417", 6)])).passed


def test_a_code_that_must_be_absent_may_have_zero_only(question, answer, units_row):
    case = question(absent=["77427"])
    assert judge(case, answer(units=[units_row("77427", 0)])).passed
    assert not judge(case, answer(units=[units_row("77427", 1)])).passed


def test_no_word_on_units_gives_no_score(question, answer):
    assert judge(question(), answer()) is None


def test_another_number_contradicts_and_a_missing_one_does_not(question, answer, units_row):
    case = question(units={"77427": 6, "77336": 5})
    assert not contradicts(case, answer(units=[units_row("77427", 6)]))
    assert contradicts(case, answer(units=[units_row("77427", 5)]))
    assert not judge(case, answer(units=[units_row("77427", 6)])).passed


def test_what_was_wanted_and_what_was_said_stand_in_the_outcome(question, answer, units_row):
    outcome = judge(question(units={"77427": 6}), answer(units=[units_row("77427", 5, "2026-01-01")]))
    assert "{'77427': [6]}" in outcome.expected
    assert "77427=5 2026-01-01.." in outcome.got
    assert "no rows" == judge(question(units={"77427": 6}), answer()).got
    assert "77431" in judge(question(absent=["77431"]), answer()).expected
