"""Which codes can answer a question for a code, or stand behind the name of a service, in a scenario."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from assistant.checking.judging.extents import by_extent
from assistant.checking.judging.judgement import Judged
from assistant.reading.services import ServiceMention
from assistant.rules.code_sets import LEVELS
from assistant.rules.codes import code_on, either
from assistant.rules.level import delivery_level
from assistant.rules.periods import day_of
from assistant.rules.technique import management
from assistant.scenario import Scenario
from corpus.rulebook import Reference, entry


class Choice(NamedTuple):
    """The codes that fit, the sentence that says so and where it comes from; no codes: nothing we hold tells."""

    codes: tuple[str, ...]
    why: str = ""
    references: tuple[Reference, ...] = ()


def codes_for(services: Iterable[ServiceMention], scenario: Scenario, today: date) -> Choice:
    """What the named services are billed with: a delivery by its technique, a management by its course."""
    dated = scenario if scenario.dos is not None else scenario.on(today)
    found: list[Choice] = []
    for service in services:
        named = service.of(scenario.technique, scenario.machine)
        codes = named.codes(dated.dos, scenario.setting, today)
        if named.bare == "delivery" or _by_technique(codes):
            found.append(_delivery(codes, dated))
        elif named.bare == "management" or named.name == "weekly management":
            found.append(_plain(named.name, _managed(named, codes, dated), dated))
        else:
            found.append(_plain(named.name, codes, dated))
    codes = tuple(dict.fromkeys(code for one in found for code in one.codes))
    return Choice(
        codes, " ".join(one.why for one in found), tuple(ref for one in found for ref in one.references)
    ) if codes else Choice(())  # fmt: skip


def _by_technique(codes: tuple[str, ...]) -> bool:
    known = [entry(code) for code in codes]
    return bool(known) and all(one is not None and one.category == "delivery" for one in known)


def _delivery(codes: tuple[str, ...], scenario: Scenario) -> Choice:
    """The level, or the code set of the date; a name that is wider than the technique leaves its own codes open."""
    if scenario.technique is None:
        return _plain("treatment delivery", codes, scenario)
    ruling = delivery_level(scenario)
    meant = (ruling.code,) if ruling.code else ruling.candidates
    return Choice(meant, ruling.why, ruling.references) if meant else _plain("treatment delivery", codes, scenario)


def _managed(service: ServiceMention, codes: tuple[str, ...], scenario: Scenario) -> tuple[str, ...]:
    if scenario.technique is None and scenario.fractions is None:
        return codes
    meant = management(scenario.technique, scenario.fractions, day_of(scenario))
    return meant if service.bare else tuple(dict.fromkeys((*codes, *meant)))


def _plain(name: str, codes: tuple[str, ...], scenario: Scenario) -> Choice:
    day = day_of(scenario)
    valid = tuple(code for code in codes if code_on(code, day).valid is not False)
    held = tuple(ref for code in valid for ref in code_on(code, day).references[:1])
    return Choice(valid, f"{name[:1].upper()}{name[1:]} on {day}: {either(valid)}.", held) if valid else Choice(())


def judge_choice(code: str, value: tuple[Any, ...], scenario: Scenario, affirmed: bool) -> Judged:
    """Whether the code is one the rules give to these services in this scenario."""
    kind, services, *said = value
    if not affirmed and kind == "asked" and (ended := code_on(code, day_of(scenario))).valid is False:
        return Judged("pass", ended.why, ended.references)  # "don't report 77401": there is no such code any more
    right = codes_for(services, scenario, day_of(scenario))
    level = delivery_level(scenario) if kind == "asked" and not services and code in LEVELS else None
    if level is not None and level.code is not None:  # "what level?" of a case that was told
        right = Choice((level.code,), level.why, level.references)
    if not right.codes or (by_extent(code) and not any(by_extent(one) for one in right.codes)):
        return Judged("no_data", "Which code this takes is not told by what was said.")
    named = set(said[0]) if kind == "asked" else {code} if scenario.technique else LEVELS
    undecided = set(right.codes) <= set(LEVELS) and not set(right.codes) <= set(named)
    if undecided and len(right.codes) > 1 and code in right.codes:
        return Judged("no_data", right.why, right.references)  # one of several levels, and the case does not say which
    return Judged("pass" if (code in right.codes) == affirmed else "fail", right.why, right.references, right.why)
