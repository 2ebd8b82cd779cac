"""A real small model on a local server drafts; whatever it says, only what holds is shown.

Opt-in: CONTRIBUTING says how to set up such a server and how to name it.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from assistant import Answer, Assistant
from assistant.settings import Settings
from tests.assistant.asked import TODAY

# Not SECONDCHECK_…: the suite forgets those at its start, so that no test sees a developer's own settings.
ADDRESS = os.environ.get("TEST_MODEL_URL", "")
QUESTIONS = (
    ("28 fx prostate, all done, how many 77427?", "77427", 6),
    ("30 fx in May 2026, Medicare, freestanding: units of 77417?", "77417", 0),
)

pytestmark = pytest.mark.skipif(
    not ADDRESS, reason="set TEST_MODEL_URL to the address of an OpenAI-compatible server on this computer"
)


@pytest.fixture
def assistant(data_dir: Path) -> Assistant:
    pytest.importorskip("langchain_openai", reason="install the openai extra to run this")
    settings = Settings(data_dir=data_dir, model="openai:local", model_base_url=ADDRESS, model_timeout_seconds=600)
    return Assistant(settings)


@pytest.mark.parametrize(("question", "code", "units"), QUESTIONS)
def test_what_a_small_model_says_is_shown_only_where_it_holds(
    assistant: Assistant, question: str, code: str, units: int
) -> None:
    """Sentences stream, join to the answer's text, and every count in it is the rule's."""
    *pieces, answer = assistant.stream(question, today=TODAY)
    assert isinstance(answer, Answer)
    assert "".join(map(str, pieces)) == answer.text
    assert answer.model is not None
    assert not [notice for notice in answer.notices if notice.startswith("The model openai:local ")], answer.notices
    assert {row.units for row in answer.units if row.code == code} <= {units}
    said = re.findall(rf"(\d+) units of {code}", answer.text)
    assert set(map(int, said)) <= {units, 1}, answer.text
