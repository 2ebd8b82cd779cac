"""Claim lines as a question tells them: each judged by itself and beside the others, with what to do about it.

## What it does
Asks the rules that check a claim file, takes nothing for missing that a question never tells (the fractions of the
course), names everything against a line instead of the first failure only, and says on what a line that stands hangs.

## Why it matters
Who pastes three lines and "ok?" wants each line's verdict and its remedy, not the counting rule of every code.

## Example
Physician, POS 22: 77427-26 and 77387-26. 26 comes off 77427, which stands where five fractions are complete; 77387-26
stands.

## References
Those of the findings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from assistant.rules import payers
from assistant.rules.biller import billing
from assistant.rules.claim_grounds import COMPONENTS, finding, grounds, inferred_biller
from assistant.rules.claim_line import ClaimLine, ToldLine
from assistant.rules.claim_totals import OPENS_A_PAIR, limit_finding, pair_finding, pays_over, repeat_finding
from assistant.rules.claim_units import of_date
from assistant.rules.code_sets import LEVELS
from assistant.rules.codes import code_on
from assistant.rules.counting import Tally, many, tally
from assistant.rules.finding import Finding
from assistant.rules.fractions import Course, has_ended
from assistant.rules.grounds import Ground, ground_of
from assistant.rules.judged_line import COURSE, MENDING, JudgedLine, Objection
from assistant.rules.level import delivery_level
from assistant.rules.limits import limit, table_of
from assistant.rules.modifiers import modifier_on
from assistant.rules.pairs import every_edit
from assistant.rules.ties import tie_between
from assistant.rules.units import one_per
from assistant.scenario import Period, Scenario
from corpus.rulebook import entry

NOT_OF_THE_CASE = ("not_this_technique", "not_this_course")
DATED = ("session", "day")  # one on each date
COUNTED_BY_THE_CASE = (*DATED, "course", "plan")


def judged(lines: Sequence[ToldLine], scenario: Scenario, today: date) -> tuple[JudgedLine, ...]:
    """Each line's verdict on its date; in both places where none was told and they differ."""
    day = _day(scenario, today)
    views = {place: _claim(lines, scenario.but(setting=place), day) for place in _places(scenario)}
    first, *others = views.values()
    return tuple(_by_place(one, [(place, view[at]) for place, view in views.items()]) if others else one
                 for at, one in enumerate(first))  # fmt: skip


def _day(scenario: Scenario, today: date) -> date:
    """The date told; of several the last that is not still to come."""
    told = scenario.dos
    return today if told is None else max(told.start, min(told.end, today))


def _places(scenario: Scenario) -> tuple[str | None, ...]:
    if scenario.setting is not None:
        return (scenario.setting,)
    if scenario.biller is not None and scenario.biller != "professional":
        return ("hospital_outpatient",) if scenario.biller == "facility" else ("freestanding",)
    return ("freestanding", "hospital_outpatient") if payers.is_medicare(scenario.payer) else (None,)


def _by_place(first: JudgedLine, views: Sequence[tuple[str | None, JudgedLine]]) -> JudgedLine:
    """What holds in every place; else the objections of the place that has some, under its name."""
    if len({_essence(one) for _, one in views}) == 1:
        return first
    against = [(place, one) for place, one in views if one.objections]
    if len(against) == len(views) or not against:
        return first
    place, one = against[0]
    return replace(one, only=place or "")


def _essence(one: JudgedLine) -> tuple[object, ...]:
    remedies = tuple((each.remedy, each.about) for each in one.objections)
    return (one.verdict, remedies, one.packaged is None)


def _claim(lines: Sequence[ToldLine], scenario: Scenario, day: date) -> list[JudgedLine]:
    splits = any("26" in one.modifiers for one in lines)
    read = [_line(number, told, scenario, told.day or day, splits) for number, told in enumerate(lines, start=1)]
    mended = [_mended(line, scenario) for line in read]
    standing = [line for line, wrong in mended if _stands(line, wrong, scenario)]
    dates: dict[tuple[object, ...], int] = {}
    results: list[JudgedLine] = []
    for told, (line, wrong) in zip(lines, mended, strict=True):
        key = (line.code, line.start, line.biller, frozenset(COMPONENTS) & set(line.modifiers))
        one = _judged(told, line, wrong, standing, dates.get(key, 0), scenario)
        if not one.objections or one.can_be_mended:
            dates[key] = dates.get(key, 0) + line.units
        results.append(one)
    return results


