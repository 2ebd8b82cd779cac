"""Who may bill a code: the physician, the hospital, or a freestanding centre with both parts in one.

## What it does
Reads from the component (CMS PC/TC indicator) what a code pays for, and from setting and biller which payment
system and which row of the fee schedule the bill belongs to.

## Why it matters
In a hospital the technical work is the hospital's: a physician who bills 77336 for a hospital patient bills
somebody else's work, and a hospital cannot bill the physician's 77427.

## Example
77417 in 2025, hospital outpatient, professional biller: not allowed, the work is technical and the hospital's.

## References
Physician fee schedule, PC/TC column by release; Claims Processing Manual, chapter 13, section 70.5.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from assistant.rules.codes import tidy
from assistant.rules.finding import BillerRuling
from corpus.rulebook import CodeEntry, Reference, Row, entry

Side = Literal["professional", "technical", "both", "whole", "unknown"]
HOSPITAL = frozenset({"hospital_outpatient", "hospital_inpatient"})
OWN_BILL = frozenset({"hospital_outpatient", "hospital_inpatient", "asc", "snf"})  # the place bills for itself
PLACES = {
    "freestanding": "a freestanding centre",
    "office": "an office",
    "hospital_outpatient": "a hospital outpatient department",
    "hospital_inpatient": "a hospital inpatient stay",
    "asc": "a surgical centre",
    "snf": "a nursing facility",
}
# The part of a service that each of the two bills where a service splits.
OWN_PART = {"professional": "professional", "facility": "technical"}


def is_hospitals_bill(setting: str | None, biller: str | None) -> bool:
    """Whether the place told is a hospital and nobody said that the physician bills there."""
    return setting in HOSPITAL and biller != "professional"


def side_of(known: CodeEntry, day: date) -> tuple[Side, tuple[Reference, ...]]:
    """What the code pays for on this date, with the reference of its component."""
    component = known.pc_tc_on(day)
    if component is None:
        return "unknown", ()
    held = (component.reference,)
    if component.pc_tc == "1":
        technical = known.status_on(day, "mpfs", "TC")
        if technical is not None and technical.value == "B":  # 77387 from 2026: only the physician's part is paid
            return "professional", (component.reference, technical.reference)
        return "both", held
    if component.pc_tc in ("0", "2"):
        return "professional", held
    if component.pc_tc == "3":
        return "technical", held
    if component.pc_tc == "4":
        return "whole", held
    return _before_bundling(known, day, held)


def _before_bundling(known: CodeEntry, day: date, held: tuple[Reference, ...]) -> tuple[Side, tuple[Reference, ...]]:
    """A bundled code keeps its nature: 77417 was technical when it last had a component (indicator 9 has none)."""
    period = known.period_on(day)
    earlier = [one for one in known.component if one.start < day and one.pc_tc != "9"]
    if period is None or not earlier or earlier[-1].start < period.start:
        return "unknown", held
    if earlier[-1].pc_tc == "3":
        return "technical", (*held, earlier[-1].reference)
    return "unknown", held


def billing(code: str, day: date, setting: str | None, biller: str | None) -> BillerRuling:
    """Whether this biller may bill the code in this setting, and on which bill. Medicare's view."""
    code = tidy(code)
    known = entry(code)
    if known is None:
        return BillerRuling(code, "unknown", None, "mpfs", "none", f"{code} is not in the rule book.")
    side, references = side_of(known, day)
    if setting is None and biller == "facility":
        setting = "hospital_outpatient"
    if setting not in OWN_BILL:
        return _ruling(code, side, "mpfs", "none", references)
    if biller == "global" and side != "professional":
        where = PLACES[setting]
        why = f"In {where} there is no global bill: the physician bills the professional part, the place the technical."
        return BillerRuling(code, side, False, "mpfs", "none", why, references)
    if (biller or _usual_biller(known, side, day)) != "facility":
        return _physicians(known, side, day, setting, references)
    return _facilitys(known, side, day, setting, references)


def _usual_biller(known: CodeEntry, side: Side, day: date) -> str:
    """Who bills when nobody is named: whoever can."""
    if side != "professional":
        return "facility"
    status = known.status_on(day, "mpfs")
    # 77387 to 2025: a physician service by its indicator, yet invalid on a Medicare physician claim.
    return "facility" if status is not None and status.value in ("I", "X") else "professional"


def _physicians(
    known: CodeEntry, side: Side, day: date, setting: str, references: tuple[Reference, ...]
) -> BillerRuling:
    component = known.pc_tc_on(day)
    row: Row = "26" if component is not None and component.pc_tc == "1" else "none"
    if side != "technical":
        return _ruling(known.code, side, "mpfs", row, references)
    why = f"{known.code} ({known.name}) is technical work: in {PLACES[setting]} it belongs to the facility."
    if setting not in HOSPITAL:
        why += " Whether a physician may bill it there is in no source we hold."
        return BillerRuling(known.code, side, None, "mpfs", "none", why, references)
    why += " A physician cannot bill it."
    return BillerRuling(known.code, side, False, "mpfs", "none", why, references)


def _facilitys(
    known: CodeEntry, side: Side, day: date, setting: str, references: tuple[Reference, ...]
) -> BillerRuling:
    if setting != "hospital_outpatient":
        allowed = False if side == "professional" else None
        why = f"We hold no table of what {PLACES[setting]} may bill."
        if side == "professional":
            why = f"{known.code} pays for the physician's work: {PLACES[setting]} cannot bill it, the physician does."
        return BillerRuling(known.code, side, allowed, None, "none", why, references)
    if side != "professional":
        return _ruling(known.code, side, "opps", "none", references)
    status = known.status_on(day, "opps")
    if status is None:
        why = f"{known.code} pays for the physician's work; for {day} we hold no hospital status of it."
        return BillerRuling(known.code, side, None, "opps", "none", why, references)
    if status.value != "B":  # 77435 and 77387 are packaged: the hospital reports them beside the physician's bill
        return _ruling(known.code, side, "opps", "none", references)
    why = f"{known.code} pays for the physician's work: a hospital cannot bill it (OPPS status B), the physician does."
    return BillerRuling(known.code, side, False, "opps", "none", why, (*references, status.reference))


def _ruling(
    code: str, side: Side, system: Literal["mpfs", "opps"] | None, row: Row, references: tuple[Reference, ...]
) -> BillerRuling:
    whys = {
        "professional": "pays for the physician's work only",
        "technical": "pays for technical work only",
        "both": "has a professional and a technical part",
        "whole": "is one service without parts",
        "unknown": "has no component in the fee schedule we hold for this date",
    }
    return BillerRuling(code, side, True, system, row, f"{code} {whys[side]}.", references)
