"""What should be said, before any prose exists: the rules asked for every code and matter of the question.

The checker asks the same rules about the prose afterwards, so an answer and its check cannot disagree about them.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.decision import Asked, Decision
from assistant.recent import until_recently
from assistant.rules.changes import Changes, changes_on
from assistant.rules.code_sets import LEVELS, OF_ONE_LEVEL, OTHERS
from assistant.rules.codes import code_on, successors
from assistant.rules.finding import CodeRuling, LevelRuling, PairRuling
from assistant.rules.indicators import Indicator
from assistant.rules.level import crosswalk, delivery_level
from assistant.rules.pairs_apart import pair_apart
from assistant.rules.told_claim import judged
from assistant.rulings import billers_of, modifiers_of, pairs_of, statuses_of, units_of
from assistant.scenario import Scenario
from assistant.stated import disagreements_of, payer_rules_of, points_of
from corpus.rulebook import entry

YEARS_BACK = 1
OF_PAIRS = (Indicator("reason", "97"), Indicator("reason", "236"))  # denials for another service of the date


def decide(asked: Asked, scenario: Scenario, today: date, case: str = "") -> Decision:
    """Ask every rule the question touches. Raises CountError and DateError for facts that cannot be."""
    decision = Decision(asked, scenario, today, case)
    day, wants = decision.day, asked.matters.__contains__
    validity = tuple(code_on(code, day) for code in asked.codes)
    level = _level(validity, scenario.on(day), asked)
    known = tuple(ruling.code for ruling in validity if entry(ruling.code))
    known = _chosen(known, level)
    counted = units_of(known, scenario, today) if wants("units") or wants("frequency") else ()
    if asked.claim:
        return _of_a_claim(replace(decision, codes=validity))
    decision = replace(
        decision,
        codes=validity,
        level=level,
        units=counted,
        before=tuple(ruling for code in known for ruling in until_recently(code, counted, scenario)),
        modifiers=modifiers_of(known, asked, scenario, today) if wants("modifier") else (),
        pairs=_pairs(asked, scenario.on(day), day),
        statuses=statuses_of(known, scenario, today) if _is_about_payment(asked) else (),
        billers=tuple(billers_of(known, scenario, day)) if wants("who_bills") else (),
        changes=_changes(known, scenario.dos.start if scenario.dos else day) if wants("what_changed") else None,
        payer_rules=tuple(payer_rules_of(known, (scenario.payer, *asked.reviewers), day)),
        points=tuple(points_of(known, asked, scenario, day)),
        disagreements=tuple((code, one) for code in known for one in disagreements_of(code, day)),
    )
    return replace(decision, asks=_asks(decision))


def _of_a_claim(decision: Decision) -> Decision:
    """The lines that the question lists, and the place where it decides and was not told."""
    lines = judged(decision.asked.claim, decision.scenario, decision.today)
    return replace(decision, lines=lines, asks=("setting",) if any(one.only for one in lines) else ())


def _is_about_payment(asked: Asked) -> bool:
    return bool(asked.matters & {"coverage", "comparison", "definition", "denial", "validity"} or asked.modifiers)


def _pairs(asked: Asked, scenario: Scenario, day: date) -> tuple[tuple[str | None, PairRuling], ...]:
    """The pairs asked about; of two codes compared or denied as one only the first ruling that settles them."""
    if asked.apart:
        return ((scenario.setting, pair_apart(asked.codes[0], asked.codes[1], scenario)),)
    if "pair" in asked.matters:
        return tuple(pairs_of(asked.codes, scenario))
    as_one = any(one in OF_PAIRS for one in asked.indicators)
    if not (as_one or "comparison" in asked.matters) or len(asked.codes) != 2:
        return ()
    if not all(code_on(code, day).valid for code in asked.codes):
        return ()
    told = tuple(pairs_of(asked.codes, scenario))
    return told if as_one else tuple(one for one in told if one[1].together in ("no", "with modifier"))[:1]


def _changes(known: tuple[str, ...], day: date) -> Changes | None:
    """The latest changes; who asks what changed does not mean how the code began, decades ago."""
    found = changes_on(known, day)
    return found if found and found.day.year >= day.year - YEARS_BACK else None


def _level(validity: tuple[CodeRuling, ...], scenario: Scenario, asked: Asked) -> LevelRuling | None:
    """The code that takes an ended one's place; or the delivery code where a question names none or a level."""
    ended = [ruling.code for ruling in validity if ruling.valid is False and ruling.replaced_by]
    if ended:
        compared = "comparison" in asked.matters and set(successors(ended[0])) & set(asked.codes)
        if "units" in asked.matters or compared or asked.matters == {"definition"}:
            return None
        return crosswalk(ended[0], scenario)
    named = {ruling.code for ruling in validity if ruling.valid}
    settled = _settled(named, scenario)
    if settled is not None:
        return settled
    if asked.matters & {"comparison", "definition"}:
        return None
    if named >= set(LEVELS) or _one_of_the_levels(named, scenario, asked):  # "delivery" by name: one of them is meant
        return delivery_level(scenario)
    return delivery_level(scenario) if "which_code" in asked.matters and (not named or named & set(LEVELS)) else None


def _settled(named: set[str], scenario: Scenario) -> LevelRuling | None:
    """The delivery code of a case that tells it, where the question names another: total-skin electrons and 77402."""
    several = scenario.isocenters is not None and scenario.isocenters > 1
    if not named & set(LEVELS) or not (several or scenario.technique in OF_ONE_LEVEL or scenario.technique in OTHERS):
        return None
    ruling = delivery_level(scenario)
    return ruling if ruling.candidates and not named & set(LEVELS) <= set(ruling.candidates) else None


def _one_of_the_levels(named: set[str], scenario: Scenario, asked: Asked) -> bool:
    """ "VMAT delivery, how many units": two levels are named by the technique, and the case decides between them."""
    counted = asked.matters & {"units", "frequency", "which_code"} and "pair" not in asked.matters
    return bool(counted) and len(named & set(LEVELS)) > 1 and scenario.technique is not None


def _chosen(known: tuple[str, ...], level: LevelRuling | None) -> tuple[str, ...]:
    """ "Delivery" by name is the levels; what the facts told rule out of them is dropped."""
    if level is None or len(set(known) & set(LEVELS)) < 2 or not (level.code or level.candidates):
        return known
    meant = (level.code,) if level.code else level.candidates
    return (*meant, *(code for code in known if code not in LEVELS))


def _asks(decision: Decision) -> tuple[str, ...]:
    """The missing facts that would change the answer, at most two."""
    asks: list[str] = []
    if decision.level is not None:
        asks += decision.level.asks
    uncounted = [ruling for ruling in decision.units if ruling.basis == "needs_count"]
    counting = "units" in decision.asked.matters and "denial" not in decision.asked.matters
    if counting and not decision.asked.of_one_date and any(ruling.counts_fractions for ruling in uncounted):
        asks.append("fractions")
    return tuple(dict.fromkeys(asks))[:2]
