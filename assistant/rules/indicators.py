"""Letters and numbers that CMS files print beside a code, and what each tells a biller, in our words.

## What it does
Says what a status letter, a PC/TC indicator, an MUE adjudication indicator (MAI), a pair's modifier indicator or a
denial reason (CARC) means.

## Why it matters
One letter means two things: B is bundled in the physician fee schedule and "not a hospital bill" in OPPS.

## Example
`meaning("pc_tc", "2")`: the code is the physician's part only, so neither 26 nor TC goes with it.

## References
Record layout of the relative value file, attachment A; OPPS Addendum D1; NCCI's notes to pairs and limits; the
contractors' lists of denial reasons.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from assistant.rules.status_letters import MPFS, OPPS
from corpus.rulebook import Reference

Kind = Literal["mpfs", "opps", "pc_tc", "mai", "pair", "reason"]
NEITHER = "neither 26 nor TC goes with it"


class Indicator(NamedTuple):
    """A letter or number as a question names it: ("mpfs", "B"), ("pc_tc", "2")."""

    kind: Kind
    value: str


PC_TC = {
    "0": f"a physician service that does not split: {NEITHER}",
    "1": "a code with a professional and a technical part: 26 marks the first, TC the second, no modifier means both",
    "2": f"professional work only, the physician's part alone: {NEITHER}",
    "3": f"technical work only, staff and equipment: {NEITHER}",
    "4": f"a whole test whose two parts have codes of their own: {NEITHER}",
    "5": f"a service incident to the physician's, given by staff: {NEITHER}, and hospital patients are left out",
    "9": f"that the idea of two parts does not apply: {NEITHER}",
}
MAI = {
    "1": "a limit for one claim line: units above it belong on another line with a fitting modifier",
    "2": "an absolute limit for one date of service, drawn from policy: no record and no appeal lifts it",
    "3": "a clinical limit for one date of service: more can be argued with records of what was done",
}
PAIR = {
    "0": "that the two codes are never paid together on one date: no modifier opens the pair",
    "1": "that a modifier opens the pair when the services were truly separate",
    "9": "that the pair was deleted, so it stops nothing",
}
REASON = {
    "4": "that the modifier does not fit the code: correct it and send the line again",
    "5": "that the place of service does not fit, as when a physician bills the hospital's technical work",
    "16": "that something is missing: the remark code says what; complete the claim and send it again",
    "18": "that the line looks like a duplicate: a second session of the day needs its own mark and its times",
    "50": "that the payer saw no medical necessity: appeal with the criterion of its policy and the records",
    "97": "that the service counts as part of another one: look for the pair or the status, and appeal only if neither "
    "explains it",
    "119": "that the most a period or an occurrence allows was reached: read the payer's cap",
    "151": "that the records do not support so many: count again; more can be argued only where the limit has MAI 3",
    "197": "that the prior authorization is absent or is for another code: ask to have the authorization corrected",
    "236": "that an NCCI pair stops the two codes on one date: indicator 0 ends the matter, with indicator 1 a "
    "modifier opens it when the services were truly separate",
}
NAMES: dict[Kind, str] = {
    "mpfs": "in the physician fee schedule status",
    "opps": "in the hospital outpatient system (OPPS) status",
    "pc_tc": "PC/TC indicator",
    "mai": "MAI",
    "pair": "modifier indicator",
    "reason": "denial reason",
}
_MEANINGS: dict[Kind, dict[str, str]] = {
    "mpfs": {letter: meaning for letter, (_, meaning) in MPFS.items()},
    "opps": {letter: meaning for letter, (_, meaning) in OPPS.items()},
    "pc_tc": PC_TC,
    "mai": MAI,
    "pair": PAIR,
    "reason": REASON,
}
_REFERENCES: dict[Kind, Reference] = {
    "mpfs": Reference(source="cms-rvu25d", section="letters"),
    "opps": Reference(source="cms-opps-2025-addendum-b", section="letters"),
    "pc_tc": Reference(source="cms-rvu25d", section="letters"),
    "mai": Reference(source="first-coast-mue-indicators", section="three-kinds"),
    "pair": Reference(source="mln-modifier-59-x", section="how-pair-decided"),
    "reason": Reference(source="first-coast-noridian-denials", section="bundling-number"),
}
_REASONS_ELSEWHERE = {
    **dict.fromkeys(("4", "5", "16", "18"), "modifier-place-missing"),
    **dict.fromkeys(("50", "197"), "necessity-authorisation"),
}


def meaning(kind: Kind, value: str) -> str:
    """What it tells a biller; empty for one we do not know."""
    return _MEANINGS[kind].get(value, "")


def reference(kind: Kind, value: str) -> Reference:
    """Where the meaning is printed."""
    if kind == "reason" and value in _REASONS_ELSEWHERE:
        return Reference(source="first-coast-noridian-denials", section=_REASONS_ELSEWHERE[value])
    return _REFERENCES[kind]
