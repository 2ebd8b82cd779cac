"""Slack beside the engine, in one run, against the stand-in of the tests.

The stand-in answers at once, so what is measured is ours: from the event on the socket to its acknowledgement, and to
the answer. Slack's own 100 to 300 ms a call come on top of the latter.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from evals.bench.figure import Figure, timed
from evals.bench.questions import QUESTIONS
from evals.ground import Ground
from evals.run import NotRun

AT_ONCE = 50
THREADS = 10
ROUNDS = 6
PATIENCE_SECONDS = 300
STAND_IN = Path(__file__).parents[2] / "tests" / "ui" / "slack"  # of a checkout: it is a test's, not the package's


class AnswerLost(Exception):
    """Nothing came in five minutes, or not in the order in which it was asked."""


def figures(ground: Ground) -> Iterator[Figure]:
    """One question at a time, then fifty at once. Raises AnswerLost where one is lost or out of order."""
    if not STAND_IN.is_dir() or find_spec("slack_bolt") is None:
        raise NotRun("it needs a checkout, whose tests hold the stand-in for Slack, and slack-bolt.")
    sys.path.insert(0, str(STAND_IN))
    from assistant.checking import gate
    from assistant.settings import today
    from ui.slack.allowed import Allowed
    from ui.slack.service import Service, Socket, web_client
    from ui.slack.tokens import Tokens

    assistant: Any = ground.assistant
    slack = import_module("slack_stand_in").StandIn()
    timed(assistant.ask, QUESTIONS)
    engine = Figure.of("engine alone", timed(assistant.ask, QUESTIONS, ROUNDS))
    yield engine
    client = web_client("xoxb-bench", slack.api)
    service = Service(client, Tokens("xoxb-bench"), Allowed(), ground.folder, assistant, gate.verify, today)
    service.start(Socket(service.app, "xapp-bench"))
    try:
        yield from _one_at_a_time(slack, engine)
        yield from _at_once(slack, engine)
    finally:
        service.stop()
        slack.stop()


def _one_at_a_time(slack: Any, engine: Figure) -> Iterator[Figure]:
    events = import_module("slack_events")
    alone, threads = [], []
    for n, question in enumerate(QUESTIONS * ROUNDS):
        threads.append(events.at(n + 1))
        alone.append(slack.say("events_api", events.mention(question, threads[-1])))
        _until(partial(_has_answers, slack, threads[-1], 1))
    yield Figure.of("Slack: event to acknowledgement", _acknowledged(slack, alone), engine)
    yield Figure.of("Slack: event to answer", _shown(slack, alone, threads), engine)


def _at_once(slack: Any, engine: Figure) -> Iterator[Figure]:
    events = import_module("slack_events")

    def ts(n: int) -> str:
        return str(events.at(1_000 + 100 * (n // THREADS) + n % THREADS))

    began, before = time.monotonic(), len(slack.messages)
    envelopes = [
        slack.say(
            "events_api",
            events.mention(QUESTIONS[n % len(QUESTIONS)], ts(n), thread_ts=events.at(1_000 + n % THREADS)),
        )
        for n in range(AT_ONCE)
    ]
    threads = [events.at(1_000 + n) for n in range(THREADS)]
    _until(lambda: all(_has_answers(slack, thread, AT_ONCE // THREADS) for thread in threads))
    whole = time.monotonic() - began
    time.sleep(1.0)  # long enough for an answer that comes twice
    _refuse_disorder(slack, threads, len(slack.messages) - before)
    yield Figure.of(f"Slack: {AT_ONCE} at once, event to acknowledgement", _acknowledged(slack, envelopes), engine)
    one_after_the_other = Figure("the engine, one after the other", (engine.median * AT_ONCE,))
    yield Figure.of(
        f"Slack: {AT_ONCE} at once in {THREADS} threads, all answered, none twice, in order",
        [whole],
        one_after_the_other,
    )


def _refuse_disorder(slack: Any, threads: Sequence[str], posted: int) -> None:
    if posted != AT_ONCE:
        raise AnswerLost(f"{AT_ONCE} questions at once got {posted} answers.")
    for thread in threads:
        came = [one["updated"] for one in slack.in_thread(thread)]
        if came != sorted(came):
            raise AnswerLost(f"The answers of a thread came out of order: {came}.")


def _acknowledged(slack: Any, envelopes: Sequence[str]) -> list[float]:
    _until(lambda: all(one in slack.acknowledged for one in envelopes))
    return [slack.acknowledged[one] - slack.said_at[one] for one in envelopes]


def _shown(slack: Any, envelopes: Sequence[str], threads: Sequence[str]) -> list[float]:
    return [
        slack.in_thread(thread)[0]["updated"] - slack.said_at[one]
        for one, thread in zip(envelopes, threads, strict=True)
    ]


def _has_answers(slack: Any, thread: str, number: int) -> bool:
    return sum("updated" in one for one in slack.in_thread(thread)) >= number


def _until(holds: Callable[[], bool]) -> None:
    ends = time.monotonic() + PATIENCE_SECONDS
    while not holds():
        if time.monotonic() > ends:
            raise AnswerLost("Waited five minutes for an answer.")
        time.sleep(0.002)
