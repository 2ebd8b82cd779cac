"""A decision in statements: most important first, nothing twice.

Yes or no, the number or the modifier for the dates told, the arithmetic, what held before, who says otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from assistant.decision import Decision
from assistant.drafting import statements
from assistant.drafting.asks import asking_for
from assistant.drafting.explanations import (
    say_changes,
    say_definitions,
    say_disagreements,
    say_payer_rules,
    say_points,
    say_ties,
)
from assistant.drafting.statements import PLACES, Statement, both, dates_of, led, many
from assistant.rules import payers
from assistant.rules.codes import either
from assistant.rules.finding import ModifierRuling, StatusRuling, UnitsRuling
from assistant.rules.limits import limit, table_of
from corpus.rulebook import Reference, entry

PER_FRACTION = ("5 fractions", "session", "day")  # what a number of fractions says
MATTERS_OF_TIES = {"definition", "coverage", "units", "pair"}
MATTERS_OF_WORK = {"definition", "which_code", "comparison"}


def ruled(decision: Decision) -> list[Statement]:
    """What the rules say to the question, without repeats."""
    return list({statement.text: statement for statement in _statements(decision)}.values())


def _statements(decision: Decision) -> Iterator[Statement]:
    matters = decision.asked.matters
    for code in decision.codes:
        if code.valid is not True or "validity" in matters:
            yield from statements.say_code(code)
    yield from _level(decision)
    if "comparison" in matters or (matters & MATTERS_OF_WORK and (decision.level is None or len(decision.codes) == 1)):
        yield from say_definitions(decision)
    if matters & MATTERS_OF_TIES:
        yield from say_ties(decision)
    yield from _modifiers(decision)
    yield from _units(decision)
    for biller in decision.billers:
        yield from statements.say_biller(biller)
    for _, pair in decision.pairs:
        yield from statements.say_pair(pair, decision.case)
    yield from _statuses(decision)
    yield from say_payer_rules(decision)
    yield from say_changes(decision)
    yield from say_points(decision)
    yield from say_disagreements(decision)


def _level(decision: Decision) -> Iterator[Statement]:
    """The delivery code the facts lead to; while it is open, only where no ended code has named the choice."""
    level = decision.level
    if level is None:
        return
    named = any(code.valid is False and code.replaced_by for code in decision.codes)
    if level.code is not None or not named:
        yield Statement(level.why, level.references, level.code)


def taken_for_granted(decision: Decision) -> Iterator[Statement]:
    """What the answer takes for granted, said in the text."""
    if decision.assumes_medicare:
        yield Statement("Assuming Medicare.")
    elif decision.scenario.payer == "medicare_advantage" and not _cautioned(decision):
        yield Statement("The contract of a Medicare Advantage plan may differ.")
    if decision.asks:
        yield Statement(asking_for(decision.asks))


def _cautioned(decision: Decision) -> bool:
    """Whether a ruling's own reason already says that the contract may differ."""
    return any(payers.caution("medicare_advantage") in one.why for one in (*decision.modifiers, *decision.statuses))


def _units(decision: Decision) -> Iterator[Statement]:
    """Each ruling for the dates told, then what held before; how often, where no number was asked."""
    counting = "units" in decision.asked.matters and decision.scenario.fractions is not None
    for ruling in _grouped(decision.units):
        lead = _lead(ruling, decision.units, decision)
        settled = ruling.basis == "once" or not ruling.one_per or _is_counted_in_the_record(ruling)
        if counting or settled:
            yield from statements.say_units(ruling, lead, decision.scenario.fractions)
        else:
            yield from statements.say_frequency(ruling, lead)
    if "units" in decision.asked.matters and not counting:
        yield from _limits(decision)
    for ruling in decision.before:
        lead = led(decision.case, f"through {ruling.period.end}", PLACES.get(ruling.setting or "", ""))
        yield from statements.say_frequency(ruling, lead)
    yield from _technical_only(decision)


def _limits(decision: Decision) -> Iterator[Statement]:
    """The most units of one date, where no number of fractions says more."""
    if not payers.is_medicare(decision.scenario.payer):
        return
    table = table_of(decision.scenario)
    for code in dict.fromkeys(ruling.code for ruling in decision.units if ruling.one_per in PER_FRACTION):
        held = limit(code, decision.day, table)
        if held is not None:
            text = (
                f"Medicare's limit for {code} is {many(held.units, 'unit')} on one date ({table} table, {held.as_of})."
            )
            yield Statement(text, (held.reference,), code)


def _is_counted_in_the_record(ruling: UnitsRuling) -> bool:
    """Devices and calculations: fractions do not say how many, a limit on one date does."""
    return ruling.basis == "needs_count" and ruling.one_per not in PER_FRACTION


