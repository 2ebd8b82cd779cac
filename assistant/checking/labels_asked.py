"""A bare label as the sentence it stands for beside its question: "77290: 26", where modifiers were asked for.

Each of these is the whole of its line up to a comma, a full stop or a bracket, so that nothing is lost; what stands
behind is read as the rest of the sentence that is made.
"""

# ruff: noqa: E501 - patterns and lists of phrases: one thought, one line
from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from assistant.checking.judging.extents import served
from assistant.checking.questions import Asked
from assistant.reading.number_words import TENS, WORDS, number
from assistant.rules.codes import successors
from corpus.rulebook import Dated, entry

_CODE = r"(?:\d{5}|[A-Z]\d{4})"
_CODES = rf"{_CODE}(?:(?:, (?:and )?| and | or |/|, or )(?:by )?{_CODE})*"
_LED = r"^\s*(?:[-*+•–]\s+)?[*_]{0,2}"
_SIGN = r"[*_]{0,2}\s?(?::|->|→|=|[-–—](?=\s))[*_]{0,2}\s*"
_END = r"(?=\s*(?:[,;.(]|$))"
# "G6001 used with superficial therapy: 77439"; "| 77014 | 77387 |" under "2025 | 2026"
_USE = r"(?P<use>,? (?:when |if )?(?:used |billed )?(?:with|for|in|beside) [a-z][a-z /-]{2,40})?"
_CELL = r";\s(?:for (?:20\d\d|new|now|today|replacement|successor)(?: codes?)?, )?"
_OLD = re.compile(
    rf"{_LED}(?P<old>{_CODES}){_USE}(?:{_SIGN}|{_CELL})(?:now |either |gone, now |ended, now )?(?P<new>{_CODES}){_END}(?P<rest>.*)$",
    re.S,
)
_SAME = re.compile(
    rf"{_LED}(?P<codes>{_CODES}){_SIGN}(?:no changes?|unchanged|not changed|not affected|unaffected|(?:the )?same(?: code)?|stays(?: the same| as is)?)"
    r"(?:, (?:and )?(?:is |are )?still (?:valid|active|in force))?\s*\.?$",
    re.I,
)
_MODIFIER = re.compile(rf"{_LED}(?P<codes>{_CODES}){_SIGN}(?:modifier )?-?(?P<value>26|TC){_END}(?P<rest>.*)$", re.S)
_NO_MODIFIER = re.compile(
    rf"{_LED}(?P<codes>{_CODES}){_SIGN}(?:none|nothing|no modifiers?|n/a|without(?: a| any)? modifier|[-–—]){_END}(?P<rest>.*)$",
    re.S | re.I,
)
_SAID = "|".join(word for word in WORDS | TENS if word not in ("single", "dozen", "couple"))
_NUMBER = rf"(?P<number>\d{{1,3}}|{_SAID})"
_OF = rf"(?: (?:of|for) (?P<code>{_CODE}))?"
_PER = r"(?: (?:a|per|each|on (?:a|one|any one)) (?:single )?(?:date of service|date|dos|day))?"
_LIMIT = re.compile(
    rf"^\s*(?:(?:it|that)(?:'s| is) )?(?:(?P<label>{_CODE}){_SIGN})?{_NUMBER}(?: units?)?{_OF}{_PER}{_OF.replace('code', 'other')}"
    rf"(?: with)?{_END}(?P<rest>.*)$",
    re.I | re.S,
)
_BY_ENERGY = re.compile(
    r"^, (?:by|depending on|according to|by the) (?:energy|kv|kilovolts|tube voltage|beam energy)\s*\.?$", re.I
)
# ", or 77412 if a level 3 criterion is met": a second successor with what chooses it
_SECOND = re.compile(rf"^, or (?:by )?{_CODE} (?:if|when|where) ", re.I)
_OTHERWISE = re.compile(
    rf"^\s*(?:(?:it|that)(?:'s| is) )?{_NUMBER}(?: units?)? (?P<per>(?:per|a|each|for each) [a-z]+)\b", re.I
)
FROM = date(2025, 1, 1)  # "2025 to 2026": since then nothing may have changed of a code that is called unchanged


def as_asked(words: str, asked: Asked, today: date) -> str:
    """The line with its label spelled out by what was asked for, or as it is."""
    if asked.kind == "modifier":
        return _as_modifier(words)
    if asked.kind == "replacement":
        return _as_successor(words, asked, today)
    if asked.kind == "limit":
        return _as_limit(words, asked)
    return words


def _as_modifier(words: str) -> str:
    if told := _MODIFIER.match(words):
        return f"{told['codes']} needs modifier {told['value']}{told['rest']}"
    if told := _NO_MODIFIER.match(words):
        return f"{told['codes']} takes no modifier{told['rest']}"
    return words


def _as_successor(words: str, asked: Asked, today: date) -> str:
    """ "77385/77386: 77407 or 77412", of codes that the question asks the successors of."""
    if told := _OLD.match(words):
        old, new = (re.findall(_CODE, told[side]) for side in ("old", "new"))
        if not set(old) <= set(asked.named) or set(old) & set(new):
            return words
        if told["use"] and any(len(successors(code)) < 2 for code in old):
            return words  # a use chooses between several successors, and nothing else
        rest = told["rest"]
        if re.search(_CODE, rest) and not _SECOND.match(rest):
            return words
        by_energy = [served(code, today) for code in new] if _BY_ENERGY.match(rest) else []
        if by_energy and len(new) > 1 and all(one is not None and one.measure == "kV" for one in by_energy):
            rest = ""  # what the two are told apart by, in their own names
        were = "was" if len(old) == 1 else "were"
        return f"{' and '.join(old)}{told['use'] or ''} {were} replaced by {told['new']}{rest}"
    if (told := _SAME.match(words)) and all(_unchanged(code) for code in re.findall(_CODE, told["codes"])):
        return f"{told['codes']} is still valid"
    return words


@lru_cache(maxsize=256)
def _unchanged(code: str) -> bool:
    """Whether its service, its part and its letters are those of the year before the change."""
    known = entry(code)
    if known is None or known.periods[-1].end is not None or known.periods[-1].start > FROM:
        return False
    parts = {one.pc_tc for one in known.component if _since(one)}
    letters = {(one.system, one.modifier, one.value) for one in known.status if _since(one)}
    return len(parts) < 2 and len(letters) == len({(system, row) for system, row, _ in letters})


def _since(one: Dated) -> bool:
    return one.end is None or one.end >= FROM


def _as_limit(words: str, asked: Asked) -> str:
    """ "Two a day, MAI 3", where the limit was asked for: the limit, and no count of a case."""
    told = _LIMIT.match(words)
    if told is None:
        other = _OTHERWISE.match(words)  # "10 per line": no count of the case either
        return f"The MUE is {other['number']} {other['per']}{words[other.end() :]}" if other else words
    said = {code for code in (told["label"], told["code"], told["other"]) if code}
    codes = said or set(asked.named)
    if len(codes) != 1:
        return words
    return f"The MUE of {codes.pop()} is {number(told['number'])}{told['rest']}"
