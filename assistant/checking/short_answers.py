"""A short answer in the words of what was asked: "1." to "indicator?" says that the pair has indicator 1.

It takes its meaning from the question and from nothing else, so it is read as the sentence it stands for. What
follows it stays as it was written and is read as well.
"""

# ruff: noqa: E501 - patterns: one thought, one line
from __future__ import annotations

import re

from assistant.checking.asked_columns import CODE, NUMBER
from assistant.checking.discourse import Discourse
from assistant.checking.sentences import Sentence
from assistant.checking.short_counts import spelled_count
from assistant.checking.short_dates import spelled_date
from assistant.reading.known_codes import MODIFIERS
from assistant.reading.number_words import TENS, WORDS, number

_NUMBER = rf"(?P<n>{NUMBER})"
_STOPS = r"(?=\s*(?:[.,;:!)]|[-–—]+\s|\(|$))"
_EMPHATIC = r"(?: it(?: is|'s|'d be)| is it| is the one)?"
_OF_A_DATE = r"(?: units?)?(?:/ ?(?:day|date|dos)|,? (?:a|per|each|in a|in one|on a|on one) (?:single |calendar )?(?:day|date of service|date|dos))?"
_MOST = r"(?:,? (?:at (?:the )?most|max(?:imum)?|tops|(?:and )?no more))?"
_INDICATOR = re.compile(
    rf"^\W*(?:it'?s |it is )?(?:an? )?(?P<word>(?:(?:ncci|ptp|edit|modifier|pair) )?indicator\s*(?:is |of |[:=] ?)?(?:an? )?)?(?P<n>0|1|9|zero|one|nine){_EMPHATIC}{_STOPS}",
    re.I,
)
_LIMIT = re.compile(
    rf"^\W*(?:it'?s |it is )?(?:just |only |up to |at most |max(?:imum)?(?: of)? )?{_NUMBER}{_OF_A_DATE}{_MOST}{_EMPHATIC}{_STOPS}",
    re.I,
)
_ITS_LIMIT = re.compile(
    rf"^\W*{_NUMBER}(?:\s*[-–—]+|,|;) (?:that(?:'s| is)|this is|which is) (?:the |its )?(?:(?P<first>{CODE}) )?(?:daily |per-date )?(?:mue|limit|cap|maximum)(?: (?:of|for|on) (?P<last>{CODE}))?(?: (?:a|per) (?:day|date))?(?=\W*$)",
    re.I,
)
_LETTER = re.compile(
    rf"^\W*(?:(?:it's |it is |a )?(?:an? )?(?:status )?)(?P<letter>[ABCEIMNPRSTVX]|E1|Q[1-4]|J[12])(?: status)?{_EMPHATIC}{_STOPS}"
)
_GROUP = re.compile(rf"^\W*(?P<n>5\d{{3}}){_EMPHATIC}(?=[.!]?\W*$)")
_PC_TC = re.compile(rf"^\W*(?P<n>[0-9]){_EMPHATIC}{_STOPS}")
_MODIFIER = re.compile(
    rf"^[\s*_\"'(-]*(?P<m>{'|'.join(sorted(MODIFIERS, reverse=True))})(?: it(?: is|'s)| is it| is the one| is the (?:right )?modifier)(?=[.!,;]|\s+[-–—]|\W*$)"
)
_NOT_THE_OTHER = re.compile(rf"^\W*(?P<code>{CODE}), not (?P<other>{CODE})(?=[.!]?\W*$)")
_DEPARTMENT = re.compile(rf"^\W*(?P<m>PO|PN)(?: it is| alone| only)?{_STOPS}")
_EMPHASIZED = re.compile(
    rf"^\W*(?P<code>{CODE}(?:-\w\w)?) (?:it(?: is|'s|'d be)|is it|is the one)(?=[.!,;]|\s+[-–—]|\W*$)"
)
_EQUALS = re.compile(rf"^\W*(?P<code>{CODE}) = (?=[a-z])(?!(?:{NUMBER})\b)", re.I)
_AT_THE_END = re.compile(
    r"^(?P<head>[^.?!;:]{1,60}?)(?:,|\s[-–—])\s*(?:(?:(?:and )?(?:so|hence|thus|therefore)(?: it's| it is)?,? )(?P<says>yes|no)|(?P<yes>yes))[.!]?\s*$",
    re.I,
)
# "It stays at 2 - ten fractions still make two": a digit, a dash and a number in a word are no range.
_PARTED = re.compile(rf"(?<![\w.])(\d{{1,3}})\s+[-–—]\s+(?=(?:{'|'.join((*WORDS, *TENS))})\b)", re.I)
_WHERE = re.compile(r"^\W*(?:on|to) the\b", re.I)


