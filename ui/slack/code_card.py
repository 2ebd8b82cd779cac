"""`/code 77417 2025-05-01 medicare`: what the rules say of one code on one date, as rows of label and sentence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from assistant.reading.values import read_values
from assistant.rules.codes import code_on, tidy
from assistant.rules.modifiers import modifier_on
from assistant.rules.status import status_on
from assistant.rules.units import one_per
from assistant.scenario import Scenario
from corpus.rulebook import CodeEntry, entry
from ui import wording
from ui.asking import read_date

PLACES = ("office", "hospital_outpatient")
MODIFIERS = ("26", "TC")


def card(words: str, today: date) -> list[tuple[str, str]]:
    """The rows, the code itself first. Raises ValueError with a sentence where the words cannot be read."""
    code, when, payer = _asked(words, today)
    scenario = Scenario(payer=payer).on(when)
    rows = [("Code", code_on(code, when).why), ("Date of service", wording.day(when.isoformat()))]
    if payer:
        rows.append(("Payer", wording.fact_value("payer", payer)))
    if known := entry(code):
        said = [row for row in _rulings(known, when, scenario) if row[1] != rows[0][1]]
        rows += [*said, *_values(known, when)]
    return rows


def _asked(words: str, today: date) -> tuple[str, date, str | None]:
    parts = [part for part in words.replace(",", " ").split() if part.lower() not in {"on", "for", "dos", "in"}]
    when, payer = today, list[str]()
    for part in parts[1:]:
        if part[0].isdigit():
            when = _first_day(read_date(part))
        else:
            payer.append(part)
    known: dict[str, Any] = read_values(today, payer=" ".join(payer)).known if payer else {}
    if payer and "payer" not in known:
        raise ValueError(f"{' '.join(payer)!r} is no payer we know. Write medicare, aetna, uhc, cigna or humana.")
    return tidy(parts[0]), when, known.get("payer")


def _first_day(iso: str) -> date:
    """The first day of a day, month, year or range."""
    year, month, day = ([int(part) for part in iso.split("..", maxsplit=1)[0].split("-")] + [1, 1])[:3]
    return date(year, month, day)


def _rulings(known: CodeEntry, when: date, scenario: Scenario) -> Iterator[tuple[str, str]]:
    for place in PLACES:
        yield wording.SETTINGS[place], status_on(known.code, when, scenario.but(setting=place)).why
    for modifier in MODIFIERS:
        yield f"Modifier {modifier}", modifier_on(known.code, modifier, when, scenario).why


def _values(known: CodeEntry, when: date) -> Iterator[tuple[str, str]]:
    """What stands in the rule book for this date and needs no working out."""
    for rule in known.units:
        if rule.holds_on(when):
            where = f" in {', '.join(rule.setting).replace('_', ' ')}" if rule.setting else ""
            yield "Counting", f"one unit per {one_per(rule.one_per)} ({rule.payer}{where}) [{rule.reference.source}]"
    for limit in known.limits:
        if limit.holds_on(when):
            unit = "line" if limit.adjudication == 1 else "date"
            yield "Limit", f"{limit.units} per {unit} ({limit.table} table of {limit.as_of}) [{limit.reference.source}]"
    for one in known.disagreements:
        if (one.start is None or one.start <= when) and (one.end is None or when <= one.end):
            follows = f"overruled by {one.overruled_by}" if one.overruled_by else "an open dispute"
            yield "Said otherwise", f"{one.says} [{one.source}]; {follows}"
