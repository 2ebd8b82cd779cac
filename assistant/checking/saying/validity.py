"""Whether a clause says that a code exists, ended, began, took over, or is to be billed at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.checking.clauses.scope import bounded
from assistant.checking.saying.choice import strangers
from assistant.checking.saying.modifiers import appends_it, taken_to
from assistant.checking.saying.replacement import leads_to, replacement
from assistant.rules.code_sets import LEVELS
from assistant.rules.codes import code_on, successors
from assistant.scenario import Period


def validity(c: ClauseReading) -> None:
    if not c.codes or (not c.named and _of_something_else(c)):
        return
    replacement(c)
    when = next((mark.value.period for mark in c.marks if mark.kind == "DATE"), None)
    for at in c.at("ENDED"):
        if at in c.claimed or _is_a_noun(c, at):
            continue
        if c.marks[at].said in STATES_OF_A_CODE and _somewhere(c, at):
            c.say("component", "billable", at, *c.at("THEN"), polarity=not c.polarity(at))
            if when:
                dos = {"dos": bounded(when, c.background.today)}
                c.advice = [replace(one, condition={**one.condition, **dos}) for one in c.advice]
            continue
        subject = _before_or_all(c, at)
        targets = tuple(code for place, codes in c.subjects if place > at for code in codes)
        if subject and targets and c.polarity(at):
            for one in subject:
                c.say("validity", ("replaced_by", targets), at, *c.at("SEE", "INSTEAD"), codes=(one, *targets))
        if when and c.marks[at].said in STATES_OF_A_CODE:
            c.say(
                "validity",
                "ended",
                at,
                *[i for i in c.at("ONLY", "START", "THEN") if i not in c.claimed],
                codes=subject,
                polarity=c.polarity(at),
            )
            last = c.advice.pop()
            c.advice.append(replace(last, condition={**last.condition, "dos": bounded(when, c.background.today)}))
            continue
        how = "end of" if c.at("END_OF") else c.marks[at].said
        value = ("to", when, how) if when else "ended"
        c.say(
            "validity",
            value,
            at,
            *[i for i in c.at("ONLY", "START", "THEN") if i not in c.claimed],
            codes=subject,
            polarity=c.polarity(at),
        )
        if not when and [mark.said for mark in c.marks[max(0, at - 2) : at]] == ["has", "been"]:
            last = c.advice.pop()  # "before 2026 it was billed with G6001, which has been deleted": by today
            c.advice.append(replace(last, condition={k: v for k, v in last.condition.items() if k != "dos"}))
    used_until(c)
    for at in c.at("ACTIVE"):
        if not c.advice:
            valid_on(c, at)
    for at in c.at("START"):
        if at in c.claimed:
            continue
        if c.advice:
            c.claimed.add(at)
        elif when and c.polarity(at):
            c.say("validity", ("from", when, c.marks[at].said), at)


def used_until(c: ClauseReading) -> None:
    """ "G6015 was used until the end of 2025", "77014 applied only to dates up to ...": its last day."""
    verbs = [
        at for at in c.at("DO", "LINK") if c.marks[at].said in USED or (c.at("ONLY") and c.marks[at].said in USING)
    ]
    last = _until(c) if verbs and not c.advice and not c.verb_denied() and not c.has("IF", "UNITS", "FREQ") else None
    if last is None:
        return
    before = bounded(last, c.background.today)
    if c.conditions[0].keys() & {"setting", "biller"}:
        c.say("component", "billable", *verbs)
    c.claimed.update(verbs)
    c.advice = [replace(one, condition={**one.condition, "dos": before}) for one in c.advice]
    c.say("validity", ("to", last, "end of"), *c.at("ONLY", "THEN"))


USING = frozenset("use bill report".split())
USED = frozenset("used billed reported coded applied applies apply".split())


def valid_on(c: ClauseReading, at: int) -> None:
    """ "Valid", on the dates told; "valid (only) up to the end of 2025" says as well that it ended then."""
    affirmed = c.polarity(at)
    if _somewhere(c, at):
        c.say(
            "component", "billable", at, polarity=affirmed
        )  # "valid for Medicare physician claims": has a place there
        if not affirmed:
            c.claimed.update(c.at("THEN"))
            return
    if c.marks[at].said.endswith(("billable", "reportable")) and all(not successors(code) for code in c.codes):
        c.say("component", "billable", at, *c.at("THEN"), polarity=affirmed)  # of a code that lives on
        return
    c.say("validity", "valid", at, *c.at("THEN"), polarity=affirmed)
    last = _until(c) if affirmed else None
    if last is None:
        return
    before = bounded(last, c.background.today)
    c.advice.append(replace(c.advice.pop(), condition={**c.conditions[0], "dos": before}))
    c.say("validity", ("to", last, "end of"), *c.at("ONLY"))


def _somewhere(c: ClauseReading, at: int) -> bool:
    """ "(not) valid for a freestanding center": said of a place or a payer, not of the code's life."""
    return any(mark.kind in ("PAYER", "BILLER", "SETTING", "SYSTEM") for mark in c.marks[at + 1 :])


