"""Index builds: whole or not at all, one writer, many readers, nothing acknowledged is ever lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from corpus.build_folder import MANIFEST, PASSAGES, POINTER, VECTORS
from corpus.embedding import EmbeddingUnavailable
from corpus.index import IndexDamaged, IndexMissing, build_index, check_index, current_build, open_index
from corpus.wanted import Wanted


@pytest.fixture
def two(paper):
    """Two documents on two codes."""
    return [paper("a", {"Units": "77427 counts per five fractions."}), paper("b", {"Units": "77336 counts per week."})]


def cited(data_dir: Path, code: str) -> list[str]:
    index = open_index(data_dir)
    try:
        return [found.passage.text for found in index.passages.by_codes([code], "", Wanted())]
    finally:
        index.close()


def asked_twice(data_dir: Path, words) -> None:
    """By code and by vector, so that every file of the build is read."""
    index = open_index(data_dir)
    try:
        assert index.passages.by_codes(["77427"], "", Wanted())
        assert index.nearest(words.embed_query("units"), Wanted(), 1)
    finally:
        index.close()


def folders(data_dir: Path) -> set[str]:
    return {path.name for path in (data_dir / "index").iterdir() if path.is_dir()}


def test_a_build_holds_passages_words_and_vectors(data_dir, two, words) -> None:
    """What was built is found by code, by word and by vector."""
    build_index(data_dir, two, embedding=words)
    index = open_index(data_dir)
    assert [found.passage.source for found in index.passages.by_words("five fractions", Wanted(), 5)] == ["a"]
    ((nearest, similarity), *_) = index.nearest(words.embed_query("77336 counts per week."), Wanted(), 2)
    assert nearest.source == "b"
    assert similarity > 0.5
    assert "77427 counts" in (index.passages.text_of("a") or "")
    index.close()


def test_the_filter_never_costs_a_wanted_passage(data_dir, words, paper) -> None:
    """One payer's text is found by vector though a hundred texts of another payer lie nearer."""
    crowd = [paper(f"aetna{n}", {"S": f"image guidance note {n}"}, payers=("aetna",)) for n in range(100)]
    build_index(data_dir, [*crowd, paper("uhc", {"S": "rules on guidance"}, payers=("uhc",))], embedding=words)
    index = open_index(data_dir)
    ((passage, _),) = index.nearest(words.embed_query("image guidance note"), Wanted(payers=("uhc", "cigna")), 2)
    assert passage.source == "uhc"
    assert len(index.nearest(words.embed_query("image"), Wanted(payers=("aetna", "any")), 2)) == 2
    index.close()


def test_nothing_is_rebuilt_that_is_up_to_date(data_dir, two, words) -> None:
    """The same documents, in any order, give the same build, and nothing is embedded again."""
    first = build_index(data_dir, two, embedding=words)
    embedded = len(words.embedded)
    assert first == build_index(data_dir, two[::-1], embedding=words)
    assert embedded == len(words.embedded)


def test_one_more_document_embeds_only_its_passages(data_dir, two, words, paper) -> None:
    """Vectors are kept by text: a rebuild computes only what it has never seen."""
    build_index(data_dir, two, embedding=words)
    words.embedded.clear()
    build_index(data_dir, [*two, paper("c", {"Units": "77431 is once."})], embedding=words)
    assert len(words.embedded) == 1
    assert cited(data_dir, "77431") == ["77431 is once."]


def test_progress_counts_every_passage(data_dir, two, words) -> None:
    """The callback ends with all of all, also when vectors were known already."""
    seen: list[tuple[int, int]] = []
    build_index(data_dir, two, lambda done, total: seen.append((done, total)), words)
    assert seen[-1] == (2, 2)


def test_a_new_chunker_or_model_makes_a_new_build(data_dir, two, words, monkeypatch) -> None:
    """A build is also how it was made, so that an update of the program rebuilds everybody's index."""
    first = build_index(data_dir, two, embedding=words)
    monkeypatch.setattr("corpus.index_writing.CHUNKER_VERSION", 999)
    second = build_index(data_dir, two, embedding=words)
    monkeypatch.setattr("corpus.index_writing.MODEL", "another")
    assert len({first, second, build_index(data_dir, two, embedding=words)}) == 3


