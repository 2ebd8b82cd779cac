"""What a part of a course adds: "the last two are covered by the units you billed", "the remaining three sessions"."""

from __future__ import annotations

from assistant.checking.clauses.clause_reading import ClauseReading
from corpus.rulebook import entry

BESIDE = frozenset("NEG WORD ARTICLE PUNCT LEFT BUNDLED UNIT UNITS DO PRONOUN OK LINK NOW".split())
COVERED = frozenset(
    {"covered by the", "covered by", "included in", "part of", "already part of", "already in", "inside"}
)
BILLED = frozenset("billed reported charged submitted".split())
OTHERWISE = ("WITHOUT", "MOD", "PER_DATE", "RATHER", "EXCEPT", "IF", "ONLY", "FRACTIONS", "NTH_UNIT")


def inside_the_units(c: ClauseReading) -> None:
    """ "The last two are covered by the units you billed": they add none."""
    left, inside = c.at("LEFT"), c.at("BUNDLED")
    if len(left) != 1 or len(inside) != 1 or not c.codes or c.named or not c.kinds <= BESIDE or left[0] > inside[0]:
        return
    units = [at for at in c.at("UNIT") if at > inside[0]]
    already = any(mark.said in BILLED for mark in c.marks[inside[0] :])
    number = c.marks[left[0]].value
    if c.marks[inside[0]].said in COVERED and len(units) == 1 and already and isinstance(number, int):
        adds = len(c.at("NEG"))  # "... are not covered by them": then one more would be due
        if adds < 2:
            c.say("units", ("leftover", number, adds), *left, *inside, *units, *c.at("NEG"))


def later_sessions(c: ClauseReading) -> None:
    """ "The remaining three sessions are reported with G0340, one unit per session": as many units as sessions."""
    left, often = c.at("LEFT"), c.at("FREQ")
    told = [one for one in c.background.previous if one.kind == "units" and isinstance(one.value, int)]
    if len(c.codes) != 1 or not _of_later_sessions(c.codes[0]) or c.has(*OTHERWISE, "UNITS", "ONCE", "NUM"):
        return
    through = c.at("FRACTION_RANGE")
    if len(through) == 1 and not left and not often and c.has("DO"):
        first, last = c.marks[through[0]].value
        if first > 1 and last == c.background.fractions:  # "sessions two through four"
            c.say("units", last - first + 1, *through, polarity=not c.verb_denied())
        return
    each = [at for at in often if c.marks[at].value == (1, "session")]
    if len(each) != len(often) or len(left) > 1:
        return
    if left and c.has("DO") and isinstance(c.marks[left[0]].value, int):
        c.say("units", c.marks[left[0]].value, *sorted((*left, *each)), polarity=not c.verb_denied())
    elif each and not left and not c.has("NEG") and told and told[-1].codes == c.codes:
        c.say("units", told[-1].value, *each)


def _of_later_sessions(code: str) -> bool:
    known = entry(code)
    rules = known.units if known else ()
    return any(rule.most_per_course and rule.course_fractions and rule.course_fractions[0] > 1 for rule in rules)
