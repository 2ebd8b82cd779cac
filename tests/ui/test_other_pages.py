"""Second-check a text, Sources, About."""

from __future__ import annotations

import html
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hand_made import VERDICT, seen
from streamlit.testing.v1 import AppTest

from corpus.library import list_documents
from corpus.sources import Source, SourcesError
from ui import scores, shelf

Visit = Callable[..., AppTest]


def press(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label == label).click()
    return app.run()


def source(**said: object) -> Source:
    return Source.model_validate(
        {
            "id": "manual", "title": "Manual, chapter 13", "publisher": "CMS", "authority": "cms_manual",
            "read_at": date(2026, 11, 22), "standing": "in_force", "payers": ("medicare",), "codes": ("77427",),
            "seen": "whole", "document": "manual.md", **said,
        }
    )  # fmt: skip


SOURCES = (
    source(id="vendor", title="Vendor page $5 *x*", authority="vendor", publisher="MedPayIQ", codes=("77417",)),
    source(in_force_from=date(2020, 1, 1)),
    source(id="old", title="Old manual", standing="superseded", standing_note="by chapter 13 in 2020", codes=()),
)


def test_a_pasted_text_is_marked_sentence_by_sentence(visit: Visit) -> None:
    """The page sums up and marks each statement."""
    app = visit("second_check")
    app.text_area(key="pasted").set_value("Bill 77427 x 5 for the 28 fractions.")
    page = seen(press(app, "Check it"))
    assert "3 statements: 1 holds, 1 does not hold, 1 cannot be verified." in page
    assert "28 fractions make 6 units" in page


def test_identifiers_and_payer_reach_the_check_as_they_should(visit: Visit) -> None:
    """The text is cleaned before it is checked, and the payer chosen goes along."""
    calls: list[tuple[str, object]] = []

    def verify(text: str, facts: object) -> object:
        calls.append((text, facts))
        return VERDICT

    app = visit("second_check", verify=verify)
    app.text_area(key="pasted").set_value("MRN 4471923: bill 77427 x 5.")
    app.selectbox(key="paste-payer").set_value("aetna")
    press(app, "Check it")
    assert calls == [("MRN [record number]: bill 77427 x 5.", {"payer": "aetna"})]


def test_an_empty_text_is_not_checked(visit: Visit) -> None:
    """Without a text the page asks for one."""
    assert "nothing to check yet" in seen(press(visit("second_check"), "Check it"))


def test_a_check_that_fails_keeps_the_text(visit: Visit) -> None:
    """A failure is explained and the pasted text stays in its box."""

    def verify(text: str, facts: object) -> object:
        raise ValueError(text)

    app = visit("second_check", verify=verify)
    app.text_area(key="pasted").set_value("bill it")
    press(app, "Check it")
    assert not app.exception
    assert "Something failed on our side" in seen(app)
    assert app.text_area(key="pasted").value == "bill it"


def test_the_example_fills_the_box(visit: Visit) -> None:
    """One click shows what may be pasted."""
    app = press(visit("second_check"), "Try an example")
    assert "77427 x 5" in app.text_area(key="pasted").value


def test_sources_stand_most_binding_first(visit: Visit) -> None:
    """Manuals before vendors, each with dates and standing."""
    page = seen(visit("sources", sources=SOURCES))
    assert page.index("Manual, chapter 13") < page.index("Old manual") < page.index("Vendor page $5 *x*")
    assert "from January 1, 2020" in page
    assert "superseded: by chapter 13 in 2020" in page
    assert "3 sources" in page


def test_sources_can_be_searched(visit: Visit) -> None:
    """A code finds the sources that are about it, and the page counts them."""
    app = visit("sources", sources=SOURCES)
    app.text_input(key="search").set_value("77417").run()
    assert "1 of 3 sources" in seen(app)
    assert "Manual, chapter 13" not in seen(app)


def test_a_search_without_result_says_so(visit: Visit) -> None:
    """An empty shelf is explained."""
    app = visit("sources", sources=SOURCES)
    app.text_input(key="search").set_value("chiropractic").run()
    assert "Nothing matches" in seen(app)


def test_sources_by_kind() -> None:
    """The kind narrows the shelf."""
    assert [found.id for found in shelf.found(SOURCES, authority="vendor")] == ["vendor"]


def test_a_broken_list_of_sources_is_explained(visit: Visit) -> None:
    """The page shows the reason and still offers the upload."""

    class Broken:
        def __iter__(self) -> object:
            raise SourcesError("sources.yaml is not valid YAML. Correct line 7.")

    app = visit("sources", sources=Broken())
    assert not app.exception
    assert "Correct line 7." in seen(app)
    assert app.file_uploader(key="files")


