"""Marks put together: "6" and "units", "once" and "every" and "five fractions", "3" and "left over", "28/5 = 5.6"."""

# ruff: noqa: E501 - patterns and lists of phrases: one thought, one line
from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from assistant.checking.composing.bills import (
    belongs,
    contains,
    for_the_same,
    gets_paid,
    has_both,
    in_the_edits,
    never_both,
    none_of_them,
    nothing_follows,
    on_a_bill,
    on_their_claim,
    one_party,
    other_services,
    plainly,
    stays_plain,
    the_one_that,
    work_inside,
    yields,
)
from assistant.checking.composing.blocks import BLOCK_RULES
from assistant.checking.composing.courses import (
    because_left,
    course_of_fewer,
    course_stopped,
    ends_at,
    few_left,
    first_fractions,
    fives_and_rest,
    only_if_short,
    sets_cover,
    short,
    shorter_course,
    split_into_sets,
    times_five,
)
from assistant.checking.composing.exchanges import exchanged
from assistant.checking.composing.figures import as_before, in_group
from assistant.checking.composing.frequencies import (
    adverb,
    by_fractions,
    codes_counted,
    counted,
    covered,
    covers_all,
    frequency,
    per_session_of,
    spanned,
    units,
)
from assistant.checking.composing.lengths import (
    beyond_length,
    most_of_a_course,
)
from assistant.checking.composing.nth import fraction_range
from assistant.checking.composing.sets import (
    arithmetic,
    at_the_end,
    based_on,
    every_nth,
    extra_units,
    in_sets,
    join,
    leaves,
    left_adds,
    left_equals,
    leftover,
    leftover_of,
    makes_a_week,
    nothing_left,
    quotient,
    quotient_and_rest,
    sets,
    threshold,
    week_of,
)
from assistant.checking.composing.spans import cap, course_of, many_in
from assistant.checking.composing.whole_rows import AFTER_THE_RULES, BEFORE_THE_RULES, told_over
from assistant.checking.composing.words import (
    all_things,
    any_thing,
    basis,
    compound,
    course_below,
    course_from_to,
    day_number,
    divided,
    divided_by_five,
    divides_evenly,
    each_unit,
    every_place,
    in_addition,
    into_codes,
    left_again,
    left_of,
    meets_one_of,
    or_more,
    quantity_of,
    stops_at,
    talked_of,
    the_two,
    various,
)
from assistant.checking.marking.marks import Mark
from assistant.checking.marking.shapes import needed, rarest, row, shape

Maker = Callable[[list[Mark]], Mark | None]

_FILL = "(WORD|ONLY|TECHNICAL|FACT|SITE|ARTICLE|ACTIVE)"
_COUNT = "(NUM|ONCE|TWICE)"
_SLASHED = "(EVERY|SLASH|SPAN)"


def compose(marks: Sequence[Mark]) -> list[Mark]:
    """Join marks that say one thing together. Each rule runs once over the row, in this order."""
    made = told_over(marks, BEFORE_THE_RULES)
    text = row(made)
    kinds = frozenset(text)
    for must, one_of, pattern, maker in _rules():
        if must <= kinds and not one_of.isdisjoint(kinds) and pattern.search(text):
            joined = _apply(made, text, pattern, maker)
            if joined is not made:
                made, text = joined, row(joined)
                kinds = frozenset(text)
    return told_over(made, AFTER_THE_RULES)


@lru_cache(maxsize=1)
def _rules() -> tuple[tuple[frozenset[str], frozenset[str], re.Pattern[str], Maker], ...]:
    """Each rule with the marks that must all stand in a row, and the rarest of which one must."""
    return tuple((*_must_and_one_of(pattern), shape(pattern), maker) for pattern, maker in _RULES)


def _must_and_one_of(pattern: str) -> tuple[frozenset[str], frozenset[str]]:
    needs = needed(pattern)
    choices = [one for one in needs if len(one) > 1]
    return frozenset().union(*(one for one in needs if len(one) == 1)), rarest(choices or needs)


