"""What the count hangs on and what it does not: "follows fractions, not weeks", "holidays don't affect the count"."""

from __future__ import annotations

import re

from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.checking.marking.marks import Mark
from assistant.checking.saying.spans import named

FOLLOWS = frozenset({"follows", "follow", "tracks", "track"})
MATTERS = frozenset({"matters", "counts", "decides", "drives", "determines"})
# With any of these more is said than what the count hangs on.
OTHERWISE = """UNITS FREQ MOD SETTING BILLER PER_DATE EXCEPT IF ONLY MORE AT_LEAST AT_MOST EVERY
    LEFT LEFTOVER MONEY SOMEBODY HEARSAY NONE ADDITION TECHNICAL PROFESSIONAL""".split()
SETS = frozenset({"FRACTIONS", "SETS"})
NAMED = SETS | {"THING", "CALENDAR"}
FIVE = re.compile(r"\b(?:five|5)\b")
CONTRASTING = frozenset({"THING", "CALENDAR", "WORD", "ARTICLE", "PUNCT", "NEG", "AND"})
TIED = frozenset({"tied to", "linked to", "keyed to"})


def hangs_on(c: ClauseReading) -> None:
    """Each thing that is named with the verb, affirmed or denied."""
    described = [
        at for at in c.at("FREQ") if at > 2 and c.marks[at - 1].kind == "THING" and c.marks[at - 3].said == "number"
    ]
    if any(c.marks[at].value != "medicare" for at in c.at("PAYER")):
        return  # another payer may count otherwise
    if not c.codes or c.has(*(OTHERWISE if not described else [kind for kind in OTHERWISE if kind != "FREQ"])):
        return
    verb = _verb(c)
    things = [at for at, mark in enumerate(c.marks) if mark.kind in NAMED and at != verb]
    if verb is not None and verb >= 0 and c.marks[verb].said in FOLLOWS:
        things = [at for at in things if at > verb]  # "a treatment week follows the calendar"
    if verb is None or not things:
        return
    if any(c.marks[at].kind in SETS for at in things):
        _tied(c, verb, things)
        return
    if any(c.marks[at].said.startswith(("visit", "encounter")) for at in things):
        return  # of the physician's visits, no rule of ours tells
    nots = c.at("NEG")
    unmoved = c.marks[verb].kind == "UNMOVED"
    contrast = len(nots) == 1 and verb < nots[0] < things[-1] and any(at < nots[0] for at in things)
    both = bool(nots) and {c.marks[at].said for at in nots} <= {"neither", "nor"}
    if (len(nots) > 1 and not both) or (unmoved and nots):
        return
    for at in things:
        denied = unmoved or (at > nots[0] if contrast else bool(nots))
        c.say("frequency", ("hangs on", _thing(c.marks[at])), at, polarity=not denied)
    c.claimed.update((verb, *nots, *described, *c.at("ASK", "UNIT", "TOTAL")))


def _tied(c: ClauseReading, verb: int, things: list[int]) -> None:
    """ "The unit is tied to five fractions", "isn't tied to sets of five", "... and not to the calendar"."""
    mark, nots = c.marks[things[0]], c.at("NEG")
    number = 5 if mark.kind == "SETS" and FIVE.search(mark.said) else mark.value
    contrast = len(things) == 2 and len(nots) == 1 and things[0] < nots[0] < things[1]
    if c.marks[verb].said not in TIED or not isinstance(number, int) or number < 2 or verb > things[0]:
        return
    if not contrast and (len(things) > 1 or len(nots) > 1):
        return
    said = (verb, things[0], *nots, *c.at("UNIT", "ONCE"))
    c.say("frequency", f"{number} fractions", *sorted(said), polarity=contrast or not nots)
    if contrast and c.marks[things[1]].kind not in SETS:
        c.say("frequency", ("hangs on", _thing(c.marks[things[1]])), things[1], polarity=False)


def _verb(c: ClauseReading) -> int | None:
    """The word that makes the count hang on something; after "rather than" the one of the statement before."""
    if (c.joint in ("rather", "not") or c.marks[0].kind == "NEG") and _counted_before(c):
        return -1 if {mark.kind for mark in c.marks} <= CONTRASTING else None
    found = [at for at, mark in enumerate(c.marks) if mark.kind in ("HANGS_ON", "UNMOVED") or _follows(c, at)]
    if c.has("DOUBT"):
        found += [at for at in c.at("DOUBT") if c.marks[at].said in ("depend on", "depends on")]
    if not found:
        found = [at for at in c.at("LINK") if _counts_things(c, at)]
    if not found and c.marks[0].said == "what" and len(c.marks) > 2 and c.marks[1].said in MATTERS:
        found = [1]  # "what counts is the number of fractions"
    return found[0] if len(found) == 1 else None


def _counted_before(c: ClauseReading) -> bool:
    """Whether the statement before says what the count hangs on, or what one unit covers where time is denied."""
    before = c.background.previous[-1:]
    if not before or before[0].kind != "frequency":
        return False
    value = before[0].value
    return value[0] == "hangs on" if isinstance(value, tuple) else c.has("CALENDAR") and not c.has("THING")


def _follows(c: ClauseReading, at: int) -> bool:
    after = [mark for mark in c.marks[at + 1 :] if mark.kind not in ("ARTICLE", "WORD")]
    return c.marks[at].said in FOLLOWS and bool(after) and after[0].kind in ("THING", "CALENDAR")


def _counts_things(c: ClauseReading, at: int) -> bool:
    """ "you count fractions", "the fractions are counted"."""
    if c.marks[at].said in ("count", "counts"):
        return [mark.kind for mark in c.marks[at + 1 : at + 2]] in (["THING"], ["CALENDAR"])
    passive = c.marks[at].said == "counted" and at > 1 and c.marks[at - 1].said in ("are", "is", "aren't", "isn't")
    return passive and c.marks[at - 2].kind in ("THING", "CALENDAR")


def _thing(mark: Mark) -> str:
    return "calendar" if mark.kind == "CALENDAR" else "week" if mark.value == "calendar week" else named(mark)
