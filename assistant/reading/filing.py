"""Dates on which a claim is filed, sent or processed: no dates of service."""

from __future__ import annotations

import re

_CLAIM = r"(?:claims?|bills?|invoices?|batch|charges?|lines?|it|them|they|that|we|you|i)"
_SENT = (
    r"(?:submit(?:s|ted|ting)?|fil(?:e|es|ed|ing)|re-?submit(?:ted|ting)?|send(?:s|ing)?(?: out)?|sent(?: out| in)?|(?:goes|go|going|went|gone) out|mail(?:ed|ing)?"
    r"|transmit(?:s|ted)?|process(?:ed|ing|es)?|adjudicat(?:ed|es|ing)|receiv(?:ed|es)|reach(?:es|ed)?|arriv(?:es|ed)|dropp?(?:s|ed)?|leaves?|releas(?:ed|es))"
)  # fmt: skip
_NAMED = r"(?:(?:filing|submission|billing|processing|receipt|claim) (?:date|day|year|month)|date of (?:filing|submission|billing|processing|receipt|the claim)|submission|filing)"
_BILLED = r"\b(?:claim|bill|invoice|batch|paperwork)s? (?:is |was |will be |gets |to be |being |not )*(?:billed|keyed|entered|posted|created|generated|prepared)"
_BEFORE = re.compile(
    rf"(?:\b{_CLAIM}\b(?: \w+){{0,2}} {_SENT}(?: it| them| to \w+| by \w+| the \w+| medicare| until| only)?|\b(?:you|we|i|they) (?:will |shall |actually )?bill(?: it| them)?(?= (?:in|on))|\b{_SENT} (?:it|them|the claim|your claim|claims?)"
    rf"|\b(?:is|are|was|were|be|being|been|gets?) (?:only |not )?{_SENT}|\b{_NAMED}|{_BILLED}|\bbilling (?:happens|takes place|is done|occurs)|\b(?:claim|bill|invoice) date|\b(?:claim|bill|invoice)s? dated)"
    r"(?: (?:is|was|falls|of|being|only|not|later|out))*(?: (?:in|on|by|until|before|after|from|since|at|during|around|as of))?(?: the)?[ :,]*$"
)
REACH = 70


def is_filing(lower: str, start: int) -> bool:
    """Whether the date that begins here is one of the claim's way to the payer."""
    return _BEFORE.search(lower[max(0, start - REACH) : start]) is not None
