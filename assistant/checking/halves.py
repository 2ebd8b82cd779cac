"""A sentence in two: what is said, and what hangs on behind a joint.

"The first fifteen make three units, and the sixteenth adds nothing": where the whole cannot be read, its head may
still be, and stands by itself. A head is never parted from what it depends on: behind a joint that opens with a
condition, an exception, a date or a second half of a list the sentence stays whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.checking.answers import answer_of
from assistant.checking.sentences import Sentence

LEFT_OUT = "[…]"  # stands on the screen where the rest of a sentence was
MOST = 3  # joints that are tried, from the last one back

# Behind a comma only a word that opens a statement of its own, a reason or a consequence.
_CONCLUDES = r"because|so|hence|thus|therefore|meaning|whereas|while"
_ADDS = r"and|but|as|since|which"
_JOINT = re.compile(rf"(?P<mark>[;:]|,? [—–-]{{1,2}}(?= )|,(?=\s+(?:{_CONCLUDES}|{_ADDS})\b))\s+", re.I)
_OPENS = re.compile(rf"(?:(?P<concludes>{_CONCLUDES})|(?:{_ADDS}))\s+", re.I)
_LIMITS = re.compile(r"(?:long|far|soon|on|in|at)\b", re.I)  # "so long as", "while in the hospital"
_BINDS = re.compile(
    r"(?:only|even|just|not|nor|or|if|when|whenever|where|wherever|unless|until|till|except|excluding|provided|providing"
    r"|assuming|long|soon|far|otherwise|with|without|in|on|at|by|under|per|from|for|of|to|through|before|during|within"
    r"|between|than|opposed|january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"|\W*[\d\[]",
    re.I,
)
# A head without a verb says something only by a number, and a colon or dash gives it its meaning: "77300: packaged".
_SAYS = re.compile(
    r"\b(?:is|are|was|were|be|has|have|had|does|do|can|cannot|may|must|should|will|takes?|makes?|gets?|goes|bills?|reports?|adds?"
    r"|uses?|appends?|carr(?:y|ies)|covers?|counts?|needs?|stays?|pays?)\b|n[’']t\b",
    re.I,
)
_CITED = re.compile(r"\[\d+\]")


def partings(sentence: Sentence, *, answered: bool) -> Iterator[tuple[Sentence, Sentence]]:
    """Ways to part a sentence of prose into what may stand alone and what is left out.

    The head before the rest, the longest first; then, where a yes or no could not be read, what it says beside it.
    """
    if sentence.shape not in ("prose", "bullet"):
        return
    yield from halves(sentence)
    if answered:
        yield from _beside_the_answer(sentence)


def _beside_the_answer(sentence: Sentence) -> Iterator[tuple[Sentence, Sentence]]:
    """ "No, 77386 ended with 2025": a sentence of its own behind the answer."""
    found = answer_of(sentence.text.lower())
    if found is None or found.alone or sentence.text[found.end : found.end + 1] not in (",", ";", ":", "."):
        return
    rest = sentence.text[found.end + 1 :].strip()
    if len(rest.split()) > 2 and not _BINDS.match(rest) and not _OPENS.match(rest):
        yield (
            replace(sentence, text=rest, start=sentence.end - len(rest)),
            replace(sentence, text=sentence.text[: found.end], end=sentence.start + found.end, opens_list=False),
        )


def halves(sentence: Sentence) -> Iterator[tuple[Sentence, Sentence]]:
    """Ways to part a sentence into head and rest, the longest head first; the head keeps its citations."""
    text = sentence.text
    for joint in [joint for joint in _JOINT.finditer(text) if _parts(text, joint)][: -MOST - 1 : -1]:
        rest = text[joint.end() :]
        head = " ".join((text[: joint.start()].rstrip(), *_CITED.findall(rest)))
        middle = sentence.start + joint.start()
        yield (
            replace(sentence, text=head, end=middle, opens_list=False),
            replace(sentence, text=rest, start=sentence.start + joint.end()),
        )


def _parts(text: str, joint: re.Match[str]) -> bool:
    head, rest = text[: joint.start()], text[joint.end() :]
    counts = joint["mark"] in (";", ",") and re.search(r"\d", head)
    if not counts and not _SAYS.search(head):
        return False
    opening = _OPENS.match(rest)
    if opening and opening["concludes"]:
        return not _LIMITS.match(rest, opening.end())
    return not _BINDS.match(rest, opening.end() if opening else 0)
