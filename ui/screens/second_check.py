"""Second-check a text: somebody else's advice, each statement marked."""

from __future__ import annotations

import streamlit as st

from ui import engine, marked
from ui.trouble import explained
from ui.troubled import show_trouble
from ui.wording import PAYERS

EXAMPLE = (
    "Hi, for the prostate course bill 77427 x 5 for the 28 fractions. Append 26 to 77417 for reading the port "
    "films. 77386 is still valid in March 2026."
)


def page() -> None:
    st.html(
        '<div class="sc-about"><h2>Second-check a text</h2><p>Paste a colleague’s mail or a chat model’s answer. '
        "Each statement about units, modifiers, pairs or validity is recomputed and marked.</p></div>"
    )
    if st.session_state.pop("use_example", False):
        st.session_state["pasted"] = EXAMPLE
    with st.form("paste", border=False):
        text = st.text_area("Text to check", key="pasted", height=180, placeholder=EXAMPLE)
        payer = st.selectbox(
            "Payer, if the text does not say",
            list(PAYERS),
            index=None,
            format_func=lambda key: PAYERS[key],
            placeholder="Not told",
            key="paste-payer",
        )
        pressed = st.form_submit_button("Check it", type="primary")
    if not text:
        st.button("Try an example", type="tertiary", key="example", on_click=_example)
    if pressed and not text.strip():
        st.caption("There is nothing to check yet: paste a text above.")
    elif pressed:
        _check(text, {"payer": payer} if payer else {})
    engine.warm()


def _check(text: str, facts: dict[str, str]) -> None:
    try:
        with st.spinner("Checking…"):
            verdict = engine.verify(engine.redact(text), facts)
    except Exception as error:  # noqa: BLE001 - explained, the text stays in its box
        show_trouble(explained(error), key="verify")
        return
    st.html(marked.report(verdict))


def _example() -> None:
    st.session_state["use_example"] = True


page()
