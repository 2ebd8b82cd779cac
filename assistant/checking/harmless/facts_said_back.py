"""Facts of the case said back: they count nothing, permit nothing, and tell of no rule."""

from __future__ import annotations

import re

from assistant.checking.harmless.left_to_advice import COURSE_LED

OF_A_RULE = re.compile(
    r"\b(?:polic(?:y|ies)|limits?|caps?|fits?|within|exceeds?|over|under|allow\w*|permit\w*|criteri\w+)\b"
)


def restates(plain: str, kinds: set[str]) -> bool:
    """Facts said back: no code counted, no permission given, no service put to a number of fractions."""
    if ("SERVICE" in kinds and COURSE_LED.match(plain)) or OF_A_RULE.search(plain):
        return False  # "Two fractions: management of a short course", "15 fractions still fit within that policy"
    return "CODE" not in kinds or bool(
        re.search(r"\b(?:you|your|assum|based on|given|asked|course|patient|case|scenario)\b", plain)
    )
