"""The delivery code an answer arrives at, judged."""

from evals.metrics.delivery import judge


def test_the_code_passes_when_no_other_level_is_proposed(question, answer):
    text = "77407: photons to one isocenter are level 2. 77412 is: several isocenters or active motion management."
    assert judge(question(code="77407"), answer(text=text)).passed


def test_two_levels_offered_fail(question, answer):
    assert not judge(question(code="77407"), answer(text="77407 or 77412: say the isocenters.")).passed


def test_the_wrong_level_fails(question, answer):
    assert not judge(question(code="77412"), answer(text="Bill 77407.")).passed


def test_a_level_turned_down_is_not_proposed(question, answer):
    assert judge(question(code="77407"), answer(text="Bill 77407. Do not bill 77412.")).passed


def test_a_second_level_to_bill_is_proposed(question, answer):
    assert not judge(question(code="77407"), answer(text="Bill 77407. Also bill 77412.")).passed


def test_a_question_back_is_not_an_answer(question, answer):
    assert not judge(question(code="77407"), answer(text="77407?", status="needs_facts")).passed


def test_no_code_expected_gives_no_score(question, answer):
    assert judge(question(), answer()) is None


def test_a_row_of_another_level_is_proposed_too(question, answer, units_row):
    case = question(code="77407")
    assert not judge(case, answer(text="Bill 77407.", units=[units_row("77412", 1)])).passed
    assert judge(case, answer(text="Bill 77407.", units=[units_row("77412", 0), units_row("77427", 6)])).passed


def test_silence_proposes_nothing(question, answer):
    silent = judge(question(code="77407"), answer(text="Ask the payer.", units=[]))
    assert (False, "none proposed") == (silent.passed, silent.got)


def test_an_unknown_family_is_its_own(question, answer):
    assert judge(question(code="77523"), answer(text="Bill 77523.")).passed
