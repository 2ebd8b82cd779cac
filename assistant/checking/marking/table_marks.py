"""Figures of the CMS and NCCI tables as a text prints them: status letters, component and pair indicators, columns, APCs."""

# ruff: noqa: E501 - patterns: one thought, one line
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from assistant.reading.patterns import Seldom

STATUS_LETTER = Seldom(
    r"\b(?:status|si|indicator)(?: indicator| code| letter| of)?(?: is)?[ :=\"'(]{1,3}(?P<letter>[a-z]\d?)(?![\w'])",
    *("status", "indicator", "si ", "si:", "si=", 'si"', "si'", "si("),
)
# The letter stands apart from its word; only a capital is a letter and no article.
STATUS_APART = Seldom(
    r"\b[Ss]tatus\b(?: indicator| letter| code)?(?: in the [\w ]{1,30}| of [\w-]+| for [\w-]+)? (?:is|was|stays|remains|became|reads)(?: still| now)? (?P<letter>[A-Z]\d?)(?![\w'-])"
    r"|\b(?:[Pp]ackaged|[Bb]undled),? (?:\(|status )(?P<inside>[A-Z]\d?)\)?(?![\w'])"
    r"|(?<![\w-])(?P<before>[A-Z]\d?)[- ]status\b|(?<![\w-])(?P<listed>[A-Z]\d?),? (?:and )?APC\b"
    r"|\b(?:carr(?:y|ies)|has|have|is|are|both|a|comprehensive) (?P<bare>J[12]|Q[1-4])(?![\w'-])",
    *"tatus ackaged undled APC J1 J2 Q1 Q2 Q3 Q4".split(),
)
# "OPPS flags 77427 as B", "under OPPS 77417 shows N": beside the name of a system the letter is one of its statuses.
STATUS_SHOWN = Seldom(
    r"\b(?:shows|flags|lists|marks|tags|labels|prints|carries|rates|classifies|classes|puts|is (?:flagged|listed|marked|tagged|labell?ed|printed|classified|classed))"
    r"(?: [\dG]\d{4}| it)?(?: (?:as|with|at))? (?:an? )?(?P<letter>[ABCEIMNPRSTVX]|E1|Q[1-4]|J[12])(?=[.,;:)]|$| (?:in|for|on|under|from|since|so|because|there|throughout|through)\b)",
    *"shows flag list mark tag label print carries rates class puts".split(),
)
SYSTEM_NAMED = re.compile(r"\b(?:h?opps|m?pfs|fee schedule|addendum b)\b")
PC_TC = Seldom(r"\b(?:pc/tc|pctc)(?: (?:indicator|value|of|is|status))*[ :=]{1,3}(?P<n>\d)\b", "pc/tc", "pctc")
INDICATOR = Seldom(
    r"\b(?:modifier |ncci |edit )?indicator(?: (?:for|of) (?:the|this|that) (?:pair|edit))?(?: is| of| being| was)?(?: a)?[ :=\"'(-]{1,3}(?P<n>\d)\b",
    "indicator",
)
INDICATOR_OF_CODES = Seldom(
    r"(?<!pc/tc )(?<!status )\bindicator (?:for|of|on) (?:the pair )?\d{5}(?:/| and | with |-)\d{5}(?: is|:| =) (?:a )?(?P<n>[01])\b",
    "indicator",
)
# "A 0 edit", "77290/77285 is a 0": the figure of a pair, told without the word indicator.
FIGURE_OF_PAIR = Seldom(
    r"(?<=\ba )(?P<n>[01])(?=[ -](?:ncci |ptp )?(?:edit|pair)\b)"
    r"|\b[a-z]?\d{4,5} ?/ ?[a-z]?\d{4,5} (?:is|was|carries|reads)(?: an?)? (?P<told>[01])(?=[.,;)]|$)"
    r"|\b(?:edit|pair)(?: between (?:them|these|those|the two|these two|those two|both))? (?:has|is|carries|reads)(?: an?)? (?P<held>[01])(?=[.,;:)]|$)",
    *"edit pair /".split(),
)
COLUMN = Seldom(r"\bcolumn[ -]?(?P<n>1|2|one|two)(?: code| position| side)?\b", "column")
APC = Seldom(
    r"\b(?P<c>comprehensive )?apc[ :#(]{1,2}(?P<n>\d{4})\b"
    r"|\b(?P<c2>comprehensive )?apc \((?P<l>[a-z]\d?), ?(?P<n2>\d{4})\)"
    r"|\b(?P<n3>\d{4}),? (?:is )?an? (?P<c3>comprehensive )?apc\b",
    "apc",
)
COMPREHENSIVE = Seldom(r"\bcomprehensive (?:j1\b(?: service)?|apc\b(?! ?[#:(]?\d{4}))", "comprehensive")
PRICED = Seldom(
    r"\b(?:carrier|contractor|mac)[ -]priced\b|\bpriced by (?:the |your |its |each )?(?:carriers?|contractors?|macs?)\b",
    "priced",
)
GLOBAL_DAYS = Seldom(
    r"\b(?:global (?:surgery |surgical )?(?:period|days|package)(?: of \d{5})?(?: (?:is|was|of|are|equals))* ?[:=]? ?)?(?P<printed>000|010|090|xxx|zzz|yyy)\b(?: global)?(?: days?| period)?"
    r"|\bglobal (?:surgery |surgical )?(?:period|days|package)(?: of \d{5})?(?: (?:is|was|of|are|equals))* ?[:=]? ?(?P<days>0|zero|10|ten|90|ninety)(?:[ -]days?)?\b"
    r"|\b(?P<before>0|zero|10|ten|90|ninety)[ -]days? global(?: surgery| surgical)?(?: period| package)?\b",
    *"global 000 010 090 xxx zzz yyy".split(),
)
PRINTED = {"0": "000", "zero": "000", "10": "010", "ten": "010", "90": "090", "ninety": "090"}
COLUMNS = {"one": "1", "two": "2"}


