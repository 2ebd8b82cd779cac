"""What the limit of a date lets through: "so it cannot be exceeded", "a policy edit", "1 in the units field"."""

# ruff: noqa: E501 - patterns: one thought, one line
from __future__ import annotations

import re

from assistant.checking.plainly.idiom import CODE, Idiom, idiom
from assistant.checking.saying.counts import PER_SESSION

_A_DATE = r"(?: (?:on|for|in) (?:the same|one|a single|any one|a|any) (?:date of service|date|day)| per (?:date|day))?"
_END = r"(?=[.,;!]|$)"
_CANNOT = r"(?:cannot|can't|can’t|can not|may not|can never)"
_BEATEN = r"(?:exceeded|surpassed|overridden|appealed(?: past| away| around)?|bypassed on appeal|raised on appeal)"
_RECORDS = r"(?:with|on the strength of|backed by) (?:(?:good|clear|proper|supporting|full|adequate|the|medical) )*(?:documentation|records)"
_WON = r"(?:supported|allowed|paid|upheld|justified|won|defended)"
_LIMIT = re.compile(r"\b(?:mue|mai|limit|medically unlikely edit)\b", re.I)
_TWO_CODES = re.compile(r"(?<!\d)(?:\d{5}|G\d{4})(?!\d)")


def _of_a_limit(found: re.Match[str]) -> str:
    """ "..., so it cannot be exceeded": of a limit that the sentence has named."""
    named = _LIMIT.search(found.string[: found.start()])
    return ", and no appeal will change that" if named else found.group()


def _kind(found: re.Match[str]) -> str:
    mai = {"policy": "2", "clinical": "3"}[found["kind"].lower()]
    told = found["mai"]
    return found.group() if told and told != mai else f"{found['head']} has MAI {mai}"


def _no_modifier(found: re.Match[str]) -> str:
    """ "77427 isn't billed with 77373, and no modifier is accepted": of an edit of two codes, and of no limit."""
    before = found.string[: found.start()]
    two = len(set(_TWO_CODES.findall(before))) == 2
    return ", and no modifier opens it" if two and not _LIMIT.search(before) else found.group()


def _as_units(found: re.Match[str]) -> str:
    """ "Two sessions on one date can be billed", of a code that is counted by sessions: two units of it."""
    codes = {code.upper() for code in _TWO_CODES.findall(found.string[: found.start()])}
    counted = len(codes) == 1 and codes <= PER_SESSION
    return f"{found['n']} units on one {found['day']} pass" if counted else found.group()


def _one_in_the_field(found: re.Match[str]) -> str:
    """ "Enter 1 in the units field, not the number of fractions": true where no unit is a session's."""
    return found.group() if found["code"][-5:].upper() in PER_SESSION else found["head"]


OF_LIMITS: tuple[Idiom, ...] = (
    idiom(
        "policy clinical",
        r"(?P<head>\b(?:mue|limit)\b[^.;,]{0,60}?) is an? (?:MUE )?(?P<kind>policy|clinical) edit(?: \((?:MAI|adjudication indicator) ?(?P<mai>\d)\))?",
        _kind,
    ),
    idiom(
        "exceeded surpassed overridden appealed bypassed raised",
        rf"(?:,? (?:so|and|which means(?: that)?|meaning(?: that)?) (?:it|the limit|that limit|this limit)| and) {_CANNOT} be {_BEATEN}{_A_DATE}{_END}",
        _of_a_limit,
    ),
    idiom(
        "above over beyond",
        rf"\b(?P<mai>MAI ?3),? (?:so|which means(?: that)?|meaning(?: that)?) (?:the )?(?:excess|extra units?|more units?|(?:units?|anything) (?:above|over|beyond) (?:it|the limit|the mue|that|\d{{1,2}})) (?:can|may|could) be {_WON}(?: (?:on|upon|through|with an?|by) (?:appeal|review))(?: {_RECORDS})?{_END}",
        r"\g<mai>, so an appeal can be won",
    ),
    # "billing one unit per lesion on the same date will not pass the edit": with lesions, more than one
    idiom(
        "pass clear survive",
        rf"\b(?:billing|reporting|charging) (?:one|1|a)(?: unit| charge| line)? (?:per|for each|for every) (?:lesion|site|field|area|film|image|target|volume|tumou?r|session) on (?:the same|one|a single) (?:date|day) (?:will not|won't|won’t|cannot|can't|can’t|does not|doesn't) (?:pass|clear|survive|get past) (?:the|that|this) (?:edit|mue|limit){_END}",
        "more than 1 unit on one date is denied",
    ),
    idiom(
        "sessions treatments",
        rf"\b(?P<n>two|2|three|3|four|4) (?:separate |distinct )?(?:sessions|treatments) on (?:the same|one|a single) (?P<day>date|day) (?:can|may) be (?:reported|billed){_END}",
        _as_units,
    ),
    idiom(
        "field box",
        rf"(?P<head>\benter (?:1|one) in the units? (?:field|box|column) (?:for|of) (?P<code>{CODE})),? not the (?:number|count|total)(?: number)? of (?:fractions|sessions|treatments)(?: delivered)?{_END}",
        _one_in_the_field,
    ),
    # a limit of a date is no frequency: what stands behind says how often
    idiom(
        "ceiling limit cap maximum",
        r"^(?P<lead>\W*(?:no\W+)?)the mue is (?:only|just|merely|simply) (?:a|the) (?:daily|per-day|per-date) (?:ceiling|limit|cap|maximum),? (?:and|but) (?=the code\b|it\b|\d{5})",
        r"\g<lead>",
    ),
    idiom("still", r"\bthe code is still (?=limited to once\b)", "the code is "),
    # "no further unit is due, because 10 fractions make two units": the count, and what follows from it
    idiom(
        "further additional more another",
        r"^(?P<lead>\W*)(?P<none>no (?:further|additional|more|other) (?:units?|charges?)(?: of \d{5})? (?:is|are) (?:due|owed|earned|added)),? (?:because|since|as) (?:the )?(?P<n>\d{1,2}) (?P<thing>fractions|treatments)(?: (?:in )?total)? (?:equals?|makes?|gives?|comes? to|yields?|earns?) (?P<m>\d{1,2}|one|two|three|four|five|six|seven|eight)(?P<units> units?)?(?=[.;!]|$)",
        r"\g<lead>\g<n> \g<thing> make \g<m> units, so \g<none>",
    ),
    # of two codes
    idiom(
        "accepted permitted allowed possible",
        rf",? and (?:no modifier is (?:accepted|permitted|allowed|possible)|(?:a|any) modifier (?:is not|isn't|isn’t) (?:accepted|permitted|allowed|possible)){_END}",
        _no_modifier,
    ),
    idiom(
        "significant",
        r"\b(?:a|the) (?:significant(?:,| and|,? and)? (?:separate|separately identifiable)|(?:separate|separately identifiable)(?:,| and|,? and)? significant) (?:E/M )?(?P<visit>visit|service) (?P<needs>needs|requires|must carry|must have) (?:modifier )?-?25\b",
        r"the E/M visit \g<needs> modifier 25",
    ),
    idiom(
        "only alone",
        rf"(?P<code>{CODE}|\bit) (?:covers|includes|represents|pays for|reflects) (?:the )?(?P<part>professional|technical) (?:management|work|services?|component|part|portion|side|delivery) (?:only|alone){_END}",
        r"\g<code> is \g<part> only",
    ),
)
