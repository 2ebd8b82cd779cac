"""Conversations keep their facts straight from turn to turn."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.conversation import Conversation
from assistant.reading.values import read_values

TODAY = date(2026, 11, 22)
CONVERSATIONS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("conversations.yaml").read_text("utf-8"))
BESIDE_FACTS = ("intent", "problem", "proposes")


def scenario_value(name: str, written: Any) -> Any:
    """The table's short spelling as a scenario value."""
    if name == "dos":
        return read_values(TODAY, date_of_service=written).known["dos"]
    if name in ("codes", "modifiers"):
        return tuple(written.split())
    if name == "sessions":
        return tuple(int(one) for one in written.split())
    return written


def known_facts(conversation: Conversation) -> dict[str, Any]:
    """Every fact of the scenario that is set."""
    scenario = conversation.scenario
    facts = {name: getattr(scenario, name) for name in scenario.origins}
    if facts.get("sessions"):
        facts["sessions"] = tuple(one.fractions for one in facts["sessions"])
    return {name: value for name, value in facts.items() if value not in (None, ())}


@pytest.mark.parametrize("table", CONVERSATIONS, ids=[one["name"] for one in CONVERSATIONS])
def test_scenario_after_each_turn(table: dict[str, Any]) -> None:
    """After every turn the whole scenario is what a careful colleague would have noted."""
    conversation = Conversation.start(TODAY, table.get("facts"), table.get("corrections"))
    wanted: dict[str, Any] = {}
    for turn in table["turns"]:
        if isinstance(turn, dict):
            conversation = conversation.answered(turn["assistant"])
            continue
        question, changes = turn
        conversation = conversation.hear(question)
        for name, written in changes.items():
            if name in BESIDE_FACTS:
                continue
            if written is None:
                wanted.pop(name, None)
            else:
                wanted[name] = scenario_value(name, written)
        assert (question, wanted) == (question, known_facts(conversation))
        _beside_the_facts(question, changes, conversation)


def _beside_the_facts(question: str, changes: dict[str, Any], conversation: Conversation) -> None:
    if "intent" in changes:
        assert (question, changes["intent"]) == (question, conversation.intents[0])
    kinds = {problem.kind for problem in conversation.problems}
    assert (question, {changes["problem"]} if "problem" in changes else set()) == (question, kinds)
    if "proposes" in changes:
        asked = conversation.proposition
        said = f"{asked.kind} {asked.value}" if asked else None
        assert (question, changes["proposes"]) == (question, said)


def test_thirty_conversations_of_four_to_ten_turns() -> None:
    """The table holds thirty conversations, each long enough to lose a fact in."""
    lengths = [sum(isinstance(turn, list) for turn in one["turns"]) for one in CONVERSATIONS]
    assert len(lengths) >= 30
    assert max(lengths) == 10
    assert sum(length >= 4 for length in lengths) >= 29


def test_history_gives_the_same_conversation() -> None:
    """Turns handed over as history mean the same as turns heard one by one."""
    history = [
        {"role": "user", "content": "28 fx, Medicare, how many 77427?"},
        {"role": "assistant", "content": "6 units [1]."},
    ]
    conversation = Conversation.from_history(history, {"setting": "POS 11"}, {"payer": "UHC"}, today=TODAY)
    after = conversation.hear("27?").scenario
    assert (27, "office", "uhc", ("77427",)) == (after.fractions, after.setting, after.payer, after.codes)


def test_every_fact_says_where_it_came_from() -> None:
    """Origins tell this question from earlier turns, the form and corrections."""
    start = Conversation.start(TODAY, {"setting": "office"}, {"payer": "aetna"})
    origins = start.hear("28 fx 77427?").hear("schedule qd").scenario.origins
    assert origins == {
        "setting": "facts",
        "payer": "correction",
        "fractions": "earlier turn",
        "codes": "earlier turn",
        "schedule": "question",
    }


def test_question_that_overrules_the_form_is_told() -> None:
    """Where the question and the form differ, both values are there for the answer to say so."""
    conversation = Conversation.start(TODAY, {"payer": "UHC", "setting": "office"}).hear("Medicare, 77427?")
    assert [("payer", "uhc", "medicare")] == [(o.fact, o.given, o.said) for o in conversation.overruled]


def test_fact_that_is_not_understood_is_a_problem() -> None:
    """A form value nobody can read is reported and left out, on every turn."""
    conversation = Conversation.start(TODAY, {"payer": "xyzzy", "colour": "red"}).hear("28 fx")
    assert ["unknown_fact", "unknown_fact"] == [problem.kind for problem in conversation.problems]
    assert conversation.scenario.payer is None


def test_two_hundred_turns_stay_fast() -> None:
    """A conversation of 200 turns is read again in well under a second."""
    turns = [{"role": "user", "content": f"{20 + n % 15} fx, UHC, hospital, 77427 units?"} for n in range(100)]
    history = [turn for one in turns for turn in (one, {"role": "assistant", "content": "6 units. " * 50})]
    started = time.process_time()
    conversation = Conversation.from_history(history, today=TODAY)
    assert time.process_time() - started < 2.0
    assert conversation.scenario.fractions == 20 + 99 % 15


def test_many_patients_stay_bounded() -> None:
    """Endless new patients do not grow the conversation without limit."""
    conversation = Conversation.start(TODAY).hear("28 fx 77427")
    for _ in range(120):
        conversation = conversation.hear("new patient, 12 fx")
    assert len(conversation.patients) <= 50


@settings(max_examples=150, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=6))
def test_any_turns_are_survived(turns: list[str]) -> None:
    """No text in any turn makes the conversation fail."""
    conversation = Conversation.start(TODAY)
    for turn in turns:
        conversation = conversation.hear(turn)
    assert conversation.scenario is not None
