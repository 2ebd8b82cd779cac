"""Settings: environment, then file, then default; a misspelt one is refused, a key never is one."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from assistant.errors import SettingsError
from assistant.settings import FILE_NAME, PREFIX, TRACING, Settings, load_settings, today


def from_environment(folder: Path, **values: str) -> Settings:
    return load_settings({f"{PREFIX}DATA_DIR": str(folder), **values}, checkout=folder / "checkout")


def test_nothing_set_means_offline_and_no_model(tmp_path: Path) -> None:
    """Out of the box nothing is fetched and nothing is sent."""
    settings = from_environment(tmp_path)
    assert not settings.model
    assert not settings.langsmith


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    """A setting for one call does not need an edited file."""
    (tmp_path / FILE_NAME).write_text('model = "ollama:qwen3"\nmodel_timeout_seconds = 12\n')
    settings = from_environment(tmp_path, SECONDCHECK_MODEL="openai:gpt")
    assert settings.model == "openai:gpt"
    assert settings.model_timeout_seconds == 12


def test_the_checkout_s_file_wins_over_the_data_folder_s(tmp_path: Path) -> None:
    """A developer's checkout can differ from what is installed beside it."""
    (tmp_path / "checkout").mkdir()
    (tmp_path / "checkout" / FILE_NAME).write_text('today = "2026-01-02"\n')
    (tmp_path / FILE_NAME).write_text('today = "2026-05-06"\nmodel_timeout_seconds = 7\n')
    settings = from_environment(tmp_path)
    assert settings.today == date(2026, 1, 2)
    assert settings.model_timeout_seconds == 7


def test_an_empty_variable_counts_as_unset(tmp_path: Path) -> None:
    """Compose files pass empty variables on."""
    assert from_environment(tmp_path, SECONDCHECK_TODAY="", SECONDCHECK_MODEL=" ").today is None


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("SECONDCHECK_MODLE", "x", "Did you mean SECONDCHECK_MODEL?"),
        ("SECONDCHECK_XYZ", "x", "README lists the settings"),
        ("SECONDCHECK_TODAY", "22/11/26", "For example: 2026-11-22"),
        ("SECONDCHECK_MODEL", "gpt-4o", "openai:gpt-4o"),
        ("SECONDCHECK_MODEL_TIMEOUT_SECONDS", "0", "greater than 0"),
        ("SECONDCHECK_MODEL_BASE_URL", "localhost:80", "http://"),
        ("SECONDCHECK_MODEL_BASE_URL", "http://user:sk-secret@host/", "no user name or key"),
        ("SECONDCHECK_LANGSMITH", "perhaps", "boolean"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(tmp_path: Path, name: str, value: str, words: str) -> None:
    """One sentence says which setting, why, and what to write."""
    with pytest.raises(SettingsError) as refused:
        from_environment(tmp_path, **{name: value})
    assert words in str(refused.value)
    assert name in str(refused.value)
    assert "sk-secret" not in str(refused.value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("modle = 1", "Did you mean model?"),
        ("api_key = 'sk-secret'", "is not a setting"),
        ("model = ", "cannot be read"),
        ('data_dir = "/else"', "lies in that folder itself"),
        ("\x00", "cannot be read"),
    ],
)
def test_a_file_that_cannot_be_used_is_named(tmp_path: Path, text: str, words: str) -> None:
    """The message names the file, never a value in it."""
    (tmp_path / FILE_NAME).write_text(text)
    with pytest.raises(SettingsError) as refused:
        from_environment(tmp_path)
    assert words in str(refused.value)
    assert FILE_NAME in str(refused.value)
    assert "sk-secret" not in str(refused.value)


def test_tracing_is_forced_off_unless_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """LangSmith's own variables on a machine must not send a clinic's questions away."""
    for name in TRACING:
        monkeypatch.setenv(name, "true")
    from_environment(tmp_path, SECONDCHECK_LANGSMITH="true")
    assert {os.environ[name] for name in TRACING} == {"true"}
    from_environment(tmp_path)
    assert {os.environ[name] for name in TRACING} == {"false"}


def test_today_enters_in_one_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """An audit can pin the date that counts as today."""
    assert today() == date(2026, 11, 22)
    monkeypatch.setenv("SECONDCHECK_TODAY", "2025-03-04")
    assert today() == date(2025, 3, 4)


def test_a_home_folder_is_understood(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """~ means the same here as in a shell."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert Settings(data_dir=Path("~/sc")).data_dir == tmp_path / "sc"


def test_reading_settings_imports_nothing_heavy() -> None:
    """Every command pays for this import."""
    loaded = "import sys, assistant.settings; print(*sys.modules)"
    modules = set(subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True).stdout.split())
    assert "pydantic" in modules
    assert not modules & {"torch", "chromadb", "langchain_core", "streamlit", "pydantic_settings", "asyncio"}
