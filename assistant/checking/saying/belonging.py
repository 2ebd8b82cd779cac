"""What a code is added to, who alone may bill it, and what is said of all the codes together."""

from __future__ import annotations

from dataclasses import replace

from assistant.checking.clauses.agents import is_label
from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.checking.marking.marks import Mark


def added_to(c: ClauseReading) -> None:
    """ "77293 is an add-on to 77295 or 77301": judged against the list of its primary codes."""
    for at in c.at("ADD_ON"):
        behind = next((i for i in (at + 1, at + 2) if i < len(c.marks) and c.marks[i].said == "to"), None)
        if behind is None or (behind == at + 2 and c.marks[at + 1].said not in ("code", "service")):
            continue
        own = tuple(code for place, codes in c.subjects if place < at for code in codes) or c.background.codes
        listed = _list_from(c.marks, behind + 1)
        targets = tuple(dict.fromkeys(code for place, codes in c.subjects if place in listed for code in codes))
        if len(own) != 1 or not targets or own[0] in targets:
            continue
        c.say("pair", ("add_on_to", targets), at, *listed, codes=(own[0], *targets), polarity=c.polarity(at))


def _list_from(marks: list[Mark], start: int) -> list[int]:
    listed: list[int] = []
    for at in range(start, len(marks)):
        if marks[at].kind in ("CODE", "SERVICE"):
            listed.append(at)
        elif marks[at].kind not in ("AND", "PUNCT", "ARTICLE") and marks[at].said not in ("the", "either", "code"):
            break
    return listed


def owned(c: ClauseReading) -> None:
    """ "77427 belongs to the physician": the work is all theirs; "does not belong to": none of it is."""
    for at in c.at("BELONGS"):
        rest = [mark for mark in c.marks[at + 1 : at + 4] if mark.kind != "ARTICLE" and mark.said != "the"]
        owner = rest[0] if rest else None
        if owner is None or not c.codes or c.has("UNITS", "FREQ", "MOD", "TECHNICAL", "PROFESSIONAL", "ONLY"):
            continue
        if owner.kind == "BILLER" and owner.value in PART_OF:
            part = PART_OF[owner.value]
        elif owner.kind == "SETTING" and str(owner.value).startswith("hospital"):
            part = "technical"
        else:
            continue
        polarity = c.polarity(at)
        own = tuple(code for place, codes in c.subjects if place < at for code in codes) or None
        c.say("component", ("only", part) if polarity else part, at, codes=own, polarity=polarity)


def labelled(c: ClauseReading) -> None:
    """ "Facility claim: 77301": on that bill, and as it stands, without a modifier."""
    if c.advice or not c.marks or not c.has("CODE") or not is_label(c.marks, 0):
        return
    colon = next((at for at, mark in enumerate(c.marks) if mark.value == ":"), None)
    if colon is None or not {mark.kind for mark in c.marks[colon + 1 :]} <= {"CODE", "PUNCT", "AND"}:
        return
    for code in c.named:
        c.say("component", "billable", *c.at("CODE"), codes=(code,))
        c.say("modifier", "none", colon, codes=(code,))


PART_OF = {"professional": "professional", "facility": "technical"}


def only_where(c: ClauseReading) -> None:
    """ "Only freestanding centers are paid for 77417", "paid only in an office": there, and nowhere else."""
    pays = [at for at in c.at("PAY") if c.marks[at].said not in ("cover", "covers", "covered", "recognized")]
    places = [at for at in c.at("SETTING") if c.marks[at].value in OTHER_PLACE]
    if (
        len(places) != 1
        or not pays
        or not c.codes
        or c.advice
        or c.has("NEG", "NONE", "MOD", "UNITS", "FREQ", "WITHOUT")
    ):
        return
    between = [mark.said for mark in c.marks]
    for at in c.at("ONLY"):
        behind = [
            i for i in range(at + 1, min(at + 5, len(c.marks))) if between[i] not in ("in", "to", "the", "a", "an")
        ]
        if c.marks[at].said not in ("only", "just", "solely", "exclusively") or behind[:1] != places:
            continue
        here, elsewhere = OTHER_PLACE[c.marks[places[0]].value]
        c.say("component", "payable", at, *pays)
        told = c.advice.pop()
        c.advice += [
            replace(told, condition={**told.condition, **here}),
            replace(told, condition={**told.condition, **elsewhere}, polarity=False),
        ]


OFFICE: dict[str, str | None] = {"setting": "freestanding", "biller": None}
HOSPITAL: dict[str, str | None] = {"setting": "hospital_outpatient", "biller": "facility"}
OTHER_PLACE = {
    "freestanding": (OFFICE, HOSPITAL),
    "office": (OFFICE, HOSPITAL),
    "hospital_outpatient": (HOSPITAL, OFFICE),
}


def only_biller(c: ClauseReading) -> None:
    """ "Only the physician can bill 77427": true of a code that is the physician's alone."""
    for at in c.at("ONLY"):
        rest = [i for i in range(at + 1, min(at + 4, len(c.marks))) if c.marks[i].said != "the"]
        who = rest[0] if rest and c.marks[rest[0]].kind == "BILLER" else None
        verb = any(mark.kind == "DO" for mark in c.marks[at + 1 : at + 6])
        if who is None or not verb or c.marks[at].said != "only" or c.marks[who].value != "professional":
            continue
        if not c.codes or c.has("NEG", "WITHOUT", "TURN", "UNITS", "FREQ", "MOD", "TECHNICAL", "PROFESSIONAL"):
            continue
        c.say("component", ("only", "professional"), at, *c.at("DO"))


def all_of_them(c: ClauseReading) -> None:
    """ "All three have status S": the codes that were asked about, when they are that many."""
    if c.named or c.has("NEG", "APPEND", "OK", "UNITS") or any(_acts(c.marks[at].said) for at in c.at("DO")):
        return  # "bill all three"
    _both(c)
    for at in c.at("EVERY"):
        number = c.marks[at + 1] if at + 1 < len(c.marks) else None
        if c.marks[at].said != "all" or number is None or number.kind not in ("NUM", "COUNTED", "DAYS"):
            continue
        after = c.marks[at + 2].said if at + 2 < len(c.marks) else ""
        if number.noun is not None or after in ("fractions", "sessions", "units", "dates", "treatments", "of"):
            continue
        for codes in (c.background.codes, c.background.asked_codes):
            if len(codes) == number.value:
                c.background = replace(c.background, codes=codes)
                c.codes, c.inherited = codes, ("code: question",)
                c.claimed.update((at, at + 1))
                return


def _both(c: ClauseReading) -> None:
    """ "Both are management codes" says it of each, and nothing of the two on one claim."""
    for at in c.at("TOGETHER"):
        after = c.marks[at + 1].said if at + 1 < len(c.marks) else ""
        if c.marks[at].said in ("both", "both codes") and after in ("are", "have") and not c.has("PAY", "SEPARATE"):
            said = c.marks[at]
            c.marks = [*c.marks[:at], Mark("PRONOUN", "", said.start, said.end, said.said), *c.marks[at + 1 :]]
            c.kinds = {mark.kind for mark in c.marks}
            return


def _acts(verb: str) -> bool:
    return not verb.endswith(("code", "codes"))
