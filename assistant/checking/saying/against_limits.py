"""Counts against the limit of a date ("four units exceed the MUE, which is 1")."""

from __future__ import annotations

from dataclasses import replace

from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.checking.judging.limits import COMPARED

BEYOND = frozenset(
    """exceed exceeds exceeding above over beyond surpass surpasses trip trips overshoot overshoots""".split()
) | frozenset(
    {"more than", "in excess of", "run into", "runs into", "go over", "goes over", "go beyond", "goes beyond"}
)
WITHIN = frozenset("within under below pass passes clear clears fit fits meet meets satisfy satisfies respect".split())
LETS = frozenset("allowed permitted accepted".split())
OF_A_DATE = ("date", "day", "dos")
OTHERWISE = ("NEG", "WITHOUT", "AT_LEAST", "EXCEPT", "RATHER", "DOUBT", "MONEY")


def names_a_date(said: str) -> bool:
    """Whether the words are of one date, and not of a week or a course."""
    return any(word in said for word in OF_A_DATE)


def against_the_limit(c: ClauseReading) -> None:
    """The units stand before the word that compares them, the limit behind it; both are of one date."""
    limits = c.at("MUE_WORD", "MUE")
    if len(limits) != 1 or not c.codes or c.has(*OTHERWISE):
        return
    counts = [at for at in c.at("UNITS", "ONCE", "NUM", "NTH_UNIT") if at < limits[0]]
    if c.has("FREQ"):
        counts = [at for at in c.at("FREQ") if c.marks[at].value[1] in ("day", "date") and at < limits[0]]
    if not counts:
        counts = [
            at for at in c.at("PER_DATE") if at < limits[0] and c.marks[at].said.startswith(("one unit", "1 unit"))
        ]
    compared = _compared(c, counts[0], limits[0]) if len(counts) == 1 else None
    if compared is None or any(mark.kind not in BETWEEN for mark in c.marks[compared + 1 : limits[0]]):
        return
    at, beyond = counts[0], c.marks[compared].said in BEYOND
    number = 1 if c.marks[at].kind in ("ONCE", "PER_DATE") else c.marks[at].value
    number = number[0] if isinstance(number, tuple) else number
    bound = [i for i in c.at("AT_MOST", "ONLY", "MORE") if i < at]
    if any(i < at - 1 for i in bound) or len(bound) > 1 or c.has("AT_MOST") != ("AT_MOST" in _kinds(c, bound)):
        return
    dated = [i for i in c.at("PER_DATE", "TOGETHER") if names_a_date(c.marks[i].said)]
    spent = (at, compared, limits[0], *bound, *dated)
    if bound and (c.marks[bound[0]].kind == "MORE") == beyond:  # "more than ten exceed it", "up to ten pass it"
        c.say("component", ("mue", (number, None)), *sorted(spent))
    elif not bound:
        c.say("component", ("beyond limit" if beyond else "within limit", number), *sorted(spent))
    if c.marks[limits[0]].kind == "MUE":
        c.say("component", ("mue", c.marks[limits[0]].value), limits[0])
    held = [i for i in c.at("NUM", "UNITS", "ONCE") if i > limits[0]]
    if len(held) == 1:
        of = c.marks[held[0]]
        c.say("component", ("mue", (1 if of.kind == "ONCE" else of.value, None)), held[0])


def _compared(c: ClauseReading, count: int, limit: int) -> int | None:
    """The word between the units and the limit that sets them against each other; "fit within" is one."""
    between = range(count + 1, limit)
    found = [
        at
        for at in between
        if (c.marks[at].kind == "MORE" and c.marks[at].said in BEYOND)
        or (c.marks[at].kind in ("WORD", "LINK") and c.marks[at].said in WITHIN)
        or (c.marks[at].kind == "PAY" and c.marks[at].said in LETS and c.marks[at + 1].said == "by")
    ]
    alike = len({c.marks[at].said in BEYOND for at in found}) == 1 and found[-1] - found[0] == len(found) - 1
    return found[-1] if alike else None


