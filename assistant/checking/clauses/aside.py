"""What a question tells of its case beside the facts of a scenario."""

from __future__ import annotations

from typing import NamedTuple


class Aside(NamedTuple):
    """Read by `coverage/told_in_question.py`; nothing of it is told by default."""

    same_place: bool = False  # one target, site or device
    one_plan: bool = False
    one_session: bool = False
    compensators: bool = False
    some_of_them: bool = False  # only some sessions were approved, imaged, signed
    unlike_parts: bool = False  # techniques or motion that differ within the course
    equipment_only: bool = False  # who asks owns the machine and bills nothing else
    own_machine: bool = False  # who asks owns it, and so bills the whole service
    at_once: int | None = None  # fractions of the longest of several courses that run side by side
    limit_asked: bool = False  # the limit of a date, and no count of a course
    units_billed: int | None = None  # before the further fractions that are asked about
    in_all: int | None = None  # fractions of the course with those further ones, where it adds them up
    department: str = ""  # off the campus: "excepted", or "not excepted"
    complexity: int = 0  # of a session, as its areas, blocks or beams tell it: 1 simple to 3 complex
    planned: int | None = None  # fractions of the course that was planned, whatever was given of it
    one_period: bool = False  # all of it lies in one period of five fractions
    calculated: int | None = None  # fields, each with a calculation of its own
    modifiers: tuple[str, ...] = ()  # two that it asks about together


NOTHING = Aside()
