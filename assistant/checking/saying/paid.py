"""Paid, bundled, packaged: the code, a row of it with its modifier, or one part."""

from __future__ import annotations

from assistant.checking.advice import Advice
from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.checking.saying.holding import bundles, holding, inside_it, it_holds
from assistant.checking.saying.rows import a_part
from assistant.checking.saying.validity import inside_of


def payment(c: ClauseReading) -> None:
    """Paid, bundled, packaged."""
    if any(isinstance(one.value, tuple) and one.value[0] == "lifts" for one in c.advice):
        return  # "by itself" told of what lifts a level
    if any(one.kind == "component" and one.value == "payable" and not one.polarity for one in c.advice):
        return  # "no modifier brings payment"
    inclusion = [i for i in c.at("BUNDLED") if i not in c.claimed]
    for at in inclusion:
        _included(c, at)
    counted = any(a.kind in ("units", "frequency", "pair") for a in c.advice)
    money = [i for i in c.at("PAY") if c.marks[i].said.startswith(MONEY)]
    permits = any(a.kind == "modifier" for a in c.advice) and not money and not c.at("SEPARATE")
    if counted and money and _all_positive(c):  # "it is paid once per plan": how often, and that it is paid at all
        for codes in dict.fromkeys(a.codes for a in c.advice if a.kind in ("units", "frequency")):
            c.say("component", "paid as counted", *money, codes=codes)
    if counted or permits or inclusion or not c.codes or any(a_part(one) for one in c.advice):
        return
    limits = any(isinstance(one.value, tuple) and one.value[0] == "mue" for one in c.advice)
    if limits and not c.at("SEPARATE") and all(c.marks[at].said.startswith(LETS) for at in c.at("PAY")):
        c.claimed.update(c.at("PAY"))  # "the limit allows one unit a date": what it lets pass, no word on payment
        return
    again = [at for at in c.at("DO") if any(mark.said == "again" for mark in c.marks[at + 1 : at + 3])]
    paying = c.at("PAY", "SEPARATE") or again
    if _beside_another(c):
        return
    extra = [at for at in c.at("NO_ADDITION") if c.marks[at].said in NOTHING_MORE]
    if len(extra) == 1 and any(mark.said in RECEIVING for mark in c.marks[: extra[0]]) and not c.has("NEG", "LEFT"):
        c.say("component", "payable", *extra, *paying, polarity=False)  # "pays nothing extra", "receives nothing more"
        return
    doubt = c.at("DOUBT")
    if paying and doubt:  # "whether Aetna pays 77417 is not in our sources"
        c.say("component", "open", *paying, *doubt)
        return
    inside = inside_of(c)
    if (
        inside and paying and c.named in ((), inside[:1])
    ):  # "included in 77373 and not billed separately": from that code
        c.say("pair", "together", *paying, codes=inside, polarity=not c.verb_denied())
        return
    told = [one for one in c.background.previous if one.codes == c.codes and _bundled_or_in(one)]
    if told and paying and not c.named and c.verb_denied():  # "... is included and is not billed on top"
        c.say("component", told[-1].value, *paying, *c.at("DO"), polarity=told[-1].polarity)
        return
    within = [one for one in c.background.previous if one.kind == "pair" and one.value[:1] == ("included",)]
    if (
        within
        and (len(within) > 1 or within[0].value[1])
        and c.background.codes_from == "clause before"
        and paying
        and not c.named
        and (c.verb_denied() or within[0].value[1])
    ):
        if not c.verb_denied():  # "the technical work is inside the delivery code and is billed again"
            c.say("component", ("part_paid", within[0].value[1]), *paying, *c.at("DO"), codes=within[0].codes[:1])
            return
        for one in within:  # "... is included in the delivery level and is not billed separately"
            c.say("pair", one.value, *paying, *c.at("DO"), codes=one.codes, polarity=one.polarity)
        return
    pays_only = _pays_only(c)
    if pays_only and pays_only[0] not in c.claimed and not c.has("NEG", "MOD", "UNITS", "FREQ"):
        at, only = pays_only
        c.say("component", ("only", c.marks[at].kind.lower()), at, only, *paying)
        return
    part = _part_paid(c)
    if part and paying:  # "the technical part is no longer paid separately"
        alone = [
            at for at in c.at("ONLY") if at == part[0] - 1 or (at == part[0] - 2 and c.marks[at + 1].said == "the")
        ]
        acquired = GUIDANCE if "acqui" in c.marks[part[0]].said else None
        denied = c.verb_denied()
        c.say("component", ("part_paid", part[1]), part[0], *alone, *paying, codes=acquired, polarity=not denied)
        if alone:  # "only the professional part is paid"
            c.say("component", ("part_paid", OTHER[part[1]]), part[0], polarity=c.verb_denied())
        return
    if c.at("SEPARATE") and not c.at("PAY", "DO"):
        other = [code for code in c.background.asked_codes if code not in c.named]
        if len(c.named) == len(other) == 1 and c.marks[0].said in ("no", "there is no") and c.kinds <= NO_SEPARATE:
            c.say("pair", "together", *paying, *c.at("NEG"), codes=(*c.named, *other), polarity=False)
            c.denied.loose.clear()  # "no separate 77300", of a question about 77307
        elif len(c.named) == 2:
            c.say("pair", "together", *paying, polarity=not c.verb_denied())
        return
    if paying and paying != again and not c.at("ENDED", "ACTIVE", "REPLACED", "REPLACES", "TOGETHER", "NONE"):
        c.say("component", "payable", *paying, *c.at("DO"), polarity=not c.verb_denied())


