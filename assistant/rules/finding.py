"""The answers of the rules: rulings (what the rule book says) and findings (how advice stands to it).

A ruling is asked for before any prose exists; a finding judges one piece of advice or one claim line.
None always means "no authority we hold settles it" and is never a pass.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assistant.scenario import Period
from corpus.rulebook import Limit, Reference, Row

Verdict = Literal["pass", "fail", "no_data", "not_applicable"]
Together = Literal["yes", "no", "with modifier", "no_data"]
Treatment = Literal[
    "paid", "bundled", "packaged", "conditional", "wrong_code_set", "contractor_priced", "restricted", "excluded",
    "no_data",
]  # fmt: skip


class RulesError(ValueError):
    """The facts cannot be: the message says what is wrong, why, and what to give instead."""


class CountError(RulesError):
    """A number of fractions or units that no course can have (-3, 0, 27.5, 4000)."""


class DateError(RulesError):
    """Dates of service that contradict each other."""


@dataclass(frozen=True, slots=True)
class Finding:
    """How one piece of advice or one claim line stands to the rules."""

    rule: str  # "units.77427"
    verdict: Verdict
    why: str
    references: tuple[Reference, ...] = ()
    reason: str = ""  # claim lines: invalid_code, bundled, packaged, ... (outside contract)
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class UnitsRuling:
    """Units of a code for one scenario inside one period of the rule book."""

    code: str
    units: int | None  # course total; 0 nothing separately payable; None no authority settles it
    per_date: int | None  # most units on one date of service
    period: Period  # dates for which this holds
    payer: str
    setting: str | None
    verdict: Verdict  # pass: settled; no_data; not_applicable: the code is not for this scenario
    why: str  # one sentence with the arithmetic
    # counted, partly_counted, counted_so_far, once, per_session, per_field, of_one_date, needs_count, no_rule;
    # or nothing is billable: bundled, packaged, not_valid, not_this_biller, not_this_technique, not_this_course
    basis: str
    references: tuple[Reference, ...] = ()
    settled: int | None = None  # units that full sets settle, also when `units` is None
    started: int | None = None  # the most that started sets could ever make
    leftover: int | None = None  # fractions beyond the last full set
    one_per: str = ""  # "5 fractions", "session", "course", ...
    reported_per: str = ""  # the same of a packaged code, whose units are reported and not paid
    dates: int | None = None  # number of dates the units fall on
    provided: str = ""  # what must be true beside the facts told: "a distinct break parted the two sessions of a day"
    stop: str = ""  # Medicare's limit of one date, where the units of a date are right and still above it
    limit: Limit | None = None  # the same limit as a value, also where `why` only tells it beside an open count
    see: tuple[str, ...] = ()  # codes to look at instead

    @property
    def counts_fractions(self) -> bool:
        """Whether a number of fractions says how many units; of devices and calculations only the record does."""
        return self.one_per.endswith("fractions") or self.one_per in ("session", "day")


@dataclass(frozen=True, slots=True)
class ModifierRuling:
    """Whether a modifier belongs on a code."""

    code: str
    modifier: str
    allowed: bool | None
    required: bool
    period: Period
    payer: str
    why: str
    references: tuple[Reference, ...] = ()
    instead: str = ""  # the modifier to use instead: 26 where PC was meant
    of_pair: str = ""  # what of `why` the ruling on the pair says, which the modifier is to open
    likely: bool | None = None  # whether it may stand by what other tables hold of that pair


@dataclass(frozen=True, slots=True)
class PairRuling:
    """Whether two codes may be billed for one patient on one date."""

    codes: tuple[str, str]  # column 1 (pays), column 2 (denies)
    together: Together
    period: Period
    why: str
    references: tuple[Reference, ...] = ()
    missing: str = ""  # what of `why` tells that no table of the date is held
    elsewhere: str = ""  # what of `why` other tables hold, for want of it
    likely: Together = "no_data"  # what the last release of the missing table and the other table agree on


@dataclass(frozen=True, slots=True)
class CodeRuling:
    """Whether a code exists on a date, and what to look at instead."""

    code: str
    valid: bool | None
    period: Period
    replaced_by: tuple[str, ...]
    why: str
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class BillerRuling:
    """Who may bill a code: which payment system and fee-schedule row its bill belongs to."""

    code: str
    side: Literal["professional", "technical", "both", "whole", "unknown"]  # what the code pays for
    allowed: bool | None  # for the scenario's setting and biller; None: no authority we hold settles it
    system: Literal["mpfs", "opps"] | None  # None: a bill whose payment system we hold no table for
    row: Row  # modifier row of the fee schedule that prices the bill
    why: str
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class StatusRuling:
    """How a payment system treats a code: paid, bundled, packaged, not valid for it, contractor priced."""

    code: str
    treatment: Treatment  # conditional: packaged beside certain services of the same date, paid otherwise (OPPS Q1)
    letter: str  # the status as printed: A, B, C, I, N, R, X, S, J1, Q1; "" for no_data
    system: str  # mpfs, opps, or the payer
    period: Period
    why: str
    references: tuple[Reference, ...] = ()
    see: tuple[str, ...] = ()  # codes to use instead


@dataclass(frozen=True, slots=True)
class LevelRuling:
    """The delivery code, or what is still open."""

    code: str | None
    candidates: tuple[str, ...]
    asks: tuple[str, ...]  # facts that would decide: technique, isocenters, motion_management
    why: str
    references: tuple[Reference, ...] = ()
