"""What is said about a document the user brought, and how the form's fields become particulars. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from pydantic import ValidationError

from corpus.library_entry import Entry
from ui import wording

NAMES = {"title": "title", "publisher": "publisher", "payer": "payer", "effective": "start", "until": "end"}


def headline(entry: Entry) -> str:
    return f"{entry.title} · {wording.fact_value('payer', entry.payer)}"


def told(entry: Entry) -> str:
    """One line: the file, its pages, what was guessed, what was noticed while reading it."""
    pages = f"{entry.pages} page{'' if entry.pages == 1 else 's'}" if entry.pages else ""
    guessed = f"Guessed, please check: {', '.join(NAMES[name] for name in entry.guessed)}." if entry.guessed else ""
    read = f"{entry.name}{f', {pages}' if pages else ''}, added {wording.day(entry.added_at.date().isoformat())}."
    return " ".join(part for part in (read, guessed, *entry.remarks) if part)


def iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def particulars(said: Mapping[str, str | None], read_date: Callable[[str], str]) -> dict[str, Any]:
    """The form's fields as `add_document` takes them; empty ones are left out. Raises ValueError for a date."""
    given: dict[str, Any] = {}
    for name, value in said.items():
        if not value or not value.strip():
            continue
        given[name] = _day(read_date(value), name) if name in {"effective", "until"} else value.strip()
    if "effective" in given and "until" in given and given["until"] < given["effective"]:
        raise ValueError(f"it would end on {given['until']}, before it begins on {given['effective']}. Correct a date.")
    return given


def reason(error: ValueError) -> str:
    """Why particulars were refused, without the form a validator gives it."""
    if isinstance(error, ValidationError):
        return "; ".join(str(fault["msg"]).removeprefix("Value error, ") for fault in error.errors())
    return str(error)


def _day(iso_date: str, name: str) -> date:
    """A month begins on its first day; an end needs its day said."""
    if ".." in iso_date or (name == "until" and len(iso_date) < 10):
        raise ValueError(f"{iso_date!r} is not one day. Write the day, for example 2026-12-31.")
    return date.fromisoformat((iso_date + "-01-01")[:10] if len(iso_date) < 10 else iso_date)
