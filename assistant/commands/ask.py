"""`secondcheck ask`: a question in, the checked answer out; the same answer as on the page."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from assistant.commands import facts as given_facts
from assistant.commands.lines import answer_lines
from assistant.errors import InputError

if TYPE_CHECKING:
    from assistant.answer import Answer, Citation
    from assistant.chain import Given


def ask(
    question: Annotated[str | None, typer.Argument(help="The question, in quotes.", show_default=False)] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    batch: Annotated[
        str | None, typer.Option(metavar="FILE.jsonl", help="Answer one object a line; - reads standard input.")
    ] = None,
    payer: given_facts.Payer = None,
    setting: given_facts.Setting = None,
    biller: given_facts.Biller = None,
    dos: given_facts.Dos = None,
    fractions: given_facts.Fractions = None,
    ended: given_facts.Ended = None,
    schedule: given_facts.Schedule = None,
    technique: given_facts.Technique = None,
    isocenters: given_facts.Isocenters = None,
    motion: given_facts.Motion = None,
    today: given_facts.Today = None,
) -> None:
    """Answer a question, checked and cited. Options are defaults; what the question says wins."""
    facts = given_facts.given(
        payer=payer,
        setting=setting,
        biller=biller,
        date_of_service=dos,
        fractions=fractions,
        course_ended=ended,
        schedule=schedule,
        technique=technique,
        isocenters=isocenters,
        motion_management=motion,
    )
    if (question is None) == (batch is None):
        raise InputError(
            "Give either a question or --batch FILE.jsonl.", "", 'For example: secondcheck ask "28 fx, how many 77427?"'
        )
    day = given_facts.day(today, "--today")

    from assistant import Assistant

    assistant = Assistant()
    if batch is not None:
        answer_lines(batch, lambda request: _answer_request(assistant, request, facts, day))
        return
    asked = _clean(question or "")
    given: Given = {"facts": facts or None, "today": day}
    if as_json:
        answer = assistant.ask(asked, **given)
        print(json.dumps(answer.to_json(), ensure_ascii=False, indent=2 if sys.stdout.isatty() else None))
    else:
        _print_as_it_comes(assistant.stream(asked, **given))


def _print_as_it_comes(coming: Iterator[str | Answer]) -> None:
    """Checked sentences as they pass, then the rest of the answer. Ctrl-C cancels the model too."""
    said = ""
    for piece in coming:
        if isinstance(piece, str):
            print(piece, end="", flush=True)
            said += piece
        else:
            print(as_text(piece).removeprefix(said))


def _answer_request(assistant: Any, request: dict[str, Any], defaults: dict[str, Any], today: Any) -> dict[str, Any]:
    question = request.get("question")
    if not isinstance(question, str):
        raise InputError("This line has no `question` in words.", "", 'Write {"question": "…"}.')
    for key, kind, example in (
        ("facts", dict, '{"payer": "medicare"}'),
        ("corrections", dict, '{"payer": "uhc"}'),
        ("history", list, '[{"role": "user", "content": "…"}]'),
    ):
        if request.get(key) is not None and not isinstance(request[key], kind):
            raise InputError(f"`{key}` is not of the kind this program reads.", "", f"Write {example}.")
    answer = assistant.ask(
        _clean(question),
        history=request.get("history"),
        facts={**defaults, **(request.get("facts") or {})} or None,
        corrections=request.get("corrections"),
        today=given_facts.day(request.get("today"), "`today`") or today,
    )
    return dict(answer.to_json())


def as_text(answer: Answer) -> str:
    """The answer for a terminal: what the page shows, its citations, and what was done without."""
    parts = [answer.text]
    if answer.citations:
        parts.append("\n".join(_citation(one) for one in answer.citations))
    parts += [notice for notice in answer.notices if notice not in answer.text]
    return "\n\n".join(part for part in parts if part)


def _citation(citation: Citation) -> str:
    place = [
        f"section {citation.section}" if citation.section else "",
        f"page {citation.page}" if citation.page else "",
        citation.in_force if citation.in_force != "not stated" else "",
        citation.standing,
    ]
    return f"[{citation.n}] {citation.publisher}: {citation.title}\n    {'; '.join(part for part in place if part)}"


def _clean(text: str) -> str:
    """A terminal can hand over half a character; JSON and SQLite cannot store one."""
    return text.encode("utf-8", "replace").decode("utf-8")
