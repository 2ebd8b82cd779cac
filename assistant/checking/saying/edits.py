"""What a clause says of an NCCI pair: its indicator, its columns, whether there is one, whether a modifier opens it."""

from __future__ import annotations

from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.checking.saying.pairs import apart, bluntly
from assistant.rules.modifiers import DISTINCT

OTHER_MATTERS = ("UNITS", "FREQ", "NUM", "ENDED", "REPLACED", "REPLACES", "MUE")


def edits(c: ClauseReading) -> None:
    """ "The pair has indicator 1", "77334 is column 2", "no modifier opens it"."""
    if not (c.has("INDICATOR", "COLUMN", "OPENS", "CLOSED", "PAIR") or _indicator_told(c)) or c.has(*OTHER_MATTERS):
        return
    pair = pair_of(c)
    if not pair:
        return
    _indicator(c, pair)
    _column(c, pair)
    _opens(c, pair)
    _exists(c, pair)
    if any(one.kind == "pair" for one in c.advice):
        same_date = [
            at for at in c.at("PER_DATE") if c.marks[at].said in ("on one date", "on a single date", "on one day")
        ]
        standing = [at for at in c.at("ACTIVE") if c.marks[at].said in ("in force", "in effect", "current", "valid")]
        c.claimed.update((*c.at("PAIR"), *apart(c), *same_date, *standing, *_coupling(c)))


def _indicator_told(c: ClauseReading) -> bool:
    return any(one.kind == "pair" and one.value[0] == "indicator" for one in c.background.previous)


def _coupling(c: ClauseReading) -> list[int]:
    """ "77523 against 77407", "the combination of the two": the words that make two codes a pair."""
    told = len(c.named) == 2 and c.has("INDICATOR")
    between = [at for at, mark in enumerate(c.marks) if mark.said == "against" and 0 < at < len(c.marks) - 1]
    joined = [at for at in between if {c.marks[at - 1].kind, c.marks[at + 1].kind} == {"CODE"}]
    one = [at for at, mark in enumerate(c.marks) if mark.said == "combination" and c.marks[at + 1].said in ("of", "is")]
    return [*joined, *one] if told else []


def pair_of(c: ClauseReading) -> tuple[str, ...]:
    """The two codes of the pair: named here, or the one named here and its partner, or both from before."""
    if len(c.named) == 2:
        return c.named
    if len(c.named) > 2:
        return ()
    before = [one.codes[:2] for one in c.background.previous if one.kind == "pair"]
    for codes in (c.background.codes, *before, c.background.asked_codes):
        if len(set(codes)) == 2 and set(c.named) <= set(codes):
            return (*c.named, *(code for code in codes if code not in c.named))
    return ()


def speaks_of_a_pair(c: ClauseReading) -> bool:
    """Whether the clause is about an edit, and not about what each of two codes is by itself."""
    slash = any(
        mark.value == "/" and 0 < at < len(c.marks) - 1 and c.marks[at - 1].kind == c.marks[at + 1].kind == "CODE"
        for at, mark in enumerate(c.marks)
    )
    return slash or not c.named or c.has("LOSES", "PAIR", "OPENS", "CLOSED", "COLUMN", "TOGETHER") or bool(_coupling(c))


def _indicator(c: ClauseReading, pair: tuple[str, ...]) -> None:
    for at in c.at("INDICATOR"):
        if c.marks[at].value in "01" and speaks_of_a_pair(c):
            c.say("pair", ("indicator", c.marks[at].value), at, codes=pair, polarity=c.polarity(at))
            if not c.has("OPENS", "CLOSED") and c.has("NO_MODIFIER"):  # "0, no modifier"
                c.say("pair", ("opens", ()), *c.at("NO_MODIFIER"), codes=pair, polarity=False)


