"""Whether a question asks if the patient can be made to pay what Medicare denied for a limit or a pair."""

from __future__ import annotations

import re

OF_A_LIMIT = re.compile(
    r"\bmues?\b|\bmedically unlikely\b|\b(?:over|above|beyond|exceed\w*) (?:the )?(?:\w+ )?(?:limit|cap)\b"
)
_OF_A_PAIR = re.compile(r"\b(?:ncci|cci|ptp|bundl\w*)\b|\bco-?(?:97|236)\b")
_PATIENT = re.compile(
    r"\babns?\b|\bmodifier ga\b|\b(?:add|append|use|using|put|attach|with) (?:a |an |the )?-?ga\b|\bga (?:modifier|on|when|if)\b|\badvance (?:beneficiary )?notice\b|"
    r"\b(?:bill|billed|billing|charge|charged|collect\w*|balance[ -]bill\w*|pass\w*|shift\w*)\b[^.?!]{0,30}"
    r"\b(?:patients?|pts?|beneficiar\w+)\b|"
    r"\b(?:patients?|pts?|beneficiar\w+)\b[^.?!]{0,15}\b(?:pays?|be billed|be charged|owes?|liable|responsib\w+)\b"
)
_OF_A_PATIENT = re.compile(r"\b(?:for|on) (?:a|an|the|this|our|my|one|same) (?:\w+ ){0,2}(?:patients?|pts?)\b")


def is_about_liability(lower: str) -> bool:
    """ "Bill the patient for the units over the MUE?", "ABN for a bundled 77290?"; not "77300 billed for this patient"."""
    if not (OF_A_LIMIT.search(lower) or _OF_A_PAIR.search(lower)):
        return False
    return _PATIENT.search(_OF_A_PATIENT.sub(" ", lower)) is not None
