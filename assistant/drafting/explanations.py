"""What a code is, what the record must show, and who says otherwise: the rule book in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from assistant.decision import ANYBODY, Decision
from assistant.drafting.comparisons import in_one_sentence, period_known, reporting
from assistant.drafting.statements import Statement, both, sentence
from assistant.rules.biller import side_of
from assistant.rules.codes import either
from corpus.rulebook import CodeEntry, Point, Reference, entry
from corpus.sources import load_sources

MOST_POINTS = 4
SIDES = {
    "professional": "it pays for the physician's work only",
    "technical": "it pays for technical work only, so neither 26 nor TC belongs on it",
    "both": "it has a professional part (26) and a technical part (TC)",
}
MOST_DESCRIBED = 3  # more codes than this are told apart by their short names


def _entries(decision: Decision) -> Iterator[CodeEntry]:
    for code in decision.codes:
        known = entry(code.code)
        if known is not None:
            yield known


def say_definitions(decision: Decision) -> Iterator[Statement]:
    """What each code reports on the date, in our words; many codes by their short names in one sentence."""
    held = [(known, period) for known in _entries(decision) if (period := period_known(known, decision.day))]
    if "definition" not in decision.asked.matters:  # of what ended only who asks what it was is told
        held = [(known, period) for known, period in held if known.period_on(decision.day)]
    if len(held) > MOST_DESCRIBED and "definition" not in decision.asked.matters:
        names = [f"{known.code} ({known.name})" for known, _ in held]
        text = f"The codes are {both(tuple(names))}."
        yield Statement(text, tuple(dict.fromkeys(period.reference for _, period in held)), held[0][0].code)
        return
    if len(held) > 1:
        yield from in_one_sentence(
            [(known.code, reporting(known, period, decision.day), period) for known, period in held]
        )
    for known, period in held if len(held) == 1 else ():
        whole = reporting(known, period, decision.day)
        side = _side(known, decision) if "definition" in decision.asked.matters else ""
        together = side and ";" not in whole and ". " not in whole
        yield Statement(f"{whole}; {side}." if together else f"{whole}.", (period.reference,), known.code)
        if side and not together:
            yield Statement(f"{side[:1].upper()}{side[1:]}.", (period.reference,), known.code)


def _side(known: CodeEntry, decision: Decision) -> str:
    """Whose work the one code asked about pays for, and what that means for 26 and TC."""
    if known.period_on(decision.day) is None:
        return ""
    return SIDES.get(side_of(known, decision.day)[0], "")


def say_ties(decision: Decision) -> Iterator[Statement]:
    """What an add-on goes with."""
    for known in _entries(decision):
        for tie in known.relations:
            if "technique" in decision.asks and tie.kind == "included_in" and tie.holds_on(decision.day):
                note = f": {tie.note}" if tie.note else ""
                yield Statement(f"{known.code} is inside {either(tie.codes)}{note}.", (tie.reference,), known.code)
            if tie.kind == "add_on_to" and tie.holds_on(decision.day):
                text = f"{known.code} is an add-on to {either(tie.codes)} and is not billed alone."
                yield Statement(text, (tie.reference,), known.code)


def say_points(decision: Decision) -> Iterator[Statement]:
    """What the record must show, where work belongs, who must be there; what several codes share is told once."""
    shared: dict[str, list[tuple[str, Point]]] = {}
    # What is said of the place asked about comes first, then what the record holds.
    ranked = sorted(decision.points, key=lambda one: (not one[1].setting, not one[1].says.startswith("The record")))
    for code, point in ranked:
        shared.setdefault(point.says.rstrip("."), []).append((code, point))
    several = len({code for code, _ in decision.points}) > 1
    if decision.asked.visit_reason:
        yield from _of_the_visit(decision)
        return
    for says, told in islice(shared.items(), MOST_POINTS):
        codes = tuple(code for code, _ in told)
        everybodys = not several or len(codes) == len({code for code, _ in decision.points}) or codes[0] in says
        text = f"{says}." if everybodys else f"For {both(codes)}: {says[:1].lower()}{says[1:]}."
        yield Statement(text, tuple(dict.fromkeys(point.reference for _, point in told)), codes[0])


def _of_the_visit(decision: Decision) -> Iterator[Statement]:
    """The half of the point on visits that the reason told makes the answer."""
    at = ("check", "other").index(decision.asked.visit_reason)
    for code, point in decision.points:
        halves = point.says.rstrip(".").split("; ")
        if point.about == "visit" and len(halves) == 2:
            yield Statement(f"{halves[at][:1].upper()}{halves[at][1:]}.", (point.reference,), code)


def say_disagreements(decision: Decision) -> Iterator[Statement]:
    """In the text only what the question itself brings up; the answer carries the rest beside it."""
    sources = load_sources()
    for code, one in decision.disagreements:
        source = sources.get(one.source)
        asked = decision.asked.attributed_to
        after = decision.asked.afterwards and "visit" in one.says.lower()
        everybodys = after or asked == ANYBODY
        named = source and (everybodys or any(_names(name, source.publisher, one.source) for name in asked))
        if source is None or not named:
            continue
        overruling = sources.get(one.overruled_by or "")
        says = one.says[:1].lower() + one.says[1:]
        standing = f"; overruled by {overruling.title}" if overruling else "; nothing we hold settles it"
        references = tuple(Reference(source=each) for each in (one.source, one.overruled_by) if each)
        yield Statement(sentence("", f"{source.publisher} says of {code}: {says}{standing}."), references, code)


def _names(name: str, publisher: str, source: str) -> bool:
    plain = "".join(letter for letter in name.lower() if letter.isalnum())
    return plain in "".join(letter for letter in publisher.lower() + source if letter.isalnum())
