"""A statement on a pair whose table we do not hold: what other tables agree on may stand beside their names.

"77331 is bundled into 77300 with indicator 0", of a physician's claim in 2026: the practitioner table of that date is
not held. Its last release and the hospital table of the date say the same, and the sentence is shown with both named.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.checking.judging.judgement import Judged
from assistant.rules.finding import PairRuling, Together


def known_or_likely(ruling: PairRuling) -> Together:
    """What the table of the date says, or else what other tables agree on: then the judgement is attributed."""
    return ruling.likely if ruling.together == "no_data" else ruling.together


def standing_of(ruling: PairRuling) -> str:
    """The tables that agree where the one of the date is missing, in words for the end of a sentence."""
    return ruling.why if ruling.together == "no_data" and ruling.likely != "no_data" else ""


def attributed(one: Judged) -> Judged:
    """What only other sources say is no data; where they say what the text says, it may stand beside their names."""
    if not one.standing:
        return one
    return replace(one, verdict="no_data", instead="", standing=one.standing if one.verdict == "pass" else "")
