"""`secondcheck verify`: somebody else's text in, its billing advice judged."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from typing import Annotated, Any

import typer

from assistant.commands import facts as given_facts
from assistant.commands.lines import answer_lines, read_text
from assistant.errors import InputError

MARKS = {"pass": "pass     ", "fail": "FAIL     ", "no_data": "no data  ", "unreadable": "unread   "}


def verify(
    file: Annotated[str, typer.Argument(help="Text file; - reads standard input.")] = "-",
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    batch: Annotated[str | None, typer.Option(metavar="FILE.jsonl", help="Verify one object a line.")] = None,
    question: Annotated[str | None, typer.Option(help="The question that the text answers.")] = None,
    payer: given_facts.Payer = None,
    setting: given_facts.Setting = None,
    biller: given_facts.Biller = None,
    dos: given_facts.Dos = None,
    fractions: given_facts.Fractions = None,
    ended: given_facts.Ended = None,
    technique: given_facts.Technique = None,
) -> None:
    """Mark the billing advice in any text.

    A colleague's mail, a vendor's page, a chat model's answer: each piece of advice gets its finding.
    """
    facts = given_facts.given(
        payer=payer,
        setting=setting,
        biller=biller,
        date_of_service=dos,
        fractions=fractions,
        course_ended=ended,
        technique=technique,
    )
    if batch is not None:
        answer_lines(batch, lambda request: _verify_request(request, facts))
        return
    from assistant.checking import gate

    if file == "-" and sys.stdin and sys.stdin.isatty():
        print("Type or paste the text, then press Ctrl-D.", file=sys.stderr)
    judged = gate.verify(read_text(file), question=question, facts=facts)
    if as_json:
        print(json.dumps(judged, ensure_ascii=False, indent=2 if sys.stdout.isatty() else None))
    else:
        print(as_text(judged))


def _verify_request(request: dict[str, Any], defaults: dict[str, Any]) -> Mapping[str, Any]:
    from assistant.checking import gate

    text, question, facts = request.get("text"), request.get("question"), request.get("facts")
    if not isinstance(text, str):
        raise InputError("This line has no `text` in words.", "", 'Write {"text": "…"}.')
    if question is not None and not isinstance(question, str):
        raise InputError("`question` is not in words.", "", 'Write "question": "…".')
    if facts is not None and not isinstance(facts, dict):
        raise InputError("`facts` is not an object.", "", 'Write {"payer": "medicare"}.')
    today = given_facts.day(request.get("today"), "`today`")
    return gate.verify(text, question=question, facts={**defaults, **(facts or {})}, today=today)


def as_text(judged: Mapping[str, Any]) -> str:
    """Each piece of advice with its finding, then the text as the gate would show it."""
    rows = [
        f"{MARKS.get(one['finding'], one['finding'])} {one['sentence']}\n          {one['why']}"
        + (f" [{one['reference']}]" if one.get("reference") else "")
        for one in judged["advice"]
    ]
    found = "\n".join(rows) if rows else "No billing advice was found in this text."
    shown = judged["shown"] or "(nothing)"
    return f"{found}\n\nWhat Second Check would show:\n\n{shown}"
