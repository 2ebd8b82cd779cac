"""`python -m evals.bench.slack`: Slack beside the engine, in one run, against the stand-in of the tests.

The stand-in answers at once, so what is measured is ours: from the event on the socket to its acknowledgement, to
the placeholder and to the answer. Slack's own 100 to 300 ms a call come on top of the last two.
"""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from statistics import quantiles
from typing import TYPE_CHECKING, Any

from evals.bench.__main__ import QUESTIONS

if TYPE_CHECKING:
    from assistant import Assistant

AT_ONCE = 50
THREADS = 10
PATIENCE_SECONDS = 300
STAND_IN = Path(__file__).parents[2] / "tests" / "ui" / "slack"  # of a checkout: it is a test's, not the package's


def main() -> None:
    """Print the table. Builds an index in a folder of its own, so the first run takes a minute."""
    if not STAND_IN.is_dir():
        sys.exit("This measurement needs a checkout: its stand-in for Slack lies among the tests.")
    sys.path.insert(0, str(STAND_IN))
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"SECONDCHECK_DATA_DIR": folder, "SECONDCHECK_TODAY": "2026-11-22"}
        from assistant.indexing import bring_up_to_date

        bring_up_to_date(Path(folder))
        print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
        for line in _measured(Path(folder)):
            print(line)


def _measured(folder: Path) -> Iterator[str]:
    from assistant import Assistant
    from assistant.checking import gate
    from assistant.settings import today
    from ui.slack.allowed import Allowed
    from ui.slack.service import Service, Socket, web_client
    from ui.slack.tokens import Tokens

    assistant, slack = Assistant(), import_module("slack_stand_in").StandIn()
    for question in QUESTIONS:
        assistant.ask(question)
    engine = [_took(assistant, question) for question in QUESTIONS * 6]
    events = import_module("slack_events")
    at, mention = events.at, events.mention
    client = web_client("xoxb-bench", slack.api)
    service = Service(client, Tokens("xoxb-bench"), Allowed(), folder, assistant, gate.verify, today)  # type: ignore[arg-type]
    service.start(Socket(service.app, "xapp-bench"))
    try:
        alone = []
        for n, question in enumerate(QUESTIONS * 6):
            alone.append(slack.say("events_api", mention(question, at(n + 1))))
            _until(partial(_has_answers, slack, at(n + 1), 1))
        yield _row("engine alone", engine, engine)
        yield _row("one at a time: event to acknowledgement", _acknowledged(slack, alone), engine)
        yield _row(
            "one at a time: event to answer", _shown(slack, alone, [at(n + 1) for n in range(len(alone))]), engine
        )
        yield from _at_once(slack, engine)
    finally:
        service.stop()
        slack.stop()


def _at_once(slack: Any, engine: list[float]) -> Iterator[str]:
    events = import_module("slack_events")
    at, mention = events.at, events.mention

    def ts(n: int) -> str:
        return str(at(1_000 + 100 * (n // THREADS) + n % THREADS))

    began, before = time.monotonic(), len(slack.messages)
    envelopes = [
        slack.say("events_api", mention(QUESTIONS[n % len(QUESTIONS)], ts(n), thread_ts=at(1_000 + n % THREADS)))
        for n in range(AT_ONCE)
    ]
    threads = [at(1_000 + n) for n in range(THREADS)]
    _until(lambda: all(_has_answers(slack, thread, AT_ONCE // THREADS) for thread in threads))
    whole = time.monotonic() - began
    time.sleep(1.0)
    posted = len(slack.messages) - before
    in_order = all(
        [one["updated"] for one in slack.in_thread(thread)] == sorted(one["updated"] for one in slack.in_thread(thread))
        for thread in threads
    )
    yield _row(f"{AT_ONCE} at once: event to acknowledgement", _acknowledged(slack, envelopes), engine)
    work = sum(engine) / len(engine) * AT_ONCE
    yield (
        f"{AT_ONCE} at once in {THREADS} threads: {posted} answers, in order: {'yes' if in_order else 'NO'}; "
        f"{whole:.2f} s for all, {whole / work:.2f} of the engine's {work:.2f} s one after the other"
    )


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


def _took(assistant: Assistant, question: str) -> float:
    began = time.monotonic()
    assistant.ask(question)
    return time.monotonic() - began


def _until(holds: Callable[[], bool]) -> None:
    ends = time.monotonic() + PATIENCE_SECONDS
    while not holds():
        if time.monotonic() > ends:
            sys.exit("An answer was lost: waited five minutes for it.")
        time.sleep(0.002)


def _row(what: str, seconds: list[float], beside: list[float]) -> str:
    cuts, base = quantiles(seconds, n=20), quantiles(beside, n=20)
    p50, p95, most = cuts[9] * 1000, cuts[18] * 1000, max(seconds) * 1000
    ratio = f"{cuts[9] / base[9]:.2f} and {cuts[18] / base[18]:.2f} of the engine"
    return f"{what}: n {len(seconds)}, p50 {p50:.1f}, p95 {p95:.1f}, most {most:.1f} ms; {ratio}"


if __name__ == "__main__":
    main()
