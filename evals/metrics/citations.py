"""Citations: each carries the sentence that cites it (precision), and the case's own source is among them (recall)."""

from __future__ import annotations

import re

from assistant.answer import Answer
from corpus.sources import load_sources
from evals.case import Question
from evals.outcome import Outcome

PRECISION = "citation carries its sentence"
RECALL = "cites the case's source"
MARK = re.compile(r"\[(\d+)\]")
CODE = re.compile(r"\b(?:7\d{4}|G\d{4})\b")
WORD = re.compile(r"[a-z]{5,}")


def judge_precision(case: Question, answer: Answer) -> Outcome | None:
    """None for an answer that cites nothing. A sentence without a code speaks of the codes before it."""
    held = {one.n: one for one in answer.citations}
    checked, faults = 0, []
    spoken_of = set(CODE.findall(" ".join([*case.earlier, case.ask])))
    for sentence in re.split(r"(?<=[.!?\]])\s+(?=[A-Z0-9])|\n", answer.text):
        spoken_of = set(CODE.findall(sentence)) or spoken_of
        for number in {int(one) for one in MARK.findall(sentence)}:
            checked += 1
            if number not in held:
                faults.append(f"[{number}] points to nothing")
            elif not _carries(
                f"{held[number].title} {held[number].section} {held[number].passage}", sentence, spoken_of
            ):
                faults.append(f"[{number}] {held[number].source} under: {sentence}")
    if not checked:
        return None
    return Outcome(PRECISION, case.id, not faults, "a passage on the sentence's codes or words", " | ".join(faults))


def judge_recall(case: Question, answer: Answer) -> Outcome | None:
    """Answered cases that rule on something and whose source is one we hold."""
    if answer.status != "answered" or not case.wants_advice or case.source not in load_sources():
        return None
    cited = [one.source for one in answer.citations]
    return Outcome(RECALL, case.id, case.source in cited, case.source, ", ".join(cited) or "nothing cited")


def _carries(passage: str, sentence: str, codes: set[str]) -> bool:
    """A code that the sentence speaks of stands in the passage, or two of the sentence's longer words do."""
    return any(code in passage for code in codes) or _share_words(passage, sentence, 2)


def _share_words(passage: str, sentence: str, number: int) -> bool:
    return len(set(WORD.findall(passage.lower())) & set(WORD.findall(sentence.lower()))) >= number
