"""Two codes on one date, or one inside another, against the pair rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.checking.advice import Advice
from assistant.checking.asking import pair
from assistant.checking.judging import windows
from assistant.checking.judging.edits import TOLD, judge_edit, opening
from assistant.checking.judging.judgement import Judged, Said, days_of, flipped, worst
from assistant.checking.judging.standing import known_or_likely, standing_of
from assistant.checking.judging.two_bills import ON_TWO_BILLS, judge_two_bills
from assistant.rules.codes import code_on, either
from assistant.rules.finding import PairRuling
from assistant.rules.limits import TABLES
from assistant.rules.pairs import edits_on, every_edit
from assistant.scenario import Scenario
from corpus.rulebook import entry


def judge_pair(advice: Advice, scenario: Scenario, _today: date) -> Judged:
    """Two codes on one date, or one inside another."""
    if isinstance(advice.value, tuple) and advice.value[0] == "included":
        return _included(advice, scenario)
    if isinstance(advice.value, tuple) and advice.value[0] == "dated with":
        return worst([_dated_with(advice.codes[0], advice.value[1], day) for day in days_of(scenario)])
    if isinstance(advice.value, tuple) and advice.value[0] in windows.TOLD:
        judged = windows.judge_window(advice, scenario)
        return judged if advice.polarity else flipped(judged)  # "No.", asked whether it is paid ten days later
    if advice.value == ON_TWO_BILLS:
        return judge_two_bills(advice, scenario)
    if isinstance(advice.value, tuple) and advice.value[0] in TOLD:
        return judge_edit(advice, scenario)
    if isinstance(advice.value, tuple) and advice.value[0] == "add_on_to":
        judged = worst(
            [_added_to(advice.codes[0], advice.value[1], day, only=len(advice.value) > 2) for day in days_of(scenario)]
        )
        return judged if advice.polarity else flipped(judged)
    modifiers = advice.value[1] if isinstance(advice.value, tuple) else ()
    a, b = advice.codes[:2]
    judged = worst([_together(pair(a, b, scenario.on(day)), modifiers, advice.polarity) for day in days_of(scenario)])
    untold = isinstance(advice.value, tuple) and advice.value[2:] == ("untold",)
    return replace(judged, note=MARKED) if untold and judged.verdict == "pass" else judged


MARKED = "With a modifier for a distinct service, such as 59."  # "both are paid when the sites are separate"


def _added_to(code: str, others: tuple[str, ...], day: date, *, only: bool = False) -> Judged:
    """Whether these are among the codes that the add-on goes with; some codes are added to any, and have no list."""
    known = entry(code)
    held = [one for one in known.relations if one.kind == "add_on_to" and one.holds_on(day)] if known else []
    if not held:
        return Judged("no_data", f"We hold no list of the codes that {code} is added to.")
    listed = {other for one in held for other in one.codes}
    why = f"{code} is an add-on to {either(tuple(sorted(listed)))}."
    references = tuple(one.reference for one in held)
    right = set(others) == listed if only else set(others) <= listed
    return Judged("pass" if right else "fail", why, references, why)


def _dated_with(code: str, others: tuple[str, ...], day: date) -> Judged:
    """Whether the code is reported on the date of these, or of the plan it is added to."""
    known = entry(code)
    held = [one for one in known.relations if one.same_date and one.holds_on(day)] if known else []
    if not held:
        return Judged("no_data", f"On which date {code} is reported is not in our sources.")
    rule = held[0]
    why = f"{code} is reported on the date of {either(rule.codes)}."
    return Judged("pass" if set(others) <= set(rule.codes) else "fail", why, (rule.reference,), why)


def _together(ruling: PairRuling, modifiers: tuple[str, ...], affirmed: bool) -> Judged:
    verdict: Said = "no_data"
    together = known_or_likely(ruling)
    if together == "no":
        verdict = "fail" if affirmed else "pass"
    elif together == "yes":
        verdict = "no_data" if modifiers else "pass" if affirmed else "fail"
    elif together == "with modifier" and affirmed:
        verdict = "pass" if modifiers and set(modifiers) <= opening(*ruling.codes) else "fail"
    instead = "" if ruling.together == "no_data" else ruling.why
    rule = f"pair.{'.'.join(ruling.codes)}"
    return Judged(verdict, ruling.why, ruling.references, instead, rule=rule, standing=standing_of(ruling))


def _included(advice: Advice, scenario: Scenario) -> Judged:
    """ "77387 is included in 77373": the container is what pays."""
    _, part, targets = advice.value
    code = advice.codes[0]
    found = []
    for target in targets:
        for day in days_of(scenario):
            ruling = pair(target, code, scenario.on(day))
            both = code_on(code, day).valid is True and code_on(target, day).valid is True
            if both and _other_way(code, target, day):
                found.append(Judged("fail", ruling.why, ruling.references, ruling.why))
                continue
            inside = known_or_likely(ruling) == "no" and both and _holds(target, code, day)
            standing = standing_of(ruling)
            if not inside and part == "technical" and _technical_is_inside(code, target, day):
                found.append(Judged("pass", f"The technical part of {code} is inside the delivery.", ruling.references))
            elif part == "professional" and _documented(code, target, day):
                found.append(Judged("pass", f"The professional work of {code} is part of {target}.", ruling.references))
            elif inside and (part == "" or part != "professional"):
                found.append(Judged("pass", ruling.why, ruling.references, ruling.why, standing=standing))
            else:
                found.append(Judged("fail" if ruling.together == "yes" else "no_data", ruling.why, ruling.references))
    judged = worst(found)
    return judged if advice.polarity else flipped(judged)


def _other_way(code: str, target: str, day: date) -> bool:
    """Whether every edit of the two pays the code and denies the target that is said to hold it."""
    edits = [edit for table in TABLES for edit in edits_on(code, target, day, table)]
    return bool(edits) and all(edit.column1 == code for edit in edits)


def _holds(target: str, code: str, day: date) -> bool:
    """Whether the first of two that are never paid together is the one that pays: column 1, or what includes."""
    if any(edit.column1 == target for edit in every_edit(target, code)):
        return True
    if any(edit.column1 == code for edit in every_edit(target, code)):
        return False
    if _tied(target, "includes", code, day) or _tied(code, "included_in", target, day):
        return True
    if _tied(code, "includes", target, day) or _tied(target, "included_in", code, day):
        return False
    known, into = entry(code), entry(target)
    return known is not None and into is not None and known.category in SMALLER and into.category not in SMALLER


# What lies inside other services, where a tie only says that two do not go together.
SMALLER = frozenset({"image guidance", "physics and devices", "imaging"})


def _tied(code: str, kind: str, other: str, day: date) -> bool:
    known = entry(code)
    return known is not None and any(
        tie.kind == kind and tie.holds_on(day) and other in tie.codes for tie in known.relations
    )


def _documented(code: str, target: str, day: date) -> bool:
    """The rule book says in words that the work belongs to the target."""
    known = entry(code)
    points = known.documentation if known else ()
    return any(
        point.holds_on(day) and point.about == "professional work" and target in point.says and "part of" in point.says
        for point in points
    )


def _technical_is_inside(code: str, target: str, day: date) -> bool:
    """The technical row is bundled and the target's own service says that guidance is inside it."""
    known, into = entry(code), entry(target)
    row = known.status_on(day, "mpfs", "TC") if known else None
    period = into.period_on(day) if into else None
    return row is not None and row.value == "B" and period is not None and "guidance" in period.service.lower()
