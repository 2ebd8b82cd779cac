"""A sentence clause by clause: what a later clause inherits, contrasts, leaves out, or makes depend on another code."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from assistant.checking.advice import Advice
from assistant.checking.clauses.agents import who_instead
from assistant.checking.clauses.clause import Clause
from assistant.checking.clauses.clause_reading import CONTRASTED, Background, Frame
from assistant.checking.clauses.clauses import clauses
from assistant.checking.clauses.definitions import names_only
from assistant.checking.clauses.frames import read_clause
from assistant.checking.clauses.gapping import contrast_last, ungapped
from assistant.checking.clauses.lengths_told import with_lengths
from assistant.checking.clauses.one_pays import one_pays
from assistant.checking.clauses.scope import told
from assistant.checking.composing.nth import ranges_in
from assistant.checking.marking.marks import Mark, codes_in
from assistant.rules.biller import HOSPITAL, OWN_PART


def frames_of(row: list[Mark], background: Background) -> tuple[list[Frame], list[Clause]]:
    """Clause by clause: a later clause inherits codes and facts of the one before it."""
    parts = ungapped(contrast_last(ranges_in(with_lengths(row, background), background.fractions)))
    pieces = who_instead([piece for part in parts for piece in clauses(part)])
    frames: list[Frame] = []
    of_two = one_pays(row, background)
    if of_two is not None:
        return [of_two], pieces
    here = background
    skipped: set[int] = set()  # told together with the clause before
    for at, piece in enumerate(pieces):
        if at in skipped:
            continue
        beside = _beside(pieces, at, here)
        if beside is not None:
            frames.append(replace(beside, clause=piece))
            skipped.add(at + 1)
            here = replace(
                here, previous=tuple(beside.advice) or here.previous, codes=beside.codes, codes_from="clause before"
            )
            continue
        if frames and frames[-1].advice and (piece.joint in ("rather", "not") or piece.only_denies()):
            contrast = _contrast(piece, frames[-1], here)
            if contrast is not None:
                frames.append(replace(contrast, clause=piece))
                here = _told_further(piece, pieces[at + 1 : at + 2], here)
                continue
        alike = _alike(piece, here)
        if alike is not None:
            frames.append(replace(alike, clause=piece))
            continue
        frame = read_clause(piece, here)
        if not frame.advice and names_only(piece):
            frame = replace_unclaimed(frame)
        if frames and _only_for_distinct_services(piece, frame):
            frames[-1].advice[:] = [_opened(one) for one in frames[-1].advice]
        frames.append(replace(frame, clause=piece))
        if piece is pieces[-1]:
            break  # nothing follows that could inherit
        told_of = frame.subject or frame.codes or _meant(frame)
        codes = told_of or here.codes
        origin = "clause before" if told_of else here.codes_from
        here = replace(
            here,
            codes=codes,
            codes_from=origin,
            condition=frame.condition,
            previous=tuple(frame.advice) or here.previous,
        )
    return frames, pieces


def _only_for_distinct_services(piece: Clause, frame: Frame) -> bool:
    """ "..., when the sites were truly separate": a condition that was read, and that a modifier marks."""
    told = any(mark.kind == "APART" for mark in piece.marks)
    return piece.joint == "if" and told and not frame.advice and not frame.unclaimed


def _opened(one: Advice) -> Advice:
    """ "77280 can be paid beside 77290" under that condition: with a modifier, and not as of right."""
    together = one.kind == "pair" and one.value == "together" and one.polarity
    return replace(one, value=("together", ("59",), "untold")) if together else one


def _told_further(piece: Clause, following: list[Clause], background: Background) -> Background:
    """ "in place of 77427, which needs three fractions": "which" is the code that was put aside."""
    codes = codes_in(piece.marks)
    if not codes or not following or following[0].marks[0].said != "which":
        return background
    return replace(background, codes=codes, codes_from="clause before")


def _meant(frame: Frame) -> tuple[str, ...]:
    """The code of a service that the clause names in words of its own: "acquiring the images" is of the guidance."""
    own = {one.codes for one in frame.advice if not one.inherited}
    return next(iter(own)) if len(own) == 1 else ()


def replace_unclaimed(frame: Frame) -> Frame:
    return Frame(frame.advice, [], frame.codes, frame.condition)


def denied_of(one: Advice, change: dict[str, Any]) -> Advice:
    """What "..., the hospital can't" denies: that it holds there; after "only the physician", that they bill it."""
    only = isinstance(one.value, tuple) and one.value[0] == "only" and one.polarity
    if only and OWN_PART.get(change.get("biller", "")) not in (None, one.value[1]):
        return replace(one, value="billable", polarity=False, condition=change)
    return replace(one, polarity=not one.polarity, condition=change)


def _contrast(piece: Clause, before: Frame, background: Background) -> Frame | None:
    """ "26, not TC", "per five fractions rather than per session": what follows is denied."""
    ellipsis = _ellipsis(piece, before, background)
    if ellipsis is not None:
        return ellipsis
    frame = read_clause(
        Clause([m for m in piece.marks if m.kind != "NEG"], "rather", piece.facts),
        Background(
            before.codes or background.codes,
            "clause before",
            before.condition,
            background.asked,
            background.today,
            tuple(before.advice),
        ),
    )
    if not frame.advice:
        return None
    if any(mark.kind in ("DO", "APPEND", "PAY", "NEED", "LINK") for mark in piece.marks) and piece.joint == "not":
        return None
    counted = before.advice[-1].kind == "units" and before.advice[-1].polarity
    contrast = CONTRASTED if counted else ()
    denied = [
        replace(one, polarity=not one.polarity, required=False, inherited=contrast or one.inherited)
        for one in frame.advice
    ]
    return Frame(denied, frame.unclaimed, (), before.condition)


_ALIKE = frozenset("CODE WORD LINK PUNCT AND SAME OK DO IF".split())
_ELSEWHERE = _ALIKE - {"CODE", "IF"} | {"PAYER", "SETTING", "BILLER", "DATE", "ARTICLE", "PRONOUN", "TOGETHER", "TURN"}
_HOLDS = frozenset({"applies", "apply", "holds", "true", "goes"})
_SAID_BEFORE = frozenset({"limit", "count", "rule", "number", "figure", "maximum"})
_OF_BOTH = frozenset({"both", "as well as"})


def _alike(piece: Clause, background: Background) -> Frame | None:
    """ "..., and 77336 is the same", "the same goes for the hospital": said before, of another code or place."""
    if not background.previous:
        return None
    kinds = {mark.kind for mark in piece.marks}
    codes = codes_in(piece.marks)
    described = [one for one in background.previous if _of_a_service(one) and not one.polarity]
    if described and len(codes) == 1 and kinds <= _ALIKE and "SAME" not in kinds and _is_meant(piece):
        again = [replace(one, codes=codes, polarity=True) for one in described]  # "77301 isn't; 77295 is"
        return Frame(again, [], codes, background.condition)
    once = [mark.kind for mark in piece.marks].count("SAME") < 2
    if not once or not ("SAME" in kinds or _that_holds(piece.marks)):
        return None
    if any(one.kind in ("pair", "validity") for one in background.previous):
        return None
    if codes and "SAME" in kinds and kinds <= _ALIKE:
        again = [replace(one, codes=codes, inherited=("statement before",)) for one in background.previous]
        return Frame(again, [], codes, background.condition)
    if codes or not kinds <= _ELSEWHERE or piece.facts or not _says_the_same(piece.marks):
        return None
    changes = changes_of(piece.marks, {}, background.today)
    again = [
        replace(one, condition={**one.condition, **change}, inherited=("statement before",))
        for one in background.previous
        for change in changes
        if change
    ]
    return Frame(again, [], (), background.condition) if again else None


def _says_the_same(marks: list[Mark]) -> bool:
    """ "The same applies to ...", "it is the same in ...": never "use the same code"."""
    if any(mark.kind == "TOGETHER" and mark.said not in _OF_BOTH for mark in marks):
        return False
    if any(mark.kind == "TURN" and mark.said != "limit" for mark in marks):
        return False
    if _that_holds(marks):
        return True
    at = next(i for i, mark in enumerate(marks) if mark.kind == "SAME")
    if any(word in marks[at].said.split() for word in _HOLDS | {"rule"}):
        return True
    after = [mark.said for mark in marks[at + 1 : at + 3]]
    before = [mark.said for mark in marks[:at]]
    if after[:1] and (after[0] in _HOLDS or (after[0] in _SAID_BEFORE and after[-1] in _HOLDS)):
        return True
    return bool(before) and before[-1] in ("is", "are", "was", "were", "it's", "that's", "count")


def _that_holds(marks: list[Mark]) -> bool:
    """ "That limit holds for ...", said of a limit or a count that was told."""
    said = [mark.said for mark in marks[:3]]
    return (
        said[:1] in (["that"], ["this"])
        and said[1:2] != []
        and said[1] in _SAID_BEFORE
        and said[2:] != []
        and said[2] in _HOLDS
    )


def _is_meant(piece: Clause) -> bool:
    words = [mark.said for mark in piece.marks if mark.kind not in ("CODE", "PUNCT")]
    return words in (["is"], ["would", "be"], ["is", "right"], ["is", "correct"], ["is", "the", "right", "one"])


def _ellipsis(piece: Clause, before: Frame, background: Background) -> Frame | None:
    """What an elliptical clause denies: the advice before it, for its own facts; or codes named instead of others."""
    if piece.only_denies():
        changes = changes_of(piece.marks, before.condition, background.today)
        denied = [denied_of(one, change) for one in before.advice for change in changes]
        return Frame(denied, [], (), before.condition)
    kinds = {mark.kind for mark in piece.marks}
    if piece.joint == "rather" and kinds <= {"CODE", "PUNCT", "WORD", "AND", "SERVICE"} and "CODE" in kinds:
        codes = codes_in(piece.marks)
        instead = tuple(
            code for one in before.advice if one.kind == "component" and one.value == "billable" for code in one.codes
        )
        described = [one for one in before.advice if one.kind == "component" and _of_a_service(one)]
        if described:
            other = [replace(one, codes=codes, polarity=not one.polarity) for one in described]
            return Frame(other, [], (), before.condition)
        lengths = [one.value[1] for one in before.advice if one.kind == "component" and one.value[0] == "course"]
        if lengths:  # "for one or two fractions 77431 is used instead of 77427": none of that one for such a course
            first, last = lengths[-1]
            none = [
                Advice("component", codes, "billable", False, {**before.condition, "fractions": n})
                for n in range(first or 1, last + 1)
            ]
            return Frame(list(none), [], (), before.condition)
        found = [Advice("component", codes, "billable", False, before.condition)]
        found += [
            Advice("validity", (code, *instead), ("instead_of", instead), True, before.condition)
            for code in codes
            if instead
        ]
        return Frame(found, [], (), before.condition)
    return None


def _of_a_service(one: Advice) -> bool:
    """A code chosen by what its service is: the other code is denied as the name of that service."""
    return isinstance(one.value, tuple) and one.value[0] in ("told as", "for", "extent")


def changes_of(marks: list[Mark], condition: dict[str, Any], today: date) -> list[dict[str, Any]]:
    """The facts of an elliptical clause, each case of them; a hospital or a physician named there is who bills."""
    agents = list(dict.fromkeys(mark.value for mark in marks if mark.kind == "BILLER"))
    changes: list[dict[str, Any]] = [dict(one) for one in told(marks, condition, today).conditions]
    places = [at for at, mark in enumerate(marks) if mark.kind == "SETTING"]
    inside = [at for at in places if {"in", "at"} & {mark.said for mark in marks[max(0, at - 2) : at]}]
    if inside and not agents and not condition:
        return [{**one, "biller": None} for one in changes]  # "the same holds in an office": whoever bills there
    if any(marks[at].value in HOSPITAL for at in places):
        agents = list(dict.fromkeys(["facility", *agents])) if not condition else ["facility"]
    return [{**one, "biller": agent} for one in changes for agent in agents] if agents else changes


_ELLIPTIC = frozenset("CODE SERVICE WORD NEG OK LINK PUNCT AND DO PRONOUN ONLY".split())


def _beside(pieces: list[Clause], at: int, background: Background) -> Frame | None:
    """ "If you bill 77373, don't bill 77387": of two codes, whether they go together."""
    if at + 1 >= len(pieces):
        return None
    first, second = pieces[at], pieces[at + 1]
    if second.joint == "if":
        first, second = second, first
    codes = tuple(mark.value for mark in first.marks if mark.kind == "CODE")
    others = tuple(mark.value for mark in second.marks if mark.kind == "CODE")
    conditional = first.joint == "if" and any(mark.kind == "DO" for mark in first.marks)
    if not conditional or len(codes) != 1 or len(others) != 1 or codes == others:
        return None
    if len(pieces) > at + 2 and pieces[at + 2].joint not in ("semi", "because", "so", "stop"):
        return None
    kinds = [mark.kind for mark in (*first.marks, *second.marks)]
    if not set(kinds) <= _ELLIPTIC or any(mark.kind == "NEG" for mark in first.marks):
        return Frame([], ["a condition that is not read"], codes, background.condition)
    denied = [mark.kind for mark in second.marks].count("NEG")
    if denied > 1:
        return Frame([], ["two denials"], codes, background.condition)
    together = Advice("pair", (*codes, *others), "together", not denied, background.condition)
    return Frame([together], [], (*codes, *others), background.condition)
