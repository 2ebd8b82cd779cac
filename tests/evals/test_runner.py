"""The runner over stand-ins: outcomes, stages, and crashes that stay with their case."""

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from assistant.answer import Answer
from evals.case import ClaimRow, Prose, Query, Question
from evals.failures import markdown as failures
from evals.report import markdown
from evals.run import BASELINE, Run
from evals.runner import run_claims, run_prose, run_questions, run_retrieval
from evals.scores import shares

HEAD = {"engine": "commit abc", "today": "2026-11-22", "machine": "2 cores", "seconds": 1}
CASE = {"source": "cms-manual-13-70-1", "confidence": "high"}


@dataclass
class Echo:
    """Answers what it is told to, remembers what it was asked."""

    answer: Answer | None
    asked: list[tuple[str, list[dict[str, str]]]]

    def ask(self, question: str, *, history: Any = None, facts: Any = None, today: Any = None) -> Answer:
        self.asked.append((question, list(history or [])))
        if self.answer is None:
            raise RuntimeError("the index is gone")
        return self.answer


def six(units: int) -> Answer:
    row = {"code": "77427", "units": units, "payer": "medicare", "finding": "pass", "why": ""}
    return Answer.model_validate({"status": "answered", "text": f"Bill {units} units of 77427.", "units": [row]})


def test_a_wrong_figure_is_a_failure_of_the_rule_and_stands_in_the_report():
    run = Run()
    case = Question.model_validate({"id": "u", "ask": "28 fx, 77427?", "units": {"77427": 6}, **CASE})
    run_questions(run, Echo(six(5), []), [case])
    failed = next(one for one in run.failures() if one.metric == "units")
    assert failed.stage == "rule"
    assert run.wrong_advice().passed == 1
    for told in (markdown(run, HEAD), failures(run)):
        assert "28 fx, 77427?" in told
        assert "Bill 5 units of 77427." in told
        assert "{'77427': [6]}" in told


def test_a_figure_that_is_missing_is_no_wrong_ruling():
    run = Run()
    units = {"77427": 6, "77336": 5}
    case = Question.model_validate({"id": "u", "ask": "28 fx, 77427 and 77336?", "units": units, **CASE})
    run_questions(run, Echo(six(6), []), [case])
    assert [one.stage for one in run.failures() if one.metric == "units"] == ["draft"]
    assert run.wrong_advice().passed == 0


def test_a_right_figure_leaves_no_failure_but_the_missing_citation():
    run = Run()
    case = Question.model_validate({"id": "u", "ask": "28 fx, 77427?", "units": {"77427": 6}, **CASE})
    run_questions(run, Echo(six(6), []), [case])
    assert {one.metric for one in run.failures()} == {"cites the case's source"}
    assert run.wrong_advice().passed == 0


def test_a_crash_is_one_case_s_failure():
    run = Run()
    cases = [Question.model_validate({"id": name, "ask": "x", "units": {"77427": 6}, **CASE}) for name in "ab"]
    run_questions(run, Echo(None, []), cases)
    assert [(one.metric, one.stage) for one in run.failures()] == [("no crash", "crash")] * 2
    assert shares(run)["questions right in substance"].value == 0


def test_earlier_questions_are_asked_first_and_become_history():
    engine = Echo(six(6), [])
    case = Question.model_validate({"id": "w", "earlier": ["28 fx"], "ask": "and 23?", **CASE})
    run_questions(Run(), engine, [case])
    assert [len(history) for _, history in engine.asked] == [0, 2]


def test_prose_and_claims_and_searches_that_crash_do_not_end_the_run():
    def broken(*_: Any) -> Any:
        raise ValueError("no")

    run = Run()
    run_prose(run, broken, [Prose.model_validate({"id": "p", "text": "t", "verdict": "right", **CASE})])
    run_claims(run, broken, [ClaimRow.model_validate({"id": "k", "cells": {}, "verdict": "pass", "reasons": []})])
    run_retrieval(run, "ours", broken, [Query(id="q", text="t", sources=["s"])])
    assert len(run.failures()) == 5
    assert "## no crash: 1" in failures(run)


def test_a_claim_that_crashes_takes_no_other_with_it():
    def broken_at_b(rows: Any) -> Any:
        if any(row["claim_id"] == "b" for row in rows):
            raise ValueError("no")
        return [SimpleNamespace(verdict="pass", reason="", why="") for _ in rows]

    run = Run()
    claims = [
        {"id": name, "cells": {"claim_id": name[0]}, "verdict": "pass", "reasons": []}
        for name in ("a", "b1", "b2", "c")
    ]
    run_claims(run, broken_at_b, map(ClaimRow.model_validate, claims))
    assert {one.case: one.passed for one in run.outcomes} == {"a": True, "b1": False, "b2": False, "c": True}
    assert {one.stage for one in run.failures()} == {"crash"}


def test_the_baseline_s_misses_are_its_score_and_no_failure_of_ours():
    run = Run()
    query = Query(id="q", text="port films", sources=["manual"])
    run_retrieval(run, f"{BASELINE} retrieval", lambda _: ["vendor"], [query])
    assert run.failures() == []
    assert shares(run)[f"{BASELINE} retrieval: source among the first 8"].value == 0


def test_a_run_without_failures_says_so():
    assert "None." in failures(Run())


def test_the_report_tells_families_and_batches_apart():
    run = Run()
    cases = [
        {"id": f"u{batch}", "ask": "28 fx?", "units": {"77427": 4 + batch}, "family": "units", "batch": batch}
        for batch in (1, 2)
    ]
    run_questions(run, Echo(six(6), []), [Question.model_validate(one | CASE) for one in cases])
    report = markdown(run, HEAD)
    assert "| units | 1 | 1 | 0 |" in report
    assert "| units | 2 | 1 | 1 |" in report
