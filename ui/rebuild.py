"""Builds the index from the page, with a bar that moves."""

from __future__ import annotations

import streamlit as st

from ui import engine
from ui.literal import as_label
from ui.trouble import explained


def rebuild_button(key: str) -> None:
    """A button that builds the index anew; the old one serves until the new one is whole."""
    if st.button("Build the index", key=f"{key}-rebuild", type="primary") and rebuilt():
        st.session_state["just_built"] = True
        st.rerun()  # whatever said that the index is missing is drawn anew


def tell_when_built() -> None:
    """One line, once, after the index was built from the page."""
    if st.session_state.pop("just_built", False):
        st.caption("The index is built: answers cite passages again.")


def rebuilt() -> bool:
    """Builds with a progress bar; False, explained in a line, when it could not be built."""
    bar = st.progress(0.0, "Reading the sources …")

    def move(done: int, total: int) -> None:
        bar.progress(min(1.0, done / total) if total else 0.0, f"Learning the new passages: {done} of {total}")

    try:
        engine.build(move)
    except Exception as error:  # noqa: BLE001 - explained on the page, the old index goes on answering
        trouble = explained(error)
        bar.empty()
        st.caption(as_label(f"{trouble.what} {trouble.next_step}", most=400))
        return False
    bar.empty()
    engine.forget()
    return True
