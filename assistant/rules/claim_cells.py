"""The cells of a claim file: text, whole numbers and numbers of fractions, whatever a file holds.

References: the columns are those of the outside contract.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assistant.rules.finding import CountError
from assistant.rules.fractions import checked

OTHER_NAMES = {"dos_from": ("date_of_service", "dos", "from"), "dos_to": ("to",), "modifiers": ("modifier",)}


def fractions_in(text: str, missing: list[str]) -> int | None:
    if not text:
        return None
    try:
        return checked(float(text))
    except CountError as error:
        missing.append(f"fractions_delivered: {error}")
    except (ValueError, OverflowError):
        missing.append(f"fractions_delivered is {text!r}: write a whole number.")
    return None


def whole(text: str) -> int | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return int(number) if number.is_integer() and abs(number) < 10**9 else None


def cell(row: Mapping[str | None, Any], key: str) -> str:
    value = row.get(key)
    if not value and key in OTHER_NAMES:
        value = next((row[name] for name in OTHER_NAMES[key] if row.get(name)), None)
    return str(value).strip() if value else ""
