"""Locks that a dying process lets go, and writes that survive a power cut."""

import os
import sys
from contextlib import suppress
from pathlib import Path


def lock_file(path: Path, exclusive: bool) -> int | None:
    """An open, locked file, or None where someone else's lock stands against it. Closing it frees the lock."""
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError:
        return None
    if sys.platform == "win32":  # there an open file cannot be removed, which protects readers as well
        return handle
    import fcntl

    try:
        fcntl.flock(handle, (fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH) | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        return None
    return handle


def sync_folder(folder: Path) -> None:
    """Makes a folder's entries survive a power cut, where the system offers that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