def test_a_removed_document_leaves_no_passage(data_dir, two, words) -> None:
    """After a rebuild without a document none of its codes is covered."""
    build_index(data_dir, two, embedding=words)
    build_index(data_dir, two[:1], embedding=words)
    assert cited(data_dir, "77336") == []
    assert cited(data_dir, "77427")


def test_old_builds_go_when_nobody_reads_them(data_dir, two, words, paper) -> None:
    """The build that answers and the one before stay; older ones are removed unless a reader holds them."""
    first = build_index(data_dir, two, embedding=words)
    reader = open_index(data_dir)
    builds = [
        build_index(data_dir, [*two, paper(f"c{n}", {"S": f"Text number {n}."})], embedding=words) for n in range(3)
    ]
    assert folders(data_dir) == {first, builds[1], builds[2]}
    assert reader.passages.by_codes(["77336"], "", Wanted())
    reader.close()
    last = build_index(data_dir, two[:1], embedding=words)
    assert folders(data_dir) == {builds[2], last}


def test_before_the_first_build_the_error_says_what_to_do(data_dir) -> None:
    """An empty data folder is no damage but a missing index, with the command that makes one."""
    for asks in (open_index, check_index):
        with pytest.raises(IndexMissing, match="secondcheck index"):
            asks(data_dir)
    assert current_build(data_dir) is None


def older_layout(index: Path, build: Path) -> None:
    manifest = build / MANIFEST
    manifest.write_text(manifest.read_text().replace('"schema": ', '"schema": 10'))


def scribbled(file: Path) -> None:
    file.write_bytes(b"\xff" * file.stat().st_size)


DAMAGES = {
    "pointer to nowhere": lambda index, build: (index / POINTER).write_text("gone"),
    "empty pointer": lambda index, build: (index / POINTER).write_text(""),
    "no manifest": lambda index, build: (build / MANIFEST).unlink(),
    "broken manifest": lambda index, build: (build / MANIFEST).write_text('{"bui'),
    "older layout": older_layout,
    "passages cut off": lambda index, build: os.truncate(build / PASSAGES, 5000),
    "passages overwritten": lambda index, build: scribbled(build / PASSAGES),
    "passages gone": lambda index, build: (build / PASSAGES).unlink(),
    "vectors gone": lambda index, build: (build / VECTORS / "chroma.sqlite3").unlink(),
    "vectors overwritten": lambda index, build: scribbled(build / VECTORS / "chroma.sqlite3"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_noticed_and_repaired_by_building(data_dir, two, words, damage: str) -> None:
    """Whatever is broken, asking says so in words, and the next build makes a whole index again."""
    build = build_index(data_dir, two, embedding=words)
    DAMAGES[damage](data_dir / "index", data_dir / "index" / build)
    with pytest.raises(IndexDamaged, match="secondcheck index"):
        asked_twice(data_dir, words)
    with pytest.raises(IndexDamaged, match="secondcheck index"):
        check_index(data_dir)
    build_index(data_dir, two, embedding=words)
    check_index(data_dir)
    asked_twice(data_dir, words)
    assert cited(data_dir, "77427") == ["77427 counts per five fractions."]


@pytest.mark.parametrize("stopped_by", [EmbeddingUnavailable("no model"), KeyboardInterrupt(), OSError("disk full")])
def test_a_build_that_stops_leaves_the_old_index(data_dir, two, words, paper, stopped_by: BaseException) -> None:
    """No model, Ctrl-C or a full disk: readers keep the old index, and the next build sweeps the rest away."""
    build = build_index(data_dir, two, embedding=words)

    class Stopping(type(words)):
        def embed_documents(self, texts: list[str]) -> list[list[float]]:
            raise stopped_by

    more = [*two, paper("c", {"S": "77431 is once."})]
    with pytest.raises(type(stopped_by)):
        build_index(data_dir, more, embedding=Stopping())
    assert build == current_build(data_dir)
    assert cited(data_dir, "77427")
    last = build_index(data_dir, more, embedding=words)
    assert folders(data_dir) == {build, last}


def test_common_words_are_skipped_in_a_large_index(data_dir, two, words, monkeypatch) -> None:
    """Where many passages share a word, the rarer words of the question decide, and the best passage stays best."""
    build_index(data_dir, two, embedding=words)
    index = open_index(data_dir)
    monkeypatch.setattr("corpus.passage_store.MOST_SCORED", 2)
    assert [found.passage.source for found in index.passages.by_words("counts per week", Wanted(), 5)] == ["b"]
    assert len(index.passages.by_words("counts per", Wanted(), 5)) == 2
    index.close()


def test_in_a_large_index_a_code_comes_with_the_words(data_dir, words, paper, monkeypatch) -> None:
    """Where more passages write a code than are ranked, those that hold the words stay; the filter still holds."""
    papers = [paper(f"n{n}", {"S": f"77427 counts, number {n}"}) for n in range(6)]
    papers += [paper("told", {"S": "77427 leftover rule"}), paper("uhc", {"S": "77427 leftover"}, payers=("uhc",))]
    build_index(data_dir, papers, embedding=words)
    monkeypatch.setattr("corpus.passage_store.MOST_SCORED", 4)
    monkeypatch.setattr("corpus.passage_store.MOST_RANKED", 1)
    index = open_index(data_dir)
    (found,) = index.passages.by_codes(["77427"], "77427 leftover", Wanted(payers=("any",)))
    assert ("told", {"77427"}) == (found.passage.source, found.written)
    index.close()


def test_a_lost_vector_cache_costs_time_only(data_dir, two, words, paper) -> None:
    """Somebody deletes or damages vectors.db: the next build embeds everything again and works."""
    build_index(data_dir, two, embedding=words)
    (data_dir / "index" / "vectors.db").write_bytes(b"junk" * 1000)
    build_index(data_dir, [*two, paper("c", {"S": "77431 is once."})], embedding=words)
    assert cited(data_dir, "77431")


CROWD = [sys.executable, str(Path(__file__).with_name("crowd.py"))]
ENVIRONMENT = {
    **os.environ,
    "PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH", "")]),
}


