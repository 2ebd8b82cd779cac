"""What a question tells of the kind of a device, a simulation, a plan or a source, and of two courses."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.reading.courses_compared import courses_compared
from assistant.reading.devices_told import device_kind, simulation_kind
from assistant.reading.kinds_told import kinds_told
from assistant.reading.planning_levels import planned_level
from assistant.reading.tokens import read_tokens

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("vac-lok bag", "custom"),
        ("thermoplastic mask", "custom"),
        ("custom bolus chest wall", "bolus"),
        ("wing board", "board"),
        ("bolus", ""),
        ("wing board and vac-lok", ""),
    ],
)
def test_kinds_of_devices(text: str, kind: str) -> None:
    """A mask is made for one patient; two kinds together, or a bolus that nobody calls custom, settle none."""
    assert kind == device_kind(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [("ct sim for arcs", "complex"), ("alpha cradle made", "complex"), ("verification sim", "simple"), ("sim", "")],
)
def test_kinds_of_simulations(text: str, kind: str) -> None:
    """Arcs and custom immobilisation make it complex, a verification is simple."""
    assert kind == simulation_kind(text)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("single painful bone met, ap/pa, no blocks, nothing special", "simple"),
        ("whole brain opposed laterals one area", "simple"),
        ("two areas, ap/pa each", "intermediate"),
        ("breast tangents", "complex"),
        ("vmat prostate", "complex"),
        ("ap/pa", ""),
        ("bone met", ""),
    ],
)
def test_levels_of_clinical_planning(text: str, level: str) -> None:
    """One area with plain opposed ports is simple, tangents are complex; areas or ports alone settle nothing."""
    assert level == planned_level(text)


@pytest.mark.parametrize(
    ("text", "courses"),
    [
        ("SBRT vs hypofractionated IMRT 5 vs 8 fractions codes", (("sbrt", 5), ("imrt", 8))),
        ("28 fx IMRT vs 5 fx SBRT prostate", (("imrt", 28), ("sbrt", 5))),
        ("SBRT vs IMRT codes", ()),
        ("SBRT 5 fx, IMRT planned", ()),
        ("IMRT 28 vs 30 fractions", ()),
    ],
)
def test_two_courses_compared(text: str, courses: tuple[tuple[str, int], ...]) -> None:
    """Each technique has its number of fractions; one technique, or a number too few, compares no courses."""
    assert courses == courses_compared(read_tokens(text, TODAY))


@pytest.mark.parametrize(
    ("text", "now", "sources"),
    [("in 2025, what now?", True, False), ("units on the source code", False, True), ("c2638 units", False, True)],
)
def test_now_and_source_codes(text: str, now: bool, sources: bool) -> None:
    """ "What now" asks for today as well; C2638 and "source code" are those of radioactive sources."""
    told = kinds_told(text)
    assert (now, sources) == (told["and_now"], told["of_source_code"])
