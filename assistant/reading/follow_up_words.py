"""The words by which a turn continues, corrects or leaves what was said before, as patterns."""

from __future__ import annotations

import re

NEW = re.compile(
    r"\b(?:(?:new|another|next|different) (?:patient|pt|case|course|person|one)|(?:patient|pt|"
    r"case|course) (?:two|three|four|2|3|4)\b|start over|new question)"
)
ORDINALS = {
    "first": 0,
    "1st": 0,
    "original": 0,
    "second": 1,
    "2nd": 1,
    "third": 2,
    "3rd": 2,
    "fourth": 3,
    "4th": 3,
    "fifth": 4,
    "one": 0,
    "two": 1,
    "three": 2,
    "four": 3,
    "1": 0,
    "2": 1,
    "3": 2,
    "4": 3,
    "a": 0,
    "b": 1,
    "c": 2,
    "d": 3,
}
NUMBERED = re.compile(
    r"\b(?:the (?P<a>first|1st|original|second|2nd|third|3rd|fourth|4th|fifth) (?:patient|pt|case|"
    r"course|one|person)|(?:patient|pt|case) (?:#\s?)?(?P<b>one|two|three|four|[1-4])\b|"
    r"(?:patient|pt|case) (?P<e>[a-d])(?=\s*(?:[,:;.?!)-]|$|\d|again|is\b|was\b|had\b|has\b|now\b|with\b|got\b))|"
    r"back to (?:the )?(?P<c>first|1st|original|second|2nd|third|3rd|fourth)\b|(?P<d>first|second|"
    r"third) (?:patient|pt|case|course)\b)"
)
OTHER = re.compile(
    r"\b(?:the other (?:patient|pt|case|one|course)|the previous (?:patient|pt|case|course)|the "
    r"last patient|back to the (?:other|previous|earlier)(?: one)?)\b"
)
FRAGMENT = re.compile(
    r"^\W*(?:and|or|but|what about|how about|what if|if|same|the same|for|ok(?:ay)?[, ]+(?:and|"
    r"what|now)|then|so what|now|also|with|make (?:it|that)|in|at|let's say|say|suppose|change|"
    r"switch|instead|again)\b|\b(?:same|instead|what if)\b"
)
CORRECTS = re.compile(
    r"\b(?:actually|i meant?|sorry|correction|make (?:it|that)|wait|oops|not \d+|my mistake|typo|"
    r"scratch that|should be|change (?:it|that) to)\b|^\W*no\b"
)
CUT_SHORT = re.compile(
    r"\b(?:only|stop\w*|quit|ended|discontinu\w+|terminated|dropped|withdrew|died|expired|passed|hospice|refused|"
    r"cut short|d/c\w*)\b"
)
UP_TO_NOW = re.compile(r"\b(?:now|today|as of|so far|by now|up to)\b")
SAYS_TOTAL = re.compile(r"\b(?:total|in all|altogether|in total|whole course|all together)\b")
ABOUT_THE_SAME = re.compile(
    r"\b(?:does|would|is|will|do|did|was|has) (?:that|it|this|the answer|the same|they|"
    r"these)\b.{0,20}\b(?:change|different|same|apply|true|hold|differ|matter|go|still|ok|"
    r"allowed)\w*"
)
OPEN_QUESTION = re.compile(r"\b(?:how|what|which|who|when|why|where)\b")
BARE_NUMBER = re.compile(r"^\W*(?P<n>\d{1,3}|one|two|three|four|five)\W*$")
YES_NO = re.compile(r"^\W*(?P<yes>yes|yep|yeah|y|correct|right)?(?P<no>no|nope|n)?\W*$")
SMALL = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
