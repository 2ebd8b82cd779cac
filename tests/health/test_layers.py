"""Arrows point one way: ui → assistant → corpus, and a unit count needs no model, no index, no chain."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = {"langchain", "langchain_core", "langchain_chroma", "chromadb", "torch", "sentence_transformers", "streamlit"}
FORBIDDEN = {
    "corpus": {"assistant", "ui", "evals", "tests"},
    "assistant": {"ui", "evals", "tests"},
    "assistant/rules": HEAVY | {"assistant.checking", "assistant.drafting", "assistant.chain"},
    "assistant/reading": HEAVY | {"assistant.drafting", "assistant.chain"},
    # The gate may know a rule's own sentence; it must not know who drafted.
    "assistant/checking": HEAVY | {"assistant.drafting.composer", "assistant.drafting.chat_model", "assistant.chain"},
    "ui": {"evals", "tests"},
}


def imports(file: Path) -> Iterator[tuple[int, str]]:
    """Every module that a file imports, also inside functions, with its line."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.lineno, node.module
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


@pytest.mark.parametrize("folder", FORBIDDEN)
def test_imports_point_one_way(folder: str) -> None:
    """A lower room knows nothing of the rooms above it."""
    wrong = [
        f"{file.relative_to(ROOT)}:{line} imports {module}"
        for file in sorted((ROOT / folder).rglob("*.py"))
        for line, module in imports(file)
        if any(module == barred or module.startswith(f"{barred}.") for barred in FORBIDDEN[folder])
    ]
    assert not wrong, "Move what is needed down, or pass it in as an argument:\n" + "\n".join(wrong)


@pytest.mark.parametrize("package", ["assistant.rules", "assistant.reading", "assistant.checking"])
def test_rules_and_reader_start_without_anything_heavy(package: str) -> None:
    """Also not by a detour: a unit count answers in milliseconds from a cold start."""
    folder = ROOT / package.replace(".", "/")
    modules = [f"{package}.{file.stem}" for file in sorted(folder.glob("*.py")) if file.stem != "__init__"]
    code = f"import sys, importlib; [importlib.import_module(name) for name in {modules}]; print(*sys.modules)"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, timeout=60)
    assert ended.returncode == 0, ended.stderr
    loaded = set(ended.stdout.split()) & HEAVY
    assert not loaded, f"{package} loads {sorted(loaded)}: import it inside the function that needs it"


def test_importing_the_public_api_loads_nothing_heavy() -> None:
    """`from assistant import Answer` is cheap for programs that only read answers."""
    code = "import sys; from assistant import Answer; print(*sys.modules)"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, timeout=60).stdout
    assert out
    assert not set(out.split()) & HEAVY
