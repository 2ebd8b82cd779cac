"""Modifiers against the modifier rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from assistant.checking.advice import Advice
from assistant.checking.asking import modifier_by_period, pair
from assistant.checking.judging.judgement import Judged, Said, same, worst
from assistant.checking.judging.standing import known_or_likely
from assistant.rules.biller import HOSPITAL, OWN_PART, billing
from assistant.rules.described_modifiers import described
from assistant.rules.finding import ModifierRuling
from assistant.rules.modifiers import DISTINCT
from assistant.rules.payers import is_medicare
from assistant.rules.periods import day_of
from assistant.scenario import Scenario
from corpus.modifiers import modifier
from corpus.rulebook import entry

WHOLE = frozenset({"office", "freestanding"})  # where one bill may hold both parts


def judge_modifier(advice: Advice, scenario: Scenario, _today: date) -> Judged:
    """A modifier that is used, needed, not needed or left off."""
    if isinstance(advice.value, tuple) and advice.value[0] == "on":
        return _place(advice)
    if isinstance(advice.value, tuple) and advice.value[0] == "apart":
        return _apart(advice)
    if isinstance(advice.value, tuple):
        return _meaning(advice)
    code, said = advice.codes[0], str(advice.value)
    if said == "any":
        return _any_needed(advice, code, scenario)
    rulings = modifier_by_period(code, said, scenario)
    found = [_judge(advice, ruling) for ruling in rulings]
    if said == "none" and advice.polarity:
        found += [_judge_without(ruling) for ruling in modifier_by_period(code, "TC", scenario)]
    if _whole_in_an_office(advice, scenario):
        found = [replace(one, verdict="no_data") if one.verdict == "pass" else one for one in found]
    if said == "none" and advice.polarity:
        found += _needs_one_to_open(code, scenario)
    found += _part_of_another(advice)
    found += _off_their_bill(advice, code, scenario)
    return worst([*found, *_of_the_plans_insurer(advice, scenario), *_without_in_a_hospital(advice, code, scenario)])


def _needs_one_to_open(code: str, scenario: Scenario) -> Iterator[Judged]:
    """ "No modifier is needed", of two codes whose edit only a modifier opens."""
    for other in scenario.codes:
        ruling = pair(code, other, scenario) if other != code and is_medicare(scenario.payer) else None
        if ruling is not None and known_or_likely(ruling) == "with modifier":
            yield Judged("no_data", ruling.why, ruling.references)


def _whole_in_an_office(advice: Advice, scenario: Scenario) -> bool:
    """ "In the office the physician adds 26": only where somebody else owns the machine, which nobody told."""
    here = advice.condition.get("setting") in WHOLE or (scenario.setting in WHOLE and "biller" in advice.condition)
    return here and advice.polarity and advice.value == "26"


def _part_of_another(advice: Advice) -> Iterator[Judged]:
    """ "The doctor bills 77300-TC": the part that somebody else bills, wherever the code may carry that modifier."""
    theirs = OWN_PART.get(advice.condition.get("biller") or "")
    if advice.polarity and theirs and MEANT.get(str(advice.value), theirs) != theirs:
        yield Judged("no_data", f"{advice.value} marks the {MEANT[str(advice.value)]} part, which another bills.")


def _off_their_bill(advice: Advice, code: str, scenario: Scenario) -> Iterator[Judged]:
    """ "The hospital's 77427 goes out plain": a line that has no place on that bill, with or without a modifier."""
    if not advice.polarity or advice.value != "none" or not advice.condition.get("biller"):
        return
    bill = billing(code, day_of(scenario), scenario.setting, scenario.biller)
    if bill.allowed is False and is_medicare(scenario.payer):
        yield Judged("fail", bill.why, bill.references, bill.why)


def _without_in_a_hospital(advice: Advice, code: str, scenario: Scenario) -> Iterator[Judged]:
    """ "No modifier" of a code that splits in a hospital: right on its own bill, wrong on the physician's."""
    if advice.value != "none" or not advice.polarity or scenario.setting not in HOSPITAL or scenario.biller is not None:
        return
    if set(scenario.modifiers) & DISTINCT:
        return  # the modifier that was asked about tells services apart, not parts
    for ruling in modifier_by_period(code, "26", scenario.but(biller="professional")):
        if ruling.required:
            yield Judged("no_data", ruling.why, ruling.references)


