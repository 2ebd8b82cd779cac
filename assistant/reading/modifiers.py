"""Modifiers as they stand in a text: behind a code, beside the word, after a billing verb."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.reading.codes import CodeMention
from assistant.reading.fixed import fixed
from assistant.reading.known_codes import MODIFIERS
from assistant.reading.patterns import Seldom
from assistant.reading.text import Text


@fixed
class ModifierMention:
    """A modifier as written; `code` is the one it hangs on, None when it stands alone."""

    modifier: str
    start: int
    end: int
    code: str | None = None


_ONE = r"(?:\d\d|[a-z][a-z0-9])"
_AFTER_WORD = Seldom(
    rf"\bmod(?:ifi?e?r)?s?\b\.?(?:\s+(?:of|is|"
    rf"code))?\s{{0,3}}[:#(\"']{{0,2}}\s?-?(?P<list>{_ONE}(?!\w)(?:\s?(?:,|/|and/or|and|or|"
    rf"&)\s?-?{_ONE}(?!\w)){{0,6}})",
    "mod",
)
_BEFORE_WORD = Seldom(
    rf"(?<![\w.$/])-?(?P<list>{_ONE}(?:\s?(?:,|/|and|or|"
    rf"&)\s?-?{_ONE}){{0,3}})[\s\"'-]{{1,2}}mod(?:ifier)?s?\b",
    "mod",
)
_ALONE = Seldom(
    r"(?<![\w)])-(?P<m>26|59|76|77|25|tc|pc|x[epsu])(?![\w.%]\w|[\w%])(?!\s?(?:fx|frac|gy|cgy|unit|%))", "-"
)
_TECHNICAL = Seldom(r"(?<![\w-])(?P<m>tc|x[epsu])(?!\w)", "tc", "xe", "xp", "xs", "xu")
_SLASHED = Seldom(
    r"(?<![\w.])(?P<a>26|tc|59)\s?(?:/|or|and|vs\.?|&)\s?-?(?P<b>26|tc|59|pc|76|x[epsu])(?!\w|/\d)", "26", "tc", "59"
)
_AFTER_VERB = Seldom(
    r"\b(?:append|add|attach|apply|bill|billed|billing|carry|carries|bare or|report|charge|use|using|put|need|needs|require|requires|"
    r"with|without|w/|w|drop|remove|the|a|no)\s?(?:a |an |the )?-?"
    r"(?P<m>26|59|76|77)(?![\w%]|[.,/:-]\d)(?!\s?-?\s?(?:fx|frac|fr\b|tx|treat|sess|unit|u\b|gy|"
    r"cgy|day|week|wk|film|image|port|of\b|x\b|patient|time|total|more|year|min|h(?:rs?|ours?)?\b))",
    *"26 59 76 77".split(),
)
_APPENDED_PC = Seldom(r"\b(?:append(?:ing)?|add(?:ing)?|attach|put)\s(?:a |the )?[\"'-]?(?P<m>pc)(?!\w)", "pc")
_ON_CODE = Seldom(
    r"(?<![\w.$/-])(?P<m>26|59|76|77|25|50|52|53|58|78|79)\s(?:(?:go|goes|belongs?) )?(?:on|to)\s(?:the |cpt |code )?(?=[\dg]\d{4}(?!\w))",
    *"26 59 76 77 25 50 52 53 58 78 79".split(),
)
_AS_SUBJECT = Seldom(
    r"(?<![\w.$/-])(?P<m>26|59|76|77|25)(?=\s(?:is|isn't|does|doesn't|can|cannot|can't|should|may|must|never)\b[\w' ]{0,24}"
    r"\b(?:allowed|valid|invalid|permitted|appropriate|needed|required|necessary|appended|applicable|apply|belongs?)\b"
    r"[\w' ]{0,12}\s[\dg]\d{4}(?!\w))",
    *"allowed valid permit appropriate needed required necessary appended applicable apply belong".split(),
)
# "RT and LT", "RT/LT": sides, where one "RT" alone would be radiation therapy.
_SIDES = Seldom(r"(?<![\w.])(?P<a>rt|lt)(?: ?(?:/|&|,) ?| and | or )(?P<b>rt|lt)(?!\w)", "rt", "lt")
_DEPARTMENTS = Seldom(r"(?<![\w.])(?P<a>po|pn)(?: ?(?:/|&|,) ?| and | or | vs\.? )(?P<b>po|pn)(?!\w)", "po", "pn")
_IS_IT_RIGHT = re.compile(
    r"(?<![\w.$/-])(?P<m>26|59)(?=,? (?:ok|okay|needed|required|allowed)\s?[?,.;]|,? (?:or (?:no|bare|global))\b)"
)
_NEEDED_ON = re.compile(
    r"(?<![\w.$/-])(?P<m>25|26|59)(?= (?:needed|required|necessary) (?:on|for|with) (?:the )?[\dg]\d{4})"
)
# "58 or 78?", "76 or 59 on the second one": two that are no counts.
_EITHER = re.compile(
    r"(?<![\w.$/-])(?P<a>24|25|26|50|52|53|58|59|76|77|78|79|xe|xp|xs|xu) ?(?:or|vs\.?|versus) ?(?P<b>24|25|26|50|52|53|58|59|76|77|78|79|"
    r"xe|xp|xs|xu)(?=\s?(?:[?;]|$|,)| (?:on|for|to)\b)"
)
_ONE_OF = re.compile(_ONE)
# What follows on a number that can be a modifier is looked for where such a number stands by itself.
_NUMBER = re.compile(r"(?:2[56]|5[089]|7[6-9])(?!\w)")
_NUMBERED = (_AFTER_VERB, _ON_CODE, _AS_SUBJECT, _IS_IT_RIGHT, _NEEDED_ON)
_LETTERED = (_ALONE, _TECHNICAL, _APPENDED_PC)


def find_modifiers(text: Text, codes: Iterable[CodeMention]) -> list[ModifierMention]:
    """Every modifier in reading order, each span once."""
    lower = text.lower
    found: dict[int, ModifierMention] = {}
    for code in codes:
        for one in _behind(lower, code):
            found.setdefault(one.start, one)
    for pattern in (_AFTER_WORD, _BEFORE_WORD):
        for match in pattern.finditer(lower):
            for part in _ONE_OF.finditer(lower, match.start("list"), match.end("list")):
                _keep(found, part.group(), part.start(), part.end(), strict=pattern is _BEFORE_WORD)
    for pair in (_SLASHED, _SIDES, _DEPARTMENTS, _EITHER):
        for match in pair.finditer(lower):
            for name in ("a", "b"):
                _keep(found, match[name], match.start(name), match.end(name))
    for bare in (*_LETTERED, *_NUMBERED) if _NUMBER.search(lower) else _LETTERED:
        for match in bare.finditer(lower):
            _keep(found, match["m"], match.start("m"), match.end("m"))
    return sorted(found.values(), key=lambda one: one.start)


def _behind(lower: str, code: CodeMention) -> list[ModifierMention]:
    mentions, at = [], code.end
    for modifier in code.modifiers:
        start = lower.index(modifier.lower(), at)
        mentions.append(ModifierMention(modifier, start, start + len(modifier), code.code))
        at = start + len(modifier)
    return mentions


def _keep(found: dict[int, ModifierMention], written: str, start: int, end: int, strict: bool = True) -> None:
    """`strict` False: beside the word "modifier" any two characters are one, also those we do not know."""
    modifier = written.upper()
    if modifier not in MODIFIERS and (strict or not any(one.isdigit() for one in modifier)):
        return
    found.setdefault(start, ModifierMention(modifier, start, end))
