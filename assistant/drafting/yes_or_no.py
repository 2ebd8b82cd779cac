""" "Yes." or "No.": the word an answer opens with, where the question wants one and the rules have one."""

from __future__ import annotations

from assistant.decision import Decision
from assistant.rules.finding import UnitsRuling


def yes_or_no(decision: Decision) -> str:
    """ "Yes." or "No." where the question wants one and the rules have one; otherwise nothing."""
    asked = decision.asked
    if not asked.yes_no or "documentation" in asked.matters:  # "a note every week?" proposes no frequency of billing
        return ""
    if asked.frequency and decision.units:
        return _word({_as_often(ruling, asked.frequency) for ruling in decision.units})
    if "pair" in asked.matters and decision.pairs:
        return _word({{"yes": True, "no": False}.get(pair.together) for _, pair in decision.pairs})
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


def _as_often(ruling: UnitsRuling, frequency: str) -> bool | None:
    """Whether a unit may be billed as often as the question proposes; None where no rule says."""
    if ruling.basis in ("bundled", "packaged", "not_valid", "not_this_biller"):
        return False
    if not ruling.one_per:
        return None
    return ruling.one_per == frequency or {ruling.one_per, frequency} == {"session", "fraction"}
