"""A clause while it is being read: its marks, what they may inherit, what has been claimed, what it advises."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from assistant.checking.advice import Advice, Kind
from assistant.checking.clauses.aside import NOTHING, Aside
from assistant.checking.clauses.clause import Clause
from assistant.checking.clauses.denials import DENYING, Denials, denials
from assistant.checking.clauses.scope import subject_codes, told
from assistant.checking.marking.marks import Mark
from assistant.reading.services import ServiceMention
from assistant.rules.code_sets import DECIDING

# "Seven, not six": the denied figure stands beside the one that is judged.
CONTRASTED = ("proposition: clause before",)


@dataclass(slots=True)
class Background:
    """What a clause may inherit."""

    codes: tuple[str, ...] = ()
    codes_from: str = ""
    condition: dict[str, Any] = field(default_factory=dict)
    asked: str = ""  # the kind of advice a label or question asks for: a bare "6" answers it
    today: date = date.max
    previous: tuple[Advice, ...] = ()
    fractions: int | None = None  # of the case, where the sentence does not say
    technique: str | None = None  # of the case, where the sentence does not say
    asked_codes: tuple[str, ...] = ()  # every code the question names
    wanted: tuple[ServiceMention, ...] = ()  # the services whose code was asked for
    told: Aside = NOTHING  # what else the question tells of its case
    spoken_of: tuple[str, ...] = ()  # the codes of the sentence before, whatever the clauses of this one name
    proposed: tuple[Advice, ...] = ()  # what the question asked to have confirmed
    before: tuple[str, ...] = ()  # the codes that were spoken of when the sentence began


@dataclass(slots=True)
class Frame:
    """What a clause advises; `unclaimed` says which words nothing explains."""

    advice: list[Advice]
    unclaimed: list[str]
    codes: tuple[str, ...]
    condition: dict[str, Any]
    subject: tuple[str, ...] = ()  # what "it" means in the next clause
    clause: Clause | None = None  # where it was read


class ClauseReading:
    """The clause while it is being read."""

    def __init__(self, clause: Clause, background: Background) -> None:
        read = {mark.start for mark in clause.marks}
        self.facts = [*clause.facts, *(mark for mark in clause.reason if mark.start not in read)]
        self.reason, self.told_if = clause.reason, clause.told_if
        self.joint = clause.joint
        self.background = background
        self.claimed: set[int] = set()
        self.take(
            _of_the_course(_bare_modifiers(clause.marks, background.asked, background.fractions), background.fractions)
        )
        self.denied: Denials = denials(self.marks) if self.has(*DENYING) else Denials(set(), set(), set(), set())
        dated = bool(self.kinds & {"ENDED", "START", "REPLACED", "REPLACES"}) and not self.kinds & {
            "UNITS",
            "FREQ",
            "PAY",
            "BUNDLED",
            "NONE",
        }
        reasons = {mark.start for mark in clause.reason}
        stated = [mark for mark in self.marks if mark.start not in reasons] if reasons else self.marks
        self.told = told([*clause.facts, *stated], background.condition, background.today, dates_are_objects=dated)
        self.shortened = "SHORT" in self.kinds or any(mark.kind == "SHORT" for mark in clause.facts)
        conditions = self.told.conditions or ({},)
        first = conditions[0]
        case = first if "technique" in first else {**first, "technique": background.technique}
        self.subjects = subject_codes(self.marks, case, background.today, background.codes)
        self.named = tuple(dict.fromkeys(code for _, codes in self.subjects for code in codes))
        self.pointed = bool(background.codes) and _points_back(self.marks, [place for place, _ in self.subjects])
        self.codes = background.codes if self.pointed else self.named or background.codes
        own = bool(self.named) and not self.pointed
        self.inherited = () if own or not self.codes else (f"code: {background.codes_from}",)
        self.conditions = conditions
        self.advice: list[Advice] = []

    # --- reading -----------------------------------------------------------------------------------------------
    def take(self, marks: list[Mark]) -> None:
        """These are the clause's marks; `at`, `has` and `signs` are asked hundreds of times about them."""
        self.marks = marks
        self._places: dict[str, list[int]] = {}
        for at, mark in enumerate(marks):
            self._places.setdefault(mark.kind, []).append(at)
        self.kinds = frozenset(self._places)
        # The kinds and the words of its marks: what is not among them cannot be found in the clause.
        self.signs = self.kinds.union([mark.said for mark in marks])
        self.words = frozenset(" ".join([mark.said for mark in marks]).split())  # each word of what they say

    def at(self, *kinds: str) -> list[int]:
        if self.kinds.isdisjoint(kinds):
            return []
        if len(kinds) == 1:
            return self._places[kinds[0]][:]
        return sorted([at for kind in kinds for at in self._places.get(kind, ())])

    def has(self, *kinds: str) -> bool:
        return not self.kinds.isdisjoint(kinds)

    def verb_denied(self) -> bool:
        return bool(self.denied.verbs)

    def polarity(self, at: int) -> bool:
        """Whether the object at this place is affirmed."""
        return (at in self.denied.objects) == self.verb_denied()

    def tells_level(self) -> bool:
        """Whether a fact is told, as its case or as its reason, that a delivery level hangs on."""
        told = {mark.value[0] for mark in self.reason if mark.kind == "FACT"} | self.conditions[0].keys()
        return not told.isdisjoint(DECIDING)

    def near(self, at: int, *kinds: str, reach: int = 2) -> bool:
        return any(self.marks[i].kind in kinds for i in range(max(0, at - reach), at))

    def say(
        self,
        kind: Kind,
        value: Any,
        *at: int,
        codes: tuple[str, ...] | None = None,
        polarity: bool = True,
        required: bool = False,
    ) -> None:
        self.claimed.update(at)
        chosen = self.codes if codes is None else codes
        span = (self.marks[at[0]].start, self.marks[at[-1]].end) if at else (0, 0)
        for condition in self.conditions:
            self.advice.append(
                Advice(
                    kind, chosen, value, polarity, condition, required, span, self.inherited if codes is None else ()
                )
            )


