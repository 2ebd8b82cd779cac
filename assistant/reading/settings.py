"""Where the service is given: names of places and place-of-service numbers."""

from __future__ import annotations

import re

from assistant.reading.lexicon import Found, Lexicon
from assistant.reading.patterns import Seldom
from assistant.reading.text import Text

SETTINGS = Lexicon(
    {
        "freestanding": "freestanding | free standing | freestand | stand alone center | standalone | free standing "
        "center | fsc | "
        "freestanding center | freestanding clinic | independent center | independent radiation "
        "center | idtf",
        "office": "office | physician office | doctor's office | physician's office | private practice | "
        "office based | "
        "physician practice | derm practice | dermatology practice | private office | non facility | nonfacility | outside the hospital",
        "hospital_outpatient": "hopd | hospital outpatient | hospital outpatient department | outpatient hospital | opd | "
        "hospital opd | outpatient department | on campus | off campus | oncampus | offcampus | "
        "provider based | provider based department | "
        "pbd | hospital based | hospital | hospital setting | hosp | hosp outpatient | opps | "
        "hospital dept | hospital department | hospital clinic | hospital outpatient clinic | "
        "hospital owned | hospital outpt | hosp outpt | outpt hospital | outpatient facility | "
        "critical access hospital | cah | hopps",
        "hospital_inpatient": "inpatient | hospital inpatient | inpt | inpatient hospital | admitted | hosp inpatient | "
        "ipps",
        "asc": "asc | ambulatory surgery center | ambulatory surgical center | surgery center | surgicenter",
        "snf": "snf | skilled nursing | skilled nursing facility | nursing facility | nursing home",
    }
)
PLACES_OF_SERVICE = {
    "11": "office",
    "19": "hospital_outpatient",  # off-campus
    "22": "hospital_outpatient",  # on-campus
    "21": "hospital_inpatient",
    "24": "asc",
    "31": "snf",
    "32": "snf",
    "49": "freestanding",  # independent clinic
}
_POS = Seldom(
    r"\b(?:pos|place of service)(?: code)?(?: is)?\s{0,2}[:#=-]?\s{0,2}(?P<number>\d{2})(?!\w|\.\d|/\d(?!\d(?![\d/])))",
    "pos",
    "place of service",
)
_AND_POS = re.compile(
    r"\s?(?:,|/|,? ?\bor|,? ?\band) ?(?P<number>\d{2})(?![\w/.]\d|\w| (?:units?|fractions?|sessions?|days?|times)\b)"
)
_NOT = re.compile(
    r"\b(?:not|non|isn't|no|rather than|instead of|outside)(?: (?:a|an|the|in|at|in a|in an|in "
    r"the|of))?[\s-]$"
)
_NO_PLACE = Seldom(
    r"\b(?:office|hospital) (?:visit|staff|manager|hours|stay|bills? (?:say|tell)|system policy|physicist)|"
    r"\b(?:hospital|office) (?:billing|coding) (?:office|dept|department|staff)|\bback office|"
    r"\bbilling office",
    "office",
    "hospital",
)


def find_settings(text: Text) -> list[Found[str]]:
    """Every place named that the text does not rule out ("not in a hospital"), in reading order."""
    skipped = {match.start() for match in _NO_PLACE.finditer(text.lower)}
    found = [
        one
        for one in SETTINGS.find(text)
        if one.start not in skipped and not _NOT.search(text.lower, max(0, one.start - 24), one.start)
    ]
    numbered = [one for one in find_places_of_service(text) if one.value in PLACES_OF_SERVICE]
    found += [Found(PLACES_OF_SERVICE[one.value], one.start, one.end) for one in numbered]
    return sorted(found, key=lambda one: one.start)


def find_places_of_service(text: Text) -> list[Found[str]]:
    """Every place-of-service number, known or not, so that nobody takes it for a count."""
    found = []
    for match in _POS.finditer(text.lower):
        found.append(Found(match["number"], match.start(), match.end()))
        more = _AND_POS.match(text.lower, match.end())
        while more and more["number"] in PLACES_OF_SERVICE:  # "POS 19 or 22"
            found.append(Found(more["number"], more.start("number"), more.end()))
            more = _AND_POS.match(text.lower, more.end())
    return found
