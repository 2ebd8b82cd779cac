"""Shows a trouble: one sentence, the next step, and a button where one helps."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from ui.literal import as_html
from ui.rebuild import rebuild_button
from ui.trouble import Trouble


def show_trouble(trouble: Trouble, key: str, on_retry: Callable[[], None] | None = None) -> None:
    step = f"<p>{as_html(trouble.next_step)}</p>" if trouble.next_step else ""
    st.html(f'<div class="sc-trouble" role="alert"><p><b>{as_html(trouble.what)}</b></p>{step}</div>')
    if trouble.rebuild:
        rebuild_button(key)
    if on_retry:
        st.button("Try again", key=f"{key}-retry", on_click=on_retry)
