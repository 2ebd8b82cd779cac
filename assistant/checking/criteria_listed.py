"""A level with a list of what reaches it: "77412: several isocenters, active motion management, or total-skin electrons".

Every item of such a list must reach the level by itself, so each becomes advice of its own; joined they would say less.
"""

# ruff: noqa: E501 - patterns and lists of phrases: one thought, one line
from __future__ import annotations

import re
from typing import Any

from assistant.checking.advice import Advice
from assistant.checking.clauses.aside import NOTHING, Aside
from assistant.checking.complexity_told import complexity_told
from assistant.rules.code_sets import LEVELS

_ONE = r"(?:one|a single|1|the same) isocent(?:er|re)"
_SESSION = r"(?: in (?:one|a single|the same) session)?"
_ITEMS: tuple[tuple[str, dict[str, Any]], ...] = (
    (
        r"(?:treatment of |photons (?:to|with) )?(?:more than one|multiple|several|two or more|at least two) isocent(?:ers?|res?)",
        {"technique": "3d", "isocenters": 2, "motion_management": False},
    ),
    (
        rf"(?:{_ONE} with )?(?:active motion management|actively managed motion)(?: (?:on|with|at|for) {_ONE})?",
        {"technique": "3d", "isocenters": 1, "motion_management": True},
    ),
    (r"total[- ]skin electrons?(?: (?:treatment|irradiation|therapy))?", {"technique": "total_skin_electrons"}),
    (
        rf"(?:electrons (?:mixed|combined|together) with photons|photons (?:mixed|combined|together) with electrons|(?:a )?mix(?:ed|ture of)? (?:electrons and photons|photons and electrons)|mixed electron and photon (?:fields|beams)){_SESSION}",
        {"technique": "mixed"},
    ),
    (
        r"(?:electrons|electron (?:fields?|beams?))(?: only| alone)?|only electrons",
        {"technique": "electrons", "isocenters": 1},
    ),
    (
        rf"(?:photons? (?:(?:that are )?planned in |in )(?:2-?d|two dimensions)|(?:2-?d|two-dimensional)(?:[- ]planned)? photons?)(?: (?:to|with|on) {_ONE})?",
        {"technique": "2d", "isocenters": 1, "motion_management": False},
    ),
    (
        rf"(?:3-?d|imrt|both) photons? (?:to|with|on) {_ONE} (?:without|and no) (?:active )?motion management",
        {"technique": "3d", "isocenters": 1, "motion_management": False},
    ),
)
_READ = tuple((re.compile(pattern), facts) for pattern, facts in _ITEMS)
_CODE = "|".join(LEVELS)
_LIST = re.compile(
    rf"^\s*(?:[-*+•–]\s+)?(?:(?P<code>{_CODE})(?:,? (?:is )?(?:now )?\(?level (?P<level>\d)\)?)?|level (?P<before>\d)(?:,? \(?(?P<behind>{_CODE})\)?))"
    r"\s?(?::|;|=|[-–—](?=\s)| means| covers| is for)\s*(?P<items>[^:;()]+?)\.?$"
)
_EITHER = re.compile(r"\b(?:3-?d or imrt|imrt or 3-?d)(?= photons?\b)")  # one item of a list that "or" joins
_JOINS = re.compile(r",? or |, ")


def criteria_listed(lower: str, aside: Aside = NOTHING) -> tuple[Advice, ...]:
    """What a list says of its level, item by item; nothing where one of them is not read."""
    if by_complexity := complexity_told(lower, aside):
        return by_complexity
    told = _LIST.match(lower.replace("*", ""))
    if told is None:
        return ()
    code = told["code"] or told["behind"]
    level = told["level"] or told["before"]
    items = _JOINS.split(_EITHER.sub("both", told["items"].strip()))
    found = [_facts(item.strip()) for item in items]
    if len(found) < 2 or any(one is None for one in found) or (level and code != _code_of(int(level))):
        return ()
    return tuple(Advice("component", (code,), "criteria", condition=one) for one in found if one is not None)


def _code_of(level: int) -> str | None:
    return LEVELS[level - 1] if 1 <= level <= len(LEVELS) else None


def _facts(item: str) -> dict[str, Any] | None:
    return next((facts for pattern, facts in _READ if pattern.fullmatch(item)), None)
