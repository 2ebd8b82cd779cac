"""What sources say where no rule decides: a line of a passage, attributed, with its standing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.checking.sentences import sentences
from assistant.drafting.relevance import OF_THE_MATTER, Relevance, roots
from assistant.drafting.statements import Statement
from assistant.rules import payers
from corpus.passage import Passage

if TYPE_CHECKING:
    from assistant.ranking import Hit

MOST_LINES = 3
MOST_TRIED = 24  # each is read by the gate before it is offered
MOST_CHARACTERS = 320  # a longer sentence is read in the citation
LEAST_SHARED = 2  # telling words, codes among them
SAID_ALREADY = 0.6  # of a line's telling words in one sentence of the answer
SAID_IN_ALL = 0.75  # of them in the whole answer
HALF_SAID = 0.5  # a line of which so much is known must bring a word of the question that is not
PAYERS_OWN = frozenset({"medicar"})  # is in every second line
FINITE = re.compile(
    r"\b(?:is|are|was|were|be|must|may|can|cannot|could|should|will|would|has|have|had|does|do|did|needs?|counts?|bills?|"
    r"pays?|paid|asks?|wants?|requires?|required|holds?|says?|shows?|belongs?|gives?|takes?|goes|stays?|remains?|"
    r"applies|apply|qualif(?:y|ies)|sits?|lies|stands?|happens?|replaces?|rejects?|fails?|starts?|began|begins?|"
    r"supports?|limits?|names?|splits?|took|warns?|settles?|resend|correct|carr(?:y|ies)|counts|"
    r"covers?|contains?|includes?|ends?|ended|became|becomes?|means?|marks?|keeps?|makes?|made|sends?|"
    r"send|refuses?|denies|deny|allows?|accepts?|accepted|called|documents?|reviews?|approves?|follows?|uses?)\b"
)
PLAIN_HEADING = re.compile(r"[^.?!:]{3,60}")  # a stop inside would end the sentence
FAR_BEHIND = 0.4  # of the best line's score
STALE = {"in_force": 0.0, "disputed": 1.0, "superseded": 2.0, "retired": 2.5, "historic": 2.5}
CODE = re.compile(r"\b(?:\d{5}|[A-Z]\d{4})\b")
PLAIN_WORD = re.compile(r"\b[A-Za-z][a-z]+\b")
LEAST_WORDS = 3  # "Codes concerned: 77371, 77372, 77373." says nothing of them
ASIDE = re.compile(r" \(|, |; ")
LEANS = re.compile(
    r"(?:it|that|this|these|those|they|the same|both|otherwise|then|there|so|but|and|or|neither|nor)\b|"
    r"(?:[\w,]+ ){0,7}its\b",
    re.I,
)
# Behind another sentence of its bullet such a one speaks of what stood there: "Check the rule; appeal only then."
COMMANDS = re.compile(r"(?:check|correct|resend|recount|read|ask|look|send|wrong|compare|complete|look|use)\b", re.I)
FIGURE = re.compile(r"(?<![\w.])\d[\d,.]*(?: ?%)?(?!\w)")
MOST_FIGURES = 4  # a line with more is a row of statistics
MOST_CODES = 5  # a line with more is a list
NEAR_ITS_CODES = 4  # codes of a passage that speaks of few, so that each of its lines is about them
BULLET = re.compile(r"^\s*(?:[-*•]|\d+[.)])\s+")
STANDS = {
    "in_force": "",
    "superseded": " (superseded)",
    "retired": " (retired)",
    "disputed": " (disputed)",
    "historic": " (historic)",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted of the sources: the matters asked, the payer, and what the answer has said already."""

    matters: frozenset[str] = frozenset()
    payer: str | None = None
    said: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    close: bool = False  # beside a rule that answers already: whole sentences on the very matter only
    least: int = 1  # telling words other than codes that a line must share with the question


def say_passages(
    question: str,
    hits: Sequence[Hit],
    holds: Callable[[str], bool] = lambda _: True,
    wanted: Wanted | None = None,
) -> Iterator[tuple[Statement, Passage]]:
    """The sentences that answer the question best, best first, each with the passage it stands in.

    `holds` says whether a quotation may be shown: a source that no rule bears out is not offered in the first place.
    """
    wanted = wanted or Wanted()
    speaking = [
        (rank, hit.passage) for rank, hit in enumerate(hits) if _speaks_for(hit.passage, wanted.payer, question)
    ]
    lines = [(line, passage, rank) for rank, passage in speaking for line in _lines(passage.text)]
    rooted = [roots(line) for line, _, _ in lines]
    relevance = Relevance(question, rooted, wanted.matters)
    ranked = []
    for (line, passage, rank), own in zip(lines, rooted, strict=True):
        about = roots(f"{passage.title} {passage.heading} {_publisher(passage)}")
        shared = relevance.asked & (own | about)
        telling = {root for root in shared if not root[-1].isdigit()} - OF_THE_MATTER
        enough = len(shared) >= LEAST_SHARED and len(telling) >= wanted.least and _is_about(line, passage, wanted.codes)
        if wanted.close and not (FINITE.search(line) and relevance.is_on_the_matter(line)):
            continue
        if enough and len(telling & own) >= min(wanted.least, LEAST_SHARED) - (wanted.least == 1 and len(telling) > 1):
            score = relevance.of(line, own, about) - 0.1 * rank - STALE[passage.standing]
            ranked.append((score, -rank, line, passage, own))
    ranked.sort(key=lambda one: one[:2], reverse=True)
    yield from _told(ranked, holds, [roots(one) for one in wanted.said], relevance.asked)


