"""What the counting rule adds to its number: what makes a further unit, what never does."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.decision import Decision
from assistant.drafting.statements import Statement, many
from assistant.rules.finding import UnitsRuling
from assistant.rules.limits import limit, table_of
from assistant.rules.unit_rules import rule_behind

OF_SESSIONS = frozenset({"session", "day"})


def say_notes(decision: Decision) -> Iterator[Statement]:
    """For who asks how often: the rule's own note on each code in force, and that weeks are not counted."""
    asked = decision.asked
    if not asked.matters & {"frequency", "units"}:
        return
    if asked.modifiers == ("50",):
        return  # of two sides the counting rule has said all
    if asked.of_a_limit and "frequency" in asked.matters:
        yield from _ceiling(decision)
    for ruling in decision.units:
        yield from _billed_before(ruling, decision)
        in_force = ruling.period.start <= decision.day <= ruling.period.end
        if ruling.code not in asked.codes or not in_force or not ruling.one_per:
            continue
        if ruling.one_per.endswith("fractions"):
            yield from _weeks(ruling, decision)
        elif _is_wanted(ruling, decision) and (rule := rule_behind(ruling)) is not None and rule.note:
            yield Statement(f"{ruling.code}: {rule.note}.", (rule.reference,), ruling.code)


def _billed_before(ruling: UnitsRuling, decision: Decision) -> Iterator[Statement]:
    """What of a counted course is still to bill, where the question tells what was billed."""
    billed = dict(decision.asked.billed).get(ruling.code)
    if billed is None or ruling.basis not in ("counted", "counted_so_far", "partly_counted") or ruling.units is None:
        return
    more = ruling.units - billed
    due = f"{many(more, 'unit')} more {'is' if more == 1 else 'are'} due" if more > 0 else "no further unit is due"
    if more < 0:
        due = f"that is {many(-more, 'unit')} too many"
    was = "was" if billed == 1 else "were"
    text = f"Of {ruling.code} {many(billed, 'unit')} {was} billed before: {due}."
    yield Statement(text, ruling.references, ruling.code)


def _ceiling(decision: Decision) -> Iterator[Statement]:
    """A limit is no frequency: 77417 at one a date does not mean one every date."""
    for code in dict.fromkeys(ruling.code for ruling in decision.units):
        held = limit(code, decision.day, table_of(decision.scenario))
        if held is not None:
            text = f"The limit of {code} is a ceiling for one date and does not say how often a unit falls due."
            yield Statement(text, (held.reference,), code)


def _weeks(ruling: UnitsRuling, decision: Decision) -> Iterator[Statement]:
    if decision.asked.of_weeks and decision.scenario.fractions is None:
        text = f"Fractions count for {ruling.code} and weeks do not: the five may take more or fewer days than a week."
        yield Statement(text, ruling.references, ruling.code)


def _is_wanted(ruling: UnitsRuling, decision: Decision) -> bool:
    """Of a code counted by session only who proposes two of it on one date hears more than that."""
    asked, alone = decision.asked, len(decision.asked.codes) == 1
    several = ruling.code in dict(asked.told_units) or decision.scenario.schedule == "bid"
    if ruling.basis == "per_field":
        return False  # the count has told it
    if asked.planned_together and "planned together" in (((rule := rule_behind(ruling)) and rule.note) or ""):
        return True
    if ruling.one_per not in OF_SESSIONS:
        return asked.again or "frequency" in asked.matters or (several and alone)
    return (several or bool(asked.modifiers)) and alone and "denial" not in asked.matters
