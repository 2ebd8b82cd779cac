"""The chat: a question, the checked answer first, what it rests on below."""

from __future__ import annotations

from contextlib import closing

import streamlit as st

from ui import engine, facts_form, markup
from ui.asking import EXAMPLES
from ui.literal import as_label
from ui.rebuild import tell_when_built
from ui.talk import Talk, Turn
from ui.trouble import INTERRUPTED, NO_INDEX
from ui.troubled import show_trouble

# Fixed text, nothing of a user in it: brings the newest question to the top, so that its answer starts in view.
# Twice, because the browser may still be drawing the answer when the script first runs.
SCROLL = (
    "<script>/* {moment} */{{const top = () => [...document.querySelectorAll('.sc-question')].pop()"
    "?.closest('[data-testid=\"stChatMessage\"]').scrollIntoView({{block: 'start'}}); "
    "top(); setTimeout(top, 200);}}</script>"
)
PERSON, CHECKER = ":material/person:", ":material/done_all:"
PLACEHOLDER = "Ask about a code, units, a modifier, a date"
DISCLAIMER = "Coding help, not legal advice: the claim stays yours."


def page() -> None:
    talk: Talk = st.session_state.setdefault("talk", Talk())
    with st.bottom:
        typed = st.chat_input(PLACEHOLDER, key="typed")
        st.html(f'<p class="sc-disclaimer">{DISCLAIMER}</p>')
    question = typed or st.session_state.pop("clicked", None)
    changes = st.session_state.pop("changes", None)
    if question:
        talk.begin(question, engine.redact)
    if not talk.turns:
        _welcome()
    working = bool(question) or changes is not None
    for number, turn in enumerate(talk.turns):
        is_last = number == len(talk.turns) - 1
        if is_last and working:
            _work_out(talk, turn, changes)
        else:
            _draw(number, turn, is_last=is_last)
    tell_when_built()
    if not working and engine.index_fault():
        show_trouble(NO_INDEX, key="index")
    if talk.turns:
        st.button("New conversation", key="new", type="tertiary", icon=":material/refresh:", on_click=_forget)
        _scroll(f"answered {len(talk.turns)}")
    engine.warm()


def _welcome() -> None:
    st.html(
        '<div class="sc-welcome"><h1>Second Check</h1><p>Radiation oncology coding questions, answered from the '
        "sources. No count and no modifier is shown before the rules have recomputed it.</p></div>"
    )
    with st.container(key="examples"):
        for number, example in enumerate(EXAMPLES):
            st.button(as_label(example), key=f"example-{number}", width="stretch", on_click=_click, args=(example,))


def _work_out(talk: Talk, turn: Turn, changes: dict[str, object] | None) -> None:
    with st.chat_message("user", avatar=PERSON):
        st.html(markup.question(turn.question))
        _scroll(f"asked {len(talk.turns)}")
    with st.chat_message("assistant", avatar=CHECKER):
        if not turn.trouble or changes is not None:
            _show_as_it_comes(talk, changes or {})
    # Drawn anew from the kept turn, so that an answer looks the same now and after the next question.
    st.rerun()


def _show_as_it_comes(talk: Talk, changes: dict[str, object]) -> None:
    """Checked sentences while a chat model writes, and a way to stop it.

    Each piece is drawn, empty ones too: that is where Streamlit leaves a script when somebody clicks, and leaving
    closes the answer, which cancels the model.
    """
    so_far, below, can_stop = st.empty(), st.empty(), False
    with st.spinner("Working it out…"), closing(talk.answering(changes, engine.engine)) as coming:
        for piece in coming:
            so_far.html(markup.so_far(talk.turns[-1].said))
            if not piece and not can_stop:  # only a model keeps us waiting
                can_stop = True
                below.button("Stop", key=f"stop-{len(talk.turns)}", icon=":material/stop:", on_click=talk.stop)


def _draw(number: int, turn: Turn, *, is_last: bool) -> None:
    anchor = f"answer-{number}"
    with st.chat_message("user", avatar=PERSON):
        st.html(markup.question(turn.question))
    with st.chat_message("assistant", avatar=CHECKER):
        if turn.trouble or not turn.answer:
            if turn.said:
                st.html(markup.so_far(turn.said))
            show_trouble(turn.trouble or INTERRUPTED, key=anchor, on_retry=_retry if is_last else None)
            return
        st.html(markup.answer_text(turn.answer, anchor))
        if is_last:
            fields = f"{anchor}-{turn.tries}"  # new fields each time: closed, and filled from the new answer
            facts_form.questions(turn.answer, fields, _again)
            facts_form.chips_with_form(turn.answer, fields, _again)
        elif chips := markup.chips(turn.answer):
            st.html(chips)
        if evidence := markup.evidence(turn.answer, anchor):
            st.html(evidence)


def _scroll(moment: str) -> None:
    """Runs once per moment: the browser does not run the same script again when the page is drawn anew."""
    st.html(SCROLL.format(moment=moment), unsafe_allow_javascript=True)


def _click(question: str) -> None:
    st.session_state["clicked"] = question


def _again(changes: dict[str, object]) -> None:
    st.session_state["changes"] = changes


def _retry() -> None:
    _again({})


def _forget() -> None:
    st.session_state["talk"] = Talk()


page()
