"""The rule's own sentence, for the place of one that failed; the composer may use the same words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.checking.checker import Weighed
from assistant.rules import payers
from corpus.rulebook import Reference

_OPENS_WITH_A_CODE = re.compile(r"(?:\d{5}|[A-Z]\d{4})\b")


def reference_of(references: Iterable[Reference]) -> str:
    """ "cms-manual-13-70-1, section 70.1" of the first reference; empty without one."""
    first = next(iter(references), None)
    if first is None:
        return ""
    return f"{first.source}, section {first.section}" if first.section else first.source


def restate(checked: Weighed) -> str:
    """What the rule says instead, with its case and reference; empty when no rule says anything."""
    finding = checked.finding
    said = checked.instead or ""
    if not said or finding.verdict == "no_data":
        return ""
    code = checked.advice.codes[0] if checked.advice.codes else ""
    chosen = isinstance(checked.advice.value, tuple) and checked.advice.value[0] in ("for", "asked")
    opens = _OPENS_WITH_A_CODE.match(said)  # "77412: 77407: one isocenter ..." would read as an answer of 77412
    lead = "" if not code or code in said or chosen or opens else f"{code}: "
    return f"{lead}{said.rstrip()}{_case(checked)}"


def _case(checked: Weighed) -> str:
    """The case the rule was asked for, where the sentence did not say it."""
    scenario = checked.scenario
    said = []
    if "dos" not in checked.advice.condition and scenario.dos is not None:
        said.append(
            f"date of service {scenario.dos.start}"
            if scenario.dos.is_day
            else f"dates of service {scenario.dos.start} to {scenario.dos.end}"
        )
    if scenario.payer:
        said.append(payers.name(scenario.payer))
    return f" ({', '.join(said)})" if said else ""


def says_so(one: Weighed, weighed: tuple[Weighed, ...]) -> bool:
    """Whether the sentence itself already says what the note would."""
    others = [other.advice for other in weighed if other is not one]
    if one.advice.kind == "units":
        return any(
            other.kind == "units" and isinstance(other.value, tuple) and other.value[0] in ("per_date", "dates")
            for other in others
        )
    return any(other.kind == "frequency" and other.value == "5 fractions" for other in others)
