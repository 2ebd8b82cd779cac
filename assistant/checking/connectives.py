"""Words that join a sentence to the one before and say nothing of billing: "By contrast,", "for the same reason,"."""

from __future__ import annotations

import re

_JOINING = (
    r"on the other hand|by the same token"
    r"|by contrast|in contrast|by comparison|for the same reason|for (?:this|that|these) reasons?"
    r"|as a (?:result|consequence)|in (?:short|summary|brief|conclusion|other words|fact|general|essence)"
    r"|to (?:summari[sz]e|sum up|be clear|recap)"
    r"|that (?:said|being said)|having said that|put simply|simply put|all in all|bottom line|consequently|accordingly"
    r"|therefore|thus|hence|likewise|similarly|conversely|moreover|furthermore|however|nevertheless|nonetheless|importantly"
    r"|of course|as (?:noted|mentioned|stated|explained)(?: (?:above|before|earlier))?"
)
_OPENING = re.compile(rf"^(?P<lead>\W*)(?:(?:and|but|so) )?(?:{_JOINING})\s*[,:]\s+(?=\S)", re.I)
# "Short version: no, six": what it is called says nothing of it.
_CALLED = re.compile(
    r"^(?P<lead>\W*)(?:(?:my|the) )?(?:(?:short|quick|direct|simple|brief) )?"
    r"(?:answer|version|verdict|reply|response|upshot|conclusion|tl;?dr)\s*:\s+(?=\S)",
    re.I,
)
_PARENTHETICAL = re.compile(rf",\s+(?:{_JOINING}),(?=\s)", re.I)


# "is likewise reported once": between the verb and what it says.
INSIDE = frozenset("likewise thus therefore hence consequently accordingly".split())
_INSIDE = re.compile(r"\b(is|are|was|were|can|may|should|must) (?:" + "|".join(sorted(INSIDE)) + ") ", re.I)


def without_connectives(sentence: str) -> str:
    """The sentence without them; one that is nothing else stays as it is."""
    said = sentence if INSIDE.isdisjoint(sentence.lower().split()) else _INSIDE.sub(r"\1 ", sentence)
    if "," not in said and ":" not in said:
        return said
    return _PARENTHETICAL.sub("", _OPENING.sub(r"\g<lead>", _CALLED.sub(r"\g<lead>", said)))
