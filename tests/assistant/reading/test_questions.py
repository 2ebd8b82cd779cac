"""Hurried questions, each with the intent and the facts that must be read out of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.reading.facts import Reading, read_facts
from assistant.reading.values import read_values

TODAY = date(2026, 11, 22)
QUESTIONS: list[tuple[str, str, dict[str, Any]]] = yaml.safe_load(
    Path(__file__).with_name("questions.yaml").read_text("utf-8")
)


def expected_facts(facts: dict[str, Any]) -> dict[str, Any]:
    """The table's short spellings as scenario values."""
    wanted = dict(facts)
    if "dos" in wanted:
        wanted["dos"] = read_values(TODAY, date_of_service=wanted["dos"]).known["dos"]
    for name in ("codes", "modifiers"):
        if name in wanted:
            wanted[name] = tuple(wanted[name].split())
    if "sessions" in wanted:
        wanted["sessions"] = tuple(int(one) for one in wanted["sessions"].split())
    return {name: value for name, value in wanted.items() if value != ()}


def said_facts(reading: Reading, wanted: dict[str, Any]) -> dict[str, Any]:
    """What was read, without the body site where the table does not name it."""
    scenario = reading.scenario
    said = {name: getattr(scenario, name) for name in scenario.origins if name != "site" or "site" in wanted}
    if "sessions" in said:
        said["sessions"] = tuple(one.fractions for one in scenario.sessions)
    return said


@pytest.mark.parametrize(("question", "intent", "facts"), QUESTIONS, ids=[str(row[0]) for row in QUESTIONS])
def test_question_is_read(question: str, intent: str, facts: dict[str, Any]) -> None:
    """A hurried question yields its intent and exactly the facts it states."""
    reading = read_facts(question, TODAY)
    wanted = expected_facts(facts)
    assert (intent, wanted) == (reading.intent, said_facts(reading, wanted))


def test_table_is_large() -> None:
    """The table holds hundreds of questions, no question twice."""
    questions = [row[0] for row in QUESTIONS]
    assert len(questions) >= 200
    assert len(set(questions)) == len(questions)
