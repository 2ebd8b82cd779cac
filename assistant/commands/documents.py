"""`secondcheck index`, `add` and `sources`: what the answers are looked up in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from assistant.commands.facts import day
from assistant.errors import InputError

if TYPE_CHECKING:
    from assistant.indexing import Progress

sources = typer.Typer(name="sources", help="List, show or remove the sources.", rich_markup_mode=None)


def index() -> None:
    """Build the index, or bring it up to date."""
    from assistant.settings import load_settings

    bring_up_to_date(load_settings().data_dir)


def add(
    path: Annotated[Path, typer.Argument(help="A file, or a folder of files.")],
    payer: Annotated[str | None, typer.Option(help="Whose rule it is: aetna, uhc, bcbs:<plan>, any, …")] = None,
    effective: Annotated[str | None, typer.Option(metavar="DATE", help="First date of service it holds for.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Last date of service it holds for.")] = None,
    authority: Annotated[str | None, typer.Option(help="How binding it is: payer, mac, society, education, …")] = None,
    title: Annotated[str | None, typer.Option(help="Title to cite it by.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published it.")] = None,
) -> None:
    """Add your own documents: PDF, HTML, Word, Markdown, text or CSV. What is not given is guessed and shown."""
    from assistant.settings import load_settings
    from corpus.library import Unchanged, add_document
    from corpus.loaders import UnreadableDocument, files_in

    if not path.exists():
        raise InputError(f"{path} does not exist.", "", "Give the path of a file or of a folder of files.")
    data_dir = load_settings().data_dir
    given: dict[str, Any] = {
        "payer": payer.strip().lower() if payer else None,
        "effective": day(effective, "--effective"),
        "until": day(until, "--until"),
        "authority": authority,
        "title": title,
        "publisher": publisher,
    }
    refused = 0
    for file in files_in(path) if path.is_dir() else [path]:
        try:
            outcome = add_document(data_dir, file, **given)
        except UnreadableDocument as unreadable:
            refused += 1
            print(f"Left out: {unreadable}")
            continue
        except ValueError as error:
            raise InputError(f"{file.name} cannot be added like this.", _first(error)) from error
        known = "was there already" if isinstance(outcome, Unchanged) else type(outcome).__name__.lower()
        print(f"{outcome.entry.id}  {known}\n{_particulars(outcome.entry)}")
    bring_up_to_date(data_dir)
    if refused:
        raise typer.Exit(1)


@sources.callback(invoke_without_command=True)
def list_sources(context: typer.Context, as_json: Annotated[bool, typer.Option("--json")] = False) -> None:
    """List the sources that ship and the documents that you added."""
    if context.invoked_subcommand:
        return
    from assistant.settings import load_settings
    from corpus.library import list_documents
    from corpus.sources import load_sources

    known = [*load_sources().values(), *(entry.as_source() for entry in list_documents(load_settings().data_dir))]
    if as_json:
        print(json.dumps([source.model_dump(mode="json") for source in known], ensure_ascii=False))
        return
    for source in known:
        print(f"{source.id:44}  {source.authority:14}  {source.standing:11}  {source.publisher}: {source.title}")


@sources.command("show")
def show_source(source: Annotated[str, typer.Argument(help="Its id, as `secondcheck sources` lists it.")]) -> None:
    """Show one source with its dates, its standing and its text."""
    from assistant.indexing import documents
    from assistant.settings import load_settings

    for document in documents(load_settings().data_dir):
        if document.source.id == source:
            for name, value in document.source.model_dump(mode="json", exclude_none=True).items():
                print(f"{name:14} {', '.join(map(str, value)) if isinstance(value, list) else value}")
            for section in document.sections:
                print(f"\n{section.heading} [{section.mark}]\n{section.text}")
            return
    raise InputError(f"There is no source {source}.", "", "List them: secondcheck sources")


@sources.command("remove")
def remove_source(document: Annotated[str, typer.Argument(help="The id of a document that you added.")]) -> None:
    """Remove a document that you added; from now on no passage of it is cited."""
    from assistant.settings import load_settings
    from corpus.library import remove_document

    data_dir = load_settings().data_dir
    print(f"Removed {remove_document(data_dir, document).title}.")
    bring_up_to_date(data_dir)


def bring_up_to_date(data_dir: Path) -> None:
    """The index with a progress bar where there is something to do."""
    from assistant import indexing

    with _bar() as progress:
        indexing.bring_up_to_date(data_dir, progress)
    print("The index is up to date.")


@contextmanager
def _bar() -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    # On stderr: what a command prints stays clean for a program that reads it.
    console = Console(stderr=True)
    columns = (TextColumn("Building the index"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    shown = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
    task: Any = None

    def move(done: int, total: int) -> None:
        nonlocal task
        if task is None:  # nothing is drawn where there is nothing to do
            shown.start()
            task = shown.add_task("", total=total)
        shown.update(task, completed=done)

    try:
        yield move
    finally:
        if task is not None:
            shown.stop()


def _particulars(entry: Any) -> str:
    dates = f"{entry.effective or 'not stated'} to {entry.until or 'open'}"
    lines = {"title": entry.title, "publisher": entry.publisher, "payer": entry.payer, "effective": dates}
    told = [f"  {name:10} {value}{' (guessed)' if name in entry.guessed else ''}" for name, value in lines.items()]
    return "\n".join([*told, *(f"  note       {remark}" for remark in entry.remarks)])


def _first(error: ValueError) -> str:
    """The first thing pydantic found, in one sentence."""
    from pydantic import ValidationError

    if not isinstance(error, ValidationError):
        return f"{error}."
    found = error.errors(include_input=False)[0]
    if found["type"] == "string_pattern_mismatch":  # the pattern itself says nothing to a coder
        return (
            "Payers are medicare, medicare_advantage, medicaid, uhc, aetna, cigna, humana, bcbs:<plan>, other or any."
        )
    return f"{'.'.join(map(str, found['loc']))}: {found['msg'].removeprefix('Value error, ')}."
