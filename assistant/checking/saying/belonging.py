"""What a code is added to, who alone may bill it, and what is said of all the codes together."""

from __future__ import annotations

from dataclasses import replace

from assistant.checking.clauses.agents import is_label
from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.checking.marking.marks import Mark
from assistant.checking.saying.against_limits import sole_agent
from assistant.rules.biller import HOSPITAL, OWN_PART


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


def only_with(c: ClauseReading) -> None:
    """ "77293 is only reported together with 77295 or 77301": these are all the codes that it is added to."""
    for at in c.at("TOGETHER", "WITHOUT"):
        without = c.marks[at].kind == "WITHOUT"  # "never without 77295 or 77301"
        only = c.at("NEG") if without else [i for i in c.at("ONLY", "NEED") if i < at or i == at + 1]
        own = tuple(code for place, codes in c.subjects if place < at for code in codes)
        listed = _list_from(c.marks, at + 1)
        targets = tuple(dict.fromkeys(code for place, codes in c.subjects if place in listed for code in codes))
        if (
            len(only) != 1
            or len(own) != 1
            or not targets
            or own[0] in targets
            or c.advice
            or c.has("MOD")
            or c.has("NEG") != without
        ):
            continue
        c.say("pair", ("add_on_to", targets, "only"), at, *only, *listed, codes=(own[0], *targets))
        c.denied.loose.difference_update((at, *only))


def requires(c: ClauseReading) -> None:
    """ "77293 requires 77295 or 77301 as its primary code": the codes that it is added to."""
    for at in c.at("NEED"):
        own = tuple(code for place, codes in c.subjects if place < at for code in codes)
        listed = [place for place, _ in c.subjects if place > at]
        targets = tuple(dict.fromkeys(code for place, codes in c.subjects if place in listed for code in codes))
        if len(own) == 1 and targets and own[0] not in targets and not c.advice and not c.has("NEG", "MOD", "IF"):
            more = [i for i in c.at("DO", "TURN") if c.marks[i].said in ("code", "either", "primary code")]
            c.say("pair", ("add_on_to", targets, "only"), at, *listed, *more, codes=(own[0], *targets))


def _list_from(marks: list[Mark], start: int) -> list[int]:
    listed: list[int] = []
    for at in range(start, len(marks)):
        if marks[at].kind in ("CODE", "SERVICE"):
            listed.append(at)
        elif marks[at].kind not in ("AND", "PUNCT", "ARTICLE") and marks[at].said not in LISTING:
            break
    return listed


def theirs(c: ClauseReading) -> None:
    """ "It's the hospital's code", "77427 is the physician's": as much as that it belongs to them."""
    for at, mark in enumerate(c.marks):
        hospital = mark.kind == "SETTING" and mark.value in HOSPITAL
        part = "technical" if hospital else OWN_PART.get(str(mark.value))
        if mark.kind not in ("BILLER", "SETTING") or not mark.said.endswith("'s") or part is None:
            continue
        before = [one.said for one in c.marks[:at] if one.said != "the"]
        after = [one for one in c.marks[at + 1 :] if one.kind != "PUNCT"]
        alone = not after or (len(after) == 1 and after[0].said in (*OWN_NOUNS, "alone", "only"))
        if not alone or not before or before[-1] not in BEING or not c.codes or c.advice or len(before) > 3:
            continue
        denied = c.has("NEG")
        value = part if denied else ("only", part)
        if denied and c.has("ONLY"):
            continue  # "not the physician's alone"
        c.say("component", value, at, *c.at("DO", "NEG", "ONLY"), polarity=not denied)


BEING = frozenset("not is are it's that's they're isn't aren't was".split())
OWN_NOUNS = frozenset("code codes charge charges service job responsibility bill".split())


