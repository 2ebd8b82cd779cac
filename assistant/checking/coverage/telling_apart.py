"""Small words that tell one code from its neighbour: a rank, a compensator, kilovolts, "fractionated", "before".

"simple (77522)", "250 kV is billed as 77437" and "fractionated SRS uses 77372" differ from what is right in one word
that otherwise names nothing. Here such a word either agrees with the rule book's name of the code or stays unclaimed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.checking.clauses.names_of_codes import all_codes_of
from assistant.checking.harmless.bidding import DECIDES
from assistant.checking.marking.marks import Mark
from assistant.rules.technique import DELIVERY
from corpus.rulebook import entry

RANKS = {"simple": 1, "low": 1, "intermediate": 2, "medium": 2, "complex": 3, "high": 3}
JOINS = frozenset("is are the a an as".split())
ONE_SESSION = frozenset({"77371", "77372", "77432"})  # codes of a radiosurgery that ends with its first session
STEREOTACTIC = frozenset({"77371", "77372", "77373"})
ONE_SITTING = frozenset("one-session single-session one-fraction single-fraction".split())
SURFACE = frozenset({"77436", "77437", "77438", "77439"})
DEEP = re.compile(
    r"prostate|lung|liver|brain|pelvis|cervix|rectum|esophagus|pancreas|spine|bladder|endometrium|anus|bone"
)
MANY_SESSIONS = frozenset("fractionated hypofractionated multi-fraction multi-session staged".split())
NOBODYS = frozenset({"no one", "brand"})
TOLD_IN_A_WORD = MANY_SESSIONS | NOBODYS
BY_ENERGY = frozenset({"77437", "77438"})
TOLD_BY_WORDS = STEREOTACTIC | BY_ENERGY
SOFT = frozenset({"superficial", "superficial x-ray", "superficial x-rays", "superficial delivery", "grenz"})
CRITERIA = frozenset({"isocenters", "motion_management"})
LIMIT, HIGHEST = 150, 500  # kilovolts: where the lower code ends and the higher one
BY_COMPENSATOR = frozenset({"77520", "77522"})
GIVEN_AS = frozenset({"as", "with", "under", "by", "using"})
COMPARED = frozenset({"before", "after", "behind"})
DIMENSIONS = frozenset({"3-d", "3d"})
PLACED = DIMENSIONS | {"plan"}
BEFORE = COMPARED | {"is for"}


def untold(c: ClauseReading) -> Iterator[str]:
    """The words of a clause that tell its code from another one and do not agree with it."""
    codes = {str(c.marks[at].value) for at in c.at("CODE")} or set(c.codes)
    if not RANKS.keys().isdisjoint(c.words):
        yield from misranked(c.marks)
    yield from _of_another(c)
    if "SITE" in c.kinds or not PLACED.isdisjoint(c.signs):
        yield from misplaced(c.marks)
    for before, mark in pairwise(c.marks) if not BEFORE.isdisjoint(c.signs) else ():
        if before.said == "is for" and mark.kind == "FREQ" and mark.value[1] in ("plan", "course"):
            yield mark.said  # "is for every SBRT course": that each one takes it, not how often
        if before.said in COMPARED and mark.kind == "CODE" and c.at("ENDED", "START"):
            yield before.said  # "ended a year before 77386": of another code's end nothing is known here
    only_named, by_compensator = _only_names(c), codes & BY_COMPENSATOR
    told = only_named or by_compensator or not TOLD_IN_A_WORD.isdisjoint(c.signs)
    for at, mark in enumerate(c.marks) if told else ():
        if (
            (mark.said in MANY_SESSIONS and codes & ONE_SESSION and not codes & set(DELIVERY["sbrt"]))
            or mark.said in NOBODYS
            or (only_named and mark.kind == "WORD" and DECIDES.fullmatch(mark.said))
            or (mark.said.startswith("compensator") and by_compensator and not _compensates(c.marks[:at], codes))
        ):
            yield mark.said
    yield from _elsewhere(c, codes)
    if len(codes & BY_ENERGY) == 1:
        above, most = bool(c.at("MORE")), bool(c.at("AT_MOST"))
        for mark in c.marks:
            if mark.value == "dose or energy" and not _delivers_at(mark.noun or "", "77437" in codes, above, most):
                yield mark.noun or "energy"


def _elsewhere(c: ClauseReading, codes: set[str]) -> Iterator[str]:
    """Words of a machine, a place, a span or a technique that the code is not for."""
    for mark in c.marks if codes & TOLD_BY_WORDS or c.has("FREQ", "FACT") else ():
        word = mark.said
        if (
            ("cobalt" in word.split() and codes & STEREOTACTIC and "77371" not in codes)
            or (word.startswith(("linac", "linear acc")) and codes & STEREOTACTIC == {"77371"})
            or (word in ONE_SITTING and codes & STEREOTACTIC == {"77373"})
            or (
                mark.kind == "FREQ"
                and word.startswith(("stands for", "stand for", "is for every"))
                and mark.value[1] in ("plan", "course")
            )
            or (mark.kind == "FACT" and mark.value[0] == "motion_management" and codes == {"77293"})
            or (word.startswith("orthovoltage") and codes & BY_ENERGY == {"77437"})
            or (word in SOFT and codes & BY_ENERGY == {"77438"})
            or ("gamma" in word and codes & STEREOTACTIC and "77371" not in codes)
        ):
            yield word
    yield from _one_of_its_criteria(c, codes)
    one_session = codes & ONE_SESSION
    if one_session and c.background.technique == "sbrt" and not _tells_technique(c) and not c.verb_denied():
        yield from sorted(one_session)


def _tells_technique(c: ClauseReading) -> bool:
    told = any(mark.kind == "FACT" and mark.value[0] == "technique" for mark in (*c.marks, *c.facts))
    return told or c.has("SERVICE", "NEG", "IF")


def _one_of_its_criteria(c: ClauseReading, codes: set[str]) -> Iterator[str]:
    """ "77412 needs motion management": one of several criteria is enough, and none is needed."""
    told = {mark.value[0] for mark in (*c.marks, *c.facts) if mark.kind == "FACT"} & CRITERIA
    if codes == {"77412"} and len(told) == 1 and not c.verb_denied():
        yield from (c.marks[at].said for at in c.at("NEED"))


def _delivers_at(said: str, low: bool, above: bool, most: bool) -> bool:
    """Whether kilovolts are those of the code: up to 150, or above 150 and up to 500. Gray settle nothing here."""
    if "energy" not in said:
        return True
    told = [int(one) for one in re.findall(r"\d+", said)]
    if above or most:
        return told == [LIMIT] and above != low
    return bool(told) and all((one <= LIMIT) == low and one <= HIGHEST for one in told)


def _only_names(c: ClauseReading) -> bool:
    """Whether all that was read of the clause is that a code, which it does not name, is billed."""
    return not c.at("CODE") and all(one.kind == "component" and one.value == "billable" for one in c.advice)


def _compensates(before: Sequence[Mark], codes: set[str]) -> bool:
    """Whether "with" or "without" before the compensator is what the one proton code named is."""
    without = any(mark.kind in ("WITHOUT", "NEG", "NONE") for mark in before)
    return codes == ({"77520"} if without else {"77522"})


def _of_another(c: ClauseReading) -> Iterator[str]:
    """ "A complex treatment device is billed as 77338": a service and a code that is none of its own."""
    services, codes = c.at("SERVICE"), c.at("CODE")
    if len(services) != 1 or not codes or services[0] > codes[0]:
        return
    service, between = c.marks[services[0]], c.marks[services[0] + 1 : codes[0]]
    given = (
        bool(between) and between[-1].said.rsplit(" ", 1)[-1] in GIVEN_AS and any(mark.kind == "DO" for mark in between)
    )
    if given and all_codes_of(service.value).isdisjoint(str(c.marks[at].value) for at in codes):
        yield service.said


def misranked(marks: Sequence[Mark]) -> Iterator[str]:
    """The ranks beside a code ("simple (77522)", "77290 simple simulation") that its own name does not have."""
    if not any(_rank(mark) for mark in marks):
        return
    said = [
        mark for mark in marks if not (mark.kind == "PUNCT" and mark.value in '()[]:=–—-|"') and mark.said not in JOINS
    ]
    for at, mark in enumerate(said):
        if mark.kind != "CODE":
            continue
        before = said[at - 1] if at else None
        if before is not None and before.kind == "SERVICE" and at > 1 and _rank(said[at - 2]):
            before = said[at - 2]  # "the complex isodose plan 77306"
        after = said[at + 1] if at + 1 < len(said) else None
        theirs = at + 2 < len(said) and said[at + 2].kind == "CODE"
        beside = (
            [before] if before is not None and _rank(before) else [after] if after is not None and not theirs else []
        )
        for one in beside:
            if (rank := _rank(one)) and rank not in ranks_of(str(mark.value)):
                yield one.said


def misplaced(marks: Sequence[Mark]) -> Iterator[str]:
    """Places, plans and dimensions given to a code that is of none: "77439 for the prostate", "the plan is 77437"."""
    if not any(mark.kind == "SITE" or mark.said in PLACED for mark in marks):
        return
    codes = {str(mark.value) for mark in marks if mark.kind == "CODE"}
    known = [one for code in codes if (one := entry(code)) is not None]
    solid = any("3-d" in f"{one.name} {one.periods[-1].service}".lower() for one in known)
    for at, mark in enumerate(marks):
        after = marks[at + 1 : at + 3]
        if (mark.kind == "SITE" and codes & SURFACE and DEEP.search(str(mark.value))) or (
            mark.said in DIMENSIONS and known and not solid and after and after[0].kind == "SERVICE"
        ):
            yield mark.said
        elif (
            mark.kind == "THING"
            and mark.said == "plan"
            and len(after) > 1
            and after[0].said == "is"
            and after[1].kind == "CODE"
        ):
            one = entry(str(after[1].value))
            if one is not None and "plan" not in f"{one.name} {one.periods[-1].service}".lower():
                yield mark.said


def _rank(mark: Mark) -> int:
    return next((RANKS[word] for word in mark.said.split() if word in RANKS), 0) if mark.kind != "CODE" else 0


def ranks_of(code: str) -> frozenset[int]:
    """The ranks in the code's own name; of a code that has none every rank is let be."""
    known = entry(code)
    said = " ".join([known.name, *(period.service for period in known.periods)]) if known else ""
    ranks = frozenset(RANKS[word] for word in re.findall(r"[a-z-]+", said.lower()) if word in RANKS)
    return ranks or frozenset(RANKS.values())
