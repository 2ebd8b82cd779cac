"""Pairs of codes in words: what a table settles leads, what it is silent on and what no table tells is said once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.decision import Decision
from assistant.drafting.statements import Statement, both, reason, sentence
from assistant.rules.finding import PairRuling
from assistant.rules.modifiers import DISTINCT
from assistant.rules.pairs import SILENCE, every_edit
from corpus.pairs import PairEdit
from corpus.rulebook import Reference

HOSPITALS = "In the hospital table ("
PRACTITIONERS = " and in the last practitioner table we hold "
NO_PRACTITIONERS = "We hold no practitioner table of pairs of this date."


def say_pairs(decision: Decision) -> Iterator[Statement]:
    """Each settled pair, then the silent ones in one sentence, then those that no table of this date tells of."""
    rulings = [ruling for _, ruling in decision.pairs]
    settled = [one for one in rulings if one.together != "no_data" and SILENCE not in one.why]
    silent = [one for one in rulings if SILENCE in one.why]
    unheld = [one for one in rulings if one.together == "no_data"]
    told = {frozenset(one.codes) for one in settled}
    head = ""
    for ruling in settled:
        twins = [one for one in unheld if set(one.codes) == set(ruling.codes)]
        agreed = _with_the_last_practitioners(ruling, decision) if twins else ruling
        why, head = _without_the_same_head(agreed.why, head)
        yield from reason(why, decision.case, agreed.references, agreed.codes[0])
        if twins and agreed is ruling:
            yield Statement(_led(decision.case, NO_PRACTITIONERS))
    yield from say_distinct(decision, settled)
    yield from _silent(silent, alone=not settled, lead=decision.case)
    quiet = {frozenset(one.codes) for one in silent}
    yield from _unheld([one for one in unheld if frozenset(one.codes) not in told], quiet, decision.case)


def _unheld(unheld: Sequence[PairRuling], quiet: set[frozenset[str]], lead: str) -> Iterator[Statement]:
    """Pairs no table of the date tells of: what another table says of each; those no table tells of in one sentence."""
    if any(frozenset(one.codes) in quiet for one in unheld):
        yield Statement(_led(lead, NO_PRACTITIONERS))
    left = [one for one in unheld if frozenset(one.codes) not in quiet]
    unknown = [one for one in left if not one.references]
    several = len(unheld) > 1 or quiet
    for ruling in [one for one in left if one.references] if several else left:
        yield from reason(ruling.why, lead, ruling.references, ruling.codes[0])
    if several and unknown:
        pairs = ", nor of ".join(both(one.codes) for one in unknown)
        yield Statement(_led(lead, f"No table of pairs that we hold for this date tells of {pairs}."))


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


def _with_the_last_practitioners(ruling: PairRuling, decision: Decision) -> PairRuling:
    """The hospital's edit and the practitioners' of the last release held in one sentence, where both say the same."""
    earlier = [edit for edit in every_edit(*ruling.codes) if edit.table == "practitioner"]
    earlier = [edit for edit in earlier if edit.start <= decision.day]
    last = max(earlier, key=lambda edit: edit.start, default=None)
    if last is None or not ruling.why.startswith(HOSPITALS):
        return ruling
    if (last.column1, last.column2) != ruling.codes or f"(indicator {last.indicator})" not in ruling.why:
        return _and_otherwise(ruling, last)
    head, _, rest = ruling.why.partition(") ")
    why = f"{head}){PRACTITIONERS}({last.as_of}) {rest}"
    return replace(ruling, why=why, references=(*ruling.references, last.reference))


def _and_otherwise(ruling: PairRuling, last: PairEdit) -> PairRuling:
    said = f"{last.column1} over {last.column2}, indicator {last.indicator}"
    why = f"{ruling.why} The last practitioner table we hold ({last.as_of}) has {said}."
    return replace(ruling, why=why, references=(*ruling.references, last.reference))


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
            yield Statement(f"{SILENCE}: payment status and other rules may still bundle one of them.", references, rulings[0].codes[0])


def say_distinct(decision: Decision, settled: Sequence[PairRuling]) -> Iterator[Statement]:
    """What 59 or an X modifier does to the pairs told: nothing, or on which line it may stand."""
    asked = tuple(one for one in decision.asked.modifiers if one in DISTINCT)
    if not asked:
        return
    opened = [one for one in settled if one.together == "with modifier"]
    closed = [one for one in settled if one.together == "no"]
    for ruling in opened:
        on = ruling.codes[1]
        text = f"{' or '.join(asked)} may stand on {on}, the code that denies, when the record shows a separate session, site or device."
        yield Statement(sentence(decision.case, text), ruling.references, on)
    if closed and not opened:
        verb = "does" if len(asked) == 1 else "do"
        yield Statement(f"{both(asked)} {verb} not change that.", closed[0].references, closed[0].codes[0])
