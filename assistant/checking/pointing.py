"""What a sentence points back to: the advice proposed or given before, and of several codes the one of its kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.checking.advice import Advice
from assistant.checking.discourse import Discourse, Reading
from assistant.checking.marking.marks import Mark
from assistant.checking.questions import Asked
from assistant.checking.sentences import Sentence
from corpus.rulebook import entry

RIVALS = frozenset({"5 fractions", "course", "day"})  # whoever counts sessions may speak, rightly or not, of these
THINGS = {"fraction": "session", "session": "session", "treatment": "session"}
SEVERAL = frozenset(
    {"they", "them", "these", "those", "their", "both", "all", "each", "neither", "these codes", "those codes"}
    | {"the codes", "both codes", "the two", "all of them", "each of", "both of them"}
)


def pointing_back(
    sentence: Sentence, advice: list[Advice], named: tuple[str, ...], discourse: Discourse, row: list[Mark]
) -> Reading:
    """ "Go ahead and append it": the verb says do it, the question or the sentence before says what."""
    bare = [one for one in advice if one.kind == "component" and one.value == "billable" and one.inherited]
    if not bare or len(bare) != len(advice):
        if any(len(one.codes) > 1 and one.inherited and one.kind != "pair" for one in advice) and not _plural(row):
            meant = of_its_kind(advice, row, discourse.asked.named)
            return Reading(sentence, "advice", "", meant, codes=named, antecedent=rests(advice), ambiguous=True)
        return Reading(sentence, "advice", "", tuple(advice), codes=named, antecedent=rests(advice))
    polarity = bare[0].polarity
    modifying = any(mark.kind == "APPEND" for mark in row)
    if not all(repeats(one, discourse.asked) for one in bare):
        return Reading(sentence, "advice", "", tuple(advice), codes=named, antecedent=rests(advice))
    proposed = discourse.asked.proposed if discourse.asked.yes_no else ()
    source = [one for one in (proposed or discourse.last) if not modifying or one.kind == "modifier"]
    if modifying and not source:
        return Reading(sentence, "unreadable", "append what?", tuple(advice), codes=named)
    if proposed or modifying:
        if polarity:
            told_here = bare[0].condition  # "the physician bills it", where the facility was asked about
            again = tuple(
                replace(one, condition={**one.condition, **told_here}, inherited=("proposition",)) for one in source
            )
            return Reading(sentence, "advice", "", again, codes=named, antecedent=not proposed)
        if len(source) == 1:
            return Reading(
                sentence,
                "advice",
                "",
                (replace(source[0], polarity=not source[0].polarity, inherited=("proposition",)),),
                antecedent=not proposed,
            )
        return Reading(sentence, "advice", "", (), tuple(source), antecedent=not proposed)
    return Reading(sentence, "advice", "", tuple(advice), codes=named, antecedent=True)


def rests(advice: list[Advice]) -> bool:
    """Whether the advice is about a code or a statement of the sentence before."""
    return any(one.inherited in (("code: sentence before",), ("statement before",)) for one in advice)


def _plural(row: list[Mark]) -> bool:
    return any(mark.said in SEVERAL for mark in row)


def repeats(one: Advice, asked: Asked) -> bool:
    """ "No, you don't bill it": what was asked once more, and not of somebody else."""
    bare = one.kind == "component" and one.value == "billable" and bool(one.inherited)
    theirs = {proposed.condition.get("biller") for proposed in asked.proposed}
    return bare and (not theirs or one.condition.get("biller") in {None, *theirs})


def of_its_kind(advice: Sequence[Advice], row: Sequence[Mark], named: Sequence[str]) -> tuple[Advice, ...]:
    """ "Two sessions make two units", of 77771 and 77300: only the one is counted by sessions."""
    codes = tuple(dict.fromkeys(code for one in advice for code in one.codes))
    meant = [code for code in codes if _speaks_of(code, codes, advice, row)]
    add_on = all(isinstance(one.value, tuple) and one.value[0] == "add_on" for one in advice)
    if (
        len(meant) != 1
        or not (add_on or set(codes) <= set(named))
        or any(set(one.codes) != set(codes) for one in advice)
    ):
        return tuple(advice)
    return tuple(replace(one, codes=(meant[0],)) for one in advice)


def _speaks_of(code: str, codes: Sequence[str], advice: Sequence[Advice], row: Sequence[Mark]) -> bool:
    if all(isinstance(one.value, tuple) and one.value[0] == "add_on" for one in advice):
        return code == codes[0] and _adds_on(code) and not any(_adds_on(other) for other in codes[1:])
    if not all(one.kind in ("units", "frequency") for one in advice):
        return False
    counted = {_thing(mark) for mark in row} - {""}
    bases = {other: _bases(other) for other in codes}
    if len(counted) != 1 or any(not base or base & RIVALS for base in bases.values()):
        return False  # "bill it with every fraction", of a code that is billed once per course: said of that one
    if any(mark.kind == "PRONOUN" for mark in row):
        return False
    return counted <= bases[code]


def _bases(code: str) -> set[str]:
    known = entry(code)
    pers = [rule.one_per for rule in known.units] if known else []
    return {f"{one.fractions} fractions" if one.fractions else str(one.thing) for one in pers}


def _adds_on(code: str) -> bool:
    known = entry(code)
    return known is not None and any(one.kind == "add_on_to" for one in known.relations)


def _thing(mark: Mark) -> str:
    """What is counted: sessions, calculations, devices."""
    if mark.kind == "FREQ":
        return str(mark.value[1]) if isinstance(mark.value, tuple) else ""
    if mark.kind in ("FRACTIONS", "COUNTED", "DAYS"):
        return THINGS.get(mark.noun or "", mark.noun or "")
    return ""
