"""What the terms of the field stand for: MUE, NCCI, place-of-service numbers, claim forms, modifiers.

A term must be explained with what it stands for; a wrong explanation is of no form and stays unread. What a code is
said to be is judged in `describing`, with the rule book's words for it.
"""

# ruff: noqa: E501 - patterns and lists of phrases: one thought, one line
from __future__ import annotations

import re
from functools import cache

from assistant.reading.patterns import Seldom
from corpus.modifiers import modifiers

STANDS_FOR = {
    "mue": ("medically unlikely edit",),
    "mues": ("medically unlikely edits",),
    "mai": ("mue adjudication indicator",),
    "ncci": ("national correct coding initiative",),
    "ptp": ("procedure-to-procedure", "procedure to procedure"),
    "mpfs": ("medicare physician fee schedule",),
    "opps": ("outpatient prospective payment system", "hospital outpatient prospective payment system"),
    "lcd": ("local coverage determination",),
    "mac": ("medicare administrative contractor",),
    "igrt": ("image-guided radiation therapy", "image guided radiation therapy"),
    "imrt": ("intensity-modulated radiation therapy", "intensity modulated radiation therapy"),
    "vmat": ("volumetric modulated arc therapy", "volumetric-modulated arc therapy"),
    "sbrt": ("stereotactic body radiation therapy", "stereotactic body radiotherapy"),
    "srs": ("stereotactic radiosurgery",),
    "cbct": ("cone-beam ct", "cone beam ct", "cone-beam computed tomography"),
    "mlc": ("multileaf collimator", "multi-leaf collimator"),
    "pos": ("place of service",),
    "bid": ("two treatments a day", "twice a day", "twice daily", "two sessions a day"),
    "dos": ("date of service",),
    "ub-04": ("facility claim form", "hospital claim form", "institutional claim form"),
    "cms-1500": ("professional claim form", "physician claim form", "physician's claim form"),
}
PLACES = {
    "11": ("office", "physician office", "physician's office", "freestanding office"),
    "19": ("off-campus outpatient hospital", "off-campus hospital outpatient department"),
    "21": ("inpatient hospital", "hospital inpatient"),
    "22": ("on-campus outpatient hospital", "hospital outpatient department", "on-campus hospital outpatient department"),
    "24": ("ambulatory surgical center", "ambulatory surgery center"),
    "31": ("skilled nursing facility",),
}  # fmt: skip
_IS = r"(?:is|are|means|stands for|stand for|refers to|denotes|identifies|marks|designates|signifies|signals|indicates|represents|describes|is short for|is used for|is for|is used to (?:mark|indicate|show|report)|says)"
_TERM = re.compile(rf"^(?:the |an? |form )?(?P<term>[a-z]+(?:-\w+)?) {_IS} (?:the |an? |for (?:the )?)?(?P<said>.+)$")
_PLACE = re.compile(
    rf"^(?:pos|place of service)(?: code)? (?P<place>\d\d) {_IS} (?:the |an? |for (?:the |an? )?)?(?P<said>.+)$"
)
_MODIFIER = re.compile(
    rf"^(?:the )?(?P<word>(?:modifier|mod) )?-?(?P<name>[a-z\d]{{2}}) (?:modifier )?{_IS} (?:only |just )?(?:the |an? |for (?:the |an? )?)?(?P<said>.+)$"
)
_LIMIT = re.compile(
    r"^(?:the |an? |any )?(?:mue|medically unlikely edit)s?(?: value| limit)? (?:is|are) (?:only |just |simply )?(?:an? |the )?(?:(?:claim|billing|claims|automatic|payment) )?(?:limits?|ceilings?|caps?|maximum|edits?|safeguards?)(?:,? (?:and )?not (?:an? )?(?:targets?|entitlements?|allowances?|goals?|permissions?|norms?|billing targets?|recommendations?)(?: to bill)?)?$"
)
_PAIRS = re.compile(
    r"^(?:ncci |ptp |procedure-to-procedure |the ncci )*edits are (?:pairs of codes|code pairs) that (?:should|may|can) not (?:normally|usually|ordinarily|generally) be (?:billed|reported|paid) together$"
)
_UPDATES = re.compile(
    r"^(?:(?:the )?(?:ncci |mue |ptp |fee |cms )*(?:edits|tables?|files?|schedules?) (?:is|are|get|gets) (?:updated|revised|refreshed|published) (?:quarterly|every quarter|each quarter|every year|each year|annually|yearly)"
    r"|cms (?:updates|publishes|revises|refreshes) (?:the |its )?(?:ncci |mue |ptp |fee )*(?:edits|tables?|files?|schedules?) (?:quarterly|every quarter|each quarter|every year|each year|annually|yearly)"
    r"|(?:please )?(?:keep an eye on|watch|watch for|look out for|follow) the (?:quarterly|annual|yearly|next) (?:ncci |cms |mue |edit )*(?:updates?|releases?)"
    r"|(?:the |these |payer |coding |medicare )*(?:rules|policies|edits|tables) (?:can|may|do|often) change (?:every quarter|each quarter|every year|each year|over time|yearly|quarterly|annually)(?:,? so (?:check|verify|confirm|look at) the (?:current|latest) (?:ncci |mue |payer )*(?:edits|tables?|policy|policies|rules))?)$"
)
_COMPONENTS = re.compile(
    r"^(?:the )?(?:professional component (?:is|covers|means|represents) (?:the )?(?:physician's (?:work|part|share)|work of the physician)"
    r"|technical component (?:is|covers|means|represents) (?:the )?(?:(?:equipment|supplies|staff|space|machine|overhead|facility),? ?(?:and )?(?:the )?){1,5})$"
)
_OWNED = re.compile(r"^(?:the )?cpt (?:codes|code set|manual) (?:is|are) (?:maintained|owned|published) by the ama$")
_INDICATORS = re.compile(
    r"^(?:status b (?:means|is|stands for) bundled(?: in the (?:medicare )?physician fee schedule)?|(?:opps )?status indicator n (?:means|is|stands for) packaged(?: (?:in the hospital|under opps))?"
    r"|(?:status|status indicator) a (?:means|is|stands for) an? active code|an? (?:pair |ncci |edit |ptp )*indicator (?:of )?0 means (?:that )?no modifier (?:helps|is allowed|is accepted|opens it|opens the pair|can bypass (?:it|the edit)|bypasses (?:it|the edit))"
    r"|an? (?:pair |ncci |edit |ptp )*indicator (?:of )?1 means (?:that )?a modifier (?:may|can) (?:be (?:allowed|accepted)|open (?:it|the pair)|bypass (?:it|the edit))(?: (?:where|when|if) (?:it is )?(?:appropriate|justified|supported))?"
    r"|(?:the |a )?pc/tc indicator (?:tells|shows|says) (?:whether|how|if) (?:a|the) code (?:splits|is split|splits into (?:professional and technical|parts))(?: (?:at all|or not))?)$"
)
_OPENERS = r"(?:(?:modifier )?(?:59|x[espu])(?:(?: or |/)(?:59|x[espu]))?|an? (?:x )?modifier|(?:the )?x modifiers)"
_OPENING = re.compile(
    rf"^(?:{_OPENERS} (?:only (?:works?|helps?|applies)|(?:works?|helps?|applies) only) (?:on|for|with|to) (?:an? )?(?:pairs?|edits?) (?:with|of) indicator (?:of )?1"
    rf"|{_OPENERS} (?:is|are) (?:of no use|useless|no help|of no help|pointless) (?:where|when|if) the indicator is 0"
    rf"|{_OPENERS} (?:doesn't|does not|don't|do not|can't|cannot|won't|never) (?:helps?|works?|opens?|appl(?:y|ies)) (?:(?:on|for|to|with) )?(?:an? )?(?:pairs?|edits?) (?:with|of) indicator 0"
    r"|no modifier (?:opens|helps|unlocks|bypasses|works (?:on|for)) (?:an? |any )?(?:pairs?|edits?) (?:with|of) indicator 0)$"
)
_GOOD_RECORDS = re.compile(
    r"^(?:timely|good|clear|complete|consistent|solid|careful|thorough) documentation (?:is (?:always )?(?:key|essential|important|everything)|(?:protects|helps) you(?: in (?:an )?(?:audits?|reviews?))?|matters(?: here| in an audit)?)$|^(?:that|this|it) is (?:more of )?an? documentation (?:question|matter|issue|topic)$"
)
_AUDITED = re.compile(
    r"^(?:this|that|it) is (?:also )?(?:a )?(?:frequent|common|favorite|regular|known) audit (?:target|finding|topic|question|item|focus)$|^expect (?:questions|it to come up) (?:on|in|at) (?:an )?audit$"
)
_ANY_FORM = re.compile(
    "|".join(
        form.pattern
        for form in (_LIMIT, _PAIRS, _UPDATES, _COMPONENTS, _OWNED, _AUDITED, _INDICATORS, _OPENING, _GOOD_RECORDS)
    )
)

