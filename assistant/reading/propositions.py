"""What a yes/no question proposes: "is it ok to bill port films every session?" proposes 77417, one per session.

An answer that says "yes" advises the proposition, so it has the shape of advice.
"""

from __future__ import annotations

import re
from typing import Any

from assistant.checking.advice import Advice, Kind
from assistant.reading.intent_words import Intent
from assistant.reading.tokens import Tokens

_YES_NO = re.compile(
    r"(?:^|[,;:.?!]\s*|\b(?:so|and|but|then|hi|hello|question|quick question|please|wait|ok|hey)[,:]?\s+)"
    r"(?:can|could|may|should|is|are|was|were|do|does|did|am i|will|would|must|shall|has|have|"
    r"isn't|aren't|doesn't|don't|can't|shouldn't|ok(?:ay)? to|allowed to|fine to|any reason)\b"
)
_TAIL = re.compile(
    r"(?:,\s*(?:right|correct|yes|no|ok|true)|is that (?:right|correct|true|ok)|\s(?:correct|"
    r"right|true|ok|okay|allowed|true or false))\s?\?*\s*$"
)
_OPENS_OTHER = re.compile(r"\b(?:how|what|which|who|when|why|where)\b[^.;!?]{0,12}$")
_OPEN = re.compile(
    r"\b(?:how|what|which|who|when|why|where|units?|number of|count|code for|level|cpt|"
    r"codes?)\b(?=[^.]{0,40}\?$)|\bor\b"
)
_STARTS_OPEN = re.compile(r"\s*how (?:many|much|often)\b[^.;?!]*\?*\s*$")
_VERB_OR_VALUE = re.compile(
    r"\b(?:pays?|paid|bills?|replace[sd]?|covers?|covered|requires?|needs?|once|per|every|each|"
    r"with|together|bundled|packaged|"
    r"payable|valid|deleted|dead|gone|separately|modifier|times|twice|daily|weekly|global(?:ly)?)\b|-(?:26|"
    r"tc|59)\b|x\s?\d"
)
_PER: tuple[tuple[str, str], ...] = (
    (
        r"(?:per|every|each|after every|once every|for every)\s(?:5|five) (?:fractions?|fx|"
        r"treatments?|tx|sessions?)",
        "5 fractions",
    ),
    (
        r"(?:per|every|each|with every|with each|for each|for every|any|every single)\s(?:gated )?(?:session|"
        r"fraction|fx|treatment|tx|visit)(?! day)",
        "session",
    ),
    (
        r"(?:per|every|each|a|every single)\s(?:treatment |calendar )?day\b|\bdaily\b(?! (?:cone|cbct|"
        r"igrt|imag|treat|fract|fx|deliver|port))|per date",
        "day",
    ),
    (
        r"(?:per|every|each|once a|a)\sweek\b|\bweekly\b(?! (?:77\d{3}|physics|management|manag|treatment|otv|"
        r"port|visit|see|on|mgmt|chart|md|physician))",
        "week",
    ),
    (
        r"(?:per|each|every|once (?:a|per|every))\s(?:whole |entire )?course|once in the course|only "
        r"once|just once",
        "course",
    ),
    (r"(?:per|each|every)\s(?:film|image|picture|port)", "image"),
    (r"(?:per|each|every)\s(?:gantry )?(?:angle|field|beam|port)", "field"),
    (r"(?:per|each|every)\s(?:isocent\w+|site|area|lesion|target)", "site"),
    (r"(?:per|each|every)\splan", "plan"),
)
_INVALID = re.compile(
    r"\b(?:invalid|deleted|expired?|discontinued|retired|obsolete|gone|dead|terminated|no longer|"
    r"went away|sunset)\b"
)
_REPLACED = re.compile(r"\breplac\w+|\bsuccessor\b|\bcrosswalk\w*|\binstead of\b|\bin place of\b")
_BUNDLED = re.compile(r"\b(?:bundled|included in|part of|inside|packaged)\b")
_NEGATED = re.compile(r"\b(?:not|never|isn't|aren't|can't|cannot|doesn't|don't|shouldn't|wrong to|no need)\b")


def proposition(tokens: Tokens, codes: tuple[str, ...], intents: tuple[Intent, ...]) -> Advice | None:
    """The advice a plain "yes" would give, or None when the question is not a yes/no question."""
    return proposed(tokens, codes, intents) if is_yes_no(tokens.text.lower) else None


