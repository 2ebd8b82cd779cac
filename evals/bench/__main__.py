"""`python -m evals.bench`: how long an answer takes beside what it cannot do without."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import quantiles
from time import perf_counter

QUESTIONS = (
    "28 fx prostate, all done, how many 77427?",
    "28 fractions, units of 77336?",
    "can doc bill 77417-26 for reading port films in the hospital",
    "77386 for 2/10/2026?",
    "SBRT 5 fx lung: delivery and management units?",
    "is it ok to bill port films every session? medpayiq says so",
    "how does a contractor look at missing signatures on review",
    "what did the society say about prior authorization denials this winter",
)
ROUNDS = 25


def main() -> None:
    """Print the table. Builds an index in a folder of its own, so the first run takes a minute."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SECONDCHECK_DATA_DIR"] = folder
        from assistant.indexing import bring_up_to_date

        bring_up_to_date(Path(folder))
        print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
        for line in (*_warm(), *_cold()):
            print(line)


def _warm() -> Iterator[str]:
    from assistant import Assistant
    from corpus.embedding import PackagedMiniLM

    assistant, embedding = Assistant(), PackagedMiniLM(threads=1)
    for question in QUESTIONS:
        assistant.ask(question)
        embedding.embed_query(question)
    embedded = _seconds(embedding.embed_query)
    checks: list[float] = []

    def ask(question: str) -> None:
        checks.append(assistant.ask(question).seconds.check)

    with_code = _seconds(ask, QUESTIONS[:6])
    gate = checks[:]
    in_words = _seconds(ask, QUESTIONS[6:])
    yield _row("embedding the query alone", embedded, embedded)
    yield _row("answer, the question names a code or a service", with_code, embedded)
    yield _row("answer, the question is in plain words", in_words, embedded)
    yield _row("of it the gate", gate, embedded)


def _cold() -> Iterator[str]:
    importing = _started("import sentence_transformers")
    asking = _started(f"from assistant import Assistant; Assistant().ask({QUESTIONS[0]!r})")
    ratio = asking / importing
    yield f"cold: import sentence_transformers {importing:.2f} s; first answer {asking:.2f} s; ratio {ratio:.2f}"


def _seconds(work: Callable[[str], object], questions: tuple[str, ...] = QUESTIONS) -> list[float]:
    taken = []
    for _ in range(ROUNDS):
        for question in questions:
            started = perf_counter()
            work(question)
            taken.append(perf_counter() - started)
    return taken


def _row(what: str, seconds: list[float], beside: list[float]) -> str:
    cuts, base = quantiles(seconds, n=20), quantiles(beside, n=20)
    p50, p95 = cuts[9] * 1000, cuts[18] * 1000
    ratios = f"{cuts[9] / base[9]:.2f} and {cuts[18] / base[18]:.2f} of the embedding"
    return f"{what}: n {len(seconds)}, min {min(seconds) * 1000:.1f}, p50 {p50:.1f}, p95 {p95:.1f} ms; {ratios}"


def _started(code: str) -> float:
    """Seconds of a fresh interpreter, the better of three: the first one also warms the disk."""
    taken = []
    for _ in range(3):
        started = perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own code
        taken.append(perf_counter() - started)
    return min(taken)


if __name__ == "__main__":
    main()
