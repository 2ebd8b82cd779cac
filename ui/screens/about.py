"""About: what this is, what it covers, and where it ends."""

from __future__ import annotations

import streamlit as st

from ui import about

st.html(about.page())
