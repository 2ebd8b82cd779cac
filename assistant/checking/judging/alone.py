"""One code of two on the bill: the other does not go beside it, or has no place there itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.checking.advice import Advice
from assistant.checking.judging.codes import judge_component
from assistant.checking.judging.judgement import Judged, worst
from assistant.checking.judging.pairs import judge_pair
from assistant.scenario import Scenario


def judge_alone(advice: Advice, scenario: Scenario, today: date) -> Judged:
    """ "Only 77435 is billed", of 77435 and 77427: they don't go together and it stays, or the other is not billed."""
    _, goes = advice.codes
    apart = replace(advice, value="together", polarity=False)
    staying = replace(advice, value=("stays",), polarity=True)
    beside = worst([judge_pair(apart, scenario, today), judge_pair(staying, scenario, today)])
    if beside.verdict == "pass":
        return beside
    out = judge_component(
        replace(advice, kind="component", codes=(goes,), value=advice.value[1], polarity=False), scenario, today
    )
    return out if out.verdict == "pass" else beside
