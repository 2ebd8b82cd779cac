"""The codes a question is about, by number and by the name of the service; near misses reported."""

from __future__ import annotations

from datetime import date

from assistant.reading.codes import CodeMention
from assistant.reading.facts_read import Problem
from assistant.reading.services import RADIOSURGERY
from assistant.reading.tokens import Tokens
from assistant.scenario import Scenario

IN_SESSIONS = "77373"  # radiosurgery given in two to five sessions
SHORT_COURSE = "77431"  # management of a whole course of one or two fractions


def codes_named(tokens: Tokens, known: Scenario, today: date) -> tuple[str, ...]:
    """Codes by number and by name in reading order; a name beside its own code adds nothing.

    A name means the code of the date, the setting and the technique that are known, also from earlier turns.
    """
    written = [
        one
        for one in tokens.codes
        if one.standing in ("known", "ended", "other_field") or (one.standing == "unknown" and len(one.code) == 5)
    ]
    numbers = {one.code for one in written}
    # Radiosurgery in two to five sessions is delivered and managed as stereotactic body treatment is.
    in_sessions = known.technique == "srs" and (known.fractions or 1) in range(2, 6)
    technique = "sbrt" if in_sessions else known.technique
    found: list[tuple[int, tuple[str, ...]]] = [(one.start, (one.code,)) for one in written]
    for named in tokens.services:
        service = named.of(technique, known.machine)
        if numbers & {candidate.code for candidate in service.candidates}:
            continue
        short = service.name == "weekly management" and known.fractions in (1, 2)
        codes = (SHORT_COURSE,) if short else service.codes(known.dos, known.setting, today)
        codes = (IN_SESSIONS,) if in_sessions and service.name in ("SRS delivery", *RADIOSURGERY.values()) else codes
        found.append((service.start, codes))
    found.sort(key=lambda one: one[0])
    return tuple(dict.fromkeys(code for _, codes in found for code in codes))


def near_miss(one: CodeMention) -> Problem:
    if one.standing == "suspicious":
        return Problem(
            "suspicious_code",
            one.code,
            f'"{one.code}" is not written like a code. Which code is meant?',
            one.start,
            one.end,
        )
    if one.standing == "ended":
        return Problem(
            "unknown_code",
            one.code,
            f"{one.code} ended before 2015 and is not covered here. Which code is meant?",
            one.start,
            one.end,
        )
    return Problem(
        "unknown_code",
        one.code,
        f"{one.code} is not a code this knows. Which code is meant?",
        one.start,
        one.end,
    )
