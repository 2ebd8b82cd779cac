"""One clause to advice: its objects (counts, frequencies, modifiers ...), whom they concern, and whether denied.

Each reader claims the words it explains; what none has claimed is returned as unclaimed (`coverage`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from assistant.checking.clauses.by_sign import BySign
from assistant.checking.clauses.clause import Clause
from assistant.checking.clauses.clause_reading import Background, ClauseReading, Frame
from assistant.checking.coverage.coverage import unclaimed
from assistant.checking.coverage.describing import described
from assistant.checking.marking.marks import Mark
from assistant.checking.saying.against_limits import against_the_limit, alone, the_limit_itself
from assistant.checking.saying.belonging import (
    added_to,
    all_of_them,
    labelled,
    only_biller,
    only_where,
    only_with,
    owned,
    requires,
    theirs,
)
from assistant.checking.saying.beyond_limit import nth_stops
from assistant.checking.saying.billed_before import after_the_bill
from assistant.checking.saying.choice import choice, delivered
from assistant.checking.saying.counts import counts, none
from assistant.checking.saying.date_limits import kind_of_limit, limited, on_review, passing, stopped
from assistant.checking.saying.edits import (
    borne_by,
    edits,
    gets_paid,
    left_alone,
    needed_to_open,
    no_modifier_needed,
    on_column_two,
    when_apart,
)
from assistant.checking.saying.exclusive import both_alike, on_top_of_sets, only_begins, only_code, only_one_of_a_kind
from assistant.checking.saying.extents import at_extents
from assistant.checking.saying.fates import falls_away, fate_with_one, without_one
from assistant.checking.saying.filed_under import filed_under
from assistant.checking.saying.hangs_on import hangs_on
from assistant.checking.saying.level_rules import never_lifts, up_to_level
from assistant.checking.saying.limit_asked import limit_asked, only_so_many
from assistant.checking.saying.limits import limits_in_words
from assistant.checking.saying.modifiers import modifiers
from assistant.checking.saying.modifiers_apart import modifiers_apart
from assistant.checking.saying.naming import naming
from assistant.checking.saying.no_help import no_payment_by_modifier, status_unchanged
from assistant.checking.saying.no_technical_line import no_technical_line
from assistant.checking.saying.nth import nth, too_many
from assistant.checking.saying.off_by import off_by
from assistant.checking.saying.on_one_line import exclusive_modifiers, second_unit
from assistant.checking.saying.one_suffices import one_suffices
from assistant.checking.saying.other_case import not_replaced, of_old, same_codes, the_code_there, would_have
from assistant.checking.saying.outcome import (
    also_not,
    as_then,
    even_if,
    kept_off,
    no_longer,
    or_else,
    refused,
    refused_before,
    still_right,
)
from assistant.checking.saying.own_dates import on_the_date_of
from assistant.checking.saying.paid import payment
from assistant.checking.saying.pairs import added, added_beside, not_both, pairs
from assistant.checking.saying.part_alone import when_part_alone
from assistant.checking.saying.part_bills import part_bills
from assistant.checking.saying.parts import components, letters, moved_to, scope
from assistant.checking.saying.parts_told import inside_the_units, later_sessions
from assistant.checking.saying.required_since import required_since
from assistant.checking.saying.rows import rows, rows_paid
from assistant.checking.saying.sessions_of_a_day import both_count
from assistant.checking.saying.sets import dates_count, each_date, leftovers, limits, regardless, sums
from assistant.checking.saying.spans import caps, lengths, not_counted_by, together
from assistant.checking.saying.splits import marked_by, meaning, no_split
from assistant.checking.saying.things import nth_thing, things_make
from assistant.checking.saying.upheld import upheld
from assistant.checking.saying.validity import billable, validity
from assistant.checking.saying.visits import never_on_the_procedure, on_the_visit
from assistant.checking.saying.windows import listed, none_such, opened_for_another, windows
from assistant.checking.saying.wrong import exactly, unbundled, wrong_code


def read_clause(clause: Clause, background: Background) -> Frame:
    """All advice of one clause, and what in it nothing claimed."""
    reading = ClauseReading(clause, background)
    if refused_before(reading) or when_apart(reading) or when_part_alone(reading):
        return Frame(reading.advice, [], reading.named, background.condition)
    if reading.told.problem:
        return Frame([], [reading.told.problem], reading.named, background.condition)
    for owner in OWNERS:
        if not NEEDS[owner].isdisjoint(reading.signs):
            owner(reading)
    if not reading.advice:
        all_of_them(reading)  # it may put a pronoun into the clause, whose readers come after it
        for reader in _BY_SIGN.of(reading.signs):
            reader(reading)
    return Frame(reading.advice, list(unclaimed(reading)), reading.named, _carried_on(reading), _subject(reading))


def _carried_on(reading: ClauseReading) -> dict[str, Any]:
    """The facts that hold for the next clause as well; "the first 25 fractions" and "a shorter course" do not."""
    condition = dict(reading.conditions[0])
    if reading.shortened or any(_narrows(reading.marks, at) for at in reading.at("FRACTIONS")):
        condition.pop("fractions", None)
        if "fractions" in reading.background.condition:
            condition["fractions"] = reading.background.condition["fractions"]
    return condition


def _narrows(marks: list[Mark], at: int) -> bool:
    return marks[at].said == "first" or (at > 0 and marks[at - 1].said == "first")


def _subject(reading: ClauseReading) -> tuple[str, ...]:
    """What the clause speaks of: the codes before its verb, or all it names; after "was replaced by" the new one."""
    if reading.pointed:
        return reading.background.codes
    placed = [one for one in reading.advice if one.kind == "pair" and one.value[0] in ("lag", "window")]
    if placed:
        return placed[0].codes  # "77307 falls inside the thirty days of 77301, so it is not paid"
    replaced = reading.at("REPLACED")
    if replaced and reading.denied.objects.isdisjoint(replaced):
        return _beyond(reading, replaced[0], after=True) or reading.named
    inside = [one for one in reading.advice if one.kind == "pair" and one.value[:1] == ("included",)]
    if inside and len({one.codes[0] for one in inside}) == 1:
        return inside[0].codes[:1]  # "the technical work is included in the delivery level, and it is not ..."
    verbs = [at for at, mark in enumerate(reading.marks) if mark.kind in VERBS or mark.said in BEING]
    before = _beyond(reading, verbs[0], after=False) if verbs else ()
    if not before and verbs and reading.marks[0].said in ("that", "which") and reading.background.codes:
        return reading.background.codes  # "77293 is an add-on that is reported with 77295": of the add-on
    if not before and reading.marks[0].kind == "TOGETHER" and reading.background.codes:
        return reading.background.codes  # "..., together with 77295 or 77301"
    return before or reading.named


def _beyond(reading: ClauseReading, verb: int, *, after: bool) -> tuple[str, ...]:
    return tuple(code for place, codes in reading.subjects if (place > verb) == after for code in codes)


VERBS = frozenset("LINK DO PAY NEED BUNDLED REPLACES SPAN APPEND SEPARATE ENDED ACTIVE".split())
BEING = frozenset("is are was were describes describe represents".split())


# Readers whose clause says nothing else: what they leave is unclaimed.
OWNERS: tuple[Callable[[ClauseReading], None], ...] = (
    none_such, windows, listed, opened_for_another, on_the_date_of, one_suffices,
)  # fmt: skip

READERS: tuple[Callable[[ClauseReading], None], ...] = (
    modifiers_apart, same_codes, rows, rows_paid, at_extents, on_the_visit, never_on_the_procedure, scope,
    no_payment_by_modifier, status_unchanged, no_technical_line, required_since, only_one_of_a_kind,
    added_to, only_with, requires, only_biller, only_where, owned, theirs, never_lifts,
    unbundled, wrong_code, exactly,
    no_split, meaning, marked_by,
    hangs_on, not_counted_by, regardless, together, caps, lengths,
    limit_asked, only_so_many, inside_the_units, later_sessions, limited, stopped, passing, kind_of_limit, on_review,
    against_the_limit, the_limit_itself, nth_stops, alone, limits, limits_in_words,
    exclusive_modifiers, second_unit,
    off_by, both_count, nth_thing, after_the_bill, nth, too_many, on_top_of_sets, leftovers, things_make, counts, none,
    dates_count, each_date, sums, not_both,
    edits, falls_away, gets_paid, left_alone, added, pairs, borne_by, needed_to_open, without_one, fate_with_one,
    no_modifier_needed, part_bills, modifiers, on_column_two, labelled, moved_to, letters, validity,
    payment, components,
    still_right, refused, kept_off, described, naming, filed_under, choice, billable, delivered, also_not, or_else,
    even_if, no_longer,
    added_beside, only_code, only_begins, both_alike, the_code_there, would_have, of_old, not_replaced, up_to_level,
    upheld, as_then,
)  # fmt: skip

# Kinds and words of which a clause must hold one for a reader to say or claim anything; one that is not here reads all.
NEEDS: dict[Callable[[ClauseReading], None], frozenset[str]] = {
    reader: frozenset(kinds.split())
    for reader, kinds in {
        none_such: "NO_WINDOW", windows: "WINDOW LAG INSIDE BUNDLED", listed: "list", opened_for_another: "MOD",
        on_the_date_of: "DATED", one_suffices: "criteria criterion isocenters isocentres",
        modifiers_apart: "MOD PRONOUN",
        rows_paid: "MOD", only_with: "TOGETHER WITHOUT", requires: "NEED", only_where: "SETTING", owned: "BELONGS",
        theirs: "BILLER SETTING", marked_by: "MOD", gets_paid: "NO_MODIFIER", without_one: "NO_MODIFIER",
        fate_with_one: "MOD", part_bills: "TECHNICAL PROFESSIONAL", or_else: "TURN", on_column_two: "MOD APPEND",
        rows: "MOD LETTER", at_extents: "EXTENT", on_the_visit: "VISIT ROLE",
        never_on_the_procedure: "NEG", scope: "STANDING", added_to: "ADD_ON", only_biller: "ONLY",
        unbundled: "TURN", wrong_code: "DENIED", exactly: "ONLY", no_split: "SPLIT", meaning: "MOD",
        not_counted_by: "REGARDLESS", regardless: "REGARDLESS", together: "MANY", caps: "CAP", lengths: "LENGTH LONGER",
        against_the_limit: "MUE_WORD MUE", the_limit_itself: "NUM UNITS ONCE", alone: "ONLY",
        limits: "PCTC_WORD MORE MUE_WORD AT_LEAST", limits_in_words: "PAY MORE", leftovers: "LEFT LEFTOVER",
        hangs_on: "THING CALENDAR FRACTIONS SETS", nth_thing: "NTH_UNIT ADDITION", nth: "NTH_UNIT",
        exclusive_modifiers: "NOT_BOTH", second_unit: "NTH_UNIT",
        after_the_bill: "NO_ADDITION NONE ADDITION NTH_UNIT", both_count: "SESSIONS_COUNT",
        too_many: "NO_ADDITION TURN", things_make: "UNITS ONCE TWICE NUM",
        counts: "ONCE TWICE UNITS NUM ORDINAL FREQ", none: "NONE", dates_count: "DAYS PER_DATE",
        each_date: "PER_DATE", sums: "ARITH LEFT_ADDS SUM THRESHOLD SETCOUNT LEFT", not_both: "NOT_BOTH",
        edits: "INDICATOR COLUMN OPENS CLOSED PAIR MOD ANY_MODIFIER NO_MODIFIER MODIFIER_WORD",
        borne_by: "MOD ANY_MODIFIER", falls_away: "LOSES DENIED", left_alone: "ONLY TAKE_OFF", added: "APPEND",
        pairs: "TOGETHER",
        needed_to_open: "NEED ONLY", no_modifier_needed: "NO_MODIFIER",
        modifiers: "MOD NO_MODIFIER ANY_MODIFIER MODIFIER_WORD APPEND", moved_to: "LETTER",
        letters: "ADD_ON NOT_HERE STOP_PAY START_PAY LEAST LENGTH LEFTOVER LETTER PCTC INDICATOR APC MUE GLOBAL_DAYS"
        " CONDITIONAL",
        validity: "ENDED ACTIVE START REPLACED REPLACES DO LINK", payment: "BUNDLED PAY SEPARATE DO NO_ADDITION",
        components: "TECHNICAL PROFESSIONAL GLOBAL NO_PARTS SPLIT", still_right: "RIGHT_STILL", refused: "DENIED",
        kept_off: "TAKE_OFF", choice: "CODE", delivered: "CODE", also_not: "NEG NO_MODIFIER", even_if: "REGARDLESS",
        no_longer: "ANYMORE", only_code: "ONLY", only_begins: "ONLY", both_alike: "TOGETHER",
        the_code_there: "PRONOUN", would_have: "OK TURN PAST", of_old: "PAST TURN", not_replaced: "NEG",
        no_technical_line: "TECHNICAL", required_since: "START", only_one_of_a_kind: "ONLY",
        no_payment_by_modifier: "NO_MODIFIER", status_unchanged: "BUNDLED",
        limit_asked: "PER_DATE FREQ", only_so_many: "ONLY", inside_the_units: "LEFT",
        later_sessions: "LEFT FREQ FRACTION_RANGE", off_by: "OFF_BY", nth_stops: "NTH_UNIT",
        up_to_level: "AT_MOST", on_top_of_sets: "TOGETHER", same_codes: "SAME",
        limited: "PER_DATE FREQ", stopped: "STOPS", passing: "PER_DATE TOGETHER FRACTIONS UNITS NUM NTH_UNIT NTH",
        kind_of_limit: "MAI", on_review: "NEED OK NEG", upheld: "UPHELD", as_then: "COMPARED",
        added_beside: "APPEND also well", filed_under: "CODE", naming: "SERVICE", described: "CODE SERVICE",
    }.items()
}  # fmt: skip
_BY_SIGN = BySign((reader, NEEDS.get(reader)) for reader in READERS)
