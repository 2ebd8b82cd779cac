"""Documents that users add: recognised, corrected, replaced, removed for good."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant.retrieval import Retriever
from corpus.index import build_index
from corpus.library import (
    Added,
    NoSuchDocument,
    Replaced,
    Unchanged,
    add_document,
    correct_document,
    library_documents,
    list_documents,
    original,
    remove_document,
)
from corpus.loaders import UnreadableDocument

TEXT = "Aetna policy on image guidance\n\n77387 is paid once per session. Effective Date: 2026-02-01 for all plans."


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    path = tmp_path / "aetna.txt"
    path.write_text(TEXT)
    return path


def sources_of(data_dir: Path, code: str, retriever: Retriever) -> set[str]:
    return {hit.passage.source for hit in retriever.search(code)}


def test_a_new_document_is_described_by_itself_and_its_user(data_dir, policy) -> None:
    """What the user gives counts; the rest is guessed and marked as a guess."""
    added = add_document(data_dir, policy, effective=date(2026, 3, 1))
    assert isinstance(added, Added)
    entry = added.entry
    assert ("aetna", "Aetna", "payer", date(2026, 3, 1)) == (
        entry.payer,
        entry.publisher,
        entry.authority,
        entry.effective,
    )
    assert set(entry.guessed) == {"title", "publisher", "payer"}
    assert (original(data_dir, entry.id) or policy).read_text() == TEXT
    (document,) = library_documents(data_dir)
    assert ("theirs", ("aetna",), date(2026, 3, 1)) == (
        document.source.words,
        document.source.payers,
        document.source.in_force_from,
    )


def test_the_same_file_again_changes_nothing(data_dir, policy, tmp_path) -> None:
    """Content decides: the same words under another name or without particulars are recognised."""
    first = add_document(data_dir, policy, title="My title")
    copy = tmp_path / "copy.txt"
    copy.write_text(TEXT)
    assert isinstance(add_document(data_dir, policy), Unchanged)
    add_document(data_dir, copy)
    assert [entry.title for entry in list_documents(data_dir)] == ["My title"]
    assert first.entry.id == list_documents(data_dir)[0].id


def test_particulars_can_be_corrected(data_dir, policy) -> None:
    """Adding the same file with another payer corrects the entry and takes the guess mark away."""
    add_document(data_dir, policy)
    corrected = add_document(data_dir, policy, payer="cigna")
    assert isinstance(corrected, Replaced)
    (entry,) = list_documents(data_dir)
    assert (entry.payer, "payer" in entry.guessed) == ("cigna", False)


def test_a_wrong_guess_can_be_cleared(data_dir, policy) -> None:
    """Correcting sets everything at once: a date guessed wrongly goes, and nothing counts as a guess any more."""
    entry = add_document(data_dir, policy).entry
    assert entry.effective == date(2026, 2, 1)
    correct_document(
        data_dir, entry.id, title="T", publisher="P", payer="bcbs:tx", authority="payer", effective=None, until=None
    )
    (now,) = list_documents(data_dir)
    assert ("T", "bcbs:tx", None, ()) == (now.title, now.payer, now.effective, now.guessed)
    with pytest.raises(NoSuchDocument):
        correct_document(
            data_dir, "added-0", title="T", publisher="P", payer="any", authority="payer", effective=None, until=None
        )


def test_a_file_overwritten_with_a_known_one_is_gone(data_dir, policy, tmp_path) -> None:
    """Copying one added file over another leaves one document: the words that are no longer anywhere go."""
    other = tmp_path / "other.txt"
    other.write_text("Humana policy on planning, 77263 once per course of treatment.")
    add_document(data_dir, policy)
    add_document(data_dir, other)
    other.write_bytes(policy.read_bytes())
    assert isinstance(add_document(data_dir, other), Replaced)
    assert [entry.publisher for entry in list_documents(data_dir)] == ["Aetna"]


def test_a_changed_file_replaces_its_old_self(data_dir, policy, words) -> None:
    """After a change and a rebuild only the new passages are found."""
    add_document(data_dir, policy)
    policy.write_text(TEXT.replace("77387", "77014"))
    replaced = add_document(data_dir, policy)
    assert isinstance(replaced, Replaced)
    assert replaced.former.id != replaced.entry.id
    build_index(data_dir, library_documents(data_dir), embedding=words)
    retriever = Retriever(data_dir, words)
    assert sources_of(data_dir, "77014", retriever) == {replaced.entry.id}
    assert sources_of(data_dir, "77387", retriever) == set()


def test_removed_means_never_cited_again(data_dir, policy, words, paper) -> None:
    """From the moment of removal, before and after the rebuild, nothing of the document is found or shown."""
    entry = add_document(data_dir, policy).entry
    other = paper("other", {"S": "77387 and more on 77427."})
    build_index(data_dir, [other, *library_documents(data_dir)], embedding=words)
    retriever = Retriever(data_dir, words)
    cited = next(hit.passage for hit in retriever.search("77387") if hit.passage.source == entry.id)
    remove_document(data_dir, entry.id)
    for _ in range(2):
        for question in ("77387", "image guidance once per session"):
            assert entry.id not in {hit.passage.source for hit in retriever.search(question)}
        assert retriever.passage(cited.id) is None
        build_index(data_dir, [other, *library_documents(data_dir)], embedding=words)
    assert original(data_dir, entry.id) is None
    with pytest.raises(NoSuchDocument, match="secondcheck sources"):
        remove_document(data_dir, entry.id)


@pytest.mark.parametrize("wanted", ["../../etc", "added-../..", ".writer.lock", ""])
def test_only_ids_of_entries_can_be_removed(data_dir, policy, wanted: str) -> None:
    """No path trick reaches anything beyond an entry of the library."""
    add_document(data_dir, policy)
    with pytest.raises(NoSuchDocument):
        remove_document(data_dir, wanted)
    assert len(list_documents(data_dir)) == 1


def test_an_upload_is_known_by_its_name(data_dir) -> None:
    """Content in memory works like a file; uploading a changed file of the same name replaces the old one."""
    first = add_document(data_dir, Path("../up/policy.txt"), content=TEXT.encode())
    second = add_document(data_dir, Path("policy.txt"), content=(TEXT + " More words.").encode())
    assert isinstance(second, Replaced)
    assert first.entry.name == "policy.txt"


def test_particulars_that_cannot_be_are_refused(data_dir, policy) -> None:
    """An unknown payer, an unknown authority or an end before the beginning leaves nothing behind."""
    for wrong in (
        {"payer": "nobody"},
        {"authority": "god"},
        {"effective": date(2026, 2, 1), "until": date(2026, 1, 1)},
    ):
        with pytest.raises(ValueError, match=r"payer|authority|in_force_to"):
            add_document(data_dir, policy, **wrong)
    assert list_documents(data_dir) == []


def test_an_unreadable_file_leaves_the_library_as_it_was(data_dir, policy, tmp_path) -> None:
    """A refused file is not kept, and the documents before it stay."""
    add_document(data_dir, policy)
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"")
    with pytest.raises(UnreadableDocument):
        add_document(data_dir, bad)
    assert len(list_documents(data_dir)) == 1


def test_a_half_replaced_document_counts_once(data_dir, policy) -> None:
    """A program killed between new-in and old-out leaves two entries of one origin: the newer one counts."""
    old = add_document(data_dir, policy).entry
    folder = data_dir / "library" / old.id
    kept = {path.name: path.read_bytes() for path in folder.iterdir()}
    policy.write_text(TEXT.replace("77387", "77014"))
    new = add_document(data_dir, policy).entry
    folder.mkdir()
    for name, content in kept.items():
        (folder / name).write_bytes(content)
    assert [entry.id for entry in list_documents(data_dir)] == [new.id]


def test_damaged_text_is_read_again_from_the_original(data_dir, policy) -> None:
    """A broken sections file costs a second reading, not the document."""
    entry = add_document(data_dir, policy).entry
    before = library_documents(data_dir)
    (data_dir / "library" / entry.id / "sections.json").write_text("[{")
    assert library_documents(data_dir) == before


SEEDS = sorted(Path(__file__).parents[3].joinpath("shared", "seeds").glob("*.txt"))


@pytest.mark.skipif(not SEEDS, reason="the source documents are not beside this checkout")
def test_the_source_documents_can_be_added_and_found(data_dir, words) -> None:
    """All five seeds are read, and each is found by the code it is about."""
    added = {path.stem: add_document(data_dir, path).entry for path in SEEDS}
    build_index(data_dir, library_documents(data_dir), embedding=words)
    retriever = Retriever(data_dir, words)
    assert len(added) == 5
    about_ports = {hit.passage.source for hit in retriever.search("77417", k=20)}
    assert {entry.id for stem, entry in added.items() if not stem.startswith("004")} == about_ports
    assert {added[SEEDS[4].stem].id} == {hit.passage.source for hit in retriever.search("77407")}
