"""One line of a claim file, read; or why it cannot be judged, in a sentence that says what to correct.

## What it does
Reads a row into facts. A wrong number of units is a failing line; a fact that is missing or cannot be understood
leaves the line without a verdict. Nothing a file can hold makes it stop.

## Why it matters
One bad row among a million must cost one row.

## Example
units "1.5": fails, with the sentence that units are whole.

## References
The columns are those of the outside contract.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from assistant.rules import claim_words
from assistant.rules.claim_cells import cell, fractions_in, whole
from assistant.rules.codes import tidy

COLUMNS = (
    "claim_id", "line", "payer", "setting", "pos", "biller", "dos_from", "dos_to", "code", "modifiers", "units",
    "fractions_delivered", "course_ended", "schedule", "prior_units",
)  # fmt: skip
MOST_UNITS = 9999  # four digits is what the units field of a claim holds


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """The facts of one line. `setting` is taken from the place of service where it was left out."""

    number: int  # row in the file, the header being 1
    claim: str
    line: str
    code: str
    modifiers: tuple[str, ...]
    units: int
    start: date
    end: date
    payer: str | None
    setting: str | None
    biller: str | None
    fractions: int | None
    ended: bool | None
    schedule: str | None
    prior_units: int
    missing: tuple[str, ...] = ()  # sentences on facts that are missing or not understood

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1


@dataclass(frozen=True, slots=True)
class ToldLine:
    """A line as a question writes it: "77300-26 x9" has nine units, "77263" tells none and is judged as one."""

    code: str
    modifiers: tuple[str, ...] = ()
    units: int | None = None
    day: date | None = None  # where the line has a date of its own


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that cannot be judged as a line."""

    number: int
    claim: str
    verdict: Literal["fail", "no_data"]
    reason: str
    why: str


def read_line(number: int, row: Mapping[str | None, Any]) -> ClaimLine | Refused:
    """The row as a line, or what to correct in it."""
    cells = {key: cell(row, key) for key in COLUMNS}
    claim = cells["claim_id"]
    if None in row or "" in row:
        why = "It has more fields than the header has columns: quote a field that holds a comma."
        return Refused(number, claim, "no_data", "missing_fact", why)
    if not cells["code"]:
        return Refused(number, claim, "no_data", "missing_fact", "It has no code. Write the five characters.")
    units = whole(cells["units"])
    if units is None or not 1 <= units <= MOST_UNITS:
        why = f"Units are {cells['units'] or 'empty'!r}: write a whole number from 1 to {MOST_UNITS}."
        return Refused(
            number, claim, "fail" if cells["units"] else "no_data", "units" if cells["units"] else "missing_fact", why
        )
    start = claim_words.day(cells["dos_from"])
    end = claim_words.day(cells["dos_to"]) if cells["dos_to"] else start
    if start is None or end is None:
        wrong = cells["dos_from"] if start is None else cells["dos_to"]
        why = f"The date of service is {wrong or 'empty'!r}: write it as 2026-03-05."
        return Refused(number, claim, "no_data", "missing_fact", why)
    if end < start:
        why = f"The service cannot end on {end} before it began on {start}. Swap the two dates."
        return Refused(number, claim, "fail", "missing_fact", why)
    return _line(number, cells, units, start, end)


def _line(number: int, cells: dict[str, str], units: int, start: date, end: date) -> ClaimLine:
    missing: list[str] = []
    payer = _word("payer", cells["payer"], claim_words.payer, missing, "Say who pays.")
    setting = _setting(cells, missing)
    biller = _word("biller", cells["biller"], claim_words.biller, missing)
    schedule = _word("schedule", cells["schedule"], claim_words.schedule, missing)
    ended = claim_words.yes_no(cells["course_ended"])
    if cells["course_ended"] and ended is None:
        missing.append(f"course_ended is {cells['course_ended']!r}: write yes or no.")
    fractions = fractions_in(cells["fractions_delivered"], missing)
    prior = whole(cells["prior_units"]) if cells["prior_units"] else 0
    if prior is None or prior < 0:
        missing.append(f"prior_units is {cells['prior_units']!r}: write a whole number.")
    modifiers = tuple(cells["modifiers"].upper().replace(",", " ").replace(":", " ").replace("-", " ").split())
    return ClaimLine(
        number, cells["claim_id"], cells["line"], tidy(cells["code"]), modifiers, units, start, end, payer, setting,
        biller, fractions, ended, schedule, max(prior or 0, 0), tuple(missing),
    )  # fmt: skip


def _setting(cells: dict[str, str], missing: list[str]) -> str | None:
    told = _word("setting", cells["setting"], claim_words.setting, missing)
    place = claim_words.PLACES_OF_SERVICE.get(cells["pos"].lstrip("0") or cells["pos"])
    if cells["setting"] or not cells["pos"]:
        if told and place and told != place and {told, place} != claim_words.SAME_PLACE:
            missing.append(f"The setting says {told}, place of service {cells['pos']} says {place}: correct one.")
        return told
    if place is None:
        missing.append(f"Place of service {cells['pos']} tells no setting we know: name the setting.")
    return place


def _word(name: str, text: str, understand: Any, missing: list[str], ask: str = "") -> str | None:
    if not text:
        if ask:
            missing.append(f"There is no {name}. {ask}")
        return None
    value: str | None = understand(text)
    if value is None:
        missing.append(f"{name} {text!r} is not understood: write a value of the contract.")
    return value
