"""Answers to questions, judged on one day: what the tests of this folder ask again and again."""

from datetime import date

from assistant.checking.checked import Checked
from assistant.checking.gate import check
from assistant.reading.facts import read_facts

TODAY = date(2026, 11, 22)


def judged(question: str, text: str) -> Checked:
    """The text as the gate sees it, an answer to the question and in its case."""
    asked = read_facts(question, TODAY)
    return check(text, asked.scenario, question, asked.proposition, today=TODAY)


def fates(question: str, text: str) -> list[str]:
    """What becomes of each sentence of an answer to the question."""
    return [one.fate for one in judged(question, text).sentences]


def is_shown(question: str, text: str) -> bool:
    """Whether the whole text reaches the screen."""
    return all(one.fate == "shown" and "[…]" not in one.shown for one in judged(question, text).sentences)
