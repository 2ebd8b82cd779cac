"""From a question to a checked answer: what a coder asks in a hurry, and what the answer must say."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from assistant import Answer, Assistant

Ask = Callable[..., Answer]


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return Assistant()


@pytest.fixture
def ask(assistant: Assistant) -> Ask:
    """Ask one question after another; the answer is that of the last one."""

    def turns(*questions: str, **more: object) -> Answer:
        history: list[dict[str, str]] = []
        answer = None
        for question in questions:
            answer = assistant.ask(question, history=history, **more)
            history += [{"role": "user", "content": question}, {"role": "assistant", "content": answer.text}]
        assert answer is not None
        return answer

    return turns


def units(answer: Answer, code: str) -> list[int | None]:
    return [row.units for row in answer.units if row.code == code]


FIRST = "28 fx prostate, all done, how many 77427?"
FREESTANDING = "same 28 fx, freestanding, finished May 2025, 77417 units?"
PORTS = "30 fractions in March–April 2026, Medicare, how many port films can I bill?"


def test_weekly_management_counts_three_left_over(ask: Ask) -> None:
    """28 fractions are 6 units of 77427, on six dates with one each, never 6 on one line."""
    answer = ask(FIRST)
    assert units(answer, "77427") == [6]
    assert answer.units[0].per_date == 1
    assert re.search(r"six dates", answer.text)
    assert re.search(r"5 full sets", answer.text)
    assert re.search(r"3 (fractions )?left over", answer.text)
    assert "never" in answer.text
    assert "Assuming Medicare" in answer.text


def test_two_left_over_do_not_count(ask: Ask) -> None:
    """The follow-up about 27 fractions keeps the code and gives 5."""
    answer = ask(FIRST, "27 fx?")
    assert units(answer, "77427") == [5]
    assert re.search(r"2 (fractions )?left over", answer.text)


def test_port_images_before_2026_settle_full_sets_only(ask: Ask) -> None:
    """In a freestanding center in 2025 the full sets are 5 units and nobody settles the last three fractions."""
    answer = ask(FIRST, "27 fx?", FREESTANDING)
    assert units(answer, "77417") == [5]
    assert re.search(r"no authority settles", answer.text, re.I)
    assert "last 3 fractions" in answer.text
    assert "technical only" in answer.text


def test_the_same_in_a_hospital_is_packaged(ask: Ask) -> None:
    """A hospital reports port images and is not paid for them separately."""
    answer = ask(FIRST, "27 fx?", FREESTANDING, "the same in a hospital")
    assert "packaged" in answer.text
    assert units(answer, "77417") == [0]


def test_physics_settles_full_sets_only(ask: Ask) -> None:
    """28 fractions are 5 units of 77336; the last three are not settled."""
    answer = ask("28 fractions, units of 77336?")
    assert units(answer, "77336") == [5]
    assert "last 3 fractions" in answer.text


def test_port_images_are_bundled_in_2026(ask: Ask) -> None:
    """From 2026 Medicare pays no port image separately; the answer says what held before and from when."""
    answer = ask(PORTS)
    assert units(answer, "77417")[0] == 0
    assert "bundle" in answer.text
    assert "status B" in answer.text
    assert "2026-01-01" in answer.text
    assert re.search(r"one unit of 77417 per five fractions", answer.text)


def test_medicares_rule_does_not_bind_aetna(ask: Ask) -> None:
    """Without Aetna's text there is no number, and the answer says whose rule is whose."""
    answer = ask(PORTS, "and Aetna?")
    assert all(value is None for value in units(answer, "77417"))
    assert "Aetna" in answer.text
    assert re.search(r"does not bind", answer.text)
    assert re.search(r"still (exists|valid|listed)|code exists", answer.text)


def test_no_modifier_26_on_port_images(ask: Ask) -> None:
    """77417 is technical only; the reading is part of 77427."""
    answer = ask("can doc bill 77417-26 for reading port films in the hospital")
    assert answer.text.startswith("No")
    assert "technical only" in answer.text
    assert "bundled" in answer.text or "bundles" in answer.text
    assert "77427" in answer.text
    assert {row.allowed for row in answer.modifiers if row.modifier == "26"} == {False}


