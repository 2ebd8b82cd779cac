"""A sentence's marks cut into clauses: stretches that each say one thing of one subject.

Facts without a statement ("For 28 fractions in 2025,") belong to the statement beside them. A bracket that
states nothing ("(77427)") is read as if it stood without brackets.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.checking.clauses.clause import PREDICATES, STATES, Clause
from assistant.checking.clauses.halves import joined_halves
from assistant.checking.marking.marks import Mark
from assistant.checking.marking.shapes import HELPING, kind_of

# After these "as" gives a reason ("as it calls for three") and likens nothing ("counts as one more").
REASONS = frozenset({"NEED", "LINK", "DO", "PAY", "SPAN", "BUNDLED"})
FACTS = frozenset(
    "SYSTEM DATE PAYER SETTING BILLER FACT SITE FRACTIONS SCHEDULE DURATION NOW THEN COUNTED SHORT".split()
)
HARD = frozenset({"SEMI", "STOP", "ASKED", "BUT", "BECAUSE", "RATHER", "OPEN", "CLOSE", "PIPE"})
LISTED = (
    "CODE",
    "SERVICE",
    "MOD",
    "PAYER",
    "SETTING",
    "DATE",
    "THING",
    "SITE",
    "FACT",
    "TECHNICAL",
    "PROFESSIONAL",
    "COUNTED",
    "BILLER",
)


def clauses(marks: Sequence[Mark]) -> list[Clause]:
    """The clauses of a sentence in reading order."""
    return _merged(_cut(_without_empty_brackets(list(marks))))


def _without_empty_brackets(marks: list[Mark]) -> list[Mark]:
    result: list[Mark] = []
    at = 0
    while at < len(marks):
        close = _closing(marks, at) if kind_of(marks[at]) in ("OPEN", "QUOTE") else None
        if close is not None:
            inside = marks[at + 1 : close]
            plain = not any(mark.kind in STATES or mark.kind in ("DO", "UNKNOWN", "BECAUSE", "SAYS") for mark in inside)
            if kind_of(marks[at]) == "QUOTE" or plain:
                result += inside
                at = close + 1
                continue
        result.append(marks[at])
        at += 1
    return result


def _closing(marks: Sequence[Mark], at: int) -> int | None:
    wanted = "CLOSE" if kind_of(marks[at]) == "OPEN" else "QUOTE"
    return next((i for i in range(at + 1, min(len(marks), at + 40)) if kind_of(marks[i]) == wanted), None)


def _cut(marks: list[Mark]) -> list[Clause]:
    pieces: list[Clause] = []
    here: list[Mark] = []
    joint = ""
    for at, mark in enumerate(marks):
        kind = kind_of(mark)
        if (
            kind == "THEN"
            and mark.said == "since"
            and at + 1 < len(marks)
            and kind_of(marks[at + 1]) not in HARD | {"COMMA"}
        ):
            kind = "BECAUSE"  # "since 28 fractions were delivered"
        reason = at + 2 < len(marks) and marks[at + 1].kind in ("PRONOUN", "CODE") and marks[at + 2].kind in REASONS
        if (
            kind == "BECAUSE"
            and mark.said == "as"
            and here
            and kind_of(here[-1]) not in ("COMMA", "DASH")
            and not reason
        ):
            here.append(mark)  # "counts as one more"
            continue
        aside = kind == "COMMA" and joint == "rather" and at + 1 < len(marks) and marks[at + 1].said == "which"
        if kind in HARD or aside or _soft_cut(marks, at, here) or (joint == "if" and _case_ends(marks, at, here)):
            if here:
                pieces.append(Clause(here, joint))
            here, joint = ([mark] if kind == "NEG" else []), _joint(kind)
            continue
        if (kind == "IF" and mark.said != "where") or (kind == "IF" and here and any(m.kind in STATES for m in here)):
            if here:
                pieces.append(Clause(here, joint))
            here, joint = [], "if"
            continue
        here.append(mark)
    if here:
        pieces.append(Clause(here, joint))
    return pieces


def _joint(kind: str) -> str:
    return {"BUT": "but", "RATHER": "rather", "OPEN": "open", "CLOSE": "close", "BECAUSE": "because", "NEG": "not"}.get(
        kind, "," if kind in ("COMMA", "AND", "SLASH", "DASH", "COLON", "AMP") else kind.lower()
    )


def _soft_cut(marks: list[Mark], at: int, here: list[Mark]) -> bool:
    """A comma, "and" or dash parts two statements, and nothing else."""
    kind = kind_of(marks[at])
    if kind not in ("COMMA", "AND", "AMP", "DASH", "COLON", "SLASH", "PLUS") or not here:
        return False
    before, after = here[-1], marks[at + 1] if at + 1 < len(marks) else None
    if after is None or (marks[at].said in ("then", "also") and before.said in HELPING):
        return False  # "are then billed", "could also report"
    if after.kind == "AND" and kind == "COMMA":
        return _soft_cut(marks, at + 1, here)
    if before.kind in LISTED and after.kind == before.kind and not _new_statement(marks, at, here):
        return False
    rest = marks[at + 1 :]
    ahead = _until_cut(rest)
    if (
        any(mark.kind in ("ADDITION", "NO_ADDITION") for mark in ahead)
        and any(mark.kind == "LEFT" for mark in here)
        and not any(mark.kind == "LEFT" for mark in ahead)
    ):
        return False
    if after.kind in ("NEG", "WITHOUT") and kind in ("COMMA", "AND"):
        return any(mark.kind in STATES or mark.kind in PREDICATES for mark in here)
    if kind == "COLON":
        return any(m.kind in STATES for m in here) and any(m.kind in STATES for m in ahead)
    if kind in ("AND", "AMP", "PLUS"):
        left = any(m.kind in STATES or m.kind in PREDICATES for m in here)
        return left and any(m.kind in STATES or m.kind in ("DO", "PAY", "BUNDLED", "APPEND") for m in ahead)
    return any(m.kind in STATES or m.kind == "TOGETHER" for m in here) and any(
        m.kind in STATES or m.kind in ("DO", "APPEND") for m in ahead
    )


def _case_ends(marks: list[Mark], at: int, here: list[Mark]) -> bool:
    """ "If you bill 77373, 77387 ...": the case of one code ends where another code begins."""
    if kind_of(marks[at]) != "COMMA" or not {"DO", "CODE"} <= {mark.kind for mark in here}:
        return False
    return any(mark.kind == "CODE" for mark in _until_cut(marks[at + 1 :]))


def _new_statement(marks: list[Mark], at: int, here: list[Mark]) -> bool:
    """ "6 units of 77427, 77336 is 5": the code after the comma begins a statement of its own."""
    stated = any(mark.kind in ("UNITS", "FREQ", "NUM") for mark in here)
    ahead = _until_cut(marks[at + 1 :])
    if (
        any(mark.kind in STATES for mark in here)
        and any(mark.kind in STATES for mark in ahead)
        and marks[at].kind == "PUNCT"
    ):
        return True
    return (
        stated
        and any(mark.kind in ("UNITS", "FREQ", "NUM", "NONE") for mark in ahead)
        and here[-1].kind in ("CODE", "SERVICE")
    )


def _until_cut(marks: Sequence[Mark]) -> list[Mark]:
    for at, mark in enumerate(marks):
        if kind_of(mark) in HARD or kind_of(mark) == "COMMA":
            return list(marks[:at])
    return list(marks)


def _merged(pieces: list[Clause]) -> list[Clause]:
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
                if piece.joint in ("semi", "but", "stop") and earlier.acts():
                    result.append(earlier)
                elif earlier.joint == "if" and {"DO", "CODE"} <= {mark.kind for mark in earlier.marks}:
                    result.append(earlier)  # "if you bill 77373, ..." is a case of its own
                elif earlier.joint == "if" or _only_facts(earlier):
                    piece.facts += earlier.marks
                    piece.joint = piece.joint if earlier.joint in ("", "if", ",") else earlier.joint
                else:
                    piece.marks = earlier.marks + piece.marks
                    piece.joint = earlier.joint
            waiting = []
            result.append(piece)
        elif result and _only_facts(piece) and piece.joint in ("if", ",", "open", "close", "because", ""):
            result[-1].facts += piece.marks
        else:
            if piece.joint == "but" and _agent_acts(piece) and len(waiting) == 1 and _agent_acts(waiting[0]):
                result += waiting  # "the hospital bills 77412 and the physician bills 77427"
                waiting = []
            waiting.append(piece)
    if waiting and waiting[0].joint == "if" and {"DO", "CODE"} <= {mark.kind for mark in waiting[0].marks}:
        return [*result, *waiting]
    if waiting and result and all(_trailing(one) for one in waiting):
        for piece in waiting:
            result[-1].marks += piece.marks
        return result
    if waiting:
        merged = Clause([mark for piece in waiting for mark in piece.marks], waiting[0].joint)
        result.append(merged)
    return result


def _agent_acts(piece: Clause) -> bool:
    return piece.acts() and any(mark.kind in ("BILLER", "SETTING") for mark in piece.marks)


A_PART = frozenset("TECHNICAL PROFESSIONAL WORD ARTICLE PRONOUN PUNCT".split())


def _only_a_part(piece: Clause) -> bool:
    kinds = {mark.kind for mark in piece.marks}
    first = piece.marks[0]
    second = piece.marks[1].said if len(piece.marks) > 1 else ""
    if first.kind == "PRONOUN" and (first.said.endswith("'s") or second in ("is", "was")):
        return False  # "It is technical only, so ..." says so by itself
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