def _stands(line: ClaimLine, wrong: Sequence[Objection], scenario: Scenario) -> bool:
    """Whether nothing but a modifier is wrong with the line by itself: what comes off stands over nothing."""
    known = entry(line.code)
    if any(one.remedy not in MENDING for one in wrong) or known is None:
        return False
    ground = ground_of(known, line.start, _scenario(line, scenario), scenario.fractions)
    return ground.basis not in NOT_OF_THE_CASE


def _line(number: int, told: ToldLine, scenario: Scenario, day: date, splits: bool) -> ClaimLine:
    biller = inferred_biller(told.code, day, scenario.setting, scenario.biller, told.modifiers)
    untold = scenario.biller is None and scenario.setting == "hospital_outpatient" and not splits
    if untold and billing(told.code, day, scenario.setting, "facility").allowed:
        biller = "facility"  # nobody writes 26: what a hospital may report is taken for its own
    return ClaimLine(
        number=number, claim="told", line="", code=told.code, modifiers=told.modifiers, units=told.units or 1,
        start=day, end=day, payer=payers.payer_of(scenario.payer), setting=scenario.setting, biller=biller,
        fractions=None, ended=None, schedule=scenario.schedule, prior_units=0,
    )  # fmt: skip


def _mended(line: ClaimLine, scenario: Scenario) -> tuple[ClaimLine, tuple[Objection, ...]]:
    """The line without its wrong modifiers, and what was wrong with it by itself."""
    wrong: list[Objection] = []
    for _ in range(len(line.modifiers) + 2):
        found = grounds(line)
        if found.verdict != "fail":
            break
        if found.reason not in ("wrong_component", "invalid_modifier") or ("TC" in line.modifiers and _bundled(line)):
            wrong.append(_of_the_code(line, found))
            break
        remedy, modifier, kept = _other_modifiers(line, scenario)
        if not remedy:
            wrong.append(Objection("drop", "", found))
            break
        wrong.append(Objection(remedy, modifier, found))
        line = replace(line, modifiers=kept)
    return line, tuple(wrong)


def _bundled(line: ClaimLine) -> bool:
    """Whether the technical row itself is bundled: without TC it would be another biller's service."""
    known = entry(line.code)
    row = known.status_on(line.start, "mpfs", "TC") if known else None
    return row is not None and row.value == "B"


def _of_the_code(line: ClaimLine, found: Finding) -> Objection:
    if found.reason == "wrong_biller":
        return Objection("physician" if line.biller == "facility" else "facility", "", found)
    return Objection("drop", "", found)


def _other_modifiers(line: ClaimLine, scenario: Scenario) -> tuple[str, str, tuple[str, ...]]:
    """What to do with which modifier, and the modifiers afterwards."""
    told = replace(_scenario(line, scenario), modifiers=line.modifiers)
    for one in line.modifiers:
        rest = tuple(each for each in line.modifiers if each != one)
        if line.modifiers.count(one) > 1:
            return "remove", one, (*rest, one)
        if one not in ("59", "XE", "XP", "XS", "XU") and modifier_on(line.code, one, line.start, told).allowed is False:
            return "remove", one, rest
    if not set(COMPONENTS) & set(line.modifiers) and modifier_on(line.code, "26", line.start, told).required:
        return "append", "26", (*line.modifiers, "26")
    return "", "", line.modifiers


def _scenario(line: ClaimLine, scenario: Scenario) -> Scenario:
    return scenario.but(payer=line.payer, setting=line.setting, biller=line.biller, dos=Period(line.start, line.start))


def _judged(
    told: ToldLine, line: ClaimLine, wrong: tuple[Objection, ...], standing: Sequence[ClaimLine], same_date: int,
    scenario: Scenario,
) -> JudgedLine:  # fmt: skip
    one = JudgedLine(told, line.biller, wrong)
    if wrong and not one.can_be_mended:
        return one
    own, known = grounds(line), entry(line.code)
    if own.verdict == "no_data" or known is None:
        doubt = own if own.verdict == "no_data" else finding("no_data", "", code_on(line.code, line.start).why)
        return one if wrong else replace(one, doubts=(doubt,))
    ground = ground_of(known, line.start, _scenario(line, scenario), scenario.fractions)
    course = _course(scenario)
    found = list(_beside(line, standing, same_date, ground, course))
    objections = (*wrong, *(_objection(line, each, standing) for each in found if each.verdict == "fail"))
    doubts = tuple(each for each in found if each.verdict == "no_data")
    provided = _provided(line, ground, same_date, scenario, course)
    packaged = own if own.reason == "packaged" else None
    return replace(one, objections=objections, provided=provided, packaged=packaged, doubts=doubts)


