"""Every right sentence that the gate shows of the answers of others, altered by one word or number.

    python -m evals.gate.alterations > altered.txt

Lists the altered sentences that are still shown. Most are still right (29 fractions make as many units as 28); whoever
reads the list decides, and closes each wrong one by its cause. So leaks were found that no phrasing of ours had.
"""

# ruff: noqa: E501 - lists of swaps: one thought, one line
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from rich.console import Console
from rich.progress import track

from evals.gate.answers import answers
from evals.gate.labelled import Labelled, shown_whole

NUMBERS = dict(
    zip(
        "one two three four five six seven eight nine".split(),
        "two three four five six seven eight nine ten".split(),
        strict=True,
    )
)
SIBLINGS = (
    "77402 77407 77412", "77427 77431", "77432 77435", "77371 77372 77373", "77385 77386", "77014 77387", "77336 77370",
    "77295 77301", "77306 77307", "77332 77333 77334", "77261 77262 77263", "77280 77285 77290", "77437 77438",
    "77770 77771 77772", "77316 77317 77318", "77761 77762 77763", "77778 77790", "77520 77522 77523 77525",
    "G6001 G6002 G6017", "G6015 G6016", "G0339 G0340",
)  # fmt: skip
SWAPS = tuple(
    (re.compile(rf"\b{one}\b"), other)
    for pair in (
        "is not|is", "are not|are", "does not|does", "isn't|is", "aren't|are", "no longer|still", "cannot|can", "never|always",
        "without|with", "bundled|paid separately", "packaged|paid separately", "No|One", "Do not|Do", "Don't|Do",
        "hospital|office", "office|hospital", "physician|hospital", "facility|physician", "technical|professional",
        "professional|technical", "per session|per course", "per course|per session", "per fraction|per week", "per date|per course",
        "per plan|per field", "once|twice", "session|course", "before|after", "after|before", "more than|less than",
        "at least|at most", "electrons|photons", "included in|separate from", "Level 1|Level 2", "Level 2|Level 3",
        "Level 3|Level 2", "status N|status S", "status B|status A", "column 1|column 2", "column 2|column 1",
        "UnitedHealthcare|Medicare", "Medicare|UnitedHealthcare", "2025|2026", "2026|2025", "TC|26", "59|26",
    )
    for one, other in (pair.split("|"),)
)  # fmt: skip
NEGATED = re.compile(r"\b(is|are|may be|can be|must be) (?!not\b|no\b)")
CODE = re.compile(r"\b(?:77\d{3}|G[06]\d{3})\b")
FIGURE = re.compile(r"(?<![\w.-])\d{1,2}(?![\w,/-]|\.\d)")
WORD = re.compile(rf"\b(?:{'|'.join(NUMBERS)})\b", re.I)


def altered(sentence: str) -> Iterator[str]:
    """The sentence with one thing changed at a time."""
    for found in CODE.finditer(sentence):
        family = next((one.split() for one in SIBLINGS if found.group() in one.split()), [])
        yield from (_with(sentence, found, code) for code in family if code != found.group())
    for found in FIGURE.finditer(sentence):
        yield _with(sentence, found, "TC" if found.group() == "26" else str(int(found.group()) + 1))
    for found in WORD.finditer(sentence):
        more = NUMBERS[found.group().lower()]
        yield _with(sentence, found, more.capitalize() if found.group()[0].isupper() else more)
    for pattern, other in SWAPS:
        yield from (_with(sentence, found, other) for found in pattern.finditer(sentence))
    yield from (_with(sentence, found, f"{found[1]} not ") for found in NEGATED.finditer(sentence))


def still_shown(one: Labelled) -> Iterator[tuple[str, str]]:
    """The altered sentences of an answer that the gate shows in their places, each with what it was."""
    at = 0
    for sentence, label in one.sentences:
        start = one.text.find(sentence, at)
        at = start + len(sentence)
        if label != "right" or not shown_whole(one, sentence, start):
            continue
        for other in dict.fromkeys(altered(sentence)):
            text = f"{one.text[:start]}{other}{one.text[at:]}"
            if shown_whole(replace(one, text=text), other, start):
                yield other, sentence


def _with(sentence: str, found: re.Match[str], other: str) -> str:
    return f"{sentence[: found.start()]}{other}{sentence[found.end() :]}"


if __name__ == "__main__":
    console = Console(stderr=True)
    for answer in track(answers(), "altering", console=console):
        for now, was in still_shown(answer):
            print(f"{now}\n    was: {was}\n    question: {answer.question}")
