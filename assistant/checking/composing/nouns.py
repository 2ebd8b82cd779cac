"""Words of billing that mean something else where they stand: claims that are papers, and a system that pays."""

# ruff: noqa: E501 - patterns and lists of words: one thought, one line
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.checking.clauses.names_of_codes import all_codes_of
from assistant.checking.marking.marks import Mark
from assistant.rules.code_sets import LEVELS

OWNERS = frozenset({"SETTING", "BILLER", "PAYER"})
COVERS = frozenset("cover covers contain contains comprise comprises incorporate incorporates".split())
PAPERS = frozenset("claim claims line lines bill".split())
BEARING = frozenset("shows show carries carry bears bear has have takes take needs need wears".split())
SYSTEMS = ("opps", "hopps")


MEANING_MORE = frozenset("NUM NONE DO TOGETHER BUNDLED PAY WORD REPLACED AT_MOST ENDED".split())


def nouns(marks: list[Mark]) -> list[Mark]:
    """ "Medicare claims" are papers, "the hospital claims 77336" bills; "paid under OPPS" pays, "paid under 77301" does not."""
    if any(mark.kind == "TAKE_OFF" for mark in marks):
        return marks  # "keep it off hospital claims" says where it is not billed
    return [_read(marks, at) if mark.kind in MEANING_MORE else mark for at, mark in enumerate(marks)]


def _read(marks: Sequence[Mark], at: int) -> Mark:
    mark = marks[at]
    before, after = (marks[at - 1] if at else None), (marks[at + 1] if at + 1 < len(marks) else None)
    if (
        mark.said == "->"
        and before is not None
        and before.kind not in ("CODE", "PUNCT")
        and after
        and after.kind == "CODE"
    ):
        return replace(mark, kind="PUNCT", value="=", said="=")  # "simple -> 77332" replaces nothing
    if mark.said.endswith("reserved for") and after is not None and after.kind == "SERVICE":
        return replace(mark, kind="WORD", value="for", said="for")  # "77412 is reserved for level 3 treatments"
    if mark.kind == "ENDED" and mark.said.startswith("no longer") and after is not None and after.kind == "SEPARATE":
        return replace(mark, kind="NEG", said="no longer")  # "no longer billed separately": of a part, or of payment
    papers = mark.kind == "DO" and mark.said in ("claim", "claims") and before is not None and before.kind in OWNERS
    if papers and (after is None or after.kind in ("PUNCT", "AND", "BUT", "BECAUSE", "IF", "DATE")):
        return replace(mark, kind="WORD", value="claim")
    if mark.kind in ("PAY", "WORD") and mark.said in COVERS:
        if _one_code_covers_another(marks, at):
            return replace(mark, kind="BUNDLED", value="", said="includes")
        if _a_level_covers(marks, at):
            return replace(mark, kind="LINK", value="")
    if mark.kind == "NONE" and mark.said == "none" and after is not None and after.said == "of":
        beyond = next((one for one in marks[at + 2 : at + 5] if one.kind in ("PRONOUN", "DO", "CODE")), None)
        if beyond is not None and any(one.kind == "MOD" for one in marks[at + 3 :]):
            return replace(mark, kind="NEG")  # "none of these codes takes 26": each of them is denied it
    if mark.kind == "NUM" and mark.value == 26 and mark.noun is None and _on_a_claim(marks, at):
        return replace(mark, kind="MOD", value="26", said="")  # "the doctor's claim shows 26"
    if mark.said == "both" and after is not None and _only_joins(marks[at + 1 :]):
        return replace(mark, kind="WORD", value="both")
    if mark.kind == "BUNDLED" and mark.said in ("is in", "are in") and _a_site(marks[at + 1 : at + 3]):
        return replace(mark, kind="WORD", value="in", said="in")  # "the target is in the brain"
    if mark.kind == "BUNDLED" and mark.said == "paid under" and _a_system(marks[at + 1 : at + 6]):
        return replace(mark, kind="PAY", value="", said="paid")
    return mark


def _on_a_claim(marks: Sequence[Mark], at: int) -> bool:
    before, behind = marks[max(0, at - 3) : at], marks[at + 1 : at + 2]
    borne = bool(before) and before[-1].said in BEARING and any(mark.said in PAPERS for mark in before)
    return borne and (not behind or behind[0].kind in ("PUNCT", "BECAUSE", "AND", "IF", "WORD"))


def _only_joins(behind: Sequence[Mark]) -> bool:
    """ "in both 2025 and 2026", "both 77407 and 77412 are in APC 5622": nothing is billed there with something else."""
    figures = any(mark.kind in ("APC", "LETTER", "ENDED", "ACTIVE") for mark in behind)
    together = any(mark.kind in ("DO", "PAY", "SEPARATE", "OK", "DENIED", "PER_DATE") for mark in behind)
    return behind[0].kind == "DATE" or (behind[0].kind == "CODE" and figures and not together)


def _a_site(behind: Sequence[Mark]) -> bool:
    named = [mark for mark in behind if mark.said not in ("the", "a", "an")]
    return bool(named) and named[0].kind == "SITE"


def _one_code_covers_another(marks: Sequence[Mark], at: int) -> bool:
    """ "77307 already covers the dose calculations": no payer pays there, one code holds the work of another."""
    before = [mark for mark in marks[max(0, at - 4) : at] if mark.kind not in ("WORD", "AND")]
    after = [mark for mark in marks[at + 1 : at + 5] if mark.kind not in ("WORD", "ARTICLE", "EVERY")]
    if not before or before[-1].kind not in ("CODE", "SERVICE") or not after:
        return False
    held = after[0]
    if held.kind == "CODE":
        return True
    own = before[-1].kind == "CODE" and before[-1].value in all_codes_of(held.value) if held.kind == "SERVICE" else True
    return not own


def _a_level_covers(marks: Sequence[Mark], at: int) -> bool:
    """ "Level 1 covers electrons": a criterion, and nobody pays."""
    before = [mark for mark in marks[max(0, at - 4) : at] if mark.kind != "WORD"]
    level = bool(before) and (before[-1].said.startswith("level") or before[-1].value in LEVELS)
    return level and any(mark.kind == "FACT" for mark in marks[at + 1 : at + 4])


def _a_system(ahead: Sequence[Mark]) -> bool:
    named = next((mark for mark in ahead if mark.kind not in ("ARTICLE", "WORD", "PAYER", "DATE")), None)
    return named is not None and (
        named.kind in ("SYSTEM", "APC") or (named.kind == "SETTING" and named.said in SYSTEMS)
    )
