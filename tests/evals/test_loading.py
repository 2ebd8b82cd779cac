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
