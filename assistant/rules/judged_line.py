"""A claim line with its verdict: what speaks against it and the remedy, on what it hangs, why it is open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.rules.biller import HOSPITAL
from assistant.rules.claim_line import ToldLine
from assistant.rules.finding import Finding, Verdict
from assistant.scenario import Scenario

COURSE = "course"  # the reason of a finding on the total of a course
MENDING = ("remove", "append")  # remedies that leave the code on the claim


@dataclass(frozen=True, slots=True)
class Objection:
    """What speaks against a line, and the remedy: drop, physician, facility, remove, append, units, mark, apart."""

    remedy: str
    about: str  # the modifier, the limit or the other code that the remedy names
    finding: Finding


@dataclass(frozen=True, slots=True)
class JudgedLine:
    """The verdict on a line. One without an objection that is not open stands, provided what `provided` says."""

    line: ToldLine
    biller: str | None
    objections: tuple[Objection, ...] = ()
    provided: str = ""  # of the line, or of what is left of it without its wrong modifier
    packaged: Finding | None = None  # it may stay and earns nothing of its own
    doubts: tuple[Finding, ...] = ()  # why it cannot be judged
    only: str = ""  # the one place that the objections hold for, where no place was told

    @property
    def verdict(self) -> Verdict:
        if self.objections:
            return "no_data" if self.only else "fail"
        return "no_data" if self.doubts else "pass"

    @property
    def can_be_mended(self) -> bool:
        """Whether only its modifier is wrong, so that the code itself stays on the claim."""
        return bool(self.objections) and all(one.remedy in MENDING for one in self.objections)


def bills(lines: Sequence[JudgedLine], scenario: Scenario) -> dict[str, tuple[str, ...]]:
    """Whose bill each code that may stay belongs on: two bills of a hospital where nobody said whose it is, or none."""
    if scenario.setting not in HOSPITAL or scenario.biller is not None:
        return {}
    staying = [one for one in lines if not one.doubts and (one.verdict == "pass" or one.can_be_mended)]
    of = {
        whose: tuple(dict.fromkeys(one.line.code for one in staying if one.biller == whose))
        for whose in ("facility", "professional")
    }
    return of if all(of.values()) else {}
