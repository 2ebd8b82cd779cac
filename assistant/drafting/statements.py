"""One ruling, a sentence or two: where rulings become words.

A statement keeps the references it stands on, so that the composer can number them. Each is one sentence; it
goes through the gate as anybody's prose would.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from assistant.rules import payers
from assistant.rules.codes import either
from assistant.rules.finding import BillerRuling, CodeRuling, ModifierRuling, PairRuling, StatusRuling, UnitsRuling
from assistant.scenario import Period
from corpus.rulebook import Reference, UnitRule, entry, held

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
PLACES = {
    "freestanding": "in an office or freestanding center",
    "office": "in the office",
    "hospital_outpatient": "in the hospital outpatient department",
    "hospital_inpatient": "for a hospital inpatient",
    "asc": "in an ambulatory surgical center",
    "snf": "in a skilled nursing facility",
}
OPENERS = frozenset("In The One No We A For That What It Whether".split())  # lose their capital behind a lead
FOREVER = date(9999, 12, 31)


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence without its citation marks, and what it stands on."""

    text: str
    references: tuple[Reference, ...] = ()
    code: str | None = None


def many(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def both(names: tuple[str, ...]) -> str:
    """ "77402, 77407 and 77412" """
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def in_words(number: int) -> str:
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


def dates_of(period: Period, day: date) -> str:
    """How a sentence begins that holds for part of the time only; empty for what holds throughout."""
    if period.end < day:
        return f"through {period.end}"
    if period.start > date(2020, 1, 1) and not period.is_day:
        return f"from {period.start}"
    return ""


def led(*parts: str) -> str:
    """The beginning of a sentence out of what is not empty: "Through 2025-12-31, in the office, "."""
    return ", ".join(part for part in parts if part)


def sentence(lead: str, rest: str) -> str:
    """One sentence, capital first."""
    whole = f"{lead}, {rest}" if lead else rest
    return whole[:1].upper() + whole[1:]


def say_units(ruling: UnitsRuling, lead: str = "", fractions: int | None = None) -> Iterator[Statement]:
    """What the rule book says about units, the number first, then the arithmetic."""
    code, units, basis = ruling.code, ruling.units, ruling.basis

    def said(rest: str) -> Statement:
        return Statement(rest, ruling.references, code)

    if basis == "counted" and units:
        line = f", never {units} on one line" if units > 1 and ruling.per_date == 1 else ""
        yield said(sentence(lead, f"bill {many(units, 'unit')} of {code} for the course{_spread(ruling)}{line}."))
        yield said(_arithmetic(ruling))
    elif basis == "partly_counted" and units:
        sets = many(units, "full set")
        yield said(
            sentence(lead, f"bill {many(units, 'unit')} of {code} for the {sets} of five fractions{_spread(ruling)}.")
        )
        yield said(f"No authority settles {_last(ruling.leftover or 0)}{f' of the {fractions}' if fractions else ''}.")
    elif basis == "once" and ruling.one_per == "plan":
        yield said(sentence(lead, f"bill one unit of {code} per plan."))
    elif basis == "once" and units:
        yield said(sentence(lead, f"bill {many(units, 'unit')} of {code} for the whole course."))
        yield from _length(ruling)
    elif basis == "per_session" and units:
        a_day = (
            f", {in_words(ruling.per_date)} on each date"
            if ruling.per_date and ruling.dates and ruling.dates > 1
            else ""
        )
        yield said(sentence(lead, f"bill {many(units, 'unit')} of {code}, one for each {ruling.one_per}{a_day}."))
    elif basis == "bundled":
        bundles = f"the physician fee schedule bundles it{_since(ruling)} (status B)"
        yield said(sentence(lead, f"{_payer(ruling)} pays no unit of {code} separately: {bundles}."))
    elif basis == "packaged":
        yield said(
            sentence(
                lead,
                f"{code} is packaged (OPPS status N): the hospital reports it, and nothing is paid separately for it.",
            )
        )
    elif basis == "counted" and units == 0:
        yield said(sentence(lead, f"bill no unit of {code}{_of_course(fractions)}."))
        yield from (said(part) for part in _sentences(ruling.why) if not part.startswith("That makes"))
    elif basis == "no_rule" and not payers.is_medicare(ruling.payer):
        payer = _payer(ruling)
        yield said(f"{payer}'s rule on units of {code} is not in our sources.")
        yield said(f"The code still exists; Medicare's rule does not bind {payer}.")
    elif basis == "not_this_technique" and ruling.see:
        yield said(sentence(lead, f"do not bill {code} in this course: {either(ruling.see)} takes its place."))
    else:
        yield from _said(ruling.why, lead, ruling.references, code)
    if ruling.provided and units:
        yield said(f"This holds if {ruling.provided}.")


def say_frequency(ruling: UnitsRuling, lead: str = "") -> Iterator[Statement]:
    """What one unit covers, and what the authority says of fractions left over."""
    if ruling.basis in ("bundled", "packaged", "not_valid", "not_this_biller", "no_rule"):
        yield from say_units(ruling, lead)
        return
    rule = _rule(ruling)
    covered = "five fractions" if ruling.one_per == "5 fractions" else ruling.one_per
    yield Statement(sentence(lead, f"bill one unit of {ruling.code} per {covered}."), ruling.references, ruling.code)
    if rule is None or rule.one_per.fractions is None:
        return
    if rule.leftover and rule.leftover.counts_from:
        text = "At the end of the course three or four fractions left over count as one more unit, one or two do not."
    else:
        text = "No authority settles what fractions left over make."
    yield Statement(text, ruling.references, ruling.code)


def is_settled(ruling: ModifierRuling) -> bool:
    """Whether there is something to do or not to do, beside the reason."""
    return ruling.allowed is False or ruling.required


def say_modifier(ruling: ModifierRuling, lead: str = "") -> Iterator[Statement]:
    """What to do with the modifier; nothing where it is a choice or nobody settles it."""
    modifier, code = ruling.modifier, ruling.code
    if ruling.allowed is False:
        yield Statement(sentence(lead, f"do not append {modifier} to {code}."), ruling.references, code)
    elif ruling.required:
        yield Statement(sentence(lead, f"bill {code} with modifier {modifier}."), ruling.references, code)


def say_reason(ruling: ModifierRuling, lead: str = "") -> Iterator[Statement]:
    """Why the modifier belongs on the code or not."""
    yield from _said(ruling.why, lead, ruling.references, ruling.code)


def say_pair(ruling: PairRuling, lead: str = "") -> Iterator[Statement]:
    """Whether two codes go together on one date."""
    yield from _said(ruling.why, lead, ruling.references, ruling.codes[0])


def say_code(ruling: CodeRuling) -> Iterator[Statement]:
    """Whether the code exists on the date, and what to look at instead."""
    yield from _said(ruling.why, "", ruling.references, ruling.code)


def say_biller(ruling: BillerRuling) -> Iterator[Statement]:
    """Whose work the code pays for, and who may bill it."""
    yield from _said(ruling.why, "", ruling.references, ruling.code)


def say_status(ruling: StatusRuling, lead: str = "") -> Iterator[Statement]:
    """How the payer's system treats the code."""
    yield from _said(ruling.why, lead, ruling.references, ruling.code)


def _spread(ruling: UnitsRuling) -> str:
    if not ruling.units or ruling.units < 2 or ruling.per_date != 1:
        return ""
    return f", on {in_words(ruling.units)} dates with 1 unit each"


def _of_course(fractions: int | None) -> str:
    return f" for {many(fractions, 'fraction')}" if fractions else ""


def _arithmetic(ruling: UnitsRuling) -> str:
    return ruling.why.split(" That makes")[0]


def _last(leftover: int) -> str:
    return "the last fraction" if leftover == 1 else f"the last {leftover} fractions"


def _rule(ruling: UnitsRuling) -> UnitRule | None:
    known = entry(ruling.code)
    if known is None:
        return None
    day = min(ruling.period.end, date.max)
    for payer in payers.order(ruling.payer):
        found = held([rule for rule in known.units if rule.payer == payer], day)
        if found is not None:
            return found
    return held(known.units, day)


def _length(ruling: UnitsRuling) -> Iterator[Statement]:
    """A code for short courses says so: 77431 is never for what is left over of a longer course."""
    rule = _rule(ruling)
    if rule is None or rule.course_fractions is None:
        return
    least, most = rule.course_fractions
    length = "one fraction" if most == 1 else f"{in_words(least)} to {in_words(most)} fractions"
    text = f"{ruling.code} is for a whole course of {length}, never for what is left over of a longer course."
    yield Statement(text, (rule.reference,), ruling.code)


def _since(ruling: UnitsRuling) -> str:
    """The day from which the status holds, where it began inside our evidence."""
    known = entry(ruling.code)
    status = known.status_on(ruling.period.start, "mpfs") if known else None
    return f" from {status.start}" if status and known and status.start > known.status[0].start else ""


def _payer(ruling: UnitsRuling) -> str:
    return payers.name(ruling.payer)


def _said(why: str, lead: str, references: tuple[Reference, ...], code: str) -> Iterator[Statement]:
    """The ruling's own reason, sentence by sentence, the first behind the lead."""
    first, *rest = _sentences(why)
    if lead and first.split(" ", 1)[0] in OPENERS:
        first = first[:1].lower() + first[1:]
    yield Statement(sentence(lead, first), references, code)
    yield from (Statement(part, references, code) for part in rest)


def _sentences(why: str) -> list[str]:
    """A ruling's reason cut into its sentences; full stops inside codes and dates do not end one."""
    parts = why.replace(". ", ".\n").split("\n")
    return [part for part in parts if part]
