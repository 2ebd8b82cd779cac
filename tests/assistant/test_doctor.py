"""The doctor says how each part is and what to do about it, and never fails itself."""

from __future__ import annotations

import shutil
import sys
from collections import namedtuple
from importlib import metadata, util
from pathlib import Path

import pytest

from assistant import doctor, indexing
from assistant.errors import ModelUnavailable
from assistant.settings import Settings

Usage = namedtuple("Usage", "total used free")


def by_part() -> dict[str, doctor.Check]:
    return {check.part: check for check in doctor.examine()}


def test_everything_is_examined_without_an_index(data_dir: Path) -> None:
    """On a fresh machine only the index is missing, and the remedy is a command."""
    checks = by_part()
    assert list(checks) == [
        "python",
        "packages",
        "embedding model",
        "settings",
        "disk",
        "data folder",
        "index",
        "chat model",
    ]
    assert checks["index"].state == "fail"
    assert "secondcheck index" in checks["index"].remedy
    assert {check.state for part, check in checks.items() if part != "index"} == {"ok"}


def test_every_part_that_is_not_well_names_a_remedy(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is left with a bare complaint."""
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(1, 1, 1))
    monkeypatch.setattr(util, "find_spec", lambda _: None)

    def absent(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", absent)
    monkeypatch.setenv("SECONDCHECK_MODEL", "nowhere:x")
    data_dir.write_text("a file where the folder should be")
    unwell = [check for check in doctor.examine() if check.state != "ok"]
    assert [check.part for check in unwell] == [
        "packages",
        "embedding model",
        "disk",
        "data folder",
        "index",
        "chat model",
    ]
    assert all(check.says and check.remedy for check in unwell)


def test_settings_that_cannot_be_read_end_the_examination(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without settings nobody knows which folder or model to look at."""
    monkeypatch.setenv("SECONDCHECK_MODLE", "x")
    *_, last = doctor.examine()
    assert (last.part, last.state) == ("settings", "fail")
    assert "SECONDCHECK_MODEL" in last.remedy


@pytest.mark.parametrize(("current", "state"), [(True, "ok"), (False, "warn")])
def test_an_index_of_other_sources_is_a_warning(
    current: bool, state: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It still answers, from what it was built of."""
    monkeypatch.setattr(indexing, "is_up_to_date", lambda _: current)
    assert doctor.index(tmp_path).state == state


def test_a_model_is_asked_only_when_one_is_configured() -> None:
    """Without a model the doctor reaches nothing."""

    def asked(_: Settings) -> None:
        raise ModelUnavailable("It is down.")

    assert doctor.model(Settings(), asked).state == "ok"
    assert doctor.model(Settings(model="fake:ready"), asked).state == "warn"
    assert "fake:ready. answered" in doctor.model(Settings(model="fake:ready.")).says


def test_the_doctor_imports_no_model(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It answers at once: the embedding model is looked at, not loaded."""
    before = "torch" in sys.modules
    assert doctor.embedding_model().state == "ok"
    assert ("torch" in sys.modules) == before
