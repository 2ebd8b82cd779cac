"""The page under test: the real app, with an assistant whose answers are known."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

sys.path.insert(0, str(Path(__file__).parent))  # hand_made.py; the suite's import mode adds no folder itself

from hand_made import VERDICT, FakeAssistant

APP = Path(__file__).parents[2] / "ui" / "app.py"
Visit = Callable[..., AppTest]


@pytest.fixture
def fake() -> FakeAssistant:
    return FakeAssistant()


@pytest.fixture
def visit(fake: FakeAssistant) -> Visit:
    """Opens the app on one of its pages, with `seams` in place of the real parts."""

    def opened(page: str = "ask", **seams: object) -> AppTest:
        app = AppTest.from_file(str(APP), default_timeout=20)
        parts: dict[str, object] = {
            "engine": fake,
            "redact": lambda text: text.replace("4471923", "[record number]"),
            "index_fault": False,
            "verify": lambda text, facts: VERDICT,
        }
        for name, part in {**parts, **seams}.items():
            app.session_state[name] = part
        app.run()
        return app if page == "ask" else app.switch_page(f"screens/{page}.py").run()

    return opened
