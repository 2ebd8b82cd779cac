"""Words that ask how often a code falls due, or propose it once more: "again", "each", "a weekly code".

They put the counting rule into question, whatever else the sentence says, and never the payment status.
"""

from __future__ import annotations

import re

from assistant.reading.tokens import Tokens

CODE = r"(?:77\d{3}|g\d{4})"
_BILL = r"(?:bill|charge|report|code|count|due|earn|drop|submit|claim)\w*"
_THINGS = (
    r"(?:insertion|implant|application|replan|adapt\w*|re-?sim\w*|sim|simulation|cone ?-?down|boost|phase|call|applicator|"
    r"arc|segment|energy|channel|device|measurement|block|applicators?|check|lesion|site|area|target|patient|pt|course|consult|replacement|mask|resim|scan|visit|case)"
)
HOW_OFTEN = re.compile(
    rf"\b(?:{_BILL}|{CODE}(?:-\w\w)?|it|them|that|this)\b[^.;?!]{{0,40}}\bagain\b|\bagain {CODE}|\bre-?bill\w*\b|"
    rf"\b{CODE}(?:-\w\w)? (?:each|every)\b|\b(?:each|every) time\b|\beach\?|"
    rf"\b(?:each|every|per|any|with each) (?:new |single |separate |extra )?{_THINGS}\b|"
    r"\b(?:each|every) [\w-]+ (?:fraction|fx|session|treatment|field|beam|plan|image|film)\b|"
    r"\b(?:a|the|as) (?:weekly|daily|monthly|per[- ]fraction|per[- ]session|per[- ]course|one[- ]time|once[- ]only|"
    r"once[- ]per[- ]course) (?:code|charge|item|thing|service|fee|one|line)\b|"
    r"\b(?:weekly|daily|per session|per fraction|per course) or (?:weekly|daily|per|once|by)\b|"
    r"\bweeks? (?:or|vs\.?|versus) (?:by |per |every |each )?(?:five|5) |\b(?:five|5) (?:fx|tx|fractions?|treatments?) (?:or|vs\.?|versus) "
    r"(?:by |per |every |each |a |the )?(?:calendar |7 |seven )?(?:weeks?|days)\b|"
    rf"\b{_BILL}\b[^.;?!]{{0,40}}\b(?:this|next|last|that|a short|short|partial|holiday|each|every) week\b|"
    rf"\b(?:another|an? (?:second|2nd|additional|extra|further)|the second|more than one|two|three) {CODE}s?\b|"
    rf"\b{CODE}s?\b[^.;?!]{{0,40}}\b(?:a second time|once more|more than once|twice)\b|"
    r"\b(?:as|is it|are they) routine\b|\broutinely\b|\bon (?:all|every) (?:patients?|pts?|courses?|cases?|plans?)\b"
)
_AGAIN = re.compile(
    rf"\bagain\b|\b(?:anything|any) (?:further|more|else|additional)\b|\bre-?bill\w*\b|\b(?:another|an? (?:second|2nd|additional|extra|further)|the second|more than one) {CODE}s?\b|"
    rf"\b{CODE}s?\b[^.;?!]{{0,40}}\b(?:a second time|once more|more than once|each)\b|"
    rf"\b(?:each|every) (?:time|fraction|fx|session|treatment|tx|day|week|{_THINGS})\b|\beach\?"
)
# A further course, area or tumour earns what a further part of the same course does not.
_ANEW = re.compile(
    r"\b(?:new|another|other|different|separate|second|2nd|next|each|every|per) (?:treatment |full |whole )?"
    r"(?:course|area|site|tumou?r|cancer|primary|diagnosis|disease|patient|pt)s?\b|"
    r"\b(?:re-?irradiat\w*|re-?treat\w*|recurr\w*|other (?:breast|side|lung)|months? (?:later|ago)|years? (?:later|ago))\b"
)
_WEEKS = re.compile(
    r"\b(?:weeks?|weekly|calendar|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|mon|tues?|wed|thurs?|fri|holidays?)\b"
)
_IN_A_WEEK = re.compile(
    r"\b(?:same|one|single|a|each|every|per|this|that|in the) (?:calendar |treatment )?week\b|\bcalendar week\b|\bweekly\b"
)
_DAY = re.compile(r"\b(?:same|one|single|per|a) (?:day|date|dos)\b")
_BILLED = re.compile(
    rf"\b(?:paid|billed|charged|reported|submitted|dropped|sent|claimed)\b(?: (?:out|for|already|us|so far|in))*"
    rf" (?:(?P<before>\d{{1,2}}|one|two|three|four|five|six|seven|eight) ?(?:x|units?(?: of)?)? ?(?P<code>{CODE})\b"
    rf"|(?P<named>{CODE}) ?x ?(?P<after>\d{{1,2}})\b)"
)
_BILLED_AS = re.compile(
    r"\b(?:paid|billed|charged|reported|submitted|sent|claimed) (?:as|for|out as)? ?(?P<n>\d{1,2}|one|two|three|four|five|six|seven|eight)"
    r"(?: (?:units?|times))?(?=[.,;]|$| (?:so far|already|before|and|then|but))"
)
_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
# The code that a question counts; other services in it are what happens around.
_FOCUS = re.compile(
    rf"\b(?:how many(?: units)?(?: of)?|number of|total|another|again|second) {CODE}\b|"
    rf"\b{CODE}(?:-\w\w)? (?:each|every|again|twice|per)\b"
)
_JOINED = re.compile(r"\s*(?:,|/|&|\+|and|or|plus|with|w)\s*(?:the |an? |weekly |daily )*\s*")


