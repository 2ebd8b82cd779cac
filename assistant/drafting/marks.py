"""Citation marks in a model's draft: ids that we issued are put back, any other id takes its sentence with it.

A model sees ids like `ref-kdtw`, drawn anew for each draft, so that it cannot cite what it was not shown and a
passage cannot plant a mark of its own.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable, Iterator, Mapping

from assistant.checking.sentences import Splitter

LETTERS = "bcdfghjklmnpqrstvwxz"  # no digits: an id must never look like a code
ISSUED = re.compile(r"\bref-[a-z]{4}\b")
BRACKETS = re.compile(r"\[([^\[\]]{1,80})\](\([^)\s]*\))?")
AFTER_STOP = re.compile(r"([.!?]+)(\s+)((?:\[[^\[\]]{1,80}\]\s*)+)")  # "… counts. [ref-kdtw]"
MAY_GROW = re.compile(r"[.!?]+\s*(?:\[[^\[\]]{0,80}\]?\s*)*$")  # the end of a delta that a mark may still follow


def issue(known: Iterable[str]) -> dict[str, str]:
    """A fresh id for each of our own names: {"ref-kdtw": "cms-manual-13#70-1"}."""
    issued: dict[str, str] = {}
    for name in known:
        while (fresh := "ref-" + "".join(secrets.choice(LETTERS) for _ in range(4))) in issued:
            pass
        issued[fresh] = name
    return issued


def resolved(deltas: Iterable[str], issued: Mapping[str, str]) -> Iterator[str]:
    """The draft sentence by sentence with our own names in its marks; sentences with unknown ids are left out.

    Pieces join to the draft: each brings along the space or line break that stood before it. Where a delta completes
    no sentence an empty piece is given, so that whoever waits can see that the model is at work.
    """
    splitter = Splitter()
    text, shown = "", 0
    for piece in _tucked(deltas):
        text += piece
        yield ""
        for sentence in splitter.feed(piece):
            if (kept := named(text[shown : sentence.end], issued)) is not None:
                yield kept
            shown = sentence.end
    for sentence in splitter.close():
        if (kept := named(text[shown : sentence.end], issued)) is not None:
            yield kept
        shown = sentence.end


def _tucked(deltas: Iterable[str]) -> Iterator[str]:
    """Marks that follow the full stop are moved before it, where they belong to their sentence."""
    held = ""
    for delta in deltas:
        text = held + delta
        grows = MAY_GROW.search(text)
        settled = grows.start() if grows else len(text)
        held = text[settled:]
        yield AFTER_STOP.sub(_before_stop, text[:settled])
    yield AFTER_STOP.sub(_before_stop, held)


def _before_stop(found: re.Match[str]) -> str:
    marks = found[3].strip()
    return f" {marks}{found[1]}" + found[3][len(found[3].rstrip()) :]


def named(sentence: str, issued: Mapping[str, str]) -> str | None:
    """The sentence with our names in its marks, or None when it cites what we did not issue."""
    unknown = False

    def name(found: re.Match[str]) -> str:
        nonlocal unknown
        ids = re.split(r"[,;\s]+", found[1].strip())
        if all(one in issued for one in ids) and not found[2]:
            return "".join(f"[{issued[one]}]" for one in ids)
        if len(ids) == 1 or found[2] or any(one.isdigit() or ISSUED.fullmatch(one) for one in ids):
            unknown = True
        return ""  # words in brackets are prose, put back below

    named = BRACKETS.sub(lambda found: name(found) or found[0], sentence)
    leftover = ISSUED.search(BRACKETS.sub("", sentence))
    return None if unknown or leftover else named
