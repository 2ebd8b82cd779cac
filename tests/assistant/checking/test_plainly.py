"""Turns of speech as plain words: who acts on whom, what is denied and how many stay as they are."""

from __future__ import annotations

import re

import pytest

from assistant.checking.plainly.idioms import IDIOMS, without_idioms
from evals.gate.by_hand import by_hand
from tests.assistant.checking.judged import fates

HOSPITAL = "77333 and 77332 on one date, Medicare hospital outpatient 2026"


@pytest.mark.parametrize(
    ("idiom", "plain"),
    [
        ("77334 wears a 26.", "77334 takes a 26."),
        ("77334 isn't flagged with 26.", "77334 isn't reported with 26."),
        ("The center tags 77300 with TC.", "The center bills 77300 with TC."),
        ("26 has no place on 77427.", "modifier 26 is not used on 77427."),
        ("26 and TC never share a line.", "modifiers 26 and TC exclude each other on one line."),
        ("77333 trumps 77332.", "77332 loses to 77333."),
        ("77333 shuts out 77332.", "77333 includes 77332."),
        ("77332 is locked out by 77333.", "77332 is bundled into 77333."),
        ("Drop 77332 and keep 77333.", "77332 is bundled into 77333."),
        ("77285 folds into 77290 with no way out.", "77285 folds into 77290, no modifier opens it."),
        ("29 works out at six units.", "29 fractions works out at six units."),
        ("77470 tops out at one per day.", "77470 is limited to one per day."),
        ("IMRT with gating lands in 77412.", "IMRT with gating is billed as 77412."),
        ("G6015 died with 2025.", "G6015 ended with 2025."),
        ("The hospital sees no extra dollars.", "The hospital is not paid separately."),
    ],
)
def test_a_turn_of_speech_says_what_its_plain_form_says(idiom: str, plain: str) -> None:
    """Each idiom is put into the verb of the rules, with its codes, its number and its denial."""
    assert plain == without_idioms(idiom)


@pytest.mark.parametrize(
    "neighbour",
    [
        "Treatment stopped on March 3, 2026.",
        "The leftover fractions get nothing extra.",
        "77385 maps to 77407.",
        "25 plus 5 makes six units.",
        "77300 lands in 77301.",
        "77470 is limited to one per date, no bypass.",
        "77385 gives way to 77407.",
        "Don't drop 77332 and keep 77333.",
    ],
)
def test_a_neighbour_of_an_idiom_stays_as_it_is(neighbour: str) -> None:
    """Words that look like an idiom and say something else are not touched."""
    assert neighbour == without_idioms(neighbour)


def test_every_idiom_is_noticed_by_its_signs() -> None:
    """Where a pattern matches a recorded statement, one of its signs stands there as a word."""
    words = [(one.text, set(re.findall(r"[a-z]+", one.text.lower()))) for one in by_hand()]
    missed = [
        (idiom.pattern.pattern[:60], text)
        for idiom in IDIOMS
        for text, said in words
        if idiom.signs.isdisjoint(said) and idiom.pattern.search(text)
    ]
    assert [] == missed


def test_the_code_that_pays_and_the_code_that_is_denied_are_never_exchanged() -> None:
    """Of two statements with their codes exchanged only the right one is shown."""
    assert ["shown"] == fates(HOSPITAL, "77332 loses to 77333.") == fates(HOSPITAL, "77333 shuts out 77332.")
    assert ["shown"] not in (fates(HOSPITAL, "77333 loses to 77332."), fates(HOSPITAL, "77332 shuts out 77333."))


def test_two_modifiers_exclude_each_other_where_the_rule_book_says_so() -> None:
    """26 and TC share no line; of 26 and 59 nothing of that kind is held, and of one claim it is not said."""
    asked = "26 and TC on one line of 77295, Medicare 2026?"
    assert ["shown"] == fates(asked, "26 and TC exclude each other on one line.")
    assert ["shown"] != fates(asked, "26 and 59 exclude each other on one line.")
    assert ["shown"] != fates(asked, "26 and TC exclude each other on one claim.")


def test_a_modifier_rescues_no_unit_beyond_an_absolute_limit() -> None:
    """The second unit of 77427 is lost whatever is appended; that of 77280 is within its limit."""
    assert ["shown"] == fates("Two 77427 on one date, Medicare 2026", "59 won't rescue a second 77427.")
    assert ["shown"] != fates("Two 77280 on one date, Medicare 2026", "59 won't rescue a second 77280.")


def test_what_lies_inside_another_code_is_not_billed_beside_it() -> None:
    """ "Don't bill it, the other includes it" is of the two codes; "never bill it" denies more."""
    asked = "77771 with 77300, HDR, Medicare hospital 2026"
    assert ["shown"] == fates(asked, "Don't bill 77300 because it is inside 77771.")
    assert ["shown"] != fates(asked, "Never bill 77300, since 77771 includes it.")
    assert ["shown"] != fates(asked, "Bill 77300, it is inside 77771.")
