"""What changed in the code set, in sentences: what a biller must do anew first, then what is gone, new and unpaid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from assistant.decision import Decision
from assistant.drafting.comparisons import levels_since
from assistant.drafting.leads import PLACES
from assistant.drafting.services import service_of
from assistant.drafting.statements import Statement, both
from assistant.rules.changes import Dated
from assistant.rules.code_sets import LEVELS
from assistant.rules.codes import either
from assistant.rules.level import delivery_level
from assistant.rules.periods import ONE_DAY
from corpus.rulebook import LAST_YEAR, CodeEntry, Reference, codes, entry

SHORT_LIST = 5  # as many new codes are told with their names
LEAST_RUN = 3  # consecutive codes told as "G6001 to G6017"


def say_changes(decision: Decision) -> Iterator[Statement]:
    """Redefined, ended, new and newly bundled codes, each with its day."""
    changes = decision.changes
    if changes is None:
        yield from _unchanged(decision)
        return
    redefined = dict(changes.redefined)
    if set(LEVELS) <= set(redefined):
        yield levels_since(redefined[LEVELS[0]])
    for code, period in changes.redefined:
        if code not in LEVELS or not set(LEVELS) <= set(redefined):
            yield Statement(f"From {period.start} {code} reports {service_of(period)}.", (period.reference,), code)
    ended = [code for code, _ in changes.ended]
    said = {ruling.code for ruling in decision.codes if ruling.valid is False}
    if set(ended) - said:
        day = changes.day - ONE_DAY
        yield Statement(f"Ended on {day}: {both(_in_runs(ended))}.", _references(changes.ended))
    if changes.new:
        yield Statement(f"New from {changes.day}: {both(_named(changes.new))}.", _references(changes.new))
    if changes.bundled:
        names = both(tuple(code for code, _ in changes.bundled))
        be = "is" if len(changes.bundled) == 1 else "are"
        text = f"From {changes.day} {names} {be} bundled in the physician fee schedule (status B)."
        yield Statement(text, tuple(dict.fromkeys(one.reference for _, one in changes.bundled)), changes.bundled[0][0])


def say_each_by_its_date(decision: Decision) -> Iterator[Statement]:
    """The delivery codes on both sides of the day that changed them, for a course that runs over it."""
    if "each_by_date" not in decision.asked.matters:
        return
    known = entry(LEVELS[0])
    assert known is not None  # the levels are in the rule book
    new = known.periods[-1]
    yield Statement(
        "Each session is coded by its own date of service, whatever the rest of the course.", (new.reference,)
    )
    last = new.start - ONE_DAY
    sides = []
    for setting in ("hospital_outpatient", "office"):
        told = delivery_level(decision.scenario.but(setting=setting, isocenters=None).on(last))
        if told.candidates:
            sides.append(f"{_either_in_runs(told.candidates)} {PLACES[setting]}")
    here = decision.scenario.setting
    if here is not None:
        told = delivery_level(decision.scenario.on(last))
        sides = [_either_in_runs(told.candidates)] if told.candidates else []
    if len({one.split(" in the ")[0] for one in sides}) == 1:
        sides = [sides[0].split(" in the ")[0]]  # the payer has one set in every place
    if sides:
        yield Statement(f"Through {last}: {both(tuple(sides))}.", (new.reference,), LEVELS[0])
    after = delivery_level(decision.scenario.on(new.start))
    if after.candidates:
        yield Statement(f"From {new.start}: {either(after.candidates)} in every setting.", after.references, LEVELS[0])


def _either_in_runs(told: tuple[str, ...]) -> str:
    return either(_in_runs(told) if len(told) > SHORT_LIST else told)


def _unchanged(decision: Decision) -> Iterator[Statement]:
    """The codes asked about whose service and payment status our files show alike before and after New Year's Day."""
    if "what_changed" not in decision.asked.matters:
        return
    day = date(decision.day.year, 1, 1)
    same = {known.code: known for code in decision.asked.codes if (known := entry(code)) and _is_same(known, day)}
    if same:
        names, verb = both(tuple(same)), "shows" if len(same) == 1 else "show"
        text = f"{names} {verb} the same service and payment status before and after {day} in the files we hold."
        references = [held.reference for known in same.values() if (held := known.status_on(day, "mpfs"))]
        yield Statement(text, tuple(dict.fromkeys(references)), next(iter(same)))


def _is_same(known: CodeEntry, day: date) -> bool:
    before = day - ONE_DAY
    statuses = [(known.status_on(before, system), known.status_on(day, system)) for system in ("mpfs", "opps")]
    period = known.period_on(day)
    held = all(one is not None and other is not None and one.value == other.value for one, other in statuses)
    return held and period is not None and period == known.period_on(before)


def _named(new: Dated) -> tuple[str, ...]:
    if len(new) > SHORT_LIST:
        return _in_runs([code for code, _ in new])
    return tuple(f"{code} ({known.name})" if (known := entry(code)) else code for code, _ in new)


def _in_runs(told: Sequence[str]) -> tuple[str, ...]:
    """Neighbours of the rule book as a range: "G6001 to G6017"."""
    order = {code: at for at, code in enumerate(codes())}
    runs: list[list[str]] = []
    for code in told:
        if runs and order[code] == order[runs[-1][-1]] + 1:
            runs[-1].append(code)
        else:
            runs.append([code])
    parts = ([f"{run[0]} to {run[-1]}"] if len(run) >= LEAST_RUN else run for run in runs)
    return tuple(part for each in parts for part in each)


def _references(periods: Dated) -> tuple[Reference, ...]:
    return tuple(dict.fromkeys(period.reference for _, period in periods))


def no_rules_of(year: int) -> str:
    """What is said of a date of service beyond the newest rules held."""
    return (
        f"No rules of {year} are held: the code set and the fee schedules are made anew every January. Second Check "
        f"answers for dates of service through December 31, {LAST_YEAR}."
    )


def say_no_rules(decision: Decision) -> Iterator[Statement]:
    """A course that runs into a year whose rules are not held: what is said here ends with the year before."""
    dates = decision.scenario.dos
    if dates is not None and dates.start.year <= LAST_YEAR < dates.end.year < date.max.year:
        yield Statement(no_rules_of(dates.end.year))
