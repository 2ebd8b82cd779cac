"""`python -m evals.fifty_answers`: fifty answers of the composer as a page to read, docs/fifty_answers.md.

The questions name a code or a service, or are answered by rules alone, so that no vector decides what they find:
the same page comes out of an index of words only, and a test can keep it current in seconds.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from assistant import Answer, Assistant
from evals.case import TODAY

QUESTIONS = Path(__file__).parent / "cases" / "fifty.txt"
PAGE = Path(__file__).parents[1] / "docs" / "fifty_answers.md"
INTRODUCTION = f"""# Fifty answers

What the built-in composer answers, without a chat model, to questions as coders ask them; today is {TODAY}. Written by
`python -m evals.fifty_answers`, kept current by a test. Every sentence has passed the gate."""


def main() -> int:
    """Writes the page anew from the index of the data folder."""
    os.environ["SECONDCHECK_TODAY"] = TODAY
    PAGE.write_text(page(Assistant()), "utf-8")
    print(f"Written: {PAGE.name}")
    return 0


def questions() -> Iterator[tuple[str, str]]:
    """Each question with the heading it stands under."""
    heading = ""
    for line in QUESTIONS.read_text("utf-8").splitlines():
        if line.startswith("# "):
            heading = line.removeprefix("# ")
        elif line.strip():
            yield heading, line.strip()


def page(assistant: Assistant) -> str:
    """The whole page as Markdown."""
    parts, under = [INTRODUCTION], ""
    for heading, question in questions():
        if heading != under:
            parts.append(f"## {heading}")
            under = heading
        parts.append(entry(question, assistant.ask(question, today=TODAY)))
    return "\n\n".join(parts) + "\n"


def entry(question: str, answer: Answer) -> str:
    """One question, its answer, and the titles of what it cites."""
    cited = "; ".join(f"[{one.n}] {one.title}" for one in answer.citations)
    return f"**{question}**\n\n{answer.text}" + (f"\n\n<sub>{cited}</sub>" if cited else "")


if __name__ == "__main__":
    raise SystemExit(main())
