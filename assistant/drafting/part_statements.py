"""26 and TC in few words: both parts of a code in one sentence, several codes with one reason in one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.decision import Decision
from assistant.drafting.leads import led, when_and_where
from assistant.drafting.statements import Statement, both, sentence
from assistant.rules.biller import OWN_BILL, billing, side_of
from assistant.rules.finding import ModifierRuling
from corpus.rulebook import Reference, entry

NOTHING = ": there is nothing for "
SPLITS = " splits: "


class Merged(NamedTuple):
    """Statements that tell several rulings at once, and the rulings they tell."""

    statements: tuple[Statement, ...]
    rulings: tuple[ModifierRuling, ...]


def merged_parts(decision: Decision) -> Iterator[Merged]:
    """Whole or in parts where that was asked; neither part, both parts, and what several codes share."""
    whole = list(_whole(decision))
    yield from whole
    if set(decision.asked.modifiers) in (set(), {"26", "TC"}) and not whole:
        yield from _of_both_parts(decision)
    yield from _of_several_codes(decision)


def _whole(decision: Decision) -> Iterator[Merged]:
    """ "Global or split?": a place that bills for itself knows no global bill."""
    if not decision.asked.of_global:
        return
    if decision.scenario.setting in OWN_BILL:
        yield from _no_global_bill(decision)
        return
    for one in decision.codes:
        known = entry(one.code)
        side, references = side_of(known, decision.day) if known and one.valid else ("unknown", ())
        rulings = [each for each in decision.modifiers if each.code == one.code]
        if side == "both" and all(each.allowed and not each.required for each in rulings):
            text = f"bill {one.code} without 26 or TC where one party does both parts; 26 and TC are for two billers."
            told = (Reference(source="aapc-26-tc-split", section="rule"), *references)
            yield Merged((Statement(sentence(decision.case, text), told, one.code),), tuple(rulings))


def _no_global_bill(decision: Decision) -> Iterator[Merged]:
    """That the place knows no global bill, beside what the physician writes there."""
    for one in decision.codes:
        ruling = billing(one.code, decision.day, decision.scenario.setting, "global")
        required = any(each.required for each in decision.modifiers if each.code == one.code)  # 26 says as much
        if one.valid and ruling.allowed is False and ruling.side == "both" and not required:
            tc = tuple(each for each in decision.modifiers if (each.code, each.modifier) == (one.code, "TC"))
            yield Merged((Statement(sentence(decision.case, ruling.why), ruling.references, one.code),), tc)


def _of_both_parts(decision: Decision) -> Iterator[Merged]:
    for ruling in decision.modifiers:
        other = next((one for one in decision.modifiers if _is_the_other_part(one, ruling)), None)
        if other is None:
            continue
        code, lead = ruling.code, led(decision.case, when_and_where(ruling, _same_mark(ruling, decision), decision))
        if ruling.allowed is False and other.allowed is False and NOTHING in ruling.why and NOTHING in other.why:
            is_what = ruling.why.partition(NOTHING)[0].removeprefix(f"{code} ")
            text = f"neither 26 nor TC belongs on {code}: it {is_what}."
        elif all(one.allowed and SPLITS in one.why and one.why.count(".") == 1 for one in (ruling, other)):
            marks = other.why.partition(SPLITS)[2].removesuffix(".").replace("TC marks", "TC", 1)
            text = f"{ruling.why.removesuffix('.')}, {marks}."
        else:
            continue
        references = tuple(dict.fromkeys((*ruling.references, *other.references)))
        yield Merged((Statement(sentence(lead, text), references, code),), (ruling, other))


def _is_the_other_part(one: ModifierRuling, ruling: ModifierRuling) -> bool:
    marks = (ruling.modifier, one.modifier) == ("26", "TC")
    return marks and (one.code, one.period) == (ruling.code, ruling.period)


def _same_mark(ruling: ModifierRuling, decision: Decision) -> Sequence[ModifierRuling]:
    return [one for one in decision.modifiers if (one.code, one.modifier) == (ruling.code, ruling.modifier)]


def _of_several_codes(decision: Decision) -> Iterator[Merged]:
    """A modifier that several codes must carry for one reason."""
    alike: dict[tuple[object, ...], list[ModifierRuling]] = {}
    for ruling in decision.modifiers:
        if ruling.required and not ruling.why.startswith(ruling.code) and len(_same_mark(ruling, decision)) == 1:
            reason = ruling.why.replace(ruling.code, "")
            alike.setdefault((ruling.modifier, reason), []).append(ruling)
    for rulings in alike.values():
        first, codes = rulings[0], tuple(one.code for one in rulings)
        if len(codes) > 1:
            references = tuple(dict.fromkeys(each for one in rulings for each in one.references))
            what = sentence(decision.case, f"bill {both(codes)} with modifier {first.modifier}.")
            why = first.why.replace(first.code, both(codes))
            yield Merged(
                (Statement(what, references, first.code), Statement(why, references, first.code)), tuple(rulings)
            )