def _until(c: ClauseReading) -> Period | None:
    """The last day that a statement of validity gives a code; "before 2026" gives none to a code that lives on."""
    ends = [mark.value for mark in c.marks if mark.kind == "DATE" and mark.value.period]
    if len(ends) != 1 or ends[0].period.start != date.min:
        return None
    ended = all(successors(code) or code_on(code, c.background.today).valid is False for code in c.codes)
    return ends[0].period if ended or c.at("ONLY") or ends[0].role == "through" else None


STATES_OF_A_CODE = frozenset(
    {"invalid", "not valid", "isn't valid", "aren't valid", "inactive", "not active", "isn't active", "obsolete"}
    | {"does not exist", "doesn't exist", "do not exist", "don't exist", "not exist", "defunct"}
)


def _is_a_noun(c: ClauseReading, at: int) -> bool:
    """ "to its end" ends no code; "a deleted code" is any that has ended."""
    before = c.marks[at - 1] if at else None
    after = c.marks[at + 1] if at + 1 < len(c.marks) else None
    if before is not None and before.kind == "ARTICLE" and after is not None and after.said in ("code", "codes"):
        return not c.named
    return c.marks[at].said in ("end", "ends") and before is not None and before.said in ("its", "their", "the", "to")


def _before_or_all(c: ClauseReading, at: int) -> tuple[str, ...] | None:
    before = tuple(code for place, codes in c.subjects if place < at for code in codes)
    return before or None


COUNTED = frozenset({"units", "modifier", "frequency"})


def _applies(c: ClauseReading) -> list[int]:
    """ "77431 doesn't apply here", "77427 fits this course": said of the code before it, and of nothing else."""
    verbs = [at for at in c.at("LINK", "WORD") if c.marks[at].said in APPLIES]
    codes = c.at("CODE")
    rest = {mark.kind for mark in c.marks[verbs[0] + 1 :]} if verbs else set()
    subject = len(codes) == 1 and codes[0] < verbs[0] if codes and verbs else len(c.codes) == 1 and c.has("PRONOUN")
    alone = len(verbs) == 1 and subject and rest <= {"WORD", "PUNCT", "PRONOUN"}
    return verbs if alone else []


APPLIES = frozenset("apply applies fit fits".split())


