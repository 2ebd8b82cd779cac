"""Finding passages, over a handful of documents with the real Chroma and the real model."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from assistant.fusion import fuse
from assistant.langchain_retriever import PassageRetriever
from assistant.ranking import Hit
from assistant.retrieval import Retriever
from corpus.index import IndexMissing, build_index
from corpus.sources import Document, Section, Source

MANUAL = {
    "Port images, 77417": "Paid once per five fractions. The manual does not say what a remainder counts.",
    "Weekly management, 77427": "Five fractions make one unit; three or four left over at the end count as one more.",
    "Physics, 77336": "Continuing medical physics consultation is technical and billed once per five fractions.",
}
UHC = {"Image guidance": "Report 77387-26 in the hospital. A claim without the modifier is denied."}
AETNA = {"Image guidance": "77387 is part of treatment delivery and not paid separately."}
VENDOR = {"Tips": "Bill 77417 per treatment session, not per image taken."}
OLD = {"IMRT": "Use 77385 for simple and 77386 for complex intensity-modulated delivery in the hospital."}
NEW = {"What ended": "77385 and 77386 ended on December 31, 2025. 77407 and 77412 take their place."}
SOCIETY = {"Who reads": "The physician reviews guidance images and approves the shifts before the next session."}


def document(name: str, sections: dict[str, str], **particulars: object) -> Document:
    source = Source.model_validate(
        {
            "id": name, "title": name.replace("-", " "), "publisher": "Tests", "authority": "society",
            "read_at": date(2026, 11, 22), "standing": "in_force", "payers": ("medicare",), "seen": "whole",
            "document": f"{name}.md", **particulars,
        }
    )  # fmt: skip
    parts = tuple(Section(mark=f"s{n}", heading=head, text=text) for n, (head, text) in enumerate(sections.items()))
    return Document(source=source, sections=parts)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a small index, built once."""
    where = tmp_path_factory.mktemp("retrieval")
    build_index(
        where,
        [
            document("claims-manual", MANUAL, authority="cms_manual"),
            document("uhc-policy", UHC, authority="payer", payers=("uhc",), in_force_from=date(2026, 3, 1)),
            document("aetna-policy", AETNA, authority="payer", payers=("aetna",)),
            document(
                "vendor-page", VENDOR, authority="vendor", payers=("any",), standing="disputed", standing_note="manual"
            ),
            document("old-rule", OLD, authority="regulation", in_force_to=date(2025, 12, 31)),
            document("new-rule", NEW, authority="regulation", in_force_from=date(2026, 1, 1)),
            document("society-faq", SOCIETY, codes=("77387",)),
            document(
                "society-faq-copy", {"Who reads": SOCIETY["Who reads"] + " Yes."}, codes=("77387",), authority="vendor"
            ),
        ],
    )
    return where


@pytest.fixture(scope="module")
def retriever(folder: Path):
    found = Retriever(folder)
    yield found
    found.close()


def sources(hits: list[Hit]) -> list[str]:
    return [hit.passage.source for hit in hits]


def test_a_code_finds_exactly_the_passages_that_name_it(retriever) -> None:
    """77417 is not near 77427: only what names it comes, the manual before the vendor."""
    hits = retriever.search("30 fractions, how many 77417?")
    assert sources(hits) == ["claims-manual", "vendor-page"]
    assert all("77417" in hit.passage.codes for hit in hits)
    assert hits[0].why == ("names 77417",)
    assert "disputed" in hits[1].why


@pytest.mark.parametrize("question", ["77418 units", "what about 99213 for a cold?", "G6099 in the office"])
def test_a_code_no_source_covers_finds_nothing(retriever, question: str) -> None:
    """Not covered is not covered: the neighbour of a code is never offered for it."""
    assert retriever.search(question) == []
    assert retriever.covered(("77418", "77417")) == {"77417"}


