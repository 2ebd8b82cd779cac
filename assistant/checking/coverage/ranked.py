"""Codes of one service that complexity tells apart: what is said to take one of them must be told apart in their words.

"77332 for the mask" chooses among three device codes by a thing that no rule of ours ranks; "77332 for a simple device"
repeats the rule book. The first cannot be verified, so its words stay unclaimed.
"""

# ruff: noqa: E501 - patterns and lists of words: one thought, one line
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.checking.clauses.names_of_codes import all_codes_of, codes_of_kind
from assistant.checking.coverage.describing import BEING, GENERIC
from assistant.checking.coverage.telling_apart import RANKS, ranks_of
from assistant.checking.marking.marks import Mark
from assistant.checking.marking.shapes import kind_of
from assistant.reading.service_codes import CANDIDATES
from assistant.reading.text import stem
from assistant.rules.code_sets import LEVELS
from corpus.rulebook import entry

FAMILIES = (
    ("77261", "77262", "77263"),
    ("77280", "77285", "77290"),
    ("77306", "77307"),
    ("77316", "77317", "77318"),
    ("77332", "77333", "77334"),
    ("77437", "77438", "77439"),
    ("77520", "77522", "77523", "77525"),
    ("77770", "77771", "77772"),
)
GIVEN = frozenset({"for", "under", "on", "with", "beside", "alongside"})
ENDS = frozenset("PUNCT CODE NEG BECAUSE BUT IF OPEN CLOSE".split())
NOUNS = frozenset("WORD SERVICE SITE NAME".split())
PUT = frozenset(
    "go goes going belong belongs fall falls come comes count counts qualify qualifies take takes get gets sit sits stay stays".split()
)
# Words between the noun and its code that name no thing.
SILENT = frozenset(
    stem(word)
    for word in """the a an of to in at by as from and or if is are was were be been being per for under on with this that these those
    it its you your we our they their he she will would can could may might shall also then still just simply here there so please
    such each every all both any only new following next last same day date month year payer plan policy record note documented
    hdr bill bills billed billing report reported reports code codes coded claim claims charge charged use used using go goes going
    belong belongs fall falls come comes count counts qualify qualifies take takes get gets sit sits stay stays
    side line lines into in within inside correct right usual usually normally always both done performed made provided delivered needed own see""".split()
)


def unranked(c: ClauseReading) -> Iterator[str]:
    """The words that give a ranked code to a thing its own name in the rule book does not tell."""
    for at in c.at("CODE"):
        code = str(c.marks[at].value)
        family = next((one for one in FAMILIES if code in one), ())
        if not family or set(family) <= set(c.named) or (at in c.denied.codes and _described(c, code)):
            continue
        yield from (
            mark.said
            for mark in _things(c.marks, at)
            if not _told_apart(mark, code, family) and not _of_another(c, mark, family)
        )


def _described(c: ClauseReading, code: str) -> bool:
    return any(one.codes == (code,) and isinstance(one.value, tuple) and one.value[0] == "told as" for one in c.advice)


def _of_another(c: ClauseReading, mark: Mark, family: tuple[str, ...]) -> bool:
    """ "The dose calculations are included in 77307": a service with a code of its own, which the advice speaks of."""
    meant = {one.code for one in CANDIDATES.get(mark.value.name, ())} if mark.kind == "SERVICE" else set()
    return bool(meant) and not meant & set(family) and any(meant & set(one.codes) for one in c.advice)


def _things(marks: list[Mark], at: int) -> Iterator[Mark]:
    """What stands behind "77332 for ..." or before "... goes under 77332"."""
    behind = marks[at + 1 :]
    if behind and (behind[0].said in GIVEN or behind[0].said in BEING):
        for mark in behind:
            if mark.kind in ENDS:
                break
            if mark.kind in NOUNS or (mark.kind == "FACT" and mark.value == ("technique", "superficial")):
                yield mark
    before = marks[:at]
    verb = next((i for i in reversed(range(len(before))) if _puts(before[i], last=i == at - 1)), None)
    if verb is None:
        return
    opened = next((i for i in reversed(range(verb)) if before[i].kind == "CODE"), -1)
    yield from (mark for mark in before[opened + 1 : at] if mark.kind in NOUNS)


def _puts(mark: Mark, *, last: bool) -> bool:
    """ "goes under 77332", "mask: 77333"."""
    return mark.said.split(" ")[0] in BEING | PUT or (last and kind_of(mark) in ("COLON", "EQUALS", "DASH"))


def told_apart(codes: set[str], mark: Mark) -> bool:
    """Whether the name of a service tells which of its ranked codes is meant; "mask" tells none of three."""
    families = [(code, family) for code in codes for family in FAMILIES if code in family and not set(family) <= codes]
    return all(_told_apart(mark, code, family) for code, family in families)


def _told_apart(mark: Mark, code: str, family: tuple[str, ...]) -> bool:
    if mark.kind == "SERVICE":
        meant = {one.code for one in CANDIDATES.get(mark.value.name, ())}
        if code in meant and not meant & set(family) - {code}:
            return True
        if mark.value.bare and set(family) <= codes_of_kind(mark.value.bare):
            return True  # "the delivery is 77771": so are its kin, and which one it is the case decides
    ranks = {word for word in mark.said.split() if RANKS.get(word) in ranks_of(code)}
    stems = {stem(word) for word in re.findall(r"[a-z]+", mark.said) if word not in ranks}
    return stems <= _own(code) | SILENT | GENERIC


@lru_cache(maxsize=64)
def _own(code: str) -> frozenset[str]:
    known = entry(code)
    said = [known.name, known.category, *(period.service for period in known.periods)] if known else []
    return frozenset(stem(word) for text in said for word in re.findall(r"[a-z]+", text.lower()))


def levels_mixed(c: ClauseReading) -> Iterator[str]:
    """ "3-D goes to 77407, IMRT to 77412": each technique has its own code, and one clause cannot keep them apart."""
    levels = [at for at in c.at("CODE") if c.marks[at].value in LEVELS]
    if len({c.marks[at].value for at in levels}) < 2:
        return
    between = {kind_of(mark) for mark in c.marks[levels[0] : levels[-1]]}
    told = any(_of_technique(mark) for mark in (*c.marks, *c.facts))
    if told and not between <= {"CODE", "AND", "COMMA", "SLASH", "NEG"}:
        yield from (str(c.marks[at].value) for at in levels)


def by_images(c: ClauseReading) -> Iterator[str]:
    """ "With CBCT every day it is 77412": images raise no level, whatever else does."""
    if set(c.named).isdisjoint(LEVELS) or c.has("NEG", "RATHER", "PAIR"):
        return
    for at in c.at("SERVICE"):
        guided = "77387" in all_codes_of(c.marks[at].value)
        if guided and at and c.marks[at - 1].said == "with":
            yield c.marks[at].said


def _of_technique(mark: Mark) -> bool:
    return mark.kind == "FACT" or (mark.kind == "NAME" and mark.said in ("2-d", "3-d", "2d", "3d", "4-d"))
