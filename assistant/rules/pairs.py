"""Whether two codes may be billed for one patient on one date.

## What it does
Looks the pair up in the NCCI table of the bill (practitioner or hospital) in force on the date, and in the rule
book's own ties between codes. A complete table that is silent means no edit, not that both will be paid.

## Why it matters
Column 1 pays and column 2 denies; indicator 0 is never opened by a modifier, indicator 1 only by a truly separate
service. An edit of one release says nothing of a date that no release we hold covers.

## Example
77301 and 77417 on one date: indicator 0, 77301 pays.

## References
NCCI procedure-to-procedure edits by table and release; relations in the rule book.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from assistant.rules import payers
from assistant.rules.codes import code_on, tidy
from assistant.rules.finding import PairRuling, Together
from assistant.rules.limits import Table, table_of
from assistant.rules.periods import day_of
from assistant.rules.ties import tie_between
from assistant.rules.windows import window_between
from assistant.scenario import Period, Scenario
from corpus.pairs import PairEdit, as_last_held, no_edit, pairs_between
from corpus.rulebook import entry

SILENCE = "That is the table's silence"
OPENS = {"0": "no modifier opens it", "1": "a modifier opens it when the services were truly separate"}
MEANINGS: dict[str, Together] = {"0": "no", "1": "with modifier"}


def pair(a: str, b: str, scenario: Scenario) -> PairRuling:
    """The ruling on the first date told, or by the rules now in force when no date is."""
    return pair_on(tidy(a), tidy(b), day_of(scenario), scenario)


def pair_on(a: str, b: str, day: date, scenario: Scenario) -> PairRuling:
    """Whether `a` and `b` go together on one date: validity, the rule book's ties, then the table of the bill."""
    on_day = Period(day, day)
    for code in (a, b):
        validity = code_on(code, day)
        if validity.valid is False:
            return PairRuling((a, b), "no", on_day, validity.why, validity.references)
    if a == b:
        why = f"{a} twice is a matter of units on one date, not of a pair."
        return PairRuling((a, b), "no_data", on_day, why)
    medicare = payers.is_medicare(scenario.payer)
    edits = edits_on(a, b, day, table_of(scenario)) if medicare else ()
    if any(edit.indicator == "0" for edit in edits):
        return _ruled(edits, day)
    tie = tie_between(a, b, day, scenario.payer)
    if tie is not None:
        return tie
    around = window_between(a, b, day, scenario)
    if around is not None:
        return around
    if medicare:
        return _ruled(edits, day) if edits else without_edit(a, b, day, table_of(scenario))
    name = payers.name(scenario.payer)
    why = f"NCCI's pairs bind Medicare; whether {name} follows them for {a} and {b} is not in our sources."
    return PairRuling((a, b), "no_data", on_day, why)


def edits_on(a: str, b: str, day: date, table: Table) -> tuple[PairEdit, ...]:
    """The edits of a table in force on the date, in either direction."""
    return tuple(edit for edit in every_edit(a, b) if edit.table == table and edit.holds_on(day))


@lru_cache(maxsize=8192)
def every_edit(a: str, b: str) -> tuple[PairEdit, ...]:
    """The edits between the two in any table and release held: a warning where the right table is missing."""
    return pairs_between(a, b)


def without_edit(a: str, b: str, day: date, table: Table) -> PairRuling:
    """The ruling where no edit of the table covers the date: its silence where it is held, else what others hold."""
    on_day = Period(day, day)
    silence = no_edit(a, b, table, day)
    if silence is not None:
        release = " and ".join(silence.releases)
        why = (
            f"The {table} table ({release}) has no edit between {a} and {b}. {SILENCE}: "
            "payment status and other rules may still bundle one of them."
        )
        return PairRuling((a, b), "yes", on_day, why, (silence,))
    missing = f"We hold no {table} table of pairs that tells of {a} and {b} on this date."
    evidence = as_last_held(a, b, table, day)
    if evidence and not _redefined(a, b, evidence[0], day):
        return _likely(evidence, day, missing)
    elsewhere = every_edit(a, b)
    said = ""
    if elsewhere:
        newest = max(elsewhere, key=lambda edit: edit.start)
        said = (
            f"The {newest.table} table of {newest.as_of} has {newest.column1} over {newest.column2}, "
            f"indicator {newest.indicator} ({OPENS[newest.indicator]})."
        )
    references = tuple(dict.fromkeys(edit.reference for edit in elsewhere))
    return PairRuling((a, b), "no_data", on_day, f"{missing} {said}".rstrip(), references, missing, said)


def _redefined(a: str, b: str, edit: PairEdit, day: date) -> bool:
    """Whether one of the codes has meant something else since the edit ended: what was said of it is of no use."""
    entries = (entry(code) for code in (a, b))
    return any(one.start > edit.start and one.start <= day for known in entries if known for one in known.periods)


def _likely(evidence: tuple[PairEdit, ...], day: date, missing: str) -> PairRuling:
    """What the last release of a missing table says, and the other table with it: named, and no ruling."""
    last, *beside = evidence
    tables = " and ".join(f"the {edit.table} table of {edit.as_of}" for edit in evidence)
    verb = "agree:" if beside else "has"
    opens = f"indicator {last.indicator} ({OPENS[last.indicator]})"
    said = f"{tables[:1].upper()}{tables[1:]} {verb} {last.column1} over {last.column2}, {opens}."
    references = tuple(edit.reference for edit in evidence)
    codes = (last.column1, last.column2)
    likely = MEANINGS[last.indicator]
    return PairRuling(codes, "no_data", Period(day, day), f"{missing} {said}", references, missing, said, likely)


def _ruled(edits: tuple[PairEdit, ...], day: date) -> PairRuling:
    strictest = min(edits, key=lambda edit: str(edit.indicator))
    one, two, indicator = strictest.column1, strictest.column2, str(strictest.indicator)
    codes = (one, two)
    if indicator not in MEANINGS:
        why = f"The pair {one} and {two} was deleted from the {strictest.table} table."
        return PairRuling(codes, "yes", Period(day, day), why, (strictest.reference,))
    why = (
        f"In the {strictest.table} table ({strictest.as_of}) {one} pays and {two} denies on one date "
        f"(indicator {indicator}): {OPENS[indicator]}."
    )
    return PairRuling(codes, MEANINGS[indicator], Period(day, day), why, (strictest.reference,))
