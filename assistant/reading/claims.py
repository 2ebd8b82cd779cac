"""A claim written into a question: codes in a row with their modifiers and units, and a word that has it checked.

"Medicare, POS 22, 4/14: 77427-26 x1, 77387-26 x1. OK?" lists lines; "77338 with 77334 ok?" asks about a pair.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from assistant.reading.bare import LIMIT
from assistant.reading.codes import CodeMention
from assistant.reading.tokens import Tokens
from assistant.rules.claim_line import ToldLine

_NOUN = r"(?:units?|u)\b(?! (?:of|for) (?:7|g))"
_UNITS = re.compile(
    rf"\s?(?:\(?(?:x|\*|qty:?|units?:?|#) ?(?P<n>\d{{1,3}})\)?(?: ?{_NOUN})?|[:(]? ?(?P<m>\d{{1,3}}) ?{_NOUN}\)?)"
    r"(?![\d/%]|\.\d|\s?(?:weeks?|wks?|fx|fractions?|months?)\b)"
)
_UNITS_BEFORE = re.compile(rf"(?<![\d/.-])(?P<n>\d{{1,3}}) ?(?:x|{_NOUN}|units? of)\s?$")
_JOINED = re.compile(r"\s*(?:[,;+&|\n]|/ |\band\b|\bplus\b|- |\.\s*)*\s*")
# Said of a line in passing: "(two lesions)", "on 3/2/2026", "for the plan".
_PASSING = re.compile(
    r"\([^()]{0,40}\)|\b(?:line \d{1,2}:?|on|the|one|same|each|all|per|day|dos|date|line|modifier|mod|cpt|then|also)\b|"
    r"[:\"'`*]"
)
_CLAIM = re.compile(
    r"\bclaims?\b|\bub ?-?04\b|\b(?:cms|hcfa)[ -]?1500\b|\b(?:billed|submitted|charged|dropped)\b|\bcharges\b|"
    r"\bcharge (?:list|sheet|capture|ticket|review)\b|\bsuperbill\b|\blines?\b|\bscrub\w*"
)
# Another question than "does it stand": a number, a choice, a code, a meaning, a reason.
_OTHER = re.compile(
    r"\bhow (?:many|often|much|do|does|should|would|to)\b|\bwhich (?!(?:lines?|ones?|codes?|of (?:these|those|them)) (?:is|are|will|would|won't|gets?|den|fails?|go|goes|come|comes|stands?|stays?|drops?|pays?|survives?|pass|passes|holds?|hit|hits|bounce|bounces|can|can't|do|don't|should|must|have|has|needs?)\b)|"
    r"\bwhat(?:'s| is| are| was)? (?!wrong|off|missing|about|would|will|gets?|denie|the (?:problem|issue|error))|"
    r"\bwho\b(?! is (?:right|wrong))|\bwhen\b|\bvs\.?(?= )|\bversus\b|\bdifferen|\bcompar|\binstead of\b|\bstatus\b|\bapcs?\b|"
    r"\bmues?\b|\bmai\b|\blimits?\b|\bnotes?\b|\bdocument|\brecords?\b|\bsign|\bor x? ?\d"
)
_ONE_DATE = re.compile(
    r"\b(?:same|one|a single|1) (?:day|date|dos|line|claim)\b|\b(?:on|in) (?:one|a single|1) line\b|\bline\b"
)
# A code of another field in the row, which is no code of ours: "77770 x1, 57156".
_ANOTHER = re.compile(r"[,;+&\n] ?(?P<code>\d{5})(?=(?:-\w\w)?\s?(?:x ?\d|[,;+&?.\n]|$))")
_DENIED = re.compile(r"\b(?:den(?:ied|ial)|reject\w*|kicked|returned|refused)\b")
_SAYS_MORE = re.compile(r"[.;!?\n]|\s[-–—]+\s")  # "..., all 4/10/26 - scrubber flagged 77427"
FEWEST = 2  # lines that make a list
LISTED_ALONE = 3  # codes without units that do, where a word says that they were billed


def claim_lines(tokens: Tokens) -> tuple[ToldLine, ...]:
    """The lines of the claim that the question lists; none where it lists none or asks something else of the codes."""
    lower = tokens.text.lower
    mentions = [one for one in tokens.codes if one.standing in ("known", "ended", "other_field")]
    if not mentions or _OTHER.search(lower) or len(mentions) != len(tokens.codes):
        return ()
    mentions = _without_what_is_told_of_them(lower, mentions)
    counts = [_units(lower, one) for one in mentions]
    if any(one.link in ("or", "range", "vs", "vs.", "versus", "to") for one in mentions):
        return ()
    if len({one.code for one in mentions}) < FEWEST or not _is_a_list(tokens, mentions):
        return ()
    told = sum(count is not None for count in counts)
    marked = sum(bool(one.modifiers) for one in mentions)
    billed = _CLAIM.search(lower) is not None
    enough = told >= FEWEST or (billed and (told or marked >= FEWEST or len(mentions) >= LISTED_ALONE))
    if not enough:
        return ()
    days = _days(tokens, mentions)
    lines = [
        ToldLine(one.code, one.modifiers, count, day) for one, count, day in zip(mentions, counts, days, strict=True)
    ]
    known = {one.code for one in lines}
    return (*lines, *(ToldLine(m["code"]) for m in _ANOTHER.finditer(lower) if m["code"] not in known))


def _without_what_is_told_of_them(lower: str, mentions: list[CodeMention]) -> list[CodeMention]:
    """The codes of the list, without those a later sentence names again: "Hospital also billed 77412"."""
    while len(mentions) > FEWEST:
        *listed, last = mentions
        again = last.code in {one.code for one in listed} and not last.modifiers and _units(lower, last) is None
        if not again or not _SAYS_MORE.search(lower, listed[-1].modifiers_end, last.start):
            break
        mentions = listed
    return mentions


def denied_line(tokens: Tokens) -> tuple[ToldLine, ...]:
    """The one line that the question says was billed and denied."""
    lower = tokens.text.lower
    if len(tokens.codes) != 1 or LIMIT.search(lower) or not (_DENIED.search(lower) and _CLAIM.search(lower)):
        return ()
    one = tokens.codes[0]
    return (ToldLine(one.code, one.modifiers, _units(lower, one)),) if one.standing in ("known", "ended") else ()


def _units(lower: str, one: CodeMention) -> int | None:
    behind = _UNITS.match(lower, one.modifiers_end)
    if behind:
        return int(behind["n"] or behind["m"])
    before = _UNITS_BEFORE.search(lower, max(0, one.start - 12), one.start)
    return int(before["n"]) if before else None


def _is_a_list(tokens: Tokens, mentions: Sequence[CodeMention]) -> bool:
    """Whether nothing but units, dates and words in passing stands between the codes, which are joined as a row."""
    lower = tokens.text.lower
    passing = (tokens.dates, tokens.modifiers, tokens.names, tokens.payers, tokens.settings, tokens.billers)
    taken = [(one.start, one.end) for kind in passing for one in kind]
    for one, after in pairwise(mentions):
        start, stop = one.modifiers_end, after.start
        behind = _UNITS.match(lower, start)
        start = behind.end() if behind and behind.end() <= stop else start
        before = None if behind else _UNITS_BEFORE.search(lower, start, stop)
        stop = before.start() if before else stop
        gap = "".join(
            " " if any(first <= at < last for first, last in taken) else lower[at] for at in range(start, stop)
        )
        gap = _PASSING.sub(" ", gap)
        joined = gap.strip() or behind or before or "\n" in gap
        if not _JOINED.fullmatch(gap) or not joined or ("/" in gap and not behind):  # "77402 / 77407" is a choice
            return False
    return True


def _days(tokens: Tokens, mentions: Sequence[CodeMention]) -> list[date | None]:
    """The date that stands before each line, where the lines have several; a date before all of them is the claim's."""
    days = [(one.start, one.period.start) for one in tokens.dates if one.period and one.period.is_day]
    if len({day for _, day in days}) < FEWEST:
        return [None] * len(mentions)
    leading = days[0][0] < mentions[0].start
    told: list[date | None] = []
    for at, one in enumerate(mentions):
        stop = mentions[at + 1].start if at + 1 < len(mentions) else len(tokens.text.lower)
        near = [day for start, day in days if start < one.start] if leading else []
        after = [day for start, day in days if one.end <= start < stop] if not leading else []
        told.append(near[-1] if near else after[0] if after else None)
    return told
