"""Pairs of codes in words: what a table settles leads, what it is silent on and what no table tells is said once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from assistant.decision import Decision
from assistant.drafting.statements import Statement, both, reason, sentence
from assistant.rules.finding import PairRuling
from assistant.rules.modifiers import DISTINCT
from assistant.rules.pairs import SILENCE
from corpus.pairs import as_last_held
from corpus.rulebook import Reference

CONTAINS = " contains "
HOSPITALS = "In the hospital table ("
PRACTITIONERS = " and in the last practitioner table we hold "
OF_PAIRS, DECIDED = "mln-modifier-59-x", "how-pair-decided"
ONE_BILLERS = frozenset({"for the physician", "for the facility"})  # both were asked about
MEDICARES = "NCCI's pairs bind Medicare"
NO_PRACTITIONERS = "We hold no practitioner table of pairs of this date."


def say_pairs(decision: Decision) -> Iterator[Statement]:
    """Each settled pair, then the silent ones in one sentence, then those that no table of this date tells of."""
    rulings = [ruling for _, ruling in decision.pairs]
    settled = _merged([one for one in rulings if one.together != "no_data" and SILENCE not in one.why])
    silent = [one for one in rulings if SILENCE in one.why]
    unheld = [one for one in rulings if one.together == "no_data"]
    head = ""
    for ruling in settled:
        twin = next((one for one in unheld if one.missing and set(one.codes) == set(ruling.codes)), None)
        agreed = _with_the_last_practitioners(ruling, twin, decision.day) if twin else ruling
        why, head = _without_the_same_head(agreed.why, head)
        yield from reason(why, decision.case, agreed.references, agreed.codes[0])
        if twin and agreed is ruling and ruling.why.startswith(HOSPITALS):
            yield Statement(_led(decision.case, NO_PRACTITIONERS))
    yield from say_distinct(decision, settled)
    if rulings and decision.case in ONE_BILLERS:
        yield Statement("A pair stops two codes of one biller only.", (Reference(source=OF_PAIRS, section=DECIDED),))
    yield from _silent(silent, alone=not settled, lead=decision.case)
    if any(set(one.codes) == set(other.codes) for one in silent for other in unheld):
        yield Statement(_led(decision.case, NO_PRACTITIONERS))
    told = [set(one.codes) for one in (*settled, *silent)]
    yield from _unheld([one for one in unheld if set(one.codes) not in told], decision.case, alone=not told)


def _merged(settled: list[PairRuling]) -> list[PairRuling]:
    """ "77301 contains 77280, 77285 and 77290: ...": what one code is said to contain for one reason, told once."""
    groups: dict[tuple[str, str], list[PairRuling]] = {}
    for one in settled:
        alike = CONTAINS in one.why and one.why.count(one.codes[1]) == 1
        groups.setdefault((one.codes[0], one.why.replace(one.codes[1], "") if alike else one.why), []).append(one)
    merged: list[PairRuling] = []
    for group in groups.values():
        first, codes = group[0], tuple(dict.fromkeys(one.codes[1] for one in group))
        references = tuple(dict.fromkeys(each for one in group for each in one.references))
        several = len(codes) > 1
        why = first.why.replace(codes[0], both(codes)) if several else first.why
        merged.append(replace(first, why=why, references=references))
    return merged


def _unheld(unheld: Sequence[PairRuling], lead: str, *, alone: bool) -> Iterator[Statement]:
    """Pairs no table of the date tells of: what another table says of each; those no table tells of in one sentence."""
    unknown = [one for one in unheld if one.missing and not one.elsewhere]
    several = len(unheld) > 1 or not alone
    not_bound = [one for one in unheld if one.why.startswith(MEDICARES)]
    for ruling in unheld:
        if (ruling in unknown and several) or (ruling in not_bound and len(not_bound) > 1):
            continue
        if several and ruling.elsewhere:
            practitioners = ruling.missing.startswith(NO_PRACTITIONERS.partition(" of this")[0])
            yield Statement(_led(lead, NO_PRACTITIONERS if practitioners else ruling.missing))  # the first is told once
            yield Statement(_led(lead, ruling.elsewhere), ruling.references, ruling.codes[0])
            continue
        yield from reason(ruling.why, lead, ruling.references, ruling.codes[0])
    if unknown and several:
        pairs = ", nor of ".join(both(one.codes) for one in unknown)
        yield Statement(_led(lead, f"No table of pairs that we hold for this date tells of {pairs}."))
    if len(not_bound) > 1:
        codes = both(tuple(dict.fromkeys(code for one in not_bound for code in one.codes)))
        yield Statement(sentence(lead, not_bound[0].why.replace(both(not_bound[0].codes), codes)))


def _without_the_same_head(why: str, before: str) -> tuple[str, str]:
    """The tables are named once: "In the same tables 77334 pays ..."; with the head to compare the next one with."""
    if not why.startswith(HOSPITALS):
        return why, before
    head, rest = _tables(why)
    tables = "tables" if PRACTITIONERS in head else "table"
    return (f"In the same {tables} {rest}" if head == before else why), head


def _tables(why: str) -> tuple[str, str]:
    """The tables named at the head of a ruling, and what they say."""
    end = why.find(") ", max(why.find(PRACTITIONERS), 0))
    return why[: end + 1], why[end + 2 :]


def _led(lead: str, text: str) -> str:
    """The case before the sentence, which loses its capital behind it."""
    return sentence(lead, f"{text[:1].lower()}{text[1:]}" if lead else text)


def _with_the_last_practitioners(ruling: PairRuling, twin: PairRuling, day: date) -> PairRuling:
    """The hospital's edit and the practitioners' of the last release held in one sentence, where both say the same."""
    evidence = as_last_held(*ruling.codes, "practitioner", day)
    alike = (twin.likely, twin.codes) == (ruling.together, ruling.codes)
    if not (evidence and alike and ruling.why.startswith(HOSPITALS)):
        return ruling
    head, _, rest = ruling.why.partition(") ")
    why = f"{head}){PRACTITIONERS}({evidence[0].as_of}) {rest}"
    return replace(ruling, why=why, references=(*ruling.references, evidence[0].reference))


def _silent(silent: Sequence[PairRuling], *, alone: bool, lead: str) -> Iterator[Statement]:
    """The pairs that a complete table has no edit of; what that silence is worth only where nothing else was told."""
    by_table: dict[str, list[PairRuling]] = {}
    for ruling in silent:
        by_table.setdefault(ruling.why.partition(" has no edit")[0], []).append(ruling)
    for table, rulings in by_table.items():
        pairs = [f"between {both(one.codes)}" for one in rulings]
        references: tuple[Reference, ...] = tuple(dict.fromkeys(each for one in rulings for each in one.references))
        text = _led(lead, f"{table} has no edit {', nor '.join(pairs)}.")
        yield Statement(text, references, rulings[0].codes[0])
        if alone:
            yield Statement(
                f"{SILENCE}: payment status and other rules may still bundle one of them.",
                references,
                rulings[0].codes[0],
            )


def say_distinct(decision: Decision, settled: Sequence[PairRuling]) -> Iterator[Statement]:
    """What 59 or an X modifier does to the pairs told: nothing, or on which line it may stand."""
    asked = tuple(one for one in decision.asked.modifiers if one in DISTINCT)
    if not asked:
        return
    opened = [one for one in settled if one.together == "with modifier"]
    closed = [one for one in settled if one.together == "no"]
    for ruling in opened:
        on = ruling.codes[1]
        shown = "when the record shows a separate session, site or device"
        text = f"{' or '.join(asked)} may stand on {on}, the code that denies, {shown}."
        yield Statement(sentence(decision.case, text), ruling.references, on)
    if closed and not opened:
        verb = "does" if len(asked) == 1 else "do"
        yield Statement(f"{both(asked)} {verb} not change that.", closed[0].references, closed[0].codes[0])
