"""Sets of five and what is left over, dates, sums and limits in a clause."""

# ruff: noqa: E501 - patterns and lists of phrases: one thought, one line
from __future__ import annotations

from dataclasses import replace

from assistant.checking.clauses.clause_reading import ClauseReading


def leftovers(c: ClauseReading) -> None:
    """What the fractions beyond the last full set add, or that nobody says."""
    left = [at for at in c.at("LEFT") or c.at("LEFTOVER") if at not in c.claimed]
    if not left or not c.codes:
        return
    at = left[0]
    value = c.marks[at].value if c.marks[at].kind == "LEFT" else None
    numbers = value if isinstance(value, tuple) else (value,)
    number = numbers[0]
    doubt = c.at("DOUBT")
    if doubt and not c.at("UNITS", "FREQ", "MOD"):
        c.say("units", ("leftover", number, None), *sorted((*left, *doubt)))
        c.claimed.update(c.at("NEG", "ORDINAL", "ASK", "NTH_UNIT", "ADDITION", "ANY"))
        return
    adds = c.at("ADDITION")
    counting = [i for i in c.at("LINK", "DO", "APPEND") if c.marks[i].said in COUNTING]
    nothing = c.at("NO_ADDITION", "NONE") or [i for i in counting if i in c.denied.verbs]
    if not nothing and c.verb_denied() and not adds and c.at("DO", "PAY", "LINK") and not c.at("UNITS", "FREQ", "MOD"):
        nothing = c.at("DO", "PAY", "LINK")[-1:]
    if adds and nothing and nothing[0] < adds[0]:
        c.claimed.update(adds)  # "do not support another unit"
        adds = []
    if not adds and not nothing and not c.verb_denied() and c.at("DO") and not c.at("UNITS", "FREQ", "MOD", "NUM"):
        adds = [i for i in c.at("DO") if i > at][:1]  # "the last three are billed with 77431"
    if bool(adds) == bool(nothing):
        return
    more = c.at("UNIT", "ONCE")
    polarity = bool(nothing) or not (c.denied.objects or c.verb_denied())
    general = ("in general",) if _general(c, at) else ()
    for number in numbers:
        value = ("leftover", number, 1 if adds else 0, *general)
        c.say("units", value, *sorted((*left, *adds, *nothing, *more)), polarity=polarity)
        of_whole_course(c, number, len(c.advice) - 1)
    c.claimed.update(c.at("SETS", "LEFTOVER", "SEPARATE", "PAY"))


def of_whole_course(c: ClauseReading, left: int | None, begin: int) -> None:
    """ "35 fractions make seven units, and the remaining two add nothing": the two of the case with its 37."""
    course, sets = c.background.fractions, c.background.condition.get("fractions")
    if course and sets and left and sets % 5 == 0 and sets + left == course and not c.at("FRACTIONS"):
        c.advice[begin:] = [replace(one, condition={**one.condition, "fractions": course}) for one in c.advice[begin:]]


def _general(c: ClauseReading, at: int) -> bool:
    """ "three or four left over", "a remainder of 2": what the rule says of any course, not what is left of this one."""
    before = c.marks[at - 1] if at else None
    if c.joint in ("because", "so") or (before is not None and before.said in DEFINITE):
        return False
    return isinstance(c.marks[at].value, tuple) or (before is not None and before.kind == "ARTICLE")


DEFINITE = frozenset("the these those your its their this that my our".split())


COUNTING = frozenset(
    "count counts counted billed bill charged charge qualify qualifies reported report billable earn generate yield support produce make get add adds supports earns add".split()
)


