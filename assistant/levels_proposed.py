"""A level that a question proposes, held against the case: "does daily CBCT get us to level 3"."""

from __future__ import annotations

from assistant.decision import Decision
from assistant.rules.level import LEVELS


def proposed_level(decision: Decision) -> str | None:
    """The one level that a yes or no would be about."""
    named = [code for code in decision.asked.codes if code in LEVELS]
    asked = decision.asked
    wanted = (
        asked.yes_no
        and not asked.frequency
        and not asked.modifiers
        and asked.matters <= {"which_code", "units", "coverage"}
    )
    return named[0] if wanted and len(named) == 1 and len(asked.codes) == 1 else None


def is_idle(decision: Decision) -> bool:
    """Whether all that the question tells for the level it proposes is something that raises none."""
    level, scenario = decision.level, decision.scenario
    told = scenario.motion_management or (scenario.isocenters or 0) > 1
    return (
        bool(decision.asked.idle)
        and level is not None
        and level.code is None
        and not told
        and (proposed_level(decision) is not None)
    )


def level_holds(decision: Decision) -> bool | None:
    """Whether the proposed level is that of the case; None where nothing was proposed or the case leaves it open."""
    proposed, level = proposed_level(decision), decision.level
    if proposed is None or level is None:
        return None
    if level.code is not None:
        return level.code == proposed
    return False if is_idle(decision) or proposed not in level.candidates else None
