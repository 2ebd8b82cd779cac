"""The answer of the outside contract: text and structure say the same."""

from __future__ import annotations

import re
from itertools import combinations
from typing import Any

import pytest

from assistant import Answer, Assistant
from assistant.settings import Settings
from tests.assistant.asked import turns

QUESTIONS = [
    "28 fx prostate, all done, how many 77427?",
    "28 fx, freestanding, finished May 2025, 77417 units?",
    "how many units of 77417 for 30 fractions",
    "can doc bill 77417-26 for reading port films in the hospital",
    "77386 for 2/10/2026?",
    "77014 units for 28 fx",
    "IGRT professional fee, hospital, April 2026, UHC",
    "SBRT 5 fx lung: delivery and management units?",
    "77417 units for 28 fx, Medicare, UHC and Aetna, in 2025?",
    "77417 and 77336 and 77427 units for 28 fx in 2025: Medicare, UHC and Aetna?",
    "can I bill 77301 and 77338 together?",
    "can 77014 and 77427 be billed on the same date?",
    "28 fx, still on treatment, 77427 units?",
    "77334 units for 28 fx",
    "is 77386 valid on 2/10/2026 vs 2/10/2025?",
    "does 77387 need 26 for UHC in the office in May 2026?",
    "what must the record show for 77387?",
    "is it ok to bill port films every session? medpayiq says so",
    "how do I bill 30 fx of IMRT, one isocenter, no motion management, hospital, 2026?",
]


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """Without an index: what is shown comes from the rule book alone."""
    return Assistant(Settings(data_dir=tmp_path_factory.mktemp("no-index")))


@pytest.fixture(scope="module")
def answers(assistant: Assistant) -> dict[str, Answer]:
    return {question: turns(assistant, question) for question in QUESTIONS}


def ends(row: Any) -> tuple[str, str]:
    return row.start or "0000-00-00", row.end or "9999-12-31"


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_row_is_told_in_the_text(answers: dict[str, Answer], question: str) -> None:
    """A code in a row stands in the text."""
    answer = answers[question]
    rows = [one.code for one in (*answer.units, *answer.modifiers, *answer.codes)]
    rows += [code for pair in answer.pairs for code in pair.codes]
    assert rows or "record" in question  # what to document is no advice on a code
    assert [] == [code for code in rows if code not in answer.text]


@pytest.mark.parametrize("question", QUESTIONS)
def test_rows_of_one_code_do_not_overlap(answers: dict[str, Answer], question: str) -> None:
    """For one code, payer and place a date has one number and one word on a modifier."""
    answer = answers[question]
    for one, other in combinations(answer.units, 2):
        same = (one.code, one.payer) == (other.code, other.payer)
        if same and (one.setting == other.setting or None in (one.setting, other.setting)):
            assert ends(one)[1] < ends(other)[0] or ends(other)[1] < ends(one)[0]
    for mod, same_mod in combinations(answer.modifiers, 2):
        if (mod.code, mod.modifier, mod.payer) == (same_mod.code, same_mod.modifier, same_mod.payer):
            assert ends(mod)[1] < ends(same_mod)[0] or ends(same_mod)[1] < ends(mod)[0]


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_finding_rests_on_a_reference_or_is_no_data(answers: dict[str, Answer], question: str) -> None:
    """Nothing passes or fails on nobody's word."""
    found = answers[question].findings
    assert found
    assert [] == [one.rule for one in found if one.reference == "none held" and one.finding != "no_data"]


@pytest.mark.parametrize("question", QUESTIONS)
def test_marks_and_citations_are_one_to_one(answers: dict[str, Answer], question: str) -> None:
    """Every mark leads to a row, every row is pointed at, and the numbers start at 1."""
    answer = answers[question]
    marks = list(dict.fromkeys(int(number) for number in re.findall(r"\[(\d+)\]", answer.text)))
    assert list(range(1, len(marks) + 1)) == marks
    assert marks == [row.n for row in answer.citations]


def test_the_contract_spells_its_dates_from_and_to(answers: dict[str, Answer]) -> None:
    """Both keys are there, also where a date is open."""
    told = answers["28 fx prostate, all done, how many 77427?"].to_json()
    assert {"from": "2020-01-01", "to": None} == {key: told["units"][0][key] for key in ("from", "to")}
    ports = answers["can doc bill 77417-26 for reading port films in the hospital"].to_json()
    assert all({"from", "to"} <= set(row) for row in ports["modifiers"])


def test_an_assumed_payer_stands_in_text_and_structure(answers: dict[str, Answer]) -> None:
    """ "Assuming Medicare" and its row come together, or not at all."""
    for answer in answers.values():
        assert ("Assuming Medicare" in answer.text) == bool(answer.assumed)


def test_a_case_that_the_text_leaves_out_has_no_row(answers: dict[str, Answer]) -> None:
    """Three payers and three codes are more than twelve sentences: a number that was cut has no row either."""
    answer = answers["77417 and 77336 and 77427 units for 28 fx in 2025: Medicare, UHC and Aetna?"]
    for row in answer.units:
        name = {"medicare": "Medicare", "uhc": "UnitedHealthcare", "aetna": "Aetna"}[row.payer]
        assert any(name in one and row.code in one for one in re.split(r"(?<=\.) ", answer.text))


def test_asks_make_the_status(answers: dict[str, Answer]) -> None:
    """What is missing is named, and the status says that facts are needed."""
    answer = answers["77386 for 2/10/2026?"]
    assert ("needs_facts", ("isocenters", "motion_management")) == (answer.status, answer.asks)
    assert "answered" == answers["28 fx prostate, all done, how many 77427?"].status


def test_who_disagrees_stands_beside_the_answer(answers: dict[str, Answer]) -> None:
    """Publisher, what it says and what overrules it."""
    rows = answers["is it ok to bill port films every session? medpayiq says so"].disagreements
    assert any("medpayiq" in row.source and row.overruled_by for row in rows)
