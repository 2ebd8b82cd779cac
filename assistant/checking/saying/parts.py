"""What a clause says a code is: technical, professional, bundled, paid, a figure of a table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.checking.advice import Advice
from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.checking.clauses.scope import bounded
from assistant.checking.saying.validity import inside_of
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
        ) or bool(only_of(c, at, 4))
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
        c.say("component", "splits", at, polarity=False)
    for at in c.at("SPLIT"):
        if at in c.claimed:
            continue
        c.say("component", "splits", at, polarity=c.polarity(at))


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
    for at in c.at("TECHNICAL", "PROFESSIONAL"):
        if at not in c.claimed:
            if "acqui" in c.marks[at].said:
                continue  # who acquires images is no statement of what the code pays for
            beside = [i for i in only_of(c, at, 1) if i not in c.claimed]
            only = bool(beside) or any(word in c.marks[at].said for word in EXCLUSIVE)
            name = c.marks[at].kind.lower()
            c.say("component", ("only", name) if only else name, at, *beside, polarity=at not in c.denied.objects)


EXCLUSIVE = ("only", "purely", "strictly", "entirely", "code", "pure")


def rows(c: ClauseReading) -> None:
    """ "The TC row of 77387 is bundled", "77387-TC isn't payable": how the line with that modifier is treated."""
    if not c.codes or c.has("DO", "APPEND", "NEED", "UNITS", "FREQ", "MODIFIER_WORD", "TOGETHER"):
        return
    mods = [at for at in c.at("MOD") if c.marks[at].said or at + 1 in c.at("ROW")]
    told = [at for at in c.at("BUNDLED", "PAY", "SEPARATE", "LETTER") if mods and at > mods[0]]
    if len(mods) != 1 or len(c.at("MOD")) != 1 or not told or len(c.named) != 1:
        return
    row = c.marks[mods[0]].value
    for kinds, said in ((("BUNDLED",), "bundled"), (("PAY", "SEPARATE"), "payable"), (("LETTER",), "status")):
        for at in [at for at in told if c.marks[at].kind in kinds and at not in c.claimed]:
            polarity = not c.verb_denied() if said == "payable" else c.polarity(at)
            c.say("component", ("row", (row, said, c.marks[at].value)), at, *mods, *c.at("ROW"), polarity=polarity)


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
            own = tuple(code for place, codes in c.subjects if place < at for code in codes) or None
            c.say("component", ("add_on", True), at, codes=own, polarity=c.polarity(at))
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
    for kind, name in (
        ("LETTER", "status"),
        ("PCTC", "pc_tc"),
        ("INDICATOR", "pc_tc"),
        ("APC", "apc"),
        ("MUE", "mue"),
        ("GLOBAL_DAYS", "global_days"),
    ):
        for at in c.at(kind):
            if at in c.claimed or (kind == "INDICATOR" and not c.named):
                continue
            c.say("component", (name, c.marks[at].value), at, polarity=_stated(c, at))


def _stated(c: ClauseReading, at: int) -> bool:
    """Whether a figure is affirmed: "status B means it does not go on that bill" affirms the B."""
    before = any(c.marks[i].kind == "NEG" for i in range(at))
    return c.polarity(at) if before or c.at("DENIED", "TAKE_OFF", "WITHOUT") else True


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


def payment(c: ClauseReading) -> None:
    """Paid, bundled, packaged."""
    inclusion = [i for i in c.at("BUNDLED") if i not in c.claimed]
    for at in inclusion:
        _included(c, at)
    counted = any(a.kind in ("units", "frequency", "pair") for a in c.advice)
    money = [i for i in c.at("PAY") if c.marks[i].said.startswith(MONEY)]
    permits = any(a.kind == "modifier" for a in c.advice) and not money and not c.at("SEPARATE")
    if counted and money and _all_positive(c):  # "it is paid once per plan": how often, and that it is paid at all
        for codes in dict.fromkeys(a.codes for a in c.advice if a.kind in ("units", "frequency")):
            c.say("component", "paid as counted", *money, codes=codes)
    if counted or permits or inclusion or not c.codes:
        return
    paying = c.at("PAY", "SEPARATE")
    doubt = c.at("DOUBT")
    if paying and doubt:  # "whether Aetna pays 77417 is not in our sources"
        c.say("component", "open", *paying, *doubt)
        return
    inside = inside_of(c)
    if inside and paying and not c.named:  # "included in 77373 and not billed separately": from that code
        c.say("pair", "together", *paying, codes=inside, polarity=not c.verb_denied())
        return
    again = [one for one in c.background.previous if one.codes == c.codes and _bundled_or_in(one)]
    if again and paying and not c.named and c.verb_denied():  # "... is included and is not billed on top"
        c.say("component", again[-1].value, *paying, *c.at("DO"), polarity=again[-1].polarity)
        return
    within = [one for one in c.background.previous if one.kind == "pair" and one.value[:1] == ("included",)]
    if len(within) > 1 and c.background.codes_from == "clause before" and paying and not c.named and c.verb_denied():
        for one in within:  # "... is included in the delivery level and is not billed separately"
            c.say("pair", one.value, *paying, *c.at("DO"), codes=one.codes, polarity=one.polarity)
        return
    part = _part_paid(c)
    if part and paying:  # "the technical part is no longer paid separately"
        c.say("component", ("part_paid", part[1]), part[0], *paying, polarity=not c.verb_denied())
        return
    if c.at("SEPARATE") and not c.at("PAY", "DO"):
        if len(c.named) == 2:
            c.say("pair", "together", *paying, polarity=not c.verb_denied())
        return
    if paying and not c.at("ENDED", "ACTIVE", "REPLACED", "REPLACES", "TOGETHER", "NONE"):
        c.say("component", "payable", *paying, *c.at("DO"), polarity=not c.verb_denied())


MONEY = ("pay", "paid", "reimburs", "compensa", "earn")


def _all_positive(c: ClauseReading) -> bool:
    """Whether nothing in the clause is denied and something is counted: "no unit is paid" pays nothing."""
    counts = [a for a in c.advice if a.kind in ("units", "frequency")]
    return not c.has("NEG", "WITHOUT", "ONLY") and all(a.polarity and a.value not in (0, "none") for a in counts)


def _bundled_or_in(one: Advice) -> bool:
    return isinstance(one.value, tuple) and one.value[0] == "bundled or in"


def _part_paid(c: ClauseReading) -> tuple[int, str] | None:
    """The part of a code that is the subject of "paid": "the technical part", "its professional component"."""
    parts = c.at("TECHNICAL", "PROFESSIONAL")
    verbs = c.at("PAY", "SEPARATE")
    if len(parts) != 1 or not verbs or parts[0] > verbs[0] or c.at("ONLY", "MOD", "LETTER"):
        return None
    if not c.marks[parts[0]].said.endswith(PARTS) or any(
        p < parts[0] and c.marks[p].kind == "CODE" for p, _ in c.subjects
    ):
        return None
    return parts[0], c.marks[parts[0]].kind.lower()


PARTS = ("part", "component", "portion", "side", "half", "piece", "part of", "component of", "acquisition")


GUIDANCE = ("77387",)


def _included(c: ClauseReading, at: int) -> None:
    word = c.marks[at].said
    polarity = c.polarity(at)
    left = [codes for place, codes in c.subjects if place < at]
    right = [codes for place, codes in c.subjects if place > at]
    active = word.startswith(("include", "including", "encompass")) and word != "included" and bool(left)
    part = {"TECHNICAL": "technical", "PROFESSIONAL": "professional"}.get(
        next((c.marks[i].kind for i in c.at("TECHNICAL", "PROFESSIONAL")), ""), ""
    )
    claimed = [at, *c.at("TECHNICAL", "PROFESSIONAL"), *[i for i in c.at("SEPARATE", "PAY") if i not in c.claimed]]
    subject = tuple(code for codes in left for code in codes) or c.background.codes
    target = tuple(code for codes in right for code in codes)
    if not left and target and word.startswith(("bundles", "bundle", "package")) and word[-1] in "es":
        subject, target, right = target, (), []  # "Medicare bundles 77417"
    if active:
        subject, target = target, subject
    acquired = [i for i in c.at("TECHNICAL") if "acqui" in c.marks[i].said and i < at]
    if acquired and not active:  # the acquisition of images is the technical part of the guidance
        here = tuple(code for code in c.background.codes if code not in GUIDANCE)
        target = target or (here if any(c.marks[i].said.endswith("code") for i in c.at("PRONOUN") if i > at) else ())
        subject = GUIDANCE
        if set(GUIDANCE) & set(target):
            return
    elif left and not target and not right and len(subject) == 1:
        others = tuple(dict.fromkeys(code for code in c.background.codes if code != subject[0]))
        told = c.background.previous or c.background.codes_from == "question"
        if len(others) == 1 and not c.inherited and told:
            c.say("component", ("bundled or in", part, others), *sorted(claimed), codes=subject, polarity=polarity)
            return
    if not subject and target and not active:
        return
    if not subject:
        return
    if not target and not right:  # "... not with 77373, because guidance is included": in the other one of the pair
        pairs = [one.codes for one in (*c.background.previous, *c.advice) if one.kind == "pair"]
        target = next(
            (tuple(code for code in codes if code not in subject) for codes in pairs if set(subject) & set(codes)), ()
        )
    if target:
        for one in subject:
            c.say("pair", ("included", part, target), *sorted(claimed), codes=(one, *target), polarity=polarity)
        return
    if right or (not left and len(subject) > 1 and not c.has("PRONOUN", "TOGETHER", "EVERY", "NEG")):
        return  # "guidance comes with the fraction": of which of them, nobody says
    c.say(
        "component",
        ("packaged" if word.startswith("packag") else "bundled", part),
        *sorted(claimed),
        codes=subject,
        polarity=polarity,
    )
