"""A sentence in parts: what is said, and what hangs before or behind it.

"The first fifteen make three units, and the sixteenth adds nothing": where the whole cannot be read, a part of it may
still be, and stands by itself, since it is judged by itself. A part is never taken from what it depends on: beside a
condition, an exception, a date or the second half of a list the sentence stays whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.checking.answers import answer_of
from assistant.checking.sentences import Sentence
from assistant.reading.fixed import fixed

LEFT_OUT = "[…]"  # stands on the screen where the rest of a sentence was
MOST = 6  # parts that are tried, the longest first


@fixed
class Parting:
    """What may stand alone, and what is left out before and behind it."""

    kept: Sentence
    before: Sentence | None = None
    behind: Sentence | None = None


_CONCLUDES = r"because|so|hence|thus|therefore|meaning|whereas|while"
_CONCEDES = r"although|though|even though|even if|no matter|regardless|whatever"
_ADDS = r"and|but|as|since|which"
_POINTING = r"(?:it|that|this|they|he|she|we|you|there)(?:[’']\w+| (?:is|are|was|were|has|have|does|do|can|may|will)\b)"
# Behind a comma only a word that opens a statement of its own, a reason, a consequence or a concession.
_JOINT = re.compile(
    rf"(?P<mark>[;:]|,? [—–-]{{1,2}}(?= )|,(?=\s+(?:(?:{_CONCLUDES}|{_ADDS}|{_CONCEDES})\b|{_POINTING}))"
    rf"|(?<=[\w)%])(?=\s+(?:because|whereas|{_CONCEDES})\b))\s+",
    re.I,
)
_SUBORDINATE = re.compile(r"(?:since|because|as)\b", re.I)
_COMMA = re.compile(r"(?P<mark>,)\s+")
_OPENS = re.compile(rf"(?:(?P<concludes>{_CONCLUDES}|{_CONCEDES})|(?:{_ADDS}))\s+", re.I)
_CONCESSION = re.compile(rf"(?:{_CONCEDES})\b", re.I)
_LIMITS = re.compile(r"(?:long|far|soon|on|in|at)\b", re.I)  # "so long as", "while in the hospital"
_BOUND = (
    r"if|when|whenever|where|wherever|unless|until|till|except|excluding|provided|providing|assuming|otherwise|than"
    r"|opposed"
)
_BINDS = re.compile(
    rf"(?:{_BOUND}|only|even|just|not|nor|or|long|soon|far|with|without|in|on|at|by|under|per|from|for|of|to|through|before"
    r"|during|within|between|january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"|\W*[\d\[]",
    re.I,
)
# What says, before or behind a statement, when, where or whether it holds.
_DEPENDS = re.compile(rf"\b(?:{_BOUND}|only|once|without|should|had|whether)\b", re.I)
_HEARSAY = re.compile(
    r"\b(?:say|says|said|claims?|thinks?|believes?|told|heard|according|argues?|myth|rumou?r)\b", re.I
)
# A tail that points back says nothing without what it points to.
_POINTS = re.compile(
    rf"(?:{_BOUND}|or|nor|as|that|each|one|he|she|neither|either|all|none|any|is|are|was|were|which|who)\b|.*\b(?:it|its|they|them"
    r"|their|both|these|those|this|such|the same|others?|former|latter|the two|also|again|instead|likewise|there)\b",
    re.I | re.S,
)
# A part without a verb says something only by a number, and a colon or dash gives it its meaning: "77300: packaged".
_SAYS = re.compile(
    r"\b(?:is|are|was|were|be|has|have|had|does|do|did|can|cannot|may|must|should|will|would|takes?|makes?|gets?|goes|bills?|reports?"
    r"|adds?|uses?|appends?|carr(?:y|ies)|covers?|counts?|needs?|stays?|pays?|earns?|qualif(?:y|ies)|applies|applie?d?|works?|gives?"
    r"|falls?|ends?|ended|belongs?|depends?|follows?|includes?|contains?|splits?|supports?|allows?|remains?|requires?|becomes?"
    r"|replaced|leaves?|moves?|puts?|codes?|charges?)\b|n[’']t\b",
    re.I,
)
_CODE = re.compile(r"\b[\dG]\d{4}\b")
_CITED = re.compile(r"\[\d+\]")
_WHY = re.compile(r"why|reason|note|comment|basis|rationale|explanation|detail|remark", re.I)


def partings(sentence: Sentence, *, answered: bool) -> Iterator[Parting]:
    """Ways to part a sentence, the longest part first; then what it says beside a yes or no that could not be read."""
    if sentence.shape == "row":
        yield from _without_the_reason(sentence)
    if sentence.shape not in ("prose", "bullet") or sentence.text.rstrip().endswith("?"):
        return
    yield from _runs(sentence)
    if answered:
        yield from _beside_the_answer(sentence)


def _runs(sentence: Sentence) -> Iterator[Parting]:
    """Stretches from a joint or the beginning to a joint or the end, the longest first."""
    text = sentence.text
    joints = list(_JOINT.finditer(text))
    starts = [(0, 0), *(_behind(text, joint) for joint in (*joints, *_COMMA.finditer(text)) if _opens(text, joint))]
    ends = [(len(text), len(text)), *((joint.start(), joint.end()) for joint in joints if _closes(text, joint))]
    runs = {(start, end) for start in starts for end in ends if start[1] < end[0]} - {(starts[0], ends[0])}
    tried = 0
    for (before, start), (end, behind) in sorted(runs, key=lambda run: run[0][1] - run[1][0]):
        if tried < MOST and _stands(text[:before], text[start:end], text[end:behind]):
            tried += 1
            yield _parting(sentence, before, start, end, behind)


def _behind(text: str, joint: re.Match[str]) -> tuple[int, int]:
    """Where the joint begins, and where what is said behind it does."""
    opening = _OPENS.match(text, joint.end())
    return joint.start(), opening.end() if opening else joint.end()


def _opens(text: str, joint: re.Match[str]) -> bool:
    """Whether nothing in front of the joint says when, where, whether or by whose word what follows holds."""
    head, (_, start) = text[: joint.start()], _behind(text, joint)
    if re.match(r"(?:which|since|as)\b", text[joint.end() :], re.I):
        return False
    if (_BINDS.match(head) and not _CONCESSION.match(head)) or _DEPENDS.search(head) or _HEARSAY.search(head):
        return False
    if joint["mark"] != ",":
        return True
    answered = answer_of(head.lower())
    return bool(answered and answered.alone) or not re.match(r"\W*[\d\[]", text[start:])


def _closes(text: str, joint: re.Match[str]) -> bool:
    """Whether what follows the joint is no condition, exception, date or second half of a list."""
    rest = text[joint.end() :]
    opening = _OPENS.match(rest)
    if opening and opening["concludes"]:
        return not _LIMITS.match(rest, opening.end())
    return not _BINDS.match(rest, opening.end() if opening else 0)


def _stands(head: str, run: str, mark: str) -> bool:
    """Whether a stretch says something by itself: of what it names, or of what the whole sentence leaves unnamed."""
    counts = mark.strip() in (";", ",", "") and bool(mark) and re.search(r"\d", run)
    answers = not head and (found := answer_of(run.lower())) is not None and found.alone
    if not (counts or answers or _SAYS.search(run)):
        return False
    if _SUBORDINATE.match(run) or run.count("(") != run.count(")") or run.count('"') % 2:
        return False
    return not head or (not _POINTS.match(run) and bool(_CODE.search(run) or not _CODE.search(head)))


def _parting(sentence: Sentence, before: int, start: int, end: int, behind: int) -> Parting:
    """The head keeps the citations of the whole."""
    text, at = sentence.text, sentence.start
    rest = text[behind:]
    kept = " ".join((text[start:end].rstrip(), *_CITED.findall(rest)))
    last = sentence.end if end == len(text) else at + end
    return Parting(
        replace(sentence, text=kept, start=at + start, end=last, opens_list=False),
        replace(sentence, text=text[:before], end=at + before, opens_list=False) if start else None,
        replace(sentence, text=rest, start=at + behind) if rest else None,
    )


def _without_the_reason(sentence: Sentence) -> Iterator[Parting]:
    """A row without its last cell, where the table's head says that it holds reasons or notes."""
    if len(sentence.cells) < 3 or not _WHY.search(sentence.cells[-1][0]) or _DEPENDS.search(sentence.cells[-1][1]):
        return
    cut = sentence.text.rstrip(" |").rfind("|")
    kept, rest = sentence.text[: cut + 1], sentence.text[cut + 1 :].lstrip()
    middle = sentence.start + cut + 1
    yield Parting(
        replace(sentence, text=kept, end=middle, cells=sentence.cells[:-1]),
        behind=replace(sentence, text=rest, start=sentence.end - len(rest), cells=sentence.cells[-1:]),
    )


def _beside_the_answer(sentence: Sentence) -> Iterator[Parting]:
    """ "No, 77386 ended with 2025": a sentence of its own behind the answer."""
    found = answer_of(sentence.text.lower())
    if found is None or found.alone or sentence.text[found.end : found.end + 1] not in (",", ";", ":", "."):
        return
    rest = sentence.text[found.end + 1 :].strip()
    if len(rest.split()) > 2 and not _BINDS.match(rest) and not _OPENS.match(rest):
        yield Parting(
            replace(sentence, text=rest, start=sentence.end - len(rest)),
            replace(sentence, text=sentence.text[: found.end], end=sentence.start + found.end, opens_list=False),
        )
