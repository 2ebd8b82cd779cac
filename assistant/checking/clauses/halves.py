"""Statements told in two halves: "when three or four remain" and "one more unit is allowed" are one."""

from __future__ import annotations

from assistant.checking.clauses.clause import STATES, Clause


def joined_halves(pieces: list[Clause]) -> list[Clause]:
    """ "when three or four remain" and "one more unit is allowed" say one thing together."""
    result: list[Clause] = []
    for piece in pieces:
        before = result[-1] if result else None
        if before is not None and "if" in (before.joint, piece.joint) and _half_of_leftover(before, piece):
            before.marks += piece.marks
            before.joint = "" if before.joint == "if" else before.joint
            continue
        result.append(piece)
    return result


def _half_of_length(case: Clause, said: Clause) -> bool:
    """ "If more than five fractions are given" tells how long, and what is said of that stands beside it."""
    alone = not any(mark.kind in STATES and mark.kind != "LONGER" for mark in case.marks)
    return alone and any(mark.kind == "LONGER" for mark in case.marks) and said.predicates()


def _half_of_leftover(a: Clause, b: Clause) -> bool:
    if _half_of_length(a, b) or _half_of_length(b, a):
        return True
    for left, adds in ((a, b), (b, a)):
        left_kinds = {mark.kind for mark in left.marks}
        adds_kinds = {mark.kind for mark in adds.marks}
        if (
            left_kinds & {"LEFT"}
            and not left_kinds & {"UNITS", "FREQ", "ADDITION", "NO_ADDITION"}
            and not adds_kinds & {"LEFT"}
        ):
            told = bool(adds_kinds & {"ADDITION", "NO_ADDITION"}) and not adds_kinds & {"UNITS"}
            return told or {"PRONOUN", "NEG"} <= adds_kinds
    return False
