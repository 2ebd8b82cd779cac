"""Who bills, or is paid for, which part of a code: "the physician bills the professional component"."""

from __future__ import annotations

from assistant.checking.clauses.agents import is_agent
from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.rules.biller import HOSPITAL, OWN_PART

PARTS = {"TECHNICAL": "technical", "PROFESSIONAL": "professional"}
ACTING = ("DO", "PAY", "LINK", "ON_BILL")
OWNING = frozenset(
    "provides provide owns own supplies supply furnishes furnish performs perform keeps keep handles".split()
)


def part_bills(c: ClauseReading) -> None:
    """Said of each part that an agent bills, takes or is paid for: the agent before it, or the bill it stands on."""
    parts = [at for at in c.at("TECHNICAL", "PROFESSIONAL") if "acqui" not in c.marks[at].said]
    if not parts or not c.codes or c.has("BUNDLED", "GLOBAL", "SPLIT", "UNITS", "FREQ"):
        return
    agents = {at: agent for at in c.at("BILLER", "SETTING") if (agent := _agent_of(c, at)) and _acts(c, at, parts)}
    agents |= {owner[0]: owner[1] for at in c.at("BELONGS") if (owner := _owner_behind(c, at))}
    agents |= {at: str(c.marks[at].value) for at in c.at("ON_BILL")}
    verbs = [at for at, mark in enumerate(c.marks) if at not in parts and (mark.kind in ACTING or mark.said in OWNING)]
    said = verbs or c.at("BELONGS") or any(_for_part(c, at) for at in agents)
    if not agents or not said or _a_property(c, parts[0]):
        return
    for at in parts:
        gets = [(owner[0], i) for i in c.at("BELONGS") if 0 < i - at < 3 and (owner := _owner_behind(c, i))]
        nearest = gets[0][0] if gets else max((i for i in agents if i < at), default=min(agents))
        affirmed = c.polarity(gets[0][1]) if gets else not c.verb_denied()
        alone = [i for i in c.at("ONLY") if 0 < at - i <= 3]
        value = (agents[nearest], PARTS[c.marks[at].kind])
        c.say("component", ("bills", value), at, *alone, *(i for _, i in gets), polarity=affirmed)


def _owner_behind(c: ClauseReading, at: int) -> tuple[int, str] | None:
    """ "goes to the hospital", "belongs to the physician": whose part that is."""
    for i in range(at + 1, min(at + 4, len(c.marks))):
        if c.marks[i].kind in ("BILLER", "SETTING"):
            agent = _agent_of(c, i)
            return (i, agent) if agent else None
    return None


def _acts(c: ClauseReading, at: int, parts: list[int]) -> bool:
    owns = any(mark.said in OWNING for mark in c.marks[at + 1 : at + 2])
    return owns or is_agent(c.marks, at) or (_for_part(c, at) and any(at < part for part in parts))


def _for_part(c: ClauseReading, at: int) -> bool:
    """ "the doctor for the professional component": the verb stands before."""
    after = [mark for mark in c.marks[at + 1 : at + 5] if mark.kind != "ARTICLE" and mark.said != "the"]
    return len(after) > 1 and after[0].said == "for" and after[1].kind in PARTS


def _agent_of(c: ClauseReading, at: int) -> str | None:
    mark = c.marks[at]
    if mark.kind == "SETTING":
        return "facility" if mark.value in HOSPITAL else None
    return str(mark.value) if mark.value in OWN_PART else None


def _a_property(c: ClauseReading, at: int) -> bool:
    """ "The physician reports 77427, which has a technical part": said of the code, not of who bills."""
    before = [mark for mark in c.marks[:at] if mark.kind != "ARTICLE" and mark.said != "the"]
    return bool(before) and (before[-1].kind == "NEG" or before[-1].said in ("has", "have", "is", "as"))
