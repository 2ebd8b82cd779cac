"""Rulings on a code itself in words: whether it exists, who bills it, how it is paid, what goes beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.decision import Decision
from assistant.drafting.comparisons import say_levels
from assistant.drafting.leads import PLACES, lead_of
from assistant.drafting.statements import Statement, both, reason, sentence
from assistant.rules.code_sets import LEVELS
from assistant.rules.codes import code_on
from assistant.rules.finding import CodeRuling, StatusRuling
from assistant.rules.modifiers import VISITS
from corpus.rulebook import Reference, entry


def say_codes(decision: Decision) -> Iterator[Statement]:
    """Whether each code exists on the date; said unasked only where it does not."""
    if "validity" in decision.asked.matters and "comparison" not in decision.asked.matters:
        yield from say_levels(decision)
    for ruling in _ended_alike(decision.codes):
        if decision.asked.of_visit and ruling.code.startswith(VISITS):
            continue  # what is held of the visit is said of its modifier
        if "comparison" in decision.asked.matters and set(ruling.replaced_by) & set(decision.asked.codes):
            continue  # the comparison has said until when it was what
        if ruling.valid and any(ruling.code in one.replaced_by for one in decision.codes if one.valid is False):
            continue  # it has been named as what took the ended one's place
        if ruling.valid and _is_of_another_set(ruling, decision):
            continue  # which code stands in its place here is said with its status
        if ruling.valid and ruling.code in LEVELS and set(LEVELS) <= set(decision.asked.codes):
            continue  # the sentence on all three has said what they are
        if ruling.valid is not True or "validity" in decision.asked.matters:
            file = _file_of(ruling, decision)
            told = replace(ruling, references=(*file, *ruling.references))
            yield from say_code(told, decision.case if ruling.valid else "")  # what is not valid says its own dates


def say_now(decision: Decision) -> Iterator[Statement]:
    """ "What did we use in 2025, and what now": what took the place of each code by name that has ended since."""
    asked, dates = decision.asked, decision.scenario.dos
    if not asked.and_now or dates is None or decision.day >= decision.today or decision.level is not None:
        return
    now = tuple(code_on(code, decision.today) for code in asked.codes)
    for ruling in _ended_alike([one for one in now if one.valid is False and one.replaced_by]):
        yield from say_code(ruling, "")


def _is_of_another_set(ruling: CodeRuling, decision: Decision) -> bool:
    """Whether the place told bills the service by other codes, so that the code's existing would only mislead."""
    told = [one for one in decision.statuses if one.code == ruling.code and one.period.end >= decision.day]
    here = decision.scenario.setting is not None and "validity" in decision.asked.matters
    return here and bool(told) and all(one.treatment == "wrong_code_set" for one in told)


def _ended_alike(rulings: Sequence[CodeRuling]) -> Iterator[CodeRuling]:
    """Codes that ended on one day and gave way to the same codes as one ruling: named once each, told once."""
    alike: dict[str, list[CodeRuling]] = {}
    for ruling in rulings:
        ended = ruling.why.startswith(f"{ruling.code} ended on")
        alike.setdefault(ruling.why.removeprefix(ruling.code) if ended else ruling.why, []).append(ruling)
    for rest, told in alike.items():
        codes = tuple(dict.fromkeys(one.code for one in told))
        references = tuple(dict.fromkeys(each for one in told for each in one.references))
        yield told[0] if len(codes) == 1 else replace(told[0], why=f"{both(codes)}{rest}", references=references)


def _file_of(ruling: CodeRuling, decision: Decision) -> tuple[Reference, ...]:
    """The payment file in force on the date, which settles whether a code may stand on a claim.

    A code that has ended is missing in it, so that any code it holds leads to it.
    """
    if not (ruling.valid or ruling.replaced_by):
        return ()
    hospital = ruling.valid and decision.scenario.setting == "hospital_outpatient"
    known = entry(ruling.code if ruling.valid else "77427")
    if known is None:
        return ()
    office = known.status_on(decision.day, "mpfs")
    if hospital or office is None or (ruling.valid and office.value == "I"):
        held = known.status_on(decision.day, "opps") or office
    else:
        held = office
    if held is None:
        return ()
    return (held.reference if ruling.valid else Reference(source=held.reference.source, section="ended"),)


def say_statuses(decision: Decision) -> Iterator[Statement]:
    """How the code is paid, unless its units said so already; for a modifier only that nothing is paid."""
    counted = {ruling.code for ruling in decision.units}
    refused = {one.code for one in decision.billers if one.allowed is False}
    gone = {one.why for one in decision.codes if one.valid is not True}  # told with its day already
    wanted = [one for one in decision.statuses if one.code not in counted and one.why not in gone]
    wanted = [ruling for ruling in wanted if not _is_a_payers_own(ruling)]
    # That the place cannot bill it has been said of the code itself.
    wanted = [one for one in wanted if not (one.code in refused and one.treatment == "wrong_code_set")]
    if decision.asked.of_apcs and decision.scenario.setting is None:
        wanted = [ruling for ruling in wanted if ruling.system == "opps"] or wanted
    if decision.asked.of_amount:
        wanted = [ruling for ruling in wanted if _holds(ruling, decision)]
    elif "coverage" not in decision.asked.matters:
        unpaid = ("bundled", "wrong_code_set") if "validity" in decision.asked.matters else ("bundled", "packaged")
        wanted = [ruling for ruling in wanted if _holds(ruling, decision)]
        told = [ruling for ruling in wanted if ruling.treatment in unpaid]
        # Who asks about a denial must also hear where the code is paid, if it is paid in one place and not in another.
        wanted = wanted if told and "denial" in decision.asked.matters else told
    for ruling in wanted:
        lead = lead_of(ruling, decision.statuses, decision)
        if decision.case in PLACES.values():  # the system names the place already
            lead = lead.removeprefix(decision.case).removeprefix(", ")
        yield from say_status(ruling, lead)


def _holds(ruling: StatusRuling, decision: Decision) -> bool:
    """Whether it holds on the day the answer begins with: what ended is told only where payment is the question."""
    return decision.day <= ruling.period.end


def _is_a_payers_own(ruling: StatusRuling) -> bool:
    """Whether it is about a payer that Medicare's status does not bind: told once for all codes."""
    return ruling.treatment == "no_data" and ruling.system not in ("mpfs", "opps", "medicare")


def say_apcs(decision: Decision) -> Iterator[Statement]:
    """The ambulatory payment classification of each code, where the question asks for it."""
    if not decision.asked.of_apcs or decision.scenario.setting in ("office", "freestanding"):
        return
    for code in decision.asked.codes:
        known = entry(code)
        row = known.status_on(decision.day, "opps") if known else None
        if row is not None and row.apc:
            on = "" if decision.case else " on this date"
            text = sentence(decision.case, f"OPPS places {code} in APC {row.apc}{on}.")
            yield Statement(text, (row.reference,), code)


def say_code(ruling: CodeRuling, lead: str = "") -> Iterator[Statement]:
    """Whether the code exists on the date, and what to look at instead."""
    yield from reason(ruling.why, lead, ruling.references, ruling.code)


def say_status(ruling: StatusRuling, lead: str = "") -> Iterator[Statement]:
    """How the payer's system treats the code."""
    yield from reason(ruling.why, lead, ruling.references, ruling.code)
