"""The tutorial pipeline's fixed-size chunks."""

from evals.baseline import CHUNK_CHARACTERS, OVERLAP_CHARACTERS, chunked


def test_chunks_overlap_and_leave_nothing_out():
    text = "".join(chr(97 + number % 26) for number in range(2500))
    pieces = chunked(text)
    assert all(len(piece) <= CHUNK_CHARACTERS for piece in pieces)
    assert pieces[0][-OVERLAP_CHARACTERS:] == pieces[1][:OVERLAP_CHARACTERS]
    assert pieces[0] + "".join(piece[OVERLAP_CHARACTERS:] for piece in pieces[1:]) == text


def test_a_short_text_is_one_chunk():
    assert chunked("short") == ["short"]
