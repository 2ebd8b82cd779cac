"""`streamlit run ui/app.py`: four pages over one engine."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:  # Streamlit puts only this file's folder on the path
    sys.path.insert(0, str(ROOT))

import streamlit as st  # noqa: E402 - after the path

from ui.trouble import explained  # noqa: E402
from ui.troubled import show_trouble  # noqa: E402

SCREENS = Path(__file__).parent / "screens"

# An emoji is drawn by the browser itself; a Material icon as page icon would be fetched from outside.
st.set_page_config(page_title="Second Check", page_icon="☑️", layout="centered", initial_sidebar_state="auto")
st.html(Path(__file__).parent / "theme" / "page.css")

current = st.navigation(
    [
        st.Page(SCREENS / "ask.py", title="Ask", icon=":material/chat_bubble_outline:", default=True),
        st.Page(
            SCREENS / "second_check.py", title="Second-check a text", icon=":material/fact_check:", url_path="check"
        ),
        st.Page(SCREENS / "sources.py", title="Sources", icon=":material/menu_book:", url_path="sources"),
        st.Page(SCREENS / "about.py", title="About", icon=":material/info:", url_path="about"),
    ],
    position="top",
)
try:
    current.run()
except Exception as error:  # noqa: BLE001 - a page never ends in a stack trace
    show_trouble(explained(error), key="page")
