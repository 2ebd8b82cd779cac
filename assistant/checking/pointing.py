"""Which of several codes a clause without a code means: the one of the kind that it speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.checking.advice import Advice
from assistant.checking.marking.marks import Mark
from corpus.rulebook import entry

RIVALS = frozenset({"5 fractions", "course", "day"})  # whoever counts sessions may speak, rightly or not, of these
THINGS = {"fraction": "session", "session": "session", "treatment": "session"}


def of_its_kind(advice: Sequence[Advice], row: Sequence[Mark], named: Sequence[str]) -> tuple[Advice, ...]:
    """ "Two sessions make two units", of 77771 and 77300: only the one is counted by sessions."""
    codes = tuple(dict.fromkeys(code for one in advice for code in one.codes))
    meant = [code for code in codes if _speaks_of(code, codes, advice, row)]
    if len(meant) != 1 or not set(codes) <= set(named) or any(set(one.codes) != set(codes) for one in advice):
        return tuple(advice)
    return tuple(replace(one, codes=(meant[0],)) for one in advice)


def _speaks_of(code: str, codes: Sequence[str], advice: Sequence[Advice], row: Sequence[Mark]) -> bool:
    if all(isinstance(one.value, tuple) and one.value[0] == "add_on" for one in advice):
        return code == codes[0] and _adds_on(code) and not any(_adds_on(other) for other in codes[1:])
    if not all(one.kind in ("units", "frequency") for one in advice):
        return False
    counted = {_thing(mark) for mark in row} - {""}
    bases = {other: _bases(other) for other in codes}
    if len(counted) != 1 or any(not base or base & RIVALS for base in bases.values()):
        return False  # "bill it with every fraction", of a code that is billed once per course: said of that one
    if any(mark.kind == "PRONOUN" for mark in row):
        return False
    return counted <= bases[code]


def _bases(code: str) -> set[str]:
    known = entry(code)
    pers = [rule.one_per for rule in known.units] if known else []
    return {f"{one.fractions} fractions" if one.fractions else str(one.thing) for one in pers}


def _adds_on(code: str) -> bool:
    known = entry(code)
    return known is not None and any(one.kind == "add_on_to" for one in known.relations)


def _thing(mark: Mark) -> str:
    """What is counted: sessions, calculations, devices."""
    if mark.kind == "FREQ":
        return str(mark.value[1]) if isinstance(mark.value, tuple) else ""
    if mark.kind in ("FRACTIONS", "COUNTED", "DAYS"):
        return THINGS.get(mark.noun or "", mark.noun or "")
    return ""