def _column(c: ClauseReading, pair: tuple[str, ...]) -> None:
    """ "77334 is the column 2 code of the pair": said of the code before it."""
    for at in c.at("COLUMN"):
        before = [codes for place, codes in c.subjects if place < at]
        if not before and at + 1 < len(c.marks) and c.marks[at + 1].value == ":":
            before = [codes for _, codes in c.subjects[:1]]  # "column 1: 77338"
        if not c.named and c.background.codes_from == "clause before":
            before = [c.background.codes]  # "59 on 77334, the column 2 code"
        if before and len(before[-1]) == 1 and before[-1][0] in pair:
            one = before[-1][0]
            other = next(code for code in pair if code != one)
            c.say("pair", ("column", c.marks[at].value), at, codes=(one, other), polarity=c.polarity(at))


def _opens(c: ClauseReading, pair: tuple[str, ...]) -> None:
    if c.has("DENIED", "TAKE_OFF", "WITHOUT", "ONLY", "UNNEEDED", "NEED"):
        return
    spoken_of = c.at("MOD", "ANY_MODIFIER", "NO_MODIFIER", "MODIFIER_WORD")
    places = c.at("OPENS", "CLOSED")
    nots = [at for at in c.at("NEG", "NO_MODIFIER", "CLOSED") if c.marks[at].said != "nor"]
    nots += [at for at in c.at("NONE") if c.marks[at].said == "nothing"]
    told = _indicator_told(c)
    able = told and any(c.marks[i].said in ("can", "may", "can be", "may be") for i in c.at("OK"))
    if not places and told and set(c.named) <= set(pair) and spoken_of:
        places = [i for i in c.at("DO", "APPEND") if c.marks[i].said in APPLIED and able]  # "59 can be used"
        places += [i for i in c.at("PAY") if c.marks[i].said in PERMITTED]
        places += [i for i in c.at("OK") if c.marks[i].said in POSSIBLE and not c.named]
    hard = any(c.marks[i].said == "hard edit" for i in c.at("CLOSED"))  # "77373 with 77407 is a hard edit"
    if not places and (subject := c.at("PAIR", "INDICATOR")):  # "this pair allows a modifier"
        places = [i for i in c.at("PAY") if c.marks[i].said in ALLOWS and subject[0] < i < min(spoken_of or [0])]
    if not places or not (
        spoken_of or able or hard or c.has("PAIR") or (nots and (told or c.has("INDICATOR", "NONE")))
    ):
        return  # "the edit can't be bypassed"
    if len(nots) > 1 or len(places) > 1 or (not nots and (_any_whatever(c) or bluntly(c))):
        return  # two nots, or any modifier at all: nothing we dare to read
    if any(word in c.marks[i].said for i in c.at("NO_MODIFIER") for word in ("need", "requir", "necess")):
        return  # "no modifier is needed to open it"
    modifiers = tuple(dict.fromkeys(c.marks[i].value for i in c.at("MOD")))
    c.say("pair", ("opens", modifiers), *places, *spoken_of, *nots, codes=pair, polarity=not nots)
    rescued = [mark for mark in c.marks[places[0] + 1 : places[0] + 2] if mark.kind == "CODE" and mark.value in pair]
    if rescued and c.marks[places[0]].said == "rescue":  # "a modifier can rescue 77332": the one that is denied
        other = next(code for code in pair if code != rescued[0].value)
        c.say("pair", ("column", "2"), codes=(str(rescued[0].value), other))
    c.claimed.update((*c.at("OK"), *(apart(c) if modifiers and not nots else ())))


ALLOWS = frozenset("allow allows permit permits accept accepts".split())
PERMITTED = frozenset("allowed permitted permissible accepted".split())
POSSIBLE = frozenset("possible available ok okay fine justified".split())
APPLIED = frozenset({*"used use appended append added add attached reported applied".split(), "used for"})


