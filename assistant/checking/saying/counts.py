"""Counts in a clause: units of a course or a date, and how often."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from assistant.checking.clauses.clause_reading import CONTRASTED, ClauseReading
from assistant.checking.coverage.telling_apart import RANKS, ranks_of
from assistant.rules.code_sets import LEVELS


def counts(c: ClauseReading) -> None:
    """Units, per course or per date, and bare numbers that can only be units."""
    _all_of_them(c)
    _of_each_block(c)
    _done_daily(c)
    frequencies = [at for at in c.at("FREQ") if at not in c.claimed]
    told = c.background.previous[-1:]
    if told and told[0].inherited == CONTRASTED and {mark.kind for mark in c.marks} <= {"FREQ", "PUNCT"}:
        return  # "six, not five, per week"
    for at in c.at("ONCE", "TWICE", "UNITS", "NUM", "ORDINAL"):
        mark = c.marks[at]
        number = {"ONCE": 1, "TWICE": 2}.get(mark.kind, mark.value)
        if at in c.claimed:
            continue
        if mark.kind == "ORDINAL" or (mark.kind == "NUM" and not _is_count(c, at)):
            continue
        after = [i for i in frequencies if i > at and _only_between(c, at, i)]
        if after:
            _frequency_of(c, after[0], number, at)
        elif (before := _each_gives(c, at)) is not None:
            _frequency_of(c, before, number, at)
        elif number == 1 and _makes_one(c, at):
            thing = f"{c.conditions[0]['fractions']} fractions"
            c.say("frequency", "session" if thing == "1 fractions" else thing, at, polarity=c.polarity(at))
        elif number == 1 and frequencies and mark.kind in ("ONCE", "UNITS", "NUM"):
            c.claimed.add(at)
        elif not c.codes:
            continue
        elif number == 1 and _of_the_one_session(c):
            c.say("frequency", "session", *_limited(c, at), at, polarity=c.polarity(at))
        else:
            _units(c, at, number)
    for at in frequencies:
        if at not in c.claimed and c.codes and not c.at("MUE_WORD"):
            count, _ = c.marks[at].value
            _frequency_of(c, at, count)


def _of_the_one_session(c: ClauseReading) -> bool:
    """ "77412, one unit", where the question is about a single session: one for it."""
    of_sessions = c.background.told.one_session and set(c.codes) <= PER_SESSION
    return of_sessions and not c.background.fractions and not c.has("PER_DATE", "TOTAL", "FRACTIONS", "LEFT", "SETS")


def _all_of_them(c: ClauseReading) -> None:
    """ "Each of the six units is reported on its own date": there are six, whatever is said of them."""
    for at in c.at("EVERY"):
        if c.marks[at].said not in ALL or c.near(at, "NEG", "EXCEPT", reach=1):
            continue
        units = next((i for i in (at + 1, at + 2) if i < len(c.marks) and c.marks[i].kind == "UNITS"), None)
        between = c.marks[at + 1 : units] if units else []
        if units is not None and c.codes and all(mark.kind in ("WORD", "PRONOUN") for mark in between):
            c.say("units", c.marks[units].value, at, units)


def _of_each_block(c: ClauseReading) -> None:
    """ "... as long as each block contains a physician visit": what the record must hold, and no count."""
    for at in c.at("FREQ"):
        behind = c.marks[at + 1 :]
        named = c.marks[at].value == (1, "period") and behind and behind[0].said in HOLDS
        if named and {mark.kind for mark in behind[1:]} <= RECORDED and EXAMINED & {mark.said for mark in behind}:
            c.claimed.add(at)


def _done_daily(c: ClauseReading) -> None:
    """ "Films may be taken daily": what is done, and not what is billed."""
    if c.named or c.has("DO", "UNIT", "UNITS", "ONCE", "TWICE", "NUM", "NEG", "SEPARATE", "PER_DATE", "MOD"):
        return
    if any(mark.said in DONE for mark in c.marks):
        often = [at for at in c.at("FREQ") if c.marks[at].said in OFTEN]
        c.claimed.update((*often, *c.at("OK")) if often else ())


DONE = frozenset("taken acquired obtained performed delivered treated imaged checked reviewed done made seen".split())
OFTEN = frozenset({"daily", "weekly", "every day", "each day", "every fraction", "each fraction", "each session"})
PER_SESSION = frozenset({*LEVELS, "77373", "77387"})
DEVICES = frozenset({"77332", "77333", "77334"})
FIELDS = frozenset("field fields arc arcs beam beams".split())
COUNTED_FIELDS = frozenset({"calculated", "deliverable", "delivered"})
ALL = frozenset({"each of", "all", "all of", "every one of"})
HOLDS = frozenset("contains contain has includes needs shows holds carries requires must".split())
RECORDED = frozenset("WORD ARTICLE BILLER THING PUNCT LINK".split())
EXAMINED = frozenset("visit exam examination note check".split())


def _each_gives(c: ClauseReading, at: int) -> int | None:
    """ "Each block of five gives two units": so many for each, never so many in all."""
    verb = at - 1
    while verb >= 0 and c.marks[verb].kind in ("WORD", "ARTICLE", "ONLY", "OK"):
        verb -= 1
    if verb < 1 or c.marks[verb].kind not in ("LINK", "SPAN") or c.marks[verb - 1].kind != "FREQ":
        return None
    return verb - 1 if c.marks[verb - 1].said.startswith(("each", "every", "per")) else None


def _makes_one(c: ClauseReading, at: int) -> bool:
    """ "Five fractions make one unit" tells what a unit covers, not what a course of five makes."""
    fractions = next((i for i, mark in enumerate(c.marks) if mark.kind == "FRACTIONS"), None)
    if fractions is None or fractions > at or c.marks[fractions].value == c.background.fractions:
        return False
    between = c.marks[fractions + 1 : at]
    about_a_course = any(mark.value in ("course", "for", "with", "patient") for mark in c.marks[: fractions + 2])
    return (
        not about_a_course
        and any(m.kind in ("LINK", "SPAN", "PAY") or m.value == "=" for m in between)
        and all(m.kind in ("LINK", "SPAN", "PAY", "PUNCT", "WORD", "ARTICLE") for m in between)
    )


def _only_between(c: ClauseReading, left: int, right: int) -> bool:
    return all(
        c.marks[i].kind in ("WORD", "CODE", "SERVICE", "DO", "PAY", "OK", "LINK", "MOD", "PUNCT", "UNIT")
        and c.marks[i].value != ","
        for i in range(left + 1, right)
    )


def _is_count(c: ClauseReading, at: int) -> bool:
    """A bare number is a number of units where the clause bills something, or where units were asked for."""
    if c.marks[at].noun not in (None, "unit", "times", "time"):
        return False
    measures = at + 1 < len(c.marks) and c.marks[at + 1].kind == "THING"  # "one calendar week"
    of_codes = any(mark.said == "codes" for mark in c.marks[at + 2 : at + 3])  # "the three level codes"
    return bool(c.codes) and not measures and not of_codes


def _frequency_of(c: ClauseReading, at: int, count: Any, *more: int) -> None:
    own, thing = c.marks[at].value
    if thing == "period" and c.marks[at].said.endswith(("block", "blocks")) and set(c.codes) <= DEVICES:
        thing = "device"
    if thing == "device" and not _of_their_rank(c, at):
        return  # "77334, one for each simple device"
    if thing == "angle" and FIELDS & set(c.marks[at].said.split()):
        thing = "counted field" if COUNTED_FIELDS & c.words else "field"
    if c.marks[at + 1 : at + 2] and c.marks[at + 1].said in ("count", "counts") and not more:
        return  # "every fraction counts"
    count = own if count in (1, None) else count
    after = [i for i in range(at + 1, min(at + 3, len(c.marks))) if c.marks[i].said.startswith("is all")]
    first = min((at, *more))
    limited = [*_limited(c, first), *after]
    if first and c.marks[first - 1].kind == "MORE" and len(c.at("NEG")) == 1 and c.at("NEG")[0] < first:
        limited.append(first - 1)  # "can't be charged more than once in each set of five": at most once
        c.say("frequency", thing if count == 1 else ("count", count, thing), *sorted((at, *more, *limited)))
        return
    value: Any = thing if count == 1 else ("count", count, thing)
    c.say("frequency", value, *sorted((at, *more, *limited)), polarity=c.polarity(at))


def _of_their_rank(c: ClauseReading, at: int) -> bool:
    """Whether "for each complex device" names the rank of the codes it is said of."""
    ranks = {RANKS[word] for word in c.marks[at].said.split() if word in RANKS}
    return not ranks or all(ranks <= ranks_of(code) for code in c.codes)


def _limited(c: ClauseReading, at: int) -> list[int]:
    """ "at most", "only", "a total of" before a count."""
    return [i for i in range(max(0, at - 3), at) if c.marks[i].kind in ("AT_MOST", "ONLY", "TOTAL")]


def _units(c: ClauseReading, at: int, number: Any) -> None:
    limited = _limited(c, at)
    per_date = c.at("PER_DATE")
    if len(c.named) < 2:  # "more than ten on the same day"
        per_date += [i for i in c.at("TOGETHER") if c.marks[i].said in ("on the same day", "on the same date")]
    sets = [i for i in c.at("SETS", "SETCOUNT") if i not in c.claimed]
    codes = _codes_for(c, at)
    value: Any = number
    claimed = [*limited, at]
    exact_after = [i for i in range(at + 1, min(at + 4, len(c.marks))) if c.marks[i].kind in ("ONLY", "TOTAL")]
    claimed += exact_after
    if c.marks[at].noun == "date":
        value = ("per_date", number)  # "on each of the 20 dates, quantity 1"
    elif isinstance(number, int) and number > 1 and _on_one_day(c):
        value = ("per_date", number)  # "6 units on 5/30/2026"
        claimed += per_date
    elif per_date and not c.at("DAYS") and not c.at("TOTAL"):
        value = ("per_date", number)
        claimed += per_date
    elif at and c.marks[at - 1].kind == "AT_LEAST" and c.marks[at].kind == "UNITS" and isinstance(number, int):
        claimed.append(at - 1)
        value = ("at_least", number)
    elif any(c.marks[i].kind == "AT_MOST" for i in limited):
        value = ("at_most", number)
    elif any("each of" in c.marks[i].said for i in c.at("DAYS")):
        value = ("per_date", number)
    elif sets and not c.at("LEFT", "ONLY"):  # "7, only complete sets count" tells the total
        value = ("full_sets", number)
        claimed += sets
    more = [i for i in range(max(0, at - 2), at) if c.marks[i].kind == "MORE"]
    polarity = c.polarity(at)
    if more and c.has("NEG") and not polarity:  # "never more than one unit": at most one
        claimed += more
        polarity = True
        value = value if isinstance(value, tuple) else ("at_most", number)
    elif _bounded(c, at, value):
        return
    begin = len(c.advice)
    c.say("units", value, *sorted(claimed), codes=codes, polarity=polarity)
    before = c.background.previous[-1:]
    if not polarity and c.marks[0].kind == "NEG" and before and before[0].kind == "units" and before[0].polarity:
        c.advice[begin:] = [replace(one, inherited=CONTRASTED) for one in c.advice[begin:]]


def _bounded(c: ClauseReading, at: int, value: Any) -> bool:
    """ "more than six", "every six": no count of its own; "77301 and 77338 are each billed once" is."""
    each_code = len(c.named) > 1 and c.near(at, "DO", "PAY", reach=1)
    if c.near(at, "MORE", "EVERY") and not each_code:
        return True
    return c.near(at, "AT_LEAST") and value != ("at_least", c.marks[at].value)


def _on_one_day(c: ClauseReading) -> bool:
    dates = [mark.value for mark in c.marks if mark.kind == "DATE" and mark.value.role == "on"]
    return len(dates) == 1 and dates[0].precision == "day" and dates[0].period is not None and dates[0].period.is_day


def _codes_for(c: ClauseReading, at: int) -> tuple[str, ...] | None:
    """With several counts and codes in one clause each count goes with its own code."""
    counts = [i for i in c.at("UNITS", "NUM", "ONCE", "TWICE") if i not in c.claimed or i == at]
    if len(counts) < 2 or len(c.subjects) < 2:
        return None
    places = [place for place, _ in c.subjects]
    if len(counts) != len(places):
        return ()
    return c.subjects[counts.index(at)][1] if at in counts else ()


def none(c: ClauseReading) -> None:
    """ "none", "nothing separately payable", "no separate payment"."""
    for at in c.at("NONE"):
        if at in c.claimed:
            continue
        if c.marks[at].said == "nothing" and c.at("MOD"):
            continue
        if c.at("LEFT", "LEFTOVER", "TAKE_OFF"):
            continue
        paying = any(word in c.marks[at].said for word in ("pay", "reimburse", "revenue", "money"))
        if not c.codes:
            return
        appended = c.marks[at].said == "nothing" and c.has("APPEND")  # "nothing is appended to 77427"
        if (appended or c.background.asked == "modifier" or c.near(at, "MODIFIER_WORD")) and not c.at("UNIT"):
            c.say("modifier", "none", at, polarity=c.polarity(at))
            continue
        value = ("payable", False) if paying and c.background.asked != "units" else None
        if value:
            c.say("component", "payable", at, polarity=not c.polarity(at))
        else:
            c.say("units", "none", at, polarity=c.polarity(at))
