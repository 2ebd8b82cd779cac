"""The words that ask for an amount of money: what a payer pays, a rate, a locality, a budget, "$$".

Whether a code is paid at all, or paid separately, is another question and no amount.
"""

from __future__ import annotations

import re

_CODE = r"(?:77\d{3}|g\d{4})"
_YEAR = r"(?:20\d\d)"
_PAYER = r"(?:medicare|medicaid|cms|opps|mpfs|uhc|aetna|cigna|humana|the (?:payer|plan)|they)"
# "National payment", but not "national payment policy".
_NO_AMOUNT = r"(?! (?:status|system|polic|rule|indicator|window|class|group|chang|reduc|separate))"
PRICE = re.compile(
    r"\$+(?!\w)|\b(?:"
    r"what (?:do|does|did|will|would|should) .{0,24}\bget paid for|"
    r"how much (?:does|do|is|are|will|would|can|did|money|should)|how much|"
    r"what (?:does|do|will|would|did) .{0,40}\b(?:pay|reimburse)\b(?! separately)|what.{0,20}\bpays? for|"
    rf"what (?:exactly )?{_PAYER} (?:now |currently )?pays?\b(?! separately)|"
    rf"what(?:'s| is| was| are| gets?) (?:an? |the )?(?:[a-z]+ ){{0,2}}{_CODE} (?:[a-z]+ )?paid(?! separately)|"
    r"what(?:'s| is| was)? (?:the )?(?:[a-z]+ )?(?:payment|fee|reimbursement) (?:for|of|on)|"
    rf"reimbursement (?:rate|amount|for)|reimbursement\s?(?=\?|$)|(?:fee|payment) (?:for|of) (?:cpt )?{_CODE} in|"
    r"(?:payment|allowed|national|fee schedule|dollar) (?:rate|amount|price)|national payment|"
    rf"(?:{_PAYER}|unadjusted|fee|what|right|correct|exact|{_YEAR}) amounts?|"
    rf"amounts? (?:for|of|in|per) (?:cpt )?(?:{_CODE}|{_YEAR})|amount\s?(?=\?|$)|"
    rf"(?<!dose )(?<!denial )(?<!error )rates? (?:for |of |in |on )?(?:cpt )?(?:{_CODE}|{_YEAR})|"
    rf"(?:{_YEAR}|hospital|facility|office|freestanding) rates?\b(?! (?:error|denial|dose))|"
    rf"(?:{_CODE}|opps|mpfs|medicare|locality|apc) rates?\b(?! of )|"
    rf"(?:national|{_YEAR}|apc|medicare|opps) (?:national )?(?:opps |mpfs |medicare )?payments?"
    rf"{_NO_AMOUNT}(?= (?:for|of|in|on|vs|v|versus)\b|\s?[,?]|$)|"
    rf"payments? (?:in |for )?{_YEAR}|w?rvus?|conversion factor|allowable|price|costs?|worth(?! (?:it|an?|the|appeal|fight|resubmit|try))|medicare national|national (?:medicare|mpfs|pfs|opps|fee)|"
    r"(?:non[- ]?)?qps?|gpcis?|localit(?:y|ies)|budget(?:s|ing)?|dollars?|paid at|"
    r"(?:revenue|money) (?:for|from|per|of)|pays? (?:more|less|better|best)"
    r")(?!\w)"
)
# Beside a number of fractions or "units" only these words of money still ask for an amount.
_MONEY = re.compile(
    r"\$|\b(?:pays?|paid|rates?|amounts?|payments?|prices?|reimburs\w*|w?rvus?|costs?|worth|allowable|dollars?|fees?)\b"
)
_COUNTED = re.compile(r"\b(?:units?|count|how many)\b")


def asks_an_amount(lower: str, *, counts_fractions: bool) -> bool:
    """Whether money is asked; "how much 77336 for 30 fx" and "28 fx 77427 units, QP doc" ask for a count."""
    if not PRICE.search(lower) or "how many" in lower or re.search(r"how much .{0,20}\b(?:bill|charge)", lower):
        return False
    return not (counts_fractions or _COUNTED.search(lower)) or _MONEY.search(lower) is not None
