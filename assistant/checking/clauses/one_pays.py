"""Of two codes asked about together, the one that pays and the one that is denied: "77301 is paid and 77290 denies"."""

from __future__ import annotations

from assistant.checking.advice import Advice
from assistant.checking.clauses.clause_reading import Background, Frame
from assistant.checking.marking.marks import Mark

PLAIN = frozenset("CODE PAY DENIED NEG AND BUT PUNCT WORD OK ARTICLE THEN TOGETHER PER_DATE LINK".split())
AT_ONCE = ("same date", "same day", "one date", "one day", "together", "same claim")


def one_pays(row: list[Mark], background: Background) -> Frame | None:
    """Both things said of the pair; None for any other row."""
    codes = [(at, str(mark.value)) for at, mark in enumerate(row) if mark.kind == "CODE"]
    asked = set(background.asked_codes)
    if len(codes) != 2 or len(asked) != 2 or {code for _, code in codes} != asked or not _plain(row):
        return None
    first, second = row[codes[0][0] : codes[1][0]], row[codes[1][0] :]
    fates = [_fate(first), _fate(second)]
    if codes[0][0] > 1 or sorted(fates) != ["denied", "paid"]:
        return None
    pays, other = (code for _, code in (codes if fates[0] == "paid" else codes[::-1]))
    told = [
        Advice("pair", (pays, other), "together", polarity=False, condition=background.condition),
        Advice("pair", (pays, other), ("stays",), condition=background.condition),
    ]
    return Frame(told, [], (pays, other), background.condition)


def _plain(row: list[Mark]) -> bool:
    at_once = all(mark.said.endswith(AT_ONCE) for mark in row if mark.kind in ("TOGETHER", "PER_DATE"))
    return at_once and {mark.kind for mark in row} <= PLAIN


def _fate(part: list[Mark]) -> str:
    """What becomes of the code that opens the part; empty where it is said twice or not at all."""
    paid = [mark for mark in part if mark.kind == "PAY"]
    refused = [mark for mark in part if mark.kind == "DENIED"]
    nots = [mark for mark in part if mark.kind == "NEG"]
    if not paid and not refused and len(nots) == 1:
        return "denied"  # "77301 pays, 77280 doesn't"
    if len(paid) + len(refused) != 1 or len(nots) > len(paid):
        return ""
    return "denied" if refused or nots else "paid"
