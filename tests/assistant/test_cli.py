"""The command line: what it prints, how it ends, and that it never shows a stack trace."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import assistant
from assistant import cli
from assistant.answer import Answer, Citation

HEAVY = {"torch", "chromadb", "langchain", "langchain_core", "sentence_transformers", "streamlit", "pydantic", "rich"}


class FakeAssistant:
    """Answers with what it was asked, so that a test sees what reached it."""

    made = 0
    asked: list[dict[str, Any]] = []

    def __init__(self, settings: Any = None) -> None:
        type(self).made += 1

    def ask(self, question: str, **given: Any) -> Answer:
        type(self).asked.append({"question": question, **given})
        if question == "crash":
            raise KeyError("Jane Doe")
        if question == "interrupt":
            raise KeyboardInterrupt
        cited = Citation(n=1, source="m", title="Manual", publisher="CMS", section="70.3", in_force="from 2020-01-01")
        return Answer(status="answered", text=f"You asked: {question} [1]", citations=(cited,), notices=("One line.",))

    def stream(self, question: str, **given: Any) -> Iterator[str | Answer]:
        answer = self.ask(question, **given)
        yield from ("", "You asked:", answer.text.removeprefix("You asked:"), answer)


@pytest.fixture(autouse=True)
def fake(monkeypatch: pytest.MonkeyPatch) -> type[FakeAssistant]:
    FakeAssistant.made, FakeAssistant.asked = 0, []
    monkeypatch.setitem(vars(assistant), "Assistant", FakeAssistant)
    return FakeAssistant


def run(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    monkeypatch.setattr(sys, "argv", ["secondcheck", *words])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    return int(ended.value.code or 0)


def in_a_shell(*words: str, **given: Any) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "assistant.cli", *words]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, **given)


def test_help_imports_nothing_heavy() -> None:
    """Help prints at once: no model, no index, not even pydantic is loaded for it."""
    code = "import sys; from assistant.cli import app; app(['--help'], standalone_mode=False); print(*sys.modules)"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout
    assert "Answer a question" in out
    assert not set(out.splitlines()[-1].split()) & HEAVY


def test_help_prints_in_under_half_a_second() -> None:
    """The best of three, so that a busy machine does not count."""
    took = []
    for _ in range(3):
        begun = time.perf_counter()
        assert in_a_shell("--help").returncode == 0
        took.append(time.perf_counter() - begun)
    assert min(took) < 0.5


def test_the_answer_comes_with_its_citations_and_notices(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What the page shows, the terminal shows."""
    assert run(monkeypatch, "ask", "28 fx?") == 0
    assert capsys.readouterr().out == (
        "You asked: 28 fx? [1]\n\n[1] CMS: Manual\n    section 70.3; from 2020-01-01\n\nOne line.\n"
    )


def test_a_sentence_is_printed_as_soon_as_it_comes(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], fake: type[FakeAssistant]
) -> None:
    """While a chat model writes the second sentence, the first is read."""
    seen = []

    def stream(_: Any, question: str, **given: Any) -> Iterator[str | Answer]:
        yield "The first."
        seen.append(capsys.readouterr().out)
        yield " The second."
        yield Answer(status="answered", text="The first. The second.", notices=("A notice.",))

    monkeypatch.setattr(fake, "stream", stream)
    assert run(monkeypatch, "ask", "28 fx?") == 0
    assert ["The first."] == seen
    assert capsys.readouterr().out == " The second.\n\nA notice.\n"


