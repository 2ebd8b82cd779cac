"""Who bills, or is paid for, which part of a code: "the physician bills the professional component"."""

from __future__ import annotations

from datetime import date

from assistant.checking.clauses.agents import is_agent
from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.checking.judging.judgement import Judged, same
from assistant.rules.biller import HOSPITAL, PLACES, billing, side_of
from assistant.scenario import Scenario
from corpus.rulebook import entry

PARTS = {"TECHNICAL": "technical", "PROFESSIONAL": "professional"}
ACTING = ("DO", "PAY", "LINK")
OWN_PART = {"professional": "professional", "facility": "technical"}


def part_bills(c: ClauseReading) -> None:
    """Said of each part that an agent of the clause bills, takes or is paid for; two agents are one too many."""
    parts = [at for at in c.at("TECHNICAL", "PROFESSIONAL") if "acqui" not in c.marks[at].said]
    agents = [at for at in c.at("BILLER", "SETTING") if _agent_of(c, at) and is_agent(c.marks, at)]
    verbs = [at for at in c.at(*ACTING) if at not in parts]
    if not parts or not agents or not verbs or not c.codes or c.has("BUNDLED", "GLOBAL", "SPLIT", "UNITS", "FREQ"):
        return
    who = {_agent_of(c, at) for at in agents}
    if len(who) > 1 or min(agents[0], parts[0]) > verbs[-1] or _a_property(c, parts[0]):
        return
    agent = who.pop()
    alone = [at for at in c.at("ONLY") if any(0 < part - at <= 3 for part in parts)]
    denied = c.verb_denied()
    for at in parts:
        c.say("component", ("bills", (agent, PARTS[c.marks[at].kind])), at, *alone, polarity=not denied)


def _agent_of(c: ClauseReading, at: int) -> str | None:
    mark = c.marks[at]
    if mark.kind == "SETTING":
        return "facility" if mark.value in HOSPITAL else None
    return str(mark.value) if mark.value in OWN_PART else None


def _a_property(c: ClauseReading, at: int) -> bool:
    """ "The physician reports 77427, which has a technical part": said of the code, not of who bills."""
    before = [mark for mark in c.marks[:at] if mark.kind != "ARTICLE" and mark.said != "the"]
    return bool(before) and (before[-1].kind == "NEG" or before[-1].said in ("has", "have", "is", "as"))


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
    why = f"In {PLACES[scenario.setting or '']} the physician bills the professional part of {code}, the place the technical."
    return same(False, why, held, instead=why)
