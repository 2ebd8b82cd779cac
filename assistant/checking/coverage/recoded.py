"""A line sent again under another code: it must be a code of the same kind, or the one that took its place."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.checking.clauses.names_of_codes import codes_of_kind
from assistant.rules.codes import successors
from corpus.rulebook import entry

AGAIN = frozenset("recode resubmit rebill resend change".split())
KINDS = ("delivery", "management")


def of_another_kind(reading: ClauseReading) -> Iterator[str]:
    """ "Recode it to 77402", of 77427: a delivery in the place of a management code."""
    asked = reading.background.asked_codes
    codes = reading.at("CODE")
    if not asked or len(codes) != 1 or (code := str(reading.marks[codes[0]].value)) in asked:
        return
    if any(kind_of(code) == kind_of(one) or code in successors(one) for one in asked):
        return
    for at in reading.at("DO"):
        if at == codes[0] - 1 and reading.marks[at].said.split()[0] in AGAIN:
            yield reading.marks[at].said


def kind_of(code: str) -> str:
    """A delivery or a management of whatever technique, or else its category in the rule book."""
    known = entry(code)
    of_a_kind = next((kind for kind in KINDS if code in codes_of_kind(kind)), "")
    return of_a_kind or (known.category if known else code)
