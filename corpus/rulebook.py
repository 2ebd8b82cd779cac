"""The rule book: one dated YAML file per code, read strictly.

Every value carries the dates it holds for and a reference that resolves to a source of `sources.yaml`.
Dates are inclusive; `to: null` means open. Code elsewhere never says `if year == 2026`: it asks for the
value on a date of service and gets None where the evidence ends.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

FOLDER = Path(__file__).parent / "rulebook"

Setting = Literal["freestanding", "office", "hospital_outpatient", "hospital_inpatient", "asc", "snf"]
System = Literal["mpfs", "opps"]
Row = Literal["none", "26", "TC"]


class RuleBookError(ValueError):
    """A rule book file breaks the schema; says which file, which field and what to write instead."""


class Entry(BaseModel):
    """Anything in the rule book: unknown keys are refused, nothing changes after reading."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Reference(Entry):
    """Where a value comes from: a source id of sources.yaml, and where in it."""

    source: str
    also: tuple[str, ...] = ()  # further sources that say the same, older releases among them
    section: str | None = None
    releases: tuple[str, ...] = ()
    note: str | None = None  # "between releases", "transcribed", "inferred"


class Dated(Entry):
    """A value with the dates of service it holds for, both inclusive; `end` None is open."""

    start: date = Field(alias="from")
    end: date | None = Field(default=None, alias="to")
    reference: Reference

    @model_validator(mode="after")
    def _dates_in_order(self) -> Dated:
        if self.end is not None and self.end < self.start:
            raise ValueError(f"`to` {self.end} lies before `from` {self.start}: swap them")
        return self

    def holds_on(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day <= self.end)


class CodePeriod(Dated):
    """A stretch in which the code exists with one meaning (in our words, never a CPT descriptor)."""

    service: str
    start_is_evidence: bool = False  # True: `from` is where our evidence begins, the code is older
    replaced_by: tuple[str, ...] = ()  # what to look at after `to`
    replaced_note: str | None = None


