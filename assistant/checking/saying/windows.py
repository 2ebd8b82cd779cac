"""A payer's window around the IMRT plan: how many days it has, what lies in it, which services, and what opens it."""

from __future__ import annotations

from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.rules.windows import PLAN

OTHERWISE = frozenset(
    """EXCEPT RATHER DOUBT AT_LEAST AT_MOST MORE BELOW UNITS FREQ ONCE TWICE MOD ANY_MODIFIER NO_MODIFIER REGARDLESS
    WITHOUT TURN SOMEBODY HEARSAY PAST OPENS CLOSED ENDED REPLACED REPLACES START ACTIVE ASK NOT_BOTH LEFT""".split()
)
BEFORE_THE_PLAN = frozenset({"BUNDLED", "TOGETHER", "WINDOW", "LAG", "INSIDE", "SERVICE"})
INTO = frozenset("into in inside beside with".split())
ACTIVE = frozenset("includes include bundles bundle folds fold packages package rolls wraps counts".split())
NAMED_ONLY = frozenset("PAYER LINK WORD ARTICLE PUNCT NO_WINDOW AND BUT".split())
OF_SOMETHING_ELSE = ("WINDOW", "LAG", "INSIDE", "EXCEPT", "RATHER", "DOUBT", "BUNDLED", "ENDED")
STRAY = frozenset("before after prior earlier later either both only unless until back forward except".split())
OF_THE_PLAN = frozenset({"tumor", "tumors", "tumour", "site", "lesion", "group", "facility", "practice", "area"})


def windows(c: ClauseReading) -> None:
    """The window as a rule, and where a service lies in it."""
    ruled, lags, inside = c.at("WINDOW"), c.at("LAG"), c.at("INSIDE")
    if not ruled and not lags and not inside:
        _therefore_inside(c)
        return
    if max(len(ruled), len(lags), len(inside)) > 1 or not c.kinds.isdisjoint(OTHERWISE) or _stray(c):
        return
    if _inside_another(c):
        return
    codes, named = _services(c)
    if ruled and c.has("LINK") and len(c.at("NEG")) == 1 and not c.has("BUNDLED", "PAY", "NONE") and not lags:
        return
    fate = _fate(c)
    spent = [*c.at("BUNDLED", "PAY", "SEPARATE", "NEG", "NONE", "TOGETHER", "WINDOW_WORD"), *_same(c), *_the_plan(c)]
    if inside:
        side, denied = c.marks[inside[0]].value, c.at("NEG")
        if len(denied) > 1 or c.has("PAY", "NONE") or (ruled and not lags):
            return
        days = c.marks[lags[0]].value if lags else (None, None)
        told = sorted((*lags, *inside, *denied, *_same(c), *_the_plan(c), *c.at("WINDOW_WORD")))
        if c.joint == "if" and side[1] is not None and not lags and not denied:  # "when it falls in the 90 days before"
            c.claimed.update(told)
        else:
            c.say("pair", ("lag", *days, side[0] != bool(denied)), *told, codes=codes)
        if side[1] is not None:
            c.say("pair", ("window", side[1], side[2], named), inside[0], codes=codes)
        if ruled:
            c.say("pair", ("window", *c.marks[ruled[0]].value, named), ruled[0], codes=codes)
    elif lags and fate is not None and not ruled:
        c.say("pair", ("lag", *c.marks[lags[0]].value, fate), *sorted((*lags, *spent)), codes=codes)
    elif ruled and not lags and (fate or (fate is None and not c.has("NEG"))):
        c.say("pair", ("window", *c.marks[ruled[0]].value, named), *sorted((*ruled, *spent)), codes=codes)


def _therefore_inside(c: ClauseReading) -> None:
    """ "Day 60 lies in the window and is included in the plan": the fate of what was just placed."""
    places = [one for one in c.background.previous if one.kind == "pair" and one.value[0] == "lag"]
    held, denied = c.at("BUNDLED"), c.at("NEG")
    plan = any(mark.kind == "THING" and mark.said == "plan" for mark in c.marks) or c.named == (PLAN,)
    if not places or len(held) != 1 or not plan or len(denied) > 1 or not c.kinds <= OF_THE_FATE:
        return
    _, days, side, _ = places[0].value
    c.say("pair", ("lag", days, side, not denied), *held, *denied, *c.at("CODE"), codes=places[0].codes)


OF_THE_FATE = frozenset("BUNDLED NEG THING CODE PRONOUN WORD ARTICLE PUNCT AND PAYER LINK".split())


def _stray(c: ClauseReading) -> bool:
    """A word left that would move or narrow the window."""
    return any(
        mark.said in STRAY or (mark.kind == "THEN" and mark.said == "after")
        for mark in c.marks
        if mark.kind not in ("WINDOW", "LAG", "INSIDE")
    )


def _the_plan(c: ClauseReading) -> list[int]:
    """ "inside 77301", "next to 77301": what the service is part of, or would stand beside."""
    return [
        at
        for at in c.at("CODE", "SERVICE")
        if (c.marks[at].value == PLAN or "imrt plan" in c.marks[at].said)
        and any(mark.kind in BEFORE_THE_PLAN or mark.said == "into" for mark in c.marks[max(0, at - 2) : at])
    ]