def proposed(tokens: Tokens, codes: tuple[str, ...], intents: tuple[Intent, ...]) -> Advice | None:
    """The same for a fragment that continues a yes/no question: "once every five fractions?"."""
    lower = tokens.text.lower
    kind, value = _kind_and_value(tokens, lower, intents)
    if kind is None:
        return None
    opens = _YES_NO.search(lower)  # "isn't 77417 bundled?" proposes that it is
    polarity = not _NEGATED.search(lower, opens.end() if opens else 0)
    return Advice(
        kind,
        codes,
        value,
        polarity,
        span=tokens.text.span(0, len(tokens.text.plain)),
        inherited=("question",),
    )


# "twice per course" proposes a number of its own: "once per course" is no yes to it.
_SEVERAL_PER = re.compile(
    r"\b(?:twice|thrice|(?:two|three|four|[2-9])\s?(?:times|x|units)?)\s+(?:per|an?|each|every|in (?:one|a))\s+\w+"
)


# "weekly or per fraction?", "once per plan or once per arc": a choice.
_CHOICE = re.compile(
    r"\b(?:weekly|daily|once|(?:per|every|each) [\w-]+(?: \w+)?) or (?:just |only )?(?:weekly|daily|once|per|every|each|by)\b"
)


def is_yes_no(lower: str) -> bool:
    """Whether the text can be answered with yes or no."""
    if _STARTS_OPEN.match(lower) and not _TAIL.search(lower):
        return False
    match = _YES_NO.search(lower)
    if match and not _OPENS_OTHER.search(lower[: match.start() + 1]):
        return not re.match(r"\s*(?:how|what|which|who|when|why|where)\b", lower) or match.start() > 0
    return bool(_TAIL.search(lower)) or _asks_by_tone(lower)


def _asks_by_tone(lower: str) -> bool:
    """ "medicare pays 77417?" asks by its question mark only."""
    last = re.split(r"[.;!?]\s", lower.strip())[-1]
    return last.endswith("?") and not _OPEN.search(last) and bool(_VERB_OR_VALUE.search(last))


def _kind_and_value(tokens: Tokens, lower: str, intents: tuple[Intent, ...]) -> tuple[Kind | None, Any]:
    if len(tokens.modifiers) > 1 and re.search(r"\b(?:26|tc|59)\s?(?:or|vs)\s?-?(?:26|tc|59)\b", lower):
        return None, None  # "26 or TC?" is a choice
    if tokens.modifiers:
        return "modifier", tokens.modifiers[0].modifier
    if re.search(r"\b(?:no|without(?: an?| any)?) modifiers?\b", lower):
        return "modifier", "none"
    for pattern, thing in _PER:
        if re.search(pattern, lower):
            open_ended = _SEVERAL_PER.search(lower) or _CHOICE.search(lower)
            return (None, None) if open_ended else ("frequency", thing)
    if "pair" in intents:
        return "pair", "together"
    units = [
        one
        for one in tokens.numbers
        if one.noun in ("unit", "time") or (one.form in ("times", "parenthesis") and one.noun is None)
    ]
    if len(units) > 1 and units[1].link == "or":
        return None, None  # "5 or 6 units?" is a choice
    if units and units[0].is_count:
        return "units", units[0].value
    if _REPLACED.search(lower) and len(tokens.codes) == 2:
        return "validity", ("replaced_by", _replacement(tokens, lower))
    if "validity" in intents:
        return "validity", "invalid" if _INVALID.search(lower) else "valid"
    if _BUNDLED.search(lower):
        return "component", "bundled"
    if re.search(r"\bglobal(?:ly)?\b", lower):
        return "component", "global"
    for word in ("technical", "professional"):
        if re.search(rf"\b{word}\b", lower) and re.search(rf"\bis\b.{{0,40}}\b{word}\b|{word} only", lower):
            return "component", word
    if {"coverage", "who_bills", "which_code", "units"} & set(intents):
        return "component", "payable"
    return None, None


def _replacement(tokens: Tokens, lower: str) -> str:
    """ "did 77407 replace 77385", "was 77385 replaced by 77407": the code that came after."""
    first, second = tokens.codes[0].code, tokens.codes[1].code
    return second if re.search(r"replaced (?:by|with)|crosswalk\w* to|successor is", lower) else first
