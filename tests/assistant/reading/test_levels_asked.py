"""Whether the delivery level is asked, and what is told beside it that raises none."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.reading.facts import read_facts
from assistant.reading.levels_asked import asks_for_level, idle_reasons, level_led_to
from assistant.reading.subjects import is_about_the_level, subject_codes

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("VMAT prostate, one iso, CBCT every day, no gating. level?", True),
        ("2 liver mets w two isocenters, 3D, no gating, 10 fx - lvl?", True),
        ("does daily CBCT plus 6D couch get u to level 3", True),
        ("Can we bill level 3 for daily CBCT with fiducials?", True),
        ("IGRT daily - does it move us from 77407 to 77412", True),
        ("which delivery code for total skin, 2026", True),
        ("is IGRT included in the delivery level?", False),
        ("What is level 3?", False),
        ("VMAT level 2, how many units for 28 fx", False),
        ("supervision level for delivery?", False),
        ("which level of planning is 77263", False),
        ("77407 and 77387 same day, level 2?", False),
    ],
)
def test_the_level_itself_is_asked(question: str, asked: bool) -> None:
    """Images beside it change nothing; what is inside a level, its units or its meaning is another question."""
    reading = read_facts(question, TODAY)
    assert asked is asks_for_level(reading.tokens, reading.intents)


@pytest.mark.parametrize(
    ("question", "idle"),
    [
        ("daily CBCT", ("images",)),
        ("4D CT with an ITV", ("simulation",)),
        ("motion was assesed", ("simulation",)),
        ("wedges and custom blocks", ("shaping",)),
        ("4DCT at sim and kV imaging every day", ("simulation", "images")),
        ("gated with beam hold", ()),
        ("two isocenters", ()),
    ],
)
def test_what_raises_no_level(question: str, idle: tuple[str, ...]) -> None:
    """Images, motion seen at simulation and blocks raise none; gating and isocenters are facts of their own."""
    assert idle == idle_reasons(read_facts(question, TODAY).tokens)


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("does it move us from 77407 to 77412", "77412"),
        ("does that make it 77412?", "77412"),
        ("77412 bc of daily portal imaging?", "77412"),
        ("77407 or 77412 for lung", None),
    ],
)
def test_the_level_something_is_said_to_lead_to(question: str, code: str | None) -> None:
    """Of two levels with "from" and "to" the second is proposed; a choice proposes none."""
    assert code == level_led_to(read_facts(question, TODAY).tokens)


@pytest.mark.parametrize(
    ("question", "codes"),
    [
        ("VMAT prostate, one iso, CBCT every day. level?", ()),
        ("how many 77300 for a vmat plan", ("77300",)),
        ("77300 with an IMRT plan same day ok?", ("77300", "77301")),
        ("CBCT and weekly management, what codes", ("77387", "77427")),
    ],
)
def test_services_that_only_tell_the_case_are_not_asked_about(question: str, codes: tuple[str, ...]) -> None:
    """The plan of "77300 for a vmat plan" is told; of two services named together both are asked about."""
    reading = read_facts(question, TODAY)
    assert codes == subject_codes(reading, reading.scenario, reading.intents, TODAY)


def test_management_named_beside_the_delivery_code_is_asked_about_too() -> None:
    """ "Delivery and management codes" want more than a level."""
    reading = read_facts("5 fx brain, which delivery and mgmt codes", TODAY)
    assert not is_about_the_level(reading, reading.intents)
