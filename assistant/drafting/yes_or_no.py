""" "Yes." or "No.": the word an answer opens with, where the question wants one and the rules have one."""

from __future__ import annotations

from assistant.decision import Decision
from assistant.levels_proposed import level_holds
from assistant.rules.biller import billing, is_hospitals_bill
from assistant.rules.code_sets import DELIVERIES
from assistant.rules.codes import code_on
from assistant.rules.finding import PairRuling, UnitsRuling
from assistant.rules.level import delivery_level
from assistant.rules.limits import limit, table_of
from assistant.rules.payers import is_medicare
from assistant.rules.status import PAID, status_on
from assistant.rules.status_letters import PAYS

MAY_BE_PAID = frozenset(PAYS)
NOT_HERE = frozenset({"not_valid", "not_this_biller", "not_this_technique", "not_this_course"})


def yes_or_no(decision: Decision) -> str:
    """ "Yes." or "No." where the question wants one and the rules have one; otherwise nothing."""
    said = _said(decision)
    if said == "Yes." and _against(decision):
        return "No."
    if said == "Yes." and not decision.asked.denies and _is_unpaid(decision):
        return ""  # it exists, and nobody pays a line of it: neither word says both
    return "" if said == "Yes." and _of_one_bill_only(decision) else said


def _said(decision: Decision) -> str:
    asked = decision.asked
    if (
        not asked.yes_no or asked.of_visit or "documentation" in asked.matters
    ):  # what a visit was for decides  # "a note every week?" proposes no frequency of billing
        return ""
    if asked.frequency == "day" and decision.scenario.schedule == "bid":
        return ""  # "is twice daily allowed?" proposes no unit a day
    if (held := level_holds(decision)) is not None:
        return "Yes." if held else "No."
    if len(asked.codes) == 1 and len(decision.choices) == 1 and decision.choices[0].code:
        return "Yes." if decision.choices[0].code == asked.codes[0] else "No."
    told = {code for code, _ in asked.told_units}
    if told and decision.units and all(one.basis in NOT_HERE for one in decision.units if one.code in told):
        return "No." if told & {one.code for one in decision.units} else ""
    if asked.again and not asked.frequency and decision.units:
        return _word({_once_more(ruling, decision) for ruling in decision.units})
    if asked.matters & {"units", "limits"} and "denial" not in asked.matters and _above_an_absolute_limit(decision):
        return "No."
    if asked.frequency and decision.units:
        often = _word({_as_often(ruling, asked.frequency) for ruling in decision.units})
        return "" if often == "Yes." and asked.told_units else often  # "every session x 5 days: 77373 x10?"
    if {"pair", "which_code"} <= asked.matters and decision.choices:
        return ""  # whether the code is right and whether both go together are two questions
    if "pair" in asked.matters and decision.pairs:
        valid = {one.code for one in decision.codes if one.valid is not False}
        pairs = [pair for _, pair in decision.pairs if set(pair.codes) <= valid] or [one for _, one in decision.pairs]
        together = {_together(decision, pair) for pair in pairs}
        return "No." if False in together else _word(together)  # one pair that denies settles that not all go
    if "modifier" in asked.matters and decision.modifiers:
        return _word({ruling.allowed for ruling in decision.modifiers})
    if "who_bills" in asked.matters and decision.billers:
        # Never "Yes.": who else may bill it (a nurse, a locum) is more than the component of a code can say.
        return "No." if {biller.allowed for biller in decision.billers} == {False} else ""
    if "validity" in asked.matters and decision.codes:
        return _word({code.valid if code.valid is None else code.valid is not asked.denies for code in decision.codes})
    return ""


ABSOLUTE = 2  # MAI: the limit of one date that no record lifts


def _against(decision: Decision) -> bool:
    """Whether a code that was asked about has no place in the case, whatever else speaks for it.

    A code may exist, or take its modifier, and still be another biller's, another technique's or no code of this bill.
    """
    scenario, day, asked = decision.scenario, decision.day, decision.asked
    if asked.denies or len(asked.codes) != 1:
        return False
    code = asked.codes[0]
    if any(one.code == code and one.basis in NOT_HERE for one in decision.units):
        return True
    if code_on(code, day).valid is not True:
        return False  # that it has ended is said by its own ruling
    if (
        scenario.setting
        and is_medicare(scenario.payer)
        and status_on(code, day, scenario).treatment == "wrong_code_set"
    ):
        return True
    if scenario.biller is not None and billing(code, day, scenario.setting, scenario.biller).allowed is False:
        return True
    if scenario.technique is None or code not in DELIVERIES:
        return False
    ruling = delivery_level(scenario)
    return bool(ruling.candidates) and code not in ruling.candidates


def _is_unpaid(decision: Decision) -> bool:
    """Whether one of the codes has no status under which a line of it is paid, wherever the question may be."""
    told: dict[str, set[bool]] = {}
    for one in decision.statuses:
        if one.treatment != "no_data" and one.period.end >= decision.day:
            told.setdefault(one.code, set()).add(one.treatment in MAY_BE_PAID)
    return any(paid == {False} for paid in told.values())


def _of_one_bill_only(decision: Decision) -> bool:
    """Whether a code in a hospital is on one of two bills, and nobody told which one was asked about."""
    scenario, codes = decision.scenario, decision.asked.codes
    untold = is_hospitals_bill(scenario.setting, "facility") and scenario.biller is None
    return untold and any(billing(code, decision.day, scenario.setting, "facility").allowed is False for code in codes)


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
    if not ruling.one_per or (ruling.counts_fractions and ruling.units is not None and frequency == "week"):
        return None  # of a course that was counted the number is asked, and "weekly" is only a name
    if {ruling.one_per, frequency} == {"session", "day"}:
        return None  # the same, unless there are two a day
    return ruling.one_per == frequency or {ruling.one_per, frequency} == {"session", "fraction"}


def _once_more(ruling: UnitsRuling, decision: Decision) -> bool | None:
    """A second plan or device may be due; a second unit for one course never is, nor one more than fractions make."""
    billed = dict(decision.asked.billed).get(ruling.code)
    if billed is not None and ruling.basis == "counted" and ruling.units is not None:
        return ruling.units > billed
    return False if ruling.one_per == "course" else None


def _above_an_absolute_limit(decision: Decision) -> bool:
    """Whether more units are proposed for one date than a limit allows that nothing lifts (MAI 2)."""
    asked = decision.asked
    if not asked.of_one_date or not is_medicare(decision.scenario.payer):
        return False
    held = {code: limit(code, decision.day, table_of(decision.scenario)) for code in asked.codes}
    return any(
        (one := held.get(code)) is not None and one.adjudication == ABSOLUTE and told > one.units
        for code, told in asked.told_units
    )
