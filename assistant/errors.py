"""Errors that a person reads: what happened, why, and what to do next."""

from __future__ import annotations

import traceback
from datetime import UTC, datetime
from pathlib import Path

LARGEST_LOG_BYTES = 1_000_000  # then it starts anew: a log nobody empties must not fill a disk


class SecondCheckError(Exception):
    """Something the user can put right. Printed as it is, never with a stack trace.

    Args:
        what: what happened, one sentence.
        why: the likely cause, one sentence, or "".
        next_step: what to type or change, one sentence, or "".
    """

    def __init__(self, what: str, why: str = "", next_step: str = "") -> None:
        super().__init__(what, why, next_step)
        self.what = what
        self.why = why
        self.next_step = next_step

    def __str__(self) -> str:
        return " ".join(part for part in (self.what, self.why, self.next_step) if part)


class SettingsError(SecondCheckError):
    """A setting is misspelt or holds something that it cannot mean."""


class InputError(SecondCheckError):
    """A file or a line given to a command cannot be read."""


class ModelUnavailable(SecondCheckError):
    """The chat model cannot draft; the composer answers instead and the answer says so."""

    def __init__(self, reason: str, next_step: str = "") -> None:
        super().__init__(reason, "", next_step)
        self.reason = reason


def is_for_people(error: BaseException) -> bool:
    """Whether the message was written by us for the user, so that it can be printed as it stands.

    `corpus` cannot import this module (arrows point one way), so its errors are known by where they live.
    """
    return isinstance(error, SecondCheckError) or type(error).__module__.split(".")[0] in {"assistant", "corpus"}


def log_unexpected(error: BaseException, folder: Path) -> Path | None:
    """Append where `error` came from to `folder`/failures.log and return that path; None when it cannot be written.

    Only the kind of error and the lines of code: a message could repeat the question, and with it a patient.
    """
    frames = "".join(
        f"  {frame.filename}:{frame.lineno} in {frame.name}\n" for frame in traceback.extract_tb(error.__traceback__)
    )
    path = folder / "failures.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        fresh = not path.exists() or path.stat().st_size > LARGEST_LOG_BYTES
        with path.open("w" if fresh else "a", encoding="utf-8") as log:
            log.write(f"{datetime.now(UTC).isoformat(timespec='seconds')} {type(error).__qualname__}\n{frames}\n")
    except OSError:
        return None
    return path
