"""A turn of speech: the words by which it is noticed, its pattern, and what it says plainly."""

# ruff: noqa: E501 - patterns: one thought, one line
from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

CODE = r"(?:(?:the |a )?(?:CPT |HCPCS )?(?:code )?(?:\d{5}|G\d{4})\b)"
CODES = rf"(?:{CODE}(?:\s?(?:,|/|or|and|&)\s?{CODE}){{0,3}})"
ANY_CODE = re.compile(r"(?<![\d.])(?:\d{5}|G\d{4})(?!\d)", re.I)
MODIFIER = (
    r"(?:(?:(?:an?|the|its|own|modifiers?|mod) ){0,3}[-–]?"
    r"(?:26|TC|25|59|76|77|50|51|52|53|58|78|79|P[CNO]|X[EPSU]|LT|RT|G[AYZ]|KX|CT|F[XY]|Q[01])(?![\w%]|\.\d))"
)
NUMBER = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a single|a)"
THE_DAY = r"(?:(?:a|per|each|every|in a|in one|on one|on a single|on a|on any one|on any|for one) (?:single )?(?:day|date)(?: of service)?)"
# "ties X to Y": what an edit does to two codes.
JOINS = r"(?:t(?:ies|ying)|link(?:s|ing)|join(?:s|ing)|connect(?:s|ing)|bind(?:s|ing)|coupl(?:es|ing)|pair(?:s|ing)|tether(?:s|ing))"
NOT_DENIED = r"(?<!n't )(?<!n’t )(?<!not )(?<!never )"


class Idiom(NamedTuple):
    """`signs` are words of which every match holds one; the plain form stands in the same place of the sentence.

    What is put in its place says as much and no less: who acts on whom, what is denied and how many stay as they are.
    """

    signs: frozenset[str]
    pattern: re.Pattern[str]
    plain: str | Callable[[re.Match[str]], str]


def idiom(signs: str, pattern: str, plain: str | Callable[[re.Match[str]], str]) -> Idiom:
    """An idiom, whatever its capitals; a part in `(?-i:...)` keeps its own."""
    return Idiom(frozenset(signs.split()), re.compile(pattern, re.I), plain)


def by_sign(idioms: Iterable[Idiom]) -> dict[str, tuple[int, ...]]:
    """Where in the row the idioms stand that a word may belong to."""
    found: dict[str, list[int]] = {}
    for at, one in enumerate(idioms):
        for sign in one.signs:
            found.setdefault(sign, []).append(at)
    return {sign: tuple(places) for sign, places in found.items()}
