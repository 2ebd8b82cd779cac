"""What a question tells of the kind of a service beside its code: of a device, a simulation, a plan, a source."""

from __future__ import annotations

import re
from typing import TypedDict

from assistant.reading.devices_told import device_kind, simulation_kind
from assistant.reading.planning_levels import planned_level

SOURCE_CODE = re.compile(
    r"\b(?:(?:source|seed|isotope|stranded) codes?|q3001|c1716|c1717|c1719|c263\d|c264[0-3]|"
    r"units? of (?:the )?(?:seeds?|sources?))\b"
)
IS_PAID = re.compile(r"\b(?:pa(?:y|ys|id|yable)|reimburs\w*|cover\w*|separate\w*)\b")
# Several volumes, one plan: whether they make a second plan is the question.
TOGETHER = re.compile(
    r"\bsib\b|\bsimultaneous(?:ly)? integrated\b|\bintegrated boost\b|\bdose[- ](?:levels|painting)\b|\bboost\b.{0,40}\b(?:same|together)\b|"
    r"\b(?:same|one|single) (?:ct|data ?set|scan|plan|dataset)\b|\bplanned (?:together|at the same time|at once|upfront)\b"
)
NOW = re.compile(r"\b(?:(?:what|and|vs|versus|or|is it) now|now\s?\?|today|these days|currently)\b|\bnow\?")

_DEPTH = re.compile(
    r"\bdepth (?:of |is |was |to )?(?:about |up to |around |~ ?)?(?P<a>\d{1,2}(?:\.\d)?) ?cm\b|"
    r"\b(?P<b>\d{1,2}(?:\.\d)?) ?cm (?:deep|depth|down|below)\b"
)
PARTING_DEPTH = 4.0  # cm


EDIT = re.compile(r"\b(?:ncci|cci|edits?|ptp)\b")


class Kinds(TypedDict):
    """Fields of `Asked` that words beside a code fill."""

    planned: str
    device: str
    simulated: str
    heated: str
    and_now: bool
    of_source_code: bool
    planned_together: bool
    of_edits: bool


def kinds_told(lower: str) -> Kinds:
    """Every kind that the text tells; empty where it tells none."""
    return {
        "planned": planned_level(lower),
        "device": device_kind(lower),
        "simulated": simulation_kind(lower),
        "heated": _heated(lower),
        "and_now": NOW.search(lower) is not None,
        "planned_together": TOGETHER.search(lower) is not None,
        "of_edits": EDIT.search(lower) is not None,
        "of_source_code": SOURCE_CODE.search(lower) is not None,
    }


def _heated(lower: str) -> str:
    """ "deep" or "superficial" by the depth that heat is told to reach; empty right at the parting depth."""
    told = _DEPTH.search(lower) if re.search(r"\bhypertherm\w*|\bheat\w*", lower) else None
    depth = float(told["a"] or told["b"]) if told else PARTING_DEPTH
    return "deep" if depth > PARTING_DEPTH else "superficial" if depth < PARTING_DEPTH else ""
