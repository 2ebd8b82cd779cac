"""Who else is said to say something: "medpayiq says so", "my biller told me", "according to ASTRO"."""

from __future__ import annotations

import re

from assistant.reading.lexicon import Found
from assistant.reading.text import Text

_NAMED = (
    r"med ?pay ?iq|open ?payer|coding ?ahead|astro|acro|acr|aapm|aapc|cms|ncci|medicare|noridian|"
    r"novitas|palmetto|first coast|wps|cgs|ngs|uhc|united ?healthcare|aetna|cigna|evicore|evolent|"
    r"carelon|humana|"
    r"bcbs|anthem|rcc(?:s)?|revenue cycle coding strategies|chat ?gpt|claude|gemini|copilot|"
    r"google|reddit|cpt assistant|the (?:manual|vendor|auditor|lcd|policy|faq|newsletter)|emr|"
    r"varian|mosaiq|epic"
)
_PEOPLE = (
    r"(?:my|our|the|a|one|some) (?:biller|boss|manager|coder|colleague|consultant|auditor|vendor|"
    r"rep|payer rep|doc|doctor|physician|physicist|supervisor|coworker|billing company|"
    r"clearinghouse|website|site|friend|webinar|instructor|old biller|billing service)s?|"
    r"some (?:sites?|people|sources|websites)|someone|somebody|everyone|people|another (?:biller|"
    r"coder|site|source)|one (?:site|source)|a (?:website|forum|blog)"
)
_SAYS = (
    r"(?:says?|said|states?|claims?|told (?:me|us)|tells (?:me|us)|thinks?|recommends?|suggests?|"
    r"insists?|wants?|advis(?:es|ed)|believes?|wrote|writes|shows?)"
)
_OPINION = re.compile(
    rf"\b(?P<who>{_NAMED}|{_PEOPLE})(?:'s (?:page|site|website|faq|article|guide|table))?\s(?:also "
    rf"|still |now |just |page |site |website |faq )?{_SAYS}\b"
)
_ACCORDING = re.compile(
    rf"\b(?:according to|per|i (?:read|saw|found) (?:it |this |that )?(?:on|in|at)|as per|based on|"
    rf"source:?)\s(?:the )?(?P<who>{_NAMED}|{_PEOPLE})(?!\w)"
)


def find_opinions(text: Text) -> list[Found[str]]:
    """Every source an opinion is ascribed to, as it was named, in reading order."""
    found = [Found(m["who"], *m.span()) for pattern in (_OPINION, _ACCORDING) for m in pattern.finditer(text.lower)]
    return sorted(found, key=lambda one: one.start)
