"""Text from people and documents, made safe to show exactly as it was written.

Two places need two ways: HTML blocks, which we write ourselves, and the labels of Streamlit's widgets, which
are always read as Markdown. A question that costs "$45 or $50" must not turn into a formula in either.
"""

from __future__ import annotations

import html
import re
import unicodedata

# Streamlit reads labels as Markdown, then replaces ":smile:", "->" and bare addresses in what is left, so that a
# backslash is not enough: an invisible joiner after these characters keeps the pattern from being seen.
JOINER = "\u2060"
MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+.!|~<>$&^=\"'/%;,?-])")
REPLACED_LATER = re.compile(r"([:@]|www|<(?=-)|-(?=[->])|[<>~](?==))", re.IGNORECASE)


def plain(text: str) -> str:
    """The text without characters that hide, reorder or break what a reader sees."""
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co"})


def as_html(text: str) -> str:
    """For `st.html`: every character stands for itself, line breaks stay."""
    return html.escape(plain(text), quote=True).replace("\n", "<br>")


def as_label(text: str, most: int = 90) -> str:
    """For a widget's label: one line, at most `most` characters, nothing in it is Markdown."""
    line = " ".join(plain(text).split())
    if len(line) > most:
        line = line[: most - 1].rstrip() + "…"
    # Joiners first: a backslash in front of the joiner's neighbour would otherwise be cut off from it.
    parted = REPLACED_LATER.sub(rf"\1{JOINER}", line)
    return MARKDOWN.sub(r"\\\1", parted).replace(":", "\\:")
