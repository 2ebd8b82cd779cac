"""Sums in fives that are said aloud and are right: "28 divided by 5 is 5.6", "36 is seven times five plus one"."""

from __future__ import annotations

import re

_SMALL = {
    name: at
    for at, name in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
    if at
}
_NUMBER = rf"(\d+|{'|'.join(_SMALL)})"
_DIVIDED = re.compile(r"^(\d+) (?:divided by|/|÷) (?:5|five) (?:is|equals|=|gives|makes) (\d+(?:\.\d+)?)$")
_FIVES = re.compile(rf"^(\d+) (?:is|equals|=) {_NUMBER} (?:times|x|×) (?:5|five)(?: plus {_NUMBER})?$")


def is_right_sum(plain: str) -> bool:
    """Whether the sentence (lower case, without its end) is one sum in fives, and it comes out."""
    divided = _DIVIDED.match(plain)
    if divided:
        return round(float(divided[2]) * 5, 6) == int(divided[1])
    fives = _FIVES.match(plain)
    if not fives:
        return False
    left = _value(fives[3] or "0")
    return left < 5 and _value(fives[2]) * 5 + left == int(fives[1])


def _value(word: str) -> int:
    return _SMALL[word] if word in _SMALL else int(word)
