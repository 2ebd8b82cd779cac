"""Citation marks in a draft: only what was shown can be cited."""

from __future__ import annotations

import pytest

from assistant.drafting.marks import issue, resolved


@pytest.mark.parametrize(
    "mark", ["[7]", "[ref-zzzz]", "[cms-manual]", "[see ref-zzzz]", "[text](http://bad)", "ref-zzzz"]
)
def test_an_unknown_id_takes_its_sentence_with_it(mark: str) -> None:
    """What cites a passage that nobody showed is not said."""
    said = f"Good sentence here. A bad sentence {mark}. Good again."
    assert "".join(resolved([said], {})) == "Good sentence here. Good again."


@pytest.mark.parametrize("size", [1, 2, 3, 7, 1000])
def test_pieces_of_any_size_give_the_same_draft(size: int) -> None:
    """A mark after the full stop belongs to the sentence before it, wherever the stream was cut."""
    issued = {"ref-bcdf": "a", "ref-ghjk": "b"}
    said = (
        "One is so. [ref-bcdf] Two costs 1.5 e.g. here [ref-bcdf, ref-ghjk]. Three! [ref-zzzz] "
        "Four (see below) [sic it was]."
    )
    pieces = [said[at : at + size] for at in range(0, len(said), size)]
    assert (
        "".join(resolved(pieces, issued))
        == "One is so [a]. Two costs 1.5 e.g. here [a][b]. Four (see below) [sic it was]."
    )


def test_ids_are_drawn_anew_and_never_look_like_codes() -> None:
    """A passage cannot foresee the id it will be given."""
    assert issue(["a"]).keys() != issue(["a"]).keys() or issue(["a"]).keys() != issue(["a"]).keys()
    assert not any(any(letter.isdigit() for letter in name) for name in issue(map(str, range(50))))