def _points_back(marks: list[Mark], subjects: list[int]) -> bool:
    """ "Bill it on the date of the IMRT plan": "it" is what was spoken of, the plan only tells when or like what."""
    if not subjects:
        return False
    if all(_likened(marks, at) for at in subjects) and any(mark.said in POINTING for mark in marks):
        return True  # "like 77427, it is weekly": never the code it is likened to
    pronouns = [at for at, mark in enumerate(marks[: subjects[0]]) if mark.kind == "PRONOUN" and mark.said in POINTING]
    return bool(pronouns) and all(_in_passing(marks, at) for at in subjects)


def _in_passing(marks: list[Mark], at: int) -> bool:
    near = marks[max(0, at - 4) : at]
    before = [mark for mark in near if mark.kind not in ("ARTICLE", "ROLE") and mark.said != "the"]
    return bool(before) and (before[-1].kind in ("TOGETHER", "THEN") or before[-1].said in PASSING)


def _likened(marks: list[Mark], at: int) -> bool:
    """ "like 77427", "similar to 77427", "as with 77427"."""
    before = [mark.said for mark in marks[max(0, at - 4) : at] if mark.kind != "ARTICLE" and mark.said != "the"]
    return bool(before) and (before[-1] in LIKE or before[-2:] in AS_WITH or (before == ["with"] and at == 1))


LIKE = frozenset({"like", "unlike", "just like", "as with", "same as", "similar to", "the same as", "in contrast to"})
AS_WITH = (["as", "with"], ["similar", "to"], ["same", "as"], ["contrast", "to"], ["comparable", "to"])
POINTING = frozenset(
    {"it", "it's", "they", "they're", "them", "this", "that", "that's", "this is", "that is", "the code"}
    | {"this code", "that code", "these codes", "those codes"}
)
PASSING = frozenset("as like unlike of after before from than during at within until since beyond on".split())


