"""What holds for every test: no network, a fixed today, a data folder of its own."""

from __future__ import annotations

import os
import runpy
import shutil
import tempfile
from pathlib import Path

import pytest

OFFLINE = str(Path(__file__).parent / "offline")

# Set before any module of ours is imported, so that no test can see the developer's own settings or keys.
for name in [name for name in os.environ if name.startswith("SECONDCHECK_") or name.endswith("_API_KEY")]:
    del os.environ[name]
DATA_DIR = Path(tempfile.mkdtemp(prefix="secondcheck-tests-"))
os.environ |= {
    "SECONDCHECK_TODAY": "2026-11-22",
    "SECONDCHECK_DATA_DIR": str(DATA_DIR),
    "PYTHONPATH": os.pathsep.join(filter(None, [OFFLINE, os.environ.get("PYTHONPATH")])),
    "NO_COLOR": "1",
    "COLUMNS": "100",
}
runpy.run_path(f"{OFFLINE}/sitecustomize.py")  # subprocesses find it through PYTHONPATH, this one needs telling

# A settings file in the developer's checkout is not the suite's business either.
import assistant.settings

assistant.settings.CHECKOUT = DATA_DIR / "no-checkout"


def pytest_sessionfinish() -> None:
    shutil.rmtree(DATA_DIR, ignore_errors=True)


@pytest.fixture
def data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty data folder that only this test sees."""
    folder = tmp_path / "data"
    monkeypatch.setenv("SECONDCHECK_DATA_DIR", str(folder))
    return folder
