"""What a clause says a code is: technical, professional, bundled, paid, a figure of a table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.checking.clauses.scope import bounded
from assistant.checking.saying.rows import row_spoken_of, stated
from assistant.scenario import Period


def components(c: ClauseReading) -> None:
    if c.advice or not c.codes:
        _attributes(c)
        return
    if c.at("BUNDLED"):
        return
    for at in c.at("TECHNICAL", "PROFESSIONAL"):
        if "acqui" in c.marks[at].said or (not c.named and _is_explained(c, at)):
            continue
        exclusive = any(
            word in c.marks[at].said for word in ("only", "purely", "strictly", "entirely", "code", "pure")
        ) or bool(only_of(c, at, 4) or _is_all_of_it(c, at))
        name = c.marks[at].kind.lower()
        polarity = c.polarity(at)
        c.say(
            "component",
            ("only", name) if exclusive and polarity else name,
            at,
            *only_of(c, at, 4),
            polarity=polarity,
        )
    for at in c.at("GLOBAL"):
        c.say("component", "global", at, polarity=c.polarity(at))
    for at in c.at("NO_PARTS"):
        c.say("component", "splits", at, *c.at("NEG"), polarity=c.has("NEG"))
    for at in c.at("SPLIT"):
        if at in c.claimed:
            continue
        c.say("component", "splits", at, polarity=c.polarity(at))


def _is_all_of_it(c: ClauseReading, at: int) -> bool:
    """ "77331 is professional" says what the code is, "has a professional part" what it has as well."""
    before = [mark for mark in c.marks[max(0, at - 2) : at] if mark.kind != "ARTICLE" and mark.said != "the"]
    halves = c.marks[at].said.endswith(("component", "part", "portion", "side", "half", "piece", "of"))
    return (
        bool(before) and before[-1].said in ("is", "are") and not halves and len(c.at("TECHNICAL", "PROFESSIONAL")) == 1
    )


def _is_explained(c: ClauseReading, at: int) -> bool:
    """ "The professional component is the equipment" tells what the part is, not that a code has it."""
    opens = all(mark.kind in ("ARTICLE", "PUNCT") or mark.said == "the" for mark in c.marks[:at])
    return opens and any(mark.said in ("is", "are", "means", "covers", "includes") for mark in c.marks[at + 1 : at + 3])


def only_of(c: ClauseReading, at: int, reach: int) -> list[int]:
    """The "only" that goes with a part, and not with the place or date behind it ("only in a hospital")."""
    return [
        i
        for i in c.at("ONLY")
        if abs(i - at) <= reach
        and not any(mark.kind in ("SETTING", "PAYER", "DATE", "BILLER", "NOW") for mark in c.marks[i + 1 : i + 4])
    ]


def _attributes(c: ClauseReading) -> None:
    """A component word beside other advice ("once per session for the physician's work") has to be true as well."""
    if not c.advice or not c.codes:
        return
    for at in c.at("SPLIT"):
        if at in c.claimed:
            continue
        c.say("component", "splits", at, polarity=not c.verb_denied())
    if c.has("NO_MODIFIER", "MOD"):
        for at in c.at("GLOBAL"):
            c.say("component", "global", at, polarity=at not in c.denied.objects)
    for at in c.at("TECHNICAL", "PROFESSIONAL"):
        if at not in c.claimed or (c.has("MOD") and c.marks[at].said.endswith(ITS_WHOLE)):
            if "acqui" in c.marks[at].said:
                continue  # who acquires images is no statement of what the code pays for
            beside = [i for i in only_of(c, at, 1) if i not in c.claimed]
            only = bool(beside) or any(word in c.marks[at].said for word in EXCLUSIVE)
            name = c.marks[at].kind.lower()
            c.say("component", ("only", name) if only else name, at, *beside, polarity=at not in c.denied.objects)


ITS_WHOLE = ("only", "only code", "only service")  # "77290 (professional only) takes 26": of the code, not of the 26
EXCLUSIVE = ("only", "purely", "strictly", "entirely", "code", "pure")


def scope(c: ClauseReading) -> None:
    """ "Medicare's rule does not bind Aetna"."""
    binds = [at for at in c.at("STANDING") if "bind" in c.marks[at].said and "not" in c.marks[at].said + "n't"]
    payers = {mark.value for mark in c.marks if mark.kind == "PAYER"}
    if binds and "medicare" in payers and len(payers) > 1:
        c.claimed.update(binds)


def letters(c: ClauseReading) -> None:
    if not c.codes:
        return
    for at in c.at("ADD_ON"):
        after = c.marks[at + 1 : at + 2]
        if at not in c.claimed and not (after and after[0].said == "to"):  # "an add-on to 77437" speaks of that too
            own = tuple(code for place, codes in c.subjects if place < at for code in codes)
            first = own or (c.subjects[0][1] if c.subjects else None)  # "as an add-on code, 77293 ..."
            c.say("component", ("add_on", True), at, codes=first, polarity=c.polarity(at))
    for at in c.at("NOT_HERE"):
        c.say("component", "payable", at, polarity=False)
    for at in c.at("STOP_PAY", "START_PAY"):
        when = next((mark.value.period for mark in c.marks if mark.kind == "DATE" and mark.value.period), None)
        if when is None:
            continue
        since = bounded(Period(when.start, date.max), c.background.today)
        c.say("component", "payable", at, polarity=(c.marks[at].kind == "START_PAY") == (not c.verb_denied()))
        last = c.advice.pop()
        c.advice.append(replace(last, condition={**last.condition, "dos": since}))
    for at in c.at("LEAST"):
        c.say("component", ("least", c.marks[at].value), at, polarity=c.polarity(at))
    for at in (at for at in c.at("LENGTH") if at not in c.claimed):
        if any(c.marks[i].said.startswith("whether") for i in c.at("REGARDLESS") if i < at):
            c.say("component", ("course within", c.marks[at].value), at, *c.at("REGARDLESS"))
            continue
        c.say("component", ("course", c.marks[at].value), at, *c.at("ONLY"), polarity=c.polarity(at))
    for at in c.at("LEFTOVER"):
        if at not in c.claimed and (c.joint == "not" or c.has("NEG")) and not c.at("UNITS", "FREQ", "MOD"):
            c.say("component", "for leftovers", at, *c.at("NEG", "ASK"), polarity=False)
    c.claimed.update(at - 2 for at in c.at("APC") if at > 1 and _grouped(c, at))
    for kind, name in (
        ("LETTER", "status"),
        ("PCTC", "pc_tc"),
        ("INDICATOR", "pc_tc"),
        ("APC", "apc"),
        ("MUE", "mue"),
        ("GLOBAL_DAYS", "global_days"),
        ("CONDITIONAL", "conditional"),
    ):
        for at in c.at(kind):
            if at in c.claimed or (kind == "INDICATOR" and not c.named):
                continue
            if kind == "INDICATOR" and len(c.named) == 2 and c.marks[at].value in ("0", "1", "9"):
                # of two codes it is the edit's
                c.say("pair", ("indicator", c.marks[at].value), at, codes=c.named, polarity=stated(c, at))
                continue
            if kind == "LETTER":  # "OPPS flags 77427 as B"
                c.claimed.update(i for i in range(max(0, at - 3), at) if c.marks[i].said in PRINTING)
            row = row_spoken_of(c) if kind == "LETTER" else None
            if row is not None:
                c.say("component", ("row", (row, c.marks[at].value)), at, polarity=stated(c, at))
                continue
            c.say("component", (name, c.marks[at].value), at, polarity=stated(c, at))


def _grouped(c: ClauseReading, at: int) -> bool:
    """ "77412 falls under APC 5623", "OPPS places it in APC 5613"."""
    return c.marks[at - 1].said in ("under", "in", "into", "to") and c.marks[at - 2].said in GROUPING


GROUPING = frozenset("falls fall lands land sits sit goes belongs assigned placed put".split())


PRINTING = frozenset("flags lists marks tags labels prints rates classifies classes puts shows carries".split())


def moved_to(c: ClauseReading) -> None:
    """ "77417 moved to status B on January 1, 2026": the letter from that day, and another one before."""
    for at in c.at("LETTER"):
        verb = next((i for i in (at - 1, at - 2) if i in c.at("REPLACED")), None)
        when = next((mark.value.period for mark in c.marks if mark.kind == "DATE" and mark.value.period), None)
        if verb is None or not c.codes or c.marks[verb].said not in MOVES or len(c.at("LETTER")) > 1:
            continue
        if when is None:
            c.claimed.add(verb)  # "has become status B": the letter is judged as it stands
        elif not c.has("NEG", "DENIED"):
            c.say("component", ("moved", (c.marks[at].value, when)), verb, at)


MOVES = frozenset(
    {"moved to", "moves to", "moved over to", "changed to", "switched to", "became", "become", "has become"}
)
