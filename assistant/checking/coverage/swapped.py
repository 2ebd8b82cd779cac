"""Words that turn a right clause into a wrong one by a single swap, and that no reader weighs.

"The hospital's review", "before each block of five", "electron fields with photons", "a remainder of three adds two":
each stands where its opposite is right, so it is never neutral there.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from assistant.checking.advice import Advice
from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.checking.marking.marks import Mark
from assistant.checking.saying.no_help import unchanged
from assistant.reading.text import stem

PLACES = ("hospital", "facility", "office", "center", "clinic", "department")
GOVERNED = frozenset("in at for of to by with from on under within inside into a an is not no".split())
PHYSICIANS = frozenset(
    stem(word)
    for word in """review reviews reviewed reviewing examine examines examined examining approve approves approved
    interpret interprets interpreted interpretation reading management professional physician""".split()
)
PHOTONS = frozenset({"photon", "photons"})
OFFICES = frozenset({"office", "freestanding"})  # no hospital's groups of payment
TWO_DIMENSIONAL = frozenset("2d 2-d two-dimensional".split())
ELECTRONS = frozenset({"electrons", "total_skin_electrons"})
ADDING = frozenset("adds add earns earn brings bring gives give makes make gets get allows allow buys buy".split())
DENYING = frozenset("apart leftover window lag opens opened listed cap per_date lifts".split()) | {"bundled or in"}
DENIALS = frozenset(
    "invalid wrong incorrect improper inappropriate forbidden prohibited disallowed excluded barred".split()
)
PARTING = frozenset("AND BUT NEG RATHER PUNCT IF SAME".split())
NOTHING_HELPS = frozenset("help helps appeal appeals appealed replaced changed".split())
SESSIONS = {"G0339": frozenset("second third fourth fifth later following".split()), "G0340": frozenset({"first"})}
OF_FIVE = frozenset({"FREQ", "EVERY", "SETCOUNT", "SETS", "FRACTIONS"})
BY_COMPENSATOR = "G6016"
# "... if the hospital agrees": a condition that no rule knows.
ASSENT = frozenset("agree agrees agreed consents consent insists insist prefers prefer wishes wish".split())
RATES = frozenset("rate rates frequency cadence rhythm".split())


def swapped(c: ClauseReading) -> Iterator[str]:
    """What such words say and nobody has read."""
    signs = c.signs
    if not signs.isdisjoint(("SETTING", "BILLER")) or not signs.isdisjoint(PLACES):
        yield from _physicians_work(c)
    if "before" in signs:
        yield from _before_the_set(c.marks)
    if "FACT" in signs or c.facts:
        yield from _photons(c)
    if not signs.isdisjoint(("LEFT", "LEFTOVER", "remainder")):
        yield from _adds_more_than_one(c.marks)
    if not signs.isdisjoint(RATES) and any(one.kind == "units" and not _of_five(one) for one in c.advice):
        yield from (mark.said for mark in c.marks if mark.said in RATES)
    if not signs.isdisjoint(("ONLY", "NOT_BOTH")) and c.has("NEG") and not _never_lifts(c):
        yield from _only_one_is_not(c.marks)
    if "NEG" in signs:
        yield from _lost_denials(c)
        yield from _twice_denied(c.marks)
    if "DO" in signs and "BUNDLED" in signs:
        yield from _billed_inside(c)
    if "APC" in signs or "SYSTEM" in signs:
        yield from (mark.said for mark in c.marks if mark.kind == "SETTING" and mark.value in OFFICES)
    if len(c.at("SETTING")) > 1:
        yield from _two_places(c)
    if "ONLY" in signs and "DATE" in signs and c.has("MOD"):
        yield from _only_from(c.marks)
    if "CODE" in signs:
        yield from _of_another_session(c)
        yield from _by_compensators(c)
    if c.facts:
        yield from (mark.said for mark in c.facts if mark.said in ASSENT)
    if "case" in signs:
        yield from _in_your_case(c)
    if "SEPARATE" in signs or "separate" in signs:
        yield from _separate_from(c)


def _physicians_work(c: ClauseReading) -> Iterator[str]:
    """ "The hospital's claim carries 26", "the hospital reviews the images": a place does what is the physician's."""
    told = any(one.get("biller") == "facility" for one in c.conditions)
    marks = c.marks
    for at, mark in enumerate(marks):
        if not _place(mark):
            continue
        near = [one for one in marks[at + 1 : at + 4] if one.kind != "ARTICLE"]
        physicians = any(not PHYSICIANS.isdisjoint(_stems(one)) for one in near[:2])
        owned = mark.said.endswith("'s") and (physicians or any(one.said == "part" for one in near[:1]))
        if _governed(marks, at) and not owned:
            continue
        marked = not told and any(one.kind == "modifier" and one.polarity and one.value == "26" for one in c.advice)
        if physicians or (marked and not _somebody_else(marks)):
            yield mark.said or "whose work"