def gets_paid(c: ClauseReading) -> None:
    """ "No modifier will get 77290 paid with 77301": none opens the pair."""
    none, paying = c.at("NO_MODIFIER"), c.at("PAY")
    pair = pair_of(c)
    able = any(mark.said in ("will", "can", "would", "could") for mark in c.marks)
    plain = {mark.kind for mark in c.marks} <= GETTING
    if len(none) == 1 and none[0] < (paying or [0])[0] and len(pair) == 2 and able and plain and not c.advice:
        c.say("pair", ("opens", ()), *none, *paying, *c.at("TOGETHER", "LINK", "OK"), codes=pair, polarity=False)
        c.denied.loose.clear()


GETTING = frozenset("NO_MODIFIER OK LINK CODE PAY TOGETHER WORD ARTICLE PUNCT SERVICE DO".split())


def _any_whatever(c: ClauseReading) -> bool:
    return any(c.marks[i].said.startswith(("any", "either")) for i in c.at("ANY_MODIFIER"))


def _exists(c: ClauseReading, pair: tuple[str, ...]) -> None:
    """ "There is no edit between the two"."""
    if any(one.kind == "pair" for one in c.advice) or c.has("PAY", "BUNDLED", "MOD", "ANY_MODIFIER", "NO_MODIFIER"):
        return
    for at in c.at("PAIR")[:1]:
        being = any(mark.said in ("is", "are", "exists", "has", "links", "have") for mark in c.marks)
        existing = [i for i in c.at("ACTIVE") if c.marks[i].said.startswith("exist")]
        if at in c.denied.objects:
            c.say("pair", ("edit",), at, *existing, codes=pair, polarity=False)
        elif being and len(c.named) == 2 and not c.verb_denied() and not c.denied.objects:
            c.say("pair", ("edit",), at, *existing, codes=pair)


def when_apart(c: ClauseReading) -> bool:
    """ "..., when the device is for a separate field": the case in which a modifier opens the pair spoken of."""
    if c.joint != "if":
        return False
    marking = [
        one for one in c.background.previous if one.kind == "modifier" and one.value in DISTINCT and one.polarity
    ]
    told = bool(marking) or any(one.kind == "pair" for one in c.background.previous)
    distinct = apart(c) or c.at("SEPARATE")
    pair = pair_of(c)
    named = not c.named or (len(pair) == 2 and set(c.named) <= set(pair))
    return told and bool(distinct) and named and {mark.kind for mark in c.marks} <= CASE


def on_column_two(c: ClauseReading) -> None:
    """ "Use 59 on 77334", where that code and another were asked about: on the one that the edit denies."""
    pair = c.background.asked_codes
    for one in list(c.advice):
        marking = one.kind == "modifier" and one.value in DISTINCT and one.polarity and not one.inherited
        if marking and len(pair) == 2 and len(one.codes) == 1 and one.codes[0] in pair:
            other = next(code for code in pair if code != one.codes[0])
            c.say("pair", ("needs", (one.value,), one.codes), codes=(one.codes[0], other))
            c.claimed.update(apart(c))


def borne_by(c: ClauseReading) -> None:
    """ "77263-25 opens the pair", "25 goes on 77427": which of the two bears it is said as well."""
    for one in list(c.advice):
        opened = one.kind == "pair" and isinstance(one.value, tuple) and one.value[0] in ("opens", "together")
        if not opened or not one.polarity or not one.value[1] or len(one.codes) != 2:
            continue
        for bearer in _bearers(c) & set(one.codes):
            other = next(code for code in one.codes if code != bearer)
            c.say("pair", ("needs", one.value[1], (bearer,)), codes=(bearer, other))


def _bearers(c: ClauseReading) -> set[str]:
    """The codes that a modifier stands behind, or on which it is put."""
    borne = {c.marks[at].said for at in c.at("MOD")}
    for at in c.at("CODE"):
        before = [mark for mark in c.marks[max(0, at - 4) : at] if mark.kind != "ARTICLE"]
        put = bool(before) and before[-1].said in ("on", "to")
        if put and any(mark.kind in ("MOD", "ANY_MODIFIER") for mark in before):
            borne.add(str(c.marks[at].value))
    return borne


