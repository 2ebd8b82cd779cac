"""Whether an answer shows that sources differ, judged."""

from evals.metrics.disagreement import judge


def test_a_disagreement_is_shown_in_the_structure_or_in_words(question, answer):
    case = question(disagrees=True)
    shown = {"says": "one per session", "source": "medpayiq-77417", "publisher": "MedPayIQ"}
    assert judge(case, answer(disagreements=[shown])).passed
    assert judge(case, answer(text="The manual prevails.")).passed
    assert not judge(case, answer(text="One per five fractions.")).passed


def test_no_disagreement_expected_gives_no_score(question, answer):
    assert judge(question(), answer()) is None