def owned(c: ClauseReading) -> None:
    """ "77427 belongs to the physician": the work is all theirs; "does not belong to": none of it is."""
    for at in c.at("BELONGS"):
        rest = [mark for mark in c.marks[at + 1 : at + 4] if mark.kind != "ARTICLE" and mark.said != "the"]
        owner = rest[0] if rest else None
        if owner is None or not c.codes or c.has("UNITS", "FREQ", "MOD", "TECHNICAL", "PROFESSIONAL", "ONLY"):
            continue
        if owner.kind == "BILLER" and owner.value in OWN_PART:
            part = OWN_PART[owner.value]
        elif owner.kind == "SETTING" and owner.value in HOSPITAL:
            part = "technical"
        else:
            continue
        polarity = c.polarity(at)
        for place, codes in c.subjects:  # "... and 77435 to the physician"
            last = [mark for mark in c.marks[place + 1 : place + 4] if mark.kind != "ARTICLE" and mark.said != "the"]
            if place > at and len(last) == 2 and last[0].said == "to" and last[1].value in OWN_PART and polarity:
                c.say("component", ("only", OWN_PART[last[1].value]), place, codes=codes)
        own = tuple(code for place, codes in c.subjects if place < at for code in codes) or None
        c.say("component", ("only", part) if polarity else part, at, codes=own, polarity=polarity)


def labelled(c: ClauseReading) -> None:
    """ "Facility claim: 77301": on that bill, and as it stands, without a modifier."""
    if c.advice or not c.marks or not c.has("CODE"):
        return
    cell = (
        c.joint == "pipe"
        and any(mark.kind in ("BILLER", "SETTING") for mark in c.facts)
        and "biller" in c.conditions[0]
    )
    colon = next((at for at, mark in enumerate(c.marks) if mark.value == ":"), None) if is_label(c.marks, 0) else None
    colon = -1 if cell and colon is None else colon
    if colon is None or not {mark.kind for mark in c.marks[colon + 1 :]} <= {"CODE", "PUNCT", "AND"}:
        return
    if c.background.asked == "code":  # "Hospital: 77407", to "which code?"
        c.say("component", ("asked", c.background.wanted, c.named), codes=c.named)
    for code in c.named:
        c.say("component", "billable", *c.at("CODE"), codes=(code,))
        c.say("modifier", "none", *c.at("CODE"), codes=(code,))


