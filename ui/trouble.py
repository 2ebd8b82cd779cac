"""What went wrong, in a sentence for the reader: what, and what to do next. Never a stack trace."""

from __future__ import annotations

import logging
import traceback
from typing import NamedTuple

from assistant.errors import is_for_people

log = logging.getLogger("secondcheck.ui")


class Trouble(NamedTuple):
    what: str
    next_step: str
    rebuild: bool = False  # an index that is built anew would mend it


INTERRUPTED = Trouble("This question was interrupted before it was answered.", "Try again.")
STOPPED = Trouble("You stopped this answer before it was whole.", "What was shown of it was checked.")
NO_INDEX = Trouble(
    "The search index is missing or damaged: answers come from the rule book alone, without passages.",
    "Build it here; it takes about a minute and loses nothing.",
    rebuild=True,
)


def explained(error: BaseException) -> Trouble:
    """The trouble behind an error. Only its type and place are logged: its message may quote a question."""
    frame = traceback.extract_tb(error.__traceback__)[-1:] if error.__traceback__ else []
    place = f"{frame[0].filename}:{frame[0].lineno}" if frame else "unknown place"
    log.error("%s at %s", type(error).__name__, place)
    # By name: importing corpus.index here would load Chroma for every page.
    if any(kind.__name__ == "IndexDamaged" for kind in type(error).__mro__):
        return NO_INDEX
    if isinstance(what := getattr(error, "what", None), str):
        return Trouble(what, f"{getattr(error, 'why', '')} {getattr(error, 'next_step', '')}".strip())
    if is_for_people(error):
        return Trouble(str(error), "")
    if isinstance(error, MemoryError):
        return Trouble("The machine ran out of memory.", "Close other programs, then try again.")
    return Trouble(
        "Something failed on our side while this was worked out. Your question is kept.",
        "Try again. If it fails again, the command secondcheck doctor tells which part is unwell.",
    )
