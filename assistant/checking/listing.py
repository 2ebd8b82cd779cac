"""What the heading or the line before a list says of its bare items: "Codes deleted for 2026:" over "77386"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.checking.advice import Advice
from assistant.checking.composing.rows import composed
from assistant.checking.marking.marks import Mark
from assistant.reading.service_codes import CANDIDATES
from assistant.rules.code_sets import LEVELS

# A list under one of these says something of each item, and an item alone does not tell that it is so.
SAYING = frozenset(
    """ENDED ACTIVE REPLACED REPLACES START NEG WITHOUT NONE BUNDLED SEPARATE PAY STOP_PAY START_PAY TAKE_OFF DENIED
    UNNEEDED OPENS CLOSED
    NOT_BOTH LIFT APPEND MOD TECHNICAL PROFESSIONAL GLOBAL EXCEPT""".split()
)
CRITERIA = frozenset("criterion criteria level levels qualifies qualify".split())


def said_by_list(
    lead: tuple[str, ...], row: Sequence[Mark], named: tuple[str, ...], today: date
) -> tuple[Advice, ...] | None:
    """Advice on a bare code or service by its list; () where the list says what is not read, None where nothing."""
    if not lead:
        return None
    heads = [mark for line in lead for mark in composed(line, today)]
    told = any(mark.kind == "CODE" for mark in row)
    kinds = {mark.kind for mark in heads} & SAYING
    if kinds in ({"ENDED"}, {"ACTIVE"}) and told:
        value = "ended" if "ENDED" in kinds else "valid"
        return tuple(Advice("validity", (code,), value) for code in named)
    if kinds or (not told and any(_of_levels(mark) for mark in heads)):
        return ()
    return None


def _of_levels(mark: Mark) -> bool:
    """ "Level 3 criteria", "Level 2 (77407)"."""
    if mark.kind == "SERVICE":
        return bool({one.code for one in CANDIDATES.get(mark.value.name, ())} & set(LEVELS))
    return (mark.kind == "CODE" and mark.value in LEVELS) or bool(set(mark.said.split()) & CRITERIA)