def _is_about(line: str, passage: Passage, codes: tuple[str, ...]) -> bool:
    """Whether the line speaks of a code asked about: by number, under its heading, or in a passage on few codes."""
    if not codes or any(code in f"{line} {passage.heading}" for code in codes):
        return True
    return bool(set(codes) & set(passage.codes)) and len(passage.codes) <= NEAR_ITS_CODES


def _told(
    ranked: Sequence[tuple[float, int, str, Passage, set[str]]],
    holds: Callable[[str], bool],
    said: list[set[str]],
    asked: set[str],
) -> Iterator[tuple[Statement, Passage]]:
    """One line of each source, none that repeats what was said, none that falls far behind the best."""
    sources: set[str] = set()
    best = None
    for score, _, line, passage, own in ranked[:MOST_TRIED]:
        if best is not None and score < best * FAR_BEHIND:
            return
        repeats = _repeats(own, said, asked)
        quoted = _attributed(line, passage)
        if repeats or passage.source in sources or len(sources) >= MOST_LINES or not holds(quoted):
            continue
        best = score if best is None else best
        sources.add(passage.source)
        said.append(own)
        yield Statement(quoted), passage


def _repeats(own: set[str], said: list[set[str]], asked: set[str]) -> bool:
    """Whether the line says what one sentence, or the whole answer, has said; a new word of the question saves it."""
    if any(len(own & one) >= SAID_ALREADY * len(own) for one in said):
        return True
    before = set().union(*said)
    if len(own & before) >= SAID_IN_ALL * len(own):
        return True
    answers = {root for root in (own & asked) - before if not root[-1].isdigit()} - PAYERS_OWN
    return not answers and len(own & before) >= HALF_SAID * len(own)


def _speaks_for(passage: Passage, payer: str | None, question: str) -> bool:
    """Whether the passage bears on the payer asked about: its own text, one for it, or one that names it."""
    if payer in (None, "medicare"):
        return True
    if payer == "medicare_advantage":  # each plan has its own contract
        return bool(roots(question) & roots(_publisher(passage)))
    name = payers.name(payer).split(" (")[0].lower()
    return payer in passage.payers or name in f"{passage.title} {passage.heading} {passage.text}".lower()


def quotation(passage: Passage) -> Iterator[tuple[str, str]]:
    """Each line of the passage that may be quoted, with the sentence that attributes it."""
    yield from ((line, _attributed(line, passage)) for line in _lines(passage.text))


def _attributed(line: str, passage: Passage) -> str:
    publisher = _publisher(passage)
    says = "say" if " and " in publisher else "says"
    return f"{publisher[:1].upper()}{publisher[1:]}{STANDS[passage.standing]} {says}{_under(line, passage)}: {line}"


def _under(line: str, passage: Passage) -> str:
    """The heading of a line without a verb: "Electronic brachytherapy" stands under Refused, and must say so."""
    # A heading of a user's own document could carry advice, so it stays in the citation.
    if FINITE.search(line) or not _is_ours(passage) or not PLAIN_HEADING.fullmatch(passage.heading):
        return ""
    return f" under {passage.heading}"


def _is_ours(passage: Passage) -> bool:
    from corpus.sources import load_sources

    return passage.source in load_sources()


def _publisher(passage: Passage) -> str:
    """Whose word it is, short: the citation gives the page it was read on."""
    from corpus.sources import load_sources

    source = load_sources().get(passage.source)
    # A user's document names itself as it likes: its title could carry advice, so it stands in the citation only.
    return ASIDE.split(source.publisher)[0] if source else "A document you added"


def _lines(text: str) -> list[str]:
    """Sentences that can stand alone; a table row cannot."""
    lines = (BULLET.sub("", line).strip() for line in text.splitlines())
    told = [(at, one.text) for line in lines if not line.startswith("|") for at, one in enumerate(sentences(line))]
    whole = [one for at, one in told if not (LEANS.match(one) or (at and COMMANDS.match(one)))]
    whole = [one for one in whole if 20 <= len(one) <= MOST_CHARACTERS and one[-1] in ".!"]
    whole = [one for one in whole if len(CODE.findall(one)) <= MOST_CODES]
    whole = [one for one in whole if len(FIGURE.findall(CODE.sub("", one))) <= MOST_FIGURES]
    return [one for one in whole if len(PLAIN_WORD.findall(one)) >= LEAST_WORDS]
