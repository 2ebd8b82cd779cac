"""The short table and the file of scores."""

import json

from evals.metrics import units
from evals.outcome import Outcome, Share
from evals.run import Run
from evals.scores import WITH, as_json, put_into, short, table

HEAD = {"engine": "commit abc", "today": "2026-11-22", "machine": "2 cores", "seconds": 1}


def run(*passed: bool) -> Run:
    return Run(outcomes=[Outcome(units.NAME, f"u{at}", right) for at, right in enumerate(passed)])


def test_a_row_carries_n_share_and_interval():
    rows = list(short({units.NAME: Share(8, 10)}))
    assert [("Unit counts", "10", "80.0%", "49.0% to 94.3%")] == rows
    assert "| Unit counts | 10 | 80.0% | 49.0% to 94.3% |" in table(iter(rows))


def test_what_was_not_measured_has_no_row():
    assert [] == list(short({units.NAME: Share(0, 0), "another metric": Share(1, 2)}))


def test_the_file_holds_every_metric_and_what_was_not_run():
    judged = run(True, False)
    judged.not_run["model"] = "no chat model is configured."
    judged.counted[WITH] = Share(1, 100)
    told = json.loads(as_json(judged, HEAD))
    assert {"name": "units", "n": 2, "passed": 1, "value": 0.5, "lower_is_better": False} == {
        key: value for key, value in told["metrics"][0].items() if key != "interval"
    }
    assert told["metrics"][1]["lower_is_better"]
    assert told["not_run"] == {"model": "no chat model is configured."}
    assert told["engine"] == "commit abc"


def test_readme_gets_the_table_between_its_marks_and_nothing_else_changes():
    readme = "# A\n<!-- scores -->\nold\n<!-- /scores -->\n\\1 rest\n"
    assert f"# A\n<!-- scores -->\n{table(iter([]))}\n<!-- /scores -->\n\\1 rest\n" == put_into(readme, iter([]))
    assert "no marks" == put_into("no marks", iter([]))
