"""Citations, judged: do they carry their sentence, and is the right source among them?"""

from evals.metrics.citations import judge_precision, judge_recall


def cited(passage: str, source: str = "cms-manual-13-70-1") -> list[dict[str, object]]:
    return [{"n": 1, "source": source, "title": "T", "publisher": "P", "passage": passage}]


def test_a_passage_on_the_code_carries_the_sentence(question, answer):
    told = answer(text="Bill 6 units of 77427 [1].", citations=cited("One unit of 77427 is five fractions."))
    assert judge_precision(question(), told).passed


def test_a_passage_on_another_matter_does_not(question, answer):
    told = answer(text="Bill 6 units of 77427 [1].", citations=cited("Hyperthermia is covered."))
    assert not judge_precision(question(), told).passed


def test_a_sentence_without_a_code_speaks_of_the_code_before(question, answer):
    text = "Bill 6 units of 77427 [1]. That is 5 sets and 3 over [1]."
    assert judge_precision(question(), answer(text=text, citations=cited("77427: five fractions."))).passed


def test_a_mark_that_points_to_nothing_fails(question, answer):
    assert not judge_precision(question(), answer(text="Bill 77427 [2].", citations=cited("77427"))).passed


def test_an_answer_without_marks_gives_no_score(question, answer):
    assert judge_precision(question(), answer()) is None


def test_the_case_s_own_source_must_be_among_the_cited(question, answer):
    case = question(units={"77427": 6})
    assert judge_recall(case, answer(citations=cited("x"))).passed
    assert not judge_recall(case, answer(citations=cited("x", "cms-rvu26a"))).passed
    assert judge_recall(question(), answer()) is None


def test_one_word_in_common_carries_nothing_and_two_do(question, answer):
    one = answer(text="Hospital departments keep records [1].", citations=cited("A hospital is a place."))
    two = answer(text="Hospital departments keep records [1].", citations=cited("Records of a hospital."))
    assert not judge_precision(question(ask="what to keep"), one).passed
    assert judge_precision(question(ask="what to keep"), two).passed


def test_any_of_the_codes_spoken_of_is_enough(question, answer):
    told = answer(text="Bill 77427 and 77336 [1].", citations=cited("77336: five treatments."))
    assert judge_precision(question(), told).passed
