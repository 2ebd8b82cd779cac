"""What sets codes apart: what each reports, whose work it pays for, whether both go on one date, how they are paid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from assistant.decision import Decision
from assistant.drafting.services import service_of, side_in_words
from assistant.drafting.statements import Statement, both
from assistant.rules.biller import side_of
from assistant.rules.code_sets import LEVELS
from assistant.rules.codes import either
from assistant.rules.periods import ONE_DAY
from assistant.rules.unit_rules import rule_on
from assistant.rules.units import one_per
from corpus.rulebook import CodeEntry, CodePeriod, Reference, entry

LONGEST = 300  # characters of a sentence that sets two codes against each other
COVERED = {"5 fractions": "five fractions"}
COUNTS = {2: "Both", 3: "All three"}


def say_comparison(decision: Decision) -> Iterator[Statement]:
    """What each code reports or reported, in one sentence where it stays readable; then whose work each pays for."""
    held = [(known, period) for code in decision.asked.codes if (known := entry(code))
            if (period := period_known(known, decision.day))]  # fmt: skip
    if decision.case and set(LEVELS) <= set(decision.asked.codes):
        held = []  # places are compared, not levels: that they share one set has been said
    yield from in_one_sentence([(known.code, reporting(known, period, decision.day), period) for known, period in held])
    for known, period in held:
        yield from _succession(known, period, decision)
    yield from _counted_apart([known for known, period in held if _holds(period, decision.day)], decision)
    sides = {known: side_in_words(known, decision.day) for known, period in held if _holds(period, decision.day)}
    references = tuple(dict.fromkeys(_component(known, decision.day) for known in sides))
    if len(set(sides.values())) == 1 and len(sides) > 1 and (side := next(iter(sides.values()))):
        verb = "have" if side.startswith("a ") else "pay for"
        yield Statement(f"{COUNTS.get(len(held), 'All of them')} {verb} {side}.", references, held[0][0].code)
    elif len(sides) > 1 and all(sides.values()):
        verbs = {known: "has" if side.startswith("a ") else "pays for" for known, side in sides.items()}
        told = [f"{known.code} {verbs[known]} {side}" for known, side in sides.items()]
        yield Statement(f"{', '.join(told[:-1])} and {told[-1]}.", references, held[0][0].code)


def say_sides(decision: Decision) -> Iterator[Statement]:
    """Two codes that no edit parts, in a hospital: one is the physician's and one the hospital's, on two bills."""
    if decision.scenario.setting != "hospital_outpatient":
        return
    for _, pair in decision.pairs:
        knowns = [known for code in pair.codes if (known := entry(code))]
        sides = {known.code: side_of(known, decision.day)[0] for known in knowns}
        if pair.together in ("yes", "no_data") and set(sides.values()) == {"professional", "technical"}:
            told = [f"{known.code} pays for {side_in_words(known, decision.day)}" for known in knowns]
            text = f"{both(tuple(told))}: in a hospital they stand on two bills."
            yield Statement(text, tuple(_component(known, decision.day) for known in knowns), knowns[0].code)


def _counted_apart(knowns: Sequence[CodeEntry], decision: Decision) -> Iterator[Statement]:
    """What one unit of each covers, where that sets them apart: a course, five fractions, a session."""
    rules = {known: rule for known in knowns if (rule := rule_on(known, decision.scenario.payer, decision.day))}
    covered = {known: COVERED.get(one_per(rule.one_per), one_per(rule.one_per)) for known, rule in rules.items()}
    if len(set(covered.values())) > 1 and len(covered) == len(knowns):
        text = f"{both(tuple(f'{known.code} is counted once per {what}' for known, what in covered.items()))}."
        yield Statement(text, tuple(dict.fromkeys(rule.reference for rule in rules.values())), knowns[0].code)


def _succession(known: CodeEntry, period: CodePeriod, decision: Decision) -> Iterator[Statement]:
    """What took an ended code's place, where both are compared."""
    after = tuple(code for code in period.replaced_by if code in decision.asked.codes)
    if _holds(period, decision.day) or not after or period.end is None:
        return
    verb = "takes" if len(after) == 1 else "take"
    text = f"{known.code} ended on {period.end}; from {period.end + ONE_DAY} {either(after)} {verb} its place."
    yield Statement(text, (period.reference,), known.code)


def in_one_sentence(clauses: Sequence[tuple[str, str, CodePeriod]]) -> Iterator[Statement]:
    """Short clauses side by side in one sentence, longer ones each in its own."""
    joined = "; ".join(clause for _, clause, _ in clauses)
    if clauses and len(joined) <= LONGEST and joined.count(";") < len(clauses) and ". " not in joined:
        yield Statement(f"{joined}.", tuple(dict.fromkeys(period.reference for _, _, period in clauses)), clauses[0][0])
        return
    for code, clause, period in clauses:
        yield Statement(f"{clause}.", (period.reference,), code)


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


def reporting(known: CodeEntry, period: CodePeriod, day: date) -> str:
    """What the code reports, or reported until when."""
    if _holds(period, day):
        return f"{known.code} reports {service_of(period)}"
    return f"{known.code} reported {service_of(period)}"


def period_known(known: CodeEntry, day: date) -> CodePeriod | None:
    """What the code is on the day, else what it last was."""
    return known.period_on(day) or next((one for one in reversed(known.periods) if one.end and one.end < day), None)


def _holds(period: CodePeriod, day: date) -> bool:
    return period.start <= day and (period.end is None or day <= period.end)


def _component(known: CodeEntry, day: date) -> Reference:
    held = known.pc_tc_on(day)
    return held.reference if held else known.periods[-1].reference
