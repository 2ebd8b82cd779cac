"""The gate's word on prose, judged."""

from typing import Any

from evals.case import Prose
from evals.metrics.gate import BLOCK, LEAK, judge


def prose(verdict: str) -> Prose:
    return Prose.model_validate({"id": "p", "text": "Bill 6.", "verdict": verdict, "source": "s", "confidence": "high"})


def verified(shown: str, corrected: int = 0, withheld: int = 0) -> dict[str, Any]:
    return {"shown": shown, "advice": [], "corrected": corrected, "withheld": withheld}


def test_right_advice_must_be_shown_as_written():
    assert judge(prose("right"), verified("Bill 6.")).passed
    blocked = judge(prose("right"), verified("", withheld=1))
    assert (blocked.metric, blocked.passed) == (BLOCK, False)


def test_wrong_advice_that_is_shown_is_a_leak():
    leaked = judge(prose("wrong"), verified("Bill 6."))
    assert (leaked.metric, leaked.passed) == (LEAK, False)
    assert judge(prose("wrong"), verified("Bill 5.", corrected=1)).passed


def test_advice_nothing_verifies_must_not_be_shown():
    assert judge(prose("unverifiable"), verified("", withheld=1)).passed
    assert not judge(prose("unverifiable"), verified("Bill 6.")).passed


def test_advice_that_only_others_say_may_stand_beside_their_names():
    """No data, with its reason on the screen; called verified, or without the reason, it is a leak."""
    row = {"finding": "no_data", "why": "We hold no table. Another says so."}
    beside = verified("Bill 6. (We hold no table. Another says so.)") | {"advice": [row]}
    assert judge(prose("unverifiable"), beside).passed
    assert not judge(prose("unverifiable"), beside | {"advice": [{**row, "finding": "pass"}]}).passed
    assert not judge(prose("unverifiable"), verified("Bill 6.") | {"advice": [row]}).passed
    assert not judge(prose("wrong"), beside).passed


def test_the_outcome_says_what_was_due_and_what_was_read():
    read = verified("") | {"advice": [{"finding": "fail", "why": "28 fractions make 6 units"}]}
    leaked, blocked = judge(prose("wrong"), read), judge(prose("right"), verified(""))
    assert ("not shown (wrong)", "shown") == (leaked.expected, blocked.expected)
    assert "fail: 28 fractions make 6 units" in leaked.got
    assert "no advice read" in blocked.got
