"""Sources: what is known, how binding it is, and the user's own documents."""

from __future__ import annotations

import streamlit as st

from ui import bringing, engine, shelf
from ui.trouble import explained
from ui.troubled import show_trouble


def page() -> None:
    st.html(
        '<div class="sc-about"><h2>Sources</h2><p>What an answer can cite, the most binding first. '
        "A payer’s document binds that payer’s answers; it never changes Medicare’s rule.</p></div>"
    )
    known, yours = st.tabs(["What is known", "Your documents"])
    with known:
        _known()
    with yours:
        bringing.upload()
        bringing.listed()
    engine.warm()


def _known() -> None:
    try:
        sources = list(engine.sources())
    except Exception as error:  # noqa: BLE001 - explained; the other tab still works
        show_trouble(explained(error), key="sources")
        return
    words = st.text_input("Search", key="search", placeholder="77427, ASTRO, Aetna …")
    authority = st.selectbox(
        "Kind",
        list(shelf.AUTHORITIES),
        index=None,
        key="kind",
        format_func=lambda key: shelf.AUTHORITIES[key],
        placeholder="All kinds",
    )
    rows = shelf.found(sources, words or "", authority)
    st.caption(shelf.counted(len(rows), len(sources)))
    if rows:
        st.html(shelf.shelf(rows))
    else:
        st.caption("Nothing matches. Clear the search to see all sources.")


page()
