"""What should be said, before any prose exists: the rules asked for every code and matter of the question.

The checker asks the same rules about the prose afterwards, so an answer and its check cannot disagree about them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from assistant.decision import Asked, Decision
from assistant.denied import is_for_a_number, is_for_another
from assistant.missing_facts import missing_facts
from assistant.recent import until_recently
from assistant.rules.changes import Changes, changes_on
from assistant.rules.code_sets import GCODES, LEVELS, OF_ONE_LEVEL, OTHERS, SURFACES
from assistant.rules.codes import code_on, successors
from assistant.rules.families import Told, by_energy, choices, ruled_out, siblings
from assistant.rules.finding import BillerRuling, CodeRuling, LevelRuling, PairRuling, UnitsRuling
from assistant.rules.level import crosswalk, delivery_level, first_of_levels
from assistant.rules.pairs import SILENCE
from assistant.rules.pairs_apart import pair_apart
from assistant.rules.payers import is_medicare
from assistant.rules.periods import ONE_DAY
from assistant.rules.technique import is_stereotactic, management
from assistant.rules.ties import inside_of, tie_between
from assistant.rules.told_claim import judged
from assistant.rulings import billers_of, modifiers_of, pairs_of, statuses_of, units_of
from assistant.scenario import Scenario
from assistant.stated import disagreements_of, payer_rules_of, points_of
from corpus.rulebook import PayerRule, entry

DELIVERED_BY_SET = {"77385", "77386", *GCODES, *SURFACES}  # told apart by the case, as the levels are
COUNTED = {"units", "frequency"}
YEARS_BACK = 1
BILLED = {"units", "frequency", "which_code", "coverage"}  # matters in which the delivery code itself is meant


def decide(asked: Asked, scenario: Scenario, today: date, case: str = "") -> Decision:
    """Ask every rule the question touches. Raises CountError and DateError for facts that cannot be."""
    decision = Decision(asked, scenario, today, case)
    day, wants = decision.day, asked.matters.__contains__
    validity = tuple(code_on(code, day) for code in asked.codes)
    if asked.claim:
        return _of_a_claim(replace(decision, codes=validity))
    level = _level(validity, scenario.on(day), asked)
    among = {ruling.code for ruling in validity} <= set(
        SURFACES
    )  # another code in question was not told apart by energy
    if level is not None and among and not asked.guessed:
        level = by_energy(level, scenario.on(day))
    known = tuple(ruling.code for ruling in validity if entry(ruling.code))
    known = _chosen(known, level)
    picked = _choices(known, scenario, asked, day)
    known = _picked(known, picked)
    # Who reviews a level for a payer is asked about the levels, whether their codes were named or not.
    reviewed = known or (level.candidates if level and asked.reviewers else ())
    wants_number = (
        wants("units") or wants("frequency") or (wants("denial") and is_for_a_number(asked) and not asked.told_units)
    )
    counted = units_of(known, scenario, today) if wants_number else ()
    pairs = _pairs(asked, scenario.on(day), day)
    counted = _without_one_inside(counted, pairs)
    told_of_pay = (_is_about_payment(asked) and not _is_one_inside(pairs, asked)) or _no_table_settles(pairs)
    decision = replace(
        decision,
        codes=validity,
        level=level,
        choices=picked,
        units=counted,
        before=tuple(ruling for code in known for ruling in until_recently(code, counted, scenario)),
        modifiers=modifiers_of(known, asked, scenario, today) if wants("modifier") else (),
        pairs=pairs,
        statuses=(
            statuses_of(_not_ruled_out(known, level), scenario, today, of_payment=wants("coverage"))
            if told_of_pay
            else ()
        ),
        billers=_billers(known, asked, scenario, day),
        changes=_changes(known, _day_of_change(scenario, day)) if wants("what_changed") else None,
        payer_rules=tuple(payer_rules_of(reviewed, (scenario.payer, *asked.reviewers), day))
        + (_of_approvals_carried_over(known, scenario, day) if wants("authorization") else ()),
        points=tuple(points_of(known, asked, scenario, day)),
        disagreements=tuple((code, one) for code in known for one in disagreements_of(code, day)),
    )
    return replace(decision, asks=missing_facts(decision))


def _is_one_inside(pairs: tuple[tuple[str | None, PairRuling], ...], asked: Asked) -> bool:
    """Whether one code contains the other: the status each has alone would only mislead."""
    return bool(pairs) and "coverage" in asked.matters and "pair" not in asked.matters


def _without_one_inside(
    counted: tuple[UnitsRuling, ...], pairs: tuple[tuple[str | None, PairRuling], ...]
) -> tuple[UnitsRuling, ...]:
    """What another code asked about always contains has no units of its own: 77300 beside 77770."""
    inside = {one.codes[1] for _, one in pairs if " contains " in one.why and " when " not in one.why}
    kept = tuple(one for one in counted if one.code not in inside)
    return kept or counted


def _no_table_settles(pairs: tuple[tuple[str | None, PairRuling], ...]) -> bool:
    """Whether pairs were asked and no table joins any of them: then their payment status is all that may stop one."""
    unsettled = [one.likely == "no_data" and (one.missing or SILENCE in one.why) for _, one in pairs]
    return bool(unsettled) and all(unsettled)


def _of_a_claim(decision: Decision) -> Decision:
    """The lines that the question lists, and the place where it decides and was not told."""
    lines = judged(decision.asked.claim, decision.scenario, decision.today)
    return replace(decision, lines=lines, asks=("setting",) if any(one.only for one in lines) else ())


def _is_about_payment(asked: Asked) -> bool:
    return bool(asked.matters & {"coverage", "comparison", "definition", "denial", "validity"} or asked.modifiers)


def _of_approvals_carried_over(
    known: tuple[str, ...], scenario: Scenario, day: date
) -> tuple[tuple[str, PayerRule], ...]:
    """What the payer says of an approval for an ended code whose course goes on under the levels."""
    first = first_of_levels()
    if scenario.dos is None or not scenario.dos.start < first or day >= first:
        return ()
    return tuple(one for one in payer_rules_of(known, (scenario.payer,), first) if one[1].matter == "authorization")


def _billers(known: tuple[str, ...], asked: Asked, scenario: Scenario, day: date) -> tuple[BillerRuling, ...]:
    """Whose bill it is, where that was asked; of a denied line of a told biller only that the bill is not his."""
    if "who_bills" in asked.matters:
        return tuple(billers_of(known, scenario, day))
    if not is_medicare(scenario.payer):
        return ()
    if asked.matters == {"coverage"} and scenario.setting == "hospital_outpatient" and scenario.biller is None:
        hospitals = scenario.but(biller="facility")  # "hosp, do we also send 77427": whoever "we" are
        return tuple(one for one in billers_of(known, hospitals, day) if one.allowed is False)
    if "denial" not in asked.matters or scenario.biller is None:
        return ()
    return tuple(one for one in billers_of(known, scenario, day) if one.allowed is False)


def _pairs(asked: Asked, scenario: Scenario, day: date) -> tuple[tuple[str | None, PairRuling], ...]:
    """The pairs asked about; of two codes compared or denied as one only the first ruling that settles them."""
    if asked.apart:
        return ((scenario.setting, pair_apart(asked.codes[0], asked.codes[1], scenario)),)
    if "pair" in asked.matters:
        return tuple(pairs_of(asked.codes, scenario))
    if asked.matters & {"coverage", *COUNTED} and (inside := _inside(asked, scenario, day)):
        return ((scenario.setting, inside),)
    if "coverage" in asked.matters and (closed := tuple(_closed_by_the_technique(asked, scenario, day))):
        return closed
    if "beside" in asked.matters:
        return tuple(_across_kinds(asked, scenario))
    if "denial" in asked.matters and len(asked.codes) == 1 and is_for_another(asked):
        return tuple(_contained(asked, scenario, day))
    as_one = (
        not asked.told_units
        and "denial" in asked.matters
        and (is_for_another(asked) or not (asked.indicators or set(asked.codes) <= set(LEVELS)))
    )
    if not (as_one or "comparison" in asked.matters) or len(asked.codes) != 2:
        return ()
    if not all(code_on(code, day).valid for code in asked.codes):
        return ()
    told = tuple(pairs_of(asked.codes, scenario))
    return told if as_one else tuple(one for one in told if one[1].together in ("no", "with modifier"))[:1]


def _contained(asked: Asked, scenario: Scenario, day: date) -> Iterator[tuple[str | None, PairRuling]]:
    """What the rule book puts the one denied code inside of, as far as it names it."""
    if not (asked.denied_for_number or asked.of_a_limit):
        yield from ((scenario.setting, one) for one in inside_of(asked.codes[0], day, scenario.payer))


def _inside(asked: Asked, scenario: Scenario, day: date) -> PairRuling | None:
    """Of two codes whose payment is asked that one contains the other, on whatever date: "77290, and 77301 later"."""
    if len(asked.codes) != 2 or asked.of_amount:
        return None
    tie = tie_between(*asked.codes, day, scenario.payer)
    return tie if tie is not None and any(words in tie.why for words in (" contains ", " is inside ")) else None


def _closed_by_the_technique(asked: Asked, scenario: Scenario, day: date) -> Iterator[tuple[str | None, PairRuling]]:
    """ "SBRT + 77470?": what the codes of a stereotactic course never stand beside, though the case names no second."""
    if asked.of_amount or not is_stereotactic(scenario.technique, scenario.fractions):
        return
    delivery = delivery_level(scenario).candidates
    own = (*delivery, *management(scenario.technique, scenario.fractions, day))
    for code in asked.codes:
        if code in own or not code_on(code, day).valid:
            continue
        told = [one for each in own for one in pairs_of((each, code), scenario) if one[1].together == "no"]
        yield from told[:1]


def _across_kinds(asked: Asked, scenario: Scenario) -> Iterator[tuple[str | None, PairRuling]]:
    """Each code of one kind beside each of the other, as far as a table tells: simulations beside either plan."""
    kind = {code: known.category for code in asked.codes if (known := entry(code))}
    for one in pairs_of(asked.codes, scenario):
        first, second = one[1].codes
        if kind.get(first) != kind.get(second) and one[1].together != "no_data":
            yield one


def _day_of_change(scenario: Scenario, day: date) -> date:
    """ "What was deleted 12/31/2025": of one day told also what ended with it."""
    told = scenario.dos
    return day if told is None else told.start + ONE_DAY if told.is_day else told.start


def _changes(known: tuple[str, ...], day: date) -> Changes | None:
    """The latest changes; who asks what changed does not mean how the code began, decades ago."""
    found = changes_on(known, day)
    return found if found and found.day.year >= day.year - YEARS_BACK else None


def _level(validity: tuple[CodeRuling, ...], scenario: Scenario, asked: Asked) -> LevelRuling | None:
    """The code that takes an ended one's place; or the delivery code where a question names none or a level."""
    several_isocenters = scenario.isocenters is not None and scenario.isocenters > 1
    if asked.of_amount or (asked.modifiers == ("50",) and not several_isocenters):
        return None
    if asked.matters == {"validity"} and {one.code for one in validity} >= set(LEVELS):
        return None  # whether the three exist, not which of them the case takes
    ended = [ruling.code for ruling in validity if ruling.valid is False and ruling.replaced_by]
    if ended:
        compared = "comparison" in asked.matters and set(successors(ended[0])) & set(asked.codes)
        if "units" in asked.matters or compared or asked.matters == {"definition"}:
            return None
        return crosswalk(ended[0], scenario)
    named = {ruling.code for ruling in validity if ruling.valid}
    settled = _settled(named, scenario, asked)
    if settled is not None:
        return settled
    if asked.matters & {"comparison", "definition"}:
        return None
    of_a_set = named <= asked.by_name or named == set(SURFACES)
    by_name = bool(named) and "which_code" in asked.matters and of_a_set and named <= DELIVERED_BY_SET
    if (
        by_name or named >= set(LEVELS) or _one_of_the_levels(named, scenario, asked)
    ):  # "delivery" by name: one of them is meant
        return delivery_level(scenario)
    return delivery_level(scenario) if "which_code" in asked.matters and (not named or named & set(LEVELS)) else None


