"""What a sentence gives as the reason of which statement: "77412, because ...", "Since ..., 77412", "..., so 77412"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.checking.advice import Advice
from assistant.checking.clauses.clause import Clause
from assistant.checking.clauses.clause_reading import Frame
from assistant.checking.marking.marks import Mark
from assistant.reading.fixed import fixed


@fixed
class Reason:
    """A reason as it was read; what it is worth is judged beside the statement it is given for."""

    of: tuple[Advice, ...]  # the statement; empty where the reason stands alone, as an answer to "why?"
    marks: tuple[Mark, ...]
    words: str
    advice: tuple[Advice, ...] = ()  # what the reason itself states
    concluded: bool = False  # stood before its statement: "..., so 77412"
    of_a_code: bool = False  # "77407, because ...": of a code that nothing was said of


GIVEN = frozenset("given with considering being".split())  # "Given its MUE of 1, 77470 is not paid"
PARTED = ("semi", "stop", "but")


def reasons_of(frames: Sequence[Frame], lower: str) -> Iterator[Reason]:
    """Each reason of the sentence with its statement; `lower` are the words that its marks were found in."""
    for at, frame in enumerate(frames):
        clause = frame.clause
        if clause is None:
            continue
        if clause.reason:
            yield _reason(frame.advice, clause.reason, lower)
        if at == 0 and frames[1:] and frames[1].advice and _given_a_limit(frame, clause):
            yield _reason(frames[1].advice, clause.marks, lower, frame.advice, concluded=True)
        if clause.joint == "because":
            statement = _statement(frames, at)
            named = statement is None and any(earlier.codes for earlier in frames[:at])
            of = statement.advice if statement else ()
            yield _reason(of, [*clause.marks, *clause.facts], lower, frame.advice, of_a_code=named)
        if clause.joint == "so" and frame.advice:
            before = list(_since_a_stop(frames[:at]))
            marks = [mark for earlier in before if earlier.clause for mark in earlier.clause.marks]
            said = [one for earlier in before for one in earlier.advice]
            if said:
                yield _reason(frame.advice, marks, lower, said, concluded=True)


def _reason(
    of: Sequence[Advice],
    marks: Sequence[Mark],
    lower: str,
    advice: Sequence[Advice] = (),
    *,
    concluded: bool = False,
    of_a_code: bool = False,
) -> Reason:
    words = lower[min(mark.start for mark in marks) : max(mark.end for mark in marks)] if marks else ""
    return Reason(tuple(of), tuple(marks), words, tuple(advice), concluded, of_a_code)


def _given_a_limit(frame: Frame, clause: Clause) -> bool:
    told = bool(frame.advice) and all(isinstance(one.value, tuple) and one.value[0] == "mue" for one in frame.advice)
    return told and bool(clause.marks) and clause.marks[0].said in GIVEN


def _statement(frames: Sequence[Frame], at: int) -> Frame | None:
    """What a "because" gives the reason of: the statement before it, else the one after it."""
    around = [*reversed(frames[:at]), *frames[at + 1 :]]
    return next((one for one in around if one.advice and one.clause and one.clause.joint != "because"), None)


def _since_a_stop(frames: Sequence[Frame]) -> Iterator[Frame]:
    start = max((at for at, one in enumerate(frames) if one.clause and one.clause.joint in PARTED), default=0)
    yield from frames[start:]
