"""Checked sentences as they come: only what passed, in order, never taken back."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from threading import Event
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from langchain_core.messages import AIMessageChunk, BaseMessage

from assistant import Answer, Assistant
from assistant.settings import Settings
from tests.assistant.asked import TODAY, Scripted, drafting_with

FIRST = "28 fx prostate, all done, how many 77427?"
RIGHT = "Bill 6 units of 77427, one on each of six dates."
WRONG = "Bill 9 units of 77427."
COMPOSERS = "Bill 6 units of 77427 for the course"
Act = Callable[[list[BaseMessage]], Iterator[str]]


@pytest.fixture
def assistant(data_dir: Any) -> Assistant:
    return Assistant(Settings(data_dir=data_dir))


def says(*deltas: Any) -> Act:
    """A model that says these words; an exception among them is raised, a function waits."""

    def act(_: list[BaseMessage]) -> Iterator[Any]:
        for one in deltas:
            if isinstance(one, Exception):
                raise one
            if callable(one):
                one()
            else:
                yield one

    return act


def streamed(assistant: Assistant, *acts: Act, question: str = FIRST, seconds: float = 5) -> tuple[list[str], Answer]:
    """What came before the answer, without the empty pieces, and the answer."""
    if acts:
        drafting_with(assistant, Scripted(acts=list(acts)), seconds)
    *pieces, answer = assistant.stream(question, today=TODAY)
    assert isinstance(answer, Answer)
    return [piece for piece in pieces if isinstance(piece, str) and piece], answer


@pytest.mark.parametrize(
    "question",
    [
        FIRST,
        "28 fx in March 2025, freestanding, Medicare and Aetna: 77417 units?",
        "difference between 77387 and 77417",
        "SBRT 5 fx lung: delivery and management units?",
        "77386 for 2/10/2026?",
    ],
)
def test_pieces_join_to_the_text_that_ask_gives(assistant: Assistant, question: str) -> None:
    """Who streams and who waits read the same words with the same numbers."""
    pieces, answer = streamed(assistant, question=question)
    assert assistant.ask(question, today=TODAY).text == answer.text == "".join(pieces)
    assert len(pieces) > 1


def test_a_refusal_has_no_pieces(assistant: Assistant) -> None:
    """Nothing was drafted, so the answer comes alone."""
    assert ([], "out_of_scope") == ((told := streamed(assistant, question="best pizza?"))[0], told[1].status)


def test_the_first_sentence_is_shown_while_the_second_is_written(assistant: Assistant) -> None:
    """Nobody waits for the end of a long draft."""
    second = Event()
    act = says(f"{RIGHT} 77427", lambda: second.wait(5), " is billed by the physician.")
    drafting_with(assistant, Scripted(acts=[act]))
    coming = filter(None, assistant.stream(FIRST, today=TODAY))
    assert RIGHT == next(coming)
    second.set()
    *_, answer = coming
    assert isinstance(answer, Answer) and answer.text.startswith(RIGHT)


def test_numbers_of_citations_stay_as_they_were_given(assistant: Assistant) -> None:
    """The first source shown is [1] at once, whatever number it had before, and its row says the same."""

    def act(told: list[BaseMessage]) -> Iterator[str]:
        one, two = re.findall(r'passage id="([^"]+)"', str(told[-1].text))[:2]
        yield f"77427 is billed by the physician [{two}]. "
        yield f"77427 is weekly treatment management [{one}][{two}]."

    pieces, answer = streamed(assistant, act)
    assert ["77427 is billed by the physician [1].", " 77427 is weekly treatment management [2][1]."] == pieces[:2]
    assert [1, 2] == [row.n for row in answer.citations]
    assert "".join(pieces) == answer.text


@pytest.mark.parametrize(
    "trouble",
    [ConnectionResetError(), lambda: time.sleep(0.4), f" {WRONG} Append 26 to 77427. Append TC to 77427."],
    ids=["breaks off", "too slow", "goes wrong"],
)
def test_what_stood_before_the_draft_failed_stays_and_the_composer_goes_on(assistant: Assistant, trouble: Any) -> None:
    """The first sentence was verified and is on the screen; nothing that came after it is."""
    pieces, answer = streamed(assistant, says(f"{RIGHT} Bill", " it.", trouble), seconds=0.3)
    assert RIGHT == pieces[0]
    assert any(piece.startswith(f"\n\n{COMPOSERS}") for piece in pieces)
    assert "".join(pieces) == answer.text
    assert "9 units" not in answer.text and "Append" not in answer.text
    assert any("composer answered the rest" in notice for notice in answer.notices)
    assert "fake:acting, then the composer" == answer.drafted_by


@pytest.mark.parametrize(
    "draft",
    [
        f"{WRONG} {RIGHT} Append 26 to 77427. Append TC to 77427. ",
        f"Great question! {WRONG} Append 26 to 77427. ",
        "The moon is made of cheese. Go ahead. ",
        "Great question! ",
    ],
)
@pytest.mark.parametrize("end", ["", ConnectionResetError()])
def test_a_draft_that_never_earned_it_never_flashes(assistant: Assistant, draft: str, end: Any) -> None:
    """Where more failed than stood at every moment, the composer's words are the first to be seen."""
    pieces, answer = streamed(assistant, says(*re.findall(r"\S+\s*", draft), end))
    assert pieces[0].startswith(COMPOSERS)
    assert "composer" == answer.drafted_by
    assert not re.search("Great|cheese|9 units", "".join(pieces))


