"""Two codes told bundled, or not: an edit of the two bundles them as well as the status of one does."""

from __future__ import annotations

from dataclasses import replace

from assistant.checking.advice import Advice
from assistant.checking.judging.edits import judge_edit
from assistant.checking.judging.judgement import Judged
from assistant.scenario import Scenario


def by_their_edit(advice: Advice, scenario: Scenario) -> Judged | None:
    """ "77435 and 77470 are (not) bundled", where the two have an edit; None where their status decides.

    Told bundled, without the edit being named, it may be their status that is meant: that is left open.
    """
    if advice.kind != "component" or advice.value != ("bundled", "") or len(advice.codes) != 2:
        return None
    edit = judge_edit(replace(advice, kind="pair", value=("edit",), polarity=True), scenario)
    if edit.verdict != "pass":
        return None
    if advice.polarity:
        return Judged("no_data", f"{edit.why} Bundled by that edit or by their status: it is not said.")
    return replace(edit, verdict="fail", instead=edit.why)
