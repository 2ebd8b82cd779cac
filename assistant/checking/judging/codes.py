"""Validity, pairs, and what a code is: its component, its status, whether it is billed or paid at all."""

# ruff: noqa: E501 - patterns and lists of phrases: one thought, one line
from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from assistant.checking.advice import Advice
from assistant.checking.asking import status_by_period, units
from assistant.checking.judging.choosing import judge_choice
from assistant.checking.judging.descriptions import judge_description
from assistant.checking.judging.extents import judge_extent
from assistant.checking.judging.figures import figure
from assistant.checking.judging.judgement import Judged, days_of, flipped, same, worst
from assistant.checking.judging.level_rules import criteria_on, lifts
from assistant.checking.judging.limits import COMPARED, as_printed, compared, on_review, through_the_dates
from assistant.checking.judging.managed import managed_as_delivered
from assistant.checking.judging.pairs import judge_pair
from assistant.checking.judging.parts import judge_part
from assistant.checking.judging.payment import OPEN, cases, treated
from assistant.checking.judging.successors import judge_replaced
from assistant.checking.judging.whole_case import of_the_place, through_the_case, valid_on
from assistant.rules.biller import HOSPITAL, billing
from assistant.rules.codes import code_on, successors
from assistant.rules.level import delivery_level
from assistant.rules.payers import is_medicare, name
from assistant.rules.technique import CATEGORY
from assistant.rules.technique import DELIVERY as BY_TECHNIQUE
from assistant.scenario import Period, Scenario
from corpus.rulebook import UnitRule, entry

DELIVERED = tuple(code for codes in BY_TECHNIQUE.values() for code in codes)
# What a code is only once: one that was defined anew is none of these.
CREATED = frozenset(
    "introduced created launched debuted established introduces introduce launches debuts debut unveiled inaugurated establishes establish introducing launching debuting".split()
) | {"newly created", "rolled out"}
ONE_DAY = timedelta(days=1)
# Columns that stand whoever's work a code pays for.
WITHOUT_A_SIDE = COMPARED | {"mue", "status", "apc", "pc_tc", "conditional"}


# --- validity ------------------------------------------------------------------------------------------------------
def judge_validity(advice: Advice, scenario: Scenario, today: date) -> Judged:
    """Whether a code exists, ended, began, or was replaced by another."""
    code, value = advice.codes[0], advice.value
    if value in ("valid", "named"):
        return worst([valid_on(code, day) for day in days_of(scenario)])
    if value == "ended":
        # Without a date of its own it speaks of the date of service: "G6015 has ended" misleads for December 2025.
        return worst([flipped(valid_on(code, day)) for day in days_of(scenario)])
    kind, *rest = value
    if kind == "instead_of" and not successors(code):
        return Judged("pass", f"{code} has not ended.")
    if kind in ("replaced_by", "instead_of"):
        return judge_replaced(code, rest[0], scenario, today)
    return _dated(code, kind, rest[0], rest[1] if len(rest) > 1 else "", today)


def _dated(code: str, kind: str, when: Period, said: str, today: date) -> Judged:
    """ "ended on 2025-12-31", "deleted from January 2026", "new in 2026"."""
    known = entry(code)
    ruling = code_on(code, today)
    if known is None:
        return Judged("no_data", ruling.why, ruling.references)
    last = known.periods[-1].end
    if kind == "from" and said in CREATED:
        return same(_begins(when, known.periods[0].start), ruling.why, ruling.references, instead=ruling.why)
    if kind == "from":
        starts = [period.start for period in known.periods if not period.start_is_evidence]
        return same(any(_begins(when, start) for start in starts), ruling.why, ruling.references, instead=ruling.why)
    if last is None:
        return Judged("fail", ruling.why, ruling.references, ruling.why)
    ended = said.startswith(
        ("end", "expire", "discontinued at", "sunset", "last", "died", "terminat", "lapse", "perish")
    )
    first_without = last + ONE_DAY
    if said == "end of":
        return same(when.end == last, ruling.why, ruling.references, instead=ruling.why)
    if when.end == date.max or when.end.year > 2100:
        right = when.start == first_without
    elif when.start == date.min:
        right = when.end == last
    elif when.start == when.end:
        right = when.start == first_without or (ended and when.start == last) or when.start == last
    else:
        right = when.end == last if ended else when.start == first_without
    return same(right, ruling.why, ruling.references, instead=ruling.why)


def _begins(when: Period, start: date) -> bool:
    return when.start == start


# --- pairs ---------------------------------------------------------------------------------------------------------


