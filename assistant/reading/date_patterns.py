"""The ways of writing one date, as patterns on lower-case text."""

from __future__ import annotations

import re

from assistant.reading.patterns import Seldom

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
NAME = (
    r"(?P<month>jan(?:uary)?|feb(?:r?uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
)
COUNTED = (
    r"(?!\s?-?(?:x\b|fx|fr\b|frac|tx|treat|sess|units?\b|film|image|port|u\b|gy|cgy|patient|days?\b|"
    r"weeks?\b|daily|times?\b|of\b|so\b|%|more|planned|total|/\s?\d))"
)
YEAR = r"(?:20\d\d|19\d\d)"
PATTERNS = {
    "iso_day": Seldom(
        rf"(?<![\w/-])(?<!\d\.)(?P<y>{YEAR})(?P<s>[-/.])(?P<m>\d{{1,2}})(?P=s)(?P<d>\d{{1,2}})(?![\w/]|-\d)",
        "20",
        "19",
    ),
    "us_day": Seldom(
        r"(?<![\w/.])(?P<m>\d{1,2})(?P<s>[-/.])(?P<d>\d{1,2})(?P=s)(?P<y>\d{4}|'?\d\d)(?![\w/]|[.,]\d)",
        "/",
        "-",
        *(f".{digit}" for digit in "0123456789"),
    ),
    "compact": Seldom(
        r"(?<![\w.-])(?P<y>20[0-4]\d)(?P<m>0\d|1[0-2])(?P<d>[0-3]\d)(?![\w.-]\d|\w)",
        "20",
    ),
    "iso_month": Seldom(
        rf"(?<![\w/-])(?<!\d\.)(?P<y>{YEAR})-(?P<m>\d{{2}})(?![\w/]|-\d)",
        "20",
        "19",
    ),
    "us_month": Seldom(
        rf"(?<![\w/.])(?P<m>\d{{1,2}})[/-](?P<y>{YEAR})(?![\w/]|-\d(?!\d?/20))",
        "/20",
        "/19",
        "-20",
        "-19",
    ),
    "name_days": Seldom(
        rf"(?<![\w]){NAME}\s?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s?(?:-|to|through|"
        rf"thru)\s?(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?![\w/]){COUNTED}"
        rf"(?:,?\s(?P<y>{YEAR}|'\d\d)(?!\w))?",
        *MONTHS,
    ),
    "name_day": Seldom(
        rf"(?<![\w]){NAME}[\s-]?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?!\w|"
        rf"[./:]\d){COUNTED}(?:,?[\s-](?:of\s)?(?P<y>{YEAR}|'\d\d)(?!\w){COUNTED})?",
        *MONTHS,
    ),
    "day_name": Seldom(
        rf"(?<![\w/.$-])(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\sof)?[\s-]{NAME},?[\s-]?(?P<y>{YEAR}|"
        rf"'\d\d|(?<=-)\d\d)?(?!\w)",
        *MONTHS,
    ),
    "name": Seldom(
        rf"(?<![\w])(?:(?P<which>last|this|next|past)\s)?(?:early |late |mid-? ?)?{NAME}(?:(?:,?\s|"
        rf"-)?(?:of\s)?(?P<y>{YEAR}(?!\s?-?(?:fx|fract)|\d)|'\d\d))?(?!\w)",
        *MONTHS,
    ),
    "quarter": Seldom(
        rf"(?<!\w)(?:q(?P<q>[1-4])|(?P<q2>[1-4])q|(?P<q3>first|second|third|fourth|1st|2nd|3rd|4th) "
        rf"quarter)(?:\s?(?:of\s)?(?:cy\s?)?(?P<y>{YEAR}|'?\d\d))?(?!\w)",
        "quarter",
        *(f"q{n}" for n in "1234"),
        *(f"{n}q" for n in "1234"),
    ),
    "year": Seldom(
        r"(?:(?<![\w/.$#,-])|(?<=pre-)|(?<=post-))(?:(?:early|late|mid|cy)[- "
        r"]?)?(?P<y>20[0-4]\d)(?![\w/%]|[.,-]\d)"
        + rf"(?:(?<=\bin 20\d\d)(?!\s?-?(?:x\b|u\b|units?\b|%|so\b|more\b|/\s?\d))|{COUNTED})",
        "20",
    ),
    "relative": Seldom(
        r"(?<!\w)(?:(?P<which>this|last|next|current|previous|prior|past) (?P<what>week|month|quarter|"
        r"(?:calendar )?year)|"
        r"(?P<day>today|yesterday|tomorrow|currently|nowadays|right now|these days|at present))(?!\w)",
        "week",
        "month",
        "quarter",
        "year",
        "day",
        "tomorrow",
        "current",
        "now",
        "at present",
    ),
    "month_day": Seldom(
        r"(?<![\w/.-])(?P<m>\d{1,2})/(?P<d>\d{1,2})(?![\w/]|[.,]\d)" + COUNTED,
        "/",
    ),
}
MAY_NEEDS = re.compile(
    r"(?:\b(?:in|last|next|this|since|before|after|until|through|thru|finished|ended|of|by|during|"
    r"from|to|and|for|early|late|mid|completed|april|june|started|dos|ending)|[-/&])[\s-]{1,2}$"
)
ENDS_LATER = re.compile(r"\s?(?:-|to|through|thru|until)\s?\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?!\d)")
DAY_NEEDS = re.compile(
    r"\b(?:dos|dates? of service|on|from|through|thru|until|till|since|before|after|finished|"
    r"ended|ending|started|starting|seen|treated|to|completed)[\s:]{1,2}$"
)
