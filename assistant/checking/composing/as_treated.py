"""How a session is treated, told round about: "treating with two isocenters", "photons planned in 2-D"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.checking.composing.sets import join
from assistant.checking.marking.marks import Mark

BEFORE_IT = frozenset({"ARTICLE", "TOGETHER", "SITE", "AND"})
DIMENSIONS = frozenset({"2-d", "2d", "3-d", "3d", "two-dimensional", "three-dimensional"})
FALLS = frozenset({"falls", "fall", "fell"})
OPENS = frozenset({"PUNCT", "BECAUSE", "BUT"})
ISOCENTERS = frozenset({"isocenter", "isocenters", "isocentre"})


def as_treated(marks: list[Mark]) -> list[Mark]:
    """The row with these told as the facts that they are."""
    row = list(marks)
    for at in range(len(row) - 1, -1, -1):
        end = _treating(row, at) or _planned(row, at)
        if end:
            del row[at:end]
        elif _second_isocenter(row, at):
            row[at : at + 2] = [join("FACT", ("isocenters", 1), row[at : at + 2])]
        elif _falls_in(row, at):
            row[at : at + 2] = [replace(join("LINK", "", row[at : at + 2]), said="falls into")]
    return row


def _treating(row: Sequence[Mark], at: int) -> int | None:
    """ "Treating both breasts with two isocenters makes ...": the isocenters are what says something."""
    if row[at].said != "treating" or (at and row[at - 1].kind not in OPENS):
        return None
    here = at + 1
    while here < len(row) and (row[here].kind in BEFORE_IT or row[here].said == "the"):
        here += 1
    told = here < len(row) and row[here].kind == "FACT" and row[here].value[0] == "isocenters"
    return here if told and row[here - 1].said == "with" else None


def _planned(row: Sequence[Mark], at: int) -> int | None:
    """ "photons planned in 2-D", "one isocenter planned in 3-D"."""
    if row[at].said != "planned" or not at or len(row) < at + 3 or row[at + 1].said != "in":
        return None
    how = row[at + 2]
    flat = how.said in DIMENSIONS or (how.kind == "FACT" and how.value in (("technique", "3d"), ("technique", "2d")))
    before = row[at - 1].said in ("photons", "photon") or row[at - 1].kind == "FACT"
    return at + 2 if flat and before else None


def _second_isocenter(row: Sequence[Mark], at: int) -> bool:
    """ "without gating or a second isocenter": one isocenter."""
    if row[at].kind != "NTH" or str(row[at].value) != "2" or at < 3 or len(row) < at + 2:
        return False
    ruled_out, link, article = row[at - 3 : at]
    without = ruled_out.kind == "FACT" and ruled_out.value == ("motion_management", False)
    return without and link.said == "or" and article.kind == "ARTICLE" and row[at + 1].said in ISOCENTERS


def _falls_in(row: Sequence[Mark], at: int) -> bool:
    """ "falls in Level 2"."""
    behind = row[at + 2 : at + 3]
    level = bool(behind) and behind[0].kind == "SERVICE" and behind[0].said.startswith("level")
    return row[at].said in FALLS and row[at + 1 : at + 2] != [] and row[at + 1].said == "in" and level
