"""The limit of a date in other words: "limited to one per date", "the second unit stops", "absolute", "on review"."""

from __future__ import annotations

from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.checking.marking.marks import Mark
from assistant.checking.saying.against_limits import names_a_date
from assistant.checking.saying.counts import PER_SESSION

LIMITED = frozenset(
    {"limited to", "is limited to", "limit of", "a limit of", "capped at", "is capped at", "cap of", "a cap of"}
    | {"held to", "is held to"}
    | {"at most", "no more than", "not more than", "a maximum of", "maximum of"}
)
# A limit of a date is one number for any number of lesions, fields or films.
HOWEVER_MANY = frozenset(
    {"however many", "no matter how many", "regardless of how many", "irrespective of how many", "don't multiply it"}
    | {"do not multiply it", "don't multiply", "do not multiply", "doesn't multiply", "does not multiply"}
)
THE_MOST = frozenset({"is the limit", "is the maximum", "is the most", "is the ceiling", "is the cap"})
OTHERWISE = frozenset(
    """NEG MORE AT_LEAST EXCEPT FRACTIONS TOTAL DAYS MOD RATHER WITHOUT BELOW DOUBT HEARSAY BUNDLED
    NTH_UNIT LEFT ENDED REPLACED SEPARATE MONEY ADDITION NONE""".split()
)
PASSES = frozenset("pass passes fit fits fine ok okay".split())
NAMED = ("limit", "cap", "ceiling", "held")
RECORDS = frozenset("records record documentation notes documents".split())
WON = frozenset({"can be won", "could be won", "may be won", "can succeed", "may succeed"})
PERMITS = frozenset({"may", "can", "could", "might", "may be", "can be"})
THROUGH = frozenset({"argued", "defended", "appealed", "through", "support", "supports", "justify", "carry", "over"})
BESIDE = frozenset(
    """WORD ARTICLE PRONOUN LINK AND BECAUSE PUNCT THING OK NEG APPEAL LIFT OPENS NEED MORE MUE MUE_WORD MAI BILLER
    PAYER UNIT ROLE DO SETTING NAME TURN TOGETHER NTH_UNIT SAYS""".split()
)
ARGUED = frozenset({"argued", "argue", "defended", "defend"})
FURTHER = frozenset({"more", "extra", "additional", "further", "more units", "extra units"})
NEEDS = frozenset({"need", "needs", "needed", "require", "requires"})


def limited(c: ClauseReading) -> None:
    """ "77387 is limited to one unit per date", "three is the ceiling per date"."""
    bounds = [at for at in c.at("AT_MOST") if c.marks[at].said in LIMITED]
    bounds += [at for at in c.at("MUE_WORD") if c.marks[at].said in THE_MOST]
    dated = [at for at in c.at("PER_DATE") if names_a_date(c.marks[at].said)]
    daily = [at for at in c.at("FREQ") if c.marks[at].value[1] in ("day", "date")]
    if daily and (c.has("DO") or not any(word in c.marks[at].said for at in bounds for word in NAMED)):
        return  # "report it at most once a day": how often, and no limit of a table
    if len(bounds) != 1 or len(dated) + len(daily) != 1 or len(c.at("FREQ")) != len(daily):
        return
    if len(c.codes) != 1 or not c.kinds.isdisjoint(OTHERWISE) or len(c.at("AT_MOST", "MUE_WORD", "ONLY")) != 1:
        return
    if dated and "line" in c.marks[dated[0]].said:
        return
    whatever = c.at("REGARDLESS")
    if any(c.marks[at].said not in HOWEVER_MANY for at in whatever):
        return  # "even with a modifier", "whether or not": what a limit says nothing of
    counts = c.at("NUM", "UNITS", "ONCE", "TWICE")
    told = [c.marks[at].value[0] for at in daily] or [1 for at in dated if _one_each(c.marks[at])]
    told = [_number(c.marks[at]) for at in counts] or told  # "two a day": the number stands in the phrase itself
    if len(counts) > 1 or len(told) != 1 or (counts and daily and c.marks[daily[0]].value[0] != 1):
        return
    c.say("component", ("mue", (told[0], None)), *sorted((*bounds, *counts, *dated, *daily, *whatever)))


def _one_each(mark: Mark) -> bool:
    return mark.said.startswith(("one ", "1 "))


def _number(mark: Mark) -> int:
    return 1 if mark.kind == "ONCE" else 2 if mark.kind == "TWICE" else mark.value


def stopped(c: ClauseReading) -> None:
    """ "The second unit stops", where the limit of a date is spoken of; "above ten units the claim will be stopped"."""
    stop = c.at("STOPS")
    if len(stop) != 1 or not c.codes or c.has("NEG", "EXCEPT", "DOUBT", "FREQ", "FRACTIONS", "TOTAL", "MOD", "RATHER"):
        return
    above = [
        at for at in c.at("MORE") if c.marks[at].said in ("above", "more than", "over", "beyond", "anything above")
    ]
    counts = [at for at in c.at("NTH_UNIT", "UNITS", "NUM") if at not in c.claimed]
    if len(counts) != 1 or len(c.codes) != 1:
        return
    at, dated = counts[0], c.at("PER_DATE", "TOGETHER")
    begin = len(c.advice)
    if above and c.marks[at].kind != "NTH_UNIT" and at == above[0] + 1:
        c.say("component", ("mue", (c.marks[at].value, None)), above[0], at, *stop, *dated)
    elif not c.has("MORE") and at < stop[0] and (_told_before(c) or any(names_a_date(c.marks[i].said) for i in dated)):
        c.say("component", ("beyond limit", int(c.marks[at].value)), at, *stop, *dated)
    if len(c.advice) > begin and c.has("NEED"):
        c.say("component", ("on review", True), *c.at("NEED"))


