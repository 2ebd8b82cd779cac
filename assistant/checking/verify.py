"""Somebody else's text, judged statement by statement (the `verify` shape of the outside contract)."""

# ruff: noqa: E501 - patterns and lists of phrases: one thought, one line
from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from assistant.checking.advice import Advice, Kind
from assistant.checking.checked import CheckedSentence
from assistant.checking.gate import check
from assistant.checking.restate import reference_of
from assistant.reading.facts import read_facts
from assistant.reading.values import read_values
from assistant.scenario import Period, Scenario

ASK_INSTEAD = " Ask about the code itself to see its rules."


class AdviceRow(BaseModel):
    """One piece of advice found in the text."""

    model_config = ConfigDict(extra="forbid")

    sentence: str
    code: str
    kind: Kind
    value: str | int | None
    finding: Literal["pass", "fail", "no_data", "unreadable"]
    why: str
    reference: str
    shown: bool


class VerifyResult(BaseModel):
    """The text as the gate would show it, and every piece of advice with its finding."""

    model_config = ConfigDict(extra="forbid")

    shown: str
    advice: tuple[AdviceRow, ...]
    corrected: int
    withheld: int


def verify(
    text: str, question: str | None = None, facts: Mapping[str, Any] | None = None, *, today: date
) -> VerifyResult:
    """Judge a text; facts of the question win over `facts`, what the text says of itself narrows both."""
    known = read_values(today, **dict(facts or {})).known
    scenario = Scenario(**known)
    proposition = None
    if question:
        asked = read_facts(question, today)
        proposition = asked.proposition
        said = {name: getattr(asked.scenario, name) for name in Scenario.__dataclass_fields__ if name != "origins"}
        scenario = scenario.but(**{name: value for name, value in said.items() if value not in (None, ())})
        if dates := asked.alternatives.get("dos"):  # which of two dates is the service's nothing tells: both count
            scenario = scenario.but(dos=Period(min(one.start for one in dates), max(one.end for one in dates)))
    checked = check(text, scenario, question, proposition, today=today)
    rows = tuple(row for one in checked.sentences for row in _rows(one))
    return VerifyResult(shown=checked.shown, advice=rows, corrected=checked.corrected, withheld=checked.withheld)


def _rows(one: CheckedSentence) -> Iterator[AdviceRow]:
    shown = one.fate == "shown"
    if one.reading.verdict == "unreadable":
        if one.reading.kind != "of no kind we know" or one.reading.codes:
            first = one.reading.advice[0] if one.reading.advice else None
            told = next((each.finding for each in one.weighed if each.finding.verdict in ("pass", "fail")), None)
            beside = f" Of the part that could be read the rules say: {told.why}" if told else ASK_INSTEAD
            code = (one.reading.codes or (first.codes if first else ()) or ("",))[0]
            yield AdviceRow(
                sentence=one.sentence.text, code=code, kind=first.kind if first else "component", value=_value(first) if first else None,
                finding="unreadable", why=_unread(one.reading.kind) + beside,
                reference=reference_of(told.references) if told else "", shown=False,
            )  # fmt: skip
        return
    for weighed in one.weighed:
        finding = weighed.finding
        for code in weighed.advice.codes[: 1 if weighed.advice.kind in ("pair", "validity") else None]:
            yield AdviceRow(
                sentence=one.sentence.text, code=code, kind=weighed.advice.kind, value=_value(weighed.advice),
                finding="no_data" if finding.verdict == "not_applicable" else finding.verdict,
                why=finding.why, reference=reference_of(finding.references), shown=shown,
            )  # fmt: skip


def _unread(kind: str) -> str:
    """Why a sentence is not judged, in words for somebody who does not know this program."""
    reason, _, words = kind.partition(": ")
    quoted = ", ".join(f'"{word.strip()}"' for word in words.split(", ") if word.strip())
    if reason == "unclaimed":
        why = f"no rule we hold weighs what it says with {quoted}"
    elif reason == "unknown words":
        why = f"it uses words we do not know: {quoted}"
    else:
        why = {"of no kind we know": "it advises something that we have no rule for"}.get(kind, kind)
    return f"Cannot be read with certainty: {why}."


def _value(advice: Advice) -> str | int | None:
    """The value as a word or number: "5 fractions", 6, "not 26", "at most 6"."""
    value = advice.value
    if isinstance(value, tuple):
        value = " ".join(_word(part) for part in value if part not in ("", ()))
    if not advice.polarity:
        return f"not {value}"
    return value if isinstance(value, str | int) else str(value)


def _word(part: Any) -> str:
    if isinstance(part, tuple):
        return ", ".join(str(one) for one in part)
    return str(part).replace("_", " ")
