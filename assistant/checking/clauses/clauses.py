"""A sentence's marks cut into clauses: stretches that each say one thing of one subject.

Facts without a statement ("For 28 fractions in 2025,") belong to the statement beside them. A bracket that
states nothing ("(77427)") is read as if it stood without brackets.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.checking.clauses.clause import PREDICATES, STATES, Clause
from assistant.checking.clauses.merging import merged
from assistant.checking.marking.marks import Mark
from assistant.checking.marking.shapes import HELPING, kind_of

# After these "as" gives a reason ("as it calls for three") and likens nothing ("counts as one more").
REASONS = frozenset({"NEED", "LINK", "DO", "PAY", "SPAN", "BUNDLED"})
MODIFIER_NUMBERS = (25, 26, 59, 76, 77)
ITS = frozenset({"it", "its", "it's", "they", "they're", "their"})
BEING = frozenset("is are was were has have had".split())
CONCLUDES = frozenset(
    {"therefore", "so", "thus", "hence", "which means", "meaning that", "that means", "this means", "meaning"}
    | {"as a result", "consequently", "accordingly", "so that", "in other words", "i.e", "ie", "thereby"}
)
HARD = frozenset({"SEMI", "STOP", "ASKED", "BUT", "BECAUSE", "RATHER", "OPEN", "CLOSE", "PIPE"})
SOFT = frozenset({"COMMA", "AND", "AMP", "DASH", "COLON", "SLASH", "PLUS"})
OPENING = frozenset('(["')  # signs of a bracket or a quotation
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
    return merged(_cut(_without_empty_brackets(list(marks))))


def _without_empty_brackets(marks: list[Mark]) -> list[Mark]:
    if not any(mark.kind == "PUNCT" and mark.value in OPENING for mark in marks):
        return marks
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
        if kind == "BECAUSE" and mark.said == "as" and _likens(marks, at, here):
            here.append(mark)  # "counts as one more"
            continue
        aside = kind == "COMMA" and joint == "rather" and at + 1 < len(marks) and marks[at + 1].said == "which"
        ended = _case_ends(marks, at, here) if joint == "if" else joint == "because" and _reason_ends(marks, at, here)
        if kind in HARD or aside or ended or (kind in SOFT and _soft_cut(marks, at, here)):
            if here:
                pieces.append(Clause(here, joint))
            here, joint = ([mark] if kind == "NEG" else []), _joint(mark, kind)
            joint = "," if joint == "because" and _no_reason(marks, at) else joint
            if kind in ("DASH", "COLON") and at + 1 < len(marks) and marks[at + 1].said in ITS:
                joint = "because"  # "77470 is bundled - it has an MUE of 1"
            continue
        if (kind == "IF" and mark.said != "where") or (kind == "IF" and here and any(m.kind in STATES for m in here)):
            if here:
                pieces.append(Clause(here, joint))
            apart = any(one.kind == "APART" for one in _until_cut(marks[at + 1 :]))
            narrowed = (
                mark.said.startswith("only") and not apart
            )  # "only when the hospital agrees", "only if both fall"
            here, joint = ([replace(mark, kind="ONLY")] if narrowed else []), "if"
            continue
        here.append(mark)
    if here:
        pieces.append(Clause(here, joint))
    return pieces


OPENING_WITH = frozenset(
    {"with or without", "with", "even with", "without", "without a modifier", "without any modifier"}
)
A_MODIFIER = frozenset("OPTIONAL TOGETHER REGARDLESS WITHOUT MOD NO_MODIFIER MODIFIER_WORD WORD ARTICLE AND".split())


def _joint(mark: Mark, kind: str) -> str:
    if kind == "BECAUSE" and mark.said in CONCLUDES:
        return "so"
    return {"BUT": "but", "RATHER": "rather", "OPEN": "open", "CLOSE": "close", "BECAUSE": "because", "NEG": "not"}.get(
        kind, "," if kind in ("COMMA", "AND", "SLASH", "DASH", "COLON", "AMP") else kind.lower()
    )


def _likens(marks: list[Mark], at: int, here: list[Mark]) -> bool:
    """ "as" inside a statement that gives no reason."""
    ahead = marks[at + 1 : at + 3]
    told = len(ahead) == 2 and ahead[0].kind in ("PRONOUN", "CODE") and ahead[1].kind in REASONS
    reason = told or (len(ahead) == 2 and ahead[0].said == "there")  # "as there were eight plans"
    return bool(here) and kind_of(here[-1]) not in ("COMMA", "DASH") and not reason


def _no_reason(marks: list[Mark], at: int) -> bool:
    """ "as an add-on for the field", "a service that is billed by the physician": what it is, and no reason."""
    if marks[at].said == "that is":
        return True
    ahead = _until_cut(marks[at + 1 :])
    role = marks[at].said == "as" and " ".join(mark.said for mark in ahead[:1]).startswith(("a ", "an ", "an", "a"))
    return role and not any(mark.said in BEING or mark.kind in ("LINK", "DO", "PAY", "OK") for mark in ahead)


def _soft_cut(marks: list[Mark], at: int, here: list[Mark]) -> bool:
    """A comma, "and" or dash parts two statements, and nothing else."""
    if not here:
        return False
    kind = kind_of(marks[at])
    before, after = here[-1], marks[at + 1] if at + 1 < len(marks) else None
    if after is None or (marks[at].said in ("then", "also") and before.said in HELPING):
        return False  # "are then billed", "could also report"
    if after.kind == "AND" and kind == "COMMA":
        return _soft_cut(marks, at + 1, here)
    if kind == "COMMA" and here[0].said in OPENING_WITH and {mark.kind for mark in here} <= A_MODIFIER:
        return False  # "even with XS, 77290 is denied"
    if kind == "DASH" and before.kind == "CODE" and after.kind == "MOD" and after.said:
        return False  # "Medicare pays 77387-26"
    if kind == "COMMA" and before.value in MODIFIER_NUMBERS and before.noun is None and after.kind == "MOD":
        return False  # "59, XS or XU cannot unlock it"
    if {before.kind, after.kind} == {"MOD", "NUM"} and kind in ("AND", "SLASH") and _of_modifiers(before, after):
        return False  # "a modifier such as XE or 59"
    if kind == "SLASH" and before.kind == after.kind == "MOD":
        return False  # "no 26 / TC"
    if {before.kind, after.kind} == {"PROFESSIONAL", "TECHNICAL"} and [m.kind for m in marks[at + 2 : at + 3]] == [
        "SPLIT"
    ]:
        return False  # "no professional/technical split"
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
        if here[-1].kind == "MOD" and here[-1].said and len(here) < 4:
            return False  # "77387-TC: not payable"
        return any(m.kind in STATES for m in here) and any(m.kind in STATES for m in ahead)
    if kind in ("AND", "AMP", "PLUS"):
        left = any(m.kind in STATES or m.kind in PREDICATES for m in here)
        return left and any(m.kind in STATES or m.kind in ("DO", "PAY", "BUNDLED", "APPEND") for m in ahead)
    return any(m.kind in STATES or m.kind == "TOGETHER" for m in here) and any(
        m.kind in STATES or m.kind in ("DO", "APPEND") for m in ahead
    )


def _of_modifiers(before: Mark, after: Mark) -> bool:
    number = before if before.kind == "NUM" else after
    return number.noun is None and number.value in MODIFIER_NUMBERS


def _case_ends(marks: list[Mark], at: int, here: list[Mark]) -> bool:
    """ "If you bill 77373, 77387 ...": the case of one code ends where another code begins."""
    if kind_of(marks[at]) != "COMMA" or not {"DO", "CODE"} <= {mark.kind for mark in here}:
        return False
    return any(mark.kind == "CODE" for mark in _until_cut(marks[at + 1 :]))


def _reason_ends(marks: list[Mark], at: int, here: list[Mark]) -> bool:
    """ "Because two isocenters are treated, it is 77412": a reason that opens the sentence ends at its comma."""
    opens = bool(here) and all(kind_of(mark) == "BECAUSE" for mark in marks if mark.end <= here[0].start)
    if not opens or kind_of(marks[at]) != "COMMA" or any(mark.kind in STATES for mark in here):
        return False
    return any(mark.kind in ("CODE", "PRONOUN", "SERVICE") for mark in _until_cut(marks[at + 1 :]))


def _new_statement(marks: list[Mark], at: int, here: list[Mark]) -> bool:
    """ "6 units of 77427, 77336 is 5": the code after the comma begins a statement of its own."""
    if _list_goes_on(marks[at + 1 :]):
        return False
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


def _list_goes_on(ahead: Sequence[Mark]) -> bool:
    """ "..., 77407 or 77412 and is not reported again": codes to the end of a list, and no subject of what follows."""
    end = 0
    while end < len(ahead) and (ahead[end].kind in ("CODE", "AND", "MOD") or kind_of(ahead[end]) == "COMMA"):
        end += 1
    listed = [mark.kind for mark in ahead[:end]]
    modifiers = set(listed) <= {"MOD", "AND", "PUNCT"} and listed[-2:] == ["AND", "MOD"]  # "59, XS or XU cannot ..."
    return modifiers or (listed[-1:] == ["AND"] and "AND" in listed[:-1] and listed[-2] == "CODE")


def _until_cut(marks: Sequence[Mark]) -> list[Mark]:
    for at, mark in enumerate(marks):
        if kind_of(mark) in HARD or kind_of(mark) == "COMMA":
            return list(marks[:at])
    return list(marks)
