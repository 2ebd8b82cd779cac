"""From which day a payer demands a modifier: "the requirement starts with dates of service on March 1, 2026"."""

from __future__ import annotations

from datetime import date

from assistant.checking.advice import Advice
from assistant.checking.clauses.clause_reading import ClauseReading

DEMANDS = frozenset({"requirement", "rule", "mandate"})
BEGINS = frozenset("start starts started begin begins began".split()) | {
    "takes effect",
    "took effect",
    "take effect",
    "effective",
}
PLAIN = frozenset("WORD ARTICLE NEED START DATE PUNCT PAYER LINK THING PRONOUN ROLE DATED TOGETHER".split())


def required_since(c: ClauseReading) -> None:
    """The first date of service with the modifier that was asked about, of a payer's own rule."""
    demands = [at for at, mark in enumerate(c.marks) if mark.said in DEMANDS and mark.kind in ("NEED", "WORD")]
    begins = [at for at in c.at("START") if c.marks[at].said in BEGINS]
    dates = c.at("DATE")
    if len(demands) != 1 or len(begins) != 1 or len(dates) != 1 or len(c.codes) != 1 or not c.kinds <= PLAIN:
        return
    when = c.marks[dates[0]].value
    asked = {str(one.value) for one in (*c.background.proposed, *c.background.previous) if one.kind == "modifier"}
    asked -= {"none", "any"}
    first = when.period.start if when.period is not None and when.precision == "day" else None
    if first is None or when.role not in ("on", "since") or len(asked) != 1 or not demands[0] < begins[0] < dates[0]:
        return
    if any(c.marks[at].said != "with" for at in c.at("TOGETHER")):
        return
    c.claimed.update((*demands, *begins, *dates, *c.at("TOGETHER")))
    value = ("since", next(iter(asked)), date(first.year, first.month, first.day))
    told = {name: fact for name, fact in c.conditions[0].items() if name != "dos"}
    c.advice.append(Advice("modifier", c.codes, value, True, told, False, (0, 0), c.inherited))
