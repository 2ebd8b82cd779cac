"""Who acts in a clause, and so whose bill it speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.checking.marks import Mark

PAID = frozenset({"pay", "pays", "paying", "reimburse", "reimburses", "reimbursing"})


def _past_its_place(marks: Sequence[Mark], at: int) -> Sequence[Mark]:
    """What follows, past "in a hospital": "a physician in a hospital bills ..."."""
    ahead = marks[at + 1 : at + 6]
    for i, mark in enumerate(ahead):
        if mark.said in ("in", "at") and marks[at].kind == "BILLER":
            place = next((j for j in range(i + 1, len(ahead)) if ahead[j].kind not in ("ARTICLE", "WORD")), None)
            return (
                marks[at + 2 + place : at + 5 + place]
                if place is not None and ahead[place].kind == "SETTING"
                else ahead[:3]
            )
        if mark.kind not in ("WORD", "NEG", "OK", "ONLY", "DO"):
            break
        if mark.kind == "DO" and mark.said not in ("working", "using"):
            break
    return marks[at + 1 : at + 4]


def is_agent(marks: Sequence[Mark], at: int) -> bool:
    """ "the hospital bills", "by the physician", "pays the physician": whoever acts or is paid is the biller."""
    said = [
        mark for mark in marks[max(0, at - 3) : at] if mark.kind != "ARTICLE" and mark.said not in ("the", "a", "any")
    ]
    if said and said[-1].kind == "PAY" and said[-1].said in PAID:
        return True
    if said and said[-1].said in ("in", "at", "inside", "within") and marks[at].kind == "SETTING":
        return False  # "a physician working in a hospital bills it"
    if any(mark.kind == "WORD" and mark.said in ("claim", "claims") for mark in marks[at + 1 : at + 2]):
        return True  # "on physician claims"
    if said and said[-1].said == "hospital-based":
        return False
    after = [mark for mark in _past_its_place(marks, at) if mark.kind not in ("WORD", "NEG", "OK", "ONLY")]
    if (
        after
        and after[0].kind in ("DO", "APPEND", "PAY", "LINK")
        and not any(mark.kind == "PUNCT" for mark in marks[at + 1 : at + 2])
    ):
        return True
    opens = all(mark.kind == "ARTICLE" or mark.value in ("the", "a") for mark in marks[:at])
    if opens and any(mark.kind == "TAKE_OFF" for mark in marks[at + 1 : at + 7]) and marks[at + 1].kind != "PUNCT":
        return True  # "the nursing facility should leave 77427 off its bill"
    before = marks[max(0, at - 2) : at]
    return any(mark.kind == "WORD" and mark.value in ("by", "side") for mark in before)