def _of_the_course(marks: list[Mark], fractions: int | None) -> list[Mark]:
    """ "Your patient had 37": the fractions of the case, no units."""
    if not any(mark.said == "patient" for mark in marks):
        return marks
    return [
        replace(mark, kind="FRACTIONS", noun="fraction")
        if at > 1
        and mark.kind == "NUM"
        and mark.noun is None
        and mark.value == fractions
        and marks[at - 1].said in ("had", "has", "received", "got")
        and marks[at - 2].said == "patient"
        else mark
        for at, mark in enumerate(marks)
    ]


FITTING = frozenset("is right correct proper fine".split())


def _bare_modifiers(marks: list[Mark], asked: str, fractions: int | None) -> list[Mark]:
    """ "neither 26 nor TC", "with 26": a bare 26 is the modifier where modifiers are spoken of."""
    if not any(
        mark.kind == "MOD" or (mark.kind == "NUM" and mark.value in (*VISITED, BILATERAL) and mark.noun is None)
        for mark in marks
    ):
        return marks
    marks = [
        Mark("WITHOUT", "", one.start, one.end, one.said)
        if one.kind == "NO_MODIFIER" and at + 1 < len(marks) and marks[at + 1].kind in ("MOD", "NUM")
        else one
        for at, one in enumerate(marks)
    ]
    left_off = [
        at for at, mark in enumerate(marks) if mark.kind == "TAKE_OFF" and at and marks[at - 1].value == BILATERAL
    ]
    if len(left_off) == 1 and left_off[0] > 1 and marks[left_off[0] - 2].said in ("leave", "keep"):
        number = marks[left_off[0] - 1]  # "leave 50 off"
        marks = [Mark("MOD", "50", mark.start, mark.end) if mark is number else mark for mark in marks]
    spoken_of = asked == "modifier" or any(
        mark.kind in ("MOD", "APPEND", "MODIFIER_WORD", "NEED", "WITHOUT", "OPTIONAL", "OPENS") for mark in marks
    )
    visited = asked == "modifier" or any(mark.kind == "VISIT" for mark in marks)
    result: list[Mark] = []
    for at, mark in enumerate(marks):
        bare = (
            mark.kind == "NUM"
            and mark.value in (VISITED if visited else NUMBERS)
            and mark.noun is None
            and not mark.said
        )
        before = marks[at - 1] if at else None
        after = marks[at + 1] if at + 1 < len(marks) else None
        beside = bool(before and before.said in MODIFIER_CUES_BEFORE) or bool(
            after and after.said in MODIFIER_CUES_AFTER
        )
        told = before.said if before is not None and at > 1 else ""
        named = told in ("is", "takes", "needs") and marks[at - 2].kind in ("PROFESSIONAL", "TECHNICAL")
        labelled = at > 1 and before is not None and before.value == ":" and marks[at - 2].kind in ("BILLER", "SETTING")
        alone = asked not in ("units", "frequency") and {one.kind for one in marks} <= {"NUM", "PUNCT", "WORD"}
        lone = alone and mark.value != fractions and len([one for one in marks if one.kind != "PUNCT"]) == 1
        near = [one for one in marks[at + 1 : at + 6] if one.said not in FITTING][:3]
        aimed = (
            bool(near) and near[0].said == "for" and any(one.kind == "BILLER" for one in near)
        )  # "26 for the doctor", "26 is right for the physician"
        if bare and (aimed or named or lone or spoken_of or beside or labelled or visited):
            result.append(Mark("MOD", str(mark.value), mark.start, mark.end))
        else:
            result.append(mark)
    return result


BILATERAL = 50
NUMBERS = (26, 59, 76, 77)
VISITED = (25, *NUMBERS)
MODIFIER_CUES_BEFORE = frozenset(
    "use uses using with put puts bear bears nothing takes take neither carry carries nor".split()
)


MODIFIER_CUES_AFTER = frozenset(
    {"belong", "belongs", "apply", "applies", "to mark", "marks", "goes", "row", "to"}
    | {
        "is for",
        "stands for",
        "means",
        "represents",
        "won't",
        "can't",
        "cannot",
        "doesn't",
        "isn't",
        "will",
        "would",
        "gets",
        "does",
    }
)
