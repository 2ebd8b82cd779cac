"""The chat page as a person uses it."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any

from hand_made import MANAGEMENT, FakeAssistant, seen
from streamlit.testing.v1 import AppTest

from assistant.answer import Answer, Fact
from ui.asking import EXAMPLES
from ui.talk import Talk

Visit = Callable[..., AppTest]


def asked(app: AppTest, question: str) -> AppTest:
    return app.chat_input[0].set_value(question).run()


def test_an_empty_chat_offers_examples(visit: Visit) -> None:
    """Six real questions wait to be clicked, and the disclaimer is one line."""
    app = visit()
    assert [button.key for button in app.button] == [f"example-{n}" for n in range(6)]
    assert seen(app).count("sc-disclaimer") == 1


def test_a_clicked_example_is_asked(visit: Visit, fake: FakeAssistant) -> None:
    """Clicking an example asks exactly its words and the examples give way."""
    app = visit()
    app.button(key="example-0").click().run()
    assert [call["question"] for call in fake.calls] == [EXAMPLES[0]]
    assert not [button for button in app.button if str(button.key).startswith("example-")]


def test_the_answer_comes_first(visit: Visit) -> None:
    """Answer, mark, facts, sources and working, in this order."""
    page = seen(asked(visit(), "28 fx, all done, how many 77427?"))
    parts = [
        "6 units of 77427",
        "Checked: counts",
        "sc-chips",
        "Medicare Claims Processing Manual",
        "How this was worked",
    ]
    assert sorted(parts, key=page.index) == parts


def test_a_refusal_carries_no_check_mark(visit: Visit) -> None:
    """Nothing was checked, so nothing says so."""
    page = seen(asked(visit(), "best pizza in town"))
    assert "outside what this covers" in page
    assert "sc-mark" not in page


def test_follow_ups_carry_the_conversation(visit: Visit, fake: FakeAssistant) -> None:
    """The second question is asked with the first and its answer as history; both stay on the page."""
    app = asked(asked(visit(), "28 fx 77427?"), "and for 23?")
    assert [entry["content"] for entry in fake.calls[1]["history"]] == ["28 fx 77427?", MANAGEMENT.text]
    assert len(app.chat_message) == 4


def test_changing_the_payer_works_the_answer_out_again(visit: Visit, fake: FakeAssistant) -> None:
    """The form sends only what was changed, as corrections, for the same question."""
    app = asked(visit(), "28 fx 77427?")
    app.selectbox(key="answer-0-1-payer").set_value("uhc")
    app.text_input(key="answer-0-1-date").set_value("5/2025")
    next(button for button in app.button if button.label == "Work it out again").click()
    app.run()
    assert fake.calls[1]["question"] == "28 fx 77427?"
    assert fake.calls[1]["corrections"] == {"payer": "uhc", "date_of_service": "2025-05"}
    assert len(app.chat_message) == 2


def test_the_form_starts_from_the_new_answer(visit: Visit, fake: FakeAssistant) -> None:
    """After a change the fields hold what the new answer was worked out for."""
    app = asked(visit(), "28 fx 77427?")
    uhc = {**MANAGEMENT.scenario, "payer": Fact(value="uhc", origin="correction")}
    fake.answers = {"77427": MANAGEMENT.model_copy(update={"scenario": uhc})}
    app.selectbox(key="answer-0-1-payer").set_value("uhc")
    next(button for button in app.button if button.label == "Work it out again").click()
    app.run()
    assert app.selectbox(key="answer-0-2-payer").value == "uhc"
    assert "set by you" in seen(app)


def test_an_unreadable_date_is_explained_and_nothing_is_asked(visit: Visit, fake: FakeAssistant) -> None:
    """A date that is none keeps the answer and says how to write one."""
    app = asked(visit(), "28 fx 77427?")
    app.text_input(key="answer-0-1-date").set_value("tomorrow")
    next(button for button in app.button if button.label == "Work it out again").click()
    app.run()
    assert len(fake.calls) == 1
    assert "is no date we can read" in seen(app).replace("\\", "")


def test_missing_facts_are_asked_for_with_choices(visit: Visit, fake: FakeAssistant) -> None:
    """Choosing the facts and pressing the button asks again with them."""
    app = asked(visit(), "77386 for 2/10/2026?")
    app.pills[0].select(1)
    app.pills[1].select(False)
    next(button for button in app.button if button.label == "Work it out").click()
    app.run()
    assert fake.calls[1]["corrections"] == {"isocenters": 1, "motion_management": False}


def test_a_half_given_set_of_facts_says_what_is_missing(visit: Visit, fake: FakeAssistant) -> None:
    """One of two facts is not enough, and the page says which is missing."""
    app = asked(visit(), "77386 for 2/10/2026?")
    app.pills[0].select(2)
    next(button for button in app.button if button.label == "Work it out").click()
    app.run()
    assert len(fake.calls) == 1
    assert "Still missing: motion management." in seen(app)


def test_identifiers_are_neither_shown_nor_passed_on(visit: Visit, fake: FakeAssistant) -> None:
    """The page and the next turn's history hold the cleaned question."""
    app = asked(asked(visit(), "MRN 4471923, 30 fx, 77427?"), "and for 23?")
    assert "4471923" not in seen(app)
    assert fake.calls[1]["history"][0]["content"] == "MRN [record number], 30 fx, 77427?"


