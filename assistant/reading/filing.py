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
# What else happens to a claim or a course on a day that is no date of service.
_AFTER_THE_FACT = (
    r"(?:den(?:y|ied|ial)|reject(?:ed|ion)|paid|payment|remit(?:tance)?(?: advice)?|eob|era|explanation of benefits|appeal(?:ed)?|audit(?:ed)?|take-?back|recoup(?:ed|ment)?"
    r"|approv(?:ed|al)|authori[sz](?:ed|ation)|auth|pre-?cert(?:ified|ification)?|pre-?auth\w*|review(?:ed)?|determination|letter|notice|posted|billed|keyed|invoiced|coded|response|received|refund(?:ed)?"
    r"|referr(?:ed|al)|order(?:ed)?|diagnos(?:ed|is)|registered|credentialed|hired|audit period|resubmi\w+|corrected claim)"
)  # fmt: skip
_ELSEWHERE = re.compile(
    rf"\b{_AFTER_THE_FACT}\b(?:[ -](?:date|on file|number|letter|notice|advice|was|is|came|came back|back|dated|issued|posted|granted|approved|received|denied|sent|arrived|again|us|it|them|by \w+|from \w+))*"
    r"(?: (?:our|my|your|the|this|that|his|her)(?: [\w-]+){1,2})?(?: (?:on|in|of|as of|by|from|since|around|during))?(?: the)?[ :,(]*$"
)
_OF_SERVICE = re.compile(
    r"\b(?:dates? of service|dos|service dates?|treat(?:ed|ment|ments)(?: (?:date|dates|given|delivered|was|were|ran))*|delivered|given|performed|simulated|fractions?)"
    r"(?: (?:on|in|of|from|is|was|were|between|during|through))*(?: the)?[ :,(]*$"
)
REACH = 70


def is_filing(lower: str, start: int) -> bool:
    """Whether the date that begins here is one of the claim's way to the payer."""
    return _BEFORE.search(lower[max(0, start - REACH) : start]) is not None


def is_elsewhere(lower: str, start: int) -> bool:
    """Whether the date is one of a denial, a payment, an approval or a letter."""
    return is_filing(lower, start) or _ELSEWHERE.search(lower[max(0, start - REACH) : start]) is not None


def is_of_service(lower: str, start: int) -> bool:
    """Whether the words before the date say that it is the day of the service."""
    return _OF_SERVICE.search(lower[max(0, start - REACH) : start]) is not None
