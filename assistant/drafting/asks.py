"""The one short question back, for at most two facts."""

from __future__ import annotations

QUESTIONS = {
    "isocenters": "how many isocenters are treated",
    "motion_management": "is motion actively managed",
    "technique": "which technique is used",
    "fractions": "how many fractions were delivered",
    "fields": "how many fields and arcs does the plan have",
    "channels": "how many channels are used",
    "sources": "how many sources or channels are used",
    "kilovolts": "at what energy in kV is it given",
    "date_of_service": "what is the date of service",
    "payer": "who is the payer",
    "setting": "where was the service given",
    "visit_reason": "what was the visit for",
    "other_code": "which other code was on the date",
    "code": "which code is meant",
}


def asking_for(facts: tuple[str, ...]) -> str:
    """ "How many isocenters are treated, and is motion actively managed?" """
    asked = ", and ".join(QUESTIONS[fact] for fact in facts)
    return f"{asked[:1].upper()}{asked[1:]}?"