def _inside_another(c: ClauseReading) -> bool:
    """ "UHC doesn't pay the IMRT plan when ...", "77290 is part of 77307": not the service inside the plan."""
    of_the_plan = _the_plan(c)
    for at, mark in enumerate(c.marks):
        codes = next((codes for place, codes in c.subjects if place == at), ())
        is_plan = PLAN in codes or (mark.kind == "THING" and mark.said == "plan")
        before = [one for one in c.marks[max(0, at - 3) : at] if one.said not in ("the", "a", "an", "same")]
        led = bool(before) and (before[-1].kind == "TOGETHER" or before[-1].said in INTO)
        held = bool(before) and before[-1].kind == "BUNDLED" and before[-1].said.split()[0] not in ACTIVE
        if is_plan and at not in of_the_plan and not led and not (before and before[-1].kind in BEFORE_THE_PLAN):
            return True
        if codes and not is_plan and (led or held) and before[-1].said != "for":
            return before[-1].said not in ("with", "for") or at > 3
    return False


def _same(c: ClauseReading) -> list[int]:
    """ "of the same tumor", "by the same group": what every window is about."""
    return [
        at
        for at in c.at("SAME")
        if at + 1 < len(c.marks) and c.marks[at + 1].said in OF_THE_PLAN and c.marks[at].said in ("the same", "same")
    ]


def _services(c: ClauseReading) -> tuple[tuple[str, ...], bool]:
    """The services that lie in the window, and whether each was named by its code."""
    told = [codes for place, codes in c.subjects if PLAN not in codes]
    numbers = all(c.marks[place].kind == "CODE" for place, codes in c.subjects if PLAN not in codes)
    before = tuple(code for code in (*c.background.codes, *c.background.asked_codes) if code != PLAN)
    if told:
        narrowed = [tuple(code for code in codes if code in before) or codes for codes in told]
        return tuple(dict.fromkeys(code for codes in narrowed for code in codes)), numbers
    return (tuple(dict.fromkeys(before)) or (PLAN,)), False


def _fate(c: ClauseReading) -> bool | None:
    """True: inside the plan and not paid apart; False: paid, or not inside; None: nothing is said."""
    denied = len(c.at("NEG"))
    if denied > 1 or (denied and c.has("BUNDLED") and c.has("PAY")):
        return False
    if c.has("BUNDLED"):
        return not denied
    if c.has("NONE"):
        return not denied
    if c.has("PAY"):
        return bool(denied)
    return None


def none_such(c: ClauseReading) -> None:
    """ "Medicare has no such window": of a payer that is named, about the window just spoken of."""
    if c.has("NO_WINDOW") and c.has("PAYER") and c.kinds <= NAMED_ONLY:
        c.say("pair", ("no window",), *c.at("NO_WINDOW"), codes=(PLAN,))


def listed(c: ClauseReading) -> None:
    """ "77336 isn't on its list", "77307 is on the plan's list": of the services a window names."""
    places = [
        at
        for at in range(2, len(c.marks))
        if c.marks[at].said == "list" and any(one.said == "on" for one in c.marks[max(0, at - 4) : at])
    ]
    codes = tuple(mark.value for mark in c.marks if mark.kind == "CODE")
    if len(places) != 1 or not codes or PLAN in codes or len(c.at("NEG")) > 1 or not c.kinds.isdisjoint(OTHERWISE):
        return
    if c.has("BUNDLED", "PAY", "DO", "NAME") or c.codes != codes:
        return
    for code in codes:
        c.say("pair", ("listed", not c.has("NEG")), *c.at("NEG"), places[0], codes=(code,))
    c.claimed.update(c.at("CODE", "AND", "PUNCT"))


def opened_for_another(c: ClauseReading) -> None:
    """ "Modifier 59 is accepted only for another tumor on another date", "59 won't help with the same tumor"."""
    mods = c.at("MOD")
    taken = [at for at in c.at("PAY", "OPENS", "OK") if c.marks[at].said not in ("can", "may", "would", "will")]
    if len(mods) != 1 or not taken or not c.has("TURN", "SAME", "APART") or c.has(*OF_SOMETHING_ELSE):
        return
    same, only = _same(c), [at for at in c.at("ONLY") if c.marks[at].said == "only"]
    modifier, spent = c.marks[mods[0]].value, [*mods, *taken]
    if len(only) == 1 and not same and not c.has("NEG") and not any(c.marks[at].said == "or" for at in c.at("AND")):
        others = _others(c)
        if others:
            c.say("pair", ("opened", modifier, "another"), *spent, *others, *only, codes=_services(c)[0])
    elif same and len(c.at("NEG")) == 1 and not c.has("TURN", "ONLY"):
        spent += [*same, *c.at("NEG", "TOGETHER")]
        c.say("pair", ("opened", modifier, "same"), *spent, codes=_services(c)[0])


def _others(c: ClauseReading) -> list[int]:
    """ "for another tumor on another date": both, and nothing else that is other."""
    others = [at for at in c.at("TURN") if c.marks[at].said in ("another", "different", "other")]
    things = {c.marks[at + 1].said for at in others if at + 1 < len(c.marks)}
    tumours = [at for at in c.at("APART") if c.marks[at].said == "different tumor"]
    told = bool(things & {"tumor", "tumour"} or tumours) and bool(things & {"date", "day"})
    if not told or things - {"tumor", "tumour", "date", "day"} or len(others) != len(c.at("TURN")):
        return []
    return [*others, *tumours] if len(tumours) == len(c.at("APART")) else []
