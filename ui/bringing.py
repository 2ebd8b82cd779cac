"""The user's own documents: read, what was guessed about them shown for correction, then cited like any other."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from corpus.library import add_document, list_documents, original, remove_document
from corpus.library_entry import Entry
from corpus.loaders import READABLE
from ui import brought, facts_form, wording
from ui.asking import read_date
from ui.engine import data_dir
from ui.literal import as_html, as_label
from ui.rebuild import rebuilt
from ui.trouble import explained


def upload() -> None:
    """The upload box. Payer and date may be left empty: they are then guessed, and the guess is shown."""
    with st.form("bring", clear_on_submit=True):
        files = st.file_uploader(
            "Add documents: your payers’ policies, bulletins, fee notes",
            type=[suffix.removeprefix(".") for suffix in READABLE],
            accept_multiple_files=True,
            key="files",
        )
        left, right = st.columns(2)
        with left:
            payer = facts_form.select(
                "Payer", wording.PAYERS_OF_DOCUMENTS, None, "bring-payer", "Guess it from the text"
            )
        with right:
            effective = st.text_input("In force from", key="bring-from", placeholder="Guess it from the text")
        if not st.form_submit_button("Add", type="primary"):
            return
    if not files:
        st.caption("Choose a file first.")
        return
    added = 0
    for file in files:
        added += _take_in(file.name, file.getvalue(), {"payer": payer, "effective": effective})
    if added and rebuilt():
        st.caption("Ready to be cited. Please look over what was guessed below.")


def listed() -> None:
    """What was added, each with its particulars to correct and a way out."""
    entries = list_documents(data_dir())
    if not entries:
        st.caption("Nothing was added yet. Everything you add stays on this machine.")
    for entry in reversed(entries):
        with st.expander(as_label(brought.headline(entry)), expanded=bool(entry.guessed), key=f"doc-{entry.id}"):
            _entry(entry)


def _entry(entry: Entry) -> None:
    st.html(f'<p class="sc-origin">{as_html(brought.told(entry))}</p>')
    with st.form(f"correct-{entry.id}", border=False):
        title = st.text_input("Title", entry.title, key=f"title-{entry.id}")
        left, right = st.columns(2)
        with left:
            publisher = st.text_input("Publisher", entry.publisher, key=f"publisher-{entry.id}")
            effective = st.text_input("In force from", brought.iso(entry.effective), key=f"from-{entry.id}")
        with right:
            payer = facts_form.select(
                "Payer", wording.PAYERS_OF_DOCUMENTS, entry.payer, f"payer-{entry.id}", "Any payer"
            )
            until = st.text_input("In force until", brought.iso(entry.until), key=f"until-{entry.id}")
        pressed = st.form_submit_button("That is right", type="primary")
    if pressed:
        said = {"title": title, "publisher": publisher, "payer": payer, "effective": effective, "until": until}
        stored = original(data_dir(), entry.id)
        if stored and _take_in(entry.name, stored.read_bytes(), said) and rebuilt():
            st.rerun()
    if st.button("Remove", key=f"remove-{entry.id}", type="tertiary", icon=":material/delete:"):
        remove_document(data_dir(), entry.id)
        if rebuilt():
            st.rerun()


def _take_in(name: str, content: bytes, said: dict[str, str | None]) -> bool:
    try:
        given = brought.particulars(said, read_date)
        add_document(data_dir(), Path(name), content=content, **given)
    except Exception as error:  # noqa: BLE001 - one bad file, explained, must not stop the others
        words = brought.reason(error) if isinstance(error, ValueError) else " ".join(explained(error)[:2])
        st.caption(as_label(f"{name}: {words}", most=400))
        return False
    return True