@pytest.fixture
def built() -> list[str]:
    return []


@pytest.fixture
def library(visit: Visit, data_dir: Path, built: list[str]) -> AppTest:
    """The Sources page with an empty library and a build that only says it was called."""
    return visit("sources", sources=SOURCES, build=lambda progress: built.append("built"))


POLICY = b"# Radiation policy\n\nEffective 2026-03-01. Aetna pays 77417 once per five fractions for its members.\n"


def test_an_uploaded_document_is_kept_and_indexed(library: AppTest, data_dir: Path, built: list[str]) -> None:
    """The file is in the library with the payer that was given, and the index was built."""
    library.file_uploader(key="files").set_value(("policy.md", POLICY, "text/markdown"))
    library.selectbox(key="bring-payer").set_value("aetna")
    press(library, "Add")
    assert not library.exception
    assert [(entry.name, entry.payer) for entry in list_documents(data_dir)] == [("policy.md", "aetna")]
    assert built == ["built"]


def test_guesses_are_shown_and_can_be_corrected(library: AppTest, data_dir: Path) -> None:
    """What was guessed is named; a corrected title is kept and no longer a guess."""
    library.file_uploader(key="files").set_value(("policy.md", POLICY, "text/markdown"))
    press(library, "Add")
    assert "Guessed, please check: title" in seen(library)
    entry = list_documents(data_dir)[0]
    library.text_input(key=f"title-{entry.id}").set_value("Aetna 0083")
    press(library, "That is right")
    corrected = list_documents(data_dir)[0]
    assert (corrected.title, "title" in corrected.guessed) == ("Aetna 0083", False)


def test_a_document_can_be_removed(library: AppTest, data_dir: Path) -> None:
    """Removed is gone from the library at once."""
    library.file_uploader(key="files").set_value(("policy.md", POLICY, "text/markdown"))
    press(library, "Add")
    press(library, "Remove")
    assert list_documents(data_dir) == []


def test_a_bad_file_does_not_stop_a_good_one(library: AppTest, data_dir: Path) -> None:
    """The empty file is explained by name, the other one is added."""
    library.file_uploader(key="files").set_value(
        [("empty.pdf", b"", "application/pdf"), ("policy.md", POLICY, "text/markdown")]
    )
    press(library, "Add")
    assert "empty\\.pdf" in seen(library)
    assert [entry.name for entry in list_documents(data_dir)] == ["policy.md"]


def test_unreadable_dates_are_explained(library: AppTest, data_dir: Path) -> None:
    """A date that is none keeps the document out and says how to write one."""
    library.file_uploader(key="files").set_value(("policy.md", POLICY, "text/markdown"))
    library.text_input(key="bring-from").set_value("whenever")
    press(library, "Add")
    assert "is no date we can read" in seen(library)
    assert list_documents(data_dir) == []


def test_reversed_dates_are_explained(library: AppTest, data_dir: Path) -> None:
    """A document that ends before it begins is refused in words and stays as it was."""
    library.file_uploader(key="files").set_value(("policy.md", POLICY, "text/markdown"))
    press(library, "Add")
    entry = list_documents(data_dir)[0]
    library.text_input(key=f"from-{entry.id}").set_value("2026-03-01")
    library.text_input(key=f"until-{entry.id}").set_value("2025-01-01")
    press(library, "That is right")
    assert "before it begins" in seen(library)
    assert list_documents(data_dir) == [entry]


def test_about_tells_what_it_is_and_where_it_ends(visit: Visit) -> None:
    """The four things a reader wants to know are there."""
    page = seen(visit("about"))
    for heading in (
        "What it is",
        "What it covers",
        "Where it ends",
        "What happens to your questions",
        "How good it is",
    ):
        assert heading in page


def test_about_carries_the_scores_of_the_last_report(visit: Visit) -> None:
    """Every row of the short table stands there, with its n and interval, and what the figures are worth."""
    page = seen(visit("about"))
    held = json.loads((Path(__file__).parents[2] / "evals" / "scores.json").read_text("utf-8"))
    assert len(held["short"]) >= 8
    for row in held["short"]:
        assert "".join(f"<td>{html.escape(cell)}</td>" for cell in row) in page
    assert "no first sight" in page


@pytest.mark.parametrize("told", [None, "{", "[]", "{}"])
def test_about_without_a_report_says_how_to_make_one(told: str | None, tmp_path: Path) -> None:
    """A missing or broken file costs the table, not the page."""
    file = tmp_path / "scores.json"
    if told is not None:
        file.write_text(told, "utf-8")
    assert "secondcheck eval" in scores.as_section(scores.last(file))