def _apply(marks: list[Mark], text: str, pattern: re.Pattern[str], maker: Maker) -> list[Mark]:
    result: list[Mark] = []
    at = look = 0
    while match := pattern.search(text, look):
        made = maker(marks[match.start() : match.end()]) if match.end() > match.start() else None
        if made is None:  # what begins here says nothing together; something that begins later may
            look = match.start() + 1
            continue
        result += [*marks[at : match.start()], made]
        at = look = match.end()
    return [*result, *marks[at:]] if result else marks


_RULES: tuple[tuple[str, Maker], ...] = (
    ("BUNDLED APC", in_group),
    ("BUNDLED WORD", in_the_edits),
    ("LINK NUM WORD WORD (?=SERVICE WORD)", meets_one_of),
    ("WORD SAME THING BECAUSE (?=CODE|SERVICE)", for_the_same),
    ("NEG WORD WORD NUM DO", none_of_them),
    ("BECAUSE (PRONOUN WORD (WORD? DATE)?|WORD DATE)", as_before),
    ("(BELOW NUM (THING|WORD){0,1} LEFTOVER THING?|BELOW NUM LEFTOVER THING?|BELOW LEFT|NUM AND TURN (LEFTOVER THING?|THING LEFTOVER))", few_left),
    ("BELOW NUM THING?", short),
    ("THING (WORD|TOGETHER) BELOW NUM", course_of_fewer),
    ("THING (PRONOUN? WORD{1,2} | TOGETHER)? SHORT", shorter_course),
    ("(ONLY WORD? | IF) (WORD|ARTICLE|THING|LINK|TOGETHER){0,5} SHORT", only_if_short),
    ("WORD? ENDED WORD NUM", ends_at),
    ("THING (WORD|LINK|PRONOUN|OK){0,2} (ENDED|NEG|STOPPED|WORD) (WORD|THEN){0,2} NUM THING?", course_stopped),
    ("(ENDED|NEG) (WORD|THEN) (NUM|ONCE|TWICE)", stops_at),
    ("WORD NUM DO", into_codes),
    ("THING WORD NUM", course_below),
    ("THING WORD NUM AND NUM", course_from_to),
    ("(LEFTOVER WORD)? NUM AND NUM ADDITION UNIT?", left_again),
    ("WORD (WORD|THING|ARTICLE){0,3} WORD NUM", divided),
    ("WORD NUM WORD NUM", divided_by_five),
    ("WORD ARTICLE NUM WORD", basis),
    ("THING NUM ((WORD|DASH|AND) NUM|(COMMA NUM)+ (COMMA? AND NUM)?|NUM)", fraction_range),
    ("THING NUM", day_number),
    ("WORD WORD NUM WORD", by_fractions),
    ("NUM WORD", by_fractions),
    ("NUM (WORD|BECAUSE|COMPONENT)", talked_of),
    ("NUM (WORD|DO)", one_party),
    ("(LINK GLOBAL|GLOBAL ACTIVE)", has_both),
    ("((?<=BUNDLED) WORD? | EXCEPT WORD?) SOMEBODY WORD", other_services),
    ("WORD (?=CODE)", plainly),
    ("(?<!PROFESSIONAL) (WORD|SEE|LINK) (WORD|ARTICLE|PRONOUN){0,4}? (THING|SERVICE)? (?=(WORD|OK|LINK|NOW|NEG){0,3} BUNDLED)", work_inside),
    ("LINK (?=(WORD|ARTICLE)? (CODE|PRONOUN|SERVICE) WORD? PAY)", gets_paid),
    ("WORD NUM PRONOUN (?=(WORD|LINK)? (DENIED|LOSES))", the_one_that),
    ("(REPLACES|WORD) (WORD|ARTICLE|PRONOUN|MODIFIER_WORD|MOD|PROFESSIONAL){1,3} (TOGETHER|WORD) (?=MOD)", exchanged),
    ("NONE (WORD|ACTIVE|LINK) (?=STOP|COMMA|SEMI|WORD|$)", nothing_follows),
    ("(?<=CODE) WORD{1,2} (?=WORD? (PRONOUN|CODE))", contains),
    ("REPLACED (?=(ANY_MODIFIER|MOD))", yields),
    ("NEG TOGETHER PER_DATE? (?=STOP|COMMA|SEMI|COLON|DASH|$)", never_both),
    ("(LINK|WORD|APPEND|DO) (LINK|DO|WORD)? (WORD|ARTICLE|PRONOUN){0,2} (BILLER|SETTING|PROFESSIONAL|WORD) (WORD|DO)", on_a_bill),
    ("(LINK|WORD|APPEND|DO) (LINK|DO|WORD)? (WORD|ARTICLE|PRONOUN){0,2} NAME (WORD|DO)?", on_a_bill),
    ("(?<=(CODE|PRONOUN)) WORD (?=STOP|COMMA|SEMI|AND|BUT|BECAUSE|$)", plainly),
    ("WORD (WORD|ARTICLE){0,2} (PROFESSIONAL|TECHNICAL) (WORD|DO)", on_their_claim),
    ("(WORD|LINK|DO|TAKE_OFF){1,3}? WORD (?=STOP|COMMA|SEMI|AND|BUT|BECAUSE|ON_BILL|OPEN|WORD|$)", stays_plain),
    ("(LINK|WORD) WORD (?=(WORD|ARTICLE)? (BILLER|SETTING))", belongs),
    ("PAY EVERY (WORD|ARTICLE){0,2} (THING|SERVICE)", all_things),
    ("((WORD|SOMEBODY|TURN|MORE NUM) THING|NUM) WORD{0,2} (TOGETHER|PER_DATE|WORD (SAME|ARTICLE|ONLY|WORD){0,2} (NUM THING?|SETS|THING))", many_in),
    ("NUM UNIT? AT_MOST? (WORD|EVERY|SLASH|ARTICLE){1,3} DASH? NUM THING?", cap),
    ("THING (WORD|PRONOUN){0,1} SPAN ARTICLE? WORD? NUM", course_of),
    *BLOCK_RULES,
    ("PRONOUN THING", the_two),
    ("NUM SETS (PAY|SPAN|LINK|EQUALS) NUM", sets_cover),
    ("NUM SPLIT NUM SETS", split_into_sets),
    ("NUM (WORD|LINK){1,3} NUM", divides_evenly),
    ("(NONE|NEG|WITHOUT) ARTICLE? LEFTOVER THING?", nothing_left),
    ("NUM (CROSS|STAR)? NUM", times_five),
    ("NUM SLASH NUM EQUALS NUM SETS", quotient),
    ("NUM SLASH NUM (EQUALS|WORD) NUM (TOGETHER|AND|WORD|COMMA|PLUS|BECAUSE|ARTICLE){0,3} (LEFT|NUM LEFTOVER|LEFTOVER WORD? NUM)", quotient_and_rest),
    ("NUM ((SLASH|STAR|PLUS|CROSS|DASH) NUM)+ EQUALS NUM ((SLASH|STAR|PLUS|CROSS|DASH) NUM)*", arithmetic),
    ("NUM EQUALS NUM NUM (PLUS NUM)?", fives_and_rest),
    ("NUM EQUALS NUM ((SLASH|STAR|PLUS|CROSS|DASH) NUM)+", arithmetic),
    ("(PAY|SPAN|BUNDLED) EVERY (WORD|ARTICLE){0,2} NUM THING?", covers_all),
    (f"{_COUNT}? UNIT? EVERY SERVICE THING", per_session_of),
    (f"{_COUNT}? UNIT? DASH? {_SLASHED} DASH? {_FILL}{{0,2}} NUM? {_FILL}{{0,1}} (SETS|THING+ (WORD THING)?|SERVICE)", frequency),
    (f"{_COUNT}? UNIT? {_SLASHED} DASH? {_FILL}{{0,2}} NUM SETS?", frequency),
    (f"{_COUNT} UNIT? WORD? ARTICLE WORD? THING", frequency),
    (f"(PAY|SPAN) {_FILL}{{0,2}} (NUM|ONCE)? {_FILL}{{0,1}} (SETS|THING+ (WORD THING)?|NUM)", covered),
    ("(ONCE|TWICE)? ADVERB", adverb),
    ("EVERY (NTH|ORDINAL) THING", every_nth),
    ("TURN WORD? THING", various),
    ("NUM SETS", sets),
    ("(NUM AND NUM (WORD|ONLY){0,2} LEFTOVER|LEFTOVER NUM AND NUM THING?)", leftover),
    ("NUM DASH? NUM WORD? LEFTOVER", leftover),
    ("LEFTOVER WORD? NUM AND NUM THING?", leftover),
    ("LEFTOVER WORD? NUM (THING|WORD THING)?", leftover),
    ("(NUM LEFTOVER (THING)?|NUM WORD WORD? LEFTOVER)", leftover),
    ("((PLUS|TOGETHER) NUM UNIT?|ADDITION UNIT?) BECAUSE (WORD|ARTICLE){0,2} LEFT", because_left),
    ("WORD NUM", first_fractions),
    ("NUM SLASH NUM (LINK|WORD) (ARTICLE|WORD)? (LEFT|NUM)", leaves),
    ("LEFT EQUALS PLUS? NUM", left_equals),
    ("LEFT WORD WORD? NUM", leftover_of),
    ("NUM PLUS NUM", lambda parts: join("SUM", parts[0].value + parts[-1].value, parts) if not any(p.noun for p in parts) else None),
    ("(NUM|ONCE|ADDITION) UNIT? WORD{0,2} LEFT", left_adds),
    ("(?<=LINK) (NUM|ONCE) UNIT? SEPARATE", in_addition),
    ("NUM DASH? (WORD|AT_LEAST)", threshold),
    ("ARTICLE UNIT WORD NUM", quantity_of),
    ("EVERY UNIT", each_unit),
    ("NUM (AT_LEAST THING|THING? AT_LEAST)", or_more),
    ("NUM TOTAL", at_the_end),
    ("TURN THING", left_of),
    ("ARTICLE UNIT", lambda parts: join("ONCE", 1, parts)),
    ("THING WORD{0,3} CODE? WORD FRACTIONS", week_of),
    ("FRACTIONS (LINK|WORD|ADDITION|ONCE){1,3} THING", makes_a_week),
    ("ANY WORD? THING", any_thing),
    ("EVERY WORD", every_place),
    ("NUM (WORD|SERVICE|ACTIVE|TECHNICAL|PROFESSIONAL){0,2} (WORD|SERVICE)", codes_counted),
    ("WORD SETS", in_sets),
    ("(UNIT (COLON|EQUALS|WORD|DASH)? NUM|NUM (WORD|SEPARATE|DO|PAY){0,2} UNIT)", units),
    ("NUM THING", lambda parts: join("DAYS", parts[0].value, parts) if parts[0].noun in (None, "day") and parts[1].value == "date" else None),
    ("NUM", counted),
    ("WORD WORD FRACTIONS", based_on),
    ("FRACTIONS (WORD|AND|DASH)? FRACTIONS", spanned),
    ("MORE FRACTIONS", beyond_length),
    ("TURN UNITS", extra_units),
    ("FREQ (COMMA|AND|OPEN)? AT_MOST FREQ", most_of_a_course),
    ("AT_LEAST FRACTIONS", lambda parts: join("LEAST", parts[-1].value, parts)),
    ("AT_MOST FRACTIONS", lambda parts: join("LENGTH", (None, parts[-1].value), parts)),
    ("FREQ (AND|SLASH|PLUS|CROSS|STAR|AMP|TOGETHER) (WORD|EVERY|ARTICLE)? THING", compound),
)  # fmt: skip
