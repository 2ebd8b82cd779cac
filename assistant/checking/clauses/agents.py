"""Who acts in a clause, and so whose bill it speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.checking.clauses.clause import Clause
from assistant.checking.marking.marks import Mark

CHARGES = frozenset("charge charges claim claims bill line lines side".split())
READING = frozenset("is are reads read shows show carries carry says :".split())  # "the hospital's line reads 77301"
WHICH_ONE = frozenset("treating attending supervising billing own".split())
MODIFYING = frozenset({"MOD", "NO_MODIFIER", "ANY_MODIFIER", "MODIFIER_WORD"})
PAID = frozenset({"pay", "pays", "paying", "reimburse", "reimburses", "reimbursing"})


def _past_its_place(marks: Sequence[Mark], at: int) -> Sequence[Mark]:
    """What follows, past "in a hospital": "a physician in a hospital bills ..."."""
    ahead = marks[at + 1 : at + 6]
    for i, mark in enumerate(ahead):
        if mark.said in ("in", "at") and marks[at].kind == "BILLER":
            place = next((j for j in range(i + 1, len(ahead)) if ahead[j].kind not in ("ARTICLE", "WORD")), None)
            return (
                marks[at + 2 + place : at + 5 + place]
                if place is not None and ahead[place].kind == "SETTING"
                else ahead[:3]
            )
        if mark.kind not in ("WORD", "NEG", "OK", "ONLY", "DO"):
            break
        if mark.kind == "DO" and mark.said not in ("working", "using"):
            break
    return marks[at + 1 : at + 4]


def is_agent(marks: Sequence[Mark], at: int) -> bool:
    """ "the hospital bills", "by the physician", "pays the physician": whoever acts or is paid is the biller."""
    said = [
        mark for mark in marks[max(0, at - 3) : at] if mark.kind != "ARTICLE" and mark.said not in ("the", "a", "any")
    ]
    if said and said[-1].kind == "PAY" and said[-1].said in PAID:
        return True
    if said and said[-1].said == "from" and any(mark.kind == "CODE" for mark in marks[:at]):
        return True  # "77301-26 from the doctor, 77301 from the hospital"
    if said and said[-1].said in ("is for", "are for"):
        return True  # "77301-26 is for the physician"
    if said and said[-1].said in ("in", "at", "inside", "within") and marks[at].kind == "SETTING":
        return False  # "a physician working in a hospital bills it"
    papers = [mark.said for mark in marks[at + 1 : at + 2] if mark.kind == "WORD" and mark.said in CHARGES]
    acting = [mark.kind for mark in marks[at + 2 : at + 4] if mark.kind not in ("WORD", "NEG", "OK")][:1]
    if papers and (papers[0] in ("claim", "claims") or acting in (["NEED"], ["LINK"], ["DO"])):
        return True  # "on physician claims"
    theirs = marks[at].said.endswith(("'s", "s'")) and [mark.kind for mark in marks[at + 1 : at + 2]] == ["CODE"]
    if theirs:
        return True  # "at POS 22 the physician's 77470 needs 26"
    own = papers or marks[at].said.endswith(tuple(CHARGES))
    if own and any(mark.said in READING or mark.value == ":" for mark in marks[at + 1 : at + 3]):
        return True  # "the facility's line is 77338", "physician side is 77770-26"
    if said and said[-1].said == "for" and any(mark.kind in MODIFYING for mark in marks[:at]):
        return marks[at].kind == "BILLER"  # "takes no modifier for the physician"
    if said and said[-1].said == "hospital-based":
        return False
    if [mark.said for mark in marks[at + 1 : at + 4]] == ["place", "of", "service"]:
        return False  # "because this is a hospital place of service"
    after = [
        mark
        for mark in _past_its_place(marks, at)
        if mark.kind not in ("WORD", "NEG", "OK", "ONLY") and mark.said not in ("that", "who")
    ]
    if (
        after
        and after[0].kind in ("DO", "APPEND", "PAY", "LINK", "NEED", "SEE")
        and after[0].said not in ("code", "codes")
        and not any(mark.kind == "PUNCT" for mark in marks[at + 1 : at + 2])
    ):
        return True
    opens = all(mark.kind == "ARTICLE" or mark.value in ("the", "a") for mark in marks[:at])
    if opens and any(mark.kind == "TAKE_OFF" for mark in marks[at + 1 : at + 7]) and marks[at + 1].kind != "PUNCT":
        return True  # "the nursing facility should leave 77427 off its bill"
    before = [mark for mark in marks[max(0, at - 4) : at] if mark.said not in WHICH_ONE][-2:]
    return any(mark.kind == "WORD" and mark.value in ("by", "side") for mark in before)


def is_label(marks: Sequence[Mark], at: int) -> bool:
    """ "Physician: 77301, no modifier", and the first cell of a row."""
    opens = all(mark.kind == "ARTICLE" or mark.value in ("the", "a", "for", "-") for mark in marks[:at])
    after = marks[at + 1] if at + 1 < len(marks) else None
    if after is not None and after.value == ":" and marks[at].kind == "BILLER":  # "77387 for the physician: ..."
        opens |= any(mark.said == "for" for mark in marks[:at]) and all(
            mark.kind in ("CODE", "ARTICLE", "PUNCT") or mark.said in ("for", "the") for mark in marks[:at]
        )
    if after is not None and after.said in CHARGES:  # "facility charges: ..."
        after = marks[at + 2] if at + 2 < len(marks) else None
        return opens and after is not None and after.value == ":"
    return opens and after is not None and (after.kind == "CODE" or after.value in (":", "|"))


def is_paid(marks: Sequence[Mark], at: int) -> bool:
    """ "payable to the hospital", "pays the facility": whoever is paid has billed it."""
    before = [mark for mark in marks[max(0, at - 4) : at] if mark.kind != "ARTICLE" and mark.value != "the"]
    if before and before[-1].kind == "PAY" and marks[at - 1].kind != "PAY":
        return before[-1].said in ("pay", "pays", "paid", "reimburse", "reimburses")
    return bool(before) and before[-1].value == "to" and any(mark.kind == "PAY" for mark in before)


PUT_ASIDE = frozenset("NEG WORD ARTICLE BILLER SETTING PUNCT".split())
MERELY = frozenset("the a an by to it is 's".split())


def who_instead(pieces: list[Clause]) -> list[Clause]:
    """ "Not the physician but the hospital bills 77336" is "the hospital bills 77336, not the physician"."""
    if len(pieces) < 2 or pieces[1].joint != "but" or pieces[0].marks[0].kind != "NEG":
        return pieces
    aside, acts = pieces[0].marks, pieces[1].marks
    agents = [mark for mark in aside if mark.kind in ("BILLER", "SETTING")]
    others = [mark for mark in acts[:3] if mark.kind in ("BILLER", "SETTING")]
    plain = all(mark.said in MERELY for mark in aside if mark.kind == "WORD")
    if len(agents) != 1 or len(others) != 1 or not plain or not {mark.kind for mark in aside} <= PUT_ASIDE:
        return pieces
    if aside[0].said != "not" or not any(mark.kind in ("DO", "PAY") for mark in acts):
        return pieces
    return [Clause(acts, "", pieces[1].facts), Clause(aside, "not", pieces[0].facts), *pieces[2:]]
