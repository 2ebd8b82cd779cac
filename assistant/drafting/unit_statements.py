"""A ruling on units in words: the number first, then the arithmetic; or what one unit covers."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.decision import Decision
from assistant.drafting.statements import Statement, in_words, many, sentence, sentences_of
from assistant.drafting.unpaid_statements import UNPAID, say_unpaid
from assistant.rules import payers
from assistant.rules.finding import UnitsRuling
from assistant.rules.unit_rules import is_of_each_field, rule_behind
from corpus.rulebook import UnitRule, entry, held


def say_units(ruling: UnitsRuling, lead: str = "", fractions: int | None = None) -> Iterator[Statement]:
    """What the rule book says about units of a course of this many fractions."""
    if ruling.basis == "needs_count" and ruling.one_per == "calculation" and is_of_each_field(ruling):
        yield from _for_each_field(ruling, lead)
        return
    billed = list(_billed(ruling, lead, fractions)) if ruling.units else []
    yield from billed or say_unpaid(ruling, lead, fractions)
    if ruling.limit and ruling.stop and ruling.stop not in " ".join(one.text for one in billed):
        yield Statement(ruling.stop, (ruling.limit.reference,), ruling.code)
    if ruling.basis == "per_field" and not payers.is_medicare(ruling.payer) and ruling.payer != "any":
        text = f"That is how coding guidance counts; the rule of {payers.name(ruling.payer)} is not in our sources."
        yield Statement(text, (), ruling.code)
    if ruling.provided and ruling.units:
        yield Statement(f"This holds if {ruling.provided}.", ruling.references, ruling.code)


def _billed(ruling: UnitsRuling, lead: str, fractions: int | None) -> Iterator[Statement]:
    """The units to bill and how they came about; nothing where the basis gives no number of a course."""
    code, units, basis = ruling.code, ruling.units or 0, ruling.basis

    def said(rest: str) -> Statement:
        return Statement(rest, ruling.references, code)

    if basis == "counted":
        line = f", never {units} on one line" if units > 1 and ruling.per_date == 1 else ""
        yield said(sentence(lead, f"bill {many(units, 'unit')} of {code} for the course{_spread(ruling)}{line}."))
        yield said(ruling.why.split(" That makes")[0])
    elif basis == "counted_so_far":
        yield said(sentence(lead, f"bill {many(units, 'unit')} of {code} so far{_spread(ruling)}."))
        yield from (said(part) for part in sentences_of(ruling.why.split(" That makes")[0]))
    elif basis == "partly_counted":
        sets = f"the {many(units, 'full set')} of five fractions"
        yield said(sentence(lead, f"bill {many(units, 'unit')} of {code} for {sets}{_spread(ruling)}."))
        yield said(f"No authority settles {_last(ruling.leftover or 0)}{f' of the {fractions}' if fractions else ''}.")
    elif basis == "once" and ruling.one_per == "plan":
        yield said(sentence(lead, f"bill one unit of {code} per plan."))
    elif basis == "once":
        yield said(sentence(lead, f"bill {many(units, 'unit')} of {code} for the whole course."))
        yield from _length(ruling)
    elif basis == "per_field":
        yield from (said(part) for part in _of_each_field(ruling, lead))
    elif basis == "per_measurement":
        yield said(sentence(lead, f"bill {many(units, 'unit')} of {code}, one for each measurement."))
    elif basis == "of_one_date":
        yield said(sentence(lead, f"bill {many(units, 'unit')} of {code}, one for each session of the date."))
    elif basis == "per_session":
        several = ruling.per_date and ruling.dates and ruling.dates > 1
        a_day = f", {in_words(ruling.per_date or 0)} on each date" if several else ""
        yield said(sentence(lead, f"bill {many(units, 'unit')} of {code}, one for each {ruling.one_per}{a_day}."))


def _of_each_field(ruling: UnitsRuling, lead: str) -> list[str]:
    """The fields and arcs told, counted, and what the rule book says about counting them."""
    each, aside = _counting_note(ruling)
    first = sentence(lead, f"bill {many(ruling.units or 0, 'unit')} of {ruling.code}, {each}.")
    return [first, *([f"{aside[:1].upper()}{aside[1:]}."] if aside else [])]


def say_any_number_of_fields(ruling: UnitsRuling) -> Iterator[Statement]:
    """Who tells the fields of a plan hears that its device is one, whatever their number."""
    if ruling.basis == "once" and _counting_note(ruling)[0].startswith("one for any number of fields"):
        text = f"One unit of {ruling.code} covers any number of fields and arcs of the plan."
        yield Statement(text, ruling.references, ruling.code)


def _for_each_field(ruling: UnitsRuling, lead: str) -> Iterator[Statement]:
    """What one unit is for, where nobody told how many fields and arcs there are."""
    each = _counting_note(ruling)[0].removeprefix("one ")
    yield Statement(sentence(lead, f"bill one unit of {ruling.code} {each}."), ruling.references, ruling.code)
    _, told, most = ruling.why.partition(" Medicare's limit")
    if told:
        yield Statement(f"Medicare's limit{most}", ruling.references, ruling.code)


def _counting_note(ruling: UnitsRuling) -> tuple[str, str]:
    """How the rule book says that units are counted, and what it adds."""
    rule = rule_behind(ruling)
    each, _, aside = (rule.note or "" if rule else "").partition("; ")
    return each, aside


def say_frequency(ruling: UnitsRuling, lead: str = "") -> Iterator[Statement]:
    """What one unit covers, and what the authority says of fractions left over."""
    if ruling.basis in UNPAID:
        yield from say_unpaid(ruling, lead)
        return
    rule = rule_behind(ruling)
    covered = "five fractions" if ruling.one_per == "5 fractions" else ruling.one_per
    yield Statement(sentence(lead, f"bill one unit of {ruling.code} per {covered}."), ruling.references, ruling.code)
    if rule is None or rule.one_per.fractions is None:
        return
    if rule.leftover and rule.leftover.counts_from:
        text = "At the end of the course three or four fractions left over count as one more unit, one or two do not."
    else:
        text = "No authority settles what fractions left over make."
    yield Statement(text, ruling.references, ruling.code)


def _spread(ruling: UnitsRuling) -> str:
    if not ruling.units or ruling.units < 2 or ruling.per_date != 1:
        return ""
    return f", on {in_words(ruling.units)} dates with 1 unit each"


def _last(leftover: int) -> str:
    return "the last fraction" if leftover == 1 else f"the last {leftover} fractions"


def say_lengths(decision: Decision) -> Iterator[Statement]:
    """The length of course a code is for, where nothing of it was counted."""
    counted = {ruling.code for ruling in decision.units}
    if "comparison" in decision.asked.matters and _are_as_long(decision):
        return  # what both have in common sets nothing apart
    for code in decision.asked.codes:
        known = entry(code)
        rule = held(known.units, decision.day) if known and code not in counted else None
        if rule is not None:
            yield from _length_of(code, rule)


def _are_as_long(decision: Decision) -> bool:
    """Whether every code asked about is for courses of the same length."""
    knowns = [entry(code) for code in decision.asked.codes]
    rules = [held(known.units, decision.day) for known in knowns if known]
    return len({tuple(rule.course_fractions or ()) for rule in rules if rule}) == 1 and len(rules) > 1


def _length(ruling: UnitsRuling) -> Iterator[Statement]:
    rule = rule_behind(ruling)
    if rule is not None:
        yield from _length_of(ruling.code, rule)


def _length_of(code: str, rule: UnitRule) -> Iterator[Statement]:
    """A code for short courses says so: 77431 is never for what is left over of a longer course."""
    if rule.course_fractions is None:
        return
    least, most = rule.course_fractions
    length = "one fraction" if most == 1 else f"{in_words(least)} to {in_words(most)} fractions"
    text = f"{code} is for a whole course of {length}, never for what is left over of a longer course."
    yield Statement(text, (rule.reference,), code)
