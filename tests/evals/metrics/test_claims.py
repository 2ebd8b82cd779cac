"""Claim lines, judged."""

from evals.case import ClaimRow
from evals.metrics.claims import judge_reason, judge_verdict


def row(verdict: str, *reasons: str) -> ClaimRow:
    return ClaimRow.model_validate({"id": "k", "cells": {}, "verdict": verdict, "reasons": list(reasons)})


def test_the_verdict_must_be_exact():
    assert judge_verdict(row("fail", "units"), "fail", "units", "").passed
    assert not judge_verdict(row("no_data"), "pass", "", "").passed


def test_the_reason_must_describe_the_fault():
    assert judge_reason(row("fail", "units", "mue"), "fail", "mue", "").passed
    assert not judge_reason(row("fail", "units"), "fail", "pair", "").passed


def test_a_wrong_verdict_or_no_reason_gives_no_score():
    assert judge_reason(row("fail", "units"), "pass", "", "") is None
    assert judge_reason(row("pass"), "pass", "", "") is None