def _place(mark: Mark) -> bool:
    if mark.kind in ("SETTING", "BILLER"):
        return mark.kind == "SETTING" or mark.value == "facility"
    return mark.kind == "WORD" and mark.said.removesuffix("'s").endswith(PLACES)


def _governed(marks: list[Mark], at: int) -> bool:
    leading = (one for one in reversed(marks[:at]) if one.kind != "ARTICLE" and one.said not in ("the", "your"))
    before = next(leading, None)
    if before is not None and before.said in ("for", "by") and at + 2 >= len(marks):
        return False  # "77014-26 for the hospital."
    return before is not None and before.said in GOVERNED


def _somebody_else(marks: list[Mark]) -> bool:
    """Whether a physician is named beside the place."""
    return any(mark.kind in ("BILLER", "PROFESSIONAL") and not _place(mark) for mark in marks)


def _before_the_set(marks: list[Mark]) -> Iterator[str]:
    """ "before each block of five treatments": a unit is earned by what was given."""
    told = [mark for mark in marks if mark.kind != "ARTICLE"]
    yield from (one.said for one, two in pairwise(told) if one.said == "before" and two.kind in OF_FIVE)


def _photons(c: ClauseReading) -> Iterator[str]:
    """ "Electron fields with photons are level 1", "electrons or any photons": only two-dimensional ones share it."""
    of_electrons = any(
        mark.kind == "FACT" and mark.value[0] == "technique" and mark.value[1] in ELECTRONS
        for mark in (*c.marks, *c.facts)
    )
    plain = any(mark.said in TWO_DIMENSIONAL for mark in c.marks)
    either = plain and any(mark.kind == "AND" and mark.said == "or" for mark in c.marks)
    if of_electrons and not either and not c.has("NEG", "WITHOUT", "RATHER", "BUT"):
        yield from (mark.said for mark in c.marks if not PHOTONS.isdisjoint(mark.said.split()))


def _adds_more_than_one(marks: list[Mark]) -> Iterator[str]:
    """ "a remainder of three adds two": what is left over makes one unit or none."""
    for one, two in pairwise(marks):
        more = two.kind in ("NUM", "UNITS", "COUNTED") and isinstance(two.value, int) and two.value > 1
        if one.said in ADDING and more:
            yield f"{one.said} {two.said or two.value}"


def _only_one_is_not(marks: list[Mark]) -> Iterator[str]:
    """ "Only one of them is not paid": the opposite of "only one of them is paid"."""
    for at, mark in enumerate(marks):
        if mark.kind in ("ONLY", "NOT_BOTH") and any(one.kind == "NEG" for one in marks[at + 1 :]):
            yield mark.said


def _never_lifts(c: ClauseReading) -> bool:
    """ "Image guidance alone does not raise the level": a rule of which every word was read."""
    return any(isinstance(one.value, tuple) and one.value[0] == "lifts" for one in c.advice)


def _lost_denials(c: ClauseReading) -> Iterator[str]:
    """ "77307 is not an isodose plan that includes 77300": a denial that has reached no piece of advice."""
    if not c.advice or any(not one.polarity or _denies(one) for one in c.advice):
        return
    inside = all(isinstance(one.value, tuple) and one.value[0] == "included" for one in c.advice)
    held = c.at("BUNDLED")
    if unchanged(c):
        return  # "59 does not change a bundled status"
    for at in c.at("NEG"):
        again = inside and (not held or held[0] < at)  # "is inside the delivery code and is not billed again"
        if not again and not any(mark.said in NOTHING_HELPS for mark in c.marks[at + 1 :]):
            yield c.marks[at].said


