"""Patient data taken out, judged."""

from evals.metrics.privacy import judge


def test_what_was_taken_out_must_not_come_back(question, answer):
    case = question(removed=True, secret=["4471923"])
    assert judge(case, answer(removed_identifiers=["mrn"])).passed
    assert not judge(case, answer(removed_identifiers=["mrn"], text="MRN 4471923")).passed
    assert not judge(case, answer()).passed


def test_a_date_of_service_must_not_be_taken_out(question, answer):
    assert not judge(question(removed=False), answer(removed_identifiers=["dob"])).passed


def test_no_word_on_identifiers_gives_no_score(question, answer):
    assert judge(question(), answer()) is None
