"""What each status letter of the two payment systems means for a biller, in our words.

References: RVU file, column status code (attachment A of the record layout); OPPS Addendum D1, status indicators.
"""

from __future__ import annotations

from assistant.rules.finding import Treatment

MPFS: dict[str, tuple[Treatment, str]] = {
    "A": ("paid", "paid separately"),
    "B": ("bundled", "bundled, so that no unit is separately payable"),
    "C": ("contractor_priced", "payable, and the contractor sets the price"),
    "I": ("wrong_code_set", "not valid on a Medicare physician claim"),
    "N": ("excluded", "not covered"),
    "P": ("bundled", "bundled, so that no unit is separately payable"),
    "R": ("restricted", "payable under special coverage rules"),
    "T": ("conditional", "paid only when nothing else is paid for that date"),
    "X": ("excluded", "outside the physician fee schedule by law"),
}
OPPS: dict[str, tuple[Treatment, str]] = {
    "B": ("wrong_code_set", "not a code for a hospital outpatient bill"),
    "C": ("excluded", "an inpatient procedure, not paid to outpatients"),
    "E1": ("excluded", "not covered on an outpatient bill"),
    "E2": ("excluded", "not paid on an outpatient bill"),
    "J1": ("paid", "paid as a comprehensive service that takes the rest of the bill in"),
    "M": ("wrong_code_set", "not billable to the Medicare contractor"),
    "N": ("packaged", "packaged: reported on the bill and not paid separately"),
    "Q1": ("conditional", "packaged beside an S, T or V service of the same date, else paid"),
    "Q2": ("conditional", "packaged beside a T service of the same date, else paid"),
    "Q3": ("conditional", "part of a composite payment when its conditions are met, else paid"),
    "S": ("paid", "paid separately"),
    "T": ("paid", "paid separately, reduced beside other procedures"),
    "U": ("paid", "paid separately as a brachytherapy source"),
}
SYSTEMS = {"mpfs": "the physician fee schedule", "opps": "the hospital outpatient system (OPPS)"}
PAYS: tuple[Treatment, ...] = ("paid", "contractor_priced", "restricted", "conditional")
