"""One clause: the marks that belong together, and whether they state, act, or only deny."""

# ruff: noqa: E501 - patterns and lists of phrases: one thought, one line
from __future__ import annotations

from dataclasses import dataclass, field

from assistant.checking.marking.marks import Mark

# What a clause can state by itself.
STATES = frozenset(
    """NUM UNITS FREQ MOD ANY_MODIFIER NO_MODIFIER PAY BUNDLED ENDED ACTIVE REPLACED REPLACES TECHNICAL PROFESSIONAL GLOBAL SPLIT NONE
    ADDITION NO_ADDITION PER_DATE LETTER PCTC MUE ONCE TWICE MONEY SETCOUNT LEFT ARITH DAYS NEG WITHOUT SEPARATE STANDING AT_MOST
    ORDINAL NOT_HERE DOUBT OPTIONAL INSTEAD NO_PARTS LEFT_ADDS PCTC_WORD SUM LEAST TAKE_OFF UNNEEDED THRESHOLD MANY CAP BELONGS SAME NOT_BOTH DENIED STOP_PAY START_PAY
    LOSES IN_SO_LONG SESSIONS_COUNT NO_WINDOW WINDOW_WORD MAI STOPS WINDOW LAG INSIDE
    OFF_BY INDICATOR COLUMN APC OPENS CLOSED GLOBAL_DAYS CONDITIONAL NTH_UNIT HANGS_ON UNMOVED LENGTH LONGER ADD_ON APART LIFT""".split()
)


PREDICATES = frozenset({"ON_BILL", "DO", "APPEND", "NEED", "PAY", "SEPARATE", "BUNDLED", "TOGETHER", "OK", "LINK"})


FACTS = frozenset(
    "SYSTEM DATE PAYER SETTING BILLER FACT SITE FRACTIONS SCHEDULE DURATION NOW THEN COUNTED SHORT".split()
)


BARE = frozenset("WORD NEG SETTING BILLER PAYER DATE PUNCT PRONOUN OK AND LINK ARTICLE SYSTEM NOW THEN".split())


WHOSE = frozenset("SETTING BILLER PAYER DATE NOW".split())  # what such a denial is of


@dataclass(slots=True)
class Clause:
    """Marks that belong together; `joint` is what stands before them ("", "but", "because", "so", "open", "if")."""

    marks: list[Mark]
    joint: str = ""
    facts: list[Mark] = field(default_factory=list)  # from fact-only stretches beside it
    reason: list[Mark] = field(default_factory=list)  # what is told as its reason: it narrows nothing
    told_if: list[Mark] = field(default_factory=list)  # the words of its condition

    def states(self) -> bool:
        return any(mark.kind in STATES for mark in self.marks)

    def acts(self) -> bool:
        """ "The physician bills 77427": a statement of its own, though it counts nothing."""
        kinds = {mark.kind for mark in self.marks}
        return self.joint != "if" and bool(kinds & {"DO", "ON_BILL"}) and bool(kinds & {"CODE", "PRONOUN"})

    def whole(self) -> bool:
        """ "77412 would require several isocenters": a code and a verb, and so a statement of its own."""
        kinds = {mark.kind for mark in self.marks}
        being = any(mark.said in ("is", "are") for mark in self.marks)
        doing = any(mark.kind in ("DO", "NEED") or (mark.kind == "LINK" and mark.said != "be") for mark in self.marks)
        return self.joint != "if" and "CODE" in kinds and (being or doing)

    def tells(self) -> bool:
        """ "Two isocenters qualify for 77412": as whole a statement with another verb."""
        kinds = {mark.kind for mark in self.marks}
        return self.joint != "if" and {"LINK", "CODE", "FACT"} <= kinds

    def only_denies(self) -> bool:
        """ "..., not on the hospital's": the verb is left out."""
        kinds = [mark.kind for mark in self.marks]
        return set(kinds) <= BARE and kinds.count("NEG") == 1 and bool(set(kinds) & WHOSE)

    def predicates(self) -> bool:
        return any(mark.kind in STATES or mark.kind in PREDICATES for mark in self.marks)