def dates_count(c: ClauseReading) -> None:
    for at in c.at("DAYS"):
        if c.codes and c.at("UNITS", "PER_DATE", "NUM", "ONCE"):
            c.say(
                "units",
                ("dates", c.marks[at].value),
                at,
                *[i for i in c.at("PER_DATE") if i not in c.claimed],
                polarity=c.polarity(at),
            )
        elif c.codes and (c.at("DO") or "each of" in c.marks[at].said):
            c.say("units", ("dates", c.marks[at].value), at, polarity=c.polarity(at))
    if any(advice.kind == "units" and advice.polarity for advice in c.advice):
        c.claimed.update(
            i
            for i in c.at("PER_DATE")
            if "separate" in c.marks[i].said or "different" in c.marks[i].said or "own" in c.marks[i].said
        )


def each_date(c: ClauseReading) -> None:
    """ "one on each date", "1 unit each": the number stands inside the phrase."""
    if c.has("INDICATOR", "COLUMN", "PAIR"):
        return  # an edit compares lines of one date: "on different dates" is no count beside it
    for at in c.at("PER_DATE"):
        if c.marks[at].said in AT_ONE and c.has("UNITS"):
            continue  # "all six units go on one line"
        if (at not in c.claimed and c.codes and c.marks[at].said.startswith(("one ", "1 ", "with one", "with 1"))) or (
            at not in c.claimed
            and c.codes
            and any(
                word in c.marks[at].said
                for word in ("own", "separate", "different", "distinct", "individual", "line by line")
            )
        ):
            c.say("units", ("per_date", 1), at, polarity=c.polarity(at))


AT_ONE = frozenset({"one line", "one claim line", "one date", "one date of service", "1 line", "1 date"})


def regardless(c: ClauseReading) -> None:
    """ "regardless of how many images": widens nothing that a rule hangs on, unless it names payer, place or date."""
    for at in c.at("REGARDLESS"):
        end = next((i for i in range(at + 1, len(c.marks)) if c.marks[i].value == ","), len(c.marks))
        if at:
            end = len(c.marks)  # what opens a sentence ends at its comma
        after = c.marks[at + 1 : end]
        if any(
            m.kind in ("PAYER", "SETTING", "DATE", "SYSTEM", "CODE", "MOD", "UNITS")
            or m.value in ("payer", "payor", "insurance", "setting", "date", "insurer", "year")
            for m in after
        ):
            continue
        c.claimed.add(at)
        c.claimed.update(
            i
            for i in range(at + 1, end)
            if c.marks[i].kind
            in ("ASK", "COUNTED", "ONCE", "EVERY", "CALENDAR", "DAYS", "DATED", "DURATION", "STOPPED")
        )