# --- components, status, payment -------------------------------------------------------------------------------------
def judge_component(advice: Advice, scenario: Scenario, today: date) -> Judged:
    """What part a code pays for, how it is treated, whether it is billed at all."""
    value = advice.value
    code = advice.codes[0]
    if value == "open":
        told = [ruling for case in cases(scenario) for ruling in status_by_period(code, case)]
        undecided = all(ruling.treatment in OPEN for ruling in told)
        return Judged("pass" if undecided else "fail", told[0].why, told[0].references, told[0].why)
    if value == "criteria" and not advice.polarity:
        return worst(list(treated(code, "billable", scenario, False)))
    if value == "criteria":
        return criteria_on(code, days_of(scenario))
    if isinstance(value, tuple) and value[0] in ("for", "asked"):
        chosen = judge_choice(code, value, scenario, advice.polarity)
        return (
            worst([chosen, *through_the_case(code, scenario), *of_the_place(code, scenario)])
            if advice.polarity
            else chosen
        )
    if isinstance(value, tuple) and value[0] == "rather than":
        return _rather(code, value[1], scenario)
    if isinstance(value, tuple) and value[0] == "extent":
        return worst([judge_extent(code, value[1], day, advice.polarity) for day in days_of(scenario)])
    if isinstance(value, tuple) and value[0] == "told as":
        described = judge_description(code, value[1], advice.polarity)
        return worst([described, *(valid_on(code, day) for day in days_of(scenario) if advice.polarity)])
    if isinstance(value, tuple) and value[0] == "delivers":
        return _delivers(value[1], scenario)
    if value == "paid as counted":  # what another payer pays is judged by the count, against its own rule
        return (
            worst(list(treated(code, "payable", scenario, True)))
            if is_medicare(scenario.payer)
            else Judged("pass", "The payer's own rule counts it.")
        )
    if value in ("payable", "billable", "refused") or (
        isinstance(value, tuple) and value[0] in ("bundled", "packaged")
    ):
        return worst(list(treated(code, value, scenario, advice.polarity)))
    if isinstance(value, tuple) and value[0] == "bundled or in":
        return _bundled_or_in(advice, scenario, today)
    if isinstance(value, tuple) and value[0] == "lifts":
        judged = worst([lifts(value[1], day) for day in days_of(scenario)])
        return judged if advice.polarity else flipped(judged)
    if value == "for leftovers":
        return _for_leftovers(code)
    if (
        isinstance(value, tuple)
        and value[0] == "mue"
        and advice.condition.get("setting")
        and "biller" not in advice.condition
    ):
        scenario = scenario.but(biller=None)  # "the hospital limit", whoever the case is billed by
    found = [_part(code, value, day, scenario) for day in days_of(scenario)]
    of_a_limit = isinstance(value, tuple) and value[0] in {"mue", *COMPARED}
    judged = through_the_dates(found) if of_a_limit else worst(found)
    return judged if advice.polarity else flipped(judged)


def _bundled_or_in(advice: Advice, scenario: Scenario, today: date) -> Judged:
    """ "The dose calculation is included": bundled by its status, or inside the code that was spoken of."""
    _, part, others = advice.value
    code = advice.codes[0]
    there = replace(advice, codes=(code, *others), value=("included", part, others), polarity=True)
    inside = judge_pair(there, scenario, today)
    if inside.verdict == "pass":
        return inside if advice.polarity else flipped(inside)
    return worst(list(treated(code, ("bundled", part), scenario, advice.polarity)))


def _rather(code: str, others: tuple[str, ...], scenario: Scenario) -> Judged:
    """One of two codes asked about: told where this one has a place on the bill and the other has none."""
    own = worst(list(treated(code, "billable", scenario, True)))
    out = worst([one for other in others for one in treated(other, "billable", scenario, False)])
    return own if own.verdict != "pass" or out.verdict == "pass" else Judged("no_data", own.why, own.references)


def _delivers(codes: tuple[str, ...], scenario: Scenario) -> Judged:
    """Whether the case, as far as it was told, is delivered with one of these codes; an untold case is anybody's."""
    stereotactic = [code for code in codes if (known := entry(code)) is not None and known.category == CATEGORY]
    if scenario.technique is None and not managed_as_delivered(codes, scenario):
        a_case = bool(scenario.codes) or scenario.fractions is not None
        unasked = a_case and not set(stereotactic) <= set(scenario.codes)
        return Judged("no_data" if unasked else "pass", "Whether the course is stereotactic is not said.")
    managed = set(stereotactic) - set(DELIVERED)
    codes = tuple(code for code in codes if code not in managed)
    if not codes:
        return Judged("pass", "How the course is managed is counted by its own rule.")
    ruling = delivery_level(scenario)
    if scenario.technique == "srs" and scenario.fractions == 1 and set(codes) == {"77373"}:
        return Judged("fail", ruling.why, ruling.references, ruling.why)  # that code is for more than one session
    if ruling.code is not None:
        return same(ruling.code in codes, ruling.why, ruling.references, instead=ruling.why)
    if not ruling.candidates or set(codes) & set(ruling.candidates):
        return Judged("pass", ruling.why, ruling.references)
    return Judged("fail", ruling.why, ruling.references, ruling.why)


