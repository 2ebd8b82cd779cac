"""Batches: one JSON object a line in, one a line out, in order; a line that cannot be read stops nobody else."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from io import BufferedReader
from typing import Any, cast

from assistant.errors import InputError, SettingsError, is_for_people, log_unexpected

Answering = Callable[[dict[str, Any]], Mapping[str, Any]]


def answer_lines(source: str, answer: Answering) -> int:
    """Answer every line of the JSON Lines file `source` ("-" is standard input); returns how many failed.

    A line that fails gives {"id", "error"} in its place. Raises InputError when the file cannot be opened.
    """
    failed = 0
    with opened(source) as stream:
        for line in stream:
            if not line.strip():
                continue
            answered = _answered(line, answer)
            failed += "error" in answered
            # Escaped to ASCII: some readers take the line separators of Unicode for the end of our line.
            sys.stdout.write(json.dumps(answered) + "\n")
            sys.stdout.flush()
    if failed:
        print(f"{failed} of the lines could not be answered; their `error` says why.", file=sys.stderr)
    return failed


def _answered(line: bytes, answer: Answering) -> dict[str, Any]:
    name: Any = None
    try:
        request = _request(line)
        name = request.get("id")
        return {**answer(request), "id": name}
    except Exception as error:  # noqa: BLE001  One bad line must not lose the rest of a batch.
        if is_for_people(error):
            return {"id": name, "error": str(error)}
        log = _logged(error)
        return {"id": name, "error": f"Second Check failed on this line ({type(error).__name__}).{log}"}


def _request(line: bytes) -> dict[str, Any]:
    try:
        request = json.loads(line.decode("utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise InputError("This line is not JSON.", f"{error}.", "Write one object a line, in UTF-8.") from error
    if not isinstance(request, dict):
        raise InputError(f"This line holds a {type(request).__name__}, not an object.", "", 'Write {"question": "…"}.')
    return request


def _logged(error: Exception) -> str:
    from assistant.settings import load_settings

    try:
        log = log_unexpected(error, load_settings().data_dir)
    except SettingsError:
        return ""
    return f" Where it happened is in {log}." if log else ""


@contextmanager
def opened(source: str) -> Iterator[BufferedReader]:
    """The file `source`, or standard input for "-". Raises InputError when it cannot be opened."""
    if source == "-":
        if sys.stdin is None:
            raise InputError("There is no standard input to read.", "", "Give the path of a file.")
        yield cast(BufferedReader, sys.stdin.buffer)
        return
    try:
        stream = open(source, "rb")  # noqa: PTH123, SIM115  A path may be any string here; closed below.
    except OSError as error:
        raise InputError(
            f"{source} cannot be opened.", f"{error.strerror or error}.", "Check the path, or use - for standard input."
        ) from error
    with stream:
        yield stream


def read_text(source: str) -> str:
    """All text of a file or of standard input; bytes that are no UTF-8 are read as Windows text."""
    with opened(source) as stream:
        try:
            data = stream.read()
        except OSError as error:  # a folder opens on some systems and fails here
            raise InputError(f"{source} cannot be read.", f"{error.strerror}.") from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
