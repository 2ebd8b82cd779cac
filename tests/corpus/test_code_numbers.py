"""Codes and modifiers in a text."""

import pytest

from corpus.code_numbers import codes_between, codes_in, modifiers_in


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Report 77385/6 until 2025.", ("77385", "77386")),
        ("77402/07/12 are levels 1 to 3", ("77402", "77407", "77412")),
        ("77402-77412 changed", ("77402", "77412")),
        ("G6001–G6017 ended; 0394T stays", ("G6001", "G6017", "0394T")),
        ("CPT®77417, CPT77427 and (77431)", ("77417", "77427", "77431")),
        ("77417-26 and 77387-TC", ("77417", "77387")),
        ("stereoscopic G6002, CT 77014", ("G6002", "77014")),
    ],
)
def test_codes_are_read_as_they_are_written(text: str, codes: tuple[str, ...]) -> None:
    """A series is spelt out, a range gives its two ends, punctuation around a code does not hide it."""
    assert codes == codes_in(text)


@pytest.mark.parametrize(
    "text", ["$77417", "32.34650", "1,077417", "Arlington, VA 22202", "Hartford, CT 06103", "774170", "A1B2C3"]
)
def test_other_numbers_are_no_codes(text: str) -> None:
    """Money, decimals, ZIP codes and longer numbers never become codes."""
    assert codes_in(text) == ()


@pytest.mark.parametrize(
    ("text", "modifiers"),
    [
        ("77387-26 in the hospital", ("26",)),
        ("modifiers 26, TC and 59", ("26", "TC", "59")),
        ("Append the TC modifier", ("TC",)),
        ("over 26 fractions in 59 days", ()),
    ],
)
def test_modifiers_need_a_code_or_the_word_beside_them(text: str, modifiers: tuple[str, ...]) -> None:
    """26 is a modifier behind a code or beside the word, and otherwise only a number."""
    assert modifiers == modifiers_in(text)


@pytest.mark.parametrize("text", ["G6001 to G6017 ended", "G6001–G6017", "G6001 through G6017"])
def test_a_range_is_about_the_known_codes_between_its_ends(text: str) -> None:
    """Of the codes a source is about, those inside the range; a number between CPT codes is never made one."""
    assert ("G6002", "G6015") == codes_between(text, ("G6001", "G6002", "G6015", "77387", "G0339"))
    assert () == codes_between("77402 and 77412", ("77407",))
