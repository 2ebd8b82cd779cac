"""What holds for one claim line by itself: the code, its status, who bills it, and its modifiers.

## What it does
Asks the rules in the order in which a payer would refuse the line and keeps the first answer that is not a pass.

## Why it matters
The reason class decides what a biller does next: recode, drop the line, move it to the other biller, change the
modifier.

## Example
77386 for 2026-02-10: invalid_code, see 77407 or 77412. 77417 for 2026-03-02 in an office: bundled.

## References
Those of the rulings asked.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from assistant.rules import payers
from assistant.rules.biller import HOSPITAL, billing, side_of
from assistant.rules.claim_line import ClaimLine
from assistant.rules.codes import code_on
from assistant.rules.described_modifiers import clash
from assistant.rules.finding import Finding, Verdict
from assistant.rules.modifiers import modifier_on
from assistant.rules.periods import standing_for
from assistant.rules.status import status_on
from assistant.scenario import Period, Scenario
from corpus.rulebook import Reference, entry

REFUSED = {"wrong_code_set": "wrong_code_set", "excluded": "wrong_code_set", "bundled": "bundled"}
COMPONENTS = ("26", "TC")


def grounds(line: ClaimLine) -> Finding:
    """The first finding against the line by itself, else the pass it has earned so far."""
    for day in dict.fromkeys(standing_for(line.code, day) for day in (line.start, line.end)):
        found = _on(line.code, day, line.payer, line.setting, line.biller, line.modifiers, bool(line.missing))
        if found.verdict != "pass":
            return found
    if line.missing:
        return finding("no_data", "missing_fact", " ".join(line.missing))
    return found


def inferred_biller(
    code: str, day: date, setting: str | None, biller: str | None, modifiers: tuple[str, ...]
) -> str | None:
    """Who bills a hospital line that does not say: whoever the code or the modifier belongs to."""
    if biller is not None or setting not in HOSPITAL:
        return biller
    if "26" in modifiers:
        return "professional"
    known = entry(code)
    if known is None:
        return None
    side, _ = side_of(known, day)
    return "professional" if side == "professional" else "facility"


@lru_cache(maxsize=65536)
def _on(
    code: str, day: date, payer: str | None, setting: str | None, biller: str | None, modifiers: tuple[str, ...],
    incomplete: bool,
) -> Finding:  # fmt: skip
    validity = code_on(code, day)
    if validity.valid is False:
        return finding("fail", "invalid_code", validity.why, validity.references)
    if validity.valid is None:
        return finding("no_data", "missing_fact", validity.why, validity.references)
    contradiction = _contradiction(modifiers)
    if contradiction is not None:
        return contradiction
    if "PC" in modifiers:
        return _modifiers(code, day, Scenario(payer=payer, dos=Period(day, day)), modifiers)
    if incomplete:
        return finding("pass", "", "")  # the caller says what is missing
    if setting is None and payers.is_medicare(payer):
        return finding("no_data", "missing_fact", "There is no setting and no place of service: give one of them.")
    scenario = Scenario(
        payer=payer, setting=setting, biller=inferred_biller(code, day, setting, biller, modifiers),
        modifiers=modifiers, dos=Period(day, day),
    )  # fmt: skip
    payment = _payment(code, day, scenario) if payers.is_medicare(payer) else finding("pass", "", "")
    if payment.verdict != "pass":
        return payment
    marked = _modifiers(code, day, scenario, modifiers)
    return marked if marked.verdict != "pass" else payment


def _payment(code: str, day: date, scenario: Scenario) -> Finding:
    bill = billing(code, day, scenario.setting, scenario.biller)
    if bill.allowed is False:
        reason = "wrong_component" if scenario.biller == "global" else "wrong_biller"
        return finding("fail", reason, bill.why, bill.references)
    if bill.allowed is None:
        return finding("no_data", "missing_fact", bill.why, bill.references)
    status = status_on(code, day, scenario)
    if status.treatment == "bundled" and "TC" in scenario.modifiers:
        return finding("fail", "wrong_component", status.why, status.references)
    if status.treatment in REFUSED:
        return finding("fail", REFUSED[status.treatment], status.why, status.references)
    if status.treatment == "no_data":
        return finding("no_data", "missing_fact", status.why, status.references)
    if status.treatment == "packaged":
        return finding("pass", "packaged", f"{status.why} Nothing separate is paid for it.", status.references)
    return finding("pass", "", status.why, status.references)


def _contradiction(modifiers: tuple[str, ...]) -> Finding | None:
    if len(set(modifiers)) < len(modifiers):
        return finding("fail", "invalid_modifier", "A modifier stands twice on the line: write it once.")
    both = clash(modifiers)
    if both is None:
        return None
    return finding("fail", "invalid_modifier", f"{both[0]} and {both[1]} contradict each other on one line.")


def _modifiers(code: str, day: date, scenario: Scenario, modifiers: tuple[str, ...]) -> Finding:
    asked = modifiers if any(part in modifiers for part in COMPONENTS) else (*modifiers, "none")
    doubt: Finding | None = None
    for one in asked:
        if one in NEEDS_THE_CLAIM:
            continue
        told = modifier_on(code, one, day, scenario)
        if told.allowed is False:
            reason = "wrong_component" if one in (*COMPONENTS, "none") else "invalid_modifier"
            return finding("fail", reason, told.why, told.references)
        if told.allowed is None and doubt is None:
            doubt = finding("no_data", "invalid_modifier", told.why, told.references)
    return doubt or finding("pass", "", "")


# Their right depends on the other lines of the claim; see claim_totals.
NEEDS_THE_CLAIM = frozenset({"59", "XE", "XP", "XS", "XU"})


def finding(verdict: Verdict, reason: str, why: str, references: tuple[Reference, ...] = ()) -> Finding:
    return Finding("claim", verdict, why, references, reason)
