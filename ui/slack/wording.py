"""The sentences that only Slack needs; everything else is said by `ui.shown` and `ui.wording`. Pure."""

from __future__ import annotations

from ui.trouble import Trouble

PLACEHOLDER = "Working it out…"
LOOKING = "Looking it up…"
CHECKING = "Checking…"
CUT = "The rest is in the file below."
STILL_IN_SLACK = "Your message still stands in Slack: edit or delete it there."
EDITED = "Worked out again after the question was changed."
NOTED = {"up": "Noted: this answer helped. Thank you.", "down": "Noted: this answer did not help. Thank you."}
NO_LONGER = "This answer is no longer kept. Ask the question again."
CODE_USAGE = "Write a code and, if you like, a date of service and a payer: /code 77417 2025-05-01 medicare"
CHECK_USAGE = (
    "Paste claim lines after the command, one below the other. The first line may name the columns; without it they "
    "are read as date of service, code, modifiers, units, payer, setting, biller:\n"
    "/check 2026-03-02, 77427, , 1, medicare, freestanding, professional"
)
NOTHING_TO_CHECK = "This message holds no text that could be read."
PRESS_AGAIN = "That window could not be opened in time. Press the button once more."
UNSHOWABLE = "Slack does not show this answer as a message; it is in the file below."

ENDED_THE_PROGRAM = Trouble(
    "Each time this question was begun, the program ended.", "Ask it in other words, and tell whoever runs this."
)


def apology(trouble: Trouble) -> str:
    """Sorry, why, and what to do next."""
    return " ".join(part for part in ("Sorry, there is no answer this time.", trouble.what, trouble.next_step) if part)


def identifiers_removed(kinds: tuple[str, ...]) -> str:
    """What was taken out before anything was kept; empty when nothing was."""
    from ui import wording

    if not kinds:
        return ""
    names = ", ".join(dict.fromkeys(wording.IDENTIFIERS.get(kind, kind.replace("_", " ")) for kind in kinds))
    return f"Removed before anything read or kept it: {names}."