def _beside_another(c: ClauseReading) -> bool:
    """ "77295 is not reported in addition", asked of 77301: beside the code that was asked about."""
    beside = [code for code in c.background.asked_codes if code not in c.named]
    in_addition = [at for at in c.at("SEPARATE") if c.marks[at].said == "in addition"]
    if not in_addition or len(c.named) != 1 or len(beside) != 1 or c.background.asked_codes == c.named:
        return False
    c.say("pair", "together", *in_addition, codes=(c.named[0], beside[0]), polarity=not c.verb_denied())
    return True


def _pays_only(c: ClauseReading) -> tuple[int, int] | None:
    """ "77387 pays only the physician's work", "you are paid for the physician's review only"."""
    parts, verbs = c.at("TECHNICAL", "PROFESSIONAL"), c.at("PAY")
    if len(parts) != 1 or not verbs or verbs[0] > parts[0]:
        return None
    beside = [at for at in c.at("ONLY") if c.marks[at].said in ("only", "just", "solely") and -4 < at - parts[0] < 2]
    return (parts[0], beside[0]) if len(beside) == 1 else None


NO_SEPARATE = frozenset("NEG SEPARATE CODE PUNCT WORD ARTICLE TOGETHER PRONOUN".split())
NOTHING_MORE = frozenset({"nothing extra", "nothing more", "nothing additional"})
RECEIVING = frozenset(
    "pays pay paid receives receive received gets get got reimburses collects collect sees earns".split()
)


LETS = ("allow", "permit", "let")
MONEY = ("pay", "paid", "reimburs", "compensa", "earn")


def _all_positive(c: ClauseReading) -> bool:
    """Whether nothing in the clause is denied and something is counted: "no unit is paid" pays nothing."""
    counts = [a for a in c.advice if a.kind in ("units", "frequency")]
    return not c.has("NEG", "WITHOUT", "ONLY") and all(a.polarity and a.value not in (0, "none") for a in counts)


def _bundled_or_in(one: Advice) -> bool:
    """The code, or one part of it, was said to be inside something."""
    inside = isinstance(one.value, tuple) and one.kind == "component"
    return inside and (one.value[0] == "bundled or in" or (one.value[0] == "bundled" and bool(one.value[1])))


def _part_paid(c: ClauseReading) -> tuple[int, str] | None:
    """The part of a code that is the subject of "paid": "the technical part", "its professional component"."""
    parts = c.at("TECHNICAL", "PROFESSIONAL")
    verbs = c.at("PAY", "SEPARATE")
    if len(parts) != 1 or not verbs or parts[0] > verbs[0] or c.at("MOD", "LETTER"):
        return None
    if not c.marks[parts[0]].said.endswith(PARTS) or any(
        p < parts[0] and c.marks[p].kind == "CODE" for p, _ in c.subjects
    ):
        return None
    return parts[0], c.marks[parts[0]].kind.lower()


PARTS = (
    "part",
    "component",
    "portion",
    "side",
    "half",
    "piece",
    "share",
    "work",
    "part of",
    "component of",
    "acquisition",
    "review",
    "interpretation",
)


PLANS = frozenset({"77295", "77301", "77306", "77307", "77316", "77317", "77318", "77321"})
OTHER = {"technical": "professional", "professional": "technical"}


GUIDANCE = ("77387",)


def _pointed_at(c: ClauseReading, at: int, holder: tuple[str, ...]) -> tuple[str, ...]:
    """ "No 77300, since 77307 already contains it": the one code that was spoken of before."""
    it = [mark.said for mark in c.marks[at + 1 : at + 2] if mark.kind == "PRONOUN"]
    before = c.background.codes
    return before if it == ["it"] and len(before) == 1 and before != holder else ()


def _by_payer(c: ClauseReading, at: int) -> bool:
    """ "Medicare bundled": the payer acts, and nothing "is bundled"."""
    before = [mark.kind for mark in c.marks[:at] if mark.said not in ("has", "have", "had") and mark.kind != "NOW"]
    return before[-1:] == ["PAYER"]