def only_where(c: ClauseReading) -> None:
    """ "Only freestanding centers are paid for 77417", "paid only in an office": there, and nowhere else."""
    pays = [at for at in c.at("PAY") if c.marks[at].said not in ("cover", "covers", "covered", "recognized")]
    places = [at for at in c.at("SETTING") if c.marks[at].value in OTHER_PLACE]
    if (
        len({c.marks[at].value in ("freestanding", "office") for at in places}) != 1
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
        if c.marks[at].said not in ("only", "just", "solely", "exclusively") or behind[:1] != places[:1]:
            continue
        here, elsewhere = OTHER_PLACE[c.marks[places[0]].value]
        if (
            here is DEPARTMENT and len(places) > 1
        ):  # "only the hospital is paid ... in POS 22": there, and not the physician
            elsewhere = {**DEPARTMENT, "biller": "professional"}
        c.say("component", "payable", at, *pays)
        told = c.advice.pop()
        c.advice += [
            replace(told, condition={**told.condition, **here}),
            replace(told, condition={**told.condition, **elsewhere}, polarity=False),
        ]


OFFICE: dict[str, str | None] = {"setting": "freestanding", "biller": None}
DEPARTMENT: dict[str, str | None] = {"setting": "hospital_outpatient", "biller": "facility"}
OTHER_PLACE = {
    "freestanding": (OFFICE, DEPARTMENT),
    "office": (OFFICE, DEPARTMENT),
    "hospital_outpatient": (DEPARTMENT, OFFICE),
}


LISTING = frozenset("the either code codes primary one of its base".split())


def only_biller(c: ClauseReading) -> None:
    """ "Only the physician can bill 77427", "the physician alone bills it": of a code that is theirs alone."""
    for at in c.at("ONLY"):
        rest = [i for i in range(at + 1, min(at + 4, len(c.marks))) if c.marks[i].said != "the"]
        who = rest[0] if rest and c.marks[rest[0]].kind == "BILLER" and c.marks[at].said == "only" else None
        verb = any(mark.kind == "DO" for mark in c.marks[at + 1 : at + 6])
        if who is None:
            who = sole_agent(c, at)
            who = who if who is not None and who < at else None
            verb = c.has("DO")
        if who is None or not verb or c.marks[who].value != "professional":
            continue
        if not c.codes or c.has("NEG", "TURN", "UNITS", "FREQ", "TECHNICAL", "PROFESSIONAL"):
            continue
        if c.has("WITHOUT", "MOD") and not _trailing(c):
            continue
        c.say("component", ("only", "professional"), at, *c.at("DO"))


def _trailing(c: ClauseReading) -> bool:
    """ "Only the physician bills it, without 26": said besides, and not which of several bills goes without."""
    if len(c.at("WITHOUT")) != 1 or not (at := c.at("WITHOUT")[0]):
        return False
    parted = c.marks[at].start - c.marks[at - 1].end > 1 or c.marks[at - 1].value == ","  # a comma stands between
    return parted and {mark.kind for mark in c.marks[at + 1 :]} <= {"MOD", "ARTICLE", "PUNCT"}


def all_of_them(c: ClauseReading) -> None:
    """ "All three have status S": the codes that were asked about, when they are that many."""
    if c.named or c.has("NEG", "UNITS") or not c.has("EVERY", "TOGETHER"):
        return
    if _on_both(c) or c.has("APPEND", "OK") or any(_acts(c.marks[at].said) for at in c.at("DO")):
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


TAKES = frozenset("take takes need require carry go get bear want".split())


def _both(c: ClauseReading) -> None:
    """ "Both are management codes" says it of each, and nothing of the two on one claim."""
    for at in c.at("TOGETHER", "EVERY"):
        after = c.marks[at + 1].said if at + 1 < len(c.marks) else ""
        of_each = after in ("are", "have", "is", "has", "had", "were", "was") or (
            after in TAKES and c.has("NUM", "MOD", "NO_MODIFIER", "ANY_MODIFIER")
        )
        every = not at and c.marks[at].said == "each" and len(c.codes) > 1  # "since each is the physician's own work"
        if (c.marks[at].said in BOTH or every) and of_each and not c.has("PAY", "SEPARATE"):
            _points(c, at)
            return


def _on_both(c: ClauseReading) -> bool:
    """ "The doctor puts 26 on both": on each of the two codes that were spoken of."""
    modifies = c.has("MOD", "NO_MODIFIER") and not c.has("PAY", "SEPARATE", "ONLY", "RATHER", "EXCEPT")
    for at in c.at("TOGETHER", "EVERY") if modifies and len(set(c.codes)) == 2 else ():
        last = all(mark.kind in AFTER_BOTH for mark in c.marks[at + 1 :])
        behind = c.marks[at - 1].said if at else ""
        each = c.marks[at].said in EACH_OF  # "26 goes on each of them"
        bare = behind in SENDING and [mark.kind for mark in c.marks[at + 1 : at + 2]] == ["NO_MODIFIER"]
        if bare or ((each or (c.marks[at].said in BOTH and behind in ("on", "to", "with", "for"))) and last):
            _points(c, at)
            return True
    return False


def _points(c: ClauseReading, at: int) -> None:
    said = c.marks[at]
    c.take([*c.marks[:at], Mark("PRONOUN", "", said.start, said.end, "both"), *c.marks[at + 1 :]])


BOTH = frozenset({"both", "both codes"})
SENDING = frozenset("send sends leave keep resend resubmit submit".split())
EACH_OF = frozenset({"on each of", "to each of", "on each", "to each"})
AFTER_BOTH = frozenset("PUNCT PRONOUN WORD ARTICLE SETTING PAYER DATE BILLER NAME NOW THING".split())


def _acts(verb: str) -> bool:
    return not verb.endswith(("code", "codes"))