def table_figures(lower: str) -> Iterator[tuple[str, Any, int, int]]:
    """Kind, value, start and end of each figure, the most telling first."""
    for one in PC_TC.finditer(lower):
        yield "PCTC", one["n"], one.start(), one.end()
    for one in INDICATOR.finditer(lower):
        yield "INDICATOR", one["n"], one.start(), one.end()
    for one in INDICATOR_OF_CODES.finditer(lower):
        yield "INDICATOR", one["n"], one.start("n"), one.end("n")
    for one in FIGURE_OF_PAIR.finditer(lower):
        name = one.lastgroup or "n"
        yield "INDICATOR", one[name], one.start(name), one.end(name)
    for one in COLUMN.finditer(lower):
        yield "COLUMN", COLUMNS.get(one["n"], one["n"]), one.start(), one.end()
    for one in GLOBAL_DAYS.finditer(lower):
        said = one["printed"] or PRINTED[one["days"] or one["before"]]
        yield "GLOBAL_DAYS", said.upper(), one.start(), one.end()
    for one in APC.finditer(lower):
        comprehensive = bool(one["c"] or one["c2"] or one["c3"])
        value = (one["n"] or one["n2"] or one["n3"], (one["l"] or "").upper(), comprehensive)
        yield "APC", value, one.start(), one.end()


def status_letters(plain: str, lower: str) -> Iterator[tuple[str, int, int]]:
    """Status letters with their places."""
    for one in STATUS_LETTER.finditer(lower):
        yield one["letter"].upper(), one.start(), one.end()
    for one in COMPREHENSIVE.finditer(lower):
        yield "J1", one.start(), one.end()
    for one in PRICED.finditer(lower):
        yield "C", one.start(), one.end()
    for one in STATUS_APART.finditer(plain):
        name = one.lastgroup or "letter"
        yield one[name], one.start(name), one.end(name)
    if SYSTEM_NAMED.search(lower):
        for one in STATUS_SHOWN.finditer(plain):
            yield one["letter"], one.start("letter"), one.end("letter")