def test_sentences_that_contradict_each_other_cannot_both_stand(assistant: Assistant) -> None:
    """The rules hold one of them; the other one becomes what they say, or nothing."""
    pieces, answer = streamed(assistant, says(f"{RIGHT} ", "Bill 5 units of 77427. ", f"{RIGHT} "))
    assert not re.search(r"\b5 units of 77427", "".join(pieces))
    assert {"77427": 6} == {row.code: row.units for row in answer.units}


def test_an_unknown_id_takes_its_sentence_with_it(assistant: Assistant) -> None:
    """A model that invents a source is not shown for it."""
    pieces, answer = streamed(assistant, says(f"{RIGHT} ", "77427 is weekly [ref-zzzz]. ", "It is weekly [9]. "))
    assert [RIGHT, " Assuming Medicare."] == pieces
    assert () == answer.citations


def test_endless_talk_and_endless_repetition_end(assistant: Assistant) -> None:
    """Ten thousand words are cut, the same sentence again and again is heard once."""
    pieces, _ = streamed(assistant, lambda _: (f"{RIGHT} " for _ in range(10_000)))
    assert [RIGHT, " Assuming Medicare."] == pieces
    words, _ = streamed(assistant, lambda _: ("word " for _ in range(10_000)))
    assert words[0].startswith(COMPOSERS)


def test_an_empty_draft_leaves_the_composer_s_answer(assistant: Assistant) -> None:
    """Silence is replaced at once."""
    pieces, answer = streamed(assistant, says())
    assert pieces[0].startswith(COMPOSERS)
    assert any("nothing that could be used" in notice for notice in answer.notices)


def test_while_a_model_is_silent_empty_pieces_come(assistant: Assistant) -> None:
    """Whoever shows the answer gets a moment to stop, even when nothing is said."""
    drafting_with(assistant, Scripted(acts=[says(lambda: time.sleep(0.35), RIGHT)]))
    assert [""] * 2 == list(assistant.stream(FIRST, today=TODAY))[:2]


@pytest.mark.parametrize("silent", [True, False])
def test_closing_the_stream_cancels_the_model(assistant: Assistant, silent: bool) -> None:
    """Stop means stop: no more of the draft is read."""
    stopped = Event()

    def act(_: list[BaseMessage]) -> Iterator[str]:
        try:
            yield f"{RIGHT} Then"
            for number in range(100_000):
                yield "" if silent else f" sentence {number} is new."
                time.sleep(0.001)
        finally:
            stopped.set()

    drafting_with(assistant, Scripted(acts=[act]))
    coming = assistant.stream(FIRST, today=TODAY)
    assert RIGHT == next(filter(None, coming))
    coming.close()
    assert stopped.wait(5)


def test_the_model_and_its_tokens_are_in_the_answer(assistant: Assistant) -> None:
    """What the provider reports is told, whoever's sentences were shown in the end; without a model there is none."""
    used = AIMessageChunk(content="", usage_metadata={"input_tokens": 800, "output_tokens": 40, "total_tokens": 840})
    for words in (RIGHT, "The moon is made of cheese."):
        _, answer = streamed(assistant, says(words, used))
        assert {"name": "fake:acting", "input_tokens": 800, "output_tokens": 40} == answer.to_json()["model"]
    assert Assistant(Settings(data_dir=assistant.settings.data_dir)).ask(FIRST, today=TODAY).model is None


SENTENCES = st.lists(
    st.sampled_from(
        [RIGHT, WRONG, "Append 26 to 77427.", "77427 is billed by the physician.", "Hello!", "Who knows?", "Go ahead.",
         "28 fractions make 5 full sets of 5 and 3 left over.", "Bill one unit of 77427 per fraction.", "[ref-zzzz].",
         "- a bullet on 77427", "\n\n", "| a | b |", "```", "77427 x 6", "# Answer\n"]
    ),
    max_size=8,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(SENTENCES, st.integers(1, 40), st.booleans())
def test_whatever_a_model_says_the_pieces_are_the_text_and_nothing_wrong_is_in_them(
    said: list[str], size: int, breaks: bool
) -> None:
    """Any draft, cut anywhere, whole or broken off: what was shown is what the answer says, and it holds."""
    assistant = Assistant(Settings(data_dir="/nonexistent/secondcheck"))  # type: ignore[arg-type]
    text = " ".join(said)
    deltas: list[Any] = [text[at : at + size] for at in range(0, len(text), size)]
    pieces, answer = streamed(assistant, says(*deltas, *([ConnectionResetError()] if breaks else [])))
    assert "".join(pieces) == answer.text
    assert "9 units" not in answer.text and "Append 26" not in answer.text and "per fraction" not in answer.text
    assert {6} >= {row.units for row in answer.units if row.code == "77427"}