def _kinds(c: ClauseReading, places: list[int]) -> set[str]:
    return {c.marks[at].kind for at in places}


def the_limit_itself(c: ClauseReading) -> None:
    """ "..., which is 1", after a count was set against the limit; "the one for 77334 is 10" after another limit."""
    before = [one for one in c.background.previous if isinstance(one.value, tuple) and one.value[0] in TOLD]
    numbers = [at for at in c.at("NUM", "UNITS", "ONCE") if not _the_one_for(c, at)]
    rest = [mark for at, mark in enumerate(c.marks) if at not in numbers and mark.kind != "PUNCT"]
    if not before or len(numbers) != 1:
        return
    words = [mark.said or "one" for mark in rest if mark.kind != "CODE"]
    same = words == ["which", "is"] and not c.named
    of_another = len(c.named) == 1 and {"one", "that"} & set(words) and set(words) <= OF_ANOTHER
    if same or of_another:
        of = c.marks[numbers[0]]
        value = ("mue", (1 if of.kind == "ONCE" else of.value, None))
        c.say("component", value, *range(len(c.marks)), codes=before[-1].codes if same else c.named)


def _the_one_for(c: ClauseReading, at: int) -> bool:
    return at > 0 and c.marks[at - 1].said == "the" and [m.said for m in c.marks[at + 1 : at + 2]] in (["for"], ["of"])


TOLD = COMPARED | {"mue"}
OF_ANOTHER = frozenset("the one that for of is and too also as well while".split())
BETWEEN = frozenset({"WORD", "ARTICLE", "PAYER"})


def alone(c: ClauseReading) -> None:
    """ "Only the hospital bills 77370", "the hospital alone bills it": the one does, and the other does not."""
    for at in (i for i in c.at("ONLY") if i not in c.claimed):
        who = sole_agent(c, at)
        if who is None:
            continue
        passive = any(mark.said in BY for mark in c.marks[max(0, who - 2) : who])
        verbs = [i for i in c.at("DO", "PAY") if (i < who if passive else i > who)]
        biller = c.conditions[0].get("biller")
        half = any("only" not in c.marks[i].said for i in c.at("TECHNICAL", "PROFESSIONAL"))  # not "technical only"
        if biller is None or len(verbs) != 1 or not c.codes or half or c.has("NEG", "WITHOUT", *COUNTED):
            continue
        value = "payable" if c.marks[verbs[0]].kind == "PAY" else "billable"
        begin = len(c.advice)
        c.say("component", value, at, *verbs)
        other = "professional" if biller == "facility" else "facility"
        for one in c.advice[begin:]:
            place = one.condition.get("setting") or "hospital_outpatient"
            c.advice.append(
                replace(one, polarity=False, condition={**one.condition, "biller": other, "setting": place})
            )


def sole_agent(c: ClauseReading, at: int) -> int | None:
    """Where the one who alone acts is named: right behind "only", or right before "alone"."""
    behind = at > 0 and c.marks[at - 1].kind in AGENT
    by = behind and any(mark.said in BY for mark in c.marks[max(0, at - 3) : at - 1])  # "by the hospital only"
    if behind and (c.marks[at].said == "alone" or (c.marks[at].said == "only" and by)):
        return at - 1
    if c.marks[at].said != "only":
        return None
    who = next((i for i in range(at + 1, len(c.marks)) if c.marks[i].kind not in ("ARTICLE", "WORD")), None)
    return who if who is not None and c.marks[who].kind in AGENT and who - at <= 2 else None


AGENT = ("BILLER", "SETTING")
BY = ("by", "from")


COUNTED = ("MOD", "UNITS", "FREQ", "NUM", "ONCE", "TWICE", "NO_MODIFIER", "ANY_MODIFIER")
