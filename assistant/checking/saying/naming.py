"""A part of the case told with its code: "the delivery itself is 77771", "for delivery the 8 channels mean 77771"."""

from __future__ import annotations

from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.checking.clauses.names_of_codes import names_its_code
from assistant.checking.marking.marks import Mark

GIVEN = frozenset("is are was were would be will be mean means comes come to makes make = :".split())
LITTLE = frozenset("the itself then here it for each of side own case its".split())


def naming(c: ClauseReading) -> None:
    """One service and, behind it, one code that it is said to be: the case must take that code for it."""
    codes, services = c.at("CODE"), c.at("SERVICE")
    if len(codes) != 1 or len(services) != 1 or services[0] > codes[0] or not c.marks[services[0]].value.bare:
        return
    if c.verb_denied() or c.denied.objects or c.denied.codes or not names_its_code(c.marks, services[0]):
        return
    ahead = c.marks[: codes[0]]
    given = [at for at, mark in enumerate(ahead) if at > services[0] and _gives(mark)]
    if not given or not all(_is_little(mark) for mark in ahead):
        return
    if any(isinstance(one.value, tuple) and one.value[0] == "for" for one in c.advice):
        return
    c.say("component", ("for", (c.marks[services[0]].value,)), services[0], *given, codes=(c.marks[codes[0]].value,))


def _gives(mark: Mark) -> bool:
    said = (mark.said or str(mark.value)).split()
    return bool(said) and set(said) <= GIVEN


def _is_little(mark: Mark) -> bool:
    return mark.kind in ("EXTENT", "SERVICE", "ARTICLE") or _gives(mark) or set(mark.said.split()) <= LITTLE
