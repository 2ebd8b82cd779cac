"""What a run leaves behind: every outcome, what was asked and answered, how long it took."""

from __future__ import annotations

from dataclasses import dataclass, field

from evals.metrics import forbidden
from evals.outcome import Outcome, Share, share_of

BASELINE = "tutorial"  # metrics of the pipeline we compare with begin like this


@dataclass(frozen=True, slots=True)
class Asked:
    """What stood behind a case: for the reader of a failure, and for the next run to compare."""

    question: str
    answer: str
    source: str
    confidence: str


@dataclass(slots=True)
class Run:
    """Outcomes of all parts, in the order they were made."""

    outcomes: list[Outcome] = field(default_factory=list)
    asked: dict[str, Asked] = field(default_factory=dict)
    seconds: list[float] = field(default_factory=list)  # one for each question
    reciprocal_ranks: dict[str, list[float]] = field(default_factory=dict)  # by retrieval system
    notes: list[str] = field(default_factory=list)  # what could not be run, and why

    def shares(self) -> dict[str, Share]:
        """Each metric's share, in the order the metrics first spoke."""
        return {
            metric: share_of(one for one in self.outcomes if one.metric == metric)
            for metric in dict.fromkeys(one.metric for one in self.outcomes)
        }

    def failures(self) -> list[Outcome]:
        """Every outcome of ours that did not pass; a baseline's shortfalls are its score and nobody's to mend."""
        return [one for one in self.outcomes if not one.passed and not one.metric.startswith(BASELINE)]

    def whole(self, but: frozenset[str] = frozenset()) -> Share:
        """Questions for which every metric that spoke passed, some metrics left aside."""
        failed = {one.case for one in self.failures() if one.metric not in but}
        questions = [case.removeprefix("question:") for case in self.asked if case.startswith("question:")]
        return Share(sum(case not in failed for case in questions), len(questions))

    def wrong_advice(self) -> Share:
        """Questions that were shown a ruling which is wrong, as against one that is missing."""
        wrong = {one.case for one in self.failures() if one.stage == "rule" or one.metric == forbidden.NAME}
        questions = [case.removeprefix("question:") for case in self.asked if case.startswith("question:")]
        return Share(sum(case in wrong for case in questions), len(questions))
