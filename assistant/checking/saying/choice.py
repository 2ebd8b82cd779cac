"""A clause that gives a service, or the case that was asked about, its code: "the delivery code for VMAT is 77290"."""

from __future__ import annotations

from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.checking.clauses.names_of_codes import all_codes_of, codes_of_kind, names_its_code
from assistant.checking.coverage.describing import BEING, in_own_words, own_word
from assistant.reading.services import ServiceMention
from assistant.rules.code_sets import DECIDING
from assistant.rules.technique import CATEGORY as STEREOTACTIC
from corpus.rulebook import entry

# A name behind one of these tells when or where, not what the code stands for.
CIRCUMSTANCE = frozenset("during before after at within from since throughout while beside besides".split())
RELATIONS = ("BUNDLED", "TOGETHER", "REPLACED", "REPLACES", "RATHER", "NOT_BOTH", "SEE", "STANDING")
RIGHT = frozenset({"correct", "right", "proper", "appropriate", "accurate", "fits", "fit", "applies", "apply"})


def choice(c: ClauseReading) -> None:
    """Which code is said to be right for what; judged against the codes that the rules give it."""
    codes = tuple(dict.fromkeys(c.marks[at].value for at in c.at("CODE") if at not in c.denied.codes))
    if not codes or c.has(*RELATIONS) or any(one.kind in ("pair", "validity") for one in c.advice):
        return
    strays = [at for at in strangers(c) if at not in c.claimed]
    if strays:
        services = tuple(c.marks[at].value for at in strays)
        c.say("component", ("for", services), *strays, codes=codes, polarity=not c.verb_denied())
        return
    named = [at for at in c.at("SERVICE") if names_its_code(c.marks, at)]
    if named and not c.advice and c.has("LINK", "DO"):
        for at in named:
            theirs = tuple(code for code in codes if code in all_codes_of(c.marks[at].value))
            c.say(
                "component",
                ("for", (c.marks[at].value,)),
                at,
                *c.at("LINK"),
                codes=theirs,
                polarity=not c.verb_denied(),
            )
    elif c.verb_denied() and c.conditions[0].keys() & {"technique", "isocenters", "motion_management"}:
        return  # "gating never qualifies for 77412": said of the gating, and not of the code that was asked for
    elif c.background.asked == "code" and not c.has("EXTENT") and _answers(c):
        c.say("component", ("asked", c.background.wanted, codes), codes=codes, polarity=not c.verb_denied())


def delivered(c: ClauseReading) -> None:
    """ "The sessions qualify as 77412", "report 77412 for each session": whatever else it says, the case decides."""
    if not c.advice or c.verb_denied() or c.joint == "if":
        return
    if c.has("BUNDLED", "REPLACED", "REPLACES", "RATHER", "IF", "ENDED", "PAST"):
        return
    if not c.conditions[0].keys().isdisjoint(DECIDING):
        return
    codes = tuple(
        dict.fromkeys(
            c.marks[at].value
            for at in c.at("CODE")
            if at not in c.denied.codes and _billed(c, at) and _goes_by_technique(str(c.marks[at].value))
        )
    )
    if codes:
        c.say("component", ("delivers", codes), codes=codes[:1])


def _goes_by_technique(code: str) -> bool:
    return code in codes_of_kind("delivery") or category(code) == STEREOTACTIC


def _billed(c: ClauseReading, at: int) -> bool:
    before = c.marks[:at]
    after = [mark for mark in c.marks[at + 1 : at + 4] if mark.kind != "ARTICLE" and mark.said != "the"]
    if len(after) > 1 and after[0].said in ("for", "as") and after[1].kind == "SERVICE":
        return True  # "77373 for the delivery"
    if len(after) > 1 and after[0].said in ("is", "are") and after[1].kind == "DO":
        return True  # "77373 is used"
    return any(mark.kind in ("DO", "LINK") and mark.said not in ("have", "has", "carry", "carries") for mark in before)


def strangers(c: ClauseReading) -> list[int]:
    """Services named beside codes none of which is theirs."""
    named = {place for place, _ in c.subjects}
    codes = [str(c.marks[at].value) for at in c.at("CODE")]
    return [
        at
        for at in c.at("SERVICE")
        if at in named
        and isinstance(c.marks[at].value, ServiceMention)
        and not _circumstance(c, at)
        and not _listed(c, at)
        and not _beside_a_code(c, at)
        and not any(own_word(c.marks[at], code) for code in codes)
    ]


def _listed(c: ClauseReading, at: int) -> bool:
    """ "77370 and the delivery levels carry no modifier": said of the service as of the code."""
    before = [mark for mark in c.marks[max(0, at - 4) : at] if mark.kind != "ARTICLE" and mark.said != "the"]
    return bool(c.advice) and [mark.kind for mark in before[-2:]] == ["CODE", "AND"] and before[-1].said == "and"


def _circumstance(c: ClauseReading, at: int) -> bool:
    before = [mark for mark in c.marks[max(0, at - 3) : at] if mark.kind != "ARTICLE" and mark.value != "the"]
    return bool(before) and before[-1].value in CIRCUMSTANCE


def _beside_a_code(c: ClauseReading, at: int) -> bool:
    """ "Bill the delivery levels and 77427": two things that are billed, and no name of the code."""
    behind = [mark for mark in c.marks[at + 1 : at + 4] if mark.kind != "ARTICLE" and mark.said != "the"]
    return len(behind) > 1 and behind[0].said == "and" and behind[1].kind == "CODE" and c.has("DO")


def _answers(c: ClauseReading) -> bool:
    """Whether the clause gives the code that was asked for, and speaks of no other service, count or modifier."""
    if c.has("SERVICE") or any(one.kind != "component" for one in c.advice):
        return False
    wanted = {category(one.code) for service in c.background.wanted for one in service.candidates}
    return any(
        _recommended(c, at) and (category(str(c.marks[at].value)) in wanted or not in_own_words(c, at))
        for at in c.at("CODE")
        if at not in c.denied.codes
    )


def category(code: str) -> str:
    """The category of a code in the rule book."""
    known = entry(code)
    return known.category if known else ""


def _recommended(c: ClauseReading, at: int) -> bool:
    """ "Use 77407", "it is 77407", "77407 is right" or the bare code; "77427 would need" recommends nothing."""
    before, after = c.marks[:at], c.marks[at + 1 :]
    if any(mark.kind == "DO" or mark.said in BEING for mark in before):
        return True
    told = [mark for mark in after if mark.kind not in ("PUNCT", "ARTICLE", "ROLE") and mark.said not in BEING]
    return not told or told[0].said in RIGHT or all(mark.kind in ("AND", "CODE", "DATE", "FACT") for mark in told)