CASE = frozenset(
    "SPAN OK CODE WORD ARTICLE PRONOUN APART SEPARATE ROLE THING SERVICE PUNCT AND LINK FACT COUNTED SITE".split()
)


def _only_with(c: ClauseReading) -> list[int]:
    """ "only with a modifier": it needs one."""
    return [
        i
        for at in c.at("ONLY")
        for i in (at, at + 1)
        if at + 1 < len(c.marks) and c.marks[at + 1].said == "with" and at + 2 in c.at("MOD", "ANY_MODIFIER")
    ]


def left_alone(c: ClauseReading) -> None:
    """ "Report 77333 alone", "leave 77332 off": which of two codes stays, so that the other one goes."""
    pair = pair_of(c)
    if c.advice or len(c.named) != 1 or not pair or c.has("NEG", "MOD", "TOGETHER", "IF", *OTHER_MATTERS):
        return
    at = next((place for place, codes in c.subjects if codes == c.named), 0)
    alone = [i for i in c.at("ONLY") if c.marks[i].said in ("alone", "only", "just") and abs(i - at) <= 2]
    off = c.at("TAKE_OFF")
    if bool(alone) == bool(off) or not {mark.kind for mark in c.marks} <= LEAVING:
        return
    stays, goes = pair if alone else pair[::-1]
    c.say("pair", "together", *alone, *off, *c.at("DO"), codes=(stays, goes), polarity=False)
    c.say("pair", ("stays",), at, codes=(stays, goes))
    c.denied.loose.clear()


LEAVING = frozenset("WORD ARTICLE CODE SERVICE ONLY TAKE_OFF DO PUNCT BILLER SETTING PAYER DATE OK PRONOUN".split())


def no_modifier_needed(c: ClauseReading) -> None:
    """ "The pair has indicator 1, so no modifier is needed": denies that one has to open it."""
    told = c.has("COLUMN", "INDICATOR", "PAIR") or any(one.kind == "pair" for one in c.background.previous)
    pair = pair_of(c) if told and not c.has("OPENS", "CLOSED", *OTHER_MATTERS) else ()
    places = [at for at in c.at("NO_MODIFIER") if at not in c.claimed]
    if not places or not pair or c.verb_denied() or c.denied.objects:
        return
    shut = any(one.kind == "pair" and one.value == ("indicator", "0") and one.polarity for one in c.background.previous)
    if shut and not c.has("NEED"):  # "0, no modifier"
        c.say("pair", ("opens", ()), *places, codes=pair, polarity=False)
        return
    said_of = c.named if len(c.named) == 1 else ()
    c.say("pair", ("needs", (), said_of), *places, *c.at("NEED"), codes=pair, polarity=False)


def needed_to_open(c: ClauseReading) -> None:
    """ "77334 needs a modifier in that case": where a pair is spoken of, one that opens it."""
    needs = [at for at in c.at("NEED") if at not in c.denied.verbs] or _only_with(c)
    told = [one for one in c.background.previous if one.kind == "pair"]
    asked = len(c.background.asked_codes) == 2 and bool(c.named) and c.has("MODIFIER_WORD")
    at_hand = c.has("COLUMN", "INDICATOR", "PAIR") or bool(told) or asked
    pair = pair_of(c) if at_hand and not c.has(*OTHER_MATTERS) else ()
    if not needs or not pair or c.at("UNNEEDED") or c.denied.objects:
        return
    modifiers = tuple(c.marks[i].value for i in c.at("MOD"))
    places = [
        *c.at("MOD"),
        *(c.at("MODIFIER_WORD") if asked else ()),
        *(i for i in c.at("ANY_MODIFIER") if not c.marks[i].said.startswith("any")),
    ]
    if not places or not set(modifiers) <= DISTINCT or c.claimed & set(places):
        return
    said_of = c.named or (c.background.codes if len(c.background.codes) == 1 else ())
    first = said_of if len(said_of) == 1 and said_of[0] in pair else ()
    c.say("pair", ("needs", modifiers, first), *needs, *places, *apart(c), codes=pair)
