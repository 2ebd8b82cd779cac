"""A count in few words, spelled out: "three of them", "15, all 77407", and what fractions left over add."""

# ruff: noqa: E501 - patterns: one thought, one line
from __future__ import annotations

import re

from assistant.checking.asked_columns import CODE, NUMBER
from assistant.checking.questions import Asked
from assistant.reading.patterns import Seldom

_ENDS = r"(?=[.,;:!]|\s[-–—]|\W*$)"
_OF_THEM = Seldom(
    rf"(?:(?<=^)|(?<=carries )|(?<=carry )|(?<=bears )|(?<=bills )|(?<=bill )|(?<=reports )|(?<=report )|(?<=shows )|(?<=charges )|(?<=submits )|(?<=lists ))(?P<n>{NUMBER}) of (?:them|those|these){_ENDS}",
    "of the",
    flags=re.I,
)
_ALL_OF_A_CODE = Seldom(
    rf"^\W*(?:a total of |in total,? )?(?P<n>{NUMBER})(?: (?:delivery |treatment )?(?:units?|charges?|lines?))?,? all (?:of them |as |under |with |of )?(?P<code>{CODE})(?=[.!]?\W*$)",
    " all ",
    flags=re.I,
)
_ALL_THEY_BEAR = Seldom(
    rf"(?:(?<=^)|(?<=[-–—] )|(?<=[,;:] ))(?P<n>{NUMBER})(?: units?)? is all (?:that |which )?(?:the |your |these )?(?P<fx>{NUMBER}) (?:fractions|treatments|sessions|fx) (?:can |could |will |would )?(?:bear|carry|support|give|make|yield|earn|hold|justify|produce)s?{_ENDS}",
    "is all",
    flags=re.I,
)
# "28 -> 6", "28 fx > six": of the course that was told.
_ARROW = re.compile(
    rf"^\W*(?P<fx>\d{{1,3}})(?: (?:fx|fxs|fractions|treatments|sessions|tx))? ?(?:->|=>|→|>) ?(?={NUMBER}\b)", re.I
)
_COMES_TO = re.compile(
    rf"^\W*(?:make (?:it|that)|call it|that(?:'d| would| will|'ll) be|that makes|that comes to|it comes to|so that(?:'s| is)) (?P<n>{NUMBER})(?= units?\b|[.,;:!]|\s[-–—]|\W*$)",
    re.I,
)
_NOTHING = re.compile(
    rf"^\W*(?:(?:it|that|they|those|this|that one) (?:adds?|brings?|gives?|makes?) )?(?:nothing(?: (?:extra|more|at all))?|none|no (?:more|extra|further) unit){_ENDS}",
    re.I,
)
_ONE = re.compile(
    rf"^\W*(?:(?:it|that|they|those|this|that one) (?:adds?|brings?|gives?|makes?) )?(?:one|1|a)(?: (?:more|extra|further))?(?: units?)?(?: (?:of )?(?P<code>{CODE}))?{_ENDS}",
    re.I,
)


def spelled_count(said: str, asked: Asked, fractions: int | None) -> str:
    """The sentence with such a count in full; any other as it is."""
    arrow = _ARROW.match(said)
    if arrow and int(arrow["fx"]) == fractions:
        return f"{fractions} fractions make {said[arrow.end() :]}"
    said = _ALL_THEY_BEAR.sub(lambda found: f"{found['fx']} fractions make only {found['n']}", said)
    if asked.left and (none := _NOTHING.match(said)):
        return f"The {asked.left} left over {_adds(asked.left)} nothing{said[none.end() :]}"
    if asked.left and (one := _ONE.match(said)) and one["code"] in (None, *asked.codes):
        return f"The {asked.left} left over {_adds(asked.left)} one unit{said[one.end() :]}"
    if asked.kind not in ("units", ""):
        return said
    if comes := _COMES_TO.match(said):
        return comes["n"] + said[comes.end() :]
    if told := _ALL_OF_A_CODE.match(said):
        return f"{told['n']} units of {told['code']}{said[told.end() :]}"
    return _OF_THEM.sub(lambda found: found["n"], said) if len(asked.codes) == 1 else said


def _adds(number: str) -> str:
    return "adds" if number == "1" else "add"
