"""What fractions beyond the last full set add to a count, and from how many on they add."""

from __future__ import annotations

from assistant.checking.asking import units
from assistant.checking.judging.judgement import Judged, Said, worst
from assistant.scenario import Scenario
from corpus.rulebook import entry

FIVES = "5 fractions"


def leftover(code: str, left: int | None, adds: int | None, scenario: Scenario) -> Judged:
    """What fractions beyond the last full set add: "the last 3 count as one more"."""
    fractions = scenario.fractions
    known = entry(code)
    if known is not None and any(rule.course_fractions for rule in known.units):
        why = f"{code} serves a whole course only, never what is left over of a longer one."
        return Judged("pass" if adds == 0 else "fail", why, (known.units[0].reference,), why)
    if adds is None:
        return _unsettled(code, scenario)
    if left is not None and (fractions is None or fractions % 5 != left):
        if fractions is not None and fractions > 5:
            return Judged("fail", f"{fractions} fractions leave {fractions % 5} after the full sets, not {left}.")
        fractions = 5 + left if 0 < left < 5 else None
    if fractions is None or fractions < 5:
        return Judged("no_data", "How many fractions are left over is not said.")
    rulings = units(code, scenario.but(fractions=fractions, sessions=(), fractions_so_far=None))
    found = []
    for ruling in rulings:
        if ruling.one_per != FIVES or not ruling.leftover:
            found.append(
                Judged("no_data" if ruling.one_per == FIVES else "fail", ruling.why, ruling.references, ruling.why)
            )
        elif ruling.basis == "partly_counted" or ruling.units is None:
            found.append(Judged("no_data", ruling.why, ruling.references, ruling.why))
        else:
            said: Said = "pass" if ruling.units - fractions // 5 == adds else "fail"
            found.append(Judged(said, ruling.why, ruling.references, ruling.why))
    return worst(found)


def threshold(code: str, least: int, scenario: Scenario) -> Judged:
    """ "the three-fraction threshold": from how many fractions left over one more unit counts."""
    at, below = (
        units(code, scenario.but(fractions=5 + n, sessions=(), fractions_so_far=None)) for n in (least, least - 1)
    )
    right = all(one.basis == "counted" and one.units == 2 for one in at) and all(one.units == 1 for one in below)
    return Judged("pass" if right else "fail", at[0].why, at[0].references, at[0].why)


def _unsettled(code: str, scenario: Scenario) -> Judged:
    """ "No authority settles the last 3": true where the unit rule leaves them open."""
    rulings = units(code, scenario.but(fractions=8, sessions=(), fractions_so_far=None, dos=None))
    found = []
    for ruling in rulings:
        verdict: Said = "pass" if ruling.basis == "partly_counted" or ruling.units is None else "fail"
        found.append(Judged(verdict, ruling.why, ruling.references, ruling.why))
    return min(found, key=lambda one: one.verdict != "pass")
