"""Patient identifiers taken out of everything a turn brings, before reader, model, log or history sees it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assistant.privacy import remove_identifiers
from assistant.turn import Turn


def take_out_identifiers(turn: Turn) -> None:
    """Clean question, history, facts and corrections, and tell which kinds were found in what was given now."""
    turn.question, removed = remove_identifiers(turn.question)
    turn.facts, beside = _without(turn.facts)
    turn.corrections, corrected = _without(turn.corrections)
    turn.history = [_said(one) for one in turn.history]
    turn.removed = tuple(dict.fromkeys((*removed, *beside, *corrected)))
    if turn.removed:
        turn.notices.append("Patient identifiers were removed from the question; none was kept.")


def _said(said: Mapping[str, str]) -> dict[str, str]:
    return {"role": str(said.get("role")), "content": remove_identifiers(str(said.get("content") or ""))[0]}


def _without(facts: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Facts from a form, whose free fields may hold anything; their names too are written by somebody."""
    cleaned: dict[str, Any] = {}
    kinds: list[str] = []
    for name, value in facts.items():
        plain_name, in_name = remove_identifiers(str(name))
        kinds += in_name
        cleaned[plain_name] = value
        if value is not None and not isinstance(value, bool | int | float):
            cleaned[plain_name], in_value = remove_identifiers(str(value))
            kinds += in_value
    return cleaned, kinds
