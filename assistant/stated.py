"""What the rule book states outright: points of the record, a payer's own rules, who says otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from assistant.decision import Asked
from assistant.rules.biller import side_of
from assistant.rules.code_sets import LEVELS
from assistant.rules.windows import PLAN
from assistant.scenario import Scenario
from corpus.rulebook import Disagreement, PayerRule, Point, entry


def points_of(known_codes: tuple[str, ...], asked: Asked, scenario: Scenario, day: date) -> Iterable[tuple[str, Point]]:
    """What the record must show, where a part of the work belongs, who must be there: as far as it was asked.

    Supervision without a code is that of treatment delivery.
    """
    supervised = "supervision" in asked.matters
    for code in known_codes or (LEVELS if supervised else ()):
        known = entry(code)
        assert known is not None  # an entry was looked for
        wanted = _wanted(asked, facility=scenario.biller == "facility")
        if asked.modifiers == ("26",) and side_of(known, day)[0] == "professional":
            wanted -= {"technical work"}  # 77387-26: of the other part nothing was asked
        asked_of = [one for one in known.documentation if one.about in wanted and one.holds_on(day)]
        # A point on one place, as the nursing facility's, is told to who asks about that place.
        asked_of = [one for one in asked_of if one.about != "who bills" or one.setting or asked.of_staff]
        yield from ((code, point) for point in asked_of if not point.setting or scenario.setting in point.setting)
        if supervised:
            here = [
                one for one in known.supervision if not (one.setting and scenario.setting not in (None, *one.setting))
            ]
            yield from ((code, point) for point in here if point.holds_on(day))


def payer_rules_of(
    known_codes: tuple[str, ...], payers: tuple[str | None, ...], day: date
) -> Iterable[tuple[str, PayerRule]]:
    """What the payer, or who reviews for it, says of the codes; its modifiers are ruled on already.

    Its window around a plan is told of the plan, or of a service inside it that was asked about alone.
    """
    for code in known_codes:
        known = entry(code)
        for rule in known.payers if known else ():
            if rule.payer in payers and rule.matter != "modifier" and rule.holds_on(day):
                yield code, rule
    plan = entry(PLAN)
    for rule in plan.payers if plan and PLAN not in known_codes else ():
        if rule.payer in payers and rule.holds_on(day):
            yield from ((code, rule) for code in known_codes if any(code in one.codes for one in rule.windows))


def disagreements_of(code: str, day: date) -> Iterable[Disagreement]:
    """Who says otherwise of the code on this day."""
    known = entry(code)
    for one in known.disagreements if known else ():
        if (one.start is None or one.start <= day) and (one.end is None or day <= one.end):
            yield one


def _wanted(asked: Asked, *, facility: bool) -> set[str]:
    """What the question makes of the record: what it must show, where work belongs, who may bill it."""
    wanted = {"record"} if "documentation" in asked.matters else set()
    wanted |= {"visit"} if asked.of_visit and not asked.afterwards else set()
    wanted |= {"plan"} if PLAN in asked.codes else set()
    if "modifier" in asked.matters and not asked.of_visit and set(asked.modifiers) <= {"26", "TC"}:
        wanted |= {"professional work", "technical work"}
    if "who_bills" in asked.matters and not facility:
        wanted |= {"professional work", "technical work", "who bills"}
    return wanted
