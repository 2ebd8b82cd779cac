"""On what ground units stand on one date: not at all, not separately payable, or counted by a unit rule.

## What it does
Goes through the reasons for which nothing can be billed (no such code, not this biller, not this technique,
bundled, packaged, wrong code set) and only then looks for the rule that counts.

## Why it matters
A unit count is right only where a unit is payable at all: five sets of 77417 in 2026 are still no unit.

## Example
77336, hospital outpatient, professional biller: not this biller, whatever the number of fractions.

## References
Status and component by release, unit rules by payer, all from the rule book.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from assistant.rules import payers
from assistant.rules.biller import billing
from assistant.rules.code_sets import LEVELS
from assistant.rules.codes import code_on, either
from assistant.rules.elsewhere import elsewhere, too_short_for
from assistant.rules.finding import LevelRuling, StatusRuling, Verdict
from assistant.rules.level import delivery_level
from assistant.rules.status import status_on
from assistant.rules.technique import fits, taken_in
from assistant.scenario import Period, Scenario
from corpus.rulebook import CodeEntry, Reference, UnitRule

NOTHING_PAID = {"bundled": "bundled", "packaged": "packaged", "wrong_code_set": "not_valid", "excluded": "not_valid"}


@dataclass(frozen=True, slots=True)
class Ground:
    """What holds on a date before anything is counted."""

    settles: bool  # True: `units` is the answer whatever the number of fractions
    units: int | None
    basis: str
    verdict: Verdict
    why: str
    references: tuple[Reference, ...]
    rule: UnitRule | None = None  # what counts the units; of a packaged code those that are reported and not paid
    see: tuple[str, ...] = ()
    payable_known: bool = True
    medicares: bool = False  # a Medicare rule: a Medicare Advantage contract may differ

    def same_as(self, other: Ground) -> bool:
        """Whether two neighbouring dates are counted as one, references and dates of the values aside."""
        return self._essence() == other._essence()

    def joined(self, other: Ground) -> Ground:
        return replace(self, references=tuple(dict.fromkeys((*self.references, *other.references))))

    def _essence(self) -> tuple[object, ...]:
        rule = self.rule
        counted = rule and (rule.one_per, rule.leftover, rule.short_course, rule.course_fractions, rule.most_per_course)
        return (self.settles, self.units, self.basis, self.verdict, self.why if self.settles else "", counted,
                self.payable_known, self.see)  # fmt: skip


def ground_of(known: CodeEntry, day: date, scenario: Scenario, fractions: int | None) -> Ground:
    """The ground on this date, the first reason against a unit before any count."""
    validity = code_on(known.code, day)
    if validity.valid is None:
        return Ground(True, None, "no_rule", "no_data", validity.why, validity.references)
    if validity.valid is False:
        return _nothing("not_valid", validity.why, validity.references, validity.replaced_by)
    medicare = payers.is_medicare(scenario.payer)
    if medicare:
        bill = billing(known.code, day, scenario.setting, scenario.biller)
        if bill.allowed is False:
            return _nothing("not_this_biller", bill.why, bill.references)
        if bill.allowed is None:
            return Ground(True, None, "no_rule", "no_data", bill.why, bill.references)
    taken = taken_in(known, scenario.technique, fractions, day)
    if taken is not None:
        return _nothing("not_this_technique", taken.why, taken.references, taken.see)
    other = _another_level(known.code, day, scenario)
    if other is not None:
        return _nothing(
            "not_this_technique", f"No unit of {known.code}: {other.why}", other.references, other.candidates
        )
    status = status_on(known.code, day, scenario)
    if medicare and status.treatment in NOTHING_PAID:
        return _unpaid(status, rule_for(known, day, scenario.payer, scenario.setting))
    return _counted(known, day, scenario, fractions, status, medicare)


def _another_level(code: str, day: date, scenario: Scenario) -> LevelRuling | None:
    """The delivery code of the case on the day, where it is settled and another than this level."""
    if code not in LEVELS:
        return None
    ruling = delivery_level(scenario.but(dos=Period(day, day), sessions=()))
    if ruling.code in LEVELS:
        return ruling if ruling.code != code else None
    before = scenario.technique == "imrt" and not set(ruling.candidates) & set(LEVELS)  # it had codes of its own then
    return ruling if before and ruling.candidates else None


def rule_for(known: CodeEntry, day: date, payer: str | None, setting: str | None) -> UnitRule | None:
    """The unit rule of this payer and setting, the payer's own before Medicare's before anybody's."""
    for whose in payers.order(payer):
        for rule in known.units:
            if rule.payer == whose and rule.holds_on(day) and (not rule.setting or setting in rule.setting):
                return rule
    return None


def _counted(
    known: CodeEntry, day: date, scenario: Scenario, fractions: int | None, status: StatusRuling, medicare: bool
) -> Ground:
    rule = rule_for(known, day, scenario.payer, scenario.setting)
    if rule is None:
        return Ground(True, None, "no_rule", "no_data", _no_rule(known, scenario), ())
    references = (rule.reference, *status.references)
    if not fits(rule, fractions):
        return _misfit(known, day, scenario, rule, fractions or 0)
    payable_known = not medicare or status.treatment != "no_data"
    see = too_short_for(known, day, scenario, rule, fractions)
    return Ground(
        False, None, "counted", "pass", "" if payable_known else status.why, references, rule, see, payable_known,
        rule.payer == "medicare",
    )  # fmt: skip


def _misfit(known: CodeEntry, day: date, scenario: Scenario, rule: UnitRule, fractions: int) -> Ground:
    least, most = rule.course_fractions or (1, 1)
    length = f"{least} fraction" if least == most == 1 else f"{least} to {most} fractions"
    see = elsewhere(known, day, scenario.technique, fractions)
    pointer = f" For {fractions} see {either(see)}." if see else ""
    why = f"{known.code} serves a course of {length} only, never a part of a longer one.{pointer}"
    return _nothing("not_this_course", why, (rule.reference,), see)


def _unpaid(status: StatusRuling, rule: UnitRule | None) -> Ground:
    basis = NOTHING_PAID[status.treatment]
    if basis == "not_valid":
        return _nothing(basis, status.why, status.references, status.see)
    reported = rule if basis == "packaged" else None  # a packaged code is reported on the bill all the same
    return Ground(True, 0, basis, "pass", status.why, status.references, reported)


def _nothing(basis: str, why: str, references: tuple[Reference, ...], see: tuple[str, ...] = ()) -> Ground:
    return Ground(True, 0, basis, "not_applicable", why, references, see=see)


def _no_rule(known: CodeEntry, scenario: Scenario) -> str:
    payer = payers.name(scenario.payer)
    if not payers.is_medicare(scenario.payer) and any(rule.payer == "medicare" for rule in known.units):
        return (
            f"{payer}'s rule on units of {known.code} is not in our sources; Medicare's does not bind {payer}. "
            "Ask the payer, or add its policy."
        )
    return f"No source we hold says how units of {known.code} are counted for {payer} here."