def _billed_inside(c: ClauseReading) -> Iterator[str]:
    """ "Bill 77300, it is inside 77771": what lies in another is told to be billed, which nobody reads."""
    opening = [mark for mark in c.marks[:4] if mark.kind not in ("WORD", "ARTICLE", "PUNCT", "PRONOUN", "OK")]
    bids = len(opening) > 1 and opening[0].kind == "DO" and opening[1].kind in ("CODE", "SERVICE")
    if not bids or not c.advice:
        return
    inside = [one for one in c.advice if isinstance(one.value, tuple) and one.value[0] == "included" and one.polarity]
    if len(inside) == len(c.advice) and any(opening[1].value == one.codes[0] for one in inside):
        yield opening[0].said


def _twice_denied(marks: list[Mark]) -> Iterator[str]:
    """ "26 is not invalid": it is valid, and a reader of denials takes it for the opposite."""
    yield from (two.said for one, two in pairwise(marks) if one.kind == "NEG" and two.said in DENIALS)


def _denies(one: Advice) -> bool:
    """Whether the value itself is what was denied: no unit, a payer's window, a length that is exceeded."""
    if isinstance(one.value, tuple):
        return (
            one.value[0] in DENYING
            or one.value == ("on review", False)
            or (one.value[0] == "course" and one.value[1][0] is None)
        )
    return one.value in (0, "none", "ended", "refused", "open")


def _two_places(c: ClauseReading) -> Iterator[str]:
    """ "For hospital outpatients 77370 belongs on the office's claim": of two places one is wrong."""
    places = c.at("SETTING")
    values = {c.marks[at].value for at in places}
    between = c.marks[places[0] : places[-1]]
    parted = any(mark.kind in PARTING or mark.said == "as" for mark in between)
    if {"hospital_outpatient"} < values and not parted:
        yield c.marks[places[-1]].said


def _only_from(marks: list[Mark]) -> Iterator[str]:
    """ "Requires 26 only for dates on or after July 1": that it held no day earlier is nothing a reader weighs."""
    for at, mark in enumerate(marks):
        if mark.kind == "ONLY" and any(one.kind == "DATE" for one in marks[at + 1 : at + 5]):
            yield mark.said


def _of_another_session(c: ClauseReading) -> Iterator[str]:
    """ "The first session is G0340": one code is for the first session, the other for those that follow."""
    for at in c.at("CODE"):
        others = SESSIONS.get(str(c.marks[at].value))
        if others and len(c.at("CODE")) == 1:
            yield from (mark.said for mark in c.marks if mark.said in others)


def _by_compensators(c: ClauseReading) -> Iterator[str]:
    """ "Submit G6016": the same treatment by compensators, which question or clause has to tell."""
    chosen = any(one.kind == "component" and one.polarity and one.codes == (BY_COMPENSATOR,) for one in c.advice)
    if chosen and not _tells_compensators(c):
        yield BY_COMPENSATOR


def _tells_compensators(c: ClauseReading) -> bool:
    return c.background.told.compensators or any("compensator" in mark.said for mark in (*c.marks, *c.facts))


def _in_your_case(c: ClauseReading) -> Iterator[str]:
    """ "Inside the delivery level, 77412 in your case": chooses a code in passing, and nobody has judged the choice."""
    chosen = any(one.kind == "component" and one.value in ("billable", "payable") for one in c.advice)
    for at in c.at("CODE"):
        behind = [mark.said for mark in c.marks[at + 1 : at + 4]]
        asked = c.marks[at].value in c.background.asked_codes
        if not chosen and not asked and behind[-1:] == ["case"] and behind[1] in ("your", "this", "that"):
            yield "case"


def _separate_from(c: ClauseReading) -> Iterator[str]:
    """ "The interpretation is separate from 77427": apart from that code, and nobody weighs it."""
    for at, mark in enumerate(c.marks):
        after = c.marks[at + 1 : at + 4]
        apart = mark.kind == "SEPARATE" or mark.said in ("separate", "apart")
        from_a_code = after[:1] and after[0].said == "from" and any(one.kind in ("CODE", "SERVICE") for one in after)
        if apart and from_a_code and not any(one.kind == "pair" for one in c.advice):
            yield mark.said


def _of_five(one: Advice) -> bool:
    """ "The rate is one for five fractions": the rule itself, told of five."""
    return one.value == 1 and one.condition.get("fractions") == 5


def _stems(mark: Mark) -> set[str]:
    return {stem(word) for word in mark.said.removesuffix("'s").split()}
