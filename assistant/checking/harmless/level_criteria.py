"""What is a criterion of delivery level 3 and what never is, in sentences of fixed form, held against the level rule itself."""

# ruff: noqa: E501 - patterns and lists of phrases: one thought, one line
from __future__ import annotations

import re
from datetime import date
from functools import cache

from assistant.reading.patterns import Seldom
from assistant.rules.level import LEVELS, delivery_level
from assistant.scenario import Period, Scenario

# The least that can be told of a session with this and nothing more.
_FACTS: dict[str, Scenario] = {
    "active motion management": Scenario(technique="3d", isocenters=1, motion_management=True),
    "multiple isocenters": Scenario(technique="3d", isocenters=2, motion_management=False),
    "total-skin electrons": Scenario(technique="total_skin_electrons"),
    "electrons mixed with photons": Scenario(technique="mixed"),
    "imrt": Scenario(technique="imrt", isocenters=1, motion_management=False),
    "3-d planning": Scenario(technique="3d", isocenters=1, motion_management=False),
    "electrons": Scenario(technique="electrons"),
    "image guidance": Scenario(technique="3d", isocenters=1, motion_management=False),
    "a single isocenter": Scenario(technique="3d", isocenters=1, motion_management=False),
}
_ALSO = {
    "active management of motion": "active motion management",
    "more than one isocenter": "multiple isocenters",
    "several isocenters": "multiple isocenters",
    "two isocenters": "multiple isocenters",
    "total skin electrons": "total-skin electrons",
    "photons mixed with electrons": "electrons mixed with photons",
    "one isocenter": "a single isocenter",
    "3d planning": "3-d planning",
    "igrt": "image guidance",
    "cbct": "image guidance",
    "daily cbct": "image guidance",
    "daily imaging": "image guidance",
    "daily image guidance": "image guidance",
    "vmat": "imrt",
}
_SUBJECT = "|".join(sorted(map(re.escape, {*_FACTS, *_ALSO}), key=len, reverse=True))
_ENOUGH = r"(?:is|would be|will be) (?:sufficient|enough|all it takes|all that is needed)|suffices"
_ONE_OF = Seldom(
    rf"^(?:(?:only )?one|any one|any|a single one|any single one)(?: of the)?(?: named)? level 3 criteri(?:on|a) (?:{_ENOUGH})$",
    "criteri",
)
_CRITERION = Seldom(
    rf"^(?P<what>{_SUBJECT})(?: (?:alone|by itself|by themselves|on its own|as such))? "
    r"(?P<verb>is|are|counts as|count as|isn't|is not|are not|aren't|is never|are never|does not count as|doesn't count as) "
    r"(?P<such>an?|one of the|among the|such an?|any of the) ?(?:named )?(?P<level>level 3 )?criteri(?:on|a)$",
    "criteri",
)
_QUALIFIES = Seldom(
    r"^(?:a )?(?:single|one) isocenter with (?:3-d|3d|imrt|3-d or imrt) (?:planning|photons|delivery) (?P<verb>qualifies|qualifies for level 3|is level 3|meets level 3) when active motion management is used(?: during (?:delivery|treatment|the session))?$",
    "motion management",
)
_OPENING = re.compile(r"^(?:remember,? |note that |and |also,? |here,? |but )")


def states_a_criterion(plain: str) -> bool:
    """Whether the whole sentence (lower case, without its end) says rightly what level 3 asks for."""
    said = _OPENING.sub("", plain)
    if _ONE_OF.match(said):
        return True
    if _QUALIFIES.match(said):
        return _is_level_3("active motion management")
    match = _CRITERION.match(said)
    if match is None:
        return False
    denied = bool(re.search(r"not|n't|never", match["verb"]))
    if not match["level"] and not denied:
        return False  # "is a criterion" of what?
    what = _ALSO.get(match["what"], match["what"])
    return _is_level_3(what) != denied


@cache
def _is_level_3(what: str) -> bool:
    day = date(2026, 1, 1)  # the first day of the levels in their present meaning
    return delivery_level(_FACTS[what].but(dos=Period(day, day))).code == LEVELS[2]
