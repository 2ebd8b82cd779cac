"""What a run is made of. Each part fills the run; one that cannot be run here says why, and the report repeats it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from time import perf_counter

from evals import engine
from evals.ground import Ground
from evals.loading import MalformedCase, read_claims, read_prose, read_queries, read_questions
from evals.run import BASELINE, NotRun, Run
from evals.runner import run_claims, run_prose, run_questions, run_retrieval

ASKED_OF_A_MODEL = 40  # spread over all families: a small model on two cores needs ten seconds, and is asked twice


@dataclass(frozen=True, slots=True)
class Part:
    """One part by name, what it is in a few words, and what it does to a run."""

    name: str
    what: str
    fill: Callable[[Run, Ground], None]


def _questions(run: Run, ground: Ground) -> None:
    run_questions(run, ground.assistant, read_questions())


def _prose(run: Run, _: Ground) -> None:
    run_prose(run, engine.verify, read_prose())


def _claims(run: Run, _: Ground) -> None:
    run_claims(run, engine.check, read_claims())


def _retrieval(run: Run, ground: Ground) -> None:
    assert ground.folder  # the engine searches the index of the run's data folder
    queries = read_queries()
    run_retrieval(run, "our retrieval", engine.search, queries)
    run_retrieval(run, f"{BASELINE} retrieval", ground.tutorial.search, queries)


def _ways_of_finding(run: Run, _: Ground) -> None:
    from evals.ways_of_finding import run_ways_of_finding

    run_ways_of_finding(run)


def _attack(run: Run, _: Ground) -> None:
    from evals.gate.attack import run_attack

    run_attack(run)


def _recorded_drafts(run: Run, _: Ground) -> None:
    from evals.recorded_drafts import run_recorded_drafts

    run_recorded_drafts(run)


def _recorded_answers(run: Run, _: Ground) -> None:
    from evals.recorded_answers import run_recorded_answers

    run_recorded_answers(run)


def _model(run: Run, ground: Ground) -> None:
    from assistant.drafting.providers import open_model
    from assistant.errors import ModelUnavailable
    from evals.bare_model import run_bare_model

    if not ground.settings.model:
        raise NotRun("no chat model is configured (SECONDCHECK_MODEL).")
    try:
        model = open_model(ground.settings)
    except ModelUnavailable as unavailable:
        raise NotRun(str(unavailable)) from unavailable
    asked = read_questions()
    run_bare_model(run, model, ground.tutorial.passages, ground.with_model, asked[:: len(asked) // ASKED_OF_A_MODEL])


PARTS = {
    part.name: part
    for part in (
        Part("questions", "questions, answered by the engine without a chat model", _questions),
        Part("prose", "sentences of advice, right and wrong, through the gate", _prose),
        Part("claims", "claim lines", _claims),
        Part("retrieval", "searches, beside the tutorial pipeline", _retrieval),
        Part("finding", "dense, BM25, equal fusion and ours over one set of queries", _ways_of_finding),
        Part("attack", "altered answers, statements labelled by hand and injections against the gate", _attack),
        Part("drafts", "recorded drafts of a small model, without and with the gate", _recorded_drafts),
        Part("answers", "answers of others, labelled sentence by sentence, through the gate", _recorded_answers),
        Part("model", "the configured chat model, without and with the gate", _model),
    )
}


def fill(run: Run, ground: Ground, names: Iterable[str]) -> None:
    """Run the parts. One that breaks leaves the others their figures. Raises MalformedCase: that is for its writer."""
    for name in names:
        started = perf_counter()
        try:
            PARTS[name].fill(run, ground)
        except NotRun as missing:
            run.not_run[name] = str(missing)
        except MalformedCase:
            raise
        except Exception as broken:  # noqa: BLE001  # whatever it is, the other parts have their figures
            run.not_run[name] = f"it broke: {broken!r}"
            run.broken.add(name)
        else:
            run.took[name] = perf_counter() - started
