"""Words that are plain elsewhere and turn a clause where they stand: comparisons, bills, months, places, parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from assistant.checking.clauses.by_sign import BySign
from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.checking.coverage.in_plain_words import IN_PLAIN_WORDS
from assistant.checking.coverage.of_weeks_and_ends import OF_WEEKS_AND_ENDS
from assistant.checking.marking.marks import Mark

LIKENING = frozenset("like similar compared comparable same unlike contrast".split())
JOINING = frozenset("to as with the in just much exactly code".split())
ON_A_BILL = frozenset("charge charges claim claims bill bills".split())
TIMES = frozenset("year month quarter".split())
AT_A_DISTANCE = frozenset("video phone telephone telehealth virtual virtually remotely telemedicine".split())
TAKEN_FOR = frozenset(
    {"as", "bill as", "billed as", "treated as", "billing as", "bills as", "counted as", "reported as"}
)


def left_open(reading: ClauseReading) -> Iterator[str]:
    """What such words say and no reader has read."""
    for look in LOOKS.of(reading.signs):
        yield from look(reading)


def _of_a_visit(reading: ClauseReading) -> Iterator[str]:
    """ "The visit doesn't take 25": said of the visit, and not of the code that was spoken of."""
    places = [at for at in reading.at("MOD", "NUM") if str(reading.marks[at].value) == "25"]
    if places and not any(one.kind == "modifier" and isinstance(one.value, tuple) for one in reading.advice):
        yield from (mark.said for mark in reading.marks if mark.said.startswith(("visit", "consult", "evaluation")))


def _likened(reading: ClauseReading) -> Iterator[str]:
    """ "Like 77336, it takes no modifier": said of two codes, and read of the one that is named."""
    marks = reading.marks
    for at, mark in enumerate(marks):
        if mark.kind not in ("CODE", "SERVICE"):
            continue
        before = at - 1
        while before >= 0 and (marks[before].said in JOINING or marks[before].kind in ("ARTICLE", "TOGETHER")):
            before -= 1
        opening = marks[: at if before < 0 else before + 1]
        lead = [one.said for one in marks[max(0, before) : at]]
        likened = before >= 0 and marks[before].said in LIKENING
        as_with = lead[-2:] == ["as", "with"] or (lead[-1:] == ["with"] and before < 0)
        if (likened or as_with) and len(opening) <= 3 and _subject_after(marks, at):
            yield " ".join(lead)


def _subject_after(marks: list[Mark], at: int) -> bool:
    after = [mark for mark in marks[at + 1 :] if mark.kind not in ("PUNCT", "WORD", "ARTICLE", "COMPONENT")]
    return bool(after) and after[0].kind in ("PRONOUN", "NONE", "CODE", "SERVICE", "NO_MODIFIER")


def _on_whose_bill(reading: ClauseReading) -> Iterator[str]:
    """ "77427 goes with the facility charges": whose bill that is decides it."""
    if "biller" in reading.conditions[0]:
        return
    marks = reading.marks
    for at, mark in enumerate(marks[:-1]):
        owner = mark.kind in ("BILLER", "SETTING") or mark.said in (
            "facility",
            "institutional",
            "technical",
            "professional",
            "pro",
            "fee",
        )
        if owner and any(_paper(marks, i) for i in range(at + 1, min(at + 3, len(marks)))):
            if any(one.kind == "PUNCT" or one.said in HIS for one in marks[at + 1 : at + 2]) or not _held_on(
                marks[:at]
            ):
                continue
            yield mark.said


HIS = frozenset({"his", "her"})  # "in POS 22 his claim carries 26": the physician's, and not the place's


def _paper(marks: list[Mark], at: int) -> bool:
    """A claim or bill, and not the verb of "the center bills it"."""
    after = marks[at + 1] if at + 1 < len(marks) else None
    person = at > 0 and marks[at - 1].said in ("you", "we", "they")  # "in the office you bill it globally"
    verb = (
        (marks[at].said == "bills" or person)
        and after is not None
        and after.kind in ("PRONOUN", "CODE", "SERVICE", "GLOBAL")
    )
    return (marks[at].said in ON_A_BILL or marks[at].said in ("form", "ub")) and not verb


def _held_on(before: list[Mark]) -> bool:
    near = [mark.said for mark in before[-3:]]
    return any(word in near for word in ("on", "with", "in", "to", "into", "onto", "the"))


def _until_when(reading: ClauseReading) -> Iterator[str]:
    """ "optional until the end of the year", "became mandatory on July 1": a time that no reader weighs."""
    marks = reading.marks
    for at, mark in enumerate(marks):
        if mark.said in ("until", "till", "through") and any(
            one.value in TIMES or one.said in TIMES for one in marks[at + 1 : at + 5]
        ):
            yield mark.said
    if reading.has("MOD", "MODIFIER_WORD"):
        yield from (mark.said for mark in marks if mark.said in ("became", "becomes", "become", "turned"))
        for at in reading.at("SAYS"):
            if at and marks[at - 1].kind == "MOD" and marks[at].said in ("tells", "tell", "says", "told"):
                yield marks[at].said  # "26 tells the payer that you own the machine"


def _taken_for(reading: ClauseReading) -> Iterator[str]:
    """ "A hospital department may bill as a freestanding center"."""
    marks = reading.marks
    for at, mark in enumerate(marks):
        after = [one for one in marks[at + 1 : at + 4] if one.kind != "ARTICLE" and one.said not in ("the", "your")]
        if mark.said in TAKEN_FOR and at not in reading.claimed and after and after[0].kind in ("SETTING", "BILLER"):
            yield mark.said


def _place_of_service(reading: ClauseReading) -> Iterator[str]:
    """ "Use POS 11": a place that is chosen or that makes something of a code, and not one that is told."""
    marks = reading.marks
    for at, mark in enumerate(marks):
        if mark.kind != "SETTING":
            continue
        before = [one for one in marks[:at] if one.kind not in ("ARTICLE", "WORD")]
        chosen = bool(before) and before[-1].kind == "DO" and before[-1].said in ("use", "report", "submit", "bill")
        if at and marks[at - 1].said == "with":
            yield mark.said
        makes = at + 1 < len(marks) and marks[at + 1].said in ("makes", "make", "turns", "keeps")
        if (
            chosen
            and not reading.has("CODE", "MOD")
            and not any(one.said in ("in", "at", "for", "by") for one in marks[:at])
        ) or makes:
            yield mark.said


def _letters_of_parts(reading: ClauseReading) -> Iterator[str]:
    """ "Read PC as professional component": as a modifier it is something else."""
    marks = reading.marks
    for at, mark in enumerate(marks):
        beside = [one.said for one in (*marks[max(0, at - 1) : at], *marks[at + 1 : at + 2])]
        enclosed = "(" in beside or "/" in beside
        if mark.kind == "WORD" and mark.value == "pc" and not enclosed and reading.has("PROFESSIONAL"):
            yield "pc"


def _parts_on_dates(reading: ClauseReading) -> Iterator[str]:
    """ "the two components on different dates": the parts of one service, and no units."""
    if reading.has("PER_DATE") and (reading.has("COMPONENT") or (reading.has("TECHNICAL") and reading.has("DO"))):
        yield from (reading.marks[at].said for at in reading.at("PER_DATE"))


def _as_before(reading: ClauseReading) -> Iterator[str]:
    """ "It was status A before 2026 and still is": what was is said of today as well."""
    marks = [mark for mark in reading.marks if mark.kind != "PUNCT"]
    words = [mark.said for mark in marks]
    for at, word in enumerate(words):
        if word in ("still", "remains", "stays") and {"was", "were", "used to be"} & set(words[:at]):
            yield word


def _of_another(reading: ClauseReading) -> Iterator[str]:
    """ "as does the hospital": the same is said of somebody else."""
    marks = reading.marks
    for at, mark in enumerate(marks[1:-1], 1):
        after = [one for one in marks[at + 1 : at + 4] if one.kind != "ARTICLE" and one.value != "the"]
        turned = mark.kind == "WORD" and mark.said in ("does", "do", "did", "is", "are", "will", "would")
        led = marks[at - 1].kind in ("PUNCT", "BECAUSE", "AND") or marks[at - 1].said in ("as", "so", "nor")
        if turned and led and after and after[0].kind in ("BILLER", "SETTING", "PAYER"):
            yield f"{mark.said} {after[0].said}"
    if marks and reading.inherited:
        own = [mark for mark in marks[:2] if mark.kind not in ("ARTICLE", "PUNCT")]
        if own and own[0].value in ("apc", "apcs", "edit", "denial") and reading.has("PROFESSIONAL", "TECHNICAL"):
            yield str(own[0].value)  # what an APC is, not what the code is


def _of_two_services(reading: ClauseReading) -> Iterator[str]:
    """ "A simulation before the IMRT plan is separately billable": a pair, where no pair is judged."""
    if not reading.has("SEPARATE") or any(one.kind == "pair" for one in reading.advice):
        return
    places = [place for place, _ in reading.subjects]
    for first, second in pairwise(places):
        between = [mark.said for mark in reading.marks[first + 1 : second]]
        if {"before", "after", "ahead", "following", "preceding", "during", "alongside"} & set(between):
            yield between[0]


def _begins(reading: ClauseReading) -> Iterator[str]:
    """ "Bundling began on July 1", "never payable": a beginning that no table of dates was asked for."""
    marks = reading.marks
    for at, mark in enumerate(marks):
        after = marks[at + 1] if at + 1 < len(marks) else None
        if mark.kind == "BUNDLED" and mark.said.endswith("ing") and after is not None and after.kind == "DATE":
            yield mark.said
        if mark.kind == "TAKE_OFF" and mark.said.startswith(("leave", "omit")) and at and marks[at - 1].kind == "CODE":
            yield mark.said  # "77427 leaves out the review": what a code holds, and no advice to leave it off
        if mark.said in ("default", "routinely", "automatically") and reading.has("MOD"):
            yield mark.said
        if mark.kind == "ASK" and at == 0 and reading.has("BUNDLED") and reading.has("PAY"):
            yield mark.said  # "what is packaged for the hospital is paid to the physician"
        if mark.said in ("takes", "take") and after is not None and after.said == "care":
            yield "takes care"
        if mark.said == "never" and at and marks[at - 1].said in ("was", "were") and "dos" not in reading.conditions[0]:
            yield "was never"
        if mark.kind == "NONE" and after is not None and after.said in ("changed", "changes", "new", "different"):
            yield f"{mark.said} {after.said}"


def _of_these_only(reading: ClauseReading) -> Iterator[str]:
    """ "Add 26 to 77334 only": the other code that was asked about goes without."""
    if (
        not reading.has("MOD", "NO_MODIFIER", "PAY", "BUNDLED")
        or set(reading.background.asked_codes) <= set(reading.named)
        or any(one.kind == "pair" and one.value[:1] == ("alone",) for one in reading.advice)
    ):
        return
    for one, two in pairwise(reading.marks):
        if {one.kind, two.kind} == {"CODE", "ONLY"} and "only" in (one.said, two.said):
            yield "only"


def _from_afar(reading: ClauseReading) -> Iterator[str]:
    """ "by video": no place that a code hangs on is a telephone."""
    yield from (mark.said for mark in reading.marks if mark.kind == "WORD" and mark.said in AT_A_DISTANCE)


def _of_two_payers(reading: ClauseReading) -> Iterator[str]:
    """ "Aetna Medicare": which of them, nobody says."""
    if any(one.kind == two.kind == "PAYER" for one, two in pairwise(reading.marks)):
        yield "two payers in one name"


def _dropped(reading: ClauseReading) -> Iterator[str]:
    """ "Drop 26 after March": off the claim, where "dropped into 77301" leads on and charges are dropped on it."""
    for at, one in enumerate(reading.marks):
        behind = [mark.said for mark in reading.marks[at + 1 : at + 3]]
        if one.kind == "LINK" and one.said.startswith("drop") and behind and behind[0] not in ("to", "into"):
            yield from () if behind[-1] in ("charge", "charges") else (one.said,)


def _revenue_code(reading: ClauseReading) -> Iterator[str]:
    """No rule we hold says which revenue code belongs to which line."""
    if any(mark.kind == "NAME" and str(mark.value or mark.said).startswith("revenue code") for mark in reading.marks):
        yield "revenue code"


# Each look with the kinds and words of which a clause must hold one for it to find anything.
LOOKS = BySign[Callable[[ClauseReading], Iterator[str]]]((
    (_likened, LIKENING | {"with"}),
    (_on_whose_bill, ON_A_BILL | {"form", "ub"}),
    (_until_when, frozenset({"until", "till", "through", "MOD", "MODIFIER_WORD"})),
    (_taken_for, TAKEN_FOR),
    (_place_of_service, frozenset({"SETTING"})),
    (_letters_of_parts, frozenset({"PROFESSIONAL"})),
    (_parts_on_dates, frozenset({"PER_DATE"})),
    (_as_before, frozenset({"still", "remains", "stays"})),
    (_of_another, frozenset({"BILLER", "SETTING", "PAYER", "PROFESSIONAL", "TECHNICAL"})),
    (_of_two_services, frozenset({"SEPARATE"})),
    (_begins, frozenset("BUNDLED TAKE_OFF ASK NONE default routinely automatically takes take never".split())),
    (_of_these_only, frozenset({"ONLY"})),
    (_of_a_visit, frozenset({"MOD", "NUM"})),
    (_from_afar, AT_A_DISTANCE),
    (_of_two_payers, frozenset({"PAYER"})),
    (_revenue_code, frozenset({"NAME"})),
    (_dropped, frozenset({"LINK"})),
    *IN_PLAIN_WORDS,
    *OF_WEEKS_AND_ENDS,
))  # fmt: skip
