"""The file behind the queue: private, tidied, refused when damaged; and a question that kills the program."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

import pytest
from slack_events import at, mention, reply
from slack_scene import Recorder, Running, answered, until, words_of
from slack_stand_in import StandIn

from assistant.errors import InputError
from ui.slack.database import FILE_NAME, Database
from ui.slack.progress import Progress
from ui.slack.questions import DAY_SECONDS, KEPT_DAYS, Questions


def queue(folder: Path) -> tuple[Questions, Progress, Database]:
    database = Database(folder)
    return Questions(database), Progress(database), database


def take(questions: Questions, ts: str, event: str = "") -> bool:
    return questions.take(
        event or ts, "ask", workspace="T1", channel="C1", ts=ts, thread=at(1), asker="U1", text="77427?"
    )


def test_only_its_owner_reads_the_file(tmp_path: Path) -> None:
    """Also the two that SQLite writes beside it."""
    questions, _, database = queue(tmp_path)
    take(questions, at(1))
    modes = {file.name: file.stat().st_mode & 0o777 for file in tmp_path.iterdir()}
    database.close()
    assert len(modes) == 3
    assert set(modes.values()) == {0o600}


def test_a_damaged_file_is_refused_with_a_way_on(tmp_path: Path) -> None:
    """Not a stack trace, and nothing is overwritten."""
    (tmp_path / FILE_NAME).write_bytes(b"no database at all " * 100)
    with pytest.raises(InputError, match="Move it away"):
        Database(tmp_path)
    assert (tmp_path / FILE_NAME).read_bytes().startswith(b"no database")


def test_what_is_old_and_over_goes_and_what_is_pending_stays(tmp_path: Path) -> None:
    """However long it waits."""
    questions, progress, database = queue(tmp_path)
    for n in (1, 2, 3):
        take(questions, at(n))
    done = progress.get(1)
    assert done is not None
    progress.placed(1, "9.1")
    progress.answered(done, {"words": "x"})
    progress.done(done)
    with database.writing() as db:
        db.execute("UPDATE questions SET asked_at = ? WHERE id < 3", (time.time() - (KEPT_DAYS + 1) * DAY_SECONDS,))
    questions.forget_old()
    left = [number for number in (1, 2, 3) if progress.get(number)]
    database.close()
    assert [2, 3] == left


def test_a_number_is_never_given_twice(tmp_path: Path) -> None:
    """Buttons of old messages carry it."""
    questions, progress, database = queue(tmp_path)
    take(questions, at(1))
    with database.writing() as db:
        db.execute("DELETE FROM questions")
    take(questions, at(2))
    found = progress.get(2)
    database.close()
    assert found is not None


def test_an_event_is_remembered_even_if_it_asked_nothing_new(tmp_path: Path) -> None:
    """The event and the message are known separately."""
    questions, progress, database = queue(tmp_path)
    taken = [take(questions, at(1), "E1"), take(questions, at(1), "E2"), take(questions, at(2), "E1")]
    pending = progress.pending()
    database.close()
    assert [True, False, False] == taken
    assert 1 == pending


def test_a_question_that_ends_the_program_is_not_begun_for_ever(
    running: Running, slack: StandIn, recorder: Recorder, tmp_path: Path
) -> None:
    """After three times its asker hears of it, and others are answered again."""
    questions, progress, database = queue(tmp_path)
    take(questions, at(1))
    for _ in range(3):
        progress.beginning(1)
    database.close()
    running()
    (shown,) = answered(slack, at(1))
    assert "Each time this question was begun, the program ended." in words_of(shown)
    slack.say("events_api", mention("another", at(2)))
    answered(slack, at(2))
    assert ["another"] == recorder.questions


def test_an_answer_kept_by_an_older_version_stops_nothing(
    running: Running, slack: StandIn, recorder: Recorder, tmp_path: Path
) -> None:
    """Its form is not ours any more; the thread goes on without it."""
    first = running()
    slack.say("events_api", mention("77427?", at(1)))
    answered(slack, at(1))
    until(lambda: first.progress.pending() == 0)
    first.stop()
    with sqlite3.connect(tmp_path / FILE_NAME) as db:
        db.execute("""UPDATE questions SET result = '{"answer": {"form": "old"}}', state = 'answered'""")
    running()
    slack.say("events_api", reply("and then?", at(2), at(1)))
    answered(slack, at(1), 2)
    assert "no longer kept" in words_of(slack.in_thread(at(1))[0])
    assert [] == recorder.asked[1]["history"]


def test_a_disk_in_trouble_is_waited_out(
    running: Running, slack: StandIn, recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The workers outlive it."""
    monkeypatch.setattr("ui.slack.workers.BROKEN_SECONDS", 0.1)
    service = running()
    troubles = iter([True] * 6)
    find = service.progress.to_do

    def broken(held: set[int]) -> object:
        if next(troubles, False):
            raise sqlite3.OperationalError("disk I/O error")
        return find(held)

    monkeypatch.setattr(service.progress, "to_do", broken)
    slack.say("events_api", mention("77427?", at(1)))
    answered(slack, at(1))
    until(lambda: not next(troubles, False))
    assert ["77427?"] == recorder.questions
