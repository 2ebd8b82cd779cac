"""The composer's whole output space: everything it can say passes the gate, reads as English and cites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, product

import pytest

from assistant.checking import gate
from assistant.checking.sentences import sentences
from assistant.citing import Citations
from assistant.decision import Decision
from assistant.drafting.composer import ENOUGH, MOST_SENTENCES, compose
from assistant.drafting.ruled import ruled, taken_for_granted
from assistant.ranking import Hit
from corpus.rulebook import codes
from tests.assistant.asked import TODAY, composed, decided
from tests.assistant.drafting.test_quoting import passage

DATES = (None, "2024-08-15", "2025-06-01", "2026-02-10", "2026-10-15")
SETTINGS = (None, "freestanding", "hospital_outpatient")
OTHERS = "frequency validity which_code who_bills documentation supervision coverage comparison definition what_changed"
MARK = re.compile(r"\s*\[(\d+)\]")
OPENING = re.compile(r"[A-Z]|\d+ fractions?:|\d{5}|\d+ more are judged")


def space(matters: str, every: int = 1, **facts: object) -> Iterator[Decision]:
    """Each code of the rule book on each date in each setting; with `every`, a sample that no run changes."""
    told = product(codes(), DATES, SETTINGS, matters.split())
    for number, (code, dos, setting, matter) in enumerate(told):
        if number % every == 0:
            yield decided(code, matter, dos, setting=setting, **facts)


def pairs(every: int) -> Iterator[Decision]:
    told = product(combinations(codes(), 2), DATES, SETTINGS, ("pair", "comparison"))
    for number, ((one, other), dos, setting, matter) in enumerate(told):
        if number % every == 0:
            yield decided(f"{one} {other}", matter, dos, setting=setting)


def faults(decision: Decision) -> list[str]:
    """What is wrong with what the composer says to this: the gate's objections first, then the English."""
    citations = Citations()
    text = compose((decision,), "", (), citations)
    if not text:
        return []
    checked = gate.check(text, decision.scenario, today=TODAY, decisions=(decision,))
    told = [one.text for one in sentences(text)]
    plain = [MARK.sub("", one) for one in told]
    cited = {int(number) for number in MARK.findall(text)}
    wrong = {
        "withheld or corrected": checked.shown != text or checked.withheld or checked.corrected,
        "no capital": any(not OPENING.match(one) for one in plain),
        "no stop": any(one[-1] not in ".?!" for one in plain),
        "spaces or stops": re.search(r"  |\.\.| [.,;]|\n", text),
        "None": "None" in text,
        "said twice": len(set(plain)) < len(plain),
        "too long": len(told) > MOST_SENTENCES,
        "citations": cited != {row.n for row in citations.rows()},
    }
    return [f"{name}: {text}" for name, found in wrong.items() if found]


def test_units_and_modifiers_are_said_well_in_every_corner() -> None:
    """All codes, dates and settings: the gate changes nothing of what the rules say of units and modifiers."""
    found = [fault for decision in space("units modifier") for fault in faults(decision)]
    assert found == []


@pytest.mark.parametrize("facts", [{"fractions": 28}, {"fractions": 2, "course_ended": False}, {"payer": "uhc"}])
def test_facts_of_the_course_change_nothing_of_that(facts: dict[str, object]) -> None:
    """A number of fractions, a course under way or another payer still gives sentences that pass."""
    found = [fault for decision in space("units modifier", every=5, **facts) for fault in faults(decision)]
    assert found == []


def test_every_other_matter_is_said_well_too() -> None:
    """A sample of all other matters, in steps that reach every code, date, setting and matter."""
    found = [fault for decision in space(OTHERS, every=17) for fault in faults(decision)]
    assert found == []


def test_pairs_and_comparisons_are_said_well() -> None:
    """A sample of two codes side by side."""
    assert [fault for decision in pairs(every=97) for fault in faults(decision)] == []


@pytest.mark.parametrize("code", ["77014", "77385", "77386", "77401", "G6003", "G6015"])
@pytest.mark.parametrize("matter", ["units", "frequency", "coverage"])
def test_what_ended_is_told_with_its_last_day(code: str, matter: str) -> None:
    """These codes ended with 2025: no sentence of today tells what to bill with them without that date."""
    text = composed(decided(code, matter, fractions=28))
    assert f"{code} ended on 2025-12-31" in text
    telling = [one.text for one in sentences(text) if re.search(rf"bill .*{code}|{code} .*(status|packaged)", one.text)]
    assert telling
    assert all(one.startswith("Through 2025-12-31") for one in telling)


def test_an_ended_code_is_said_to_have_ended_once() -> None:
    """G6017 with a setting: the ruling on units repeats the ruling on the code, the answer does not."""
    text = composed(decided("G6017", "units", fractions=28, setting="freestanding"))
    assert text.count("ended on") == 1


