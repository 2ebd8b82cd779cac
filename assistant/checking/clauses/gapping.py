"""Statements that leave out what the first one said: "77280 is a simple simulation, 77285 an intermediate one"."""

# ruff: noqa: E501 - patterns and lists of words: one thought, one line
from __future__ import annotations

from dataclasses import replace

from assistant.checking.marking.marks import Mark
from assistant.checking.marking.shapes import kind_of

PARTS_AT = frozenset("COMMA AND AMP SEMI BUT".split())
SAID_OF_EACH = frozenset(
    """CODE WORD ARTICLE THING SERVICE FACT SITE NAME DO LINK SPAN PAY MORE EXTENT TOGETHER OK COMPONENT ROLE NUM PROFESSIONAL TECHNICAL
    EQUALS COLON DASH OPEN CLOSE ACTIVE ONLY STOP FRACTIONS""".split()
)
VERBS = frozenset("DO LINK SPAN PAY".split())
BEING = frozenset("is are was were describes describe represents represent stands".split())
NOUNS = frozenset({"SERVICE", "THING"})
SIGNED = frozenset("EQUALS COLON DASH".split())


def ungapped(row: list[Mark]) -> list[list[Mark]]:
    """Each statement for itself with the verb and noun of the first; the row as it is where it is none of that kind."""
    if sum(mark.kind == "CODE" for mark in row) < 2:
        return [row]
    parts = _parts(row)
    first, *others = parts
    if len(parts) < 2 or not all(_one_code(part) for part in parts) or not _told(first):
        return [row]
    codes = [mark.value for part in parts for mark in part if mark.kind == "CODE"]
    if len(set(codes)) < len(codes) or len({_code_first(part) for part in parts}) > 1:
        return [row]
    return [first, *(_completed(part, first) for part in others)]


def _parts(row: list[Mark]) -> list[list[Mark]]:
    parts: list[list[Mark]] = [[]]
    for mark in row:
        if kind_of(mark) in PARTS_AT and mark.said not in ("also", "then", "too"):
            if parts[-1]:
                parts.append([])
        else:
            parts[-1].append(mark)
    return _with_a_code(parts if parts[-1] else parts[:-1] or [[]])


def _with_a_code(parts: list[list[Mark]]) -> list[list[Mark]]:
    """ "77402 is for electrons or 2-D photons, 77407 for ...": a list inside a description parts nothing."""
    forwards = not (_has_code(parts[0]) and _code_first(parts[0]))
    joined: list[list[Mark]] = []
    for part in reversed(parts) if forwards else parts:
        if joined and not _has_code(part):
            joined[-1] = [*part, *joined[-1]] if forwards else [*joined[-1], *part]
        else:
            joined.append(part)
    return joined[::-1] if forwards else joined


def _has_code(part: list[Mark]) -> bool:
    return any(mark.kind == "CODE" for mark in part)


def _one_code(part: list[Mark]) -> bool:
    kinds = [kind_of(mark) for mark in part]
    telling = any(mark.kind not in ("CODE", "PUNCT", "ARTICLE", *VERBS) and mark.said not in BEING for mark in part)
    plain = all(mark.kind != "NUM" or _stands_for_noun(mark) for mark in part)
    plain = plain and all(mark.kind != "FRACTIONS" or mark.value == 1 for mark in part)
    return kinds.count("CODE") == 1 and set(kinds) <= SAID_OF_EACH and telling and plain


def _told(part: list[Mark]) -> bool:
    return any(mark.kind in VERBS or mark.said in (*BEING, "for") or kind_of(mark) in SIGNED for mark in part)


def _code_first(part: list[Mark]) -> bool:
    at = next(i for i, mark in enumerate(part) if mark.kind == "CODE")
    opening = [mark for mark in part[:at] if mark.kind not in VERBS and mark.kind != "ARTICLE"]
    return not opening


def _completed(part: list[Mark], first: list[Mark]) -> list[Mark]:
    noun = next((mark for mark in reversed(first) if mark.kind in NOUNS), None)
    whole = [
        replace(noun, start=mark.start, end=mark.end) if noun and _stands_for_noun(mark) else mark for mark in part
    ]
    verbs = [mark for mark in first if mark.kind in VERBS or mark.said in BEING]
    if not verbs or any(mark.kind in VERBS or mark.said in (*BEING, "for") for mark in part):
        return whole
    at = next(i for i, mark in enumerate(whole) if mark.kind == "CODE")
    place = at + 1 if _code_first(part) else at
    if (
        place == at
        and at
        and (whole[at - 1].kind in ("WORD", "TOGETHER"))
        and whole[at - 1].said in ("under", "with", "as", "by", "to")
    ):
        place -= 1
    return [*whole[:place], *verbs, *whole[place:]]


def _stands_for_noun(mark: Mark) -> bool:
    """The "one" or "ones" of "an intermediate one"."""
    return mark.kind == "NUM" and mark.value == 1 and mark.noun is None


def contrast_last(row: list[Mark]) -> list[Mark]:
    """ "In place of 77014 you now report 77387": the contrast stands behind what it is told against."""
    if not row or row[0].kind != "RATHER":
        return row
    end = 1
    while (
        end < len(row)
        and kind_of(row[end]) in LISTED_CODES
        and (row[end].kind == "CODE" or kind_of(row[end + 1 : end + 2][0]) == "CODE" if end + 1 < len(row) else False)
    ):
        end += 1
    rest = row[end + 1 :] if end < len(row) and kind_of(row[end]) == "COMMA" else row[end:]
    if not any(mark.kind == "CODE" for mark in row[1:end]) or not {"DO", "CODE"} <= {mark.kind for mark in rest}:
        return row
    stop = [rest.pop()] if kind_of(rest[-1]) == "STOP" else []
    return [*rest, *row[:end], *stop]


LISTED_CODES = frozenset("CODE AND COMMA SLASH".split())
