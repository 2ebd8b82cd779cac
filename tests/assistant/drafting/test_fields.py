"""A draft in fields: sentences and what they cite, apart; plain text where the fields fail."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from langchain_core.runnables import Runnable, RunnableLambda

from assistant.drafting.chat_model import ChatDrafter
from assistant.drafting.fields import resolved_fields
from assistant.errors import ModelUnavailable
from assistant.settings import Settings
from tests.assistant.asked import Scripted

ISSUED = {"ref-bcdf": "1", "ref-ghjk": "2"}


def field(text: str, *cites: str) -> dict[str, Any]:
    return {"text": text, "cites": list(cites)}


class Held(Scripted):
    """A model that LangChain knows to fill in fields, and that gives these growing drafts."""

    drafts: list[Any] = []

    def with_structured_output(self, *_: Any, **__: Any) -> Runnable[Any, Any]:
        def fill(_: Any) -> Iterator[Any]:
            for draft in self.drafts:
                if isinstance(draft, Exception):
                    raise draft
                yield draft

        return RunnableLambda(fill)


def drafted(*drafts: Any, plain: str = "") -> str:
    model = Held(drafts=list(drafts), acts=[lambda _: [plain]] * 2, profile={"structured_output": True})
    return "".join(ChatDrafter(Settings(model="fake:"), model).stream("?", [], []))


def test_a_sentence_is_given_once_it_is_complete() -> None:
    """The one in the making waits; the last one comes with the end."""
    growing = [
        {},
        {"sentences": [{}]},
        {"sentences": [field("It is")]},
        {"sentences": [field("It is six."), {"text": "On"}]},
        None,
        {"sentences": [field("It is six."), field("One a date.")]},
    ]
    assert [""] * 4 + [" It is six.", "", "", " One a date."] == list(resolved_fields(growing, {}))


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (field("It is six.", "ref-bcdf", "ref-ghjk", "ref-bcdf"), " It is six [1][2]."),
        (field("Is it six?", "ref-bcdf"), " Is it six [1]?"),
        (field("It is six"), " It is six."),
        (field("It is six [ref-bcdf]."), " It is six [1]."),
        (field("It is six.", "ref-zzzz"), ""),
        (field("It is six [9].", "ref-bcdf"), ""),
        (field(" "), ""),
        ({"text": "No list of what it cites."}, " No list of what it cites."),
        ("no field at all", ""),
        (None, ""),
    ],
)
def test_marks_are_ours_and_what_cites_anything_else_is_not_said(sentence: Any, said: str) -> None:
    """The same rule as in plain text: an unknown id takes its sentence with it."""
    assert said == "".join(resolved_fields([{"sentences": [sentence]}], ISSUED))


@pytest.mark.parametrize(
    "drafts",
    [
        (),
        ({},),
        ({"answer": "It is six."},),
        ({"sentences": "It is six."},),
        (["It is six."],),
        (NotImplementedError("no such format"),),
        ({"sentences": [field("It is six.", "ref-zzzz")]},),
    ],
)
def test_where_the_fields_fail_the_model_is_asked_for_plain_text(drafts: tuple[Any, ...]) -> None:
    """Whatever a provider does with a form, the draft is not lost."""
    assert "In plain words." == drafted(*drafts, plain="In plain words.")


def test_fields_that_break_off_after_a_sentence_are_a_broken_draft() -> None:
    """What was said cannot be unsaid, so the model is not asked a second time."""
    whole = {"sentences": [field("It is six."), field("One")]}
    with pytest.raises(ModelUnavailable, match="cannot be reached"):
        drafted(whole, ConnectionResetError(), plain="In plain words.")


def test_a_model_that_nobody_knows_drafts_in_plain_text() -> None:
    """LangChain's own list of models says which can be held to fields; a clinic's own server is not on it."""
    model = Held(drafts=[{"sentences": [field("In fields.")]}], acts=[lambda _: ["In plain words."]])
    assert "In plain words." == "".join(ChatDrafter(Settings(model="fake:"), model).stream("?", [], []))
