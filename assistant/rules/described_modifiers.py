"""Modifiers without a rule of their own here: what they mean, from a named source, and no verdict."""

from __future__ import annotations

from assistant.rules.component_modifiers import Told


def described(modifier: str) -> Told:
    """The modifier's meaning; whether it belongs on a line stays open."""
    return Told(None, False, f"{modifier} is not in the rule book's list of modifiers. Look it up with the payer.")
