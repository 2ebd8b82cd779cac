"""Validity and successors, judged."""

from evals.metrics.validity import contradicts, judge


def row(valid: bool, on: str = "2026-02-10", replaced_by: tuple[str, ...] = ()) -> dict[str, object]:
    return {"code": "77386", "valid": valid, "on": on, "replaced_by": replaced_by}


def test_an_ended_code_must_be_called_ended(question, answer):
    case = question(valid={"77386#2026-02-10": False})
    assert judge(case, answer(codes=[row(False)])).passed
    assert not judge(case, answer(codes=[row(True)])).passed
    assert not judge(case, answer()).passed


def test_every_expected_successor_must_be_named(question, answer):
    case = question(replaced={"77386": ["77407", "77412"]})
    assert judge(case, answer(codes=[row(False, replaced_by=("77412", "77407"))])).passed
    assert not judge(case, answer(codes=[row(False, replaced_by=("77407",))])).passed


def test_a_code_of_no_list_must_not_be_called_valid(question, answer):
    case = question(never_valid=["77386"])
    assert judge(case, answer()).passed
    assert not judge(case, answer(codes=[row(True)])).passed


def test_the_year_before_is_another_matter(question, answer):
    rows = [row(True, "2025-12-15"), row(False, "2026-02-10")]
    assert judge(question(valid={"77386#2026-02-10": False}), answer(codes=rows)).passed


def test_no_validity_expected_gives_no_score(question, answer):
    assert judge(question(), answer()) is None


def test_rows_that_disagree_with_each_other_fail(question, answer):
    assert not judge(question(valid={"77386#2026-02-10": False}), answer(codes=[row(False), row(True)])).passed


def test_the_opposite_contradicts_and_a_missing_row_or_successor_does_not(question, answer):
    case = question(valid={"77386#2026-02-10": False}, replaced={"77386": ["77407"]})
    assert contradicts(case, answer(codes=[row(False), row(True)]))
    assert not contradicts(case, answer(codes=[row(False)]))
    assert not contradicts(case, answer())
    assert "no rows" == judge(case, answer()).got
    assert "77386 False" in judge(case, answer(codes=[row(False)])).got


def test_calling_a_code_of_no_list_valid_contradicts(question, answer):
    assert contradicts(question(never_valid=["77386"]), answer(codes=[row(False), row(True)]))
    assert not contradicts(question(never_valid=["77386"]), answer(codes=[row(False)]))
    assert not contradicts(question(never_valid=["77999"]), answer(codes=[row(True)]))
