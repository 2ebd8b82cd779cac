"""Codes as they stand in a text: alone, with modifiers, in series, in ranges, and near misses.

A near miss (77418, 7741, 77147, 774170) is reported as what was written; nothing is ever corrected silently.
"""

from __future__ import annotations

import re
from typing import Literal

from assistant.reading.fixed import fixed
from assistant.reading.known_codes import ENDED_BEFORE_2015, KNOWN, MODIFIERS, OTHER_FIELD_77, within_range
from assistant.reading.text import Text

Standing = Literal["known", "ended", "other_field", "unknown", "suspicious"]
MOST_OF_A_RANGE = 12


@fixed
class CodeMention:
    """A code as written; `start` and `end` count in `Text.plain` and leave modifiers out."""

    code: str
    start: int
    end: int
    standing: Standing
    modifiers: tuple[str, ...] = ()
    modifiers_end: int = 0  # where "-26-59" behind the code ends; `end` when there is none
    link: str = ""  # how it is joined to the code before: "/", ",", "and", "or", "range"


_HEAD = re.compile(
    r"(?=[\da-v]\d{3})(?:(?<![\w.$€£^])|(?<=cpt)|(?<=hcpcs)|(?<=code))(?P<head>\d{5}|[a-hj-mp-v]\d{4}|"
    r"\d{4}[tfu])(?![\da-rt-wyz_]|s\w|x(?!\d)|\.\d)"
)
_MODIFIER = re.compile(r"\s?-\s?(?P<m>\d\d|[a-z][a-z0-9])(?![\w%])")
_SPACED_MODIFIER = re.compile(
    r" (?P<m>26|59|76|77|tc|x[epsu])(?![\w%.]\w|[\w%]|,\d)(?! ?[/x×-] ?\d)(?! ?(?P<noun>[a-z]+))?"
)
_SHORT = re.compile(r"(?P<sep>\s?[/-]\s?|,\s?)(?P<tail>\d{1,2})(?![\w.%]\w|[\w%])")
_AND_SHORT = re.compile(r"(?P<sep>,?\s(?:and|or|&)\s)(?P<tail>\d\d)(?![\w%/])")
# "moved from 77386 to 77407": the old code and the new one, no range.
_CHANGED = re.compile(
    r"\b(?:mov|chang|switch|migrat|transition|crosswalk|convert|shift|gone|went)\w* (?:over )?from (?:the )?(?:old )?(?:cpt )?(?:codes? )?(?:[\w/,]+ (?:and |or )?)?$"
)
_RANGE = re.compile(r"\s?(?:-|to|thru|through)\s?(?P<last>\d{5}|[a-h]\d{4})(?![\w])")
_NEAR = re.compile(
    r"(?<![\w.$€£#^/-])(?:77\d\d|77\d{4,5}|g\d{3}|g\d{5,6})(?![\w/]|[.,-]\d)(?!\s?(?:c?gy|fx|frac|treat|pat))"
)
_SPACED = re.compile(
    r"(?<![\w.-])(?:7[ .]7[ .]\d[ .]\d[ .]\d|77 \d{3}|77\d \d\d|g[ .]?6[ .]?0[ .]\d[ .]\d|g "
    r"60\d\d)(?![\w.]\w|\w)"
)
_LETTERS_IN_NUMBER = re.compile(r"(?<!\w)(?=[7g]\d*[oil])(?:77[2-7oil][\doil]{2}|g6[0o][\doil]{2})(?!\w)")
_CUE = re.compile(r"(?:\b(?:cpt|hcpcs|codes?|bill|billing|procedure|units? of|proc)[\s:#]{1,3})$")
_GAP_LINK = re.compile(
    r"\s*(?:(?P<slash>/)|(?P<comma>,)?\s*(?P<word>and|or|&|plus|with|vs\.?|versus|to)?)\s*(?:cpt|code)?\s*$"
)
_UNIT_NOUNS = (
    "fx",
    "fr",
    "unit",
    "fract",
    "treat",
    "sess",
    "day",
    "week",
    "time",
    "film",
    "image",
    "x",
    "tx",
    "of",
    "u",
)


def find_codes(text: Text) -> list[CodeMention]:
    """Every code and near miss in reading order. Linear in the length of the text."""
    mentions: list[CodeMention] = []
    end = 0
    for match in _HEAD.finditer(text.lower):
        if match.start() < end:
            continue
        head = match["head"].upper()
        standing = _standing(head, text.lower[max(0, match.start() - 16) : match.start()])
        if standing is None:
            continue
        link = _link(text.lower, mentions, match.start())
        series = _series(text.lower, CodeMention(head, match.start(), match.end(), standing, (), match.end(), link))
        mentions += series
        end = max(one.modifiers_end for one in series)
    taken = {(one.start) for one in mentions}
    mentions += [one for one in _near_misses(text.lower) if one.start not in taken]
    return sorted(mentions, key=lambda one: one.start)


