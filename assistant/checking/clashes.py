"""Pieces of advice of one sentence that cannot stand together, each of which would pass alone."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.checking.advice import Advice

OTHER_PART = {"26": "technical", "TC": "professional"}


def clash(advice: Sequence[Advice]) -> str:
    """Why the sentence cannot be taken at its word, or "": "77014-26 bills for the technical work"."""
    for one in advice:
        if one.kind != "modifier" or not one.polarity or one.value not in OTHER_PART:
            continue
        if any(_whole(other, one.codes) for other in advice):
            return f"{one.value} on a bill for both parts"
        marked = {other.value for other in advice if other.kind == "modifier" and other.codes == one.codes}
        if len(marked) == 1 and any(_claims(other, OTHER_PART[one.value], one.codes) for other in advice):
            return f"{one.value} beside the {OTHER_PART[one.value]} part"
    return ""


def _whole(one: Advice, codes: tuple[str, ...]) -> bool:
    return one.kind == "component" and one.polarity and one.value == "global" and one.codes == codes


def _claims(one: Advice, part: str, codes: tuple[str, ...]) -> bool:
    return one.kind == "component" and one.polarity and one.value in (part, ("only", part)) and one.codes == codes
