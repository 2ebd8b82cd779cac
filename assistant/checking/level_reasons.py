"""What can be the reason of a delivery level: the facts that decide it, or the level's own name again."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.checking.clauses.given import Reason
from assistant.rules.level import delivery_level
from assistant.scenario import Scenario


def names_the_level(reason: Reason, code: str) -> bool:
    """ "..., because it meets the definition of level 2": the level again, which the statement itself is judged for."""
    named = [mark.value for mark in reason.marks if mark.kind == "SERVICE" and mark.value.name.startswith("level ")]
    others = any(mark.kind in ("FACT", "SITE", "THING", "CODE") for mark in reason.marks)
    return len(named) == 1 and not others and {one.code for one in named[0].candidates} == {code}


def decides(said: Mapping[str, object], code: str, scenario: Scenario) -> bool:
    """Whether these facts are those of the case and make the level by themselves."""
    if not said:
        return False
    if any(getattr(scenario, name) is None and _raises(name, value) for name, value in said.items()):
        return False  # a fact that nobody told of this case
    beams = said.get("technique") or scenario.technique or "imrt"
    alone = {"technique": beams, "isocenters": 1, "motion_management": False, **said}
    return delivery_level(scenario.but(**alone)).code == code


def _raises(name: str, value: object) -> bool:
    if name == "technique":
        return value not in ("imrt", "3d")
    return value is True if name == "motion_management" else value != 1
