"""Case files: the ones we ship, and malformed ones that are refused by name."""

from pathlib import Path

import pytest

from corpus.sources import load_sources
from evals.loading import MalformedCase, read_claims, read_prose, read_queries, read_questions


def test_there_are_as_many_cases_as_the_scoreboard_promises():
    assert len(read_questions()) >= 250
    assert len(read_prose()) >= 400
    assert len({row.cells["claim_id"] for row in read_claims()}) >= 100
    assert len(read_queries()) >= 150


def test_every_source_a_case_names_is_one_we_hold_or_a_file_of_facts():
    held = load_sources()
    named = {case.source for case in (*read_questions(), *read_prose())} | {
        s for q in read_queries() for s in q.sources
    }
    assert {
        name for name in named if name not in held and not name.startswith(("facts/", "design", "contract", "issue"))
    } == set()


def test_a_wrong_field_is_refused_with_file_case_and_field(tmp_path: Path):
    folder = tmp_path / "questions"
    folder.mkdir()
    (folder / "odd.yaml").write_text("cases: [{id: a, ask: b, source: c, confidence: certain}]", "utf-8")
    with pytest.raises(MalformedCase, match=r"odd\.yaml, case a, field confidence"):
        read_questions(tmp_path)


def test_an_unknown_field_is_refused(tmp_path: Path):
    folder = tmp_path / "questions"
    folder.mkdir()
    (folder / "odd.yaml").write_text("cases: [{id: a, ask: b, source: c, confidence: low, unitz: {}}]", "utf-8")
    with pytest.raises(MalformedCase, match="unitz"):
        read_questions(tmp_path)


def test_two_cases_of_one_name_are_refused(tmp_path: Path):
    folder = tmp_path / "questions"
    folder.mkdir()
    one = "{id: a, ask: b, source: c, confidence: low}"
    (folder / "twice.yaml").write_text(f"cases: [{one}, {one}]", "utf-8")
    with pytest.raises(MalformedCase, match="Two cases are called a"):
        read_questions(tmp_path)


def test_a_file_that_is_no_yaml_is_refused(tmp_path: Path):
    folder = tmp_path / "prose"
    folder.mkdir()
    (folder / "broken.yaml").write_text("groups: [", "utf-8")
    with pytest.raises(MalformedCase, match=r"broken\.yaml is not YAML"):
        read_prose(tmp_path)


def test_a_claim_row_with_a_cell_too_few_is_refused(tmp_path: Path):
    folder = tmp_path / "claims"
    folder.mkdir()
    (folder / "short.yaml").write_text("columns: [claim_id, code]\nrows: [[k1, fail, units]]", "utf-8")
    with pytest.raises(MalformedCase, match="row 1: 3 cells, 4 are wanted"):
        read_claims(tmp_path)


@pytest.mark.parametrize(
    ("kind", "text", "told"),
    [
        ("questions", "cases: [what is 77427]", "odd.yaml, cases 1: a mapping is wanted, this is a str"),
        ("questions", "cases: [{id: a, source: s, confidence: low}]", "odd.yaml, case a, field ask"),
        ("questions", "cases: {id: a}", "odd.yaml: the list 'cases' is missing"),
        ("questions", "[]", "odd.yaml: a mapping is wanted, this is a list"),
        ("questions", "cases: [{ask: b, source: c, confidence: low, dos: soon}]", "odd.yaml, case 1, field (id|dos)"),
        ("prose", "groups: [{id: g, source: s, confidence: low, right: Bill 6.}]", "odd.yaml, group g, field right"),
        ("prose", "groups: [{id: g, confidence: low, wrong: [Bill 7.]}]", "odd.yaml, group g, wrong 1, field source"),
        ("prose", "groups: [g]", "odd.yaml, groups 1: a mapping is wanted"),
        ("claims", "rows: [[k1, pass, '-']]", "odd.yaml: the list 'columns' is missing"),
        ("claims", "columns: [claim_id]\nrows: [k1]", "odd.yaml, row 1: a list of cells is wanted"),
        ("claims", "columns: [claim_id]\nrows: [[k1, maybe, '-']]", "odd.yaml, row 1, field verdict"),
    ],
)
def test_whatever_is_wrong_with_a_file_is_named(tmp_path: Path, kind: str, text: str, told: str):
    (tmp_path / kind).mkdir()
    (tmp_path / kind / "odd.yaml").write_text(text, "utf-8")
    read = {"questions": read_questions, "prose": read_prose, "claims": read_claims}[kind]
    with pytest.raises(MalformedCase, match=told):
        read(tmp_path)


def test_a_family_s_second_batch_counts_with_its_family():
    families = {(case.family, case.batch) for case in read_questions()}
    assert {("missing", 1), ("missing", 2)} <= families
    assert not [family for family, _ in families if family.endswith("_second")]


@pytest.mark.parametrize(
    ("what", "number"),
    [
        ("followups", 20), ("premises", 20), ("sources", 20), ("missing", 20), ("scope", 20), ("identifiers", 20),
        ("units", 80), ("modifiers", 40), ("pairs", 25), ("validity", 40), ("levels", 30), ("payers", 20),
        ("documentation", 15), ("definitions", 20),
    ],
)  # fmt: skip
def test_each_family_is_large_enough_to_mean_something(what: str, number: int):
    assert sum(case.family == what for case in read_questions()) >= number
