"""A statement: one sentence and what it stands on, and how sentences are put together.

A statement keeps the references it stands on, so that the composer can number them. Each is one sentence; it
goes through the gate as anybody's prose would.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.rulebook import Reference

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
OPENERS = frozenset("In The One No We A For That What It Whether".split())  # lose their capital behind a lead


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence without its citation marks, and what it stands on."""

    text: str
    references: tuple[Reference, ...] = ()
    code: str | None = None


def many(number: int, thing: str) -> str:
    """ "1 unit", "6 units" """
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def both(names: tuple[str, ...]) -> str:
    """ "77402, 77407 and 77412" """
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def in_words(number: int) -> str:
    """Small numbers as words, so that they are not taken for units: "six dates"."""
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


def sentence(lead: str, rest: str) -> str:
    """One sentence, capital first."""
    whole = f"{lead}, {rest}" if lead else rest
    return whole[:1].upper() + whole[1:]


def reason(why: str, lead: str, references: tuple[Reference, ...], code: str) -> Iterator[Statement]:
    """The ruling's own reason, sentence by sentence, the first behind the lead."""
    first, *rest = sentences_of(why)
    if lead and first.split(" ", 1)[0] in OPENERS:
        first = first[:1].lower() + first[1:]
    yield Statement(sentence(lead, first), references, code)
    yield from (Statement(part, references, code) for part in rest)


def sentences_of(why: str) -> list[str]:
    """A ruling's reason cut into its sentences; full stops inside codes and dates do not end one."""
    parts = why.replace(". ", ".\n").split("\n")
    return [part for part in parts if part]
