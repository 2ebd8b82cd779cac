"""Whether a code is paid, bundled, packaged, refused or has a place on the bill at all, against the status rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from assistant.checking.asking import status_by_period, units
from assistant.checking.judging.judgement import Judged, Said
from assistant.rules.biller import billing
from assistant.rules.code_sets import LEVELS
from assistant.rules.finding import StatusRuling, UnitsRuling
from assistant.rules.level import delivery_level
from assistant.rules.payers import is_medicare
from assistant.rules.periods import day_of
from assistant.rules.status import PAID
from assistant.rules.technique import DELIVERY
from assistant.scenario import Scenario
from corpus.rulebook import entry

BOTH_SETTINGS = ("freestanding", "hospital_outpatient")
OPEN = frozenset({"conditional", "restricted", "no_data"})


def treated(code: str, value: Any, scenario: Scenario, affirmed: bool) -> Iterator[Judged]:
    """One judgement for each case left open and each stretch of its dates."""
    for case in cases(scenario):
        for ruling in status_by_period(code, case):
            yield _treatment(code, value, ruling, case, affirmed)


def cases(scenario: Scenario) -> tuple[Scenario, ...]:
    """Both settings where none was told: what is paid in an office may be packaged in a hospital."""
    if scenario.setting is not None or scenario.biller is not None:
        return (scenario,)
    return tuple(scenario.but(setting=setting) for setting in BOTH_SETTINGS)


def _treatment(code: str, value: Any, ruling: StatusRuling, scenario: Scenario, affirmed: bool) -> Judged:
    known: Said
    if value == "billable":
        verdict = _billable(code, ruling, scenario, affirmed)
        why = verdict.why
        return Judged(
            verdict.verdict,
            why,
            verdict.references or ruling.references,
            why,
            rule=f"status.{code}",
            period=ruling.period,
        )
    if value == "refused":
        return _refused(code, ruling, scenario)
    unpaid = ruling.treatment not in PAID and ruling.treatment not in OPEN
    if ruling.treatment in OPEN:
        known = "no_data"
    elif value == "payable":
        bill = billing(code, day_of(scenario), scenario.setting, scenario.biller)
        if bill.allowed is False and is_medicare(
            scenario.payer
        ):  # technical work in a hospital is never the physician's
            unpaid, ruling = True, replace(ruling, why=bill.why, references=bill.references)
        none = _none_counted(code, scenario)
        if none:  # paid as such, and never for a course that makes no unit
            unpaid, ruling = True, replace(ruling, why=none[0].why, references=none[0].references)
        known = "pass" if unpaid != affirmed else "fail"
    else:
        _, part = value
        inside = ruling.treatment in ("bundled", "packaged")
        if part == "technical" and scenario.dos is not None:
            inside = inside or _row_bundled(code, scenario.dos.start)
        elif part == "professional":
            return Judged("no_data", ruling.why, ruling.references)
        known = "pass" if inside == affirmed else "fail"
    return Judged(known, ruling.why, ruling.references, ruling.why, rule=f"status.{code}", period=ruling.period)


def _refused(code: str, ruling: StatusRuling, scenario: Scenario) -> Judged:
    """A line that has no place on the bill comes back; a packaged one stays on it and is not refused."""
    bill = billing(code, day_of(scenario), scenario.setting, scenario.biller)
    not_theirs = bill.allowed is False and is_medicare(scenario.payer)
    if not_theirs or ruling.treatment in ("wrong_code_set", "excluded"):
        why, held = (bill.why, bill.references) if not_theirs else (ruling.why, ruling.references)
        return Judged("pass", why, held, why, rule=f"status.{code}", period=ruling.period)
    known: Said = "fail" if ruling.treatment in PAID else "no_data"
    return Judged(known, ruling.why, ruling.references, ruling.why, rule=f"status.{code}", period=ruling.period)


def _row_bundled(code: str, day: date) -> bool:
    known = entry(code)
    row = known.status_on(day, "mpfs", "TC") if known else None
    return row is not None and row.value == "B"


def _takes_another(code: str, scenario: Scenario) -> Judged | None:
    """ "Not 77372" of a fractionated course: denied where the technique calls for another code of that work."""
    known = entry(code)
    told = (scenario.technique, scenario.isocenters, scenario.motion_management)
    if known is None or all(fact is None for fact in told) or code not in (*LEVELS, *STEREOTACTIC):
        return None
    ruling = delivery_level(scenario if scenario.technique else scenario.but(technique="imrt"))
    meant = (ruling.code,) if ruling.code else ruling.candidates
    return Judged("pass", ruling.why, ruling.references) if meant and code not in meant else None


STEREOTACTIC = frozenset(code for codes in DELIVERY.values() for code in codes)


def _none_counted(code: str, scenario: Scenario) -> list[UnitsRuling]:
    """The rulings of a course that makes no unit of the code, whatever is open in it."""
    counted = units(code, scenario)
    zero = [ruling for ruling in counted if ruling.units == 0 and ruling.basis != "packaged"]
    return zero if len(zero) == len(counted) else []


def _billable(code: str, status: StatusRuling, scenario: Scenario, affirmed: bool) -> Judged:
    """Whether a line with this code has a place on a bill: packaged lines do, bundled ones do not."""
    bill = billing(code, day_of(scenario), scenario.setting, scenario.biller)
    if bill.allowed is False and is_medicare(scenario.payer):  # a nursing facility, and work that is the physician's
        return Judged("fail" if affirmed else "pass", bill.why, bill.references)
    other = None if affirmed else _takes_another(code, scenario)
    if other is not None:
        return other
    counted = units(code, scenario)
    zero = [ruling for ruling in counted if ruling.units == 0 and ruling.basis != "packaged"]
    if _none_counted(code, scenario) or status.treatment in ("bundled", "wrong_code_set", "excluded"):
        why = zero[0].why if zero else status.why
        return Judged("fail" if affirmed else "pass", why, zero[0].references if zero else status.references)
    if zero or status.treatment in OPEN:
        return Judged("no_data", status.why, status.references)
    if status.treatment == "packaged":
        if affirmed and bill.side == "professional" and scenario.biller == "facility":
            return Judged("no_data", status.why, status.references)  # the physician's work, listed by a hospital
        return Judged("pass", status.why, status.references)  # on the bill, and not billed for payment
    return Judged("pass" if affirmed else "fail", status.why, status.references)
