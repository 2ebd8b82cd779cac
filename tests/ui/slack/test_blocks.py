"""How an answer looks: everything on it, inside Slack's limits, and not one character of it a command."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hand_made import DISAGREEING, MANAGEMENT, MANUAL
from slack_events import at, mention
from slack_scene import Recorder, Running, answered, until, words_of
from slack_stand_in import StandIn

from assistant.answer import Answer
from ui.literal import JOINER
from ui.slack.blocks import message
from ui.slack.literal import as_link, as_mrkdwn, beginning, cut
from ui.slack.message import Message
from ui.slack.spoken import plain_words
from ui.slack.verdicts import of_text
from ui.slack.working_view import view

TODAY = date(2026, 11, 22)
NASTY = "<!channel> <@U1> *bold* _it_ ~x~ `c` <https://evil.example|here> @here :smile: a & b\n> quote"


def drawn(answer: Answer, **more: Any) -> Message:
    return message(answer, 1, TODAY, **more)


def texts(part: Any) -> list[dict[str, Any]]:
    """Every text object of a message."""
    if isinstance(part, list):
        return [one for each in part for one in texts(each)]
    if not isinstance(part, dict):
        return []
    own = [part] if part.get("type") in {"mrkdwn", "plain_text"} else []
    return own + [one for value in part.values() for one in texts(value)]


def test_an_answer_shows_text_mark_facts_and_numbered_sources() -> None:
    """What the page shows, in the same order."""
    words = words_of(drawn(MANAGEMENT)._asdict())
    places = [
        words.index(part)
        for part in (
            "6 units of 77427", "[1]", "Checked: counts and modifiers", "Worked out for:", "Payer Medicare (assumed)",
            "[1] Medicare Claims Processing Manual",
        )
    ]  # fmt: skip
    assert places == sorted(places)


def test_sources_that_disagree_are_named() -> None:
    """And what the answer follows."""
    words = words_of(drawn(DISAGREEING)._asdict())
    assert "*Sources disagree.*" in words
    assert "The answer follows" in words


@pytest.mark.parametrize("field", ["text", "title", "notice"])
def test_no_word_of_an_answer_is_a_command(field: str) -> None:
    """Mentions, links, emoji and formatting are shown as they were written."""
    answer = {
        "text": MANAGEMENT.model_copy(update={"text": NASTY}),
        "title": MANAGEMENT.model_copy(update={"citations": (MANUAL.model_copy(update={"title": NASTY}),)}),
        "notice": MANAGEMENT.model_copy(update={"notices": (NASTY,)}),
    }[field]
    made = drawn(answer)
    everything = [made.text, *(one["text"] for one in texts(made.blocks) if one["type"] == "mrkdwn")]
    said = "\n".join(everything)
    for command in ("<!", "<@", "<http", "@here", ":smile:", "https://", "`c`", "\n&gt;"):
        assert command not in said
    assert "&lt;!channel&gt;" in said
    assert plain_words(said).replace(JOINER, "").count("<!channel>") >= 1


def test_what_is_written_is_what_is_read() -> None:
    """Without the invisible joiners, the escaped text is the text."""
    assert NASTY == plain_words(as_mrkdwn(NASTY)).replace(JOINER, "")
    assert "hospital_outpatient" == as_mrkdwn("hospital_outpatient")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "https://a b", "https://x|y", "https://x>y", "", None])
def test_only_addresses_of_the_web_are_linked(address: str | None) -> None:
    """Anything else is its label."""
    assert "the label" == as_link(address, "the label")


def test_no_address_stands_in_a_message() -> None:
    """Neither flag stops every client from unfurling one; the window has them."""
    assert "cms.gov" not in str(drawn(MANAGEMENT).blocks)
    assert "cms.gov" in str(view(MANAGEMENT))


@pytest.mark.parametrize(
    "text",
    ["word " * 8_000, "x" * 40_000, "One. " * 4_000, "- item\n" * 3_000, "&<>" * 5_000, "\n\n".join("ab" * 99)],
)
def test_any_answer_stays_inside_the_limits_of_slack(text: str) -> None:
    """Blocks, texts, and the words of a notification; the rest is in the file."""
    many = tuple(MANUAL.model_copy(update={"n": n, "title": NASTY * 9, "passage": text}) for n in range(1, 40))
    notices = tuple(f"{n} {NASTY}" for n in range(25))
    answer = MANAGEMENT.model_copy(update={"text": text, "citations": many, "notices": notices})
    made = drawn(answer)
    for blocks, most in ((made.blocks, 50), (view(answer)["blocks"], 100)):
        assert len(blocks) <= most
        assert all(1 <= len(one["text"]) <= 3_000 for one in texts(blocks))
        assert all(len(block["elements"]) <= 10 for block in blocks if block["type"] == "context")
    assert len(made.text) <= 3_000
    assert text.strip() in made.rest
    assert len(str(made.blocks)) < 60_000


def test_a_short_answer_needs_no_file() -> None:
    """Most are."""
    assert "" == drawn(MANAGEMENT).rest


def test_a_long_answer_is_shortened_and_its_whole_is_a_file(
    running: Running, slack: StandIn, recorder: Recorder
) -> None:
    """Cut after a sentence, with a word about where the rest is; the file has the sources too."""
    text = " ".join(f"Sentence number {n} of a long answer [1]." for n in range(200))
    recorder.answers["all?"] = MANAGEMENT.model_copy(update={"text": text})
    running()
    slack.say("events_api", mention("all?", at(1)))
    (shown,) = answered(slack, at(1))
    (file,) = until(lambda: slack.files)
    assert "Sentence number 199" not in words_of(shown)
    assert "The rest is in the file below." in words_of(shown)
    assert text in file["content"]
    assert "Medicare Claims Processing Manual" in file["content"]
    assert file["thread_ts"] == at(1)
    assert file["name"].endswith(".txt")


def test_a_file_that_is_refused_does_not_cost_the_answer(running: Running, slack: StandIn, recorder: Recorder) -> None:
    """A missing permission is the operator's trouble, not the asker's."""
    slack.fail("files.getUploadURLExternal", error="missing_scope")
    recorder.answers["all?"] = MANAGEMENT.model_copy(update={"text": "Long. " * 2_000})
    service = running()
    slack.say("events_api", mention("all?", at(1)))
    answered(slack, at(1))
    until(lambda: (found := service.questions.get(1)) and found.state == "done")


def test_a_file_whose_fate_is_unknown_is_sent_once(running: Running, slack: StandIn, recorder: Recorder) -> None:
    """It is looked for in the thread first."""
    slack.fail("files.completeUploadExternal", after=True)
    recorder.answers["all?"] = MANAGEMENT.model_copy(update={"text": "Long. " * 2_000})
    service = running()
    slack.say("events_api", mention("all?", at(1)))
    until(lambda: (found := service.questions.get(1)) and found.state == "done")
    assert len(slack.files) == 1


def test_nothing_we_post_unfurls_or_calls_anybody(running: Running, slack: StandIn) -> None:
    """Said to Slack with every message as well."""
    running()
    slack.say("events_api", mention("77427?", at(1)))
    answered(slack, at(1))
    posted = slack.called("chat.postMessage")[0].given
    assert posted["unfurl_links"] is False
    assert posted["unfurl_media"] is False
    assert posted["link_names"] is False
    assert all(one["verbatim"] for one in texts(posted["blocks"]) if one["type"] == "mrkdwn")


def test_a_withheld_answer_says_so() -> None:
    """Never an empty message."""
    assert len(drawn(Answer(status="answered", text="", withheld=1)).text) > 20


def test_statements_of_a_message_are_told_apart() -> None:
    """Holds, does not hold, cannot be verified; long ones are counted."""
    rows = [
        {"sentence": f"S{n} {NASTY}", "finding": finding, "why": "because", "reference": "cms-manual-13"}
        for n, finding in enumerate(["pass", "fail", "no_data", "unreadable"] * 10)
    ]
    made = of_text({"advice": rows})
    assert made.text.startswith("40 statements: 10 hold, 10 do not hold, 20 cannot be verified.")
    assert len(made.blocks) <= 50
    assert "18 more are not shown here" in words_of(made._asdict())
    assert "<!channel>" not in str(made.blocks)


def test_of_too_many_statements_the_wrong_ones_are_shown() -> None:
    """Somebody has to look at them; what holds can wait."""
    rows = [
        {"sentence": f"S{n}.", "finding": "fail" if n == 39 else "pass", "why": "", "reference": ""} for n in range(40)
    ]
    words = words_of(of_text({"advice": rows})._asdict())
    assert words.index("S39.") < words.index("S0.")


def test_text_is_cut_where_a_reader_would() -> None:
    """After a sentence with its citations, else after a word."""
    assert "One is so [1]." == beginning("One is so [1]. Two is otherwise and long.", 25)
    assert "a long…" == cut("a long word", 8)
    assert "short" == cut("short", 8)
