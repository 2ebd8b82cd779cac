"""What can be pressed under an answer, and what a press says. Pure."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from assistant.answer import Answer
from ui import asking, wording
from ui.slack.literal import as_mrkdwn
from ui.slack.message import Block
from ui.slack.parts import actions, button, calendar, choice, context

WORKING, THUMB_UP, THUMB_DOWN, AGAIN, FACT = "working", "thumb:up", "thumb:down", "again", "fact"
MOST_BUTTONS = 8  # more choices than that are a menu
DATE = "date_of_service"


class Pressed(NamedTuple):
    """One fact given for one question."""

    number: int
    fact: str
    value: Any


def foot(answer: Answer, number: int) -> Block:
    """The way it was worked out, and two thumbs."""
    elements = [
        button("👍", THUMB_UP, str(number), says="This answer helped"),
        button("👎", THUMB_DOWN, str(number), says="This answer did not help"),
    ]
    if answer.findings or answer.units or answer.modifiers or answer.pairs or answer.citations:
        elements.insert(0, button("How this was worked out", WORKING, str(number)))
    return actions(elements, f"foot:{number}")


def try_again(number: int) -> Block:
    return actions([button("Try again", AGAIN, str(number))], f"again:{number}")


def asked_blocks(answer: Answer, number: int, today: date) -> list[Block]:
    """The missing facts as buttons; a payer that was assumed as a menu of the others."""
    blocks: list[Block] = []
    for fact in asking.asked_facts(answer):
        elements = _elements(fact, number, today)
        if elements:
            blocks += [context(as_mrkdwn(fact.question)), actions(elements, f"{FACT}:{fact.key}:{number}")]
        else:
            blocks.append(context(as_mrkdwn(f"{fact.question} Answer in this thread.")))
    if "payer" not in answer.asks and any(guess.fact == "payer" for guess in answer.assumed):
        others = {key: name for key, name in wording.PAYERS.items() if key not in {one.value for one in answer.assumed}}
        menu = _menu("payer", "Another payer", others, number)
        blocks.append(actions([menu], f"{FACT}:payer:{number}"))
    return blocks


def pressed(action: Mapping[str, Any]) -> Pressed | None:
    """The fact behind a press on a button, a menu or a calendar; None where it is none of ours."""
    parts = str(action.get("action_id") or "").split(":")
    if parts[0] != FACT or len(parts) < 3:
        return None
    try:
        if action.get("type") == "datepicker":
            return Pressed(int(parts[2]), DATE, asking.read_date(str(action.get("selected_date"))))
        option = action.get("selected_option")
        number, fact, value = json.loads(str(option["value"] if isinstance(option, Mapping) else action.get("value")))
        return Pressed(int(number), str(fact), value) if fact in asking.WORDS_FOR else None
    except (ValueError, TypeError, KeyError):
        return None


def _elements(fact: asking.Asked, number: int, today: date) -> list[Block]:
    if fact.key == DATE:
        years = [_button(DATE, str(year), f"In {year}", number) for year in (today.year - 1, today.year)]
        return [calendar(f"{FACT}:{DATE}:{number}", "Pick the day"), *years]
    if len(fact.choices) > MOST_BUTTONS:
        return [_menu(fact.key, "Choose", fact.choices, number)]
    return [_button(fact.key, value, words, number) for value, words in fact.choices.items()]


def _button(fact: str, value: Any, words: str, number: int) -> Block:
    return button(words, f"{FACT}:{fact}:{number}:{value}", json.dumps([number, fact, value]))


def _menu(fact: str, placeholder: str, choices: Mapping[Any, str], number: int) -> Block:
    options = {json.dumps([number, fact, value]): words for value, words in choices.items()}
    return choice(placeholder, f"{FACT}:{fact}:{number}:menu", options)
