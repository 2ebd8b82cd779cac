"""How an answer was worked out: its findings, then what each of its rows rests on. Pure."""

from __future__ import annotations

from typing import NamedTuple

from assistant.answer import Answer
from ui import wording
from ui.cited import titled

FINDINGS = {
    "pass": "Settled",
    "fail": "Does not hold",
    "no_data": "Not settled",
    "not_applicable": "Does not apply",
}
# A ruling of these kinds is a yes or a no; "does not hold" would leave open what does.
YES_NO = {
    "modifiers": ("Belongs", "Does not belong"),
    "pairs": ("Together", "Not together"),
    "codes": ("Valid", "Not valid"),
}


class Step(NamedTuple):
    """One line of "How this was worked out"."""

    verdict: str  # pass, fail, no_data, not_applicable
    label: str
    subject: str
    why: str
    dates: str
    reference: str


def steps(answer: Answer) -> list[Step]:
    """Findings with reason, dates and reference, then what the other rows rest on; nothing is said twice."""
    rows = {step.why: step for step in _rows(answer) if step.why}
    lines = []
    for found in answer.findings:
        row = rows.pop(found.why, None)  # the row a finding speaks of knows the count and the dates
        subject, dates = (row.subject, row.dates) if row else (found.rule, "")
        label = _label(found.rule, found.finding)
        lines.append(Step(found.finding, label, subject, found.why, dates, titled(found.reference, answer)))
    # The same reason may stand behind a count and a status: the first, which knows more, speaks for both.
    return list({step.why: step for step in reversed([*lines, *rows.values()])}.values())[::-1]


def made_in(answer: Answer) -> str:
    """Who drafted and how long it took, for the foot of the worked-out panel."""
    drafter = "plain sentences from the rules" if answer.drafted_by == "composer" else f"the model {answer.drafted_by}"
    seconds = answer.seconds.total
    took = f" in {seconds:.2f} s" if seconds >= 0.01 else ""
    return f"Drafted by {drafter}{took}; the check comes after the draft, whoever wrote it.{_cost(answer)}"


def _cost(answer: Answer) -> str:
    """What the model used, where its provider says so, also when none of its draft is shown."""
    used = answer.model
    if used is None or used.input_tokens is None or used.output_tokens is None:
        return ""
    return f" {used.name} read {used.input_tokens:,} tokens and wrote {used.output_tokens:,}."


def _count(units: int | None) -> str:
    if units is None:
        return "not settled"
    return f"{units} unit{'' if units == 1 else 's'}" if units else "no unit separately payable"


def _label(rule: str, finding: str) -> str:
    yes_no = YES_NO.get(rule.partition(".")[0])
    if yes_no and finding in ("pass", "fail"):
        return yes_no[finding == "fail"]
    return FINDINGS[finding]


def _rows(answer: Answer) -> list[Step]:
    lines = []
    for unit in answer.units:
        count = _count(unit.units)
        a_date = f", {unit.per_date} per date" if unit.per_date and unit.units else ""
        verdict = unit.finding if unit.finding in FINDINGS else ("no_data" if unit.units is None else "pass")
        who = ", ".join(
            wording.fact_value(key, value) for key, value in (("payer", unit.payer), ("setting", unit.setting)) if value
        )
        lines.append(_step(verdict, f"{unit.code}: {count}{a_date} · {who}", unit.why, unit.start, unit.end))
    for modifier in answer.modifiers:
        verdict = "no_data" if modifier.allowed is None else "pass"
        allowed = {True: "belongs on", False: "does not belong on", None: "is not settled for"}[modifier.allowed]
        subject = f"{modifier.modifier} {allowed} {modifier.code}"
        lines.append(_step(verdict, subject, modifier.why, modifier.start, modifier.end))
    for pair in answer.pairs:
        verdict = "no_data" if pair.together == "no_data" else "pass"
        subject = f"{pair.codes[0]} with {pair.codes[1]}: {pair.together.replace('_', ' ')}"
        lines.append(_step(verdict, subject, pair.why, pair.start, pair.end))
    return lines


def _step(verdict: str, subject: str, why: str, start: str | None, end: str | None) -> Step:
    return Step(verdict, FINDINGS[verdict], subject, why, wording.in_force(start, end), "")