def _settled(named: set[str], scenario: Scenario, asked: Asked) -> LevelRuling | None:
    """The delivery code of a case that tells it, where the question names another: total-skin electrons and 77402."""
    if not named & set(LEVELS):
        return None
    several = scenario.isocenters is not None and scenario.isocenters > 1
    ruling = delivery_level(scenario)
    decided = ruling.code in LEVELS and asked.matters & BILLED
    if not (several or scenario.technique in OF_ONE_LEVEL or scenario.technique in OTHERS or decided):
        return None
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


def _picked(known: tuple[str, ...], picked: tuple[LevelRuling, ...]) -> tuple[str, ...]:
    """Of a family whose number was told only the code that it picks."""
    out = {other for one in picked if one.code for other in ruled_out(one.code)}
    return tuple(
        dict.fromkeys((*(code for code in known if code not in out), *(one.code for one in picked if one.code)))
    )


def _not_ruled_out(known: tuple[str, ...], level: LevelRuling | None) -> tuple[str, ...]:
    """The codes whose payment may matter: not a level that the case rules out."""
    if level is None or level.code not in LEVELS:
        return known
    return tuple(code for code in known if code not in LEVELS or code == level.code)


def _choices(known: tuple[str, ...], scenario: Scenario, asked: Asked, day: date) -> tuple[LevelRuling, ...]:
    """The families of which one code is wanted."""
    if "which_code" not in asked.matters or asked.matters & {"comparison", "validity", "definition"}:
        return ()
    counted = scenario.channels is not None or scenario.sources is not None
    unwritten = set(known) <= asked.by_name  # a device told beside a code in question is no question of its own
    chosen = [code for code in known if counted or unwritten or set(known) & (siblings(code) - asked.by_name)]
    told = Told(asked.planned, asked.device, asked.simulated, asked.heated)
    return choices(frozenset(chosen), scenario, told, day)