def billable(c: ClauseReading) -> None:
    """ "bill 77427", "not 77431", "77417 may be reported": advice even without a count."""
    if c.has("TAKE_OFF") and c.has("NEG"):
        return  # "should not leave 77427 off": two denials
    for at in c.denied.codes - c.claimed:
        codes = next((codes for place, codes in c.subjects if place == at), ())
        before = [
            one
            for one in c.background.previous
            if one.kind in ("units", "modifier", "frequency") and one.polarity and len(one.codes) == 1
        ]
        if codes and c.joint in ("but", ",") and before and at and c.marks[at - 1].said == "no":
            for code in codes:  # "two units of 77770, but no 77300": not beside that code
                c.say("pair", "together", at, codes=(before[-1].codes[0], code), polarity=False)
        elif codes and (modifiers := taken_to(c, at)):
            for modifier in modifiers:
                c.say("modifier", modifier, at, codes=codes, polarity=False)
        elif codes and not any(set(codes) <= set(one.codes) and not one.polarity for one in c.advice):
            c.say("component", "billable", at, codes=codes, polarity=False)
    if c.advice and c.denied.codes and all(not one.polarity for one in c.advice):
        affirmed = tuple(code for code in c.named if not any(code in one.codes for one in c.advice))
        given = c.at("DO") or [at for at in c.at("PUNCT") if c.marks[at].value == "="]
        if affirmed and given:
            c.say("component", "billable", *given, codes=affirmed)  # "managed with 77431, not 77427"
            return
    agent = "biller" in c.conditions[0] and all(
        one.kind == "component"
        and one.value != "global"
        and (not isinstance(one.value, tuple) or one.value[0] != "bills")
        for one in c.advice
    )
    if (c.advice and not agent) or not c.codes or (c.at("CODE") and strangers(c)):
        return
    places = c.at("CODE") or [at for at in c.at("SERVICE") if "level" in c.marks[at].said]
    needed = places and any(at < places[0] for at in c.at("NEED"))  # "requires a session of 77407" tells no criterion
    if c.tells_level() and places and not needed and set(c.codes) <= set(LEVELS) and not c.verb_denied():
        c.say(
            "component",
            "criteria",
            *c.at("NEED", "MORE", "LIFT"),
            *_would(c),
            *leads_to(c),
            codes=_at(c, places),
        )
        if "biller" in c.conditions[0]:
            c.say("component", "billable", codes=_at(c, places))  # "... on the physician's claim"
        return
    it = appends_it(c)  # what is appended is no code
    if not c.named and _of_something_else(c):
        return
    verbs = (
        [at for at in c.at("DO", "APPEND", "INSTEAD", "ON_BILL") if at not in it]
        or _said_right(c)
        or _applies(c)
        or [at for at in c.at("LINK") if c.marks[at].said in ("apply", "applies") and len(c.at("CODE")) == 1]
        or ([at for at in c.at("NEED") if _somebody_needs(c, at)] if c.named else [])
    )
    ended = [
        one
        for one in c.background.previous
        if one.kind == "validity" and one.polarity and (one.value == "ended" or one.value[0] == "to")
    ]
    if (
        verbs
        and ended
        and c.named
        and not c.verb_denied()
        and not set(c.named) & {code for one in ended for code in one.codes}
    ):
        for one in ended:  # "77401 is gone; use 77437": that is its replacement
            for code in one.codes:
                c.say("validity", ("replaced_by", c.named), *verbs, codes=(code, *c.named))
    if not verbs or not (c.named or c.inherited):
        return
    inside = inside_of(c)
    if inside:  # "77373 includes guidance, so 77387 should be billed": beside that code, or it would not be said
        c.say("pair", "together", *verbs, codes=inside, polarity=not c.verb_denied())
        return
    c.say("component", "billable", *verbs, polarity=not c.verb_denied())


def _at(c: ClauseReading, places: list[int]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for place, codes in c.subjects if place in places for code in codes)) or c.codes


def _would(c: ClauseReading) -> list[int]:
    """ "77412 would have needed several isocenters": what a level asks for, of a case that has none."""
    return [at for at in c.at("TURN") if c.marks[at].said == "would have" and c.has("NEED")]


def _said_right(c: ClauseReading) -> list[int]:
    """ "G6015 is correct for December 29": the one code of the clause and nothing between it and its praise."""
    places = c.at("CODE")
    if len(places) != 1 or c.advice or c.denied.objects:
        return []
    praised = [at for at in c.at("OK") if c.marks[at].said in ("correct", "right", "proper", "appropriate")]
    between = c.marks[places[0] + 1 : praised[0]] if len(praised) == 1 and praised[0] > places[0] else []
    being = bool(between) and all(mark.said in ("is", "was", "the") or mark.kind == "NEG" for mark in between)
    return praised if being else []


def _of_something_else(c: ClauseReading) -> bool:
    """ "Use the new levels": what is billed is named, and it is not the code that was spoken of."""
    verbs = c.at("DO")
    after = [mark for mark in c.marks[verbs[0] + 1 :] if mark.kind not in ("ARTICLE", "PUNCT")] if verbs else []
    return any(mark.said.endswith(("levels", "level", "code set", "families", "family")) for mark in after[:5])


def _somebody_needs(c: ClauseReading, at: int) -> bool:
    """ "You'll need 77407" recommends; "the field requires a 77334" tells a demand that no rule of ours knows."""
    return any(mark.said.split("'")[0] in ("you", "we", "i") for mark in c.marks[max(0, at - 3) : at])


def inside_of(c: ClauseReading) -> tuple[str, ...]:
    """The code of this clause and the one that a clause before put it into."""
    for one in c.background.previous:
        included = one.kind == "pair" and isinstance(one.value, tuple) and one.value[0] == "included"
        whole = included and not one.value[1]  # of a part that is inside, the rest may well stand beside it
        if whole and one.polarity and one.codes[0] in c.codes:
            return one.codes[:2]
    return ()
