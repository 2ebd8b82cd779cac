"""Pair verdicts, judged."""

from evals.metrics.pairs import judge


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
