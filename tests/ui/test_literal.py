"""Text stays text: no formula, link, emphasis or script comes out of a question or a document."""

from __future__ import annotations

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from ui.literal import JOINER, as_html, as_label, plain

MARKDOWN = MarkdownIt("commonmark", {"html": True, "linkify": False}).enable(["table", "strikethrough"])


def test_html_is_escaped() -> None:
    """Tags, quotes and ampersands stand for themselves."""
    assert as_html('<b onclick="x">&</b>') == "&lt;b onclick=&quot;x&quot;&gt;&amp;&lt;/b&gt;"


def test_line_breaks_stay() -> None:
    """A break in a question is a break on the page."""
    assert as_html("one\ntwo") == "one<br>two"


def test_hidden_characters_are_dropped() -> None:
    """Characters that reorder or hide text never reach the page."""
    assert plain("a\u202eb\u200bc\x00d") == "abcd"


def test_dollars_are_no_formula() -> None:
    """Two prices in a label are two prices."""
    assert as_label("$45 or $50") == r"\$45 or \$50"


@pytest.mark.parametrize(
    "text",
    [
        "*x*",
        "_x_",
        "`x`",
        "[x](http://y)",
        "![x](y)",
        "# x",
        "1. x",
        "- x",
        "~~x~~",
        "| a | b |",
        "<b>x</b>",
        "&lt;",
        "x^2",
    ],
)
def test_labels_are_no_markdown(text: str) -> None:
    """A Markdown reader finds nothing but the words in a label."""
    rendered = MARKDOWN.render(as_label(text)).replace(JOINER, "")
    assert rendered == f"<p>{as_html(text)}</p>\n"


@pytest.mark.parametrize(
    "text", [":smile:", ":red[x]", "http://a.b", "www.a.b", "a@b.c", "a -> b", "a <- b", "a -- b", "a >= b"]
)
def test_labels_hide_what_streamlit_replaces(text: str) -> None:
    """Icons, colours, arrows and bare addresses stay as they were typed: a joiner parts what would be replaced."""
    assert JOINER in as_label(text)


@given(st.text(max_size=80))
def test_any_text_survives_as_a_label(text: str) -> None:
    """Whatever is typed, a Markdown reader gives back the same words."""
    words = " ".join(plain(text).split())
    rendered = MARKDOWN.render(as_label(text)).replace(JOINER, "")
    assert unescape(rendered) == (f"<p>{words}</p>\n" if words else "")


def test_long_labels_are_cut() -> None:
    """A label is one line."""
    assert len(as_label("x" * 500)) == 90