def test_json_is_the_object_of_the_outside_contract(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One object, one line, nothing else on standard output."""
    assert run(monkeypatch, "ask", "28 fx?", "--json") == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["status"] == "answered"
    assert answer["citations"][0]["source"] == "m"


def test_options_become_facts(monkeypatch: pytest.MonkeyPatch, fake: type[FakeAssistant]) -> None:
    """Only what was given is passed on; a fact that nobody stated must not look stated."""
    words = "--payer aetna --dos 2026-03 --fractions 28 --not-ended --today 2026-03-04".split()
    run(monkeypatch, "ask", "how many?", *words)
    facts = {"payer": "aetna", "date_of_service": "2026-03", "fractions": 28, "course_ended": False}
    assert fake.asked == [{"question": "how many?", "facts": facts, "today": date(2026, 3, 4)}]


def test_a_batch_answers_line_by_line_and_loads_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, fake: type[FakeAssistant]
) -> None:
    """A line that cannot be read gives an error in its place; the rest goes on, in order."""
    lines = [
        b'\xef\xbb\xbf{"id": "a", "question": "one", "facts": {"payer": "uhc"}, "corrections": {"fractions": 3}}',
        b"not json",
        b"",
        b'{"id": 7, "question": 5}',
        b'["list"]',
        b'{"id": "b", "question": "two", "facts": []}',
        b'{"id": "c", "question": "crash"}',
        b"\xff\xfe",
        b'{"id": "d", "question": "when", "today": "2026-01-02", "history": [{"role": "user", "content": "x"}]}',
        b'{"id": "e", "question": "when", "today": "soon"}',
        b'{"question": "half \\ud800 a character \\u2028 here"}',
    ]
    file = tmp_path / "in.jsonl"
    file.write_bytes(b"\n".join(lines))
    assert run(monkeypatch, "ask", "--batch", str(file), "--payer", "medicare") == 0
    out, err = capsys.readouterr()
    answers = [json.loads(line) for line in out.splitlines()]
    assert [one["id"] for one in answers] == ["a", None, 7, None, "b", "c", None, "d", "e", None]
    assert [("error" in one) for one in answers] == [False, True, True, True, True, True, True, False, True, False]
    assert "Jane Doe" not in out + err
    assert "7 of the lines" in err
    assert fake.made == 1
    assert fake.asked[0]["facts"] == {"payer": "uhc"}
    assert fake.asked[0]["corrections"] == {"fractions": 3}
    assert fake.asked[2]["today"] == date(2026, 1, 2)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["ask"], "Give either a question or --batch"),
        (["ask", "x", "--batch", "y"], "Give either a question or --batch"),
        (["ask", "--batch", "/nowhere.jsonl"], "cannot be opened"),
        (["ask", "--batch", "/"], "cannot be opened"),
        (["ask", "x", "--today", "soon"], "Write it as 2026-03-04"),
        (["check", "/nowhere.csv"], "cannot be opened"),
        (["add", "/nowhere.pdf"], "does not exist"),
        (["sources", "show", "nothing"], "secondcheck sources"),
        (["aks", "x"], "Did you mean 'ask'"),
    ],
)
def test_what_cannot_be_done_is_one_clear_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    """Exit code 2, a sentence on standard error, nothing on standard output."""
    assert run(monkeypatch, *words) == 2
    out, err = capsys.readouterr()
    assert said in err
    assert "Traceback" not in err
    assert not out


def test_an_unexpected_failure_is_logged_without_the_question(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], data_dir: Path
) -> None:
    """The log says where it happened; what the question said stays out of it."""
    assert run(monkeypatch, "ask", "crash") == 70
    _, err = capsys.readouterr()
    log = (data_dir / "failures.log").read_text()
    assert "KeyError" in err
    assert "in ask" in log
    assert "Jane Doe" not in err + log
    assert "crash" not in err + log
    assert len(err.splitlines()) == 1


def test_debug_shows_the_failure_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """A developer wants the stack trace that nobody else gets."""
    monkeypatch.setattr(sys, "argv", ["secondcheck", "--debug", "ask", "crash"])
    with pytest.raises(KeyError):
        cli.main()


def test_ctrl_c_ends_quietly(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The shell's own code for an interrupt, no complaint."""
    assert run(monkeypatch, "ask", "interrupt") == 130
    assert not capsys.readouterr().err


def test_a_reader_that_leaves_is_no_failure() -> None:
    """`secondcheck sources | head` prints its lines and no complaint."""
    ours, theirs = os.pipe()
    os.close(ours)
    ended = subprocess.run(
        [sys.executable, "-m", "assistant.cli", "sources"], stdout=theirs, stderr=subprocess.PIPE, text=True, timeout=60
    )
    os.close(theirs)
    assert not ended.stderr


def test_a_misspelt_setting_is_one_line() -> None:
    """In a shell of its own, as a user meets it."""
    ended = in_a_shell("index", env={**os.environ, "SECONDCHECK_MODLE": "x"})
    assert ended.returncode == 2
    assert ended.stderr == "SECONDCHECK_MODLE is not a setting of Second Check. Did you mean SECONDCHECK_MODEL?\n"


def test_the_version_is_that_of_the_package() -> None:
    """What a bug report needs."""
    ended = in_a_shell("--version")
    assert ended.returncode == 0
    assert ended.stdout.startswith("secondcheck ")


def test_a_code_is_told_for_its_date(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The same code on both sides of a change, and one that has ended."""
    assert run(monkeypatch, "code", "77417") == 0
    assert "bundled" in capsys.readouterr().out
    assert run(monkeypatch, "code", "77417", "--on", "2025-05-01") == 0
    assert "one unit per 5 fractions" in capsys.readouterr().out
    assert run(monkeypatch, "code", "77386", "--json", "--payer", "UnitedHealthcare") == 0
    assert json.loads(capsys.readouterr().out)["code"]["replaced_by"] == ["77407", "77412"]
    assert run(monkeypatch, "code", "77147") == 0
    assert "Did you mean 77417?" in capsys.readouterr().out


def test_a_course_is_planned_date_by_date(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Weekly management of 28 fractions is six dates of one, and what is open is listed."""
    words = (
        "course --fractions 28 --start 2026-03-02 --technique imrt --setting freestanding --isocenters 1 --no-motion"
    )
    assert run(monkeypatch, *words.split()) == 0
    out = capsys.readouterr().out
    assert "77427       6  physician" in out
    assert "2026-03-06, 2026-03-13, 2026-03-20, 2026-03-27, 2026-04-03, 2026-04-08" in out
    assert "Still open:" in out
    assert run(monkeypatch, *words.split(), "--json") == 0
    assert json.loads(capsys.readouterr().out)["charges"][0]["code"] == "77407"
    assert run(monkeypatch, "course", "--fractions", "0", "--start", "2026-03-02") == 2
    assert run(monkeypatch, *words.split(), "--payer", "zzz") == 2


CLAIM = "claim_id,payer,setting,dos_from,code,modifiers,units,biller,fractions_delivered,course_ended\n"
PASSES = "A,medicare,freestanding,2026-03-02,77427,,1,professional,28,yes\n"
FAILS = "B,medicare,freestanding,2026-02-10,77386,,1,global,28,yes\n"


@pytest.mark.parametrize(("lines", "code"), [(PASSES, 0), (PASSES + FAILS, 1), ("", 0)])
@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_claim_lines_get_a_verdict_and_an_exit_code(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    form: str,
    lines: str,
    code: int,
) -> None:
    """Input columns, verdict, reason, why and reference, in each of the three forms."""
    file = tmp_path / "claims.csv"
    file.write_text(CLAIM + lines)
    assert run(monkeypatch, "check", str(file), "--format", form) == code
    out = capsys.readouterr().out
    if form == "json":
        verdicts = [(row["claim_id"], row["verdict"], row["reason"]) for row in json.loads(out)]
        assert verdicts == [("A", "pass", ""), ("B", "fail", "invalid_code")][: lines.count("\n")]
    assert ("77407 or 77412" in out) == bool(code)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_claims_are_read_as_spreadsheets_write_them(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    encoding: str,
    separator: str,
) -> None:
    """Whatever a spreadsheet program saves as CSV."""
    file = tmp_path / "claims.csv"
    text = (CLAIM + PASSES.replace("A,", "Zoë,", 1)).replace(",", separator).replace("\n", "\r\n")
    file.write_bytes(text.encode(encoding))
    assert run(monkeypatch, "check", str(file), "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)[0]["claim_id"] == "Zoë"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"a,b\n1,2\n", b"\x00\x01\x02", b"{}"])
def test_what_is_no_claim_file_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, content: bytes
) -> None:
    """Exit code 2 and what to do instead, not a million lines without data."""
    file = tmp_path / "claims.csv"
    file.write_bytes(content)
    assert run(monkeypatch, "check", str(file)) == 2
    assert "CSV" in (err := capsys.readouterr().err) or "Name the columns" in err


def test_somebody_else_s_text_is_judged(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Each piece of advice with its finding, from a file, as JSON, and in a batch."""
    mail = tmp_path / "mail.txt"
    mail.write_text("Append 26 to 77417. Bill 77427 six times for 28 fractions.")
    assert run(monkeypatch, "verify", str(mail), "--payer", "medicare", "--dos", "2025-05") == 0
    assert "FAIL      Append 26 to 77417." in capsys.readouterr().out
    assert run(monkeypatch, "verify", str(mail), "--json") == 0
    assert {one["finding"] for one in json.loads(capsys.readouterr().out)["advice"]} >= {"fail"}
    batch = tmp_path / "in.jsonl"
    batch.write_text('{"id": 1, "text": "Append 26 to 77417."}\n{"id": 2}\n{"id": 3, "text": "x", "facts": 1}\n')
    assert run(monkeypatch, "verify", "--batch", str(batch)) == 0
    judged = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [one["id"] for one in judged] == [1, 2, 3]
    assert [("error" in one) for one in judged] == [False, True, True]


def test_a_data_folder_that_cannot_be_used_is_one_line(tmp_path: Path) -> None:
    """A file in the folder's place stands for every folder that nobody may write."""
    (tmp_path / "taken").write_text("")
    ended = in_a_shell("index", env={**os.environ, "SECONDCHECK_DATA_DIR": str(tmp_path / "taken" / "data")})
    assert ended.returncode == 2
    assert "secondcheck doctor" in ended.stderr
    assert len(ended.stderr.splitlines()) == 1
