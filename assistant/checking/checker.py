"""Advice against the rules: pass, fail or no_data, with the rule that says so.

A value must hold for every case the sentence leaves open: each code, each payer it names, each stretch of its
dates. The worst case counts. Advice that denies something passes exactly where the thing denied fails.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import Any

from assistant.checking.advice import Advice
from assistant.checking.judging.alone import judge_alone
from assistant.checking.judging.case_facts import against_the_case
from assistant.checking.judging.codes import course_rule, judge_component, judge_validity
from assistant.checking.judging.counts import judge_frequency, judge_units
from assistant.checking.judging.denials import judge_denied
from assistant.checking.judging.judgement import Judged, flipped, worst
from assistant.checking.judging.modifiers import judge_modifier
from assistant.checking.judging.pairs import judge_pair
from assistant.checking.judging.standing import attributed
from assistant.checking.judging.two_bundled import by_their_edit
from assistant.checking.judging.whole_case import through_the_case
from assistant.checking.judging.windows import by_window
from assistant.reading.fixed import fixed
from assistant.rules.biller import HOSPITAL
from assistant.rules.code_sets import LEVELS
from assistant.rules.finding import Finding, RulesError, Verdict
from assistant.rules.level import delivery_level
from assistant.rules.technique import DELIVERY, fits, is_stereotactic
from assistant.scenario import Period, Scenario
from corpus.rulebook import LAST_YEAR

JUDGES: dict[str, Callable[[Advice, Scenario, date], Judged]] = {
    "units": judge_units,
    "frequency": judge_frequency,
    "modifier": judge_modifier,
    "pair": judge_pair,
    "validity": judge_validity,
    "component": judge_component,
}
# Techniques of a level of their own, and the wider one that they are part of.
OWN_LEVEL = {"total_skin_electrons": "electrons"}
CHOSEN = frozenset({"billable", "payable", "named", "criteria"})
# Denying these is more than the opposite: the judge has looked at the denial itself.
LOOKS_AT_POLARITY = frozenset({"modifier", "component", "pair"})


@fixed
class Weighed:
    """One piece of advice with what the rules say of it; `scenario` is the case it was judged in."""

    advice: Advice
    finding: Finding
    scenario: Scenario
    instead: str = ""  # the rule's own words, for a failing sentence
    note: str = ""  # what a passing sentence leaves out
    standing: str = ""  # who says it, where nothing that we hold of the date does: it is shown beside this, or not


def check_advice(advice: Advice, scenario: Scenario, today: date) -> Weighed:
    """Judge one piece of advice in the scenario, narrowed by the facts its sentence states."""
    narrowed = narrow(scenario, advice.condition, today)
    told = advice.condition.get("dos")
    if not advice.polarity and _of_its_kin(advice, scenario):
        narrowed = narrowed.but(technique=scenario.technique)  # "No." to "it's electrons, so 77402?"
    try:
        judged = _not_yet(told) if told and told.start.year > LAST_YEAR else _judged(advice, narrowed, today)
    except RulesError as impossible:
        judged = Judged("fail", str(impossible))
    except (KeyError, ValueError, OverflowError) as unreadable:
        judged = Judged("no_data", f"The rules could not be asked: {unreadable}")
    if judged.verdict == "pass" and advice.polarity and _of_its_kin(advice, scenario):
        judged = Judged("no_data", f"Said of {advice.condition['technique']}; the case is another.")
    if judged.verdict == "pass" and _counted_elsewhere(advice, scenario):
        judged = Judged("no_data", "Counted on other dates, or in another place, than the case's.")
    judged = attributed(judged)
    rule = f"{advice.kind}.{advice.codes[0] if advice.codes else '?'}"
    finding = Finding(judged.rule or rule, judged.verdict, judged.why, judged.references, judged.reason, judged.period)
    return Weighed(advice, finding, narrowed, judged.instead, judged.note, judged.standing)


def _of_its_kin(advice: Advice, scenario: Scenario) -> bool:
    """ "Electrons are 77402", asked of total-skin electrons: true of others, and read as an answer to the case."""
    own = OWN_LEVEL.get(scenario.technique or "")
    return own is not None and advice.condition.get("technique") == own and bool(set(advice.codes) & set(LEVELS))


def _counted_elsewhere(advice: Advice, scenario: Scenario) -> bool:
    """ "Twenty units for dates before July", asked of August: as if the course of the case were counted there."""
    if advice.kind != "units" or not isinstance(advice.value, int) or not advice.polarity:
        return False
    told, place = advice.condition.get("dos"), advice.condition.get("setting")
    if told is not None and scenario.dos is not None and not told.overlaps(scenario.dos):
        return True
    return place is not None and scenario.setting is not None and (place in HOSPITAL) != (scenario.setting in HOSPITAL)


def _not_yet(told: Period) -> Judged:
    return Judged("no_data", f"The rules of {told.start.year} are not in our sources.")


def _judged(advice: Advice, scenario: Scenario, today: date) -> Judged:
    if not advice.codes:
        return Judged("no_data", "No code is named that this could be judged for.")
    around = by_window(advice, scenario) or by_their_edit(advice, scenario)
    if around is not None:
        return around
    judge = judge_alone if advice.kind == "pair" and advice.value[:1] == ("alone",) else JUDGES[advice.kind]
    dated = isinstance(advice.value, tuple) and advice.value[0] in ("to", "from")  # said of each code by itself
    if advice.kind == "pair" or (advice.kind == "validity" and isinstance(advice.value, tuple) and not dated):
        found = [judge(advice, scenario, today)]
    else:
        alone = (advice,) if len(advice.codes) == 1 else [replace(advice, codes=(code,)) for code in advice.codes]
        found = [judge(one, scenario, today) for one in alone]
    if advice.kind in ("units", "frequency", "component", "validity") and advice.polarity:
        found += list(_wrong_level(advice, scenario))
    if advice.polarity:
        found += list(_wrong_course(advice, scenario))
    if advice.polarity and advice.kind == "frequency":
        found += [one for code in advice.codes for one in through_the_case(code, scenario)]
    of_the_case = list(against_the_case(advice, scenario))
    if not advice.polarity and advice.kind == "component" and advice.value in CHOSEN:
        ruled_out = [one for one in _wrong_level(replace(advice, polarity=True), scenario) if one.verdict == "fail"]
        if ruled_out and len(advice.codes) == 1:
            return replace(ruled_out[0], verdict="pass")  # "No." to "electrons, so 77402?" of total-skin electrons
    if of_the_case and not advice.polarity:
        return worst(of_the_case)  # "not 77372" of a cobalt unit
    found += of_the_case
    judged = worst(found)
    if advice.polarity or advice.kind in LOOKS_AT_POLARITY:
        return judged
    denied = flipped(worst(found) if len(found) == 1 else _best(found))
    return worst([denied, *judge_denied(advice, scenario)])


def _best(found: list[Judged]) -> Judged:
    order = ("pass", "no_data", "fail")
    return min(found, key=lambda one: order.index(one.verdict))


def _wrong_course(advice: Advice, scenario: Scenario) -> Iterable[Judged]:
    """A code said to be for, or counted in, a course of a length that its rule shuts out."""
    chosen = isinstance(advice.value, tuple) and advice.value[0] in ("stays", "alone")  # of two, for the case asked
    length = scenario.fractions if chosen else advice.condition.get("fractions")
    if length is None or not (chosen or advice.value in ("payable", "course", "billable")):
        return
    for code in advice.codes[:1] if chosen else advice.codes:
        rule = course_rule(code)
        if rule is not None and rule.course_fractions is not None and not fits(rule, length):
            why = "{} serves courses of {} to {} fractions.".format(code, *rule.course_fractions)
            yield Judged("fail", why, (rule.reference,), why)


def _wrong_level(advice: Advice, scenario: Scenario) -> Iterable[Judged]:
    """A delivery level that the facts told rule out; an open choice is no_data when the text chooses."""
    chosen = [code for code in advice.codes if code in LEVELS]
    if not chosen:
        return
    told = (scenario.technique, scenario.isocenters, scenario.motion_management)
    by_name = isinstance(advice.value, tuple) and advice.value[0] == "for"  # "two isocenters make it Level 2, so 77407"
    told_here = by_name and bool(advice.condition.keys() & {"isocenters", "motion_management"})
    recommends = told_here or advice.value in CHOSEN
    # "77412 for every session" chooses the code it names; "one unit per session" is said of whichever it is
    counts = advice.kind == "units" or (advice.kind == "frequency" and len(advice.codes) == 1 and not advice.inherited)
    asked = set(scenario.codes) & set(LEVELS)
    if counts and len(asked) == 1 and not asked & set(chosen) and not any(told):
        yield Judged("no_data", f"{chosen[0]} is another level than the one asked about.")
    if all(fact is None for fact in told) or not (recommends or counts):
        return
    too_long = scenario.technique in DELIVERY and not is_stereotactic(scenario.technique, scenario.fractions)
    beams = scenario.but(technique="imrt") if scenario.technique is None or too_long else scenario
    ruling = delivery_level(beams)
    low = advice.value == "named" and scenario.technique == "2d"
    described = advice.value == "criteria" or low or (scenario.isocenters == 1 and scenario.motion_management is None)
    described |= advice.condition.get("motion_management") is False and scenario.isocenters is None
    if ruling.code is None and described:  # as the level itself is described: one isocenter, nothing tracked
        ruling = delivery_level(
            beams.but(motion_management=bool(beams.motion_management), isocenters=beams.isocenters or 1)
        )
    if ruling.code is not None and ruling.code not in chosen:
        yield Judged("fail", ruling.why, ruling.references, instead=ruling.why)
    elif ruling.code is None and recommends and not set(ruling.candidates) <= set(chosen):
        yield Judged("no_data", ruling.why, ruling.references)


def narrow(scenario: Scenario, condition: Any, today: date) -> Scenario:
    """The scenario with the facts of the sentence; Medicare and today where nobody says otherwise."""
    changes = dict(condition)
    if "fractions" in changes and changes["fractions"] != scenario.fractions:
        changes |= {"fractions_so_far": None, "sessions": ()}
    if "dos" in changes:
        inside = tuple(part for part in scenario.sessions if part.period.overlaps(changes["dos"]))
        changes |= {"sessions": inside}
        if (
            inside
            and len(inside) < len(scenario.sessions)
            and changes.get("fractions", scenario.fractions) == scenario.fractions
        ):
            changes |= {"fractions": sum(part.fractions for part in inside)}  # "eight in December", of a course of 28
    if changes.get("payer", scenario.payer) is None:
        changes["payer"] = "medicare"
    if changes.get("dos", scenario.dos) is None and not changes.get("sessions", scenario.sessions):
        changes["dos"] = Period(today, today)
    return scenario.but(**changes) if changes else scenario


def denied_together(denied: tuple[Advice, ...], scenario: Scenario, today: date) -> Verdict | None:
    """ "No." to several things proposed together: right when at least one of them is wrong."""
    if not denied:
        return None
    found = [check_advice(one, scenario, today).finding.verdict for one in denied]
    if "fail" in found:
        return "pass"
    return "no_data" if any(one != "pass" for one in found) else "fail"


def refused_pair(codes: tuple[str, ...], scenario: Scenario, today: date) -> bool:
    """Whether two of the codes are never paid together on one date."""
    pairs = (Advice("pair", two, "together") for two in combinations(codes, 2))
    return any(check_advice(pair, scenario, today).finding.verdict == "fail" for pair in pairs)
