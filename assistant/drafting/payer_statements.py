"""What a payer says of a code, and in one sentence what we do not hold of it and who decides."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.decision import Decision
from assistant.drafting.statements import Statement, both
from assistant.drafting.window_statements import inside_a_window, say_windows
from assistant.rules import payers
from assistant.rules.code_sets import OTHERS
from assistant.rules.windows import PLAN
from corpus.rulebook import entry

MOST_RULES = 4
COUNTS = {"units", "frequency"}


def say_payer_rules(decision: Decision) -> Iterator[Statement]:
    """What the payer itself says of the code."""
    wanted = [(code, rule) for code, rule in decision.payer_rules if _is_asked(rule.matter, decision)]
    for code, rule in wanted[:MOST_RULES]:
        if rule.windows:
            if decision.asked.matters <= {*COUNTS, "pair"} and PLAN not in decision.asked.codes:
                continue  # what is part of a plan does not answer how often
            yield from say_windows(code, rule, decision)
            continue
        yield Statement(f"{payers.name(rule.payer)} says of {code}: {rule.value}.", (rule.reference,), code)
    if "coverage" in decision.asked.matters and "modifier" not in decision.asked.matters:
        yield from _modifiers(decision)


def _modifiers(decision: Decision) -> Iterator[Statement]:
    """A modifier the payer requires or refuses belongs to the answer whether it pays."""
    payer = decision.scenario.payer
    if payers.is_medicare(payer):
        return
    for code in decision.asked.codes:
        known = entry(code)
        for rule in known.payers if known else ():
            if rule.payer == payer and rule.matter == "modifier" and rule.holds_on(decision.day):
                verb = "requires" if rule.value == "required" else "refuses"
                text = f"{payers.name(payer)} {verb} {rule.modifier} on {code} from date of service {rule.start}."
                yield Statement(text, (rule.reference,), code)


def say_payers_own_modifiers(decision: Decision) -> Iterator[Statement]:
    """Where no payer was told and one of them differs on the modifier asked about: the answer hangs on the payer."""
    asked = decision.asked
    if decision.scenario.payer is not None or "modifier" not in asked.matters:
        return
    for code in asked.codes:
        known = entry(code)
        for rule in known.payers if known else ():
            if rule.matter == "modifier" and rule.modifier in asked.modifiers and rule.holds_on(decision.day):
                verb = "requires" if rule.value == "required" else "refuses"
                text = f"{payers.name(rule.payer)} {verb} {rule.modifier} on {code} from date of service {rule.start}."
                yield Statement(text, (rule.reference,), code)


def say_unknown_payment(decision: Decision) -> Iterator[Statement]:
    """Medicare's status binds no other payer: said once for all codes, unless the payer's own rule was told."""
    payer = decision.scenario.payer
    if "coverage" not in decision.asked.matters or payers.is_medicare(payer):
        return
    ruled = {code for code, rule in decision.payer_rules if rule.matter == "coverage"} | {
        one.code for one in decision.units
    }
    valid = {ruling.code for ruling in decision.codes if ruling.valid}
    told = valid - ruled - inside_a_window(decision)
    codes = tuple(dict.fromkeys(one.code for one in decision.statuses if one.code in told))
    if codes:
        name = payers.name(payer)
        text = (
            f"Whether {name} pays {both(codes)} separately is not in our sources, and Medicare's status does not bind "
            f"{name}: its policy or the contract decides."
        )
        yield Statement(text, (), codes[0])


def say_authorization(decision: Decision) -> Iterator[Statement]:
    """Whether prior authorization is wanted: the payer's own list, or that we do not hold it."""
    if "authorization" not in decision.asked.matters or not decision.asked.codes:
        return
    payer = decision.scenario.payer
    if any(rule.matter == "authorization" for _, rule in decision.payer_rules):
        return  # the payer's own rule has been told
    codes = both(decision.asked.codes)
    if payer in (None, "medicare"):
        yield Statement(f"Prior authorization for {codes} is each payer's own rule; say which payer.")
        return
    name = payers.speaking(payer)
    text = f"Whether {name} wants prior authorization for {codes} is not in our sources: ask {name} before treatment."
    yield Statement(text)


def _is_asked(matter: str, decision: Decision) -> bool:
    """A rule on authorization answers a question about payment or authorization, not one about units."""
    if "authorization" in decision.asked.matters:
        return matter in ("authorization", "coverage")
    if matter == "coverage":
        return bool(decision.asked.matters & {"coverage", "denial", "validity", "comparison"})
    return matter != "authorization" or bool(decision.asked.matters & {"coverage", "definition", "denial"})


def say_reviewers_limits(decision: Decision) -> Iterator[Statement]:
    """How many sessions of a course the reviewing company takes, where the question asks for it."""
    asked, level = decision.asked, decision.level
    if not asked.reviewers or not (asked.of_a_limit or asked.matters & {"units", "frequency"}):
        return
    of_technique = OTHERS[decision.scenario.technique][0] if decision.scenario.technique in OTHERS else ()
    for code in asked.codes or (level.candidates if level else of_technique):
        known = entry(code)
        for rule in known.units if known else ():
            if rule.payer in asked.reviewers and rule.most_per_course and rule.holds_on(decision.day):
                note = f": {rule.note}" if rule.note else ""
                most = f"at most {rule.most_per_course} sessions of {code} in a course"
                text = f"{payers.name(rule.payer)} takes {most}{note}."
                yield Statement(text, (rule.reference,), code)