def limits(c: ClauseReading) -> None:
    """ "The MUE for 77427 is 1"."""
    for at in c.at("PCTC_WORD"):
        numbers = [i for i in c.at("NUM") if i > at and i not in c.claimed]
        if c.codes and numbers:
            c.say(
                "component", ("pc_tc", str(c.marks[numbers[0]].value)), at, numbers[0], polarity=c.polarity(numbers[0])
            )
    for at in c.at("AT_LEAST"):  # "claims with eleven or more units on one date are denied"
        stopped, dated = c.at("DENIED"), c.at("PER_DATE")
        few = (
            at > 0
            and c.marks[at].said == "or more"
            and c.marks[at - 1].kind == "NUM"
            and not c.has("NEG", "MORE", "FREQ")
        )
        if c.codes and few and stopped and dated:
            c.say(
                "component",
                ("mue", (c.marks[at - 1].value - 1, None)),
                at - 1,
                at,
                *stopped,
                *dated,
                *c.at("UNIT", "TOGETHER"),
            )
    for at in c.at("MORE"):
        stopped = c.at("DENIED")
        if c.codes and stopped and not c.at("NEG", "FREQ", "FRACTIONS", "TOTAL", "THING", "MOD"):
            above = [i for i in c.at("UNITS", "NUM") if i == at + 1]  # "more than ten units deny"
            if above and c.marks[at].said.removeprefix("anything ") in ("more than", "above", "over", "beyond"):
                c.say(
                    "component",
                    ("mue", (c.marks[above[0]].value, None)),
                    at,
                    *above,
                    *stopped,
                    *c.at("PER_DATE", "TOGETHER"),
                )
    for at in c.at("MUE_WORD"):
        if at in c.claimed:  # "nine units are within the MUE of ten": said by the comparison
            continue
        counted = c.has("NUM", "UNITS", "ONCE", "FREQ", "PER_DATE")
        if c.codes and c.marks[at].said.startswith(("limit", "mue")) and c.at("MUE") and not counted:
            c.claimed.add(at)  # "the limit is MAI 3"
            continue
        dated = [i for i in c.at("PER_DATE") if i > at and c.marks[i].said.startswith(("1 ", "one "))]
        if c.codes and dated and not c.at("NUM", "UNITS", "FREQ"):
            c.say("component", ("mue", (1, None)), at, *dated, *c.at("ONCE"), polarity=c.polarity(dated[0]))
            continue
        numbers = [i for i in c.at("NUM", "UNITS", "ONCE", "FREQ") if i > at and i not in c.claimed]
        if not numbers and at > 1 and _says_the_limit(c, at) and not c.has("MORE", "AT_LEAST", "NEG"):
            numbers = [
                i
                for i in c.at("UNITS", "NUM", "FREQ")
                if i < at
                and (
                    c.marks[i + 1].said in ("is", "are", "per", "a", "is the maximum")
                    or c.marks[i + 1].kind in ("CODE", "PER_DATE", "MUE_WORD")
                )
            ]
        c.claimed.update(
            i
            for i in c.at("AT_MOST")
            if c.codes and numbers and (c.marks[i].said.startswith("cap") or i == numbers[0] - 1)
        )
        if c.codes and numbers:
            first = c.marks[numbers[0]]
            if first.kind == "FREQ" and first.value[1] not in ("day", "date"):
                continue
            number = 1 if first.kind == "ONCE" else first.value[0] if first.kind == "FREQ" else first.value
            c.say(
                "component", ("mue", (number, None)), at, numbers[0], *c.at("PER_DATE"), polarity=c.polarity(numbers[0])
            )


def _says_the_limit(c: ClauseReading, at: int) -> bool:
    """ "Ten units is the daily limit"; "one a day is the maximum" only of a date."""
    dated = c.has("PER_DATE", "FREQ") or any(mark.value in ("day", "date") for mark in c.marks[:at])
    return dated if c.marks[at].said.startswith("is the") else c.marks[at - 1].said in ("the", "daily")


def sums(c: ClauseReading) -> None:
    """A sum that is right, and "5 full sets and 3 left over" where that is what the fractions make."""
    c.claimed.update(at for at in c.at("ARITH") if c.marks[at].value)
    fractions = None if c.shortened else c.conditions[0].get("fractions") or c.background.fractions
    for at in c.at("LEFT_ADDS"):
        left, number = c.marks[at].value
        for one in left if isinstance(left, tuple) else (left,):
            if c.codes:
                of_any = c.marks[at].noun == "of any course" or _general(c, at)
                general = ("in general",) if isinstance(left, tuple) and of_any else ()
                c.say("units", ("leftover", one, number, *general), at, polarity=c.polarity(at))
    c.claimed.update(at for at in c.at("SUM") if c.marks[at].value == fractions)
    for at in c.at("THRESHOLD"):
        if c.codes:
            earned = c.at("ADDITION", "NTH_UNIT", "ONCE") if c.has("ADDITION", "NTH_UNIT") else []
            c.say("units", ("threshold", c.marks[at].value), at, *earned, *c.at("LEFTOVER"))
    for at in c.at("SETCOUNT", "LEFT"):
        paid_for = c.marks[at].kind == "LEFT" and c.has("PAY") and not c.has("UNITS", "FREQ", "ADDITION", "NEG")
        if at in c.claimed or fractions is None or paid_for:  # "77431 covers the last three": what pays for them
            continue
        whole, rest = divmod(fractions, 5)
        if c.marks[at].value == (whole if c.marks[at].kind == "SETCOUNT" else rest):
            c.claimed.add(at)
