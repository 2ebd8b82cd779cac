"""Facts as other programs hand them over: contract words, free text, ISO dates.

`read_values(payer="UnitedHealthcare", setting="hospital outpatient (POS 22)")` gives the contract's own words.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Any

from assistant.reading.billers import find_billers
from assistant.reading.course import MOST_FRACTIONS
from assistant.reading.dates import find_dates
from assistant.reading.facts_read import Problem
from assistant.reading.payers import find_payers
from assistant.reading.settings import PLACES_OF_SERVICE, find_settings
from assistant.reading.techniques import find_motion_management, find_techniques, technique_of
from assistant.reading.text import normalise
from assistant.scenario import Period

PAYER = re.compile(r"(?:medicare|medicare_advantage|medicaid|uhc|aetna|cigna|humana|other|bcbs:[a-z0-9-]+)")
SETTINGS = ("freestanding", "office", "hospital_outpatient", "hospital_inpatient", "asc", "snf")
BILLERS = ("professional", "facility", "global")
SCHEDULES = ("qd", "bid", "other")
TECHNIQUES = (
    "2d", "3d", "imrt", "srs", "sbrt", "proton", "electrons", "total_skin_electrons", "mixed", "hdr", "ldr",
    "superficial", "iort", "hyperthermia",
)  # fmt: skip
KEYS = (
    "payer", "setting", "biller", "date_of_service", "fractions", "course_ended", "schedule", "technique",
    "isocenters", "motion_management", "locality",
)  # fmt: skip
_YES = ("yes", "true", "y", "1", "ended", "finished", "completed", "done", "on", "with")
_NO = ("no", "false", "n", "0", "ongoing", "not yet", "off", "without", "none")


@dataclass(frozen=True, slots=True)
class Values:
    """Scenario fields as understood (`dos` for date_of_service), and what could not be."""

    known: dict[str, Any]
    problems: tuple[Problem, ...]


def read_values(today: date | None = None, **given: Any) -> Values:
    """Understand the contract's `facts` or `corrections`; an empty value is not said. Never raises.

    Without `today` only ISO dates are understood.
    """
    known: dict[str, Any] = {}
    problems: list[Problem] = []
    for key, value in given.items():
        if value is None or value == "" or value == "unknown":
            continue
        read = _read(key, value, today)
        if read is None:
            problems.append(Problem("unknown_fact", f"{key}: {value}"[:120], _why(key, value), 0, 0))
        else:
            known["dos" if key == "date_of_service" else key] = read
    return Values(known, tuple(problems))


def _why(key: str, value: Any) -> str:
    if key not in KEYS:
        return f'There is no fact called "{str(key)[:40]}". Facts are: {", ".join(KEYS)}.'
    return f'"{str(value)[:60]}" was not understood as {key.replace("_", " ")} and is left out.'


def _read(key: str, value: Any, today: date | None) -> Any:
    if key in ("fractions", "isocenters"):
        return _count(value)
    if key in ("course_ended", "motion_management"):
        return _yes_no(key, value)
    if not isinstance(value, str | int):
        return None
    written = " ".join(str(value).lower().split())[:200]
    if key == "date_of_service":
        return _dos(written, today)
    if key == "locality":
        return str(value).strip()[:80]
    if key == "payer":
        return written if PAYER.fullmatch(written) else _first(find_payers(normalise(str(value)[:200])))
    if key == "setting":
        return _setting(written)
    if key == "biller":
        return written if written in BILLERS else _biller(written)
    if key == "schedule":
        return written if written in SCHEDULES else _schedule(written)
    if key == "technique":
        return written if written in TECHNIQUES else technique_of(find_techniques(normalise(written)))
    return None


def _first(found: Any) -> Any:
    return found[0].value if found else None


def _count(value: Any) -> int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, str):
        match = re.fullmatch(
            r"\s*(\d{1,4})\s*(?:fx|fractions?|treatments?|isocent\w+)?\s*", normalise(value[:60]).lower
        )
        value = int(match[1]) if match else None
    return value if isinstance(value, int) and 1 <= value <= MOST_FRACTIONS else None


def _yes_no(key: str, value: Any) -> bool | None:
    if isinstance(value, bool):
        return value
    written = str(value).strip().lower()[:80]
    if written in _YES:
        return True
    if written in _NO:
        return False
    found = find_motion_management(normalise(written)) if key == "motion_management" else []
    return found[0].value if found else None


def _setting(written: str) -> str | None:
    if written.replace(" ", "_") in SETTINGS:
        return written.replace(" ", "_")
    if written in PLACES_OF_SERVICE:
        return PLACES_OF_SERVICE[written]
    if written == "outpatient":
        return "hospital_outpatient"
    found = list(dict.fromkeys(one.value for one in find_settings(normalise(written))))
    return found[0] if found else None


def _biller(written: str) -> str | None:
    known = {
        "pro": "professional",
        "prof": "professional",
        "26": "professional",
        "tc": "facility",
        "hospital": "facility",
        "both": "global",
    }
    return known.get(written) or _first(find_billers(normalise(written)))


def _schedule(written: str) -> str | None:
    if re.search(r"\b(?:bid|b\.i\.d|twice (?:daily|a day)|2x)", written):
        return "bid"
    if re.search(r"\b(?:qod|every other day|weekly|twice a week|other)", written):
        return "other"
    return "qd" if re.search(r"\b(?:qd|q\.d|daily|once a day)", written) else None


def _dos(written: str, today: date | None) -> Period | None:
    """ISO day, month, year or range `a..b`; otherwise whatever a question may say."""
    if ".." in written:
        first, _, last = written.partition("..")
        begins, ends = _dos(first.strip(), today), _dos(last.strip(), today)
        return Period(begins.start, ends.end) if begins and ends and begins.start <= ends.end else None
    if match := re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:t.*)?", written):
        return _iso(*match.groups())
    if today is None:
        return None
    found = [one.period for one in find_dates(normalise(written), today) if one.period]
    if not found or found[0].start == date.min or found[0].end == date.max:
        return None
    return found[0]


def _iso(year: str, month: str | None, day: str | None) -> Period | None:
    try:
        first = date(int(year), int(month or 1), int(day or 1))
        last = (
            first
            if day
            else date(
                first.year,
                first.month if month else 12,
                monthrange(first.year, first.month if month else 12)[1],
            )
        )
    except ValueError:
        return None
    return Period(first, last)
