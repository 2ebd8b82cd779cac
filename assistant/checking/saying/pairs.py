"""Codes with codes in a clause."""

from __future__ import annotations

from itertools import combinations

from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.checking.saying.validity import inside_of

ON_ONE_DATE = frozenset(
    {"on the same date", "on the same day", "same date", "same day", "on the same claim", "on the same date of service"}
)
SOFT = frozenset({"with", "plus", "both", "as well as", "beside", "both codes"})


CONDITIONS = ("WITHOUT", "MOD", "IF", "OPENS", "APART", "TAKE_OFF", "DENIED", "ANY_MODIFIER")


def not_both(c: ClauseReading) -> None:
    """ "one or the other", "not both"; "not mutually exclusive" says the opposite, which no table of edits affirms."""
    codes = c.named if len(c.named) == 2 else c.background.codes
    for at in c.at("NOT_BOTH"):
        turned = "not" not in c.marks[at].said and any(i < at for i in c.at("NEG", "WITHOUT"))
        if len(codes) == 2 and not turned and not c.has(*CONDITIONS):
            c.say("pair", "together", at, *c.at("ONLY", "NEG", "TOGETHER"), codes=codes, polarity=False)


def added(c: ClauseReading) -> None:
    """ "Don't add 77387 to 77373": of the two, whether they go together."""
    places = [place for place, codes in c.subjects if c.marks[place].kind == "CODE"]
    if c.advice or len(c.at("APPEND")) != 1 or len(places) != 2 or len(c.named) != 2 or c.has("MOD", "UNITS", "FREQ"):
        return
    verb, between = c.at("APPEND")[0], c.marks[places[0] + 1 : places[1]]
    if places[0] < verb < places[1] and c.marks[verb].said == "added" and c.marks[verb + 1].said == "to":
        c.say("pair", "together", verb, codes=c.named, polarity=not c.verb_denied())  # "77387 is not added to 77373"
    elif verb < places[0] and [mark.said for mark in between if mark.kind != "ARTICLE"] == ["to"]:
        c.say("pair", "together", verb, codes=c.named, polarity=not c.verb_denied())


def bluntly(c: ClauseReading) -> bool:
    """Whether a modifier is said to help always, or for the same thing: more than any edit allows."""
    at_once = set(c.at("TOGETHER"))
    return any(
        mark.said in BLUNT or ("same" in mark.said.split() and i not in at_once) for i, mark in enumerate(c.marks)
    )


BLUNT = frozenset("always even automatically simply generally anyway routinely freely whenever wherever both".split())


def apart(c: ClauseReading) -> list[int]:
    """What makes two services of one date distinct: "a separate field", "a separate non-IMRT field"."""
    ruled_out = [at for at in c.at("SEPARATE") if at + 1 < len(c.marks) and c.marks[at + 1].kind == "ROLE"]
    return [*c.at("APART"), *ruled_out]


def _next_is_code(c: ClauseReading, at: int) -> bool:
    rest = [mark for mark in c.marks[at + 1 : at + 4] if mark.value not in ("code", "cpt", "the", "hcpcs")]
    if rest and rest[0].kind == "PRONOUN" and rest[0].said in ("it", "that", "this", "them"):
        return bool(c.background.codes) and bool(c.named)
    return bool(rest) and rest[0].kind in ("CODE", "SERVICE")


def _narrowed(c: ClauseReading) -> tuple[str, ...]:
    """The codes named; of a service that has several, the one that was spoken of before."""
    spoken_of = {*c.background.codes, *c.background.asked_codes}
    chosen = [tuple(code for code in codes if code in spoken_of) or codes for _, codes in c.subjects]
    return tuple(dict.fromkeys(code for codes in chosen for code in codes))


def _couples(c: ClauseReading, codes: tuple[str, ...], joints: list[int], *, denied: bool) -> list[tuple[str, str]]:
    """ "Not 77280 or 77290 with 77301": each before the joint with each behind it; else each with each."""
    for joint in joints:
        before = [code for place, named in c.subjects if place < joint for code in named if code in codes]
        behind = [code for place, named in c.subjects if place > joint for code in named if code in codes]
        either = any(mark.kind == "AND" and mark.said == "or" for mark in c.marks)
        whole = bool(before) and bool(behind) and {*before, *behind} == set(codes)
        if (denied or either) and whole and set(before).isdisjoint(behind):
            return [(a, b) for a in dict.fromkeys(before) for b in dict.fromkeys(behind)]
    one_of = any(mark.kind == "AND" and mark.said == "or" for mark in c.marks)
    if one_of and joints and len(c.background.codes) == 1 and all(place > joints[0] for place, _ in c.subjects):
        return [
            (c.background.codes[0], one) for one in codes
        ]  # "put it on the date of the plan, alongside 77295 or 77301"
    return list(combinations(codes, 2))


