"""What makes one passage a better citation than another that was found as well.

Every part is between 0 and 1 and its weight stands here once. Meaning comes first: authority decides between
passages that say something about the same question, it does not lift a manual above the answer.

The weights were chosen on every other query of evals/retrieval and hold on the rest; none of them needs to be exact.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from corpus.code_numbers import codes_in
from corpus.passage import OPEN_END, Passage
from corpus.passage_store import Found

WRITES_THE_CODE = 2.0  # the passage itself, not only its source, names every asked code
SAYS_THE_WORDS = 4.0
FEW_WORDS = 8.0  # a best score below this is of a question with few telling words: they decide less
FOCUS = 0.5  # a passage on one code says more about it than a list of twenty
IN_THE_HEADING = 0.5
IN_THE_TITLE = 0.4  # and as much less where the title names other codes only
SAYS_WHAT_CAME_AFTER = 1.5  # of a code that has ended
MEANING = 5.0  # of a question without a code: words and vectors
PAYER = 2.0
OTHERS_FIT = 0.4  # of Medicare's and general texts beside the asked payer's own


@dataclass(frozen=True, slots=True)
class Weights:
    """What a source's own qualities count beside what its passage says."""

    authority: float
    standing: float
    in_force: float


BESIDE_A_CODE = Weights(authority=0.5, standing=0.5, in_force=0.5)
BESIDE_WORDS = Weights(authority=0.2, standing=0.2, in_force=0.3)
ALL_SIDES = Weights(authority=0.2, standing=0.0, in_force=0.0)  # who asks about a disagreement wants the overruled too

BINDING = {
    "cms_manual": 1.0, "cms_file": 1.0, "ncci": 1.0, "regulation": 0.9, "cpt_guideline": 0.8, "society": 0.7,
    "mac": 0.6, "payer": 0.5, "government": 0.5, "education": 0.3, "vendor": 0.1,
}  # fmt: skip
STANDS = {"in_force": 1.0, "disputed": 0.3, "superseded": 0.2, "retired": 0.1, "historic": 0.1}
FOR_MOST = frozenset({"medicare", "any"})
_codes_of = lru_cache(maxsize=4096)(codes_in)  # of titles and headings, which come again and again
# Passages that share this much of their words are one statement, printed twice.
SAME_WORDS = 0.8


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that answers, with its score (larger is better) and the reasons in words."""

    passage: Passage
    score: float
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the ranking knows of the question."""

    codes: tuple[str, ...] = ()
    payer: str | None = None
    on: date | None = None  # the date of service, or the last of several
    disagreement: bool = False
    since: date | None = None  # the first of several
    written: tuple[str, ...] = ()  # those of the codes that the question writes, not only means
    words: frozenset[str] = frozenset()
    successors: frozenset[str] = frozenset()  # of the asked codes that have ended


def ranked_by_code(found: Iterable[Found], asked: Asked) -> list[Hit]:
    """Passages that name an asked code, best first."""
    candidates = list(found)
    most = max(FEW_WORDS, *(one.score for one in candidates)) if candidates else FEW_WORDS
    hits = []
    for one in candidates:
        score = SAYS_THE_WORDS * max(one.score, 0.0) / most + _about_the_codes(one.passage, asked)
        reasons = [f"names {', '.join(sorted(one.written))}"] if one.written else []
        if one.about:
            reasons.append(f"its source is about {', '.join(sorted(one.about))}")
        hits.append(_weighed(one.passage, score, reasons, asked, BESIDE_A_CODE))
    return _best_first(hits)


def ranked_by_meaning(fused: Iterable[tuple[Passage, float, list[str]]], asked: Asked) -> list[Hit]:
    """Passages found by words or vectors; each comes with its fused score between 0 and 1 and how it was found."""
    return _best_first([_weighed(passage, MEANING * score, how, asked, BESIDE_WORDS) for passage, score, how in fused])


def without_repeats(hits: Sequence[Hit], most: int, per_source: int | None = None) -> list[Hit]:
    """The best hits, near-duplicates collapsed into the better one; ``per_source`` makes room for other voices."""
    kept: list[Hit] = []
    taken: dict[str, int] = {}
    for hit in hits:
        if len(kept) == most:
            break
        if per_source is not None and taken.get(hit.passage.source, 0) >= per_source:
            continue
        if any(_is_repeat(hit.passage, other.passage) for other in kept):
            continue
        kept.append(hit)
        taken[hit.passage.source] = taken.get(hit.passage.source, 0) + 1
    return kept


def _about_the_codes(passage: Passage, asked: Asked) -> float:
    """How much a passage is about the asked codes; those the question writes come before those it only means."""
    codes, meant = set(passage.codes), set(asked.codes)
    first = set(asked.written) or meant
    score = WRITES_THE_CODE * len(first & codes) / len(first)
    score += FOCUS * len(meant & codes) / max(len(codes), 1)
    score += IN_THE_HEADING * len(meant.intersection(_codes_of(passage.heading))) / len(meant)
    if titled := meant.intersection(others := _codes_of(passage.title)):
        score += IN_THE_TITLE * len(titled) / len(meant)
    elif others:
        score -= IN_THE_TITLE
    if asked.successors:
        score += SAYS_WHAT_CAME_AFTER * len(asked.successors & codes) / len(asked.successors)
    return score


def _weighed(passage: Passage, meaning: float, reasons: list[str], asked: Asked, weights: Weights) -> Hit:
    if asked.disagreement:
        weights = ALL_SIDES
    score = meaning + weights.authority * BINDING.get(passage.authority, 0.0)
    score += weights.standing * STANDS.get(passage.standing, 0.0)
    if passage.standing != "in_force":
        reasons.append(passage.standing)
    fit = _payer_fit(passage, asked)
    score += PAYER * fit
    if asked.payer and asked.payer in passage.payers:
        reasons.append(f"by or for {asked.payer}")
    if asked.on is None:
        score += weights.in_force * (passage.in_force_to == OPEN_END)
    elif passage.in_force_on(asked.on, asked.since):
        score += weights.in_force
    else:
        reasons.append(f"not in force on {asked.on}")
    return Hit(passage, round(score, 6), tuple(reasons))


def _payer_fit(passage: Passage, asked: Asked) -> float:
    """A payer that the question only names by a word, such as a benefit manager, is asked for as well."""
    if asked.payer in passage.payers or not asked.words.isdisjoint(set(passage.payers) - FOR_MOST):
        return 1.0
    # What holds for most comes before what one payer wants, but after the asked payer's own.
    return OTHERS_FIT if FOR_MOST.intersection(passage.payers) else 0.0


def _is_repeat(one: Passage, other: Passage) -> bool:
    mine, theirs = one.plain_words, other.plain_words
    return len(mine & theirs) >= SAME_WORDS * len(mine | theirs)


def _best_first(hits: list[Hit]) -> list[Hit]:
    return sorted(hits, key=lambda hit: (-hit.score, hit.passage.source, hit.passage.start))