def passing(c: ClauseReading) -> None:
    """ "Two sessions on one day pass", "a second session fits": where the limit was told, so many do not exceed it."""
    verbs = [at for at, mark in enumerate(c.marks) if mark.kind in ("WORD", "OK") and mark.said in PASSES]
    counts = [at for at in c.at("FRACTIONS", "UNITS", "NUM", "NTH_UNIT", "NTH") if at not in c.claimed]
    dated = [at for at in c.at("PER_DATE", "TOGETHER") if names_a_date(c.marks[at].said)]
    if len(verbs) != 1 or len(counts) != 1 or not c.codes or c.advice or not _told_before(c):
        return
    if c.has("NEG", "MORE", "AT_LEAST", "AT_MOST", "EXCEPT", "DOUBT", "ONLY", "FREQ", "RATHER", "MOD", "IF"):
        return
    appeals = _without_an_appeal(c)
    if len(appeals) != len(c.at("WITHOUT", "APPEAL", "OPENS")) or not counted_by_the_code(c, counts[0]):
        return
    number = c.marks[counts[0]].value
    if counts[0] < verbs[0] and isinstance(number, int | str) and str(number).isdigit():
        c.say("component", ("within limit", int(number)), *sorted((counts[0], verbs[0], *dated, *appeals)))


def _without_an_appeal(c: ClauseReading) -> list[int]:
    """ "... without an appeal", "without an override": nothing is needed for what is within a limit."""
    for at in c.at("WITHOUT"):
        lifted = [i for i in range(at + 1, min(at + 3, len(c.marks))) if c.marks[i].kind in ("APPEAL", "OPENS")]
        if lifted and all(mark.kind == "ARTICLE" for mark in c.marks[at + 1 : lifted[0]]):
            return [at, lifted[0]]
    return []


def counted_by_the_code(c: ClauseReading, at: int) -> bool:
    """ "A second session" is a second unit of a code of sessions, "a second unit" of any."""
    if c.marks[at].kind != "NTH":
        return True
    behind = c.marks[at + 1].said if at + 1 < len(c.marks) else ""
    return behind in ("session", "treatment") and set(c.codes) <= PER_SESSION


def kind_of_limit(c: ClauseReading) -> None:
    """ "That limit is of the absolute kind", "a clinical edit"."""
    kinds = c.at("MAI")
    if len(kinds) != 1 or not c.codes or c.has("EXCEPT", "RATHER", "DOUBT"):
        return
    at = kinds[0]
    words = [i for i in c.at("MUE_WORD") if c.marks[i].said.startswith(("limit", "mue"))]
    alone = not c.has("NUM", "UNITS", "ONCE", "PER_DATE", "FREQ")
    c.say("component", ("mue", (None, c.marks[at].value)), at, *(words if alone else []), polarity=c.polarity(at))


def on_review(c: ClauseReading) -> None:
    """ "Records may get it through on review", "no appeal will change that": whether more than the limit can pass."""
    other = [one for one in c.advice if not (isinstance(one.value, tuple) and one.value[0] == "mue")]
    told = _of_the_limit(c)
    if not c.codes or other or not _told_before(c) or not {c.marks[i].kind for i in _but(c, told)} <= BESIDE:
        return
    if any(c.marks[at].said not in NEEDS for at in c.at("NEED")) or any(
        c.marks[at].said not in (*FURTHER, "with") for at in c.at("TURN", "TOGETHER")
    ):
        return
    said = {mark.said for mark in c.marks}
    denied = c.at("NEG")
    lifted = c.at("APPEAL", "LIFT", "OPENS")
    if any(c.marks[at].said not in ARGUED for at in c.at("SAYS")):
        return
    spent = [*lifted, *denied, *c.at("OK", "NEED", "MORE", "MUE_WORD", "TURN", "TOGETHER", "UNIT", "NTH_UNIT", "SAYS")]
    if len(denied) == 1 and lifted and not said & RECORDS:
        c.say("component", ("on review", False), *sorted(spent))
        return
    won = lifted and said & WON and not c.has("NEED", "TURN") and set(c.at("TOGETHER")) <= told
    on_records = said & RECORDS and (c.has("NEED") or (said & PERMITS and (lifted or said & THROUGH)))
    if not denied and (won or on_records):
        c.say("component", ("on review", True), *sorted(spent))


def _of_the_limit(c: ClauseReading) -> set[int]:
    """ "With MAI 3 an appeal can be won": the word before its kind."""
    return {
        at
        for at in c.at("TOGETHER")
        if c.marks[at].said == "with" and at + 1 < len(c.marks) and c.marks[at + 1].kind in ("MUE", "MAI")
    }


def _but(c: ClauseReading, told: set[int]) -> list[int]:
    return [at for at in range(len(c.marks)) if at not in told]


def _told_before(c: ClauseReading) -> bool:
    """Whether the limit of a date was what the clause or the statement before was about."""
    before = [one.value[0] for one in c.background.previous if isinstance(one.value, tuple)]
    return bool({"mue", "beyond limit"} & set(before)) or c.has("MUE", "MUE_WORD", "MAI")
