"""What a "not" denies: the next verb or object to its right, and what is coordinated with it."""

# ruff: noqa: E501 - patterns and lists of phrases: one thought, one line
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.checking.marking.marks import Mark

OBJECTS = frozenset(
    """NUM UNITS FREQ MOD ANY_MODIFIER NO_MODIFIER ENDED ACTIVE REPLACED REPLACES TECHNICAL PROFESSIONAL GLOBAL SPLIT PER_DATE LETTER PCTC
    MUE ONCE TWICE NONE BUNDLED TOGETHER ADDITION START INDICATOR COLUMN APC PAIR ADD_ON EXTENT GLOBAL_DAYS NTH_UNIT BELONGS""".split()
)


DENYING = frozenset({"NEG", "WITHOUT", "DENIED", "TAKE_OFF"})  # a clause without them denies nothing
VERBS = frozenset({"DENIED", "TAKE_OFF", "DO", "APPEND", "NEED", "PAY", "SEPARATE", "LINK", "OK", "ON_BILL"})


@dataclass(slots=True)
class Denials:
    """Positions of marks that a "not" denies; `loose` are those that deny nothing we know."""

    verbs: set[int]
    objects: set[int]
    codes: set[int]
    loose: set[int]


def denials(marks: Sequence[Mark]) -> Denials:
    """Each "not" denies the next verb or object to its right; "without" the next modifier."""
    found = Denials(set(), set(), set(), set())
    for at, mark in enumerate(marks):
        if mark.kind not in ("NEG", "WITHOUT") or (mark.said == "nor" and _of_places(marks, at)):
            continue
        target = _target(marks, at)
        if target is not None and _with_a_modifier(marks, target):
            target = next(i for i in range(target + 1, len(marks)) if marks[i].kind == "MOD")
        if target is None:
            found.loose.add(at)
        elif marks[target].kind in ("CODE", "SERVICE"):
            verb = _verb_after_list(marks, target) if mark.said in ("neither", "nor") else None
            on_bill = mark.said == "no" and [one.kind for one in marks[target + 1 : target + 2]] == ["ON_BILL"]
            if on_bill:
                found.verbs.add(target + 1)  # "no 77427 goes on the UB"
            elif verb is None:
                found.codes.add(target)
            elif mark.said == "neither":
                (found.verbs if marks[verb].kind in VERBS else found.objects).add(verb)
        elif marks[target].kind in VERBS:
            if target in found.verbs:
                found.loose.add(at)  # two nots on one verb
            found.verbs.add(target)
        else:
            found.objects |= _coordinated(marks, target)
    turned = [at for at, mark in enumerate(marks) if mark.kind in ("DENIED", "TAKE_OFF")]
    if {marks[at].kind for at in turned} == {"DENIED", "TAKE_OFF"}:
        found.loose.update(turned)  # "leaving it off is wrong"
    gerunds = [at for at in turned if marks[at].said.endswith("ing") or (at and marks[at - 1].said == "leaving")]
    if gerunds and any(mark.kind == "NEG" for mark in marks[gerunds[0] :]):
        found.loose.update(gerunds)  # "leaving off 26 isn't allowed"
    for at, mark in enumerate(marks):
        if mark.kind in ("DENIED", "TAKE_OFF"):  # denies by itself; "not denied" says nothing we dare to read
            (found.loose if at in found.verbs else found.verbs).add(at)
    return found


def _of_places(marks: Sequence[Mark], at: int) -> bool:
    """The "nor" of "neither the center nor the hospital": one denial of both."""
    first = next((i for i in range(at) if marks[i].said == "neither"), None)
    between = {mark.kind for mark in marks[first + 1 : at]} if first is not None else set()
    return "SETTING" in between and between <= {"SETTING", "WORD", "ARTICLE", "PUNCT"}


def _with_a_modifier(marks: Sequence[Mark], at: int) -> bool:
    """ "not with 26": the modifier is denied, not the "with"."""
    after = next(
        (mark for mark in marks[at + 1 : at + 4] if mark.kind not in ("WORD", "MODIFIER_WORD", "ARTICLE")), None
    )
    return marks[at].kind == "TOGETHER" and marks[at].said == "with" and after is not None and after.kind == "MOD"


def _verb_after_list(marks: Sequence[Mark], at: int) -> int | None:
    """ "neither 77407 nor 77412 has ...": what is said of both."""
    for i in range(at + 1, len(marks)):
        if marks[i].kind == "DO" and marks[i].said in ("code", "codes"):
            continue  # "neither management code is ..."
        if marks[i].kind in VERBS or marks[i].kind in OBJECTS:
            return i
        if marks[i].kind not in ("CODE", "SERVICE", "AND", "PUNCT", "WORD", "NEG"):
            return None
    return None


def _target(marks: Sequence[Mark], at: int) -> int | None:
    for i in range(at + 1, len(marks)):
        kind = marks[i].kind
        if marks[i].said in ("be", "been", "get") and i + 1 < len(marks) and marks[i + 1].kind in VERBS:
            continue  # "will not be rejected": the verb behind it
        if marks[at].kind == "WITHOUT" and kind not in (
            "MOD",
            "WORD",
            "ANY_MODIFIER",
            "MODIFIER_WORD",
            "ARTICLE",
            "PUNCT",
            "TECHNICAL",
            "PROFESSIONAL",
        ):
            return None
        if marks[at].said == "neither" and (kind == "SETTING" or marks[i].said == "nor"):
            continue  # "neither the center nor the hospital is paid"
        if kind in VERBS or kind in OBJECTS:
            return i
        if kind in ("CODE", "SERVICE"):
            return i
        if kind == "BECAUSE" and marks[i].said == "as":
            continue  # "not as 77285"
        if kind not in (
            "WORD",
            "PRONOUN",
            "ARTICLE",
            "AND",
            "BILLER",
            "ONLY",
            "PUNCT",
            "MODIFIER_WORD",
            "COMPONENT",
            "THING",
            "EVERY",
            "PAYER",
            "SEE",
            "ANY",
        ) and not (kind == "SETTING" and marks[at].said.endswith(("something", "let"))):
            return None
    return None


def _coordinated(marks: Sequence[Mark], target: int) -> set[int]:
    """ "neither 26 nor TC", "no 26 or TC": the denial reaches over its list."""
    reached = {target}
    for i in range(target + 1, len(marks)):
        if marks[i].kind == marks[target].kind:
            reached.add(i)
        elif marks[i].kind not in ("AND", "PUNCT", "WORD", "MODIFIER_WORD", "ARTICLE"):
            break
    return reached
