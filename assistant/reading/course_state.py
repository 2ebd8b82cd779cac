"""How far a course has come: ended or running, its schedule, the break between sessions, isocenters."""

from __future__ import annotations

import re

from assistant.reading.facts_read import CourseReading, Fact
from assistant.reading.tokens import Tokens

_ENDED = re.compile(
    r"\b(?:all (?:done|finished|completed|complete|through)|(?:course|treatments?|tx|rt|radiation|"
    r"therapy|pt|patient|he|she|they|fx|fractions|all \d+|\d+) "
    r"(?:is |are |was |were |has |have |now |all |just |been ){0,3}(?:done|finished|completed?|"
    r"ended|over)|(?:done|finished|completed) "
    r"(?:with )?(?:the |her |his |their |all |course|treatments?|tx|rt|radiation|therapy|in |on |"
    r"last |yesterday|today|\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|of )|"
    r"(?:stopped|quit|discontinued|terminated|died|expired|withdrew)(?: (?:treatment|tx|rt|early|"
    r"permanently|the course))?(?: (?:after|at|with|on)\b)|"
    r"end of (?:treatment|course|rt)|course ended|wrapped up|ended (?:in|on|early)|whole course|"
    r"entire course|only (?:got|completed|received|had) (?:\d|one|two|three|four))"
)
_ENDED_CLAUSE = re.compile(r"(?:^|[,;.(])\s?(?:now )?(?:all )?(?:done|finished|completed?|ended)(?=\s?(?:[,;.?!)]|$))")
_GOING_ON = re.compile(
    r"\b(?:so far|to date|still (?:on|under|in|being|getting|going|has)|ongoing|on[- ]going|mid[- "
    r"]?course|mid[- ]?treatment|in progress|not (?:yet )?(?:done|finished|complete|completed|"
    r"over)|"
    r"isn't (?:done|finished|over)|hasn't finished|on treatment now|currently (?:on|in|under|"
    r"getting)|under treatment|(?:left|remaining|more) to go|not all done|thus far|unfinished|"
    r"half way|halfway)\b"
)
# The patient, not the day's session: nothing more will be given.
_FOR_GOOD = re.compile(
    r"\b(?:died|deceased|passed (?:away|on)|(?:pt|patient|he|she|they|and|then|but|,)(?: has| had| have)? expired|death|"
    r"(?:to|into|entered|elected|chose|choosing|wants?) hospice|(?:quit(?! smok)|withdrew|dropped out|gave up)\b|"
    r"(?:stopped|discontinued|terminated|ended|abandoned|aborted) (?:early|treatments?|tx|rt|therapy|radiation|permanently|for good|(?:the|her|his|their) (?:course|treatments?|rt))|"
    r"(?:refus|declin)(?:ed|es|ing) (?:the rest|the remaining|any more|more|further|to (?:continue|come back|finish|go on))|"
    r"(?:never|not|didn't|won't|wouldn't) (?:came back|come back|coming back|return(?:ed|ing)?|finish(?:ed)?|resume[ds]?))\b"
)
_CAME_BACK = re.compile(r"(?<!never )(?<!not )\b(?:resum\w+|re-?start\w+|came back|returned|picked up again|back on)\b")
_RULED_OUT = re.compile(
    r"\b(?:must|should|need|has to|when|once|until|unless|before|after|if|be|gets?|how is|can)(?: "
    r"(?:be|the|a|is|it|course|treatment|is it)){0,2}\s?$"
)
_BID = re.compile(
    r"\b(?:bid|b\.i\.d|twice (?:daily|a day|per day|each day)|2x ?/? ?(?:daily|day|a day|per day)|"
    r"2 ?/ ?day|two (?:treatments|fractions|sessions|tx|fx)? ?(?:a|per|each|in one|in a) day|"
    r"2 (?:treatments|fractions|sessions|txs?|fx|times) ?(?:a|per|each|/) ?day|hyperfractionat\w+|q ?6 ?h)\b"
)
_OTHER = re.compile(
    r"\b(?:qod|every other day|every second day|(?:twice|2x|three times|3x|two times) (?:a|per|/) "
    r"?week|twice weekly|3x ?/ ?w(?:ee)?k|2x ?/ ?w(?:ee)?k|once a week fractions|one fraction "
    r"(?:a|per) week)\b"
)
_QD = re.compile(
    r"\b(?:qd|q\.d\.|once daily|once a day|once per day|daily (?:fractions?|fx|treatments?|tx|rt|"
    r"radiation|x ?\d|for \d|schedule|fractionation)|(?:weeks?|wks?|fx|fractions?|treatments?|tx) "
    r"(?:given )?(?:daily|every day)|"
    r"(?:5|five) (?:days|times|x) (?:a|per) week|5x ?/ ?w(?:ee)?k|mon(?:day)?(?: ?- ?| to | "
    r"through )fri(?:day)?|m-f|one (?:fraction|treatment|fx) (?:a|per) day)\b"
)
_BREAK = re.compile(
    r"\b(?:(?:\d+|six|four|eight|five)[ -]?(?:hour|hr|h)s?\b[ -]?(?:break|gap|apart|interval|"
    r"between|in between|rest|or more (?:apart|between))|(?:with )?(?:a )?distinct break|distinct "
    r"sessions?|"
    r"separate sessions|hours apart|break between|with a break|(?:am|morning) and (?:pm|afternoon|"
    r"evening)|am/pm|break in between|gap between)\b"
)
_NO_BREAK = re.compile(
    r"\b(?:no (?:distinct )?(?:break|gap)|without (?:a )?(?:distinct )?(?:break|gap)|back[- ]to[- "
    r"]back|same session)\b"
)
_ONE_OR_MANY_ISOCENTERS = re.compile(
    r"\b(?:single|one|1)(?: isocent\w+)? (?:or|vs\.?|versus|and) (?:multiple|more|two|2|several|many|multi)\b"
)
_MANY_ISOCENTERS = re.compile(
    r"\b(?<!how )(?:multiple|several|many|more than one|more than 1|multi|dual|both|separate|different|"
    r">\s?1|2\+|two or more) ?-?(?:iso(?:cent(?:er|re)s?)?s?)\b"
)
_SINGLE_ISOCENTER = re.compile(r"\b(?:single|mono|same|one|1) ?-?(?:iso(?:cent(?:er|re|ric|red))?)\b")

