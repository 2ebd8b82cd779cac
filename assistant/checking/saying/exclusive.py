"""What is said of one code only ("only 77435 is billed"), and of two alike ("77385 and 77386 were both deleted")."""

from __future__ import annotations

from itertools import combinations

from assistant.checking.clauses.clause_reading import ClauseReading

MERELY = frozenset({"only", "just", "solely"})
# With any of these more is said than which of the codes is billed or paid.
OTHERWISE = ("NEG", "WITHOUT", "MOD", "IF", "EXCEPT", "RATHER", "TAKE_OFF", "DENIED", "NONE", "REPLACED")
AT_ONCE = ("same date", "same day", "one date", "one day", "same claim")
BEHIND = frozenset("LINK WORD OK".split())


def only_code(c: ClauseReading) -> None:
    """ "Only 77435 is billed", where 77427 was asked about as well: the one has its place, the other has none."""
    others = tuple(code for code in c.background.asked_codes if code not in c.named)
    at_once = [at for at in c.at("TOGETHER", "PER_DATE") if c.marks[at].said.endswith(AT_ONCE)]
    if len(c.named) != 1 or not others or c.has(*OTHERWISE) or len(at_once) != len(c.at("TOGETHER", "PER_DATE")):
        return
    for at in (i for i in c.at("ONLY") if i not in c.claimed and c.marks[i].said in MERELY):
        of = next(
            (i for i in range(at + 1, len(c.marks)) if c.marks[i].kind != "ARTICLE" and c.marks[i].said != "the"), 0
        )
        if (of, c.named) not in c.subjects:
            continue
        verb = next((i for i in range(of + 1, len(c.marks)) if c.marks[i].kind not in BEHIND), None)
        if verb is None or c.marks[verb].kind not in ("DO", "PAY") or c.marks[verb - 1].said not in PASSIVE:
            continue
        value = "payable" if c.marks[verb].kind == "PAY" else "billable"
        c.say("component", value, at, verb)
        c.claimed.update(at_once)
        for other in others:
            c.say("pair", ("alone", value), codes=(*c.named, other))


def only_one_of_a_kind(c: ClauseReading) -> None:
    """ "Only one guidance code is reported per session", of two that were asked about: the one or the other."""
    services, often = c.at("SERVICE"), c.at("FREQ", "PER_DATE", "TOGETHER")
    ones = [at for at in c.at("NUM", "COUNTED") if c.marks[at].value == 1]
    only = [at for at in c.at("ONLY") if c.marks[at].said in MERELY]
    asked = c.background.asked_codes
    if (
        len(services) != 1
        or len(ones) != 1
        or len(only) != 1
        or len(often) > 1
        or len(asked) < 2
        or c.has("CODE", *OTHERWISE)
    ):
        return
    if not only[0] + 1 == ones[0] == services[0] - 1 or not c.marks[services[0]].said.endswith("code"):
        return
    kin = {one.code for one in c.marks[services[0]].value.candidates}
    spans = all(c.marks[at].kind != "FREQ" or c.marks[at].value in ((1, "session"), (1, "day")) for at in often)
    if not set(asked) <= kin or not spans or not c.has("DO", "PAY"):
        return
    for one, other in combinations(asked, 2):
        c.say("pair", "together", *sorted((*only, *ones, *services, *often)), codes=(one, other), polarity=False)


PASSIVE = frozenset("is are be was were gets get being".split())


def only_begins(c: ClauseReading) -> None:
    """ "77407 only starts on January 1, 2026": the day it begins, and no more."""
    for at in c.at("ONLY"):
        after = c.marks[at + 1 : at + 2]
        begins = [one for one in c.advice if one.kind == "validity" and isinstance(one.value, tuple)]
        if c.marks[at].said == "only" and after and after[0].kind == "START" and begins and not c.has("NEG"):
            c.claimed.add(at)


def both_alike(c: ClauseReading) -> None:
    """ "77385 and 77386 were both deleted": what is said stands for the one and the other; never "not both"."""
    for at in (i for i in c.at("TOGETHER") if i not in c.claimed and c.marks[i].said == "both"):
        if any(i < at for i in c.at("NEG", "WITHOUT")) or c.has("NOT_BOTH", "RATHER", "EXCEPT") or len(c.named) != 2:
            return
        places = [place for place, _ in c.subjects]
        beside = all(place < at for place in places) or (at < places[0] and at + 2 >= places[0])
        told = [one for one in c.advice if one.kind != "pair"]
        each = all(
            {code for one in told if one.kind == kind for code in one.codes} >= set(c.named)
            for kind in {one.kind for one in told}
        )
        if beside and told and len(told) == len(c.advice) and each:
            c.claimed.add(at)


def on_top_of_sets(c: ClauseReading) -> None:
    """ "... one more unit on top of the five full sets": as many as the fractions of the case make."""
    fractions = c.conditions[0].get("fractions") or c.background.fractions
    for at in c.at("TOGETHER"):
        rest = [i for i in range(at + 1, len(c.marks)) if c.marks[i].kind != "ARTICLE" and c.marks[i].said != "the"]
        counted = rest[:1] and c.marks[rest[0]].kind in ("SETCOUNT", "NUM", "UNITS") and c.has("LEFT")
        if c.marks[at].said not in ("on top of", "in addition to", "besides") or not counted or fractions is None:
            continue
        ends = all(c.marks[i].kind == "PUNCT" for i in rest[1:])
        if c.has("ADDITION") and not c.has("NEG") and ends and c.marks[rest[0]].value == fractions // 5:
            c.claimed.update((at, rest[0]))
