""" "Yes." or "No.": the word an answer opens with, where the question wants one and the rules have one."""

from __future__ import annotations

from assistant.decision import Decision
from assistant.rules.biller import is_hospitals_bill
from assistant.rules.finding import PairRuling, UnitsRuling
from assistant.rules.status import PAID, status_on


def yes_or_no(decision: Decision) -> str:
    """ "Yes." or "No." where the question wants one and the rules have one; otherwise nothing."""
    asked = decision.asked
    if not asked.yes_no or "documentation" in asked.matters:  # "a note every week?" proposes no frequency of billing
        return ""
    if asked.frequency and decision.units:
        return _word({_as_often(ruling, asked.frequency) for ruling in decision.units})
    if "pair" in asked.matters and decision.pairs:
        return _word({_together(decision, pair) for _, pair in decision.pairs})
    if "modifier" in asked.matters and decision.modifiers:
        return _word({ruling.allowed for ruling in decision.modifiers})
    if "who_bills" in asked.matters and decision.billers:
        # Never "Yes.": who else may bill it (a nurse, a locum) is more than the component of a code can say.
        return "No." if {biller.allowed for biller in decision.billers} == {False} else ""
    if "validity" in asked.matters and decision.codes:
        return _word({code.valid if code.valid is None else code.valid is not asked.denies for code in decision.codes})
    return ""


def _word(verdicts: set[bool | None]) -> str:
    if verdicts == {True}:
        return "Yes."
    return "No." if verdicts == {False} else ""


def _together(decision: Decision, pair: PairRuling) -> bool | None:
    """Whether both codes are paid beside each other; that no edit joins them does not make either of them payable."""
    if pair.together != "yes":
        return False if pair.together == "no" else None
    scenario, day = decision.scenario, decision.day
    paid = all(status_on(code, day, scenario).treatment in PAID for code in pair.codes)
    refused = any(ruling.allowed is not True for ruling in decision.modifiers)
    in_hospital = is_hospitals_bill(scenario.setting, scenario.biller)
    return True if paid and not refused and not in_hospital and scenario.biller != "facility" else None


def _as_often(ruling: UnitsRuling, frequency: str) -> bool | None:
    """Whether a unit may be billed as often as the question proposes; None where no rule says."""
    if ruling.basis in ("bundled", "packaged", "not_valid", "not_this_biller"):
        return False
    if not ruling.one_per:
        return None
    return ruling.one_per == frequency or {ruling.one_per, frequency} == {"session", "fraction"}
