"""The limit of a date, told as a bare count: "two per date of service, MAI 3", or the answer to "what is the MUE?"."""

from __future__ import annotations

from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.checking.saying.against_limits import names_a_date

OTHERWISE = frozenset(
    """NEG WITHOUT MORE AT_LEAST EXCEPT FRACTIONS TOTAL DAYS MOD RATHER DOUBT HEARSAY BUNDLED NTH_UNIT LEFT ENDED
    REPLACED SEPARATE MONEY ADDITION NONE ONLY OK SETS SETCOUNT IF COUNTED LENGTH SHORT EVERY
    SUM ARITH OFF_BY""".split()
)
OF_A_DATE = frozenset({"day", "date"})


def limit_asked(c: ClauseReading) -> None:
    """So many of one date, where the limit was asked for, or its kind is told beside it."""
    kinds = [at for at in c.at("MUE") if c.marks[at].value[0] is None]
    if len(c.codes) != 1 or not (c.background.told.limit_asked or kinds) or not c.kinds.isdisjoint(OTHERWISE):
        return
    daily = [at for at in c.at("FREQ") if c.marks[at].value[1] in OF_A_DATE]
    dated = [at for at in c.at("PER_DATE") if names_a_date(c.marks[at].said) and "line" not in c.marks[at].said]
    counts = [at for at in c.at("NUM", "UNITS", "ONCE", "TWICE") if c.marks[at].noun in (None, "unit")]
    if len(daily) + len(dated) != 1 or len(c.at("FREQ")) != len(daily) or len(counts) > 1 or c.has("DO", "MUE_WORD"):
        return
    told = [c.marks[at].value[0] for at in daily] or [1 for at in dated if c.marks[at].said.startswith(("one ", "1 "))]
    if counts and (not told or told == [1]):
        mark = c.marks[counts[0]]
        told = [{"ONCE": 1, "TWICE": 2}.get(mark.kind, mark.value)]
    if len(told) == 1 and isinstance(told[0], int):
        c.say("component", ("mue", (told[0], None)), *sorted((*counts, *daily, *dated)))


def only_so_many(c: ClauseReading) -> None:
    """ "Only one unit of 77290 can go on that date": so many and no more let through on one."""
    only = [at for at in c.at("ONLY") if c.marks[at].said in ("only", "just")]
    counts = [at for at in c.at("UNITS", "ONCE") if at - 1 in only]
    dated = [
        at for at in c.at("PER_DATE", "TOGETHER") if names_a_date(c.marks[at].said) and "line" not in c.marks[at].said
    ]
    pointed = [
        at for at in c.at("THING") if c.marks[at].value in OF_A_DATE and c.marks[at - 1].said in ("that", "this")
    ]
    able = [at for at in c.at("OK") if c.marks[at].said in ("can", "may", "could", "can be", "may be")]
    verbs = [at for at, mark in enumerate(c.marks) if mark.said in PASSES]
    if len(c.codes) != 1 or len(only) != 1 or len(counts) != 1 or len(dated) + len(pointed) != 1 or len(able) != 1:
        return
    if not verbs or not c.kinds <= PLAIN or len(c.at("TOGETHER", "PER_DATE")) != len(dated):
        return
    mark = c.marks[counts[0]]
    number = 1 if mark.kind == "ONCE" else mark.value
    if isinstance(number, int):
        c.say("component", ("mue", (number, None)), *sorted((*only, *counts, *able, *verbs, *dated, *pointed)))


PASSES = frozenset({"go on", "go", "pass", "billed", "paid", "reported", "go out", "stand", "go through"})
PLAIN = frozenset(
    "ONLY UNITS ONCE WORD CODE OK APPEND DO PAY PER_DATE TOGETHER PRONOUN THING PUNCT ARTICLE PAYER LINK".split()
)
