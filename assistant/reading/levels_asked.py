"""Whether a question asks for the delivery level, and what it names beside it that decides nothing.

"VMAT, one iso, CBCT every day: level?" asks for the level; the images are told, not asked about.
"""

from __future__ import annotations

import re
from typing import Literal

from assistant.reading.intent_words import Intent
from assistant.reading.tokens import Tokens

Idle = Literal["images", "simulation", "shaping"]  # what never raises a level
LEVEL = re.compile(
    r"\b(?:lvls?|levels?)\b(?! of (?:planning|evidence|supervision|care|service|complexity))|"
    r"\b(?:delivery|tx|treatment) codes?\b|\b(?:which|what) (?:delivery|treatment level)\b"
)
# "Does that make it 77412", "move us from 77407 to 77412": a level that something is said to lead to.
RAISES = re.compile(
    r"\b(?:makes?|moves?|raises?|gets?|turns?|bumps?|push(?:es)?|qualif(?:y|ies)|justif(?:y|ies)|supports?|upgrades?|"
    r"because|bc|b/c|since|be right|enough for|a reason for|counts? (?:as|for))\b[^.;?]{0,40}\b(?P<to>77402|77407|77412)\b|"
    r"\b(?P<for>77402|77407|77412)\b[^.;?]{0,12}\b(?:because|bc|b/c|since)\b"
)
RAISED = re.compile(r"\b(?:raises?|bumps?|increases?|upgrades?|higher)\b[^.;?]{0,16}\b(?:lvls?|levels?)\b")
OTHER_LEVELS = re.compile(r"\b(?:supervision|planning|sim(?:ulation)?|pain|e/?m|visit|dose) levels?\b")
# Services that a level is told with and that are no part of the question.
BESIDE_A_LEVEL = frozenset(
    {
        "image guidance", "cone beam CT guidance", "ultrasound guidance", "stereoscopic guidance", "motion tracking",
        "respiratory motion simulation", "simulation", "3-D plan", "IMRT plan", "MLC device", "treatment device",
        "port images",
    }
)  # fmt: skip
OTHER_MATTERS: frozenset[Intent] = frozenset(
    {"denial", "comparison", "supervision", "documentation", "what_changed", "modifier", "price", "who_bills"}
)
# "Is guidance included in the level", "what is level 3", "units of level 2": something else of a level.
ELSE = re.compile(
    r"\b(?:includ\w+|inside|part of|bundl\w+|packag\w+|separate\w*|in addition|pa(?:y|ys|id|yable)|cover\w*|reimburs\w*|valid|exists?|means?|define|"
    r"definition|units?|how many|how often|limit|mue|compare|between)\b|"
    r"\bwhat(?:'s| is| are) (?:a |the )?(?:levels?(?: [123])?|77\d{3})\s?\??$"
)
_TOGETHER = re.compile(r"\b(?:together|same (?:day|date|claim)|both|also|in addition|edits?)\b")
_IMAGES = re.compile(r"\b(?:cbcts?|cone[- ]beams?|igrt|imag(?:es?|ing)|kv|exactrac|6-?d couch|ct[- ]on[- ]rails)\b")
_MOTION_SEEN = re.compile(
    r"\b(?:4-?d|4-?d-?ct|itv)\b|"
    r"\bmotion\b.{0,24}\b(?:ass?ess?(?:ed|ment)?|evaluat\w+|measured|seen|studied|reviewed|captured)\b|"
    r"\b(?:ass?ess?(?:ed|ing|ment)?|evaluat\w+|measured|studied|reviewed|captured)\b.{0,24}\bmotion\b"
)


_SHAPING = re.compile(
    r"\b(?:wedges?|(?:custom |cerrobend )?blocks?|compensators?|tangents?|tangential|field[- ]in[- ]field|fif)\b(?!.{0,3}made)"
)


def asks_for_level(tokens: Tokens, intents: tuple[Intent, ...]) -> bool:
    """Whether the delivery level is what is wanted, whatever images or plans are named beside it."""
    lower = tokens.text.lower
    if "pair" in intents and (tokens.codes or _TOGETHER.search(lower)):
        return False
    if set(intents) & OTHER_MATTERS or OTHER_LEVELS.search(lower) or ELSE.search(lower):
        return False
    return LEVEL.search(lower) is not None or (RAISES.search(lower) is not None and bool(idle_reasons(tokens)))


def level_led_to(tokens: Tokens) -> str | None:
    """The level that the question asks whether something leads to: of "from 77407 to 77412" the second."""
    if RAISED.search(tokens.text.lower):
        return "77412"  # "does that raise the level" asks whether it leads to the highest
    found = RAISES.search(tokens.text.lower)
    if found is None:
        return None
    after = re.match(r" (?:to|into) (77402|77407|77412)\b", tokens.text.lower[found.end() :])
    return after[1] if after else found["to"] or found["for"]


def idle_reasons(tokens: Tokens) -> tuple[Idle, ...]:
    """What the question tells that raises no level: images of guidance, motion that was only seen at simulation."""
    lower = tokens.text.lower
    found: list[Idle] = ["simulation"] if _MOTION_SEEN.search(lower) else []
    found += ["images"] if _IMAGES.search(lower) else []
    return (*found, *(["shaping"] if _SHAPING.search(lower) else []))  # type: ignore[arg-type]
