"""Pair verdicts, judged."""

from evals.metrics.pairs import contradicts, judge


def row(together: str, start: str | None = None) -> dict[str, object]:
    return {"codes": ["77301", "77417"], "together": together, "from": start, "why": ""}


def test_the_order_of_the_codes_does_not_matter(question, answer):
    assert judge(question(pairs={"77417+77301": "no"}), answer(pairs=[row("no")])).passed


def test_another_verdict_fails(question, answer):
    assert not judge(question(pairs={"77301+77417": "no"}), answer(pairs=[row("with modifier")])).passed


def test_silence_is_right_only_where_no_release_is_held(question, answer):
    assert judge(question(pairs={"77301+77417": "no_data"}), answer()).passed
    assert not judge(question(pairs={"77301+77417": "no"}), answer()).passed


def test_no_pair_expected_gives_no_score(question, answer):
    assert judge(question(), answer()) is None


def test_every_pair_of_a_case_must_be_right(question, answer):
    case = question(pairs={"77301+77417": "no", "77301+77336": "with modifier"})
    assert not judge(case, answer(pairs=[row("no")])).passed


def test_rows_that_disagree_with_each_other_fail(question, answer):
    assert not judge(question(pairs={"77301+77417": "no"}), answer(pairs=[row("no"), row("yes")])).passed


def test_another_verdict_contradicts_and_silence_does_not(question, answer):
    case = question(pairs={"77301+77417": "no"})
    assert contradicts(case, answer(pairs=[row("yes")]))
    assert contradicts(case, answer(pairs=[row("no"), row("yes")]))
    assert not contradicts(case, answer(pairs=[row("no")]))
    assert not contradicts(case, answer())
    assert "no rows" == judge(case, answer()).got
    assert "77301+77417 yes" == judge(case, answer(pairs=[row("yes")])).got
