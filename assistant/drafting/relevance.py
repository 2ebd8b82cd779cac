"""How well a line of a source answers a question: shared words weighed by how rare they are, and the matter asked."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence

COMMON = frozenset(
    "a an and are as at be been but by can could do does did for from had has have how i if in is it its just me my "
    "of on or our should so than that the their them then there these they this to us was we what when where which "
    "who why will with would you your need needs get bill billed billing code codes cpt say says still also okay ok "
    "now right fine please tell anyone something".split()
)
WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
ENDINGS = ("ations", "ation", "ising", "ized", "ized", "ions", "ion", "ings", "ing", "als", "al", "ied", "ies", "ed",
           "es", "y", "e", "s")  # fmt: skip
SHORTEST_ROOT = 4
SAME = (
    "igrt guidance cbct", "otv visit exam examination", "hello greeting", "doc doctor md physician oncologist",
    "site building onsite premises on-site", "denied denial refused refusal rejected", "sign signature signed",
    "chart record note", "auth authorization authorisation precertification", "video virtual virtually audio",
    "downcoded reduced", "np pa practitioner", "srt superficial", "sim simulation", "fx fraction", "carry honored good",
)  # fmt: skip
MATTERS = {
    "documentation": r"document|record|note|sign|chart|report|order|review|approv|exam|visit",
    "supervision": r"supervis|present|direct|general|on site|video",
    "denial": r"den(?:y|ied|ial)|appeal|resend|correct|refus|records|downcod",
    "coverage": r"cover|accept|necess|polic|criteri|allow|pays?\b|paid|not paid|inside",
    "authorization": r"authori[sz]|precert|prior",
    "what_changed": r"chang|new|ended|from january|2026",
    "modifier": r"modifier|\b(?:26|59|76|tc|x[epsu])\b",
    "who_bills": r"bills?\b|physician|facility|practitioner|dermatolog",
}
MATTER_BONUS = 1.2
OF_THE_MATTER = frozenset(
    "deni refus appeal document supervis authoriz cover polic".split()
)  # they say what is asked, not of what


def roots(text: str) -> set[str]:
    """The telling words without their endings; words for the same thing are one."""
    return {
        _SAME.get(root, root) for word in WORD.findall(text.lower()) if word not in COMMON for root in (_root(word),)
    }


def _root(word: str) -> str:
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_ROOT:
            return word.removesuffix(ending)
    return word


_SAME = {_root(word): _root(group.split()[0]) for group in SAME for word in group.split()}


class Relevance:
    """Weighs lines against one question; rare words of what was retrieved count most."""

    def __init__(self, question: str, lines: Sequence[set[str]], matters: Iterable[str]) -> None:
        self.asked = roots(question)
        held = Counter(root for line in lines for root in line)
        self.weights = {root: math.log((len(lines) + 1) / (held[root] + 0.5)) for root in self.asked}
        patterns = [MATTERS[matter] for matter in matters if matter in MATTERS]
        self.matter = re.compile("|".join(patterns)) if patterns else None

    def of(self, line: str, own: set[str], about: set[str]) -> float:
        """Words of the line count whole, those of its heading half; the matter asked about lifts it."""
        score = sum(max(self.weights[root], 0.2) for root in self.asked & own)
        score += 0.5 * sum(max(self.weights[root], 0.2) for root in self.asked & (about - own))
        return score + (MATTER_BONUS if self.is_on_the_matter(line) else 0.0)

    def is_on_the_matter(self, line: str) -> bool:
        """Whether the line speaks of what was asked: of a record, of supervision, of a modifier."""
        return self.matter is not None and self.matter.search(line.lower()) is not None
