"""Run cases through the gate and count: leaked, blocked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from assistant.checking.advice import Advice
from assistant.checking.checked import Checked
from assistant.checking.gate import check
from assistant.reading.facts import read_facts
from assistant.scenario import Scenario
from evals.gate.cases import Case

TODAY = date(2026, 11, 22)


@dataclass(slots=True)
class Tally:
    """Right and wrong texts of one kind, and the ones that went the wrong way."""

    right: int = 0
    wrong: int = 0
    blocked: list[Case] = field(default_factory=list)
    leaked: list[Case] = field(default_factory=list)


@lru_cache(maxsize=2048)
def heard(question: str) -> tuple[Scenario, Advice | None]:
    """The facts and the proposition of a question."""
    if not question:
        return Scenario(), None
    reading = read_facts(question, TODAY)
    return reading.scenario, reading.proposition


def through_the_gate(text: str, question: str) -> Checked:
    scenario, proposition = heard(question)
    asks = "?" in question
    return check(text, scenario, question if asks else None, proposition, today=TODAY)


def stands(checked: Checked) -> bool:
    """Whether the text is on the screen as it was written: nothing that advises was replaced or withheld."""
    advising = [one for one in checked.sentences if one.reading.verdict != "harmless" or one.fate != "shown"]
    return bool(checked.shown) and all(one.fate == "shown" for one in advising)


def score(cases: Iterable[Case]) -> dict[str, Tally]:
    """Tallies by kind."""
    tallies: dict[str, Tally] = {}
    for case in cases:
        tally = tallies.setdefault(case.kind, Tally())
        shown = _shown(case)
        if case.right:
            tally.right += 1
            if not shown:
                tally.blocked.append(case)
        else:
            tally.wrong += 1
            if shown:
                tally.leaked.append(case)
    return tallies


def _shown(case: Case) -> bool:
    """Whether the text stands. A crash is a failure of its case, whichever way the case would have had it."""
    try:
        return stands(through_the_gate(case.text, case.question))
    except Exception:  # noqa: BLE001  # whatever it is, the other cases have their figures
        return not case.right
