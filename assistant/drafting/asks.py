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
    "denial": "which reason code stands on the denial, and which other codes were billed for that date",
    "companions": "which other codes were billed for that date",
    "visit_reason": "what was the visit for",
    "code": "which code is meant",
}


def asking_for(facts: tuple[str, ...]) -> str:
    """ "How many isocenters are treated, and is motion actively managed?" """
    asked = ", and ".join(QUESTIONS[fact] for fact in facts)
    return f"{asked[:1].upper()}{asked[1:]}?"
