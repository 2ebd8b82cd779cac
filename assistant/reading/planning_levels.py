"""How involved a clinical treatment plan is, as a question tells it: areas, ports, shielding."""

from __future__ import annotations

import re

_COMPLEX = re.compile(
    r"\b(?<!no )(?:tangents?|tangential|wedges?|compensators?|rotation\w*|arcs?|vmat|imrt|sbrt|srs|protons?|electrons?|"
    r"brachy\w*|custom (?:blocks?|blocking|shielding)|(?:three|four|3|4)(?: or more)? (?:separate )?areas|"
    r"combined modalit\w+|concurrent chemo\w*|special beams?)\b"
)
_INTERMEDIATE = re.compile(
    r"\b(?:two|2) (?:separate |distinct )?(?:areas|sites)\b|\b(?:three|3|four|4) (?:or more )?(?:converging )?(?:ports|fields)\b|"
    r"\b(?:four|4)[- ]field box\b|\bseveral blocks\b"
)
_PORTS = re.compile(r"\b(?:ap ?/ ?pa|pa ?/ ?ap|opposed|parallel opposed|(?:single|one) (?:port|field|beam))\b")
_ONE_AREA = re.compile(
    r"\b(?:single|one|1|simple|solitary)(?: \w+){0,2} (?:areas?|sites?|lesions?|mets?|metastas[ei]s|vertebra\w*|bones?|femur|hip|rib)\b"
)
_NOT_SO = re.compile(r"\b(?:no|without|w/o)(?: \w+)? (?:wedges?|blocks?|blocking|compensators?|tangents?|arcs?)\b")


def planned_level(lower: str) -> str:
    """ "simple", "intermediate" or "complex"; empty where too little is told."""
    told = _NOT_SO.sub(" ", lower)
    if _COMPLEX.search(told):
        return "complex"
    if _INTERMEDIATE.search(told):
        return "intermediate"
    return "simple" if _PORTS.search(told) and _ONE_AREA.search(told) else ""
