"""What is on the screen: it only grows, and nothing on it is ever taken back.

A sentence that passed the gate may be shown before its draft ends once the draft has earned it: more of it stood than
failed so far. Until then what passed waits; where a draft breaks off or mostly fails, what waited is dropped, what is
shown stays, for it was verified, and the next draft goes on below it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from assistant.checking.checked import Checked, CheckedSentence
from assistant.checking.own_words import plain
from assistant.citing import Citations

SAYS_SOMETHING = {"attributed", "definition", "documentation", "explanation"}  # of the harmless kinds


@dataclass(slots=True)
class Screen:
    """The sentences shown so far, with citations numbered in the order in which they appeared."""

    text: str = ""
    sentences: list[CheckedSentence] = field(default_factory=list)
    _said_before: frozenset[str] = frozenset()  # by a draft that broke off
    _joint: str = ""

    @property
    def checked(self) -> Checked:
        """The sentences, for counting what was replaced and withheld among them."""
        return Checked(self.text, tuple(self.sentences))

    def show(self, sentences: Iterable[CheckedSentence], citations: Citations) -> Iterator[str]:
        """Put sentences on the screen, those withheld as nothing; yields the text that each adds."""
        for one in sentences:
            if one.shown and plain(one.shown) in self._said_before:
                continue
            self.sentences.append(one)
            if not one.shown:
                continue
            joint, self._joint = self._joint or one.joint, ""
            added = (joint if self.text else "") + citations.numbered(one.shown)
            self.text += added
            yield added

    def another_draft(self) -> None:
        """A draft broke off: the next one begins a paragraph and repeats no sentence."""
        self._said_before = frozenset(plain(one.shown) for one in self.sentences)
        self._joint = "\n\n"


def has_earned_it(drafted: Checked) -> bool:
    """Whether a draft, as far as it came, may be shown: more of what counts in it stood than failed."""
    failed = sum(one.fate != "shown" for one in drafted.sentences)
    return sum(map(_stood, drafted.sentences)) > failed


def deserves_to_stand(drafted: Checked) -> bool:
    """Whether a whole draft may be shown: something in it stood, and not most of it failed."""
    return not drafted.mostly_failed and any(map(_stood, drafted.sentences))


def _stood(one: CheckedSentence) -> bool:
    """What says something and passed; a greeting earns nothing and is shown with the first of these."""
    return one.fate == "shown" and (one.reading.verdict != "harmless" or one.reading.kind in SAYS_SOMETHING)
