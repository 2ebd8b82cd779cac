"""What a sentence advises: kinds, codes, values, denials, conditions."""

from datetime import date
from typing import Any

import pytest

from assistant.checking.discourse import Discourse
from assistant.checking.reader import read
from assistant.checking.sentences import sentences

TODAY = date(2026, 11, 22)


def advice(text: str) -> list[tuple[str, tuple[str, ...], Any, bool]]:
    """Kind, codes, value and polarity of everything the text advises."""
    discourse = Discourse()
    found = [one for sentence in sentences(text) for one in read(sentence, discourse, TODAY).advice]
    return [(one.kind, one.codes, one.value, one.polarity) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("77427 x6", [("units", ("77427",), 6, True)]),
        ("Bill half a dozen units of 77427.", [("units", ("77427",), 6, True)]),
        ("77427 (6)", [("units", ("77427",), 6, True)]),
        ("28/5 = 5.6, so bill 6 units of 77427", [("units", ("77427",), 6, True)]),
        ("No units of 77417 can be billed.", [("units", ("77417",), "none", True)]),
        ("77427 is billed once every five fractions.", [("frequency", ("77427",), "5 fractions", True)]),
        ("77427 is not billed per session.", [("frequency", ("77427",), "session", False)]),
        (
            "77417 once per five fractions per gantry angle",
            [("frequency", ("77417",), "5 fractions", True), ("frequency", ("77417",), "angle", True)],
        ),
        ("77417-26", [("modifier", ("77417",), "26", True)]),
        (
            "77417 takes neither 26 nor TC.",
            [("modifier", ("77417",), "26", False), ("modifier", ("77417",), "TC", False)],
        ),
        ("No modifier needed on 77417.", [("modifier", ("77417",), "none", True)]),
        ("Don't bill 77427 with 77435.", [("pair", ("77427", "77435"), "together", False)]),
        ("G6015 was replaced by 77407.", [("validity", ("G6015", "77407"), ("replaced_by", ("77407",)), True)]),
        ("77386 is still valid.", [("validity", ("77386",), "valid", True)]),
        ("77417 is technical only.", [("component", ("77417",), ("only", "technical"), True)]),
        ("77417 isn't separately payable.", [("component", ("77417",), "payable", False)]),
        ("Never put more than one unit of 77427 on one line.", [("units", ("77427",), ("per_date", 1), True)]),
    ],
)
def test_advice_is_read(text: str, expected: list[Any]) -> None:
    """One sentence, the advice in it."""
    assert advice(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "77427 is once per five fractions unless the physician signs daily.",
        "It's a myth that 77427 is billed per five fractions.",
        "77427 flibbers six times.",
        "6+ units of 77427",
        "Unlike 77336, 77427 is billed once per five fractions.",
        "77417 pays $15.85.",
        "Physicists bill 77427.",
        "Some sites bill 77417 per session.",
    ],
)
def test_what_cannot_be_read_whole_is_unreadable(text: str) -> None:
    """A word that nothing claims makes the whole sentence unreadable."""
    assert read(sentences(text)[0], Discourse(), TODAY).verdict == "unreadable"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Hope this helps!", "greeting"),
        ("Assuming Medicare.", "assumption"),
        ("Please check with your MAC.", "referral"),
        ("The review must be documented in the chart.", "documentation"),
        ("What was the date of service?", "question"),
    ],
)
def test_harmless_kinds_have_names(text: str, kind: str) -> None:
    """A sentence that advises nothing is recognised as what it is."""
    reading = read(sentences(text)[0], Discourse(), TODAY)
    assert (reading.verdict, reading.kind) == ("harmless", kind)


def test_a_date_in_the_sentence_narrows_it() -> None:
    """ "Before 2026" is judged over its last year."""
    reading = read(sentences("Before 2026 Medicare paid 77417 once per five fractions.")[0], Discourse(), TODAY)
    dos = reading.advice[0].condition["dos"]
    assert (date(2025, 1, 1), date(2025, 12, 31)) == (dos.start, dos.end)


def test_it_points_to_the_sentence_before() -> None:
    """A pronoun inherits the code of the sentence before and says so."""
    discourse = Discourse()
    first, second = sentences("77417 is technical only. It takes no modifier.")
    read(first, discourse, TODAY)
    reading = read(second, discourse, TODAY)
    assert (("77417",), True) == (reading.advice[0].codes, reading.antecedent)
