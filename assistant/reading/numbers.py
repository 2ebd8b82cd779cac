"""Counts as they stand in a text: digits, words, "x6", "6x", "(6)", "6 u", "28/28", ranges, signs, decimals.

A number keeps the value that was said: 27.5 and -3 are for the reader of facts to refuse.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.reading.fixed import fixed
from assistant.reading.number_words import BEGINNINGS, BETWEEN, NOUN_OF, TENS, TREATMENT_OF, WORDS
from assistant.reading.text import Text, Word

Claimed = Sequence[int]  # one per character of `Text.plain`; non-zero where something else was read


@fixed
class NumberMention:
    """A number with the thing it counts; `start` and `end` count in `Text.plain`, without the noun."""

    value: int | float
    start: int
    end: int
    noun: str | None = None  # fraction, unit, week, day, gy, ... see number_words
    noun_end: int = 0  # where the noun ends; `end` when there is none
    form: str = "digits"  # digits, word, parenthesis ("(6)"), times ("x6", "6x"), ordinal ("3rd", "#3"), approximate ("a couple")
    link: str = ""  # how it is joined to the number before: "-", "/", "of", "or", "and", "+", "x", "in"
    noun_is_own: bool = True  # False: the noun stands behind a later number of the same chain ("28-30 fractions")

    def of(self, noun: str, end: int) -> NumberMention:
        """The same number with what it counts."""
        return NumberMention(self.value, self.start, self.end, noun, end, self.form, self.link, self.noun_is_own)

    @property
    def is_count(self) -> bool:
        return isinstance(self.value, int) and self.value > 0


_DIGITS = re.compile(
    r"(?=[x#\d])(?P<x>(?<![a-z])x\s?|#\s?)?(?P<value>\d{1,3}(?:,\d{3})+(?!\d)|"
    r"\d{1,12})(?P<decimal>\.\d{1,6})?(?P<suffix>st|nd|rd|th)?(?![\d])"
)
_GLUED = re.compile(r"x(?![a-z])|[a-z]+")
_TIMES = re.compile(r" x(?![a-z\d]| ?\d)")
_GAP = re.compile(r"[\s\-)\]]{1,3}")
_LONGEST_LINK = 12  # characters
_SAME_LINK = {"plus": "+", "&": "and", "to": "-", "thru": "-", "through": "-", "out of": "of"}
_LINK = re.compile(
    r"^\s?(?:(?P<sign>[-/+x&]|,\s?(?:and|or)?)|(?P<word>to|of|or|and|plus|in|out of|thru|through|over|x))\s?$"
)


def find_numbers(text: Text, claimed: Claimed | None = None) -> list[NumberMention]:
    """Every number that nothing else has claimed, in reading order. Linear in the length of the text."""
    taken = claimed if claimed is not None else bytes(len(text.plain))
    numbers = sorted(_digits(text, taken) + _words(text, taken), key=lambda one: one.start)
    if not numbers:
        return numbers
    starts = {word.start: at for at, word in enumerate(text.words)}
    numbers = [_with_noun(text, one, starts) for one in numbers]
    return _linked(text, numbers)


def _digits(text: Text, taken: Claimed) -> list[NumberMention]:
    found = []
    for match in _DIGITS.finditer(text.lower):
        start = match.start("value")
        before = text.lower[start - 1] if start else " "
        if (
            taken[start]
            or (before.isalnum() and not match["x"])
            or (before == "." and text.lower[start - 2 : start - 1].isdigit())
        ):
            continue
        value: int | float = int(match["value"].replace(",", ""))
        if match["decimal"]:
            value = float(match["value"].replace(",", "") + match["decimal"])
        elif before == ".":
            value = float("0." + match["value"])
        form = (
            "ordinal" if match["suffix"] or (match["x"] or "").startswith("#") else "times" if match["x"] else "digits"
        )
        start, value = _signed(text.lower, start, value)
        found.append(NumberMention(value, start, match.end(), None, match.end(), form))
    return found


def _signed(lower: str, start: int, value: int | float) -> tuple[int, int | float]:
    """A hyphen is a minus sign when nothing counted stands before it."""
    head = lower[max(0, start - 12) : start]
    for word in ("minus ", "negative "):
        if head.endswith(word):
            return start - len(word), -value
    if not head.endswith("-"):
        return start, value
    before = head[:-1]
    if before and not before.endswith((" ", "\n", "(", ":", "=", ",")):
        return start, value
    if before.rstrip()[-1:].isdigit():  # "28 -30" is a range
        return start, value
    return start - 1, -value


def _words(text: Text, taken: Claimed) -> list[NumberMention]:
    found: list[NumberMention] = []
    if BEGINNINGS.isdisjoint(text.stems):
        return found
    at, words = 0, text.words
    while at < len(words):
        mention, used = _word_number(words, at)
        if mention and not taken[mention.start]:
            found.append(mention)
        at += used
    return found


def _word_number(words: Sequence[Word], at: int) -> tuple[NumberMention | None, int]:
    here = words[at]
    following = words[at + 1].stem if at + 1 < len(words) else ""
    if here.stem == "half" and following in ("dozen", "a"):
        last = at + 1 if following == "dozen" else at + 2
        if last < len(words) and words[last].stem == "dozen":
            return NumberMention(6, here.start, words[last].end, None, words[last].end, "word"), last - at + 1
    if here.stem in TENS:
        value, last = TENS[here.stem], at
        if following in WORDS and 0 < WORDS[following] < 10 and words[at + 1].start - here.end <= 1:
            value, last = value + WORDS[following], at + 1
        return NumberMention(value, here.start, words[last].end, None, words[last].end, "word"), last - at + 1
    if here.stem not in WORDS:
        return None, 1
    if following == "dozen" and here.stem != "dozen":
        return NumberMention(12 * WORDS[here.stem], here.start, words[at + 1].end, None, words[at + 1].end, "word"), 2
    if following == "hundred":
        return NumberMention(100 * WORDS[here.stem], here.start, words[at + 1].end, None, words[at + 1].end, "word"), 2
    form = "approximate" if here.stem == "couple" else "word"
    return NumberMention(WORDS[here.stem], here.start, here.end, None, here.end, form), 1


def _with_noun(text: Text, one: NumberMention, starts: dict[int, int]) -> NumberMention:
    """The thing counted: right behind ("28fx", "6 u"), or past words that only describe it ("28 daily fractions")."""
    tail = text.lower[one.end : one.end + 40]
    if tail.startswith("%"):
        return one.of("percent", one.end + 1)
    if text.lower[max(0, one.start - 2) : one.start].strip().endswith("$"):
        return replace(one, noun="dollar")
    if tail.startswith(")") and text.lower[one.start - 1 : one.start] == "(":
        return replace(one, form="parenthesis")
    glued = _GLUED.match(tail)
    if glued:
        if glued.group() == "x":
            return replace(one, form="times")
        noun = NOUN_OF.get(glued.group()) or NOUN_OF.get(glued.group().rstrip("s"))
        return one.of(noun, one.end + glued.end()) if noun else one
    if _TIMES.match(tail):
        return replace(one, form="times")
    gap = _GAP.match(tail)
    return _noun_ahead(text, one, starts.get(one.end + gap.end())) if gap else one


def _noun_ahead(text: Text, one: NumberMention, at: int | None) -> NumberMention:
    if at is None:
        return one
    last = one.end
    for word in text.words[at : at + 4]:
        gap = text.lower[last : word.start]
        if gap.strip(" -)]\n\t") or "\n\n" in gap:
            return one
        noun = NOUN_OF.get(word.stem)
        following = text.words[at + 1].stem if at + 1 < len(text.words) else ""
        describes = word.stem == "treatment" and NOUN_OF.get(following) in TREATMENT_OF
        if noun and not describes:
            return one.of(noun, word.end)
        if word.stem not in BETWEEN:
            return one
        last, at = word.end, at + 1
    return one


def _link(lower: str, start: int, end: int) -> str:
    match = _LINK.match(lower[start:end]) if end - start < _LONGEST_LINK else None
    if not match:
        return ""
    sign: str = match["sign"] or match["word"]
    sign = sign.lstrip(", ") or sign[:1]
    return _SAME_LINK.get(sign, sign)


def _linked(text: Text, numbers: list[NumberMention]) -> list[NumberMention]:
    linked = numbers[:1]
    for one in numbers[1:]:
        link = _link(text.lower, linked[-1].noun_end, one.start)
        linked.append(replace(one, link=link) if link else one)
    for at in range(len(linked) - 2, -1, -1):
        following = linked[at + 1]
        if following.link in ("-", "/", "of", "or", "and", "+", ",") and linked[at].noun is None and following.noun:
            linked[at] = replace(linked[at], noun=following.noun, noun_is_own=False)
    return linked
