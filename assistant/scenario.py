"""What a question tells us: payer, setting, biller, date of service, course.

Pure data. Reading it out of words is the business of `assistant.reading`; keeping it over turns, of
`assistant.conversation`. A field that is None was not said.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from operator import attrgetter
from typing import Any, Literal, NamedTuple

Origin = Literal["question", "earlier turn", "facts", "correction", "assumed"]


class Period(NamedTuple):
    """Dates of service from `start` to `end`, both inclusive; one day when they are equal."""

    start: date
    end: date

    @property
    def is_day(self) -> bool:
        return self.start == self.end

    def overlaps(self, other: Period) -> bool:
        return self.start <= other.end and other.start <= self.end


class Sessions(NamedTuple):
    """A number of fractions known to fall in a period ("10 in December, 18 in January")."""

    fractions: int
    period: Period


@dataclass(frozen=True, slots=True)
class Scenario:
    """The facts of one question. Values are those of the outside contract (shared words, lower case)."""

    payer: str | None = None  # medicare, medicare_advantage, medicaid, uhc, aetna, cigna, bcbs:<plan>, humana, other
    setting: str | None = None  # freestanding, office, hospital_outpatient, hospital_inpatient, asc, snf
    biller: str | None = None  # professional, facility, global
    dos: Period | None = None
    fractions: int | None = None  # delivered in the whole course (planned, when nothing else is said)
    fractions_so_far: int | None = None  # "18 of 25 so far"
    course_ended: bool | None = None
    schedule: str | None = None  # qd, bid, other
    distinct_break: bool | None = None  # BID: a distinct break between the two sessions of a day
    sessions: tuple[Sessions, ...] = ()  # when a course is told in parts by date
    # 2d, 3d, imrt, srs, sbrt, proton, electrons, total_skin_electrons, mixed, hdr, ldr, superficial, iort, hyperthermia
    technique: str | None = None
    machine: str | None = None  # cobalt, linac, orthovoltage
    kilovolts: int | None = None  # of the tube that surface x-rays come from
    compensators: bool | None = None  # what shapes the beam: of IMRT before the levels a kind of its own
    isocenters: int | None = None
    motion_management: bool | None = None
    fields: int | None = None  # fields and arcs of the plan, each deliverable
    shaped_fields: int | None = None  # the same where no arc is told, with a custom immobilisation: one device each
    measured: int | None = None  # points measured on the patient, on one date
    on_one_date: int | None = None  # sessions told to be of one date
    channels: int | None = None  # of an afterloader
    sources: int | None = None  # implanted, or loaded
    days_from_plan: int | None = None  # of the service asked about from the IMRT plan; negative: before it
    site: str | None = None  # "prostate", "lung": for the reader's comfort, no rule hangs on it
    codes: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    locality: str | None = None
    origins: Mapping[str, Origin] = field(default_factory=dict)

    def but(self, **changes: Any) -> Scenario:
        """The same scenario with some facts changed: `scenario.but(payer="uhc")`."""
        changed = any(getattr(self, name) != value for name, value in changes.items())
        return Scenario(**(dict(zip(_FIELDS, _FACTS(self), strict=True)) | changes)) if changed else self

    def last_day(self, otherwise: date) -> date:
        """The last date of service told, else the day given: the one an answer begins with."""
        return self.dos.end if self.dos else otherwise

    def on(self, day: date) -> Scenario:
        return replace(self, dos=Period(day, day))


_FIELDS = tuple(Scenario.__dataclass_fields__)
_FACTS = attrgetter(*_FIELDS)  # a text is judged in hundreds of cases, and `replace` asks field by field