_IN_BRACKETS = Seldom(r"\s*\([^()]{0,40}\)", "(")
_QUOTES = Seldom(r'["“”]', *'"“”')


def explains_a_term(plain: str) -> bool:
    """Whether the whole sentence (lower case, without its end) explains a term of the field, rightly."""
    said = _QUOTES.sub("", _IN_BRACKETS.sub("", plain)).strip()
    if _ANY_FORM.match(said):
        return True
    term = _TERM.match(said)
    if term and term["said"] in STANDS_FOR.get(term["term"], ()):
        return True
    place = _PLACE.match(said)
    if place and place["said"] in PLACES.get(place["place"], ()):
        return True
    return _means_modifier(said)


def _means_modifier(said: str) -> bool:
    """ "Modifier 26 is the professional component": in words that the rule book uses of this modifier."""
    match = _MODIFIER.match(said)
    if match is None:
        return False
    if not match["word"] and not match["name"].isalpha():
        return False  # "26 is ...": a number as well
    return _in_our_words(match["said"]) in _called().get(match["name"].upper(), frozenset())


_OUR_WORDS = tuple(
    (re.compile(pattern), ours)
    for pattern, ours in (
        (r"[,;]", " "),
        (r"\b(?:evaluation and management|e/m|e&m|em) (?:services?|visits?)\b|\bvisits?\b", "visit"),
        (r"\bseparately identifiable\b", "separate"),
        (r"\bprocedural\b", ""),
        (r"\b(?:procedures?|services?)\b", "service"),
        (r"\b(?:the|an?)\b", ""),
        (r"\s+", " "),
    )
)


def _in_our_words(said: str) -> str:
    """A title in anybody's wording, brought to the words of the rule book."""
    for pattern, ours in _OUR_WORDS:
        said = pattern.sub(ours, said)
    return said.strip()


@cache
def _called() -> dict[str, frozenset[str]]:
    """By modifier: its name and what else it is called, in lower case."""
    return {
        name: frozenset(_in_our_words(phrase.lower()) for phrase in (one.name, *one.also_called))
        for name, one in modifiers().items()
    }