def test_a_failure_is_explained_and_can_be_tried_again(visit: Visit, fake: FakeAssistant) -> None:
    """No stack trace: one sentence, the question kept, and a button that asks it again."""
    app = asked(visit(), "boom")
    assert not app.exception
    assert "Something failed on our side" in seen(app)
    assert "secret stack" not in seen(app)
    fake.answers = {"boom": MANAGEMENT}
    app.button(key="answer-0-retry").click().run()
    assert "6 units of 77427" in seen(app)
    assert "Something failed" not in seen(app)


def test_a_failed_question_does_not_spoil_the_next(visit: Visit, fake: FakeAssistant) -> None:
    """A turn without an answer is no history."""
    asked(asked(visit(), "boom"), "28 fx 77427?")
    assert fake.calls[1]["history"] == []


def test_a_damaged_index_offers_to_be_built(visit: Visit, fake: FakeAssistant) -> None:
    """The page says what is wrong and builds the index with a bar when asked to."""
    built: list[str] = []

    class IndexDamaged(Exception):
        """As corpus.index names it."""

    def build(progress: Callable[[int, int], None]) -> None:
        progress(1, 2)
        built.append("built")

    fake.answers = {"77427": IndexDamaged()}
    app = asked(visit(build=build), "77427?")
    assert "index is missing or damaged" in seen(app)
    app.button(key="answer-0-rebuild").click().run()
    assert built == ["built"]
    assert "The index is built" in seen(app)


def test_a_missing_index_is_told_before_the_first_question(visit: Visit) -> None:
    """The empty chat says that passages are missing, offers to build, and can be asked meanwhile."""
    app = visit(index_fault=True)
    assert "index is missing or damaged" in seen(app)
    assert app.button(key="index-rebuild")
    assert "6 units of 77427" in seen(asked(app, "28 fx 77427?"))


def test_a_build_that_fails_is_explained(visit: Visit, fake: FakeAssistant) -> None:
    """A rebuild that can't be done says so instead of ending in a stack trace."""

    class IndexDamaged(Exception):
        """As corpus.index names it."""

    def build(progress: Callable[[int, int], None]) -> None:
        raise MemoryError

    fake.answers = {"77427": IndexDamaged()}
    app = asked(visit(build=build), "77427?")
    app.button(key="answer-0-rebuild").click().run()
    assert not app.exception
    assert "ran out of memory" in seen(app)