def _for_leftovers(code: str) -> Judged:
    """ "Never for what is left over of a longer course": true of codes that serve short courses only."""
    rule = course_rule(code)
    if rule is None:
        return Judged("no_data", f"No rule of {code} speaks of what is left over.")
    return Judged("pass", f"{code} serves a whole course only.", (rule.reference,))


def course_rule(code: str) -> UnitRule | None:
    known = entry(code)
    return next((rule for rule in known.units if rule.course_fractions), None) if known else None


def _part(code: str, value: Any, day: date, scenario: Scenario) -> Judged:
    known = entry(code)
    ruling = billing(code, day, scenario.setting, scenario.biller)
    why, held = ruling.why, ruling.references
    if known is None or known.period_on(day) is None:
        missing = code_on(code, day)
        return Judged("fail" if missing.valid is False else "no_data", missing.why, missing.references)
    if ruling.side == "unknown" and not (isinstance(value, tuple) and value[0] in WITHOUT_A_SIDE):
        return Judged("no_data", why, held)
    if isinstance(value, tuple):
        return _figure(code, value, day, scenario)
    sides: dict[Any, tuple[str, ...]] = {
        "technical": ("technical", "both"), "professional": ("professional", "both"), "splits": ("both",), "global": ("both", "whole"),
    }  # fmt: skip
    if value == "global" and scenario.setting not in (None, "office", "freestanding"):
        return Judged("fail", why, held, why)
    return same(ruling.side in sides.get(value, ()), why, held, instead=why)


def _counted_in(code: str, lengths: range, scenario: Scenario) -> Judged:
    """ "77427 is not reported for a course of one or two fractions": what each of these lengths makes."""
    told = [units(code, scenario.but(fractions=n, sessions=(), fractions_so_far=None))[0] for n in lengths]
    counts = {bool(one.units) for one in told if one.units is not None}
    settled = len(counts) == 1 and all(one.units is not None for one in told)
    return same(counts.pop() if settled else None, told[0].why, told[0].references, instead=told[0].why)


def _figure(code: str, value: tuple[Any, ...], day: date, scenario: Scenario) -> Judged:
    """Columns as printed: the side a code is only, status letter, component indicator, limit."""
    known = entry(code)
    assert known is not None
    kind, said = value
    if kind == "bills":
        return judge_part(code, said, day, scenario)
    if kind in ("apc", "moved", "part_paid", "row", "global_days", "add_on", "conditional"):
        return figure(known, kind, said, day, scenario)
    if kind == "on review":
        return on_review(known, said, day, scenario)
    if kind == "least":
        at, below = (
            units(code, scenario.but(fractions=n, sessions=(), fractions_so_far=None)) for n in (said, max(1, said - 1))
        )
        right = all((one.units or 0) >= 1 for one in at) and all(one.units == 0 for one in below)
        return same(right if said > 1 else None, at[0].why, at[0].references, instead=at[0].why)
    if kind == "course":
        rule = course_rule(code)
        held = rule.course_fractions if rule else None
        if held is None and said[0] is not None:
            return _counted_in(code, range(said[0], said[1] + 1), scenario)
        fits = None if held is None else said[1] == held[1] and said[0] in (None, held[0])
        return same(fits, f"{code} serves courses of {held} fractions.", (rule.reference,) if rule else ())
    if kind == "course within":  # "whether three or five fractions are given"
        rule = course_rule(code)
        held = rule.course_fractions if rule else None
        inside = None if held is None else held[0] <= said[0] <= said[1] <= held[1]
        return same(inside, f"{code} serves courses of {held} fractions.", (rule.reference,) if rule else ())
    ruling = billing(code, day, scenario.setting, scenario.biller)
    if kind == "only":
        component, own = known.pc_tc_on(day), known.status_on(day, "mpfs")
        if component is not None and component.pc_tc == "0" and own is not None and own.value == "C":
            why = f"{code} has component 0 and is priced by carriers: whose work it pays for, the file does not settle."
            return Judged("no_data", why, (component.reference, own.reference))
        return same(ruling.side == said, ruling.why, ruling.references, instead=ruling.why)
    if kind == "status":
        system: Any = "opps" if scenario.setting in HOSPITAL else "mpfs"
        row: Any = next((one for one in scenario.modifiers if one in ("26", "TC")), "none")
        letter = (known.status_on(day, system, row) if system == "mpfs" else None) or known.status_on(day, system)
        return same(
            None if letter is None else letter.value == said,
            f"Status of {code}: {letter.value if letter else 'not held'}.",
            (letter.reference,) if letter else (),
        )
    if kind == "pc_tc":
        component = known.pc_tc_on(day)
        return same(
            None if component is None else component.pc_tc == said,
            f"PC/TC indicator of {code}: {component.pc_tc if component else 'not held'}.",
            (component.reference,) if component else (),
        )
    if not is_medicare(scenario.payer):
        return Judged("no_data", f"Medicare's limits bind no other payer: we hold none of {name(scenario.payer)}.")
    if kind in COMPARED:
        return compared(known, kind, said, day, scenario)
    return as_printed(known, said, day, scenario)
