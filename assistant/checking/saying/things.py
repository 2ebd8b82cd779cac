"""So many things make so many units: "two plans are two units of 77301", "nine fields make one unit of 77338"."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.checking.composing.frequencies import SERVICE_THING
from assistant.checking.marking.marks import codes_in
from assistant.checking.saying.counts import DEVICES

OTHERWISE = """FREQ PER_DATE MUE MUE_WORD MORE AT_MOST AT_LEAST EXCEPT NONE MOD LEFT LEFTOVER RATHER DOUBT EVERY MONEY
    FRACTIONS ADDITION NTH_UNIT TOGETHER""".split()
THINGS = frozenset("calculation device plan simulation consultation image angle segment measurement".split())
NOUNS = {"film": "image", "field": "angle"}
WEEKS = ("week of t", "weeks of t", "treatment week")  # of treatment, not of the calendar
LINKS = frozenset({"LINK", "SPAN", "DO", "PAY", "EQUALS"})
FURTHER = frozenset({"new", "another", "additional", "further"})
COVERING = ("cover", "include", "span")
SHARING = frozenset({"share", "shares"})
BEING = frozenset({"is", "are", "=", "for", "with"})


def things_make(c: ClauseReading) -> None:
    """One number of things, one number of units, and a verb that makes the one the other."""
    counted = list(_counted(c))
    units = [at for at in c.at("UNITS", "ONCE", "TWICE") if at not in c.claimed] or _before_a_code(c)
    codes = codes_in(c.marks) or c.background.codes
    if len(counted) != 1 or len(units) != 1 or len(codes) != 1 or c.has(*OTHERWISE):
        return
    places, number, thing = counted[0]
    side_by_side = all(
        mark.kind in ("NUM", "COUNTED", "UNITS", "ONCE", "TWICE", "PUNCT", "CODE", "WORD") for mark in c.marks
    )
    covers = c.marks[places[0]].said.startswith(COVERING)
    if not (side_by_side or covers) and not any(mark.kind in LINKS or mark.said in BEING | SHARING for mark in c.marks):
        return
    at = units[0]
    made = {"ONCE": 1, "TWICE": 2}.get(c.marks[at].kind, c.marks[at].value)
    c.say("units", ("for", number, thing, made), *sorted((*places, at)), codes=codes, polarity=c.polarity(at))
    c.claimed.update(i for i in c.at("ONLY", "SEPARATE", "APART") if i + 1 in (*places, at))
    c.claimed.update(i for i, mark in enumerate(c.marks) if mark.said in SHARING)


def _before_a_code(c: ClauseReading) -> list[int]:
    """ "The nine fields share a single 77338": so many of that code."""
    numbers = [at for at in c.at("NUM") if at not in c.claimed and c.marks[at].noun is None]
    return [at for at in numbers if _codes_right_behind(c, at)]


def nth_thing(c: ClauseReading) -> None:
    """ "A second plan is a second unit of 77301", "the new plan brings one more 77338"."""
    units = c.at("NTH_UNIT") or [at for at in c.at("ADDITION") if _codes_right_behind(c, at)]
    things = [at for at in c.at("NTH", "START", "TURN") if at + 1 < len(c.marks) and _thing(c, at + 1)]
    things = [at for at in things if c.marks[at].kind == "NTH" or c.marks[at].said in FURTHER]
    codes = codes_in(c.marks) or c.background.codes
    others = (one for one in OTHERWISE if one not in ("NTH_UNIT", "ADDITION", "TOGETHER"))
    if len(units) != 1 or len(things) != 1 or len(codes) != 1 or c.has(*others, "NEG"):
        return
    together = [at for at in c.at("TOGETHER", "BUNDLED") if c.marks[at].said in ("with", "comes with", "come with")]
    if len(together) != len(c.at("TOGETHER", "BUNDLED")):
        return
    thing = _thing(c, things[0] + 1)
    number = int(c.marks[things[0]].value) if c.marks[things[0]].kind == "NTH" else 2
    made = c.marks[units[0]].value if c.marks[units[0]].kind == "NTH_UNIT" else number
    c.say("units", ("for", number, thing, made), *sorted((things[0], things[0] + 1, units[0], *together)), codes=codes)


def _codes_right_behind(c: ClauseReading, at: int) -> bool:
    return [mark.kind for mark in c.marks[at + 1 : at + 2]] == ["CODE"]


def _counted(c: ClauseReading) -> Iterator[tuple[tuple[int, ...], int, str]]:
    for at, mark in enumerate(c.marks):
        if mark.kind == "COUNTED" and isinstance(mark.value, int) and mark.noun:
            thing = NOUNS.get(mark.noun, mark.noun)
            if thing in THINGS:
                yield (at,), mark.value, thing
        if mark.kind != "NUM" or mark.noun is not None or not isinstance(mark.value, int):
            continue
        behind = next((i for i in (at + 1, at + 2) if i < len(c.marks) and _thing(c, i)), None)
        if behind is not None:
            yield (at, behind), mark.value, _thing(c, behind)


def _thing(c: ClauseReading, at: int) -> str:
    mark = c.marks[at]
    if mark.kind == "THING" and mark.said in ("block", "blocks") and set(c.codes) <= DEVICES:
        return "device"
    if mark.kind == "THING" and mark.said.startswith(WEEKS):
        return "5 fractions"
    if mark.kind == "SERVICE":
        return SERVICE_THING.get(mark.value.name, "device" if "device" in mark.said or "block" in mark.said else "")
    return str(mark.value) if mark.kind == "THING" and mark.value in THINGS else ""