def test_codes_given_by_the_caller_count_before_those_in_the_words(retriever) -> None:
    """The reader knows that port films are 77417; retrieval takes its word for it."""
    assert sources(retriever.search("how often port films?", codes=("77417",))) == ["claims-manual", "vendor-page"]


def test_what_other_words_stand_for_is_no_answer_to_an_unknown_code(retriever) -> None:
    """ "77418, weekly management": the code is not covered, whatever code management is."""
    assert retriever.search("77418 weekly management", codes=("77418", "77427")) == []


def test_a_code_that_is_written_counts_before_one_that_is_meant(retriever) -> None:
    """77336 stands in the question, 77427 is carried along: 77336 answers although the other passage says "end"."""
    assert "77336" in retriever.search("77336 at the end", codes=("77427", "77336"))[0].passage.codes


def test_what_came_after_an_ended_code_comes_first(retriever) -> None:
    """Asked without a date, 77386 is found where its successors are named, then as it was."""
    assert ["new-rule", "old-rule"] == sources(retriever.search("77386, what now?"))


def test_texts_in_force_on_any_day_asked_about_may_answer(retriever) -> None:
    """A course across the turn of the year sees both rules."""
    hits = retriever.search("77386 delivery", payer="medicare", since=date(2025, 12, 1), on=date(2026, 1, 31))
    assert {"old-rule", "new-rule"} == set(sources(hits))


def test_a_passage_on_both_codes_comes_first(retriever) -> None:
    """Two codes in a question: who speaks of both answers it best."""
    assert sources(retriever.search("77386 or 77407?"))[0] == "new-rule"


def test_the_payers_own_text_comes_first_and_other_payers_not_at_all(retriever) -> None:
    """UnitedHealthcare's biller sees its policy, never Aetna's."""
    hits = retriever.search("77387 professional", payer="uhc", on=date(2026, 4, 1))
    assert sources(hits)[0] == "uhc-policy"
    assert "by or for uhc" in hits[0].why
    assert "aetna-policy" not in sources(hits)


@pytest.mark.parametrize(("day", "expected"), [(date(2025, 6, 1), "old-rule"), (date(2026, 2, 10), "new-rule")])
def test_the_date_of_service_picks_the_text_in_force(retriever, day: date, expected: str) -> None:
    """A question of 2025 sees the old rule, one of 2026 the new one."""
    assert sources(retriever.search("77386 complex delivery", payer="medicare", on=day)) == [expected]


def test_texts_out_of_force_come_back_marked_rather_than_as_not_covered(retriever) -> None:
    """When all that names a code is of another time, it is shown and says so."""
    (hit,) = retriever.search("modifier for 77387", codes=("77387",), payer="humana", on=date(2020, 1, 1))[:1]
    assert hit.passage.source == "society-faq"
    (old,) = retriever.search("77385", payer="medicare", on=date(2019, 1, 1))
    assert old.passage.source == "old-rule"


def test_a_disagreement_shows_every_side(retriever) -> None:
    """Asked for the sides, payers, disputed and superseded texts all come, each source at most twice."""
    hits = retriever.search("77387 paid separately?", payer="uhc", on=date(2026, 4, 1), disagreement=True)
    assert {"uhc-policy", "aetna-policy"} <= set(sources(hits))


def test_plain_words_find_by_meaning(retriever) -> None:
    """Without a code, words and vectors together find the passage, the real model included."""
    assert sources(retriever.search("weekly physics check, how often?"))[0] == "claims-manual"
    (hit, *_) = retriever.search("who has to approve portal imaging shifts before treating again")
    assert hit.passage.source == "society-faq"
    assert {"shares words", "close in meaning"} & set(hit.why)


def test_near_duplicates_collapse_into_the_better_one(retriever) -> None:
    """A page that copies another one word for word is not cited beside it."""
    assert sources(retriever.search("approve the shifts", codes=("77387",))).count("society-faq") == 1
    assert "society-faq-copy" not in sources(retriever.search("approve the shifts", codes=("77387",)))


