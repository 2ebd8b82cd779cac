"""Whether whoever a clause names acts in it: bills, is paid, or heads a line of codes."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.checking.marks import Mark

CHARGES = frozenset("charge charges claim claims bill".split())


def is_label(marks: Sequence[Mark], at: int) -> bool:
    """ "Physician: 77301, no modifier", and the first cell of a row."""
    opens = all(mark.kind == "ARTICLE" or mark.value in ("the", "a", "for", "-") for mark in marks[:at])
    after = marks[at + 1] if at + 1 < len(marks) else None
    if after is not None and after.said in CHARGES:  # "facility charges: ..."
        after = marks[at + 2] if at + 2 < len(marks) else None
        return opens and after is not None and after.value == ":"
    return opens and after is not None and (after.kind == "CODE" or after.value in (":", "|"))


def is_paid(marks: Sequence[Mark], at: int) -> bool:
    """ "payable to the hospital", "pays the facility": whoever is paid has billed it."""
    before = [mark for mark in marks[max(0, at - 4) : at] if mark.kind != "ARTICLE" and mark.value != "the"]
    if before and before[-1].kind == "PAY" and marks[at - 1].kind != "PAY":
        return before[-1].said in ("pay", "pays", "paid", "reimburse", "reimburses")
    return bool(before) and before[-1].value == "to" and any(mark.kind == "PAY" for mark in before)


def is_agent(marks: Sequence[Mark], at: int) -> bool:
    """ "the hospital bills", "by the physician": whoever acts is the biller."""
    after = [mark for mark in marks[at + 1 : at + 4] if mark.kind not in ("WORD", "NEG", "OK", "ONLY")]
    if marks[at].kind == "SETTING" and any(mark.kind == "BILLER" for mark in marks[max(0, at - 4) : at]):
        placed = [mark.said for mark in marks[max(0, at - 3) : at]]
        if {"in", "at"} & set(placed) or placed[-1:] == ["hospital-based"]:
            return False  # "the physician in a hospital adds 26": the physician acts
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
