"""How many fields and arcs a question tells, and how often on one day: "three arcs plus two static fields", "twice"."""

from __future__ import annotations

import re

from assistant.reading.lexicon import Found

SMALL = dict(zip("one two three four five six seven eight nine ten eleven twelve".split(), range(1, 13), strict=True))
_NUMBER = rf"\d{{1,2}}|{'|'.join(SMALL)}|single"
_KIND = (
    r"(?:(?:static|vmat|imrt|3-?d|photon|electron|treatment|deliverable|dynamic|full|partial|half|coplanar|non-?coplanar|"
    r"separate|different|tangent|tangential|breast|chest wall|shaped|blocked|wedged|oblique|open|treated|rapid|boost|opposed|opposing|en face|conformal)[ -]){0,3}"
)
_FIELDS = re.compile(
    rf"(?<![\w/.-])(?P<n>{_NUMBER})[ -](?:gantry angles|{_KIND}(?:fields?|arcs?|beams?|ports|tangents))\b(?! ?(?:film|imag))"
)
_BOTH_TANGENTS = re.compile(
    r"\b(?:medial tangent\w*\b[^.;?]{0,60}\blateral|lateral tangent\w*\b[^.;?]{0,60}\bmedial) tangent\w*|"
    r"\b(?:medial (?:and|&|\+|/) ?lateral|lateral (?:and|&|\+|/) ?medial) tangents?\b"
)
_JOINED = re.compile(r"\s?(?:\+|&|,|,? ?and|,? ?plus|,? ?with|w/?)\s?(?:a |an |another )?$")
_EACH_BEFORE = re.compile(r"\b(?:each|every|per)(?! of\b)[^.;,?]{0,20}$")
# "3 arcs each" are three for every plan or isocenter; "4 beams each with a wedge" are four.
_OF_EACH = re.compile(
    r",? (?:each|apiece)\b(?! (?:with|w|having|has|its|shaped|blocked|(?:\w+ ){0,2}(?:mlc )?(?:segments?|subfields?|shapes?))\b)|"
    r" (?:per|for each) (?:plan|isocenter|iso|site|lesion|target)\b"
)
_SETS = re.compile(
    rf"(?<![\w/.-])(?P<n>{_NUMBER}) (?:imrt |vmat )?(?:plans|isocenters|isocentres|isos|sites|lesions|targets|mets)\b[^.;]{{0,24}}$"
)
_CHOICE_AFTER = re.compile(r" or\b(?! (?:plan|more)\b)")
_ONE_MORE = re.compile(
    r"\b(?:second|third|fourth|fifth|sixth|another|additional|extra|[2-9](?:nd|rd|th)) (?:[a-z]+ )?(?:fields?|arcs?|beams?)\b"
)
_UNSURE = re.compile(r"\b(?:or|up to|at least|about|max(?:imum)?|more than|over|limit of|than) $")
_DAY = r"(?:the same|same|one|a single|the|that|this|1) (?:day|date|dos)\b"
_TWICE = re.compile(
    rf"\b(?P<n>twice|(?:two|three|2|3) (?:(?:times|hdr|separate|treatments?|sessions?|insertions?|fractions?|fx|applications?) ?)+)"
    rf" ?(?:on|in|within)? ?{_DAY}|\b(?:bid|b\.i\.d\.?)\b.{{0,60}}\b(?:(?:for|on|in|of) {_DAY}|same day\b)"
)
_PROPOSED = re.compile(r"\b(?:bill|charge|report|code|use|submit|drop)\w*\b[^.,;]*$|\b[\dg]\d{4}(?:-\w\w)?,? $")


def count_of_fields(lower: str) -> Found[int] | None:
    """The fields and arcs told, parts that are joined added up; None where the text leaves the number open."""
    told = list(_FIELDS.finditer(lower))
    if not told and (pair := _BOTH_TANGENTS.search(lower)):
        return Found(2, pair.start(), pair.end())
    if not told or _ONE_MORE.search(lower):
        return None
    total, numbers = 0, []
    for at, one in enumerate(told):
        before = lower[max(0, one.start() - 30) : one.start()]
        if _EACH_BEFORE.search(before) or _UNSURE.search(before) or _CHOICE_AFTER.match(lower, one.end()):
            return None
        n = 1 if one["n"] == "single" else SMALL.get(one["n"]) or int(one["n"])
        joined = at > 0 and _JOINED.match(lower[told[at - 1].end() : one.start()]) is not None
        total += n if joined or at == 0 else 0
        numbers += [] if joined or at == 0 else [n]
    if any(n != total for n in numbers) or total == 0:
        return None
    if any(_OF_EACH.match(lower, one.end()) for one in told):
        sets = _SETS.search(lower[: told[0].start()])
        if sets is None or len(told) > 1:
            return None
        total *= SMALL.get(sets["n"]) or int(sets["n"])
    return Found(total, told[0].start(), told[-1].end())


def names_fields(lower: str) -> bool:
    """Whether fields or arcs are counted at all, however many they come to."""
    return _FIELDS.search(lower) is not None


def times_of_a_day(lower: str) -> Found[int] | None:
    """How many sessions are told to have been given on one date; "bill it twice on one day" proposes units instead."""
    found = _TWICE.search(lower)
    if found is None:
        return None
    of_sessions = re.search(r"treatment|session|insertion|fraction|fx|application|bid|b\.i\.d", found.group())
    if not of_sessions and _PROPOSED.search(lower[max(0, found.start() - 40) : found.start()]):
        return None
    n = 3 if (found["n"] or "").startswith(("three", "3")) else 2
    return Found(n, found.start(), found.end())