def test_readers_in_other_processes_never_see_half_or_stale_answers(tmp_path: Path) -> None:
    """One process builds again and again while three read: every answer is whole, and none is older than what was
    acknowledged before the question was asked."""
    readers = [
        subprocess.Popen([*CROWD, "read", str(tmp_path)], env=ENVIRONMENT, stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    subprocess.run([*CROWD, "write", str(tmp_path)], env=ENVIRONMENT, check=True, timeout=120)
    outputs = [reader.communicate(timeout=60)[0] for reader in readers]
    assert [0, 0, 0] == [reader.returncode for reader in readers], outputs
    assert all(int(output.split()[-1]) > 1 for output in outputs), f"readers saw too few builds: {outputs}"


def test_a_killed_build_loses_nothing(tmp_path: Path, paper) -> None:
    """kill -9 in the middle of a build: the old index answers, the next build finishes, no rubbish stays."""
    subprocess.run([*CROWD, "once", str(tmp_path), "1"], env=ENVIRONMENT, check=True, timeout=60)
    before = current_build(tmp_path)
    for delay in (0.0, 0.2):
        builder = subprocess.Popen(
            [*CROWD, "slow", str(tmp_path), "2"], env=ENVIRONMENT, stdout=subprocess.PIPE, text=True
        )
        assert builder.stdout is not None
        assert builder.stdout.readline() == "embedding\n"
        time.sleep(delay)
        builder.send_signal(signal.SIGKILL)
        builder.wait(timeout=10)
        assert before == current_build(tmp_path)
        assert len(cited(tmp_path, "77427")) == 5
    subprocess.run([*CROWD, "once", str(tmp_path), "2"], env=ENVIRONMENT, check=True, timeout=60)
    assert all("generation 2" in text for text in cited(tmp_path, "77427"))
    assert len(folders(tmp_path)) == 2
