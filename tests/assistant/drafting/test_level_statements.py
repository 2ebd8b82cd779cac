"""Levels, families and sources in sentences, from whole questions."""

from __future__ import annotations

import pytest

from assistant.drafting.ruled import ruled
from assistant.drafting.yes_or_no import yes_or_no
from tests.assistant.asked import asked_as_told


def told(question: str, at: int = 0) -> str:
    decision = asked_as_told(question)[at]
    return " ".join(filter(None, (yes_or_no(decision), *(one.text for one in ruled(decision)))))


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("VMAT prostate, one iso, CBCT every day, no gating. level?", "77407: "),
        ("breast tangents + SCV, monoisocentric, 3D, no DIBH. level?", "77407: "),
        ("2 liver mets w two isocenters, 3D, no gating, 10 fx - lvl?", "77412: "),
        ("does daily CBCT plus 6D couch get u to level 3", "No. Image guidance never raises the level."),
        ("IGRT daily - does it move us from 77407 to 77412", "No. Image guidance never raises the level."),
        ("IMRT lung, 4DCT at sim with ITV, does that make it 77412?", "No. Motion seen only at simulation is not"),
        ("wedges and custom blocks, does that get us level 3", "No. Blocks, wedges, tangents and shaped fields no"),
        ("1 iso VMAT lung free breathing, could we code 77412 bc motion was assessed?", "No. 77407: "),
        ("breast DIBH with beam hold 3D one iso, level 3 ok?", "Yes. 77412: "),
        ("photons AP + electrons to same chest wall field, same session", "77412: "),
        ("Total skin electron therapy - 77402 since electrons?", "77412: "),
        ("left lung IMRT, is it 77407 or 77412?", "77407 or 77412: say the number of isocenters"),
        ("mixed beam electrons and photons in different sessions, level?", "77402, 77407 or 77412: say"),
    ],
)
def test_the_level_comes_first(question: str, begins: str) -> None:
    """What was asked is said first: the level, or that what was told raises none."""
    assert told(question).startswith(begins)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("IMRT plan, three arcs plus two static fields, calcs for each. 77300?", "Bill 5 units of 77300"),
        ("FIF: two gantry angles, each 3 MLC segments merged. How many 77334?", "Bill 2 units of 77334"),
        ("5-channel HDR cylinder, twice on one day, 6 hrs apart. how many 77771", "Bill 2 units of 77771"),
        ("60 I-125 seeds stranded, 12 strands, hospital. units on the source code", "Bill 60 units of the source code"),
        ("HN VMAT 3 arcs, one plan. how many 77338", "One unit of 77338 covers any number of fields and arcs"),
        ("77332 five boards on one date ok?", "5 units of 77332 on one date are above the limit of 4."),
        ("Tricare - how many units of 77300 for an IMRT plan with 9 fields?", "is not in our sources"),
        ("Six fractions of 8 Gy to lung, doc calls it SBRT. 77373 x6?", "No. 77373 serves a course of 1 to 5"),
        ("whole course was one 8 Gy fraction to spine with plain 3D. management code?", "Bill 1 unit of 77431"),
        ("brain, 5 fractions single lesion linac frameless. which delivery and mgmt codes", "Bill 5 units of 77373"),
        ("Is there a cap of hyperthermia treatments under eviCore?", "eviCore takes at most 10 sessions of 77600"),
        ("Implant 14 needles interstitial HDR - which 7777x? also isodose?", "77318 is for more than 12 channels."),
        ("77316 for 95 seeds ok?", "No. 77318 is for more than 10 sources."),
        ("orthovoltage 200 kV, 77437 or 77438?", "77438 is for surface x-rays above 150 kV"),
        ("HN IMRT 2025 hospital Medicare: which delivery code back then?", "77386: complex IMRT"),
        ("which delivery code for this IMRT fraction at our freestanding center", "Through 2025-12-31 it was G6015"),
        ("IMRT codes: what did freestanding and hospital use in 2025, what now?", "From 2026-01-01 it is 77407 or"),
    ],
)
def test_what_is_told_is_counted_or_decides(question: str, said: str) -> None:
    """Numbers and kinds of the question go into the answer."""
    assert said in told(question)


def test_two_courses_are_told_apart() -> None:
    """Five fractions of SBRT and eight of IMRT have codes of their own, with their numbers."""
    question = "SBRT vs hypofractionated IMRT 5 vs 8 fractions codes"
    assert "For SBRT in 5 fractions, bill 5 units of 77373" in told(question)
    assert "For IMRT in 8 fractions, bill 8 units of 77407 or 77412" in told(question, at=1)


@pytest.mark.parametrize(
    ("question", "unsaid"),
    [
        ("How many units of 77427 and of the delivery code for 30 fractions bid?", "status I"),
        ("how many 77300 for a vmat plan", "77301"),
        ("77334 for a VMAT plan with 3 arcs?", "3 units"),
        ("breast DIBH with beam hold 3D one iso, level 3 ok?", "77412 reports"),
    ],
)
def test_what_nobody_asked_stays_unsaid(question: str, unsaid: str) -> None:
    """Codes of former dates, the plan that was only told, devices of an IMRT plan and definitions."""
    assert unsaid not in told(question)