def test_questions_are_shown_as_typed(visit: Visit) -> None:
    """Dollars, stars and tags of a question are text on the page."""
    page = seen(asked(visit(), "$45 or $50 *now* <script>alert(1)</script> 77427"))
    assert "$45 or $50 *now* &lt;script&gt;alert(1)&lt;/script&gt; 77427" in page


def test_the_only_script_is_ours(visit: Visit) -> None:
    """The scroll script holds nothing of the question and everything else runs no script."""
    app = asked(visit(), "document.cookie 77427")
    scripts = [block.value for block in app.html if block.proto.unsafe_allow_javascript]
    assert scripts
    assert not [script for script in scripts if "cookie" in script]


def test_a_new_conversation_forgets_the_old(visit: Visit, fake: FakeAssistant) -> None:
    """After "New conversation" the examples are back and history is empty."""
    app = asked(visit(), "28 fx 77427?")
    app.button(key="new").click().run()
    assert app.button(key="example-0")
    asked(app, "77435?")
    assert fake.calls[1]["history"] == []


def test_very_long_questions_are_kept_whole(visit: Visit, fake: FakeAssistant) -> None:
    """20,000 characters reach the assistant as they are."""
    asked(visit(), "77427 " * 4000)
    assert fake.calls[0]["question"] == ("77427 " * 4000).strip() or fake.calls[0]["question"] == "77427 " * 4000


def test_sentences_are_drawn_as_they_come_and_a_silent_model_can_be_stopped(visit: Visit, fake: FakeAssistant) -> None:
    """While nothing new comes there is a Stop; when the answer is whole it stands alone."""
    seen_meanwhile: list[tuple[str, str]] = []
    app = visit()

    def stream(question: str, **_: Any) -> Generator[str | Answer, None, None]:
        for piece in ("", "The first [1].", "", " The second."):
            yield piece
            turn = app.session_state["talk"].turns[-1]
            seen_meanwhile.append((piece, turn.said))
        yield MANAGEMENT

    fake.stream = stream  # type: ignore[method-assign]
    asked(app, "28 fx 77427?")
    assert ("", "The first [1].") in seen_meanwhile and (" The second.", "The first [1]. The second.") in seen_meanwhile
    assert not app.exception
    assert "6 units of 77427" in seen(app)
    assert not [button for button in app.button if button.label == "Stop"]


def test_a_stopped_answer_keeps_what_was_checked(visit: Visit, fake: FakeAssistant) -> None:
    """What the user read stays, says that it is not the whole answer, can be tried again, and counts as history."""
    app = visit()

    def stream(question: str, **_: Any) -> Generator[str | Answer, None, None]:
        yield "The first [1]."
        app.session_state["talk"].stop()  # as the button does, before the rest of the answer is there

    fake.stream, whole = stream, fake.stream  # type: ignore[method-assign]
    asked(app, "28 fx 77427?")
    assert "You stopped this answer" in seen(app)
    assert 'The first <span class="sc-cite">1</span>.' in seen(app)
    fake.stream = whole  # type: ignore[method-assign]
    asked(app, "and for 23?")
    assert [entry["content"] for entry in fake.calls[0]["history"]] == ["28 fx 77427?", "The first [1]."]
    app = asked(visit(), "28 fx 77427?")
    app.session_state["talk"].stop()
    assert "You stopped" not in seen(app.run())


def test_leaving_the_page_s_script_closes_the_stream() -> None:
    """Whoever stops drawing stops the model."""
    closed = []

    class Slow:
        def stream(self, *_: Any, **__: Any) -> Generator[str | Answer, None, None]:
            try:
                while True:
                    yield ""
            finally:
                closed.append(True)

    talk = Talk()
    talk.begin("28 fx?", str)
    coming = talk.answering({}, Slow)
    assert "" == next(coming)
    coming.close()
    assert [True] == closed