def _standing(code: str, before: str) -> Standing | None:
    """None when five digits are no code at all: a ZIP code, a number of patients."""
    if code in KNOWN:
        return "known"
    if code in ENDED_BEFORE_2015:
        return "ended"
    if code in OTHER_FIELD_77 or code.startswith("99") or not code[:5].isdigit():
        return "unknown" if code.startswith(("G60", "G03")) else "other_field"
    if code.startswith("77"):
        return "unknown"
    return "other_field" if code.startswith("7") or _CUE.search(before) else None


def _series(lower: str, first: CodeMention) -> list[CodeMention]:
    """The code with what hangs on it: "-26-59", "/6", "-6", "-77412", ", 07 and 12"."""
    series, at = [first], first.end
    while True:
        last = series[-1]
        if (match := _RANGE.match(lower, at)) and not (
            "-" not in match.group() and _CHANGED.search(lower, 0, last.start)
        ):
            series += _range(last, match["last"].upper(), match)
            at = match.end()
        elif short := _short(lower, at, last):
            series.append(short)
            at = short.end
        elif modifier := _modifier(lower, at):
            series[-1] = _with_modifier(last, modifier["m"].upper(), modifier.end("m"))
            at = modifier.end("m")
        else:
            return series


def _range(first: CodeMention, last: str, match: re.Match[str]) -> list[CodeMention]:
    between = within_range(first.code, last)
    if len(between) > MOST_OF_A_RANGE:
        between = (last,)
    ends = [code for code in between if code not in (first.code, last)]
    inner = [
        CodeMention(code, match.start("last"), match.end("last"), "known", (), match.end("last"), "range")
        for code in ends
    ]
    standing = _standing(last, "code ") or "unknown"
    return [
        *inner,
        CodeMention(last, match.start("last"), match.end("last"), standing, (), match.end("last"), "range"),
    ]


def _short(lower: str, at: int, last: CodeMention) -> CodeMention | None:
    match = _SHORT.match(lower, at) or _AND_SHORT.match(lower, at)
    if not match:
        return None
    code = last.code[: -len(match["tail"])] + match["tail"]
    separator = match["sep"].strip()
    if code not in KNOWN or code == last.code:
        return None
    if separator == "-" and match["tail"].upper() in ("26", "59", "76", "77"):
        return None
    if separator == "-" and match["tail"] in MODIFIERS and code < last.code:
        return None  # "77427-25": no range runs backwards
    if separator not in ("/", "-") and not _more_of_a_list(lower, match, last):
        return None
    link = {"-": "range", "/": "/", ",": ","}.get(separator, separator.strip(", "))
    return CodeMention(code, match.start("tail"), match.end("tail"), "known", (), match.end("tail"), link)


def _more_of_a_list(lower: str, match: re.Match[str], last: CodeMention) -> bool:
    """ "77402, 07 and 12" is a list; "77427, 28 fractions" is not."""
    following = lower[match.end() : match.end() + 8].lstrip(" ,")
    if following.startswith(_UNIT_NOUNS):
        return False
    return last.end - last.start == 2 or following.startswith(("and ", "or ", "& "))


def _modifier(lower: str, at: int) -> re.Match[str] | None:
    match = _MODIFIER.match(lower, at) or _SPACED_MODIFIER.match(lower, at)
    if not match or match["m"].upper() not in MODIFIERS:
        return None
    following = lower[match.end("m") : match.end("m") + 10].lstrip(" -")
    is_count = match["m"].isdigit() and " " in match.group() and following.startswith(_UNIT_NOUNS)
    return None if is_count else match


def _with_modifier(one: CodeMention, modifier: str, end: int) -> CodeMention:
    return CodeMention(one.code, one.start, one.end, one.standing, (*one.modifiers, modifier), end, one.link)


def _near_misses(lower: str) -> list[CodeMention]:
    near = [_mention(match, "unknown") for match in _NEAR.finditer(lower)]
    spaced = [_mention(match, "suspicious") for match in _SPACED.finditer(lower)]
    letters = [_mention(match, "suspicious") for match in _LETTERS_IN_NUMBER.finditer(lower)]
    return near + spaced + letters


def _mention(match: re.Match[str], standing: Standing) -> CodeMention:
    return CodeMention(match.group().upper(), match.start(), match.end(), standing, (), match.end())


def _link(lower: str, mentions: list[CodeMention], start: int) -> str:
    if not mentions or start - mentions[-1].modifiers_end > 20:
        return ""
    match = _GAP_LINK.match(lower[mentions[-1].modifiers_end : start])
    if not match:
        return ""
    return match["slash"] or match["word"] or match["comma"] or ""