@pytest.mark.parametrize("question", ["best pizza in town", "write me a poem", "", "???", '" OR 1=1 --', "NEAR( AND *"])
def test_another_world_finds_nothing_and_breaks_nothing(retriever, question: str) -> None:
    """Questions of another world, empty ones and search operators give no passage and no error."""
    assert retriever.search(question) == []


def test_filters_hold_for_vectors_too(retriever) -> None:
    """A question in plain words for one payer and date never brings another payer's or another time's text."""
    hits = retriever.search("image guidance paid separately", payer="uhc", on=date(2026, 1, 15))
    assert {"aetna-policy", "uhc-policy", "old-rule"}.isdisjoint(sources(hits))


def test_the_surroundings_of_a_citation_are_its_document(retriever) -> None:
    """A passage is shown between what stands before and after it in its document."""
    passage = retriever.search("77427")[0].passage
    before, text, after = retriever.surroundings(passage, 60)
    assert "remainder counts" in before
    assert text == passage.text == MANUAL["Weekly management, 77427"]
    assert "Physics, 77336" in after


def test_a_citation_is_found_again_by_its_id(retriever) -> None:
    """A stored answer can show its passage later; an unknown id is None."""
    passage = retriever.search("77336")[0].passage
    assert retriever.passage(passage.id) == passage
    assert retriever.passage("no such id") is None


def test_langchain_sees_an_ordinary_retriever(retriever) -> None:
    """As a runnable it gives documents whose text is the passage and whose metadata cites it."""
    chain = PassageRetriever(retriever=retriever, k=1)
    (found,) = chain.invoke("77417 units", payer="medicare")
    assert found.page_content == MANUAL["Port images, 77417"]
    assert ("claims-manual", "s0") == (found.metadata["source"], found.metadata["mark"])


def test_fusion_rewards_what_both_sides_found() -> None:
    """First by words and second by vectors beats first by vectors alone; nothing scores above one."""
    fused = {one: (score, how) for one, score, how in fuse(["both", "w"], ["v", "both"])}
    assert fused["both"][0] > fused["v"][0]
    assert ["shares words", "close in meaning"] == fused["both"][1]
    assert max(score for score, _ in fused.values()) <= 1.0


def test_a_question_with_a_code_loads_nothing_heavy(folder: Path) -> None:
    """From a cold start, a code is answered without torch, Chroma, sentence-transformers, numpy or LangChain."""
    code = (
        "import sys; from pathlib import Path; from assistant.retrieval import Retriever\n"
        f"assert Retriever(Path({str(folder)!r})).search('77417 units')\n"
        "print(*sorted({'torch','chromadb','sentence_transformers','numpy','langchain_core'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=os.environ)
    assert done.stdout.strip() == ""


def test_the_data_folder_can_be_copied_as_a_backup(folder: Path, tmp_path: Path) -> None:
    """A copy of the folder answers like the original, from wherever it lies."""
    shutil.copytree(folder, tmp_path / "copy")
    assert sources(Retriever(tmp_path / "copy").search("77417")) == ["claims-manual", "vendor-page"]


def test_threads_share_one_retriever(retriever) -> None:
    """The page asks from several threads at once: every answer is that of a lone question."""
    questions = ["77417 units", "weekly physics check, how often?", "77386 or 77407?", "77427"] * 5
    alone = [sources(retriever.search(question)) for question in questions]
    with ThreadPoolExecutor(4) as threads:
        together = list(threads.map(lambda question: sources(retriever.search(question)), questions))
    assert alone == together


def test_without_an_index_the_error_says_what_to_do(data_dir: Path) -> None:
    """An empty data folder raises the one error that names the command."""
    with pytest.raises(IndexMissing, match="secondcheck index"):
        Retriever(data_dir).search("77417")
