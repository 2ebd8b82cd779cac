"""Codes and modifiers as they stand in a text, for the metadata of a passage.

A code is an exact token: five characters, a CPT number or a HCPCS letter and four digits. A written series such
as "77385/6" is spelt out; a range such as "77402-77412" gives only its two ends,
because a range also spans numbers that were never codes. Which of them are, the caller has to know.
"""

import re
from collections.abc import Iterable

# A number after a currency sign, a point or a comma is money or a fraction of something, never a code;
# two capitals and a space before five digits are a state and its ZIP code. CT is a scan: Connecticut's begin with 0.
CODE = re.compile(
    r"(?:(?<=\bCPT)|(?<![\w$€.,#])(?<![.,]\d)(?:(?<!\b[A-Z]{2} )|(?<=\bCT )(?!0)))"
    r"([A-V]\d{4}|\d{4}[A-Z]|\d{5})(?![\w%]|[.,]\d)"
)
SERIES = re.compile(r"(?P<first>\b\d{5})(?P<rest>(?:/\d{1,2}\b)+)(?!\d|/)")
RANGE = re.compile(
    r"(?<![\w$€.,#])(?P<first>[A-V]\d{4}|\d{5})(?: ?[-–] ?| (?:to|through) )(?P<last>[A-V]\d{4}|\d{5})(?![\w%]|[.,]\d)"
)
MODIFIER_AFTER_CODE = re.compile(r"\b(?:[A-V]\d{4}|\d{5})-(?P<modifier>\d{2}|[A-Z][A-Z0-9])\b")
MODIFIER_NAMED = re.compile(
    r"\b[Mm]odifiers?[\s:]+(?P<list>(?:-?(?:\d{2}|[A-Z][A-Z0-9])\b(?:,?\s+(?:and|or)\s+|[,/]\s*)?)+)"
)
MODIFIER_BEFORE_WORD = re.compile(r"(?<![\w$.,-])(?P<modifier>\d{2}|[A-Z][A-Z0-9]) modifier\b")
ONE_MODIFIER = re.compile(r"\d{2}|[A-Z][A-Z0-9]")


def codes_in(text: str) -> tuple[str, ...]:
    """Every code the text writes, in order and once each: "77385/6" gives 77385 and 77386."""
    found = [(match.start(), match.group(1)) for match in CODE.finditer(text)]
    found += [member for match in SERIES.finditer(text) for member in _members(match)]
    found.sort(key=lambda pair: pair[0])
    return tuple(dict.fromkeys(code for _, code in found))


def codes_between(text: str, known: Iterable[str]) -> tuple[str, ...]:
    """Those of the known codes that a range in the text spans: "G6001 to G6017" is also about G6015."""
    ranges = [(match["first"], match["last"]) for match in RANGE.finditer(text)]
    return tuple(code for code in known if any(first < code < last and first[0] == code[0] for first, last in ranges))


def modifiers_in(text: str) -> tuple[str, ...]:
    """Every modifier the text writes behind a code ("77387-26") or beside the word ("modifiers 26 and TC")."""
    found = [match["modifier"] for match in MODIFIER_AFTER_CODE.finditer(text)]
    found += [one for match in MODIFIER_NAMED.finditer(text) for one in ONE_MODIFIER.findall(match["list"])]
    found += [match["modifier"] for match in MODIFIER_BEFORE_WORD.finditer(text)]
    return tuple(dict.fromkeys(found))


def _members(series: re.Match[str]) -> list[tuple[int, str]]:
    first = series["first"]
    tails = series["rest"].strip("/").split("/")
    return [(series.start(), first)] + [(series.start() + 5, first[: -len(tail)] + tail) for tail in tails]