def pairs(c: ClauseReading) -> None:
    words = [at for at in c.at("TOGETHER") if at not in c.claimed]
    if not words or c.at("REPLACES") or _of_one_only(c):
        return
    shut = any(one.kind == "pair" and one.value[0] == "opens" and not one.polarity for one in c.advice)
    if shut and all(c.marks[at].said in ON_ONE_DATE for at in words):
        c.claimed.update(words)  # "no modifier would let both through on the same date"
        return
    if at_once(c, words):
        c.claimed.update(words)
        return
    strong = [i for i in words if c.marks[i].said not in SOFT]
    codes = _narrowed(c) if len(c.named) > 1 else tuple(dict.fromkeys((*c.named, *c.background.codes)))
    codes = codes if len(codes) > 1 else inside_of(c) or codes
    joins = [
        i for i in words if c.marks[i].said in NEXT_TO and any(p < i for p, _ in c.subjects) and _next_is_code(c, i)
    ]
    fronted = [i for i in words if i == 0 and c.marks[i].said == "with" and _next_is_code(c, i) and len(c.named) == 2]
    joins += [i for i in fronted if c.marks[i + 1].kind == "CODE" and c.at("DO", "NEG") and not c.has("UNITS", "FREQ")]
    if not strong and len(c.named) == 2 and not c.has("DO", "PAY", "OK", "NEED", "APPEND") and _of_an_edit(c):
        joins = []  # "77373 with 77407 is indicator 0": the name of the pair, and not that the two go together
    both = [i for i in words if c.marks[i].said in ("both", "both codes")]
    if len(codes) >= 2 and (
        strong
        or joins
        or (both and c.at("DO", "PAY", "OK") and not c.at("UNITS", "FREQ", "MOD", "NUM", "ENDED", "ACTIVE", "BUNDLED"))
    ):
        if len(codes) > 4 or c.at("ENDED", "REPLACED"):
            return
        modifiers = tuple(c.marks[i].value for i in c.at("MOD"))
        if (modifiers or c.at("ANY_MODIFIER")) and bluntly(c) and not c.verb_denied():
            return  # "with 59 for the same field": a modifier opens a pair for separate services only
        if modifiers and not c.claimed & set(c.at("MOD")):
            c.claimed.update(c.at("MOD"))
        distinct = [*c.at("ANY_MODIFIER"), *apart(c)]
        untold = ("untold",) if not modifiers and not c.at("ANY_MODIFIER") else ()
        if not modifiers and distinct and not c.verb_denied():
            modifiers = ("59",)  # "with a modifier", "for a separate field": one that marks a distinct service
        if modifiers and not c.verb_denied():
            c.claimed.update(distinct)  # "with 59 for a separate site"
        c.claimed.update(
            i for i in c.at("PER_DATE") if c.marks[i].said in ("on one date", "on a single date", "on one day")
        )
        next_to = any(c.marks[i].said in ON_TOP for i in words)  # "no 77300 beside it", "no 77387 goes next to 77373"
        denied = c.verb_denied() or bool(set(words) & c.denied.objects) or bool((fronted or next_to) and c.denied.codes)
        if next_to and c.denied.codes:
            c.denied.loose.clear()
        if denied and _technical_part(c, words, codes):
            c.say("pair", ("included", "technical", codes[1:]), *words, *c.at("TECHNICAL"), codes=codes)
            return
        said = ("together", modifiers, *untold) if modifiers else "together"
        for two in _couples(c, codes, strong or joins, denied=denied):
            c.say("pair", said, *words, codes=two, polarity=not denied)
            if modifiers and not denied and (bearer := _bearer(c)) in two:
                other = next(code for code in two if code != bearer)
                c.say("pair", ("needs", modifiers, (bearer,)), codes=(bearer, other))
        if not denied and any("claim" in c.marks[i].said for i in words):
            for code in codes:  # one claim has one biller: each code needs a place on it
                c.say("component", "billable", *words, codes=(code,))
        return
    if not strong:
        last = max((i for i, mark in enumerate(c.marks) if mark.kind != "PUNCT"), default=0)
        c.claimed.update(
            i for i in words if i != last and (i not in both or (len(c.named) > 1 and _next_is_code(c, i)))
        )  # "with modifier 26", "with a report": a plain preposition