def spelled_out(words: str, sentence: Sentence, discourse: Discourse) -> str:
    """The sentence with its short answer spelled out; any other sentence as it is."""
    asked = discourse.asked
    hangs = sentence.cells or (sentence.lead and sentence.shape != "heading")  # "**1**" alone heads what follows
    if not asked.question or hangs or not set(discourse.codes) <= set(asked.codes):
        return words
    said = _PARTED.sub(r"\1; ", _answer_first(words))
    if equals := _EQUALS.match(said):
        return f"{equals['code']} is {said[equals.end() :]}"
    if emphasized := _EMPHASIZED.match(said):
        return emphasized["code"] + said[emphasized.end() :]
    if asked.kind == "modifier" and (named := _MODIFIER.match(said)):
        return f"Modifier {named['m']}{said[named.end() :]}"
    if asked.kind == "code" and (chosen := _NOT_THE_OTHER.match(said)):
        return f"Bill {chosen['code']}, not {chosen['other']}{said[chosen.end() :]}"
    if asked.told.department and (place := _DEPARTMENT.match(said)):
        return f"Modifier {place['m']}{said[place.end() :]}"
    if asked.where_25 and _WHERE.match(said):
        return f"25 belongs {said.lstrip(' *_-')[0].lower()}{said.lstrip(' *_-')[1:]}"
    if asked.date_of:
        return spelled_date(said, asked.date_of)
    return _figure(spelled_count(said, asked, discourse.fractions), discourse)


def _answer_first(words: str) -> str:
    """ "It's packaged, so no": the answer at the end says what it says at the head."""
    last = _AT_THE_END.match(words)
    return f"{(last['says'] or last['yes']).capitalize()}, {last['head'].strip(' *_')}." if last else words


def _figure(said: str, discourse: Discourse) -> str:
    """A figure of a table, for the code or the pair that was asked about."""
    asked = discourse.asked
    pair = tuple(dict.fromkeys(asked.named))
    told = _INDICATOR.match(said)
    if told and len(pair) == 2 and ("indicator" in asked.columns or (told["word"] and not asked.columns & {"pc_tc"})):
        return f"{pair[0]}/{pair[1]} has indicator {number(told['n'])}{said[told.end() :]}"
    if len(asked.codes) != 1:
        return said
    code = asked.codes[0]
    own = _ITS_LIMIT.match(said)
    if own and {own["first"], own["last"]} <= {code, None}:
        return f"The MUE of {code} is {number(own['n'])}."
    if "apc" in asked.columns and (told := _GROUP.match(said)):
        return f"{code} is in APC {told['n']}."
    if asked.columns & {"status", "apc"} and asked.kind != "modifier" and (told := _LETTER.match(said)):
        return (
            f"{f'Under {asked.system} ' if asked.system else ''}{code} has status {told['letter']}{said[told.end() :]}"
        )
    if "pc_tc" in asked.columns and (told := _PC_TC.match(said)):
        return f"{code} has PC/TC indicator {told['n']}{said[told.end() :]}"
    counts = discourse.fractions is not None and asked.kind in ("units", "frequency")
    if "limit" in asked.columns and not counts and (told := _LIMIT.match(said)):
        return f"The MUE of {code} is {number(told['n'])}{said[told.end() :]}"
    return said
