"""Codes of one family that a number or a kind parts."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.rules.code_sets import SURFACES, other_code
from assistant.rules.families import AFTERLOADING, ISODOSES, Told, by_energy, choices, siblings
from assistant.rules.finding import LevelRuling
from assistant.scenario import Scenario

DAY = date(2026, 6, 1)


def chosen(codes: tuple[str, ...], scenario: Scenario = Scenario(), told: Told = Told()) -> LevelRuling:
    (one,) = choices(frozenset(codes), scenario, told, DAY)
    return one


@pytest.mark.parametrize(
    ("channels", "code"), [(1, "77770"), (2, "77771"), (12, "77771"), (13, "77772"), (20, "77772")]
)
def test_channels_pick_the_delivery_code(channels: int, code: str) -> None:
    """One channel, two to twelve, more than twelve."""
    assert code == chosen(AFTERLOADING, Scenario(channels=channels)).code


@pytest.mark.parametrize(("sources", "code"), [(4, "77316"), (5, "77317"), (10, "77317"), (11, "77318")])
def test_sources_pick_the_isodose_plan(sources: int, code: str) -> None:
    """Up to four sources, five to ten, more than ten."""
    assert code == chosen(ISODOSES, Scenario(sources=sources)).code


@pytest.mark.parametrize(("channels", "code"), [(1, "77316"), (12, "77317"), (14, "77318")])
def test_channels_pick_the_isodose_plan(channels: int, code: str) -> None:
    """The channels of an afterloader count as the delivery code counts them."""
    assert code == chosen(ISODOSES, Scenario(channels=channels)).code


@pytest.mark.parametrize(("family", "asks"), [(AFTERLOADING, ("channels",)), (ISODOSES, ("sources",))])
def test_without_the_number_it_is_asked_for(family: tuple[str, ...], asks: tuple[str, ...]) -> None:
    """No code is picked, the answer says how the number decides and asks for that number only."""
    ruling = chosen(family)
    assert (None, asks, True) == (ruling.code, ruling.asks, all(code in ruling.why for code in family))


@pytest.mark.parametrize(
    ("codes", "told", "code"),
    [
        (("77261", "77263"), Told(planned="simple"), "77261"),
        (("77261", "77262", "77263"), Told(planned="complex"), "77263"),
        (("77332", "77333", "77334"), Told(device="custom"), "77334"),
        (("77332", "77333", "77334"), Told(device="bolus"), "77333"),
        (("77280", "77290"), Told(simulated="complex"), "77290"),
        (("77261", "77263"), Told(), None),
    ],
)
def test_the_kind_picks_the_code(codes: tuple[str, ...], told: Told, code: str | None) -> None:
    """A mask is 77334, arcs are simulated with 77290; untold, each code says what it is for."""
    assert code == chosen(codes, told=told).code


def test_a_simulation_for_an_imrt_plan_is_inside_the_plan() -> None:
    """Medicare pays none of the three beside 77301; another payer is not told so."""
    imrt = chosen(("77280", "77285", "77290"), Scenario(technique="imrt"))
    assert (None, True) == (imrt.code, "inside 77301" in imrt.why)
    assert "inside" not in chosen(("77280", "77285", "77290"), Scenario(technique="imrt", payer="uhc")).why


@pytest.mark.parametrize(
    ("scenario", "code"),
    [
        (Scenario(technique="superficial", kilovolts=150), "77437"),
        (Scenario(technique="superficial", kilovolts=151), "77438"),
        (Scenario(technique="superficial", machine="orthovoltage"), "77438"),
        (Scenario(technique="superficial"), None),
    ],
)
def test_the_energy_picks_the_code_of_surface_x_rays(scenario: Scenario, code: str | None) -> None:
    """Up to 150 kV 77437, above it 77438; with neither energy nor tube told the energy is asked for."""
    ruling = by_energy(other_code("superficial", DAY), scenario)
    assert (code, () if code else ("kilovolts",)) == (ruling.code, ruling.asks)
    assert SURFACES == other_code("superficial", DAY).candidates


def test_skin_treatment_has_codes_of_its_own() -> None:
    """The channels of a surface applicator do not pick 77770 to 77772."""
    assert () == choices(frozenset(AFTERLOADING), Scenario(site="skin", channels=1), Told(), DAY)


def test_siblings() -> None:
    """A family's other codes; a code of none has none."""
    assert ({"77771", "77772"}, set()) == (siblings("77770"), siblings("77427"))
