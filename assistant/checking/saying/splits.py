"""Whether a clause says that a code splits, and what a modifier itself means."""

from __future__ import annotations

from assistant.checking.clauses.clause_reading import ClauseReading

MEANS = frozenset(
    {
        "flags",
        "signals",
        "indicates",
        "reports",
        "tells",
        "is",
        "are",
        "means",
        "mean",
        "marks",
        "stands for",
        "stand for",
        "isn't",
        "represents",
    }
)
PASSED = ("the", "a", "for", "does", "do")
OF_A_SPLIT = frozenset({"TECHNICAL", "PROFESSIONAL", "PUNCT", "AND", "MOD", "COMPONENT"})
NOBODY = ("nothing", "there is no", "there's no", "there is not", "there isn't", "no", "without")


def no_split(c: ClauseReading) -> None:
    """ "There is nothing to split", "no technical part from which a professional part could be split"."""
    splits = c.at("SPLIT")
    if not splits or not c.codes or c.has("UNITS", "FREQ", "NUM", "ONLY", "EXCEPT", "BUT"):
        return
    nots = [
        at
        for at, mark in enumerate(c.marks[: splits[0]])
        if (mark.kind == "NONE" and mark.said == "nothing") or (mark.kind == "NEG" and mark.said in NOBODY)
    ]
    between = c.marks[nots[0] + 1 : splits[0]] if nots else []
    if (
        len(nots) == 1 and between and {mark.kind for mark in between} <= OF_A_SPLIT
    ):  # "no professional/technical split"
        c.say("component", "splits", nots[0], *splits, *range(nots[0] + 1, splits[0]), polarity=False)
        return
    if len(nots) != 1 or len(c.at("NEG", "NONE")) != 1 or any(mark.kind == "PUNCT" for mark in between):
        return
    parts = c.at("TECHNICAL", "PROFESSIONAL")
    c.say("component", "splits", nots[0], *splits, polarity=False)
    first = [at for at in parts if at > nots[0]][:1]  # "no technical part from which ...": that part is not there
    for at in first:
        c.say("component", c.marks[at].kind.lower(), at, polarity=False)
    c.claimed.update(at for at in parts if at > nots[0])


def marked_by(c: ClauseReading) -> None:
    """ "The professional component is 26": the part first, and the modifier that marks it."""
    rest = [(at, mark) for at, mark in enumerate(c.marks) if mark.kind not in ("ARTICLE", "PUNCT", "MODIFIER_WORD")]
    rest = [
        (at, mark) for at, mark in rest if mark.said not in (*PASSED, "by", "with", "as", "shown", "marked", "reported")
    ]
    kinds = [mark.kind for _, mark in rest if mark.said not in ("is", "takes", "not")]
    if len(kinds) != 2 or kinds[0] not in ("TECHNICAL", "PROFESSIONAL") or kinds[1] != "MOD" or c.has("NEG"):
        return
    part, modifier = c.at("TECHNICAL", "PROFESSIONAL")[0], c.at("MOD")[0]
    if not any(mark.said in ("is", "takes") for mark in c.marks[part:modifier]) or c.marks[modifier].said:
        return
    value = ("means", c.marks[modifier].value, c.marks[part].kind.lower())
    c.say("modifier", value, part, modifier)


def meaning(c: ClauseReading) -> None:
    """ "26 means the professional component", "PC isn't professional component": said of the modifier itself."""
    for at in c.at("MOD"):
        ahead = [(i, mark) for i, mark in enumerate(c.marks[at + 1 : at + 8], at + 1) if mark.said not in PASSED]
        rest = [(i, mark) for i, mark in ahead if mark.kind not in ("ARTICLE", "NEG", "MODIFIER_WORD")]
        if rest and rest[0][1].kind in ("TECHNICAL", "PROFESSIONAL", "GLOBAL") and len(rest) < len(ahead):
            rest.insert(0, ahead[0])  # "isn't the professional component": the verb is in the denial
        if len(rest) < 2 or not (rest[0][1].said in MEANS or rest[0][1].kind in ("SPAN", "NEG")):
            continue
        place, part = rest[1]
        alone = len(c.at("MOD")) == 1 and not c.named and not c.has("APPEND", "NEED", "UNITS", "FREQ")
        alone = alone and c.at("DO") in ([], [place])  # "PC reports a wrong procedure"
        if part.kind in ("TECHNICAL", "PROFESSIONAL", "GLOBAL", "ADVERSE") and alone and len(c.at("NEG")) < 2:
            value = ("means", c.marks[at].value, part.kind.lower())
            c.say("modifier", value, at, place, *c.at("NEG"), *c.at("SPAN"), polarity=not c.at("NEG"))
