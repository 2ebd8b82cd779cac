"""Stretches that state nothing, given to the statement they belong to."""

from __future__ import annotations

from assistant.checking.clauses.clause import FACTS, Clause
from assistant.checking.clauses.halves import joined_halves


def merged(pieces: list[Clause]) -> list[Clause]:
    """Give every stretch that states nothing to the statement it belongs to."""
    pieces = joined_halves(pieces)
    result: list[Clause] = []
    waiting: list[Clause] = []
    for piece in pieces:
        if piece.joint == "rather" and not piece.states():
            if waiting:
                result.append(Clause([mark for one in waiting for mark in one.marks], waiting[0].joint))
                waiting = []
            result.append(piece)
        elif _only_a_part(piece):
            waiting.append(piece)  # "As a technical code, 77407 ..."
        elif piece.states():
            for earlier in waiting:
                parted = piece.joint in ("semi", "but", "stop")
                if (parted and earlier.tells()) or (
                    (parted or piece.only_denies() or _not_a_code(piece)) and earlier.acts()
                ):
                    result.append(earlier)
                elif earlier.joint == "if" and _bills_a_code(earlier):
                    result.append(earlier)  # "if you bill 77373, ..." is a case of its own
                elif piece.joint == "because" and _bare_code(earlier):
                    result.append(earlier)  # "77407, since it is technical only": the code and its reason
                elif earlier.joint == "because" and piece.joint != "if":
                    _reason_of(piece, earlier, first=True)
                elif piece.joint == "so" and _only_facts(earlier):
                    _reason_of(piece, earlier, first=True)  # "eight weeks, so eight units"
                elif earlier.joint == "if" or _only_facts(earlier):
                    piece.facts += earlier.marks
                    piece.told_if += earlier.marks if earlier.joint == "if" else []
                    piece.joint = piece.joint if earlier.joint in ("", "if", ",") else earlier.joint
                else:
                    piece.marks = earlier.marks + piece.marks
                    piece.joint = earlier.joint
            waiting = []
            result.append(piece)
        elif result and _only_facts(piece) and piece.joint in TOLD_BESIDE and not _lasted(piece):
            (result[-1].reason if piece.joint == "because" else result[-1].facts).extend(piece.marks)
            if piece.joint == "if":
                result[-1].told_if += piece.marks
        else:
            if len(waiting) == 1 and _two_acts(waiting[0], piece):
                result += waiting  # "the hospital bills 77412 and the physician bills 77427"
                waiting = []
            waiting.append(piece)
    if waiting and waiting[0].joint == "if" and _bills_a_code(waiting[0]):
        return [*result, *waiting]
    if len(waiting) == 2 and waiting[1].joint == "if" and all(_bills_a_code(one) for one in waiting):
        return [*result, *waiting]  # "77427 is reported when 77435 is billed"
    if waiting and result and all(_trailing(one) for one in waiting):
        for piece in waiting:
            if piece.joint == "because":
                _reason_of(result[-1], piece)
            else:
                result[-1].marks += piece.marks
                result[-1].told_if += piece.marks if piece.joint == "if" else []
        return result
    if waiting:
        result.append(_together(waiting))
    return result


TOLD_BESIDE = ("if", ",", "open", "close", "because", "so", "")


def _together(waiting: list[Clause]) -> Clause:
    """One clause of stretches none of which states anything by itself; what was told as a reason stays one."""
    said = [piece for piece in waiting if piece.joint != "because"] or waiting
    reasons = [piece for piece in waiting if piece not in said]
    reason = [mark for piece in reasons for mark in piece.marks]
    return Clause([mark for piece in waiting for mark in piece.marks], said[0].joint, reason=reason)


def _reason_of(said: Clause, reason: Clause, *, first: bool = False) -> None:
    """ "Because two isocenters are treated, it is 77412": told of the case, and no limit of the statement."""
    said.reason += reason.marks
    if not _only_facts(reason):  # its words are read with the statement, which may need them
        said.marks = [*reason.marks, *said.marks] if first else [*said.marks, *reason.marks]


def _lasted(piece: Clause) -> bool:
    """ "..., because 28 weeks were treated": a time given as the reason is no fact that narrows the case."""
    return piece.joint in ("because", "so") and any(mark.kind == "DURATION" for mark in piece.marks)


def _bills_a_code(piece: Clause) -> bool:
    return {"DO", "CODE"} <= {mark.kind for mark in piece.marks}


def _two_acts(first: Clause, second: Clause) -> bool:
    """Two statements with a verb each: by two who act, of two dates, or parted by a semicolon."""
    if second.joint == "but":
        return (_agent_acts(first) and _agent_acts(second)) or (_dated(first) and _dated(second))
    return second.joint in ("semi", "stop") and first.whole() and second.whole()


def _bare_code(piece: Clause) -> bool:
    kinds = {mark.kind for mark in piece.marks}
    return "CODE" in kinds and kinds <= {"CODE", "PUNCT", "ROLE", "ARTICLE", "AND"}


def _not_a_code(piece: Clause) -> bool:
    """ "Bill 77431, not 77427": the codes that are put aside, and nothing more."""
    kinds = [mark.kind for mark in piece.marks]
    return kinds[:1] == ["NEG"] and "CODE" in kinds and set(kinds[1:]) <= {"CODE", "PUNCT", "AND", "ARTICLE"}


def _agent_acts(piece: Clause) -> bool:
    return piece.acts() and any(mark.kind in ("BILLER", "SETTING") for mark in piece.marks)


def _dated(piece: Clause) -> bool:
    """ "77385 in 2025, and 77407 in 2026": each with its own date."""
    return piece.acts() and {"CODE", "DATE"} <= {mark.kind for mark in piece.marks}


A_PART = frozenset("TECHNICAL PROFESSIONAL WORD ARTICLE PRONOUN PUNCT".split())


def _only_a_part(piece: Clause) -> bool:
    kinds = {mark.kind for mark in piece.marks}
    first = piece.marks[0]
    second = piece.marks[1].said if len(piece.marks) > 1 else ""
    if first.kind == "PRONOUN" and (first.said.endswith("'s") or second in ("is", "was")):
        return False  # "It is technical only, so ..." says so by itself
    if piece.joint == "because" and first.said in ("is", "was", "are"):
        return False  # "..., since it is technical only"
    return bool(kinds & {"TECHNICAL", "PROFESSIONAL"}) and kinds <= A_PART


def _only_facts(piece: Clause) -> bool:
    kinds = {mark.kind for mark in piece.marks}
    return bool(kinds & FACTS) and kinds <= FACTS | {
        "WORD",
        "PRONOUN",
        "ARTICLE",
        "LINK",
        "ONLY",
        "THING",
        "AND",
        "OK",
        "PUNCT",
        "ROLE",
        "TOTAL",
        "NAME",
    }


def _trailing(piece: Clause) -> bool:
    return not any(mark.kind in ("CODE", "SERVICE", "DO", "APPEND") for mark in piece.marks)
