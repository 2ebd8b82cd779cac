"""What a modifier, a status letter or an indicator means, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.decision import Decision
from assistant.drafting.statements import Statement, both, sentence
from assistant.rules.described_modifiers import clash
from assistant.rules.indicators import NAMES, Indicator, meaning, reference
from assistant.rules.status_letters import SYSTEMS
from corpus.modifiers import modifier
from corpus.rulebook import Reference, codes, entry

MOST_CARRIERS = 3  # codes named as examples of a letter


def say_indicators(decision: Decision) -> Iterator[Statement]:
    """What each letter or number means; one letter in two systems is one sentence."""
    told: set[Indicator] = set()
    for one in decision.asked.indicators:
        other = Indicator("opps" if one.kind == "mpfs" else "mpfs", one.value)
        if one in told:
            continue
        if one.kind in SYSTEMS and other in decision.asked.indicators:
            told.add(other)
            yield _two_systems(one.value)
        else:
            said = f"{NAMES[one.kind]} {one.value} means {meaning(one.kind, one.value)}."
            yield Statement(sentence("", said), (reference(one.kind, one.value),))
        if one.kind in SYSTEMS and not decision.asked.codes:
            yield from _carriers(one, decision)


def _two_systems(letter: str) -> Statement:
    office, hospital = (meaning(kind, letter) for kind in ("mpfs", "opps"))
    text = f"In {SYSTEMS['mpfs']} status {letter} means {office}; in {SYSTEMS['opps']} it means {hospital}."
    return Statement(text, (reference("mpfs", letter), reference("opps", letter)))


def _carriers(one: Indicator, decision: Decision) -> Iterator[Statement]:
    """The codes that carry the letter on the date, where they are few."""
    found: dict[str, Reference] = {}
    for code in codes():
        known = entry(code)
        held = known.status_on(decision.day, one.kind) if known else None  # type: ignore[arg-type]
        if held is not None and held.value == one.value:
            found[code] = held.reference
    if found and len(found) <= MOST_CARRIERS:
        names, has = both(tuple(found)), "has" if len(found) == 1 else "have"
        alone = Indicator("opps" if one.kind == "mpfs" else "mpfs", one.value) not in decision.asked.indicators
        there = "" if alone else f" in {SYSTEMS[one.kind]}"
        text = f"Of the codes we hold only {names} {has} it{there} on {decision.day}."
        yield Statement(text, tuple(dict.fromkeys(found.values())), next(iter(found)))


def say_meanings(decision: Decision) -> Iterator[Statement]:
    """What a modifier means: where no code is named, and for one that belongs on another line than the code's."""
    asked = decision.asked
    for name in () if asked.of_visit and "modifier" in asked.matters else asked.modifiers:
        known = modifier(name)
        if known is not None and (not decision.codes or known.kind == "visit") and not _is_told(name, decision):
            says = known.meaning[:1].lower() + known.meaning[1:].rstrip(".")
            yield Statement(f"Modifier {name} means: {says}.", (known.reference,))


def _is_told(name: str, decision: Decision) -> bool:
    """26 and TC together need no explaining to who asks whether both may stand on one line."""
    return (
        name in ("26", "TC")
        and clash(decision.asked.modifiers) is not None
        and "comparison" not in decision.asked.matters
    )


def say_clash(decision: Decision) -> Iterator[Statement]:
    """Two modifiers that contradict each other on one line, whatever the code."""
    found = clash(decision.asked.modifiers)
    if found is None:
        return
    neither = bool(decision.modifiers) and all(ruling.allowed is False for ruling in decision.modifiers)
    if set(found) == {"26", "TC"} and decision.codes and (decision.asked.of_global or neither):
        return  # the code's own parts say more
    one, other = found
    references = tuple(held.reference for name in found if (held := modifier(name)))
    if set(found) != {"26", "TC"}:
        yield Statement(f"{one} and {other} do not go together on one line.", references)
    else:
        marks = "26 marks the professional component, TC the technical component"
        yield Statement(f"26 and TC do not go together on one line: {marks}.", references)
        text = "Reported without either, the code pays for the professional and the technical component together."
        yield Statement(text, (Reference(source="cms-rvu25d", section="letters"),))
