"""Modifiers in a clause: used, needed, refused, left off."""

from __future__ import annotations

from assistant.checking.clauses.clause_reading import ClauseReading


def modifiers(c: ClauseReading) -> None:
    needed = [i for i in c.at("NEED") if i not in c.denied.verbs]
    not_needed = c.at("UNNEEDED") or [i for i in c.at("NEED") if i in c.denied.verbs]
    matched = _component_words(c)
    if any(c.marks[at].value == "TC" for at in c.at("MOD")) and any(
        mark.said in READING for mark in (*c.marks, *c.facts)
    ):
        return  # a reading is the professional part: "TC for the reading" says nothing we dare to read
    optional = c.at("OPTIONAL")
    refused = [i for i in c.at("ENDED") if c.marks[i].said in REFUSED]
    refused += [i for i in c.at("ACTIVE") if i in c.denied.objects]
    if c.at("MOD"):
        c.claimed.update((*refused, *c.at("ACTIVE")))
    ended = [i for i in c.at("ENDED") if i not in refused]
    for at in c.at("MOD"):
        if at in c.claimed:
            continue
        mark = c.marks[at]
        if mark.said and ended and at < ended[0]:
            c.claimed.add(at)  # "77014-26 is no longer an option": the code ended, with whatever stands on it
            continue
        codes = (mark.said,) if mark.said else None
        if codes is None and not c.codes:
            continue
        if matched is False:
            return
        polarity = c.polarity(at)
        if c.at("UNNEEDED"):
            c.claimed.update(c.at("UNNEEDED"))
            polarity = False
        if refused:
            polarity = not polarity
        wants = c.has("PAYER") and any(c.marks[i].said in WANTS and i < at for i in c.at("LINK"))
        required = (bool((needed or wants) and polarity) or bool(not_needed)) and not optional
        c.claimed.update(optional)
        nothing = [i for i in c.at("NONE") if i < at and c.marks[i].said == "nothing"]
        if nothing:  # "there is nothing for 26 to mark"
            c.claimed.update((*nothing, *c.at("NEG")))
            polarity = False
        if not polarity and not required:  # "don't add TC on the same line": what is never right is not right there
            c.claimed.update(i for i in c.at("PER_DATE") if c.marks[i].said.endswith(" line"))
        c.say(
            "modifier",
            mark.value,
            at,
            *[i for i in c.at("ONLY") if abs(i - at) <= 4 and not c.marks[i].said.startswith("only ")],
            codes=codes,
            polarity=polarity,
            required=required,
        )
        if optional and polarity:
            c.say("modifier", "none", at, codes=codes)  # it may also be left off
    appended(c)
    for at in c.at("NO_MODIFIER"):
        denied = c.verb_denied() or at in c.denied.objects  # "is never sent plain"
        if at not in c.claimed and c.codes and not denied and not _of_a_pair(c):
            c.say("modifier", "none", at)
    for at in c.at("ANYTHING"):  # "you don't append anything"
        if c.codes and c.denied.verbs and (c.at("APPEND") or c.background.asked == "modifier") and not c.at("MOD"):
            c.say("modifier", "none", at)
    for at in c.at("ANY_MODIFIER"):
        if at in c.claimed or _of_a_pair(c):
            continue
        if c.codes and not c.polarity(at):
            c.say("modifier", "none", at)
        elif c.codes and c.at("NEED"):
            c.say("modifier", "any", at, required=True)
    if (
        not c.at("MOD", "NO_MODIFIER", "ANY_MODIFIER")
        and c.at("MODIFIER_WORD")
        and c.denied.verbs | c.denied.objects
        and c.codes
        and not c.advice
    ):
        c.say("modifier", "none", *c.at("MODIFIER_WORD"))


def _of_a_pair(c: ClauseReading) -> bool:
    """ "No modifier is allowed", of a question about two codes: it may be none that opens their edit."""
    allowing = any(c.marks[at].said in PERMITTING for at in c.at("PAY"))
    return allowing and len(set(c.background.asked_codes)) > 1


PERMITTING = frozenset("allow allows allowed permit permits permitted accept accepts accepted".split())
READING = frozenset("read reads reading reader interpretation interpretations interpret interprets".split())


def appends_it(c: ClauseReading) -> list[int]:
    """ "append it": the verbs whose object is a pronoun."""
    return [at for at in c.at("APPEND") if c.marks[at + 1 : at + 2] and c.marks[at + 1].kind == "PRONOUN"]


def taken_to(c: ClauseReading, at: int) -> list[str]:
    """ "Append 25 to 99205, not to 77263": the modifiers of the clause before, kept off this code."""
    to = at > 0 and c.marks[at - 1].said in ("to", "on")
    return [str(one.value) for one in c.background.previous if one.kind == "modifier" and one.polarity] if to else []


def appended(c: ClauseReading) -> None:
    """ "Modifier 26 means ..., so append it to 77427": the modifier that was spoken of, on this code."""
    verbs = appends_it(c)
    if not verbs or not c.named or c.at("MOD", "NO_MODIFIER", "ANY_MODIFIER"):
        return
    spoken_of = [one.value for one in c.background.previous if one.kind == "modifier"]
    for value in dict.fromkeys(str(one[1]) if isinstance(one, tuple) else str(one) for one in spoken_of):
        c.say("modifier", value, *verbs, polarity=not c.verb_denied())


REFUSED = frozenset(
    {"not valid", "isn't valid", "aren't valid", "invalid", "cannot be used", "can't be used", "not active"}
    | {"does not exist", "doesn't exist", "do not exist", "don't exist", "not exist"}
)


WANTS = frozenset({"want", "wants", "wanted", "expect", "expects"})


def _component_words(c: ClauseReading) -> bool | None:
    """Whether "26" stands with "professional" and "TC" with "technical"; None where no such word stands."""
    words = c.at("TECHNICAL", "PROFESSIONAL", "GLOBAL")
    modifiers = {c.marks[i].value for i in c.at("MOD")}
    if not words or not modifiers:
        return None
    said = {c.marks[i].kind for i in words}
    meant = {"26": "PROFESSIONAL", "TC": "TECHNICAL"}
    fits = all(meant.get(one) in said for one in modifiers if one in meant) and len(said) <= len(modifiers)
    if fits:
        c.claimed.update(words)
    denied = not any(c.polarity(at) for at in c.at("MOD"))
    if said == {"GLOBAL"} and denied:
        return None  # "globally, without 26 or TC"
    if not denied or "GLOBAL" in said:
        return fits
    return fits or None  # "professional only, so neither 26 nor TC": both are denied, and the part is read by itself
