"""Clauses that only say what a code stands for."""

# ruff: noqa: E501 - patterns and lists of phrases: one thought, one line
from __future__ import annotations

from assistant.checking.clauses.clause import Clause
from assistant.checking.clauses.names_of_codes import all_codes_of, names_its_code
from assistant.checking.coverage.ranked import told_apart
from assistant.checking.coverage.telling_apart import misplaced, misranked
from assistant.checking.harmless.bidding import DECIDES
from assistant.checking.marking.marks import Mark
from assistant.checking.marking.shapes import kind_of
from assistant.reading.service_codes import CANDIDATES
from assistant.rules.code_sets import LEVELS

DEFINING = frozenset(
    """is are was a an the for of code codes cpt hcpcs service procedure charge radiation oncology treatment delivery management planning
    physics imaging guidance therapy external beam billing used and in as stands refers describes describe represents called known""".split()
)


ALIKE = frozenset("match matches agree agrees coincide coincides equal equals tie differ differs".split())
BEING = frozenset({"is", "are", "was", "were"})
NOUNS = frozenset(
    "code codes service procedure charge treatment delivery management planning physics imaging guidance therapy".split()
)
NAMING = frozenset(
    "CODE SERVICE WORD PRONOUN ARTICLE THING SITE ROLE COMMA STOP COLON DASH AND COMPONENT OPEN CLOSE COUNTED NAME AMP SLASH EQUALS".split()
)


def names_only(clause: Clause) -> bool:
    """Whether the clause only says what a code stands for: "77427 is weekly treatment management"."""
    kinds = {kind_of(mark) for mark in clause.marks}
    if not kinds <= NAMING or not kinds & {"CODE", "SERVICE"}:
        return False
    if (
        any(misranked(clause.marks))
        or any(misplaced(clause.marks))
        or any(DECIDES.search(mark.said) for mark in clause.marks)
    ):
        return False
    if any(mark.said in ALIKE for mark in clause.marks):
        return False  # "Physics and management always match"
    if _takes_a_level(clause.marks):
        return False
    codes = {mark.value for mark in clause.marks if mark.kind == "CODE"}
    services = [at for at, mark in enumerate(clause.marks) if mark.kind == "SERVICE"]
    if _crossed(clause.marks):
        return False
    chooses = any(_of_several_levels(mark) for mark in clause.marks)
    if len(codes) == 1 and codes <= set(LEVELS) and chooses:
        return False  # "IMRT treatments are 77412" chooses a level
    if len(codes & set(LEVELS)) > 1 and chooses and not _listed(clause):
        return False  # "3-D treatments are 77407 and IMRT treatments 77412": each has its own
    if codes and services:
        things = [clause.marks[at] for at in services]
        return all(names_its_code(clause.marks, at) for at in services) and all(
            told_apart(codes, one) for one in things
        )
    if len(services) > 1 and any(mark.said in BEING for mark in clause.marks[services[0] : services[-1]]):
        first, *others = (all_codes_of(clause.marks[at].value) for at in services)
        return bool(first.intersection(*others))  # "Image guidance is a level 3 criterion" names nothing
    said = {mark.said for mark in clause.marks if mark.kind == "WORD"}
    if codes and said and not said & NOUNS and not services:
        return False  # "So is 77336."
    return bool(services) or all(mark.kind != "WORD" or mark.said in DEFINING for mark in clause.marks)


def _takes_a_level(marks: list[Mark]) -> bool:
    """ "A short course is Level 1", "bone metastases are Level 1": neither a site nor a length has a level."""
    levels = [at for at, one in enumerate(marks) if one.kind == "SERVICE" and all_codes_of(one.value) <= set(LEVELS)]
    return bool(levels) and any(mark.kind in ("SITE", "THING") for mark in marks[: levels[0]])


def _of_several_levels(mark: Mark) -> bool:
    if mark.kind == "NAME":
        return mark.said in ("2-d", "3-d", "2d", "3d")
    if mark.kind != "SERVICE":
        return False
    levels = {one.code for one in CANDIDATES.get(mark.value.name, ())} & set(LEVELS)
    return len(levels) > 1 and mark.value.name != "treatment delivery"


def _crossed(marks: list[Mark]) -> bool:
    """ "The plan is 77437 and the delivery 77436": names and codes in turn, one of them beside another's code."""
    turns = [mark for mark in marks if mark.kind in ("CODE", "SERVICE")]
    pairs = list(zip(turns[::2], turns[1::2], strict=False))
    if len(turns) < 4 or len(turns) % 2 or any({a.kind, b.kind} != {"CODE", "SERVICE"} for a, b in pairs):
        return False
    for a, b in pairs:
        code, service = (a, b) if a.kind == "CODE" else (b, a)
        if code.value not in all_codes_of(service.value):
            return True
    return False


def _listed(clause: Clause) -> bool:
    """Whether the codes stand together: "77402, 77407 and 77412 are delivery"."""
    at = [i for i, mark in enumerate(clause.marks) if mark.kind == "CODE"]
    return {kind_of(mark) for mark in clause.marks[at[0] : at[-1]]} <= {"CODE", "AND", "COMMA", "SLASH"}
