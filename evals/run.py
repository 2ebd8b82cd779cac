"""What a run leaves behind: every outcome, what was asked and answered, how long it took."""

from __future__ import annotations

from dataclasses import dataclass, field

from evals.metrics import forbidden
from evals.outcome import Outcome, Share, share_of

BASELINE = "tutorial"  # metrics of the pipeline we compare with begin like this


class NotRun(Exception):
    """A part that cannot be run here: what is missing, in words for the report."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What stood behind a case: for the reader of a failure, and for the next run to compare."""

    question: str
    answer: str
    source: str
    confidence: str
    family: str = ""
    batch: int = 1


@dataclass(slots=True)
class Run:
    """Outcomes of all parts, in the order they were made."""

    outcomes: list[Outcome] = field(default_factory=list)
    asked: dict[str, Asked] = field(default_factory=dict)
    seconds: list[float] = field(default_factory=list)  # one for each question
    reciprocal_ranks: dict[str, list[float]] = field(default_factory=dict)  # by retrieval system
    notes: list[str] = field(default_factory=list)  # what a reader must know about this run
    counted: dict[str, Share] = field(default_factory=dict)  # shares of cases too many to keep one by one
    sections: list[str] = field(default_factory=list)  # a part's own tables, Markdown with its heading
    misses: list[str] = field(default_factory=list)  # a part's own list of failures, Markdown with its heading
    took: dict[str, float] = field(default_factory=dict)  # seconds of each part that ran
    not_run: dict[str, str] = field(default_factory=dict)  # a part that did not, and why
    broken: set[str] = field(default_factory=set)  # those of them that crashed

    def shares(self) -> dict[str, Share]:
        """Each metric's share, in the order the metrics first spoke."""
        spoken = {
            metric: share_of(one for one in self.outcomes if one.metric == metric)
            for metric in dict.fromkeys(one.metric for one in self.outcomes)
        }
        return spoken | self.counted

    def failures(self) -> list[Outcome]:
        """Every outcome of ours that did not pass; a baseline's shortfalls are its score and nobody's to mend."""
        return [one for one in self.outcomes if not one.passed and not one.metric.startswith(BASELINE)]

    def questions(self) -> dict[str, Asked]:
        """The questions by their case's id."""
        return {key.removeprefix("question:"): one for key, one in self.asked.items() if key.startswith("question:")}

    def whole(self, but: frozenset[str] = frozenset()) -> Share:
        """Questions for which every metric that spoke passed, some metrics left aside."""
        failed = {one.case for one in self.failures() if one.metric not in but}
        questions = self.questions()
        return Share(sum(case not in failed for case in questions), len(questions))

    def shown_wrong(self) -> set[str]:
        """Questions that were shown a ruling which is wrong, as against one that is missing."""
        wrong = {one.case for one in self.failures() if one.stage == "rule" or one.metric == forbidden.NAME}
        return wrong & set(self.questions())

    def wrong_advice(self) -> Share:
        """Their share of the questions: lower is better."""
        return Share(len(self.shown_wrong()), len(self.questions()))
