"""Rulings on modifiers in words: what to do first, then why."""

from __future__ import annotations

import pytest

from assistant.drafting.modifier_statements import say_modifiers, say_visits
from tests.assistant.asked import decided


def said(codes: str, dos: str | None = None, **told: object) -> list[str]:
    return [one.text for one in say_modifiers(decided(codes, "modifier", dos, **told))]


@pytest.mark.parametrize("modifier", ["26", "TC"])
@pytest.mark.parametrize("code", ["77336", "77373", "77412", "77427", "77435"])
def test_one_sided_codes_take_neither(code: str, modifier: str) -> None:
    """Technical only (PC/TC 3) and professional only (PC/TC 2) codes take neither 26 nor TC."""
    assert f"Do not append {modifier} to {code}." == said(code, "2026-06-01", modifiers=(modifier,))[0]


def test_uhc_requires_26_from_its_day() -> None:
    """UnitedHealthcare requires 26 on 77387 from date of service 2026-03-01, not the day before."""
    told = {"setting": "hospital_outpatient", "payer": "uhc", "modifiers": ("26",), "biller": "professional"}
    assert "Bill 77387 with modifier 26." == said("77387", "2026-03-01", **told)[0]
    freestanding = {**told, "setting": "freestanding"}
    assert "Bill 77387 with modifier 26." == said("77387", "2026-03-01", **freestanding)[0]
    assert "Bill 77387 with modifier 26." not in said("77387", "2026-02-28", **freestanding)


def test_a_choice_is_explained_and_not_ordered() -> None:
    """In the office no authority prefers 77387 with or without 26."""
    told = said("77387", "2026-06-01", setting="freestanding", modifiers=("26",))
    assert not any(one.startswith(("Bill", "Do not")) for one in told)
    assert "no authority prefers" in " ".join(told)


def test_the_case_is_named_in_what_to_do() -> None:
    """Two payers in one question: each order says whose it is, and its reason does not say it again."""
    told = said("77387", "2026-04-15", setting="hospital_outpatient", payer="uhc", modifiers=("26",), case="for UHC")
    assert "For UHC, bill 77387 with modifier 26." == told[0]
    assert not told[1].startswith("For UHC")


def test_what_changed_is_told_for_each_stretch() -> None:
    """77417: technical only through 2025, without parts from 2026; the order is one and the same."""
    told = said("77417", modifiers=("26",))
    assert "Do not append 26 to 77417." == told[0]
    assert any(one.startswith("From 2026-01-01, 77417") and "PC/TC indicator 9" in one for one in told)
    assert any(one.startswith("Through 2025-12-31, 77417") and "technical only" in one for one in told)
    assert 1 == sum(one.startswith("Do not append") for one in told)


@pytest.mark.parametrize(("visit", "other"), [("99205", "77263"), ("99213", "77412"), ("99214", "77427")])
def test_25_belongs_on_the_visits_line(visit: str, other: str) -> None:
    """Not on planning, delivery or management, and only for a visit with content of its own."""
    (told,) = say_visits(decided(f"{visit} {other}", "modifier", "2026-06-01", of_visit=True))
    assert told.text.startswith(f"Append 25 to {visit}, not to {other}, if the record shows")
    assert [] == said(f"{visit} {other}", "2026-06-01", of_visit=True)


def test_a_visit_by_name_takes_25_too() -> None:
    """ "E/M on the day of 77373" names no visit code."""
    (told,) = say_visits(decided("77373", "modifier", "2026-06-01", of_visit=True))
    assert told.text.startswith("A visit on the date of 77373 takes 25 on its own line")


@pytest.mark.parametrize("code", ["77336", "77412", "77427", "77435"])
def test_neither_part_is_told_in_one_sentence(code: str) -> None:
    """Who asks for "the modifier" of a one-sided code hears of both at once."""
    (told,) = said(code, "2026-06-01", setting="freestanding")
    assert told.startswith(f"Neither 26 nor TC belongs on {code}: it is ")


@pytest.mark.parametrize("code", ["77301", "77334", "77290"])
def test_both_parts_of_a_code_are_told_in_one_sentence(code: str) -> None:
    """26 and TC side by side."""
    (told,) = said(code, "2026-06-01", setting="freestanding")
    assert told.startswith(f"{code} splits: 26 marks")
    assert ", TC the technical part when" in told


@pytest.mark.parametrize("codes", ["77290 77334", "77300 77334 77338", "77301 77300"])
def test_several_codes_with_one_reason_are_told_once(codes: str) -> None:
    """A physician in a hospital writes 26 on each of them."""
    told = said(codes, "2026-06-01", setting="hospital_outpatient", biller="professional")
    assert 2 == len(told)
    assert all(code in told[0] for code in codes.split())


@pytest.mark.parametrize("code", ["77301", "77290", "77767"])
def test_a_code_goes_out_whole_where_one_party_does_both_parts(code: str) -> None:
    """ "Global or 26 and TC?" in a centre of one's own; a hospital knows no such bill."""
    (told,) = said(code, "2026-06-01", setting="freestanding", of_global=True)
    assert told.startswith(f"Bill {code} without 26 or TC where one party does both parts")
    hospital = said(code, "2026-06-01", setting="hospital_outpatient", biller="professional", of_global=True)
    assert f"Bill {code} with modifier 26." == hospital[0]
    open_biller = said(code, "2026-06-01", setting="hospital_outpatient", of_global=True)
    assert "In a hospital outpatient department there is no global bill" in open_biller[0]


def test_50_on_several_codes_is_told_once_for_each_stretch() -> None:
    """The bilateral column is held to the end of 2025; of 2026 it is said that it is not."""
    refused, unheld = said("77402 77407 77412", modifiers=("50",))
    assert refused.startswith("Through 2025-12-31, do not append 50 to 77402, 77407 or 77412")
    assert unheld.startswith("From 2026-01-01, we hold no bilateral indicator")


@pytest.mark.parametrize("code", ["77761", "77762", "77763", "77750"])
def test_58_says_what_it_is_for(code: str) -> None:
    """Low-dose-rate brachytherapy has a global period of 90 days."""
    (told,) = said(code, "2026-06-01", modifiers=("58",))
    assert "global period of 90 days: 58 may stand for a planned further step" in told
