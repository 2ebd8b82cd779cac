"""Which step of the path most likely went wrong, told from the answer alone: a first pointer for whoever mends it."""

from __future__ import annotations

from assistant.answer import Answer
from evals.case import Question
from evals.metrics import abstention, citations, clarification, delivery, modifiers, pairs, privacy, units, validity
from evals.outcome import Outcome, Stage

RULED = {
    units.NAME: units.contradicts,
    modifiers.NAME: modifiers.contradicts,
    pairs.NAME: pairs.contradicts,
    validity.NAME: validity.contradicts,
}
READ = {privacy.NAME, clarification.RECALL, clarification.PRECISION, abstention.RECALL, abstention.PRECISION}


def stage_of(failed: Outcome, case: Question, answer: Answer) -> Stage:
    """The stage of a failed outcome.

    An answer that asked or kept out where advice was due was read wrongly; a row with another value was decided
    wrongly; a row that is missing while sentences were withheld was lost at the gate, otherwise never drafted.
    Every delivery code that is proposed beside or instead of the right one counts as decided wrongly.
    """
    if failed.metric in (citations.PRECISION, citations.RECALL):
        return "retrieval"
    if failed.metric in READ or (case.wants_advice and answer.status != "answered"):
        return "scenario"
    contradicts = RULED.get(failed.metric)
    if contradicts and contradicts(case, answer):
        return "rule"
    if failed.metric == delivery.NAME and failed.got != "none proposed":
        return "rule"
    return "gate" if answer.withheld or answer.corrected else "draft"
