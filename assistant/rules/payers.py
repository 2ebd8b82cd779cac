"""Whose rules bind a payer.

Medicare's status and edits bind Medicare, and Medicare Advantage unless its contract differs. They bind no
commercial payer: without that payer's own text the answer is no_data. A rule marked "any" comes from a source
that binds everyone who uses the code (the CPT guideline).
"""

from __future__ import annotations

NAMES = {
    "medicare": "Medicare",
    "medicare_advantage": "Medicare Advantage",
    "medicaid": "Medicaid",
    "uhc": "UnitedHealthcare",
    "aetna": "Aetna",
    "cigna": "Cigna",
    "humana": "Humana",
    "evicore": "eviCore",
    "evolent": "Evolent",
    "carelon": "Carelon",
    "other": "this payer",
}
ASSUMED = "medicare"  # a scenario without a payer is read as Medicare; who asks says so in the answer


def payer_of(payer: str | None) -> str:
    return payer or ASSUMED


def name(payer: str | None) -> str:
    """The payer's name inside a sentence: "UnitedHealthcare", "Blue Cross Blue Shield (TX)"."""
    key = payer_of(payer)
    if key.startswith("bcbs"):
        plan = key.partition(":")[2]
        plan = plan.upper() if len(plan) <= 3 else plan.title()  # "NC", "IBX"; "Anthem"
        return f"Blue Cross Blue Shield ({plan})" if plan else "Blue Cross Blue Shield"
    return NAMES.get(key, key)


def speaking(payer: str | None) -> str:
    """The payer where it decides or is asked: a contract or plan cannot, the plan that wrote it can."""
    return "the Medicare Advantage plan" if payer == "medicare_advantage" else name(payer)


def is_medicare(payer: str | None) -> bool:
    """Whether Medicare's payment status and edits bind this payer."""
    return payer_of(payer) in ("medicare", "medicare_advantage")


def order(payer: str | None) -> tuple[str, ...]:
    """The payers whose rules are looked at, the most particular first: its own, Medicare's where it binds, any."""
    key = payer_of(payer)
    if key == "medicare_advantage":
        return (key, "medicare", "any")
    if key.startswith("bcbs:"):
        return (key, "bcbs", "any")
    return (key, "any")


def caution(payer: str | None) -> str:
    """What must be added when Medicare's rule is passed on to a plan that may differ; empty otherwise."""
    if payer_of(payer) != "medicare_advantage":
        return ""
    return " A Medicare Advantage contract may differ."
