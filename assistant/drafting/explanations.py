"""What a code is, what the record must show, and who says otherwise: the rule book in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.decision import ANYBODY, Decision
from assistant.drafting.statements import Statement, sentence
from assistant.rules import payers
from assistant.rules.changes import Dated
from assistant.rules.codes import either
from assistant.rules.periods import ONE_DAY
from corpus.modifiers import modifier
from corpus.rulebook import CodeEntry, CodePeriod, Reference, entry
from corpus.sources import load_sources

MOST_POINTS = 4


def _entries(decision: Decision) -> Iterator[CodeEntry]:
    for code in decision.codes:
        known = entry(code.code)
        if known is not None:
            yield known


def say_definitions(decision: Decision) -> Iterator[Statement]:
    """What each code is on the date, in our words."""
    for known in _entries(decision):
        period = known.period_on(decision.day)
        if period is None:
            continue
        yield Statement(f"{known.code} ({known.name}) is: {_service(period)}.", (period.reference,), known.code)


def say_meanings(decision: Decision) -> Iterator[Statement]:
    """What a modifier means, where it is asked about and no code is."""
    for name in decision.asked.modifiers if not decision.codes else ():
        known = modifier(name)
        if known is not None:
            yield Statement(f"Modifier {name} means: {known.meaning.rstrip('.')}.", (known.reference,))


def say_ties(decision: Decision) -> Iterator[Statement]:
    """What an add-on goes with."""
    for known in _entries(decision):
        for tie in known.relations:
            if tie.kind == "add_on_to" and tie.holds_on(decision.day):
                text = f"{known.code} is an add-on to {either(tie.codes)} and is not billed alone."
                yield Statement(text, (tie.reference,), known.code)


def say_payer_rules(decision: Decision) -> Iterator[Statement]:
    """What the payer itself says of the code."""
    for code, rule in decision.payer_rules[:MOST_POINTS]:
        yield Statement(f"{payers.name(rule.payer)} says of {code}: {rule.value}.", (rule.reference,), code)


def say_changes(decision: Decision) -> Iterator[Statement]:
    """What ended, what took its place, what is new, each with its day."""
    changes = decision.changes
    if changes is None:
        return
    if changes.ended:
        day = changes.day - ONE_DAY
        yield Statement(f"Ended on {day}: {', '.join(code for code, _ in changes.ended)}.", _references(changes.ended))
    for code, period in changes.redefined[:MOST_POINTS]:
        yield Statement(f"{code} from {period.start}: {_service(period)}.", (period.reference,), code)
    if changes.new:
        new = ", ".join(code for code, _ in changes.new)
        yield Statement(f"New from {changes.day}: {new}.", _references(changes.new))


def _references(periods: Dated) -> tuple[Reference, ...]:
    return tuple(dict.fromkeys(period.reference for _, period in periods))


def _service(period: CodePeriod) -> str:
    """The service as it stands after a colon: its first letter small unless it begins an abbreviation."""
    service = period.service
    return service[:1].lower() + service[1:] if service[1:2].islower() else service


def say_points(decision: Decision) -> Iterator[Statement]:
    """What the record must show, where work belongs, who must be there."""
    for code, point in decision.points[:MOST_POINTS]:
        says = point.says.rstrip(".")
        text = f"{says}." if code in says or len(_codes(decision)) == 1 else f"For {code}: {says}."
        yield Statement(text, (point.reference,), code)


def say_disagreements(decision: Decision) -> Iterator[Statement]:
    """In the text only what the question itself brings up; the answer carries the rest beside it."""
    sources = load_sources()
    for code, one in decision.disagreements:
        source = sources.get(one.source)
        asked = decision.asked.attributed_to
        named = source and (asked == ANYBODY or any(_names(name, source.publisher, one.source) for name in asked))
        if source is None or not named:
            continue
        overruling = sources.get(one.overruled_by or "")
        says = one.says[:1].lower() + one.says[1:]
        standing = f"; overruled by {overruling.title}" if overruling else "; nothing we hold settles it"
        references = tuple(Reference(source=each) for each in (one.source, one.overruled_by) if each)
        yield Statement(sentence("", f"{source.publisher} says of {code}: {says}{standing}."), references, code)


def _codes(decision: Decision) -> tuple[str, ...]:
    return tuple(ruling.code for ruling in decision.codes)


def _names(name: str, publisher: str, source: str) -> bool:
    plain = "".join(letter for letter in name.lower() if letter.isalnum())
    return plain in "".join(letter for letter in publisher.lower() + source if letter.isalnum())
