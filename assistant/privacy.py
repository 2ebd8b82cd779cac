"""Patient identifiers leave a text before model, log or history sees it.

What is kept is as important: dates of service, doses, fractions, codes, modifiers, place-of-service numbers.
Found on normalised characters, so that odd spacing and invisible characters hide nothing; removed from
the original. Linear in the length of the text.
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.reading.identifiers import LABELLED, SHAPED, STREET
from assistant.reading.names import person_names
from assistant.reading.text import Text, normalise

PLACEHOLDER = "[removed]"
Hit = tuple[int, int, str]  # start, end in `Text.plain`, kind


def remove_identifiers(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with every identifier replaced by "[removed]", and the kinds removed, as they appear."""
    read = normalise(text)
    hits = sorted(_hits(read), key=lambda hit: (hit[0], -hit[1]))
    merged = _merged(read, hits)
    if not merged:
        return text, ()
    parts, at = [], 0
    for start, end, _ in merged:
        begins, ends = read.span(start, end)
        parts += [text[at:begins], PLACEHOLDER]
        at = ends
    return "".join([*parts, text[at:]]), tuple(dict.fromkeys(kind for *_, kinds in merged for kind in kinds.split()))


def _hits(read: Text) -> Iterator[Hit]:
    taken = bytearray(len(read.lower))
    for kind, pattern in (*LABELLED, *SHAPED):
        for match in pattern.finditer(read.lower):
            if not any(taken[match.start() : match.end()]):
                taken[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
                yield match.start(), match.end(), kind
    for match in STREET.finditer(read.plain):
        if not any(taken[match.start() : match.end()]):
            taken[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
            yield match.start(), match.end(), "address"
    for start, end in person_names(read, taken):
        yield start, end, "name"


def _merged(read: Text, hits: list[Hit]) -> list[Hit]:
    """Neighbours become one placeholder: "MRN 4471923 John Doe dob 3/4/51" leaves a single "[removed]"."""
    merged: list[Hit] = []
    for start, end, kind in hits:
        if merged and start <= merged[-1][1] + 3 and not read.plain[merged[-1][1] : start].strip(" ,;:-()"):
            first, last, kinds = merged[-1]
            merged[-1] = (first, max(last, end), f"{kinds} {kind}")
        else:
            merged.append((start, end, kind))
    return merged