def _of_the_plans_insurer(advice: Advice, scenario: Scenario) -> Iterator[Judged]:
    """A plan of Medicare Advantage is some insurer's: what one of them demands, nobody can say it does not need."""
    if scenario.payer != "medicare_advantage" or scenario.dos is None or (advice.polarity and advice.value != "none"):
        return
    for rule in known.payers if (known := entry(advice.codes[0])) else ():
        demands = rule.matter == "modifier" and rule.value == "required" and rule.holds_on(scenario.dos.end)
        if demands and advice.value in ("none", rule.modifier):
            yield Judged("no_data", "An insurer demands it; its Medicare Advantage plan may too.", (rule.reference,))


MEANT = {"26": "professional", "TC": "technical"}


def _meaning(advice: Advice) -> Judged:
    """What a modifier is said to stand for: 26 the professional part, TC the technical one, PC neither."""
    _, said, part = advice.value
    if said == "PC":
        right, why = part == "adverse", "PC reports a wrong procedure on the patient; 26 marks the professional part."
    elif said in MEANT:
        right, why = MEANT[said] == part, f"{said} marks the {MEANT[said]} part."
    else:
        return Judged("no_data", f"What {said} stands for is not a matter of components.")
    held = described(said).references
    return Judged("pass" if right == advice.polarity else "fail", why, held, why)


def _place(advice: Advice) -> Judged:
    """Where the rule book puts the modifier."""
    _, said, place = advice.value
    known = modifier(said)
    if known is None:
        return Judged("no_data", f"No source we hold describes modifier {said}.")
    right = any("on the visit" in one for one in known.valid_when) if place == "visit" else None
    if place == "procedure" and any("on the procedure code" in one for one in known.not_when):
        right = False
    why = f"Modifier {said} goes on the visit, not on the code of the planning or treatment beside it."
    if right is None:
        return Judged("no_data", why, (known.reference,))
    return same(right == advice.polarity, why, (known.reference,), instead=why)


def _apart(advice: Advice) -> Judged:
    """Two modifiers that exclude each other on one line, as the rule book says of either."""
    _, *two = advice.value
    for one, other in (two, two[::-1]):
        known = modifier(one)
        if known is not None and f"together with {other} on one line" in known.not_when:
            why = f"{one} and {other} are not put on one line."
            return same(advice.polarity, why, (known.reference,), instead=why)
    return Judged("no_data", f"Whether {two[0]} and {two[1]} go on one line is not in our sources.")


def _judge(advice: Advice, ruling: ModifierRuling) -> Judged:
    standing = ruling.of_pair if ruling.allowed is None and ruling.likely is not None else ""
    known = replace(ruling, allowed=ruling.likely) if standing else ruling
    verdict = _denied(advice, known) if not advice.polarity else _affirmed(advice, known)
    if advice.value in DISTINCT and not advice.polarity and advice.required and known.allowed:
        verdict = "no_data"  # "59 is not needed", of a pair that only such a modifier opens
    return Judged(
        verdict, ruling.why, ruling.references, ruling.why if ruling.allowed is not None else "",
        rule=f"modifier.{ruling.code}", period=ruling.period, standing=standing,
    )  # fmt: skip


def _affirmed(advice: Advice, ruling: ModifierRuling) -> Said:
    if ruling.allowed is None:
        return "no_data"
    if not ruling.allowed:
        return "fail"
    if advice.required and not ruling.required and advice.value != "none":
        return "no_data"  # it may stand, but nothing we hold demands it
    return "pass"


def _denied(advice: Advice, ruling: ModifierRuling) -> Said:
    if ruling.allowed is None:
        return "no_data"
    if advice.required:  # "is not required"
        return "fail" if ruling.required else "pass"
    if not ruling.allowed:
        return "pass"
    return "fail" if ruling.required else "no_data"


def _judge_without(ruling: ModifierRuling) -> Judged:
    """ "No modifier" says also that TC is not demanded."""
    verdict: Said = "fail" if ruling.required else "pass"
    return Judged(verdict, ruling.why, ruling.references, ruling.why, rule=f"modifier.{ruling.code}")


def _any_needed(advice: Advice, code: str, scenario: Scenario) -> Judged:
    """ "It needs a modifier": only where 26 or TC is demanded; denied, the same as "no modifier"."""
    if not advice.polarity:
        return judge_modifier(replace(advice, value="none", polarity=True), scenario, date.max)
    rulings = [*modifier_by_period(code, "26", scenario), *modifier_by_period(code, "TC", scenario)]
    needed = [ruling for ruling in rulings if ruling.required]
    if needed:
        return Judged("pass", needed[0].why, needed[0].references, needed[0].why, rule=f"modifier.{code}")
    without = judge_modifier(replace(advice, value="none", required=False), scenario, date.max)
    verdict: Said = "fail" if without.verdict == "pass" else "no_data"
    return Judged(verdict, without.why, without.references, without.instead, rule=f"modifier.{code}")
