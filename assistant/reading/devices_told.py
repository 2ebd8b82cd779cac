"""What a treatment device or a simulation is, as a question tells it: the kind decides the code."""

from __future__ import annotations

import re
from itertools import pairwise

_CUSTOM = re.compile(
    r"\b(?:(?:thermoplastic |aquaplast |custom |face )?masks?|aquaplast|vac-? ?lo(?:ks?|cks?)|vacuum (?:bags?|cushions?)|vac bags?|"
    r"(?:alpha )?cradles?|(?:custom|cerrobend|cut-?out) (?:blocks?|devices?|molds?|casts?)|(?:electron )?cut-?outs?|body casts?)\b"
)
_BOLUS = re.compile(
    r"\bcustom(?:ized|-made)?(?: [a-z-]+){0,2} bolus\b|\bbolus\b[^.;?]{0,12}\bcustom\b|\bcustom\b[^.;?]{0,20}\bbolus\b"
)
_BOARD = re.compile(r"\b(?:wing|breast|belly|slant|prone)[- ]?boards?\b|\bboards?\b")
_INVOLVED = re.compile(
    r"\b(?:arcs?|rotation\w*|tangents?|tangential|contrast|(?:custom )?immobili[sz]ation|mask|vac-? ?lo(?:k|ck)|cradle|"
    r"complex block\w*|wedges?|mlc|three (?:or more )?areas|3 areas)\b"
)
_PLAIN = re.compile(r"\b(?:verification|verify\w*|set-?up check|orthogonal pair|(?:one|single) area)\b")


NEAR = 4  # characters between two words for one thing: "vac-lok immobilization"
IMMOBILISED = re.compile(
    r"\b(?:masks?|aquaplast|vac-? ?lo(?:ks?|cks?)|vac(?:uum)?[- ](?:bags?|cushions?)|cradles?|immobili[sz]ation|body casts?)\b"
)


# Each field with a device of its own, as a record would show it.
_SHAPED = re.compile(
    r"\b(?:shap(?:e|es|ed)|block(?:s|ed)?|mlcs?|multi-?leaf|cut-?outs?|cerrobend|wedg(?:e|es|ed)|compensators?)\b"
)
_SEVERAL = re.compile(
    r"\b(?:masks|bags|cushions|cradles|casts|vac-? ?lo(?:ks|cks))\b|\b(?:no|without|not|old|reused?|existing|previous)\b"
)


def made_for_immobilisation(lower: str) -> int | None:
    """How many custom devices that hold the patient are told beside shaped fields; None where the text leaves it open."""
    told = list(IMMOBILISED.finditer(lower))
    if not told:
        return 0
    one = all(other.start() - before.end() < NEAR for before, other in pairwise(told))
    return 1 if one and _SHAPED.search(lower) and not _SEVERAL.search(lower) else None


def device_kind(lower: str) -> str:
    """ "custom", "bolus" or "board"; empty where no kind or several are named."""
    bolus = "bolus" if _BOLUS.search(lower) else ""
    kinds = {"custom" if _CUSTOM.search(lower) else "", bolus, "board" if _BOARD.search(lower) else ""} - {""}
    return kinds.pop() if len(kinds) == 1 else ""


def simulation_kind(lower: str) -> str:
    """ "complex" or "simple"; empty where neither is told."""
    if _INVOLVED.search(lower):
        return "complex"
    return "simple" if _PLAIN.search(lower) else ""
