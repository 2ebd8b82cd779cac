"""The treatment machine as words: a cobalt unit, a linear accelerator, an orthovoltage tube."""

from __future__ import annotations

import re

from assistant.reading.lexicon import Found, Lexicon
from assistant.reading.text import Text

MACHINES = Lexicon(
    {
        "cobalt": "gamma knife | gammaknife | gk | cobalt | co 60 | cobalt 60 | cobalt unit | multi source | leksell | gamma ray unit",
        "linac": "linac | linear accelerator | cyberknife | cyber knife | robotic linac | robotic radiosurgery | truebeam | "
        "true beam | linac based | novalis | edge linac | zap x",
        "orthovoltage": "orthovoltage",
    }
)  # fmt: skip
_RULED_OUT = re.compile(r"\b(?:not|no|non|never|without|instead of|rather than)[\s-](?:an? |the |our )?$")


def find_machines(text: Text) -> list[Found[str]]:
    """Every machine named and not ruled out ("not Gamma Knife"), in reading order."""
    return [one for one in MACHINES.find(text) if not _RULED_OUT.search(text.lower, max(0, one.start - 16), one.start)]


def machine_of(text: Text) -> Found[str] | None:
    """The machine of a case; of two that are named none is known."""
    found = find_machines(text)
    return found[0] if len({one.value for one in found}) == 1 else None
