"""What took an ended code's place: one of several successors is right only where the case chooses it."""

from __future__ import annotations

from datetime import date

from assistant.checking.judging.extents import judge_extent
from assistant.checking.judging.judgement import Judged, same
from assistant.reading.extents import Extent
from assistant.rules.code_sets import LEVELS
from assistant.rules.codes import code_on, successors
from assistant.rules.level import crosswalk
from assistant.rules.technique import serves_machine
from assistant.scenario import Scenario
from corpus.rulebook import entry

SURFACE = "superficial"  # the category and the technique


def judge_replaced(code: str, by: tuple[str, ...], scenario: Scenario, today: date) -> Judged:
    """One of several successors is right where the facts told choose it; otherwise all of them must be named."""
    after = successors(code)
    ruling = code_on(code, today)
    if not after:
        return same(False if ruling.valid else None, ruling.why, ruling.references, instead=ruling.why)
    if set(by) < set(after) and set(by) <= set(LEVELS):
        chosen = crosswalk(code, scenario.but(dos=None).on(today))
        right = chosen.code in by if chosen.code else None
        return same(right, chosen.why, chosen.references or ruling.references, instead=chosen.why)
    if set(by) < set(after) and not _chosen_by_the_case(by, after, scenario, today):
        return Judged("no_data", ruling.why, ruling.references)
    return same(set(by) <= set(after), ruling.why, ruling.references, instead=ruling.why)


def _chosen_by_the_case(by: tuple[str, ...], after: tuple[str, ...], scenario: Scenario, day: date) -> bool:
    """Guidance goes by whether the beam is a surface x-ray, a surface x-ray by its tube."""
    surface = [code for code in after if (known := entry(code)) is not None and known.category == SURFACE]
    if set(surface) == set(after):
        if scenario.kilovolts is not None:
            told = Extent(scenario.kilovolts, True, scenario.kilovolts)
            return all(judge_extent(code, told, day, True).verdict == "pass" for code in by)
        return scenario.machine is not None and all(serves_machine(code, scenario.machine) for code in by)
    if scenario.technique == SURFACE:
        return set(by) <= set(surface)
    return scenario.technique is not None and not set(by) & set(surface)
