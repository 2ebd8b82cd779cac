"""Whether two codes go together when their dates differ.

## What it does
NCCI's edits compare lines of one date and say nothing here. What is left is what one service contains wherever its
date lies, the payer's own window, and which codes share no course.

## Why it matters
Another date opens no bundle: the simulation that was made for the IMRT plan is inside the plan also a week before it.

## Example
Medicare, 77290 on 2 March and 77301 on 10 March: no. 77263 and 77301 on two dates: no edit applies.

## References
Relations of the rule book, payers' windows; NCCI's edits as what does not apply.
"""

from __future__ import annotations

from assistant.rules import payers
from assistant.rules.codes import code_on, tidy
from assistant.rules.finding import PairRuling
from assistant.rules.pairs import every_edit, pair_on
from assistant.rules.periods import day_of
from assistant.rules.ties import tie_between
from assistant.rules.windows import window_between
from assistant.scenario import Period, Scenario


def pair_apart(a: str, b: str, scenario: Scenario) -> PairRuling:
    """The ruling on two codes of different dates; the rules are those of the last date told."""
    a, b, day = tidy(a), tidy(b), day_of(scenario)
    if any(code_on(code, day).valid is False for code in (a, b)):
        return pair_on(a, b, day, scenario)
    bound = tie_between(a, b, day, scenario.payer) or window_between(a, b, day, scenario)
    if bound is not None:
        return bound
    if not payers.is_medicare(scenario.payer):
        return pair_on(a, b, day, scenario)
    edits = every_edit(a, b)
    references = tuple(dict.fromkeys(edit.reference for edit in edits))
    applies = "its edit between these two does not apply" if edits else "none stands between these two"
    why = f"{a} and {b} have dates of their own: NCCI compares services of one date, and on different dates {applies}."
    return PairRuling((a, b), "no_data", Period(day, day), why, references)
