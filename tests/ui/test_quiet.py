"""The page phones nobody, paints before anything heavy loads, and keeps troubles readable."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
import tomllib
import types
from pathlib import Path

import pytest

from assistant.errors import SecondCheckError
from ui import engine
from ui.trouble import explained

ROOT = Path(__file__).parents[2]
APP = ROOT / "ui" / "app.py"
CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text())


def test_nothing_is_reported_and_nobody_else_can_connect() -> None:
    """Telemetry is off, only this computer reaches the page, and errors show no details."""
    assert CONFIG["browser"]["gatherUsageStats"] is False
    assert CONFIG["server"]["address"] == "localhost"
    assert CONFIG["client"]["showErrorDetails"] == "none"


def test_no_font_picture_or_script_comes_from_outside() -> None:
    """Neither style nor settings nor code of the page name an outside address."""
    page = [*(ROOT / "ui").glob("*.py"), *(ROOT / "ui" / "screens").glob("*.py"), *(ROOT / "ui" / "theme").iterdir()]
    files = [*page, ROOT / ".streamlit" / "config.toml"]
    named = [file.name for file in files if re.search(r"https?://|@import|url\(", file.read_text())]
    assert named == []
    assert 'page_icon=":material' not in APP.read_text()


def test_the_page_imports_nothing_heavy() -> None:
    """Everything the first paint needs comes without torch, Chroma or LangChain."""
    code = (
        "import sys; from ui import bringing, engine, facts_form, marked, markup, shelf, troubled; "
        "print([m for m in ('torch', 'chromadb', 'langchain', 'sentence_transformers') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert run.stdout.strip() == "[]"


def stand_in(monkeypatch: pytest.MonkeyPatch, assistant: type) -> None:
    module = types.ModuleType("assistant.chain")
    module.Assistant = assistant  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "assistant.chain", module)


def test_opening_does_not_hold_up_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """The assistant opens in a thread: the page goes on while it does."""
    gate = threading.Event()

    class Slow:
        chain = None

        def __init__(self) -> None:
            gate.wait(10)

    stand_in(monkeypatch, Slow)
    engine.opening.clear()
    future = engine.opening()
    assert not future.done()
    gate.set()
    assert isinstance(future.result(10), Slow)
    engine.opening.clear()


def test_what_only_plain_words_need_is_warmed_after_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """The embedding model loads by itself, after the assistant is open, and its failure disturbs nobody."""
    order: list[str] = []

    class Open:
        chain = None

        def __init__(self) -> None:
            order.append("assistant")

    class Model:
        def embed_query(self, text: str) -> None:
            order.append("model")
            raise RuntimeError

    stand_in(monkeypatch, Open)
    monkeypatch.setattr("corpus.embedding.PackagedMiniLM", Model)
    monkeypatch.setattr(engine, "IDLE_SECONDS", 0)
    engine.opening.clear()
    engine.warming.clear()
    engine.warm()
    engine.warming().join(10)
    assert order == ["assistant", "model"]
    engine.opening.clear()
    engine.warming.clear()


def test_an_opening_that_failed_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first failure is told; the next question opens anew."""
    tries: list[int] = []

    class Second:
        chain = None

        def __init__(self) -> None:
            tries.append(1)
            if len(tries) == 1:
                raise SecondCheckError("The settings file cannot be read.")

    stand_in(monkeypatch, Second)
    engine.opening.clear()
    with pytest.raises(SecondCheckError):
        engine.engine()
    assert isinstance(engine.engine(), Second)
    engine.opening.clear()


def test_our_own_errors_keep_their_words() -> None:
    """What, why and next step of an error for people are shown as they are."""
    trouble = explained(SecondCheckError("It is shut.", "Nobody opened it.", "Open it."))
    assert trouble[:2] == ("It is shut.", "Nobody opened it. Open it.")


def test_foreign_errors_never_show_their_words(caplog: pytest.LogCaptureFixture) -> None:
    """A message that may quote a patient is neither shown nor logged."""
    try:
        raise RuntimeError("MRN 4471923")
    except RuntimeError as error:
        trouble = explained(error)
    assert "4471923" not in " ".join(trouble[:2]) + caplog.text
    assert "RuntimeError" in caplog.text


def test_the_real_app_answers_a_code_question_without_torch(data_dir: Path) -> None:
    """Nothing replaced: the page, the chain, the rules and the gate give six units, and torch was never imported."""
    code = (
        "import sys; from streamlit.testing.v1 import AppTest; from ui import engine; engine.IDLE_SECONDS = 600\n"
        f"app = AppTest.from_file('{APP}', default_timeout=90).run()\n"
        "app.chat_input[0].set_value('28 fx prostate, all done, how many 77427?').run()\n"
        "page = ' '.join(block.value for block in app.html)\n"
        "print('6 units of 77427' in page, 'class=\"sc-mark\"' in page, 'torch' in sys.modules, len(app.exception))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert run.stdout.strip() == "True True False 0"
