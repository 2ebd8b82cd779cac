"""What a named source says, shown only with its standing.

"MedPayIQ says one per session; overruled by the CMS manual" may be shown although it is wrong advice: the rule book
knows that this source says it, and the sentence says that it does not hold. Anything short of that is withheld.
"""

# ruff: noqa: E501 - patterns and lists of phrases: one thought, one line
from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.reading.patterns import Seldom
from corpus.rulebook import Disagreement, entry
from corpus.sources import SourcesError, load_sources

OVERRULED = Seldom(
    r"\b(?:overruled|superseded|outranked|contradicted|overridden) by\b|\b(?:does|do) not (?:hold|prevail|apply)\b|\bis (?:wrong|outdated|not followed|not right|incorrect)\b"
    r"|\b(?:but|however|while)\b.{0,60}\b(?:manual|cms|ncci|fee schedule|astro)\b.{0,40}\b(?:prevails?|overrules?|says otherwise|outranks)\b",
    *"overrul supersed outrank contradict overrid prevail otherwise wrong outdated incorrect".split(),
    *(f"not {verb}" for verb in "hold apply followed right".split()),
    flags=re.I,
)
REVERSED = re.compile(
    r"\b(?:not|never|isn't|wasn't|hardly) (?:overruled|superseded|outranked|wrong|outdated|contradicted)|\b(?:overrules|supersedes|outranks|overrides) (?:the )?(?:manual|cms|ncci|medicare)\b",
    re.I,
)
SAYS = re.compile(
    r"^\W*(?:according to |per )?(?P<who>[A-Z][\w.&' ()-]{1,60}?)(?:'s (?:page|site|faq|article|website))?(?:,| says?| states?| said| writes?| claims?| counts?| recommends?)\b",
    re.S,
)
FIGURES = re.compile(r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|26|tc)\b", re.I)


def attributed(text: str, codes: Sequence[str]) -> bool:
    """Whether the sentence reports what a source of ours really says of one of these codes, with its standing."""
    told = [one for code in codes for one in _disagreements(code)]
    if not told or not OVERRULED.search(text.lower()) or REVERSED.search(text):
        return False
    said = SAYS.match(text)
    if said is None:
        return False
    who = _letters(said["who"])
    claim = OVERRULED.pattern.split(text)[0]
    return any(_is_theirs(who, claim, one) for one in told)


def _is_theirs(who: str, claim: str, one: Disagreement) -> bool:
    """The source is the one that says it, and every figure of the claim stands in what it says."""
    if one.overruled_by is None:
        return False
    publisher = _letters(_publishers().get(one.source, ""))
    if len(who) < 4 or not (who in publisher or who in _letters(one.source)):
        return False
    figures = {figure.lower() for figure in FIGURES.findall(re.sub(r"\b(?:\d{5}|[A-Z]\d{4})\b|\[\d+\]", "", claim))}
    return figures <= {figure.lower() for figure in FIGURES.findall(one.says)} and _shares_words(claim, one.says)


def _shares_words(claim: str, says: str) -> bool:
    """At least half of the words of what the source says stand in the claim: it is that statement and no other."""
    words = set(re.findall(r"[a-z]{4,}", says.lower()))
    return bool(words) and len(words & set(re.findall(r"[a-z]{4,}", claim.lower()))) * 2 >= len(words)


def _disagreements(code: str) -> tuple[Disagreement, ...]:
    known = entry(code)
    return known.disagreements if known else ()


@lru_cache(maxsize=1)
def _publishers() -> dict[str, str]:
    try:
        return {key: source.publisher for key, source in load_sources().items()}
    except SourcesError:
        return {}


def _letters(name: str) -> str:
    return "".join(one for one in name.lower() if one.isalnum())