def test_the_first_sentence_on_an_ended_code_is_cited() -> None:
    """By the payment file that no longer holds it and by what replaced it; the crosswalk adds no reference."""
    text = composed(decided("77014", "frequency"))
    assert re.match(r"77014 ended on 2025-12-31[^.]*\[1\]\[2\]\.", text)


def test_no_case_is_crowded_out() -> None:
    """Three payers and three codes make more than twelve sentences: each payer keeps its most important ones."""
    payers = (("medicare", "Medicare"), ("medicare_advantage", "Medicare Advantage"), ("aetna", "Aetna"))
    told = [
        decided("77417 77336 77427 77373", "units", "2025-05-12", fractions=28, payer=payer, case=f"for {name}")
        for payer, name in payers
    ]
    assert len([one for decision in told[:2] for one in ruled(decision)]) > MOST_SENTENCES
    text = composed(*told)
    assert len(sentences(text)) <= MOST_SENTENCES
    assert text.index("For Medicare,") < text.index("For Medicare Advantage,") < text.index("Aetna's")


def test_two_cases_do_not_repeat_each_others_arithmetic() -> None:
    """Office and hospital both make 6 units of 28 fractions: the arithmetic is told once."""
    told = [
        decided("77427", "units", fractions=28, setting=setting, case=case)
        for setting, case in (("freestanding", "in the office"), ("hospital_outpatient", "in the hospital"))
    ]
    text = composed(*told)
    assert text.count("28 fractions: 5 full sets of 5 and 3 left over") == 1
    assert "In the office, bill 6 units" in text and "In the hospital, bill 6 units" in text


def test_nothing_known_is_nothing_said() -> None:
    """A denial of a code that is paid everywhere, and no passages: the composer stays silent."""
    assert composed(decided("77427", "denial", "2025-06-01", setting="office")) == ""


def test_medicare_is_assumed_in_the_text_unless_a_payer_was_told() -> None:
    """ "Assuming Medicare." stands where no payer was told, and only there."""
    assert composed(decided("77427", "units", fractions=28)).endswith("Assuming Medicare.")
    assert "Assuming" not in composed(decided("77427", "units", fractions=28, payer="medicare"))


def test_medicare_advantage_may_differ() -> None:
    """A Medicare Advantage plan follows Medicare's coverage, but its contract may differ; the answer says so once."""
    text = composed(decided("77427", "units", fractions=28, payer="medicare_advantage"))
    assert text.count("may differ") == 1


def sources(text: str, citations: Citations) -> set[str]:
    citations.numbered(text)
    return {row.source for row in citations.shown()}


def test_an_answer_on_validity_cites_the_payment_file_of_the_date() -> None:
    """The file in force settles status and validity: 2026's for 2026, the hospital's for a hospital."""
    for decision, file in (
        (decided("77402", "validity", "2026-04-01"), "cms-rvu26a"),
        (decided("77014", "validity", "2026-01-05"), "cms-rvu26a"),
        (decided("77014", "validity", "2025-12-30"), "cms-rvu25d"),
        (decided("77386", "validity", "2025-12-31", setting="hospital_outpatient"), "cms-opps-2025-addendum-b"),
    ):
        citations = Citations()
        assert file in sources(compose((decision,), "", (), citations), citations)


def test_what_else_says_the_same_is_cited_second_where_it_names_the_code() -> None:
    """UnitedHealthcare's own text stands beside ASTRO's page on what it requires."""
    citations = Citations()
    told = decided("77387", "modifier", "2026-04-01", payer="uhc", modifiers=("26",))
    assert "uhc-fractionation-igrt-special-2026" in sources(compose((told,), "", (), citations), citations)


def test_six_or_seven_sentences_are_enough_on_one_code() -> None:
    """Whatever the rules could add."""
    for matters in ("modifier who_bills coverage documentation", "definition coverage frequency who_bills"):
        for code in ("77417", "77387", "77301"):
            told = decided(code, matters, setting="hospital_outpatient")
            assert len(sentences(composed(told))) <= ENOUGH + len(list(taken_for_granted(told)))


def test_a_guess_at_the_question_gives_way_to_a_source_that_answers_it() -> None:
    """Nothing was asked in words we know: the line on it is told instead of a definition."""
    told = decided("77427", "definition", "2026-06-01", guessed=True)
    line = passage("A greeting in the corridor is no examination for 77427.", codes=("77427",))
    answer = compose((told,), "77427 greeting corridor", [Hit(line, 1.0, ())], Citations())
    assert answer.startswith("ASTRO says: A greeting in the corridor is no examination for 77427 [1]")
    assert "reports" not in answer
    assert compose((told,), "77427 greeting corridor", (), Citations()).startswith("77427 reports")