def _that_plan(c: ClauseReading, at: int, left: list[tuple[str, ...]]) -> tuple[str, ...]:
    """The plan named earlier in the clause, where something is "part of that plan"."""
    back = [(mark.kind, mark.said) for mark in c.marks[at + 1 : at + 3]]
    pointed = len(back) == 2 and back[0][1] in ("that", "this", "the") and back[1] == ("THING", "plan")
    return left[-1] if pointed and len(left) > 1 and set(left[-1]) <= PLANS else ()


def _included(c: ClauseReading, at: int) -> None:
    word = c.marks[at].said
    polarity = c.polarity(at)
    left = [codes for place, codes in c.subjects if place < at]
    right = [codes for place, codes in c.subjects if place > at]
    if not left and holding(c, at) and any(mark.kind == "THING" for mark in c.marks[:at]):
        return  # "a session that includes image guidance": of no code before
    active = (bool(left) and (holding(c, at) or bundles(c, at))) or (bool(right) and it_holds(c, at))
    part = {"TECHNICAL": "technical", "PROFESSIONAL": "professional"}.get(
        next((c.marks[i].kind for i in c.at("TECHNICAL", "PROFESSIONAL")), ""), ""
    )
    if not part and not left:  # "the technical part isn't paid apart; it is inside the delivery code"
        part = next((one.value[1] for one in c.background.previous if a_part(one)), "")
    claimed = [at, *c.at("TECHNICAL", "PROFESSIONAL"), *[i for i in c.at("SEPARATE", "PAY") if i not in c.claimed]]
    subject = tuple(code for codes in left for code in codes) or c.background.codes
    target = tuple(code for codes in right for code in codes)
    into = next((i for i in range(at, len(c.marks)) if c.marks[i].said in ("into", "in", "with")), None)
    if not left and len(right) == 2 and into is not None and word.startswith("bundl"):
        subject, target, right = right[0], right[1], []  # "NCCI bundles 77285 into 77290"
    elif not left and target and word.startswith(("bundle", "package")) and (word[-1] in "es" or _by_payer(c, at)):
        subject, target, right = target, (), []  # "Medicare bundles 77417", "Medicare has bundled 77417"
    if plan := _that_plan(c, at, left):  # "a simulation made to develop the IMRT plan is part of that plan"
        subject, target = tuple(code for code in subject if code not in plan), plan
    if not active and (holder := inside_it(c, at, left)):
        subject, target = left[-1], holder  # "77316 is right, and 77300 is inside it"
    if active:
        subject, target = target or _pointed_at(c, at, subject), subject
    acquired = [i for i in c.at("TECHNICAL") if "acqui" in c.marks[i].said and i < at]
    if acquired and not active:  # the acquisition of images is the technical part of the guidance
        here = tuple(code for code in c.background.codes if code not in GUIDANCE)
        target = target or (here if any(c.marks[i].said.endswith("code") for i in c.at("PRONOUN") if i > at) else ())
        subject = GUIDANCE
        if set(GUIDANCE) & set(target):
            return
    elif left and not target and not right and len(subject) == 1 and not word.startswith("packag"):
        others = tuple(dict.fromkeys(code for code in c.background.codes if code != subject[0]))
        if not others and any(mark.said == "it" for mark in c.marks[at + 1 :]):  # of a clause that has spoken of itself
            others = tuple(code for code in c.background.spoken_of if code != subject[0])
        told = c.background.previous or c.background.codes_from == "question"
        elsewhere = any(mark.kind == "THING" for mark in c.marks[at + 1 : at + 5])  # "into the plan"
        if len(others) == 1 and not c.inherited and told and not elsewhere:
            c.say("component", ("bundled or in", part, others), *sorted(claimed), codes=subject, polarity=polarity)
            return
    both = [mark.said for mark in c.marks[at + 1 : at + 3]]
    holders = tuple(code for code in c.background.before if code not in subject)
    if (
        left
        and not target
        and not right
        and len(holders) == 2
        and both[:1] == ["in"]
        and both[1:] in (["both codes"], ["both"])
    ):
        target = holders  # "... as basic calculations are included in both codes"
        claimed += [i for i in c.at("TOGETHER") if i == at + 2]
        claimed.sort()
    if not subject and target and not active:
        return
    if not subject:
        return
    if (
        not target and not right and not word.startswith("packag")
    ):  # "... not with 77373, because guidance is included": in the other one of the pair
        pairs = [one.codes for one in (*c.background.previous, *c.advice) if one.kind == "pair"]
        target = next(
            (tuple(code for code in codes if code not in subject) for codes in pairs if set(subject) & set(codes)), ()
        )
    if not any(c.marks[place].kind == "CODE" for place, codes in c.subjects if set(codes) & set(subject)):
        subject = tuple(code for code in subject if code in c.background.asked_codes) or subject
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