def test_ended_code_names_its_successors_and_asks(ask: Ask) -> None:
    """77386 ended with 2025; which level replaces it hangs on isocenters and motion management."""
    answer = ask("77386 for 2/10/2026?")
    assert "2025-12-31" in answer.text
    assert "77407" in answer.text and "77412" in answer.text
    assert {"isocenters", "motion_management"} <= set(answer.asks)
    assert [row.valid for row in answer.codes if row.code == "77386"] == [False]


def test_guidance_professional_fee_takes_26_in_hospital(ask: Ask) -> None:
    """For UnitedHealthcare in April 2026 the physician bills 77387 with 26."""
    answer = ask("IGRT professional fee, hospital, April 2026, UHC")
    assert "77387" in answer.text and "26" in answer.text
    assert any(
        row.code == "77387" and row.modifier == "26" and row.allowed and row.required for row in answer.modifiers
    )
    assert re.search(r"inside|part of", answer.text)


def test_short_course_management(ask: Ask) -> None:
    """A course of two fractions is one 77431, never used for what is left over of a longer course."""
    answer = ask("how many 77431 for a 2 fraction bone met course")
    assert units(answer, "77431") == [1]
    assert "longer course" in answer.text


def test_sbrt_delivery_and_management(ask: Ask) -> None:
    """Five fractions of SBRT are five 77373, one 77435 and no 77427."""
    answer = ask("SBRT 5 fx lung: delivery and management units?")
    assert units(answer, "77373") == [5]
    assert units(answer, "77435") == [1]
    assert "77427" in answer.text


def test_a_vendor_page_is_overruled_in_the_open(ask: Ask) -> None:
    """Every session is wrong; the answer shows that sources disagree and why the manual prevails."""
    answer = ask("is it ok to bill port films every session? medpayiq says so")
    assert answer.text.startswith("No")
    assert any("medpayiq" in row.source for row in answer.disagreements)
    assert "manual" in answer.text.lower()


def test_no_date_answers_both_sides(ask: Ask) -> None:
    """Without a date both sides of 2026-01-01 are answered."""
    answer = ask("how many units of 77417 for 30 fractions")
    assert 0 in units(answer, "77417") and 6 in units(answer, "77417")
    assert "2025-12-31" in answer.text or "2026-01-01" in answer.text


@pytest.mark.parametrize(
    "question", ["best pizza in town", "99213 for a cold", "what does Medicare pay for 77412 in Phoenix"]
)
def test_out_of_scope_gets_no_coding_advice(ask: Ask, question: str) -> None:
    """What is not covered is said to be, without advice."""
    answer = ask(question)
    assert answer.status in ("out_of_scope", "not_covered")
    assert not (answer.units or answer.modifiers or answer.pairs)
    assert "cover" in answer.text


def test_identifiers_are_removed_and_not_repeated(ask: Ask) -> None:
    """The answer is given, says that identifiers were removed, and repeats none of them."""
    answer = ask("MRN 4471923 John Doe dob 3/4/51, 30 fx, 77427 units?")
    assert units(answer, "77427") == [6]
    assert {"mrn", "date_of_birth"} <= set(answer.removed_identifiers)
    everything = answer.model_dump_json()
    for secret in ("4471923", "Doe", "3/4/51"):
        assert secret not in everything
    assert any("removed" in notice for notice in answer.notices)


@pytest.mark.parametrize(
    "question",
    [
        "", "   ", "x" * 20_000, "放射線治療の単位", "\x00\x07 77427\x1b[31m",
        "77418 units for 28 fx", "7741 for 28 fx",
        "-3 fractions 77427", "0 fractions 77427", "4000 fractions 77427", "27.5 fractions 77427",
        "28 fx from May 5 2026 to March 1 2026, 77427?", "77427 on 2/30/2026",
    ],
)  # fmt: skip
def test_bad_input_gets_a_clear_sentence(ask: Ask, question: str) -> None:
    """No question, however broken, makes a stack trace or a number out of nothing."""
    answer = ask(question)
    assert answer.text.strip()
    assert not any(row.units for row in answer.units)
    assert "Traceback" not in answer.text


@pytest.mark.parametrize("fractions", [*range(1, 46)])
def test_neighbours_of_the_first_question(ask: Ask, fractions: int) -> None:
    """Every course length from 1 to 45 is counted as the manual counts it, and only one number is shown."""
    answer = ask(f"{fractions} fx, course finished, Medicare, 2026-06-01, units of 77427?")
    full, left = divmod(fractions, 5)
    expected = full + (left >= 3)
    assert units(answer, "77427") == [expected]