def _of_course(line: ClaimLine, counted: Tally, ground: Ground) -> Iterator[Finding]:
    """The units of a whole course against what its fractions make."""
    if counted.units is None or counted.basis == "needs_count":
        return
    if line.units > (counted.started or counted.units):
        yield finding("fail", COURSE, counted.why, ground.references)
    elif line.units != counted.units:
        yield finding("no_data", COURSE, counted.why, ground.references)


def _beside(
    line: ClaimLine, standing: Sequence[ClaimLine], same_date: int, ground: Ground, course: Course | None
) -> Iterator[Finding]:
    """The findings on the line in its case, on its date and beside the others."""
    if ground.basis in NOT_OF_THE_CASE:
        yield finding("fail", ground.basis, ground.why, ground.references)
        return
    for other in standing:
        if course is not None and tie_between(line.code, other.code, line.start, line.payer) is None:
            continue  # the tables of pairs compare lines of one date
        found = pair_finding(line, (other,))
        if found.verdict != "fail" or not _pays(line, other):
            yield replace(found, why=found.why.partition(" The other line is ")[0])
    yield repeat_finding(line, standing)
    if course is not None and ground.rule is not None and line.units > 1:
        yield from _of_course(line, tally(ground.rule, course), ground)
        return
    over = limit_finding(line, same_date)
    if over.verdict == "fail":
        each = one_per(ground.rule.one_per) if ground.rule else ""
        dated = f" One unit covers {each if each[:1].isdigit() else f'one {each}'}, on the line of its own date."
        own_dates = each[:1].isdigit() or (each in DATED and line.units > 2)
        yield replace(over, why=f"{over.why}{dated}") if own_dates else over
    elif ground.rule is not None:
        of_its_date = of_date(line, ground, same_date)
        if of_its_date is not None and of_its_date.verdict == "fail":
            yield of_its_date
    elif ground.basis == "no_rule" and (line.units > 1 or not payers.is_medicare(line.payer)):
        yield finding("no_data", "units", ground.why)


def _pays(line: ClaimLine, other: ClaimLine) -> bool:
    """Whether the line is the one of the two that pays: by any table held, else the one that was written first."""
    mutual = every_edit(line.code, other.code) or pair_finding(other, (line,)).verdict == "fail"
    return bool(mutual) and pays_over(line, other)


def _objection(line: ClaimLine, found: Finding, standing: Sequence[ClaimLine]) -> Objection:
    if found.reason == COURSE:
        return Objection("course", "", found)
    if found.reason in ("mue", "units"):
        held = limit(line.code, line.start, table_of(Scenario(setting=line.setting, biller=line.biller)))
        most = held.units if held and found.reason == "mue" else line.days
        return Objection("units", many(most, "unit"), found)
    if found.reason == "pair" and "Neither line carries" in found.why:
        other = next((one.code for one in standing if one.code != line.code and one.code in found.why), "")
        return Objection("mark", other, found)
    return Objection("drop", "", found)


def _course(scenario: Scenario) -> Course | None:
    """The course whose totals the lines are: its fractions are told and no single date is."""
    if scenario.fractions is None or (scenario.dos is not None and scenario.dos.is_day):
        return None
    return Course(scenario.fractions, has_ended(scenario), 2 if scenario.schedule == "bid" else 1)


def _provided(line: ClaimLine, ground: Ground, same_date: int, scenario: Scenario, course: Course | None) -> str:
    """What the claim does not show and the record must, for the line to stand."""
    if OPENS_A_PAIR & set(line.modifiers):
        return "the record shows a truly separate service"
    if line.code == LEVELS[-1] and delivery_level(scenario.on(line.start)).code is None:
        return "the record shows a level 3 criterion"
    if ground.rule is None:
        return ""
    units, thing = line.units + same_date, one_per(ground.rule.one_per)
    if course is not None and units > 1 and (ground.rule.one_per.fractions or thing in DATED):
        return "each unit is on the line of its own date"
    if ground.rule.one_per.fractions:
        ends = ground.rule.leftover.counts_from if ground.rule.leftover else None
        last = f" or the last {ends} or more of the course" if ends else ""
        return f"{ground.rule.one_per.fractions} fractions{last} are complete"
    if units < 2:
        return ""
    if thing in DATED:
        return "two sessions of the day were truly apart"
    return "" if thing in COUNTED_BY_THE_CASE else f"the record shows {units} {thing}s"
