"""The list of sources is read strictly, and says what to change when it is wrong."""

from datetime import date
from pathlib import Path

import pytest

from corpus.sources import Source, SourcesError, authority_rank, load_sources, read_document

ENTRY = """
- id: first
  title: First source
  publisher: Somebody
  authority: society
  read_at: 2026-11-22
  standing: in_force
  payers: [medicare]
  codes: ["77417"]
  seen: whole
  document: first.md
"""
SECTION = "## Units {#units}\n\nOne unit of 77417 for five fractions.\n"


@pytest.fixture
def corpus(tmp_path):
    """A folder with one good source; `.edit` rewrites its list, `.write` a document."""

    class Corpus:
        path = tmp_path / "sources.yaml"
        documents = tmp_path / "documents"

        def edit(self, text: str) -> None:
            self.path.write_text(text, "utf-8")

        def write(self, name: str, text: str) -> None:
            (self.documents / name).write_text(text, "utf-8")

        def load(self) -> dict[str, Source]:
            load_sources.cache_clear()
            return load_sources(self.path, self.documents)

        def read(self):
            return read_document(self.load()["first"], self.documents)

    (tmp_path / "documents").mkdir()
    made = Corpus()
    made.edit(ENTRY)
    made.write("first.md", SECTION)
    yield made
    load_sources.cache_clear()


def source(**changes) -> Source:
    """A society source in force, with the fields named changed."""
    fields = {
        "id": "first", "title": "First source", "publisher": "Somebody", "authority": "society",
        "read_at": date(2026, 11, 22), "standing": "in_force", "payers": ("medicare",), "seen": "whole",
        "document": "first.md",
    }  # fmt: skip
    return Source.model_validate(fields | changes)


def test_a_good_source_loads_with_its_section(corpus):
    """Id, code, mark, heading and text come out as written."""
    section = corpus.read().sections[0]

    assert corpus.load()["first"].codes == ("77417",)
    assert (section.mark, section.heading) == ("units", "Units")
    assert section.text.startswith("One unit")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("title: First source", "titel: First source", "titel"),
        ('["77417"]', "[77417]", "codes.0"),
        ('["77417"]', '["7741"]', "codes.0"),
        ("[medicare]", "[medicar]", "payers.0"),
        ("[medicare]", "[]", "payers"),
        ("authority: society", "authority: blog", "authority"),
        ("standing: in_force", "standing: superseded", "standing_note"),
        ("seen: whole", "seen: whole\n  in_force_from: 2026-01-01\n  in_force_to: 2025-12-31", "lies before"),
        ("document: first.md", "document: second.md", "lacks second.md"),
        ("id: first", "id: First source", "id"),
        ("- id: first", "- id: [first", "cannot be read"),
    ],
)
def test_a_broken_entry_is_refused_by_name(corpus, old, new, says):
    """The message names the field that is wrong."""
    corpus.edit(ENTRY.replace(old, new))

    with pytest.raises(SourcesError, match=says):
        corpus.load()


def test_a_repeated_id_is_refused(corpus):
    """Two sources of one id would make a citation ambiguous."""
    corpus.edit(ENTRY + ENTRY.replace("first.md", "second.md"))
    corpus.write("second.md", SECTION)

    with pytest.raises(SourcesError, match="first stands twice"):
        corpus.load()


def test_a_document_of_two_sources_is_refused(corpus):
    """One document has one publisher."""
    corpus.edit(ENTRY + ENTRY.replace("id: first", "id: second"))

    with pytest.raises(SourcesError, match=r"two sources name the document first\.md"):
        corpus.load()


def test_a_document_that_no_source_names_is_refused(corpus):
    """A passage without publisher and dates must not reach the index."""
    corpus.write("orphan.md", SECTION)

    with pytest.raises(SourcesError, match=r"No source names orphan\.md"):
        corpus.load()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("No heading at all.\n", "outside a section"),
        ("Preface.\n\n" + SECTION, "outside a section"),
        (SECTION + "\n" + SECTION, "units stands twice"),
        (SECTION + "\n## Notes\n\nText.\n", "carries no mark"),
        (SECTION + "\n## Notes {#notes}\n", "is empty"),
    ],
)
def test_a_document_with_a_passage_that_cannot_be_cited_is_refused(corpus, text, says):
    """Each passage lies under exactly one mark."""
    corpus.write("first.md", text)

    with pytest.raises(SourcesError, match=says):
        corpus.read()


def test_a_missing_list_says_which_file(tmp_path):
    """The message names the file to restore."""
    with pytest.raises(SourcesError, match=r"sources\.yaml"):
        load_sources(Path(tmp_path) / "sources.yaml", tmp_path)


def test_dates_are_inclusive_and_a_missing_end_is_open():
    """The first and the last day belong to the source."""
    dated = source(in_force_from=date(2015, 1, 1), in_force_to=date(2025, 12, 31))

    assert [
        dated.holds_on(day) for day in (date(2014, 12, 31), date(2015, 1, 1), date(2025, 12, 31), date(2026, 1, 1))
    ] == [False, True, True, False]
    assert source().holds_on(date(1999, 1, 1))


def test_a_manual_leads_on_counting_and_a_file_on_payment():
    """The same two sources change places with the matter."""
    manual, file = source(authority="cms_manual"), source(authority="cms_file")

    assert authority_rank(manual, "counting") < authority_rank(file, "counting")
    assert authority_rank(file, "payment") < authority_rank(manual, "payment")


def test_the_order_of_the_design_holds_below_cms():
    """CPT guideline, society, older society, contractor, payer, vendor."""
    older = source(standing="superseded", standing_note="by the current page")
    named = [source(authority=name) for name in ("cpt_guideline", "society", "mac", "payer", "vendor")]
    ranked = [named[0], named[1], older, *named[2:]]

    ranks = [authority_rank(one, "counting") for one in ranked]

    assert ranks == sorted(set(ranks))


def test_a_payer_leads_for_its_own_members_only():
    """Medicare's manual does not bind Aetna's members, nor Aetna's policy anybody else's."""
    policy, manual = source(authority="payer", payers=("aetna",)), source(authority="cms_manual")

    assert authority_rank(policy, "counting", payer="aetna") < authority_rank(manual, "counting", payer="aetna")
    assert authority_rank(policy, "counting", payer="uhc") > authority_rank(manual, "counting", payer="uhc")


def test_what_was_in_force_on_the_day_is_not_ranked_as_ended():
    """The fee schedule of 2025 is superseded today and binding for a service of 2025."""
    file = source(
        authority="cms_file", standing="superseded", standing_note="by the file of 2026",
        in_force_from=date(2025, 1, 1), in_force_to=date(2025, 12, 31),
    )  # fmt: skip
    vendor = source(authority="vendor")

    assert authority_rank(file, "payment", day=date(2025, 6, 1)) < authority_rank(vendor, "payment")
    assert authority_rank(file, "payment", day=date(2026, 6, 1)) > authority_rank(vendor, "payment")
