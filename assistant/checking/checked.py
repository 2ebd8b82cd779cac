"""A text after the gate: each sentence with what was read in it, what the rules say of it, and what is shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from assistant.checking.checker import Weighed
from assistant.checking.discourse import Reading
from assistant.checking.partings import LEFT_OUT, Parting
from assistant.checking.sentences import Sentence
from assistant.reading.fixed import fixed

Fate = Literal["shown", "corrected", "withheld"]


@fixed
class CheckedSentence:
    """One sentence: what was read in it, what the rules say of it, and what is shown in its place."""

    sentence: Sentence
    fate: Fate
    shown: str
    reading: Reading
    weighed: tuple[Weighed, ...] = ()
    why: str = ""
    joint: str = " "  # what separates it from the sentence before


@dataclass(frozen=True, slots=True)
class Checked:
    """A text after the gate. `text` is the draft, kept for the record and never displayed."""

    text: str
    sentences: tuple[CheckedSentence, ...]

    @property
    def shown(self) -> str:
        said = ""
        for one in self.sentences:
            if one.shown:
                said += (one.joint if said else "") + one.shown
        return said.strip()

    @property
    def corrected(self) -> int:
        return sum(one.fate == "corrected" for one in self.sentences)

    @property
    def withheld(self) -> int:
        return sum(one.fate == "withheld" for one in self.sentences)

    @property
    def weighed(self) -> tuple[Weighed, ...]:
        """Every piece of advice that is shown as it was written."""
        return tuple(weighed for one in self.sentences if one.fate == "shown" for weighed in one.weighed)

    @property
    def mostly_failed(self) -> bool:
        """Whether so little of the draft stood that another answer should be shown instead."""
        advising = [one for one in self.sentences if one.reading.verdict != "harmless" or one.fate != "shown"]
        stood = sum(one.fate == "shown" for one in advising)
        return bool(advising) and stood * 2 < len(advising)

    @property
    def notice(self) -> str:
        """One line on what was replaced or withheld; empty when nothing was."""
        parts = []
        if self.corrected:
            parts.append(f"{_statements(self.corrected)} replaced by what the rule says")
        if self.withheld:
            them = "it" if self.withheld == 1 else "them"
            parts.append(f"{_statements(self.withheld)} withheld because nothing we hold verifies {them}")
        return "; ".join(parts).capitalize() + "." if parts else ""


def _statements(number: int) -> str:
    return f"{number} statement was" if number == 1 else f"{number} statements were"


def beside(whole: CheckedSentence, said: CheckedSentence, parting: Parting) -> tuple[CheckedSentence, ...]:
    """What is shown and what is withheld of one sentence, in their order, with a sign where something was left out."""
    shown = said.shown
    if parting.behind:
        shown = shown.replace(parting.kept.text, f"{parting.kept.text} {LEFT_OUT}", 1)
    if parting.before:
        shown = f"{LEFT_OUT} {shown}"
    before, behind = (_withheld(whole, part) for part in (parting.before, parting.behind))
    return tuple(one for one in (before, replace(said, shown=shown), behind) if one)


def _withheld(whole: CheckedSentence, part: Sentence | None) -> CheckedSentence | None:
    if part is None:
        return None
    return replace(whole, sentence=part, reading=replace(whole.reading, sentence=part), weighed=())
