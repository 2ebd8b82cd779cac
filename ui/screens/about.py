"""About: what this is, what it covers, where it ends, and how good its answers are."""

from __future__ import annotations

import streamlit as st

from ui import about, scores

st.html(about.page(scores.as_section(scores.last())))
