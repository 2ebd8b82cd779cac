"""What is told over a whole row of marks, step by step, before and after its phrases are put together.

Each step names the kinds and words of which a row must hold one for it to change anything; a row without them is
handed on as it is, for a row holds the signs of few steps.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.checking.composing import cases, lengths, one_time, sessions_of_a_day
from assistant.checking.composing.arrows import arrows_that_count
from assistant.checking.composing.as_treated import as_treated
from assistant.checking.composing.blocks import EACH_UNIT, IS, each_unit_is, electron_only, once_complete, whole_blocks
from assistant.checking.composing.course_of import course_of
from assistant.checking.composing.courses import shorter_than_said
from assistant.checking.composing.date_limits import KINDS, STOPPING, kinds_of_limits, practitioners, stops
from assistant.checking.composing.dates_apart import dates_apart
from assistant.checking.composing.divisions import BEING, MAKING, fractions_that_make
from assistant.checking.composing.figures import agents_apart, dated
from assistant.checking.composing.filing_dates import filing_dates
from assistant.checking.composing.kept_apart import SPLITS, split_from
from assistant.checking.composing.leftovers import leftovers_told, quantities
from assistant.checking.composing.nouns import MEANING_MORE, nouns
from assistant.checking.composing.nth import nth_units
from assistant.checking.composing.one_of_them import one_of_the_fractions, one_of_them
from assistant.checking.composing.owners import EMPLOYS, OWNS, owners_of_both
from assistant.checking.composing.said_in_effect import (
    changes_from,
    claims_of_either,
    on_a_date,
    once_for_the_thing,
    part_in_full_sets,
    session_cut_in_two,
    units_short,
)
from assistant.checking.composing.spans import limits_of_a_date
from assistant.checking.composing.the_others import OTHERS, one_for_the_rest, the_others
from assistant.checking.composing.thresholds import thresholds
from assistant.checking.composing.verdicts import upheld
from assistant.checking.composing.window_words import A_SPAN, NOUNS
from assistant.checking.composing.windows import windows_told
from assistant.checking.composing.words import years_told
from assistant.checking.marking.marks import Mark

Step = tuple[Callable[[list[Mark]], list[Mark]], frozenset[str] | None]


def told_over(marks: Sequence[Mark], steps: Sequence[Step]) -> list[Mark]:
    """The row after these steps, in their order."""
    row = list(marks)
    signs = signs_of(row)
    for step, needs in steps:
        if needs is not None and needs.isdisjoint(signs):
            continue
        made = step(row)
        if made != row:
            row, signs = made, signs_of(made)
    return row


def signs_of(row: Sequence[Mark]) -> set[str]:
    """The kinds and the words of its marks."""
    return {mark.kind for mark in row}.union([mark.said for mark in row])


NUMBER = frozenset({"NUM"})

BEFORE_THE_RULES: tuple[Step, ...] = (
    (years_told, NUMBER),
    (arrows_that_count, frozenset({"->"})),
    (fractions_that_make, BEING | MAKING),
    (the_others, OTHERS),
    (filing_dates, frozenset({"FILED"})),
    (one_of_them, frozenset({"BUNDLED"})),
    (owners_of_both, OWNS | EMPLOYS | {"both"}),
    (course_of, frozenset({"course"})),
    (changes_from, frozenset({"DATE"})),
    (claims_of_either, frozenset({"PROFESSIONAL"})),
    (nouns, MEANING_MORE),
)

AFTER_THE_RULES: tuple[Step, ...] = (
    (leftovers_told, frozenset({"LEFT", "LEFTOVER"})),
    (quantities, frozenset({"DAYS"})),
    (part_in_full_sets, frozenset({"SETCOUNT"})),
    (one_of_the_fractions, frozenset({"FRACTIONS"})),
    (units_short, frozenset({"short", "too few", "too many", "one too many", "over"})),
    (as_treated, frozenset({"treating", "planned", "NTH", "falls", "fall", "fell"})),
    (once_for_the_thing, frozenset({"ONCE"})),
    (on_a_date, frozenset({"date", "day"})),
    (session_cut_in_two, frozenset({"SPLIT"})),
    (electron_only, frozenset({"electron", "photon"})),
    (each_unit_is, EACH_UNIT),
    (once_complete, frozenset({"once"})),
    (whole_blocks, IS),
    (one_for_the_rest, frozenset({"LEFT"})),
    (cases.shared_isocenter, frozenset({"FREQ"})),
    (cases.unless, cases.UNLESS),
    (cases.energies_compared, frozenset({"EXTENT"})),
    (cases.never_alone, cases.ALONE),
    (cases.such_as, frozenset({"ANY_MODIFIER"})),
    (nth_units, frozenset({"NTH", "ORDINAL", "TURN", "second one"})),
    (practitioners, frozenset({"practitioners"})),
    (one_time.pointed_at, one_time.SESSIONS | one_time.DATES),
    (one_time.each_is_one, one_time.AS_ONE),
    (one_time.a_session_is_one, one_time.SESSIONS),
    (one_time.in_so_long, frozenset({"DURATION"})),
    (one_time.so_many_dates, one_time.APART),
    (sessions_of_a_day.sessions_that_count, sessions_of_a_day.EACH | {"both", "FREQ"}),
    (lengths.courses_at_most, lengths.THE_MOST | {"LENGTH"}),
    (thresholds, frozenset({"AT_LEAST", "AT_MOST", "LEAST"})),
    (lengths.only_in_weeks, frozenset({"DURATION", "CALENDAR"})),
    (lengths.longer_ones, frozenset({"longer", "shorter"})),
    (shorter_than_said, frozenset({"SHORTER"})),
    (limits_of_a_date, frozenset({"limit", "limits", "cap"})),
    (dated, frozenset({"NUM", "date", "day", "dates", "days"})),
    (upheld, None),  # a "0" may stand in any mark's value
    (agents_apart, frozenset({"BILLER", "SETTING"})),
    (windows_told, A_SPAN | NOUNS),
    (split_from, SPLITS),
    (stops, STOPPING),
    (kinds_of_limits, frozenset(KINDS)),
    (dates_apart, frozenset({"DATE"})),
)
