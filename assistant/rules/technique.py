"""Which codes a stereotactic technique calls for, and which it leaves no room for.

## What it does
A stereotactic course has delivery and management codes of its own, for at most five fractions.

## Why it matters
77427 or image guidance billed beside a stereotactic course is billed twice: 77435 manages the whole course and
77373 contains the guidance. Beyond five fractions it is no stereotactic course, whatever the plan is called.

## Example
SBRT, 5 fractions: 77373 on five dates, 77435 once, no 77427. SBRT, 8 fractions: a delivery level and 77427.

## References
The unit rules (course_fractions) and relations of 77373, 77435 and 77427 in the rule book.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from assistant.rules.codes import either
from corpus.rulebook import CodeEntry, Reference, Relation, UnitRule, entry

STEREOTACTIC = frozenset({"srs", "sbrt"})
CATEGORY = "stereotactic"
BY_MACHINE = (("77371", "77372"), ("77437", "77438"))
DELIVERY = {"sbrt": ("77373",), "srs": ("77371", "77372", "77373")}


# Courses of no external beam, which weekly management is of.
OWN_MANAGEMENT: dict[str | None, tuple[str, ...]] = {
    "iort": ("77469",), "hdr": (), "ldr": (), "superficial": (), "hyperthermia": (),
}  # fmt: skip
# What the rule book's own words for a code say of its machine.
MACHINES = {"cobalt": "cobalt", "linac": "linear accelerator", "orthovoltage": "orthovoltage"}
# The technique that a code's own name in the rule book ties it to.
TECHNIQUES = re.compile(
    r"\b(?P<imrt>IMRT)\b|\b(?P<three>3-D)\b|\b(?P<proton>proton)\b|\b(?P<brachytherapy>brachytherapy|high-dose-rate)\b"
)


class TakenIn(NamedTuple):
    """Why a code has no place beside the codes of the technique."""

    why: str
    see: tuple[str, ...]
    references: tuple[Reference, ...]


def is_stereotactic(technique: str | None, fractions: int | None) -> bool:
    """Whether the course is stereotactic by technique and length; an unknown length is taken at its word."""
    return technique in STEREOTACTIC and (fractions is None or fractions <= 5)


def machine_named(code: str) -> str | None:
    """The machine that the rule book names for a code; most codes are of any."""
    known = entry(code)
    said = " ".join((known.name, *(period.service for period in known.periods))).lower() if known else ""
    return next((machine for machine, words in MACHINES.items() if words in said), None)


@lru_cache(maxsize=256)
def technique_named(code: str) -> str | None:
    """The technique without which the code is never billed; None where its name ties it to none."""
    known = entry(code)
    found = TECHNIQUES.search(known.name) if known else None
    return None if found is None else {"three": "3d"}.get(found.lastgroup or "", found.lastgroup)


def serves_machine(code: str, machine: str | None) -> bool:
    """Whether a code that is told apart by its machine is that of the machine told."""
    siblings = next((one for one in BY_MACHINE if code in one), ())
    if machine is None or not any(machine_named(one) == machine for one in siblings):
        return True
    return machine_named(code) == machine


def management(technique: str | None, fractions: int | None, day: date) -> tuple[str, ...]:
    """The management code of the course; several when the fractions are not known, none where nothing held names it."""
    if technique in OWN_MANAGEMENT:
        return OWN_MANAGEMENT[technique]
    if is_stereotactic(technique, fractions):
        cranial = technique == "srs"
        if cranial and fractions == 1:
            return ("77432",)
        return ("77432", "77435") if cranial and fractions is None else ("77435",)
    if fractions is None:
        return ("77427", "77431")
    return ("77427",) if _serves("77431", fractions, day) is False else ("77431",)


def taken_in(known: CodeEntry, technique: str | None, fractions: int | None, day: date) -> TakenIn | None:
    """Why this code has no place in a stereotactic course, or None when it has or the course is none."""
    if not is_stereotactic(technique, fractions) or known.category == CATEGORY or known.code == "77432":
        return None
    delivery, managed = DELIVERY[technique or "sbrt"], management(technique, fractions, day)
    for tie in known.relations:
        if tie.kind in ("not_with", "included_in") and tie.holds_on(day) and set(tie.codes) & {*delivery, *managed}:
            return _by(tie, known, tuple(code for code in (*delivery, *managed) if code in tie.codes))
    for code in (*managed, *delivery):
        other = entry(code)
        for tie in other.relations if other else ():
            if tie.kind in ("not_with", "includes") and tie.holds_on(day) and known.code in tie.codes:
                return _by(tie, known, (code,))
    if known.category != "delivery":
        return None
    own = entry(delivery[0])
    references = tuple(rule.reference for rule in own.units if rule.holds_on(day)) if own else ()
    return TakenIn(
        f"A stereotactic session is delivered with {either(delivery)}, not {known.code}.", delivery, references
    )


def _by(tie: Relation, known: CodeEntry, codes: tuple[str, ...]) -> TakenIn:
    why = f"{known.code} is not reported with {either(codes)} in a stereotactic course: {tie.note or tie.kind}."
    return TakenIn(why, codes, (tie.reference,))


def _serves(code: str, fractions: int, day: date) -> bool | None:
    known = entry(code)
    rules = [rule for rule in known.units if rule.holds_on(day) and rule.course_fractions] if known else []
    return fits(rules[0], fractions) if rules else None


def fits(rule: UnitRule, fractions: int | None) -> bool:
    """Whether the code serves courses of this many fractions; an unknown number does not speak against it."""
    if rule.course_fractions is None or fractions is None:
        return True
    least, most = rule.course_fractions
    return least <= fractions <= most