def _grouped(rulings: Sequence[UnitsRuling]) -> Iterator[UnitsRuling]:
    """Codes of one kind that are counted alike, told in one sentence: "77520, 77522 or 77523"."""
    groups: dict[tuple[object, ...], list[UnitsRuling]] = {}
    for ruling in rulings:
        alike = ruling.basis == "per_session" and ruling.units
        known = entry(ruling.code)
        kind = known.category if known else ruling.code
        key = (kind, ruling.setting, ruling.period.end, ruling.units, ruling.per_date) if alike else (ruling,)
        groups.setdefault(key, []).append(ruling)
    for group in groups.values():
        references = tuple(dict.fromkeys(reference for one in group for reference in one.references))
        yield replace(group[0], code=either(tuple(one.code for one in group)), references=references)


def _technical_only(decision: Decision) -> Iterator[Statement]:
    """A technical code that is being counted takes no modifier: the commonest wrong one of the field."""
    found: dict[str, Reference] = {}
    for code in dict.fromkeys(ruling.code for ruling in decision.units if ruling.units):
        known = entry(code)
        held = known.pc_tc_on(min(decision.day, *_ends(decision, code))) if known else None
        if held is not None and held.pc_tc == "3":
            found[code] = held.reference
    if found:
        names, one = tuple(found), len(found) == 1
        be, them = ("is", "it") if one else ("are", "them")
        text = f"{both(names)} {be} technical only: neither 26 nor TC belongs on {them}."
        yield Statement(text, tuple(dict.fromkeys(found.values())), names[0])


def _ends(decision: Decision, code: str) -> list[date]:
    return [ruling.period.end for ruling in decision.units if ruling.code == code and ruling.units]


def _modifiers(decision: Decision) -> Iterator[Statement]:
    """What to do with each modifier once, then the reason for each stretch of dates."""
    told: set[tuple[object, ...]] = set()
    for ruling in decision.modifiers:
        rulings = [one for one in decision.modifiers if (one.code, one.modifier) == (ruling.code, ruling.modifier)]
        agreed = len({(one.allowed, one.required) for one in rulings}) == 1
        lead = _lead(ruling, rulings, decision)
        what = (ruling.code, ruling.modifier, "" if agreed else lead)
        if what not in told:
            told.add(what)
            yield from statements.say_modifier(ruling, "" if agreed else lead)
        yield from statements.say_reason(ruling, lead if agreed or not statements.is_settled(ruling) else "")


def _statuses(decision: Decision) -> Iterator[Statement]:
    """How the code is paid, unless its units said so already; for a modifier only that nothing is paid."""
    counted = {ruling.code for ruling in decision.units}
    wanted = [ruling for ruling in decision.statuses if ruling.code not in counted]
    if "coverage" not in decision.asked.matters:
        wanted = [ruling for ruling in wanted if ruling.treatment in ("bundled", "packaged")]
    for ruling in wanted:
        yield from statements.say_status(ruling, _lead(ruling, decision.statuses, decision))


def _lead(
    ruling: UnitsRuling | ModifierRuling | StatusRuling,
    rulings: Sequence[UnitsRuling | ModifierRuling | StatusRuling],
    decision: Decision,
) -> str:
    """Dates and place, said only where they set this ruling apart from its neighbours."""
    setting = getattr(ruling, "setting", None)
    beside = [one for one in rulings if one.code == ruling.code and getattr(one, "setting", None) == setting]
    beside = [one for one in beside if getattr(one, "system", "") == getattr(ruling, "system", "")]
    when = dates_of(ruling.period, decision.day) if len({one.period for one in beside}) > 1 else ""
    return led(decision.case, when, _place(setting, decision))


def _place(setting: str | None, decision: Decision) -> str:
    return PLACES[setting] if setting and setting != decision.scenario.setting else ""


def yes_or_no(decision: Decision) -> str:
    """ "Yes." or "No." where the question wants one and the rules have one; otherwise nothing."""
    asked = decision.asked
    if not asked.yes_no:
        return ""
    if "modifier" in asked.matters and decision.modifiers:
        verdicts = {ruling.allowed for ruling in decision.modifiers}
        return _word(verdicts)
    if asked.frequency and decision.units:
        return _word({_as_often(ruling, asked.frequency) for ruling in decision.units})
    if "pair" in asked.matters and decision.pairs:
        return _word({{"yes": True, "no": False}.get(pair.together) for _, pair in decision.pairs})
    if "who_bills" in asked.matters and decision.billers:
        # Never "Yes.": who else may bill it (a nurse, a locum) is more than the component of a code can say.
        return "No." if {biller.allowed for biller in decision.billers} == {False} else ""
    if "validity" in asked.matters and decision.codes:
        return _word({code.valid for code in decision.codes})
    return ""


def _word(verdicts: set[bool | None]) -> str:
    if verdicts == {True}:
        return "Yes."
    return "No." if verdicts == {False} else ""


def _as_often(ruling: UnitsRuling, frequency: str) -> bool | None:
    """Whether a unit may be billed as often as the question proposes; None where no rule says."""
    if ruling.basis in ("bundled", "packaged", "not_valid", "not_this_biller"):
        return False
    if not ruling.one_per:
        return None
    return ruling.one_per == frequency or {ruling.one_per, frequency} == {"session", "fraction"}
