"""An NCCI edit as a text describes it, against the tables: indicator, columns, what opens it, whether it exists."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.checking.advice import Advice
from assistant.checking.judging.judgement import Judged, days_of, flipped, same, worst
from assistant.checking.judging.standing import standing_of
from assistant.checking.judging.windows import opened
from assistant.rules.code_sets import LEVELS
from assistant.rules.limits import TABLES, Table, table_of
from assistant.rules.modifiers import DISTINCT, VISITS
from assistant.rules.pairs import edits_on, without_edit
from assistant.rules.payers import is_medicare
from assistant.rules.ties import tie_between
from assistant.scenario import Scenario
from corpus.pairs import PairEdit, as_last_held, no_edit

TOLD = frozenset({"indicator", "column", "opens", "edit", "needs", "stays"})
VISIT = (*VISITS, "G0463")


def opening(*codes: str) -> frozenset[str]:
    """The modifiers that open an edit of these two: 25 where one is a visit, else those of a distinct service."""
    return frozenset({"25"}) if any(code.startswith(VISIT) for code in codes) else DISTINCT


def judge_edit(advice: Advice, scenario: Scenario) -> Judged:
    """Every table and date that the scenario leaves open has to agree; a table that we do not hold says nothing."""
    if not is_medicare(scenario.payer):
        kind, *said = advice.value
        around = opened(said[0], advice, scenario) if kind == "opens" and isinstance(said[0], tuple) else None
        if around is not None:
            return around
        return Judged("no_data", "NCCI's pairs bind Medicare; another payer's are not in our sources.")
    told = scenario.setting is not None or scenario.biller is not None
    tables: tuple[Table, ...] = (table_of(scenario),) if told else TABLES
    days = days_of(scenario)
    found = [_on(advice, table, day, scenario) for table in tables for day in days]
    held = [one for one in found if one.verdict != "no_data" and not one.standing]
    every_day = len(tables) > 1 or len(held) == len(found)
    judged = worst(held if held and every_day else found)
    return judged if advice.polarity else flipped(judged)


def _on(advice: Advice, table: Table, day: date, scenario: Scenario) -> Judged:
    a, b = advice.codes[:2]
    kind, *said = advice.value
    edits = edits_on(a, b, day, table)
    standing = "" if edits else standing_of(without_edit(a, b, day, table))
    held = edits or (as_last_held(a, b, table, day) if standing else ())
    if held:
        edit = min(held, key=lambda one: str(one.indicator))
        why = (
            f"{edit.column1} is column 1, {edit.column2} column 2, "
            f"indicator {edit.indicator} ({edit.table}, {edit.as_of})."
        )
        judged = same(_holds(kind, said, a, held, edit), why, (edit.reference,), instead=why)
        return replace(judged, standing=standing)
    tie = tie_between(a, b, day, scenario.payer)
    if kind == "stays" and tie is not None:
        return same(True if tie.codes[0] == a else None, tie.why, tie.references)
    if kind == "opens" and tie is not None and tie.together == "no":
        return Judged("fail", tie.why, tie.references, tie.why)
    silence = no_edit(a, b, table, day)
    if silence is None:
        return Judged("no_data", f"We hold no {table} table of pairs that tells of {a} and {b} on this date.")
    why = f"The {table} table has no edit between {a} and {b}."
    return Judged("no_data" if kind == "opens" else "fail", why, (silence,), why)


def _holds(kind: str, said: list[object], first: str, edits: tuple[PairEdit, ...], edit: PairEdit) -> bool | None:
    if kind == "edit":
        return True
    if kind == "indicator":
        return str(edit.indicator) == said[0]
    if kind == "stays":
        return first == edit.column1
    if kind == "column":
        return all(first == (one.column1 if said[0] == "1" else one.column2) for one in edits)
    modifiers = said[0] if isinstance(said[0], tuple) else ()
    if kind == "needs":
        named = said[1] if isinstance(said[1], tuple) else ()
        if str(edit.indicator) == "0":
            return None  # nothing opens it: whether a modifier is "needed" is no question
        fit = set(modifiers) <= opening(edit.column1, edit.column2)
        return fit and all(code == edit.column2 for code in named)
    if str(edit.indicator) == "0":
        return False
    if {edit.column1, edit.column2} <= set(LEVELS):
        return None  # a session has one level, whatever is appended: two of them need two sessions, told by nobody here
    return set(modifiers) <= opening(edit.column1, edit.column2)
