"""What the repository may hold: no machine's paths, no secrets, no oversized modules, no undeclared packages."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from functools import cache
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OURS = ("assistant", "corpus", "ui", "evals", "tests")
MOST_LINES = 300
MOST_LINES_OF_LISTS = 400  # cases and phrases stand one below the other; their number is no complexity
LISTS = ("tests/", "evals/", "assistant/reading/")
# Longer for a reason, which stands here. Everything else is split by what it does.
LONG = {
    "assistant/conversation.py": "one conversation from turn to turn: each of its steps needs what the others hold",
    "assistant/checking/clauses/frames.py": "the frames that advice comes in, one below the other; no logic",
    "assistant/reading/names.py": "first names, one a line",
}
# Needed without an import of ours, and why.
USED_BY_NAME = {"pytest", "ruff", "mypy", "types-PyYAML"}  # commands, and what mypy reads
OPTIONAL = {"langchain-openai", "langchain-anthropic", "langchain-ollama", "slack-bolt"}  # LangChain imports by name
BROUGHT_ALONG = {"transformers"}  # sentence-transformers is made of it; its version is chosen there
# Put together here, so that this file does not hold what it looks for.
REGISTRIES = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"), ("pythonhosted", "org"), ("download", "pytorch", "org"), ("npmjs", "org"),
        ("deb", "debian", "org"), ("proxy", "golang", "org"), ("crates", "io"),
    )
]  # fmt: skip
MACHINE_PATH = re.compile(r"(?<![\w.:/~-])/(?:work|opt|root|home/[a-z]\w*|Users/[A-Za-z]\w*)/[\w.]")
SECRET = re.compile(
    r"\bsk-[A-Za-z0-9_-]{20,}|\bgh[pousr]_[A-Za-z0-9]{30,}|\bAKIA[0-9A-Z]{16}\b|\bxox[abpr]-[\w-]{20,}"
    r"|-----BEGIN [A-Z ]*PRIVATE KEY"
)


@cache
def tracked() -> tuple[Path, ...]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode:
        pytest.skip("not a git checkout, so nothing says which files belong to the project")
    return tuple(file for name in listed.stdout.split("\0") if name and (file := ROOT / name).is_file())


@cache
def texts() -> dict[str, str]:
    found = {}
    for file in tracked():
        try:
            found[file.relative_to(ROOT).as_posix()] = file.read_text("utf-8")
        except UnicodeDecodeError:
            continue  # pictures and other binary files
    return found


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{name}:{number}"
        for name, text in texts().items()
        for number, line in enumerate(text.splitlines(), start=1)
        if pattern.search(line)
    ]


def test_no_registry_is_named() -> None:
    """Where packages come from is the machine's business: write it in words."""
    assert not lines_with(re.compile("|".join(map(re.escape, REGISTRIES)), re.I))


def test_no_path_of_one_machine() -> None:
    """A path that exists on one computer only breaks on every other."""
    assert not lines_with(MACHINE_PATH)


def test_no_secret() -> None:
    """A key in a commit is a key for everybody."""
    assert not lines_with(SECRET)


def test_python_files_stay_small() -> None:
    """A module that grows does more than one thing: split it, or give the reason in LONG."""
    long = {
        name: count
        for name, text in texts().items()
        if name.endswith(".py")
        and (count := text.count("\n")) > (MOST_LINES_OF_LISTS if name.startswith(LISTS) else MOST_LINES)
    }
    unexplained = {name: count for name, count in long.items() if name not in LONG}
    assert not unexplained, f"too long: {unexplained}"
    assert set(LONG) <= set(texts()), "LONG names a file that is gone"


def test_modules_are_named_after_what_they_know() -> None:
    """A helper, a utility and a manager could hold anything."""
    empty = re.compile(r"(?:^|[_/])(?:helpers?|utils?|utilities|managers?|misc|common)(?:[_/.]|$)")
    assert not [name for name in texts() if name.endswith(".py") and empty.search(name)]


def test_every_module_says_what_it_is_for() -> None:
    """The first line of a file tells whether to read on."""
    silent = [
        name
        for name, text in texts().items()
        if name.endswith(".py") and text.strip() and ast.get_docstring(ast.parse(text)) is None
    ]
    assert not silent


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    """A package that somebody else brings along leaves with somebody else's next release."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    declared = {
        re.split(r"[<>=!~\[; ]", one)[0] for group in (project["dependencies"], *extras.values()) for one in group
    }
    by_module = metadata.packages_distributions()
    imported = set()
    for name, text in texts().items():
        if name.endswith(".py"):
            imported |= {module.split(".")[0] for module in _modules(ast.parse(text))}
    known = {*sys.stdlib_module_names, *OURS}
    needed = {by_module[module][0] for module in imported - known if module in by_module}
    missing = {_plain(name) for name in needed} - {_plain(name) for name in declared | BROUGHT_ALONG}
    assert not missing, f"imported and not declared: {sorted(missing)}"
    unused = {_plain(name) for name in declared - USED_BY_NAME - OPTIONAL} - {_plain(name) for name in needed}
    assert not unused, f"declared and never imported: {sorted(unused)}"


def test_an_installed_package_brings_its_data() -> None:
    """A file that only a checkout has is missing for everybody else."""
    setuptools = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]
    left_behind = [
        file.relative_to(ROOT).as_posix()
        for package, globs in setuptools["package-data"].items()
        for file in tracked()
        if file.is_relative_to(ROOT / package) and file.suffix != ".py"
        if not any(file in set((ROOT / package).glob(one)) for one in globs)
    ]
    assert not left_behind, f"Name them under [tool.setuptools.package-data]: {left_behind}"


def _modules(tree: ast.Module) -> set[str]:
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
