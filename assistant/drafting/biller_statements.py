"""Whose bill a code belongs on, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.decision import Decision
from assistant.drafting.statements import Statement, reason, sentence
from assistant.rules.biller import HOSPITAL, PLACES
from assistant.rules.finding import BillerRuling


def say_billers(decision: Decision) -> Iterator[Statement]:
    """Each code once: who cannot bill it and who does, the two bills of one that splits, or what it pays for."""
    for code in dict.fromkeys(one.code for one in decision.billers):
        rulings = [one for one in decision.billers if one.code == code]
        refused = [one for one in rulings if one.allowed is False]
        if not refused and _is_on_two_bills(rulings, decision.scenario.setting):
            where = PLACES[decision.scenario.setting or ""]
            parts = "the physician bills the professional part with 26, the facility its technical part"
            text = sentence(decision.case, f"in {where} {code} is on two bills: {parts}.")
            yield Statement(text, rulings[0].references, code)
            continue
        for one in refused or rulings:  # "technical work" has been said where one of them cannot bill it
            yield from reason(one.why, decision.case, one.references, one.code)


def _is_on_two_bills(rulings: Sequence[BillerRuling], setting: str | None) -> bool:
    """Whether physician and hospital were both asked for and each has a part."""
    return setting in HOSPITAL and len(rulings) > 1 and all(one.allowed and one.side == "both" for one in rulings)