# A pair of opposed fields looks at one point from two sides; of two targets it tells nothing.
_OPPOSED = re.compile(
    r"^(?!.*\b(?:sites|targets|lesions|areas|mets|bilateral|both|each|two|2 sites)\b).*?"
    r"\b(?P<o>(?:parallel[- ])?opposed (?:lat(?:eral)?s?|ports?|pair|beams?|fields?|ap|pa)|(?:rt/lt|r/l|right[- ]left|bilateral) lats?)\b"
)


def read_state(lower: str, reading: CourseReading) -> None:
    names = {fact.name for fact in reading.facts}
    going_on = _GOING_ON.search(lower)
    ended = next(
        (
            m
            for m in _ENDED.finditer(lower)
            if m.group().startswith("all ") or not _RULED_OUT.search(lower, max(0, m.start() - 24), m.start())
        ),
        None,
    )
    ended = ended or _ENDED_CLAUSE.search(lower)
    if going_on:
        reading.facts.append(Fact("course_ended", False, *going_on.span()))
    elif ended and not names & {"course_ended", "fractions_so_far"}:
        reading.facts.append(Fact("course_ended", True, *ended.span()))
    for value, pattern in (("bid", _BID), ("other", _OTHER), ("qd", _QD)):
        match = pattern.search(lower)
        if match and not any(fact.name == "schedule" for fact in reading.facts):
            reading.facts.append(Fact("schedule", value, *match.span()))
    if match := _NO_BREAK.search(lower):
        reading.facts.append(Fact("distinct_break", False, *match.span()))
    elif match := _BREAK.search(lower):
        reading.facts.append(Fact("distinct_break", True, *match.span()))


def ended_for_good(lower: str) -> bool:
    """Whether the course is over before its plan, because the patient died, left or gave up."""
    left = _FOR_GOOD.search(lower) is not None and _GOING_ON.search(lower) is None
    return left and _CAME_BACK.search(lower) is None


def read_isocenters(tokens: Tokens, reading: CourseReading) -> None:
    lower = tokens.text.lower
    if _ONE_OR_MANY_ISOCENTERS.search(lower):
        reading.alternatives["isocenters"] = (1, 2)
        return
    if match := _MANY_ISOCENTERS.search(lower):  # any number above one is the same to the rules
        reading.facts.append(Fact("isocenters", 2, *match.span()))
        return
    said = [one for one in tokens.numbers if one.noun == "isocenter"]
    if said and said[0].is_count and not (len(said) > 1 and said[1].link in ("or", "-")):
        reading.facts.append(Fact("isocenters", int(said[0].value), said[0].start, said[0].noun_end))
    elif match := _SINGLE_ISOCENTER.search(lower) or _OPPOSED.search(lower):
        reading.facts.append(Fact("isocenters", 1, *match.span()))
