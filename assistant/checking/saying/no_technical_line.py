"""That the technical part of guidance has no line of its own: "no technical guidance code beside delivery"."""

from __future__ import annotations

from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.reading.services import CANDIDATES

GUIDANCE = "77387"
PLAIN = frozenset(
    "NEG TECHNICAL SERVICE WORD ARTICLE DO PAY TOGETHER SEPARATE DATE NOW PUNCT PAYER SETTING AND THING OK THEN".split()
)
CHARGES = ("charge", "code", "line", "bill", "fee", "claim")
BESIDE = frozenset({"in addition to", "on top of", "with", "beside", "besides", "along with", "together with"})


def no_technical_line(c: ClauseReading) -> None:
    """The technical part of 77387 is not paid by itself; said of guidance, or where guidance was spoken of."""
    denied, parts = c.at("NEG"), c.at("TECHNICAL")
    if len(denied) != 1 or len(parts) != 1 or not c.kinds <= PLAIN or not denied[0] < parts[0] <= denied[0] + 2:
        return
    if not c.marks[denied[0]].said.endswith("no") or c.has("CODE", "UNITS", "MOD"):
        return
    services = c.at("SERVICE")
    guidance = [at for at in services if at == parts[0] + 1 and _of_guidance(c, at)]
    delivery = [at for at in services if at not in guidance and c.at("TOGETHER") and at > c.at("TOGETHER")[0]]
    told = [one for one in c.background.previous if one.kind == "pair" and one.value[:2] == ("included", "technical")]
    spoken_of = GUIDANCE in (told[-1].codes[:1] if told else c.background.codes)
    ends = guidance or c.marks[parts[0]].said.endswith(CHARGES)
    if not ends or not (guidance or spoken_of) or len(guidance) + len(delivery) != len(services):
        return
    if any(c.marks[at].said not in BESIDE for at in c.at("TOGETHER")):
        return
    places = (*denied, *parts, *services, *c.at("SEPARATE", "DO", "PAY", "TOGETHER"))
    c.say("component", ("part_paid", "technical"), *sorted(places), codes=(GUIDANCE,), polarity=False)
    c.denied.loose.difference_update(denied)


def _of_guidance(c: ClauseReading, at: int) -> bool:
    names = [name for name, candidates in CANDIDATES.items() if any(one.code == GUIDANCE for one in candidates)]
    return c.marks[at].value.name in names
