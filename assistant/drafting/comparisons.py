"""What sets codes apart: what each reports, whose work it pays for, whether both go on one date, how they are paid."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from assistant.decision import Decision
from assistant.drafting.services import service_of, side_in_words
from assistant.drafting.statements import Statement, both
from assistant.rules.code_sets import LEVELS
from corpus.rulebook import CodeEntry, CodePeriod, Reference, entry

LONGEST = 300  # characters of a sentence that sets two codes against each other
COUNTS = {2: "Both", 3: "All three"}


def say_comparison(decision: Decision) -> Iterator[Statement]:
    """What each code reports or reported, in one sentence where it stays readable; then what they share."""
    held = [(known, period) for code in decision.asked.codes if (known := entry(code))
            if (period := _period(known, decision.day))]  # fmt: skip
    sides = {side_in_words(known, decision.day) for known, period in held if _holds(period, decision.day)}
    alike = len(sides) == 1 and len(held) > 1 and all(_holds(period, decision.day) for _, period in held)
    clauses = [_clause(known, period, decision.day, with_side=not alike) for known, period in held]
    references = tuple(dict.fromkeys(period.reference for _, period in held))
    joined = "; ".join(clauses)
    if clauses and len(joined) <= LONGEST:
        yield Statement(f"{joined}.", references, held[0][0].code)
    else:
        for (known, period), clause in zip(held, clauses, strict=True):
            yield Statement(f"{clause}.", (period.reference,), known.code)
    if alike and (side := next(iter(sides))):
        names = COUNTS.get(len(held), "All")
        verb = "have" if side.startswith("a ") else "pay for"
        yield Statement(f"{names} {verb} {side}.", tuple(_component(known, decision.day) for known, _ in held))


def say_levels(decision: Decision) -> Iterator[Statement]:
    """The three delivery codes are one set of levels for every setting since the day the rule book names."""
    if not set(LEVELS) <= set(decision.asked.codes):
        return
    known = entry(LEVELS[0])
    last = known.periods[-1] if known else None
    if last is not None and last.start <= decision.day:
        yield levels_since(last)


def levels_since(period: CodePeriod) -> Statement:
    """The one sentence on the levels that a comparison and a list of changes share."""
    text = (
        f"From {period.start} {both(LEVELS)} are delivery levels 1, 2 and 3 in every setting, told apart by particle, "
        "technique, isocenters and active motion management."
    )
    return Statement(text, (period.reference,), LEVELS[0])


def _clause(known: CodeEntry, period: CodePeriod, day: date, *, with_side: bool) -> str:
    if not _holds(period, day):
        return f"{known.code} reported {service_of(period)}, until {period.end}"
    side = side_in_words(known, day) if with_side else ""
    return f"{known.code} reports {service_of(period)}" + (f" ({side})" if side else "")


def _period(known: CodeEntry, day: date) -> CodePeriod | None:
    """What the code is on the day, else what it last was."""
    return known.period_on(day) or next((one for one in reversed(known.periods) if one.end and one.end < day), None)


def _holds(period: CodePeriod, day: date) -> bool:
    return period.start <= day and (period.end is None or day <= period.end)


def _component(known: CodeEntry, day: date) -> Reference:
    held = known.pc_tc_on(day)
    return held.reference if held else known.periods[-1].reference
