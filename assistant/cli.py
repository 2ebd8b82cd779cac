"""The command line. Each command lives in `assistant/commands`; here they get their names and their manners."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from assistant.commands.ask import ask
from assistant.commands.check import check
from assistant.commands.code import code
from assistant.commands.course import course
from assistant.commands.doctor import doctor
from assistant.commands.documents import add, index, sources
from assistant.commands.eval import evaluate
from assistant.commands.page import run
from assistant.commands.slack import slack
from assistant.commands.verify import verify
from assistant.errors import SecondCheckError, is_for_people, log_unexpected

UNEXPECTED = 70  # what sysexits.h calls an internal software error
UNREADABLE = 2

app = typer.Typer(
    name="secondcheck",
    help="Radiation-oncology coding answers whose units and modifiers are recomputed before they are shown.",
    no_args_is_help=True,
    rich_markup_mode=None,  # plain help: it prints at once and README can quote it
    add_completion=False,
    pretty_exceptions_enable=False,
)
for command in (ask, verify, check, code, course, run, slack, add, index, doctor):
    app.command()(command)
app.command("eval")(evaluate)  # under the name of a builtin, so the function has another
app.add_typer(sources)


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import PackageNotFoundError, version

        try:
            print(f"secondcheck {version('secondcheck')}")
        except PackageNotFoundError:
            print("secondcheck (run from its folder, not installed)")
        raise typer.Exit


@app.callback()
def options(
    debug: Annotated[bool, typer.Option("--debug", help="Show where an unexpected failure comes from.")] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Read what holds for every command; `main` looks for --debug itself, since it outlives this call."""


def main() -> None:
    """Run a command; whatever happens, the user reads a sentence and never a stack trace."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal without "–" must not cost the answer
    try:
        app(prog_name="secondcheck")
    except Exception as error:  # the last stop before a stack trace
        if "--debug" in sys.argv:
            raise
        _leave(error)
    finally:
        _flush()


def _leave(error: Exception) -> None:
    if is_for_people(error):
        print(error, file=sys.stderr)
        sys.exit(UNREADABLE)
    if isinstance(error, OSError) and error.filename:  # a folder nobody may write, a full disk: says enough by itself
        print(f"{error.filename}: {error.strerror}. `secondcheck doctor` tells what to do.", file=sys.stderr)
        sys.exit(UNREADABLE)
    log = None
    try:
        from assistant.settings import load_settings

        log = log_unexpected(error, load_settings().data_dir)
    except SecondCheckError as unusable:
        print(unusable, file=sys.stderr)
    where = f" Where it happened, without your question, is in {log}." if log else ""
    print(
        f"Second Check failed unexpectedly ({type(error).__name__}).{where} "
        "Try `secondcheck doctor`; `secondcheck --debug …` shows more.",
        file=sys.stderr,
    )
    sys.exit(UNEXPECTED)


def _flush() -> None:
    """A reader that left (`| head`) is no failure; without this Python complains at exit."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
