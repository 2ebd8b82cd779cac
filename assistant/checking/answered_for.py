"""A yes or no for some of the codes that were asked about: "Yes for 77770: one unit per session"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from assistant.checking.advice import Advice
from assistant.checking.questions import Asked

_ONE = r"(?:cpt |hcpcs )?(?:\d{5}|g\d{4})"
_FOR = re.compile(
    rf"^\W*(?P<says>yes|no),? (?:for|to|on) (?:the )?(?P<codes>{_ONE}(?:(?:,|,? and|,? or) {_ONE})*)"
    r"(?P<end>\W*(?:[:,;—–]|\*\*|\s-\s)\W*|\W*$)",
    re.I,
)
_CODE = re.compile(r"\d{5}|[gG]\d{4}")


class AnsweredFor(NamedTuple):
    """What is affirmed or denied of these codes (none: nothing to agree to), and where the rest of it begins."""

    codes: tuple[str, ...]
    advice: tuple[Advice, ...]
    end: int


def answered_for(words: str, asked: Asked) -> AnsweredFor | None:
    """The answer for the codes it names, of what the question proposed of them."""
    found = _FOR.match(words)
    if found is None:
        return None
    codes = tuple(dict.fromkeys(code.upper() for code in _CODE.findall(found["codes"])))
    yes = found["says"].lower() == "yes"
    said: list[Advice] = []
    for one in asked.proposed:
        of_these = tuple(code for code in one.codes if code in codes)
        if not of_these:
            continue
        whole = one.kind == "pair" or isinstance(one.value, tuple)
        if whole and (yes and of_these != one.codes):
            return AnsweredFor(codes, (), found.end())  # "yes for 77770", of two on one date
        narrowed = one if whole else replace(one, codes=of_these)
        said.append(
            replace(narrowed, polarity=one.polarity == yes, inherited=(*one.inherited, "proposition: question"))
        )
    single = len(said) == 1 or yes
    return AnsweredFor(codes, tuple(said) if single else (), found.end())
