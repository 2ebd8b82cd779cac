"""The contract's values in the words a reader sees: "hospital_outpatient" is "Hospital outpatient"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

FACTS = {
    "payer": "Payer",
    "setting": "Setting",
    "biller": "Biller",
    "date_of_service": "Date of service",
    "dos": "Date of service",
    "fractions": "Fractions",
    "fractions_so_far": "Fractions so far",
    "course_ended": "Course",
    "schedule": "Schedule",
    "technique": "Technique",
    "machine": "Machine",
    "kilovolts": "Tube energy (kV)",
    "compensators": "Compensators",
    "isocenters": "Isocenters",
    "motion_management": "Motion management",
    "fields": "Fields and arcs",
    "shaped_fields": "Fields that may have a device",
    "measured": "Measured points",
    "on_one_date": "Sessions on one date",
    "channels": "Channels",
    "sources": "Sources",
    "locality": "Locality",
    "site": "Site",
    "codes": "Codes",
    "modifiers": "Modifiers",
    "distinct_break": "Distinct break",
}
PAYERS = {
    "medicare": "Medicare",
    "medicare_advantage": "Medicare Advantage",
    "medicaid": "Medicaid",
    "uhc": "UnitedHealthcare",
    "aetna": "Aetna",
    "cigna": "Cigna",
    "humana": "Humana",
    "other": "Other payer",
}
# Payers a document can be of, beyond those a patient can have.
PAYERS_OF_DOCUMENTS = {
    "any": "Any payer", **PAYERS, "evicore": "eviCore", "evolent": "Evolent", "carelon": "Carelon",
}  # fmt: skip
SETTINGS = {
    "freestanding": "Freestanding center", "office": "Office", "hospital_outpatient": "Hospital outpatient",
    "hospital_inpatient": "Hospital inpatient", "asc": "Ambulatory surgery center", "snf": "Skilled nursing facility",
}  # fmt: skip
BILLERS = {"professional": "Physician (professional)", "facility": "Facility (technical)", "global": "Global"}
SCHEDULES = {"qd": "Once a day", "bid": "Twice a day", "other": "Other"}
TECHNIQUES = {
    "2d": "2-D", "3d": "3-D conformal", "imrt": "IMRT", "srs": "SRS", "sbrt": "SBRT", "proton": "Proton",
    "electrons": "Electrons", "total_skin_electrons": "Total skin electrons", "mixed": "Mixed", "hdr": "HDR",
    "ldr": "LDR", "superficial": "Superficial", "iort": "IORT", "hyperthermia": "Hyperthermia",
}  # fmt: skip
ENDED = {True: "Ended", False: "Still running"}
YES_NO = {True: "Yes", False: "No"}
ORIGINS = {
    "question": "from question",
    "earlier turn": "from earlier",
    "facts": "given before",
    "correction": "set by you",
    "assumed": "assumed",
}
IDENTIFIERS = {
    "mrn": "record number", "ssn": "social security number", "mbi": "Medicare number", "email": "e-mail address",
    "date_of_birth": "date of birth", "phone": "phone number", "fax": "fax number", "member_id": "member number",
    "account": "account number", "npi": "provider or tax number", "id": "identifying number",
}  # fmt: skip
CHOICES: dict[str, dict[Any, str]] = {
    "payer": dict(PAYERS),
    "setting": dict(SETTINGS),
    "biller": dict(BILLERS),
    "schedule": dict(SCHEDULES),
    "technique": dict(TECHNIQUES),
    "course_ended": dict(ENDED),
    "motion_management": dict(YES_NO),
    "distinct_break": dict(YES_NO),
}
ISO = re.compile(r"^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$")
MONTHS = "January February March April May June July August September October November December".split()


def fact_name(key: str) -> str:
    return FACTS.get(key, key.replace("_", " ").capitalize())


def fact_value(key: str, value: Any) -> str:
    """One fact's value in words; what we have no words for is shown as it came."""
    if key in {"date_of_service", "dos"}:
        return when(value)
    if isinstance(value, str) and value.startswith("bcbs:"):
        plan = value.removeprefix("bcbs:").replace("-", " ").replace("_", " ").strip()
        return f"Blue Cross Blue Shield ({plan.title() if len(plan) > 2 else plan.upper()})"
    if key == "payer" and value in PAYERS_OF_DOCUMENTS:
        return PAYERS_OF_DOCUMENTS[value]
    if key in CHOICES and isinstance(value, str | bool) and value in CHOICES[key]:
        return CHOICES[key][value]
    if isinstance(value, bool):
        return YES_NO[value]
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(str(part) for part in value)
    return str(value)


def day(iso: str) -> str:
    """ "2026-03-04" is "March 4, 2026", "2026-03" is "March 2026"; anything else stays as it is."""
    found = ISO.match(iso)
    if not found:
        return iso
    year, month, number = found.groups()
    if not month or not 1 <= int(month) <= 12:
        return iso
    name = MONTHS[int(month) - 1]
    return f"{name} {int(number)}, {year}" if number else f"{name} {year}"


def when(value: Any) -> str:
    """A date of service in words, from a day, month, year, "a..b", or a pair of days."""
    if isinstance(value, date):
        return day(value.isoformat())
    if isinstance(value, dict):
        value = (value.get("start"), value.get("end"))
    if isinstance(value, Sequence) and not isinstance(value, str):
        ends = [str(part) for part in value]
    else:
        ends = [part for part in re.split(r"\.\.| to ", str(value)) if part]
    if len(ends) == 2:
        return _span(*ends)
    return day(str(ends[0])) if ends else ""


def _span(start: str, end: str) -> str:
    if start == end:
        return day(start)
    if start.endswith("-01-01") and end == f"{start[:4]}-12-31":
        return start[:4]
    first, last = ISO.match(start), ISO.match(end)
    whole_month = first and last and first[3] == "01" and start[:7] == end[:7] and int(last[3] or 0) >= 28
    return day(start[:7]) if whole_month else f"{day(start)} to {day(end)}"


def in_force(start: str | None, end: str | None) -> str:
    """The dates a rule holds for, as a reader says them."""
    if start and end and not end.startswith("9999"):
        return when(f"{start}..{end}")
    if start:
        return f"from {day(start)}"
    return f"until {day(end)}" if end and not end.startswith("9999") else "date not stated"
