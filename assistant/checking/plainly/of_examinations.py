"""The physician's examination that each week of management holds: "at least one examination for every unit of 77427"."""

# ruff: noqa: E501 - patterns: one thought, one line
from __future__ import annotations

import re

from assistant.checking.plainly.idiom import Idiom, idiom

_WEEKLY = r"(?:CPT )?(?:code )?77427"
_EACH = rf"(?:each|every|a|one|any) (?:(?:billed |reported )?unit (?:of |billed for )?{_WEEKLY}|(?:billed |reported )?{_WEEKLY}(?: unit)?)"
_ONCE = r"(?:at least |a minimum of |no fewer than |no less than )?(?:one|1|once|an)"
_EXAM = r"(?:physician(?:'s|’s)? |face-to-face |in-person |clinical |on-treatment )*(?:examination|exam|evaluation|visit)(?: of the patient| with the patient)?(?: by (?:the|a) physician)?"
_NEEDED = r"(?:is|must be|has to be) (?:required|needed|documented|performed|expected)(?: by the physician)?"
_PHYSICIAN = r"(?:the|a) (?:treating |attending )?(?:physician|radiation oncologist|doctor)"
_EXAMINES = r"(?:examine|see|evaluate|visit)"
_ENDS = r"(?=[.,;:]|$)"
_HELD = "77427 requires the physician to examine the patient once in each block of five fractions"


def _held(found: re.Match[str]) -> str:
    """By whom it is done must be said: an examination that nobody is named for is the physician's only if he is."""
    if re.search(r"\b(?:physician|radiation oncologist|doctor)", found.group(), re.I):
        return f"{found['lead']}{_HELD}"
    return found.group()


_LEAD = r"^(?P<lead>\W*(?:yes, |no, |one[.:,] |for medicare, |under medicare, )?)"

OF_EXAMINATIONS: tuple[Idiom, ...] = (
    idiom(
        "examination exam evaluation visit",
        rf"{_LEAD}{_ONCE} {_EXAM} {_NEEDED} (?:(?:for|in|per|with|within|during) {_EACH}|per (?:unit of )?{_WEEKLY}){_ENDS}",
        _held,
    ),
    idiom(
        "examination exam evaluation visit",
        rf"{_LEAD}{_EACH} (?:requires|needs|must (?:have|include|contain)|includes|has to include) {_ONCE} {_EXAM}{_ENDS}",
        _held,
    ),
    idiom(
        "examine see evaluate visit",
        rf"{_LEAD}{_EACH} requires {_PHYSICIAN} to {_EXAMINES} the patient {_ONCE}(?: time)?{_ENDS}",
        _held,
    ),
    idiom(
        "examine see evaluate visit",
        rf"{_LEAD}{_PHYSICIAN} (?:must|has to|needs to|is required to) {_EXAMINES} the patient {_ONCE}(?: time)? (?:for|in|per|with|within|during) {_EACH}{_ENDS}",
        _held,
    ),
)
