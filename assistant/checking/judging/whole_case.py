"""A code that has to serve all of a case: every date of it, and the place it is billed from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from assistant.checking.judging.judgement import Judged, days_of, same
from assistant.rules.codes import code_on
from assistant.rules.payers import is_medicare
from assistant.rules.status import status_on
from assistant.scenario import Scenario


def valid_on(code: str, day: date) -> Judged:
    """Whether the code exists on the date."""
    ruling = code_on(code, day)
    return same(ruling.valid, ruling.why, ruling.references, instead=ruling.why)


def through_the_case(code: str, scenario: Scenario) -> Iterator[Judged]:
    """ "The course keeps 77386", of one that goes on after the code ended."""
    if scenario.dos is not None and not scenario.dos.is_day:
        yield from (valid_on(code, day) for day in days_of(scenario))


def of_the_place(code: str, scenario: Scenario) -> Iterator[Judged]:
    """ "Freestanding centers billed 77412 in 2025": the right level, of the code set of another place."""
    if not is_medicare(scenario.payer) or scenario.setting is None:
        return
    for day in days_of(scenario):
        ruling = status_on(code, day, scenario)
        if ruling.treatment == "wrong_code_set":
            yield Judged("fail", ruling.why, ruling.references, ruling.why)
