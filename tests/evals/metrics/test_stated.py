"""Facts stated, judged."""

from evals.metrics.stated import judge


def test_every_wording_must_stand_in_the_text(question, answer):
    case = question(say=["bundled|status B", "2026"])
    assert judge(case, answer(text="Status B from 2026-01-01.")).passed
    assert not judge(case, answer(text="Bundled.")).passed


def test_one_of_several_ways_is_enough(question, answer):
    case = question(any_of=[{"asks": ["setting"]}, {"say": ["packaged", "6"]}])
    assert judge(case, answer(text="?", asks=["setting"])).passed
    assert judge(case, answer(text="Packaged in the hospital, 6 in the office.")).passed
    assert not judge(case, answer(text="Packaged.")).passed


def test_no_wording_expected_gives_no_score(question, answer):
    assert judge(question(), answer()) is None


def test_what_is_missing_stands_in_the_outcome(question, answer):
    missing = judge(question(say=["bundled", "2026"]), answer(text="In 2026."))
    assert ("bundled", "In 2026.") == (missing.expected, missing.got)
    said = judge(question(say=["2026"]), answer(text="In 2026."))
    assert ("all said", "") == (said.expected, said.got)
