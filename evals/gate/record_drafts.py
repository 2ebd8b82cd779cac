"""`python -m evals.gate.record_drafts`: what a real chat model drafts, kept so that the gate can be tried without it.

The tutorial pipeline asks: nearest chunks, a prompt, no checker. It needs a server that speaks OpenAI's protocol:
SECONDCHECK_MODEL=openai:NAME and SECONDCHECK_MODEL_BASE_URL. A run that was stopped goes on where it was.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

from assistant.drafting.providers import open_model
from assistant.settings import load_settings
from evals.baseline import TutorialRetrieval
from evals.case import Question
from evals.loading import read_questions

FILE = Path(__file__).parent / "model_drafts.jsonl"
TEMPERATURES = (0.0, 0.8)
CHUNKS = 2  # a small model on two cores reads some fifty tokens a second
CHARACTERS = 700
LONGEST = 110  # tokens of an answer
PROMPT = "Answer the coding question in at most four sentences, from the context.\n\nContext:\n{context}\n\nQuestion: {question}\nAnswer:"  # noqa: E501


def questions() -> Iterator[Question]:
    """Every case that wants advice, and a dozen that do not; follow-ups left out, a tutorial keeps no conversation."""
    alone = [case for case in read_questions() if not case.earlier]
    wanting = [case for case in alone if case.wants_advice]
    others = [case for case in alone if not case.wants_advice]
    step = max(1, len(others) // 15)
    # Spread, so that a run that is stopped early has asked of everything.
    mixed = sorted(wanting, key=lambda case: (int("".join(filter(str.isdigit, case.id)) or 0), case.id))
    yield from (*mixed, *others[::step])


def main() -> None:
    """Adds what is missing to the file, question by question."""
    settings = load_settings()
    model = open_model(settings)
    held = [json.loads(line) for line in FILE.read_text("utf-8").splitlines()] if FILE.exists() else []
    done = {(row["case"], row["temperature"]) for row in held}
    with tempfile.TemporaryDirectory() as folder, FILE.open("a", encoding="utf-8") as file:
        tutorial = TutorialRetrieval(Path(folder))
        for case in questions():
            context = "\n---\n".join(text[:CHARACTERS] for text in tutorial.passages(case.ask)[:CHUNKS])
            prompt = PROMPT.format(context=context, question=case.ask)
            for temperature in TEMPERATURES:
                if (case.id, temperature) in done:
                    continue
                said = model.bind(temperature=temperature, max_tokens=LONGEST).invoke(prompt)
                row = {
                    "case": case.id,
                    "temperature": temperature,
                    "question": case.ask,
                    "facts": case.facts,
                    "text": str(said.content),
                }
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
                file.flush()


if __name__ == "__main__":
    main()
