"""Fields, arcs, sessions of a date, channels and sources as a question counts them."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.reading.facts import read_facts

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("question", "fields"),
    [
        ("three arcs plus two static fields", 5),
        ("2 full arcs and 1 partial arc", 3),
        ("two gantry angles, each 3 MLC segments merged in a deliverable field", 2),
        ("9 field IMRT", 9),
        ("four-field box", 4),
        ("4 beams each with a wedge", 4),
        ("one plan two isocenters 4 arcs total", 4),
        ("2 isocenters, 3 arcs each", 6),
        ("two plans, 3 arcs each - 77300", 6),
        ("3 arcs each", None),
        ("3 arcs per plan, two plans", None),
        ("2 or 3 arcs", None),
        ("up to 10 fields", None),
        ("VMAT two arcs, plus a third arc for boost", None),
        ("two port films", None),
        ("DOS 3/4/26 field check", None),
    ],
)
def test_fields_and_arcs(question: str, fields: int | None) -> None:
    """Parts that are joined add up; a number for each of several plans or a choice leaves the count open."""
    assert fields == read_facts(question, TODAY).scenario.fields


@pytest.mark.parametrize(
    ("question", "shaped"),
    [
        ("4 fields with blocks", 4),
        ("3 arcs plus one static field", None),
        ("4-field box plus one custom vac cushion", None),
    ],
)
def test_fields_that_may_have_a_device_each(question: str, shaped: int | None) -> None:
    """The leaves of an arc are the IMRT plan's device, and immobilisation is a device beside those of the fields."""
    assert shaped == read_facts(question, TODAY).scenario.shaped_fields


@pytest.mark.parametrize(
    ("question", "sessions"),
    [
        ("5-channel HDR cylinder, twice on one day, 6 hrs apart", 2),
        ("77770 two insertions on the same day", 2),
        ("BID vaginal cylinder, units for the day?", 2),
        ("three sessions in one day", 3),
        ("can I bill 77373 twice on the same day", None),
        ("two fractions a day for 15 days", None),
        ("77427 x 2 on the same day", None),
    ],
)
def test_sessions_of_one_date(question: str, sessions: int | None) -> None:
    """Sessions given on one date are counted; units proposed for one date and a daily schedule are something else."""
    assert sessions == read_facts(question, TODAY).scenario.on_one_date


@pytest.mark.parametrize(
    ("question", "channels", "sources"),
    [
        ("Implant 14 needles interstitial HDR", 14, None),
        ("HDR breast 9 catheters", 9, None),
        ("5-channel HDR cylinder", 5, None),
        ("prostate LDR 20 needles 80 seeds", None, 80),
        ("60 I-125 seeds stranded, 12 strands", None, 60),
        ("LDR seeds 95", None, 95),
        ("84 seeds in 21 strands", None, 84),
        ("3 channels or 5 channels HDR", None, None),
    ],
)
def test_channels_and_sources(question: str, channels: int | None, sources: int | None) -> None:
    """Needles of an afterloader are channels, those of a seed implant are none; strands are no sources."""
    scenario = read_facts(question, TODAY).scenario
    assert (channels, sources) == (scenario.channels, scenario.sources)


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("77316 for 95 seeds?", "which_code"),
        ("77770, 5 channel cylinder", "which_code"),
        ("77300 for 2 vmat arcs?", "units"),
        ("77412 for DIBH left breast 3D?", "which_code"),
        ("77316, 77317 or 77318?", "which_code"),
        ("77427 for 5 fields", "validity"),
    ],
)
def test_a_number_beside_a_code_tells_what_is_asked(question: str, intent: str) -> None:
    """Channels and sources pick a code, fields count units; where neither decides, nothing is made of them."""
    said = read_facts(question, TODAY).intent
    assert said == intent or (intent == "validity" and said not in ("units", "which_code"))