class Component(Dated):
    """CMS PC/TC indicator: 0 physician service, 1 splits, 2 professional, 3 technical, 4 global, 9 n/a."""

    pc_tc: Literal["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]


class Status(Dated):
    """Payment status of one modifier row in one payment system (MPFS A/B/C/I/N/R/X; OPPS N/S/B/J1/Q1..)."""

    system: System
    modifier: Row = "none"
    value: str = Field(alias="is")
    apc: str | None = None


class Indicator(Dated):
    """A fee-schedule column kept as printed (global days, bilateral)."""

    value: str = Field(alias="is")


class Limit(Dated):
    """NCCI medically unlikely edit of one release: units per line (MAI 1) or per date (MAI 2, 3)."""

    table: Literal["practitioner", "hospital"]
    units: int = Field(ge=0)
    adjudication: Literal[1, 2, 3]
    as_of: str  # release, e.g. "2026Q2"


class OnePer(Entry):
    """What one unit covers: exactly one of a number of fractions or a thing counted."""

    fractions: int | None = Field(default=None, gt=0)
    thing: (
        Literal[
            "session",
            "day",
            "course",
            "plan",
            "simulation",
            "device",
            "calculation",
            "measurement",
            "consultation",
            "application",
            "handling",
            "service",
        ]
        | None
    ) = None
    of_each: Literal["field"] | None = None  # 77300: the fields and arcs told say how many

    @model_validator(mode="after")
    def _exactly_one(self) -> OnePer:
        if (self.fractions is None) == (self.thing is None):
            raise ValueError("give either `fractions` or `thing`, not both and not neither")
        return self


class Leftover(Entry):
    """What the authority says of fractions beyond the last full set."""

    counts_from: int | None = None  # 77427: 3 or 4 left over count as one unit; fewer do not
    # None: no authority settles it, the checker says no_data


class ShortCourse(Entry):
    """What the authority says of a whole course below one full set."""

    below: int
    units: int


class UnitRule(Dated):
    """How units are counted for a payer ("any" when the source binds everyone who uses the code)."""

    payer: str
    setting: tuple[Setting, ...] = ()  # empty: every setting
    one_per: OnePer
    leftover: Leftover | None = None
    short_course: ShortCourse | None = None
    course_fractions: tuple[int, int] | None = None  # the code serves courses of this many fractions only
    most_per_course: int | None = None
    note: str | None = None


class Relation(Dated):
    """A tie to other codes or things: add-on to, included in, not with."""

    kind: Literal["add_on_to", "included_in", "includes", "not_with", "instead_use"]
    codes: tuple[str, ...]
    same_date: bool = False  # add-on: reported on the date of the code it is added to
    note: str | None = None


class Window(Entry):
    """Days around a plan in which the payer counts services of the same tumour as part of it; its own day is inside."""

    codes: tuple[str, ...] = Field(min_length=1)  # the services that are inside the code of this file
    before: int = Field(default=0, ge=0)  # days before the plan
    after: int = Field(default=0, ge=0)
    claims: Literal["facility"] | None = None  # whose claims it binds; None: everybody's
    opened_by: str | None = None  # the modifier taken for another tumour, on another date, unrelated to the plan

    @model_validator(mode="after")
    def _some_days(self) -> Window:
        if not self.before and not self.after:
            raise ValueError("a window without days: give `before`, `after` or both")
        return self


class PayerRule(Dated):
    """One payer's own rule where it differs from, or adds to, Medicare's."""

    payer: str
    matter: Literal["modifier", "units", "coverage", "pair", "authorization", "level"]
    modifier: str | None = None
    value: str = Field(default="", alias="is")  # modifier: "required" | "refused"; otherwise a short statement
    windows: tuple[Window, ...] = ()  # matter pair: instead of a statement
    confidence: Literal["stated", "reported"] = "stated"

    @model_validator(mode="after")
    def _says_one_thing(self) -> PayerRule:
        if bool(self.value) == bool(self.windows):
            raise ValueError("give either `is` or `windows`, not both and not neither")
        return self


class Point(Dated):
    """One thing the record must show, where a part of the work belongs, or one supervision point, in our words."""

    says: str
    about: Literal["record", "professional work", "technical work", "who bills", "visit", "plan"] = "record"
    setting: tuple[Setting, ...] = ()  # empty: every setting


class Disagreement(Entry):
    """What a named source says that the rule does not follow, and what overrules it."""

    says: str
    source: str
    overruled_by: str | None = None  # None: open dispute
    start: date | None = Field(default=None, alias="from")
    end: date | None = Field(default=None, alias="to")


def _text(value: Any) -> Any:
    if not isinstance(value, str):
        raise ValueError(f"quote the code: got {value!r}")  # noqa: TRY004 - pydantic reports ValueError only
    return value


class CodeEntry(Entry):
    """Everything the rule book holds on one code."""

    code: Annotated[str, BeforeValidator(_text), Field(pattern=r"^(\d{5}|[A-Z]\d{4})$")]
    name: str  # three to six plain words used inside a sentence: "port images"
    category: str
    periods: tuple[CodePeriod, ...] = Field(min_length=1)
    component: tuple[Component, ...] = ()
    status: tuple[Status, ...] = ()
    global_days: tuple[Indicator, ...] = ()
    bilateral: tuple[Indicator, ...] = ()
    limits: tuple[Limit, ...] = ()
    units: tuple[UnitRule, ...] = ()
    relations: tuple[Relation, ...] = ()
    payers: tuple[PayerRule, ...] = ()
    documentation: tuple[Point, ...] = ()
    supervision: tuple[Point, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()

    def period_on(self, day: date) -> CodePeriod | None:
        return held(self.periods, day)

    def pc_tc_on(self, day: date) -> Component | None:
        return held(self.component, day)

    def status_on(self, day: date, system: System, row: Row = "none") -> Status | None:
        return held([s for s in self.status if s.system == system and s.modifier == row], day)

    def limit_on(self, day: date, table: str) -> Limit | None:
        return held([one for one in self.limits if one.table == table], day)


D = TypeVar("D", bound=Dated)
# Of the newest code set and fee schedules held, which are made anew each January: what has no end ends with it.
LAST_YEAR = 2026


def held(values: tuple[D, ...] | list[D], day: date) -> D | None:
    """The value that holds on this date of service, or None where the evidence has a gap."""
    return next((value for value in values if value.holds_on(day)), None)


@cache
def codes() -> tuple[str, ...]:
    """Every code the rule book has a file for, sorted. Reads names only, no file."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yaml") if path.stem[:1] in "0123456789ABCDEFGHJ"))


@cache
def entry(code: str) -> CodeEntry | None:
    """The rule book's entry for a code, or None when it has none.

    Raises RuleBookError when the file breaks the schema.
    """
    return read_entry(FOLDER / f"{code}.yaml") if code in codes() else None


def read_whole() -> None:
    """Read every code now, so that no later question waits for the file of the code it names."""
    for code in codes():
        entry(code)


def read_entry(path: Path) -> CodeEntry:
    """Read one file of the rule book. Raises RuleBookError naming file and field."""
    try:
        written = yaml.load(path.read_text("utf-8"), Loader=_Loader)  # noqa: S506 - both loaders are safe ones
        return CodeEntry.model_validate(written)
    except yaml.YAMLError as error:
        raise RuleBookError(f"{path.name} is not valid YAML: {error}. Correct the line it names.") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "the top level"
        raise RuleBookError(f"{path.name}: {where}: {first['msg']}. Compare with 77417.yaml.") from error


_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
