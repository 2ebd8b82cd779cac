"""Codes with codes in a clause."""

from __future__ import annotations

from assistant.checking.clause_reading import ClauseReading

SOFT = frozenset({"with", "plus", "both", "as well as", "beside", "both codes"})


def not_both(c: ClauseReading) -> None:
    """ "one or the other", "not both"."""
    codes = c.named if len(c.named) == 2 else c.background.codes
    for at in c.at("NOT_BOTH"):
        if len(codes) == 2:
            c.say("pair", "together", at, *c.at("ONLY", "NEG"), codes=codes, polarity=False)


def _next_is_code(c: ClauseReading, at: int) -> bool:
    rest = [mark for mark in c.marks[at + 1 : at + 4] if mark.value not in ("code", "cpt", "the", "hcpcs")]
    if rest and rest[0].kind == "PRONOUN" and rest[0].said in ("it", "that", "this", "them"):
        return bool(c.background.codes) and bool(c.named)
    return bool(rest) and rest[0].kind in ("CODE", "SERVICE")


def pairs(c: ClauseReading) -> None:
    words = c.at("TOGETHER")
    if not words or c.marks[0].kind == "REPLACES":
        return
    strong = [i for i in words if c.marks[i].said not in SOFT]
    codes = c.named if len(c.named) > 1 else tuple(dict.fromkeys((*c.named, *c.background.codes)))
    joins = [
        i for i in words if c.marks[i].said == "with" and any(p < i for p, _ in c.subjects) and _next_is_code(c, i)
    ]
    both = [i for i in words if c.marks[i].said in ("both", "both codes")]
    if len(codes) >= 2 and (
        strong
        or joins
        or (both and c.at("DO", "PAY", "OK") and not c.at("UNITS", "FREQ", "MOD", "NUM", "ENDED", "ACTIVE", "BUNDLED"))
    ):
        if len(codes) > 4 or c.at("ENDED", "REPLACED"):
            return
        modifiers = tuple(c.marks[i].value for i in c.at("MOD"))
        if modifiers and not c.claimed & set(c.at("MOD")):
            c.claimed.update(c.at("MOD"))
        if not modifiers and c.at("ANY_MODIFIER", "APART") and not c.verb_denied():
            modifiers = ("59",)  # "with a modifier", "for a separate field": one that marks a distinct service
            c.claimed.update(c.at("ANY_MODIFIER", "APART"))
        denied = c.verb_denied() or bool(set(words) & c.denied.objects)
        inherited = () if len(c.named) > 1 else c.inherited
        for i, a in enumerate(codes):
            for b in codes[i + 1 :]:
                c.say(
                    "pair",
                    ("together", modifiers) if modifiers else "together",
                    *words,
                    codes=(a, b),
                    polarity=not denied,
                )
        del inherited
        return
    if not strong:
        last = max((i for i, mark in enumerate(c.marks) if mark.kind != "PUNCT"), default=0)
        c.claimed.update(
            i for i in words if i != last and (i not in both or (len(c.named) > 1 and _next_is_code(c, i)))
        )  # "with modifier 26", "with a report": a plain preposition
