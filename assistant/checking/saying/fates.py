"""What becomes of a code of an edit: which of the two denies, and whether it is paid with a modifier or without."""

from __future__ import annotations

from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.checking.saying.edits import OTHER_MATTERS, pair_of
from assistant.rules.modifiers import DISTINCT


def falls_away(c: ClauseReading) -> None:
    """ "77332 loses to 77333", "so the 77332 stays denied": of a pair that is spoken of, the one that does not pay."""
    fates = [*c.at("LOSES"), *(at for at in c.at("DENIED") if c.marks[at].said in DENYING)]
    pair = pair_of(c)
    the_one = any(mark.said.startswith("the one ") for mark in c.marks)
    spoken_of = the_one or c.has("LOSES", "INDICATOR") or any(one.kind == "pair" for one in c.background.previous)
    told = [one for one in c.advice if one.kind != "pair"]
    with_it = [at for at in c.at("TOGETHER") if c.marks[at].said == "with" and _leads_to_indicator(c, at)]
    if len(fates) != 1 or not pair or not spoken_of or told or not {mark.kind for mark in c.marks} <= FALLING_AWAY:
        return
    if len(with_it) != len(c.at("TOGETHER")):
        return
    before = tuple(code for place, codes in c.subjects if place < fates[0] for code in codes)
    if len(before) != 1 or before[0] not in pair or (len(c.named) == 2 and not c.has("LOSES")):
        return
    other = next(code for code in pair if code != before[0])
    c.say("pair", ("column", "2"), *sorted((*fates, *with_it)), codes=(before[0], other))
    c.denied.loose.difference_update(fates)
    shut = [at for at in c.at("NO_MODIFIER") if at not in c.claimed]
    if shut:  # "with no modifier allowed"
        c.say("pair", ("opens", ()), *shut, *c.at("PAY"), codes=pair, polarity=False)


def _leads_to_indicator(c: ClauseReading, at: int) -> bool:
    """ "loses to 77333 with indicator 0"."""
    ahead = [mark.kind for mark in c.marks[at + 1 : at + 3] if mark.kind != "ARTICLE" and mark.said != "the"]
    return ahead[:1] == ["INDICATOR"]


DENYING = frozenset("denies denied".split())
FALLING_AWAY = frozenset(
    """TOGETHER AND OPENS PAIR WORD ARTICLE CODE LOSES DENIED PUNCT LINK NO_MODIFIER PAY INDICATOR PRONOUN
    SERVICE""".split()
)


def without_one(c: ClauseReading) -> None:
    """ "Without a modifier 77334 is denied": of a pair spoken of, that one must open it."""
    bare = [at for at in c.at("NO_MODIFIER") if c.marks[at].said.startswith(("without", "w/o", "with no"))]
    fates = c.at("DENIED", "PAY")
    pair = pair_of(c)
    if len(bare) != 1 or len(fates) != 1 or not pair or c.advice or c.has("MOD", "IF", "ONLY", *OTHER_MATTERS):
        return
    refused = c.marks[fates[0]].kind == "DENIED" or fates[0] in c.denied.verbs
    if len(c.at("NEG")) > 1 or (c.marks[fates[0]].kind == "DENIED" and c.has("NEG")):
        return
    c.say("pair", ("needs", (), c.named[:1]), *bare, *fates, *c.at("NEG"), codes=pair, polarity=refused)


def fate_with_one(c: ClauseReading) -> None:
    """ "Even with XS, 77290 is denied", "with XS it is paid": whether that opens the pair."""
    mods, fates, pair = c.at("MOD"), c.at("DENIED", "PAY"), pair_of(c)
    beside = [at for at in range(len(c.marks)) if c.marks[at].said in WITH_ONE]
    if len(fates) != 1 or not mods or len(beside) != 1 or beside[0] > mods[0] or not pair or c.advice:
        return
    if not {mark.kind for mark in c.marks} <= OF_A_FATE or len(c.at("NEG")) > 1:
        return
    denies = c.marks[fates[0]].kind == "DENIED"
    if not denies and c.marks[beside[0]].said == "with or without" and not c.has("NEG"):
        c.say("pair", ("needs", (), c.named[:1]), *beside, *mods, *fates, codes=pair, polarity=False)
        return  # "paid with or without 59"
    if (denies and c.has("NEG")) or (
        not denies and c.marks[beside[0]].said in ("with or without", "even with") and not c.has("NEG")
    ):
        return
    modifiers = tuple(c.marks[i].value for i in mods)
    if not set(modifiers) <= DISTINCT:
        return
    if len(c.named) == 1:  # a fate of the code that the pair denies
        other = next(code for code in pair if code not in c.named)
        c.say("pair", ("column", "2"), fates[0], codes=(c.named[0], other))
    refused = denies or fates[0] in c.denied.verbs
    c.say("pair", ("opens", modifiers), *beside, *mods, *fates, *c.at("NEG"), codes=pair, polarity=not refused)


WITH_ONE = frozenset({"with", "even with", "with or without"})
OF_A_FATE = frozenset(
    """WORD ARTICLE CODE SERVICE PRONOUN MOD MODIFIER_WORD TOGETHER REGARDLESS OPTIONAL DENIED PAY NEG OK LINK PUNCT
    AND""".split()
)