def _bearer(c: ClauseReading) -> str:
    """ "... together with a modifier on 77333": the code that the modifier is put on, which must be the one denied."""
    for at in c.at("MOD", "ANY_MODIFIER"):
        behind = [mark for mark in c.marks[at + 1 : at + 4] if mark.kind != "ARTICLE" and mark.said != "the"]
        if len(behind) > 1 and behind[0].said in ("on", "to") and behind[1].kind == "CODE":
            return str(behind[1].value)
    return ""


AT_ONCE = (
    "both",
    "both codes",
    "on the same date",
    "on the same day",
    "the same date",
    "the same day",
    "on one date",
    "same day",
    "same date",
)
BOUNDED = ("NEG", "BUT", "ONLY", "EXCEPT", "WITHOUT", "RATHER", "TURN", "AT_LEAST", "AT_MOST", "THEN", "DOUBT")
VERBS = ("OK", "PAY", "APPEND", "DO", "NEED")
CHARGED = ("OK", "PAY", "APPEND", "SEPARATE", "NEED", "MOD", "UNITS", "FREQ", "ADDITION")


def at_once(c: ClauseReading, words: list[int]) -> bool:
    """Whether "both" or "on the same date" only tells when, of codes of which something else is said.

    "77470 is bundled into 77301 on the same date", "no modifier opens both", "both belong to APC 5622", and of a
    session what it is: "photons to two isocenters in the same session are a level 3 service".
    """
    said = {c.marks[at].said for at in words}
    if said == {"in the same session"} and len(c.named) == 1:
        verbs = [at for at, mark in enumerate(c.marks) if mark.said in ("is", "are") or mark.kind in ("CODE", *VERBS)]
        return bool(verbs) and c.marks[verbs[0]].said in ("is", "are") and words[-1] < verbs[0]
    said -= {"with", "plus"}
    if not said or not said <= set(AT_ONCE) or c.has(*CHARGED):
        return False
    if c.has("OPENS") and _of_an_edit(c):
        return True
    if c.has("APC") and not c.has("BUNDLED", "NEG"):
        return True
    inside = [at for at in c.at("BUNDLED") if [mark.said for mark in c.marks[at + 1 : at + 2]] in (["into"], ["in"])]
    return bool(inside or inside_of(c)) and not c.has("DO", *BOUNDED)


def _of_one_only(c: ClauseReading) -> bool:
    """ "On one date only 77333 is paid": not that it goes with the other."""
    places = [place - 1 for place, _ in c.subjects]
    return len(c.named) == 1 and any(at in places and c.marks[at].said == "only" for at in c.at("ONLY"))


def _of_an_edit(c: ClauseReading) -> bool:
    return any(one.kind == "pair" and one.value[0] in ("indicator", "opens") for one in c.advice)


def _technical_part(c: ClauseReading, words: list[int], codes: tuple[str, ...]) -> bool:
    """ "The technical part of 77387 is never billed on top of 77407": said of a part, which lies inside the other."""
    parts = c.at("TECHNICAL")
    first = next((place for place, named in c.subjects if codes[0] in named), None)
    if len(parts) != 1 or len(codes) != 2 or first is None or c.has("PROFESSIONAL", "GLOBAL", "MOD", "ONLY"):
        return False
    return parts[0] < first < words[0] and len(words) == 1 and c.marks[words[0]].said in ON_TOP


NEXT_TO = frozenset({"with", "beside"})
ON_TOP = frozenset({"on top of", "in addition to", "beside", "besides", "next to"})


def added_beside(c: ClauseReading) -> None:
    """ "You can add 77295", "report 77290 as well", of a question about 77301: the two go on one claim."""
    marks = c.marks
    verbs = [at for at in c.at("APPEND") if any(mark.kind in ("CODE", "SERVICE") for mark in marks[at + 1 : at + 4])]
    verbs += [at for at in c.at("APPEND") if marks[at].said == "added" and "to" not in [one.said for one in marks[at:]]]
    well = [at for at in range(len(marks) - 1) if [marks[at].said, marks[at + 1].said] == ["as", "well"]]
    also = [at for at in c.at("AND") if marks[at].said == "also"]
    others = [code for code in c.background.asked_codes if code not in c.named]
    if not (verbs or well or also) or not others or not c.named or any(one.kind == "pair" for one in c.advice):
        return
    if c.has("MOD") or c.verb_denied() or not any(one.polarity for one in c.advice):
        return
    distinct = [*c.at("ANY_MODIFIER"), *apart(c)]
    if distinct and bluntly(c):
        return
    for asked in others:
        for code in c.named:
            c.say("pair", ("together", ("59",)) if distinct else "together", *distinct, codes=(asked, code))
