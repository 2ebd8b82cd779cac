"""Runs every case through the engine. A crash in a case is a failure of that case, never of the run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any, Protocol

from assistant.answer import Answer
from evals.case import TODAY, ClaimRow, Prose, Query, Question
from evals.metrics import OF_AN_ANSWER, SUBSTANCE, claims, clarification, gate, retrieval
from evals.outcome import Outcome
from evals.run import Asked, Run
from evals.stages import stage_of

Search = Callable[[str], list[str]]  # a query to source ids, best first
Verify = Callable[[Prose], Mapping[str, Any]]
Check = Callable[[Sequence[Mapping[str | None, Any]]], list[Any]]


class Engine(Protocol):
    """What is judged: the Assistant, or a stand-in in tests."""

    def ask(self, question: str, *, history: Any = ..., facts: Any = ..., today: Any = ...) -> Answer: ...


def run_questions(run: Run, engine: Engine, cases: Iterable[Question]) -> None:
    """Every metric that has a word on the case gives its outcome."""
    for case in cases:
        told = "\n".join([*case.earlier, case.ask])
        try:
            answer = _answer(engine, case)
            made = _judged(case, answer)
        except Exception as broken:  # noqa: BLE001  # whatever it is, it is this case's failure
            _crashed(run, f"question:{case.id}", case.id, told, case, broken)
            continue
        run.seconds.append(answer.seconds.total)
        run.asked[f"question:{case.id}"] = _asked(case, told, answer.text)
        run.outcomes += [one if one.passed else _with_stage(one, case, answer) for one in made]


def run_prose(run: Run, verify: Verify, cases: Iterable[Prose]) -> None:
    """The gate's word on each sentence."""
    for case in cases:
        told = f"{case.question or ''} {case.facts or ''}: {case.text}"
        try:
            outcome = gate.judge(case, verify(case))
        except Exception as broken:  # noqa: BLE001  # whatever it is, it is this case's failure
            _crashed(run, f"prose:{case.id}", case.id, told, case, broken)
            continue
        run.asked[f"prose:{case.id}"] = _asked(case, told, outcome.got)
        run.outcomes.append(outcome)


def run_claims(run: Run, check: Check, cases: Iterable[ClaimRow]) -> None:
    """All lines in one go, as a file would come; should that crash, claim by claim."""
    held = list(cases)
    try:
        results = check([dict[str | None, Any](case.cells.items()) for case in held])
    except Exception as broken:  # noqa: BLE001  # whatever it is, it is one claim's failure
        claims_apart = [list(lines) for _, lines in groupby(held, key=lambda case: case.cells.get("claim_id"))]
        if len(claims_apart) > 1:
            for lines in claims_apart:
                run_claims(run, check, lines)
            return
        for case in held:
            run.asked[f"claim:{case.id}"] = Asked(str(case.cells), "", "", "")
            run.outcomes.append(Outcome(claims.VERDICT, case.id, False, case.verdict, f"crash: {broken!r}", "crash"))
        return
    for case, result in zip(held, results, strict=True):
        line = ", ".join(f"{key} {value}" for key, value in case.cells.items() if value)
        run.asked[f"claim:{case.id}"] = Asked(line, f"{result.verdict} {result.reason}: {result.why}", "", "high")
        told = (case, str(result.verdict), str(result.reason), str(result.why))
        run.outcomes += filter(None, (claims.judge_verdict(*told), claims.judge_reason(*told)))


def run_retrieval(run: Run, system: str, search: Search, cases: Iterable[Query]) -> None:
    """One retrieval system over the set."""
    ranks = run.reciprocal_ranks.setdefault(system, [])
    for case in cases:
        try:
            found = list(dict.fromkeys(search(case.text)))
        except Exception as broken:  # noqa: BLE001  # whatever it is, it is this case's failure
            found = [f"crash: {broken!r}"]
        run.asked[f"retrieval:{case.id}"] = Asked(case.text, "", " or ".join(case.sources), "medium")
        run.outcomes += retrieval.judge(system, case, found)
        ranks.append(retrieval.reciprocal_rank(case, found))


def _judged(case: Question, answer: Answer) -> list[Outcome]:
    made = [outcome for judge in OF_AN_ANSWER.values() if (outcome := judge(case, answer))]
    missed = any(not one.passed and one.metric in SUBSTANCE for one in made)
    asked = clarification.judge_precision(case, answer, missed)
    return [*made, asked] if asked else made


def _answer(engine: Engine, case: Question) -> Answer:
    history: list[dict[str, str]] = []
    for earlier in case.earlier:
        said = engine.ask(earlier, history=history, facts=case.facts, today=TODAY)
        history += [{"role": "user", "content": earlier}, {"role": "assistant", "content": said.text}]
    return engine.ask(case.ask, history=history, facts=case.facts, today=TODAY)


def _with_stage(failed: Outcome, case: Question, answer: Answer) -> Outcome:
    return Outcome(failed.metric, failed.case, False, failed.expected, failed.got, stage_of(failed, case, answer))


def _asked(case: Question | Prose, told: str, answer: str) -> Asked:
    belongs = (case.family, case.batch) if isinstance(case, Question) else ("prose", 1)
    return Asked(told, answer, case.source, case.confidence, *belongs)


def _crashed(run: Run, key: str, case_id: str, told: str, case: Question | Prose, broken: Exception) -> None:
    run.asked[key] = _asked(case, told, f"crash: {broken!r}")
    run.outcomes.append(Outcome("no crash", case_id, False, "an answer", repr(broken), "crash"))
