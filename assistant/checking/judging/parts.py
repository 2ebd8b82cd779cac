"""Who bills which part of a code, against the rule of who may."""

from __future__ import annotations

from datetime import date

from assistant.checking.judging.judgement import Judged, same
from assistant.rules.biller import HOSPITAL, OWN_PART, PLACES, billing, side_of
from assistant.scenario import Scenario
from corpus.rulebook import entry


def judge_part(code: str, value: tuple[str, str], day: date, scenario: Scenario) -> Judged:
    """Each bills its own part in a hospital; elsewhere one bill may hold both."""
    agent, part = value
    known = entry(code)
    ruling = billing(code, day, scenario.setting, None)
    if known is None or known.period_on(day) is None or ruling.side == "unknown":
        return Judged("no_data", ruling.why, ruling.references)
    side, held = side_of(known, day)
    has_it = side in (part, "both")
    if not has_it:
        return Judged("fail", ruling.why, ruling.references, ruling.why)
    if OWN_PART[agent] == part:
        return same(True, ruling.why, held)
    if scenario.setting not in HOSPITAL:
        return Judged("no_data", "Whether one bill holds both parts depends on who owns the machine.", held)
    where = PLACES[scenario.setting or ""]
    why = f"In {where} the physician bills the professional part of {code}, the place the technical."
    return same(False, why, held, instead=why)
