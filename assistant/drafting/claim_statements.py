"""A claim's lines in statements: the verdict with what to do, why, what stands, and what cannot be judged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from assistant.decision import Decision
from assistant.drafting.leads import PLACES
from assistant.drafting.statements import Statement, both, reason, sentence, sentences_of
from assistant.rules import payers
from assistant.rules.claim_line import ToldLine
from assistant.rules.finding import Finding
from assistant.rules.judged_line import COURSE, JudgedLine, bills

REMEDIES = {
    "physician": "leave {code} to the physician's bill",
    "facility": "leave {code} to the facility's bill",
    "remove": "take {about} off {code}",
    "append": "append {about} to {code}",
    "mark": "{code} beside {about} needs 59 or an X modifier and a truly separate service",
}


def say_claim(decision: Decision) -> Iterator[Statement]:
    """Verdict and remedies, then the reasons line by line, then what stands and what is open."""
    lines, lead = decision.lines, decision.case
    failing = [one for one in lines if one.verdict == "fail"]
    yield Statement(sentence(lead, _verdict(lines, failing)))
    yield from _reasons(lines)
    yield from _standing(lines, lead)
    for one in lines:
        if one.packaged is not None and not one.objections:
            yield from reason(one.packaged.why, "", one.packaged.references, one.line.code)
    for one in lines:
        yield from _open(one)
    if not payers.is_medicare(decision.scenario.payer) and any(one.verdict == "pass" for one in lines):
        yield Statement(f"What {payers.name(decision.scenario.payer)} pays for them is not in our sources.")
    if of := bills(lines, decision.scenario):
        yield Statement(f"The hospital bills {both(of['facility'])}, the physician {both(of['professional'])}.")


def _reasons(lines: Sequence[JudgedLine]) -> Iterator[Statement]:
    """Why each line fails; what is the same for several codes is said of the first."""
    told: set[tuple[str, str]] = set()
    for one in lines:
        place = PLACES.get(one.only, "")
        for objection in one.objections:
            why = objection.finding.why.removeprefix("It needs 26. ")
            same = (objection.about, why.replace(one.line.code, ""))
            if objection.about and same in told:
                continue
            told.add(same)
            yield from reason(_against(one, why), place, objection.finding.references, one.line.code)


def _open(one: JudgedLine) -> Iterator[Statement]:
    """Why a line that nothing speaks against is not settled."""
    doubts = one.doubts if not one.objections or one.can_be_mended else ()
    for doubt in doubts:
        if doubt.reason == COURSE:
            yield from reason(_against(one, doubt.why), "", doubt.references, one.line.code)
        elif doubt.reason != "pair":
            first = sentences_of(doubt.why)[0]
            yield Statement(f"{label(one.line)} is not judged: {first}", doubt.references, one.line.code)
    yield from _by_other_tables(one, [doubt for doubt in doubts if doubt.reason == "pair"])


def _by_other_tables(one: JudgedLine, doubts: Sequence[Finding]) -> Iterator[Statement]:
    """What the tables of another date or of the other bill say of the line's pairs, where its own is missing."""
    told = [sentences_of(doubt.why) for doubt in doubts]
    elsewhere = tuple(f"{rest[0][:1].lower()}{rest[0][1:].removesuffix('.')}" for _, *rest in told if rest)
    if elsewhere:
        none = told[0][0].partition(" that tells")[0]
        references = tuple(dict.fromkeys(each for doubt in doubts for each in doubt.references))
        text = f"{label(one.line)} is in doubt: {'; '.join(elsewhere)}; {none[:1].lower()}{none[1:]} for this date."
        yield Statement(text, references, one.line.code)


def label(line: ToldLine) -> str:
    """The line as it was written: "77300-26 x9"."""
    units = f" x{line.units}" if line.units is not None else ""
    return f"{'-'.join((line.code, *line.modifiers))}{units}"


def _verdict(lines: Sequence[JudgedLine], failing: Sequence[JudgedLine]) -> str:
    if failing:
        return f"not as billed: {'; '.join(_remedies(failing))}."
    doubted = tuple(
        label(one.line) for one in lines if one.only or any(each.reason in ("pair", COURSE) for each in one.doubts)
    )
    if doubted:
        return f"not settled: {both(doubted)}."
    if all(one.verdict == "no_data" for one in lines):
        return "nothing we hold settles these lines."
    if any(one.verdict == "no_data" for one in lines):
        return "nothing we hold speaks against what can be judged here."
    return f"nothing we hold speaks against {'this line' if len(lines) == 1 else 'these lines'}."


def _remedies(failing: Sequence[JudgedLine]) -> Iterator[str]:
    told = [(objection.remedy, objection.about, one) for one in failing for objection in one.objections]
    dropped = tuple(dict.fromkeys(_short(one) for remedy, _, one in told if remedy == "drop"))
    if dropped:
        yield f"take off {both(dropped)}"
    for remedy, words in REMEDIES.items():
        abouts = dict.fromkeys(about for each, about, _ in told if each == remedy)
        for about in abouts:
            codes = dict.fromkeys(one.line.code for each, of, one in told if (each, of) == (remedy, about))
            yield words.format(code=both(tuple(codes)), about=about)
    said = [f"{label(one.line)} is more than the course makes" for remedy, _, one in told if remedy == "course"]
    said += [f"at most {about} of {one.line.code} on one date" for remedy, about, one in told if remedy == "units"]
    yield from dict.fromkeys(said)


def _short(one: JudgedLine) -> str:
    return "-".join((one.line.code, *one.line.modifiers))


def _against(one: JudgedLine, why: str) -> str:
    """The reason, which begins with its line where it told its units or no code at all."""
    units, of, limit = why.partition(", but ")
    if of and units[:1].isdigit():
        return f"{label(one.line)}: {limit}"
    told = re.sub(r"^\d+ units? of (?=\d{5}|G\d{4})", "", why)
    if told != why:
        return told.replace(one.line.code, label(one.line), 1)
    return why if one.line.code in why else f"{label(one.line)}: {why}"


def _standing(lines: Sequence[JudgedLine], lead: str) -> Iterator[Statement]:
    """What stands, lines on the same condition together; a line that stands without its modifier under that name."""
    standing = [one for one in lines if one.verdict == "pass" and one.packaged is None]
    mended = [one for one in lines if one.can_be_mended and not one.only and not one.doubts]
    told = [(one.provided, label(one.line)) for one in standing]
    told += [(one.provided, _mended(one)) for one in mended if one.provided]
    for provided, group in groupby(sorted(told, key=lambda pair: pair[0]), key=lambda pair: pair[0]):
        names = tuple(dict.fromkeys(name for _, name in group))
        verb = "stands" if len(names) == 1 else "stand"
        condition = f" where {provided}" if provided else ""
        yield Statement(sentence(lead, f"{both(names)} {verb}{condition}."))


def _mended(one: JudgedLine) -> str:
    removed = {objection.about for objection in one.objections if objection.remedy == "remove"}
    added = tuple(objection.about for objection in one.objections if objection.remedy == "append")
    kept = tuple(each for each in one.line.modifiers if each not in removed)
    return label(ToldLine(one.line.code, (*kept, *added), one.line.units))
