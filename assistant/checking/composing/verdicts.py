"""What becomes of a line that came back, in a phrase: "the denial stands", "don't appeal", "an appeal leads nowhere".

UPHELD says that the refusal is right. By itself that is no statement of a rule: `saying.upheld` reads it only beside
the reason that it rests on. What speaks for an appeal is not marked, and stays unread.
"""

# ruff: noqa: E501 - patterns: one thought, one line
from __future__ import annotations

import re

from assistant.checking.marking.marks import Mark

REFUSAL = r"\|(?:denial|rejection|refusal|zero|0)(?:\|(?:of|on|for)(?:\|the)?\|#)?"
RIGHT = r"(?:correct|right|proper|expected|justified|valid|as expected|legitimate)"
HOPELESS = r"(?:pointless|useless|futile|hopeless|no use|of no use|not worth it|in vain)"
GROUND = r"(?:merit|chance|basis|ground|grounds|prospect|prospects|point|sense)"
APPEAL = r"\|(?:appeal|appealing)(?:(?:\|(?:of|for|on))?(?:\|the)?\|(?:#|it|this|that|the denial|denial|rejection))?"
UPHOLDING = re.compile(
    rf"(?:\|(?:the|this|that|your|its|a|such))?{REFUSAL}\|(?:(?:stands|holds|remains)|(?:is|was|looks|seems)\|{RIGHT})(?=\|)"
    rf"|\|(?:don't|do not|never|no need to|not)(?:\|to)?{APPEAL}(?=\|)"
    rf"|(?:\|(?:an|the|any|your))?{APPEAL}\|(?:(?:is|would\|be|will\|be|it is)\|{HOPELESS}|(?:has|have)\|no\|{GROUND}"
    rf"|(?:leads?|goes)[| ]nowhere|(?:won't|will[| ]not|wouldn't|would[| ]not|cannot|can't|doesn't|does[| ]not)[| ](?:help|helps|work|succeed|change that))(?=\|)"
    rf"|\|(?:nothing|(?:no|there is no|there's no)[| ](?:reason|ground|point|sense))\|(?:to|for|in){APPEAL}(?=\|)"
)
SIGNS = frozenset(["denial", "rejection", "refusal", "zero", "0", 0, "appeal", "appealing"])


def upheld(marks: list[Mark]) -> list[Mark]:
    """The row with each such phrase as one mark; a code named in it stays, as the code of the refused line."""
    if SIGNS.isdisjoint([mark.said or mark.value for mark in marks if mark.said or isinstance(mark.value, str | int)]):
        return marks
    words = [_word(mark) for mark in marks]
    text = "|" + "|".join(words) + "|"
    result: list[Mark] = []
    done = 0
    for found in UPHOLDING.finditer(text):
        begin, end = text.count("|", 0, found.start()), text.count("|", 0, found.end())
        told = marks[begin:end]
        made = Mark("UPHELD", "", told[0].start, told[-1].end, " ".join(words[begin:end]))
        result += [*marks[done:begin], made, *(mark for mark in told if mark.kind == "CODE")]
        done = end
    return [*result, *marks[done:]]


def _word(mark: Mark) -> str:
    if mark.kind == "CODE":
        return "#"
    return (mark.said or str(mark.value)).replace("|", " ")