def asks_how_often(tokens: Tokens) -> bool:
    """Whether the frequency of a code is in question."""
    return bool(tokens.codes or tokens.services) and HOW_OFTEN.search(tokens.text.lower) is not None


def proposes_again(tokens: Tokens) -> bool:
    """Whether a code is proposed more than once in one course; not for a new course, area or tumour."""
    lower = tokens.text.lower
    return _AGAIN.search(lower) is not None and _ANEW.search(lower) is None


def tells_weeks(tokens: Tokens) -> bool:
    """Whether weeks or their days are told, which a rule that counts fractions must set right."""
    return _WEEKS.search(tokens.text.lower) is not None


def is_within_a_week(tokens: Tokens) -> bool:
    """Whether the units told are those of a week: no limit of one date is held against them."""
    lower = tokens.text.lower
    return _IN_A_WEEK.search(lower) is not None and _DAY.search(lower) is None


def billed_before(tokens: Tokens) -> dict[str, int]:
    """Units that were billed or paid already, by code: "we were paid for 2 x 77427"."""
    found: dict[str, int] = {}
    alone = {one.code for one in tokens.codes}
    if len(alone) == 1 and (told := _BILLED_AS.search(tokens.text.lower)):
        found[alone.pop()] = _WORDS.get(told["n"]) or int(told["n"])
    for match in _BILLED.finditer(tokens.text.lower):
        number = match["before"] or match["after"]
        found[(match["code"] or match["named"]).upper()] = _WORDS.get(number) or int(number)
    return found


def in_focus(tokens: Tokens) -> tuple[str, ...]:
    """The codes by number, where one of them is counted and no service by name is joined to them; else nothing.

    "How many 77280 in one day? HDR applicator checks" counts simulations; the afterloading is not asked about.
    """
    lower = tokens.text.lower
    if not tokens.services or not (_FOCUS.search(lower) or _names_its_code(tokens)):
        return ()
    for code in tokens.codes:
        for service in tokens.services:
            first, last = sorted(((code.start, code.end), (service.start, service.end)))
            if _JOINED.fullmatch(lower[first[1] : last[0]]):
                return ()
    return tuple(dict.fromkeys(code.code for code in tokens.codes))


def _names_its_code(tokens: Tokens) -> bool:
    """ "Ultrasound image guidance 77439": the name right before the number is that code's."""
    lower = tokens.text.lower
    gaps = [lower[service.end : code.start] for code in tokens.codes for service in tokens.services]
    return any(gap in (" ", " (", ", cpt ", " cpt ") for gap in gaps)
