"""Sentences are cut where a reader would cut them, whole or streamed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.checking.sentences import Splitter, sentences

TEXT = """Hi Dr. Smith,

For 28 fx. prostate, bill 77427 x6 vs. 5. CPT® 77417 isn't payable (see sec. 70.3). No modifier
needed here.
77427 x6
77336 x5

### Before 2026
Here:
- 77417: 5 units. And more.

| Code | Units |
|---|---|
| 77427 | 6 |

```
77427 x6
```
Yes. 28/5 = 5.6, so 5."""


def test_spans_point_into_the_text() -> None:
    """Each sentence is the text between its start and its end."""
    assert [one.text for one in sentences(TEXT)] == [TEXT[one.start : one.end] for one in sentences(TEXT)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bill 5.6 units. Then stop.", ["Bill 5.6 units.", "Then stop."]),
        ("See ch. 13, sec. 70.1. It says so.", ["See ch. 13, sec. 70.1.", "It says so."]),
        ("28 fx. prostate course.", ["28 fx. prostate course."]),
        ("No. You cannot.", ["No.", "You cannot."]),
        ("77427 x6\n77336 x5", ["77427 x6", "77336 x5"]),
        ("- one\n- two", ["- one", "- two"]),
    ],
)
def test_abbreviations_decimals_and_lines(text: str, expected: list[str]) -> None:
    """A full stop ends a sentence only where it is one."""
    assert [one.text for one in sentences(text)] == expected


def test_cells_carry_their_headers() -> None:
    """A table row knows what its columns are called."""
    row = next(one for one in sentences(TEXT) if one.shape == "row")
    assert row.cells == (("Code", "77427"), ("Units", "6"))


def test_lists_hang_under_heading_and_lead() -> None:
    """A bullet knows the heading and the line that opened its list."""
    bullet = next(one for one in sentences(TEXT) if one.shape == "bullet")
    assert bullet.lead == ("Before 2026", "Here:")


@given(st.text(alphabet="ab .,!?\n-|#:1*`", max_size=200), st.integers(1, 7))
def test_streaming_gives_the_same_sentences(text: str, size: int) -> None:
    """Text in pieces is cut as text at once, spans included, unless a table is still open to guess."""
    if "|" in text:
        return
    splitter = Splitter()
    streamed = [one for at in range(0, len(text), size) for one in splitter.feed(text[at : at + size])]
    streamed += splitter.close()
    assert "".join(one.text for one in streamed).split() == "".join(one.text for one in sentences(text)).split()


def test_a_sender_that_knows_where_a_sentence_ends_is_not_kept_waiting() -> None:
    """Sent sentence by sentence, prose is given back at once, and all is as if it had come whole."""
    whole = sentences(TEXT)
    splitter, given, begin = Splitter(), [], 0
    for one in whole:
        given += [*splitter.feed(TEXT[begin : one.end]), *splitter.pause()]
        assert one.shape != "prose" or one in given
        begin = one.end
    assert whole == [*given, *splitter.feed(TEXT[begin:]), *splitter.close()]
