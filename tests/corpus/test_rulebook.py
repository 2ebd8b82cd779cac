"""The rule book's schema is strict, and its first codes say what their authorities say."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from corpus.modifiers import modifier
from corpus.rulebook import RuleBookError, codes, entry, read_entry

LAST_OF_2025, FIRST_OF_2026 = date(2025, 12, 31), date(2026, 1, 1)
GOOD = """
code: "99999"
name: a made-up service
category: delivery
periods:
  - {from: 2020-01-01, service: "A service that only tests know", reference: {source: cms-rvu26a}}
"""
REF = "reference: {source: cms-rvu26a}"


def written(folder: Path, text: str) -> Path:
    path = folder / "99999.yaml"
    path.write_text(text, "utf-8")
    return path


def test_a_plain_entry_is_read(tmp_path):
    """The file the other tests spoil is right as it stands."""
    assert "99999" == read_entry(written(tmp_path, GOOD)).code


@pytest.mark.parametrize(
    ("spoilt", "field"),
    [
        (GOOD.replace('"99999"', "99999"), "code"),
        (GOOD.replace("name:", "title:"), "name"),
        (GOOD + "colour: red\n", "colour"),
        (GOOD.replace(f", {REF}", ""), "reference"),
        (GOOD.replace("from: 2020-01-01, ", ""), "from"),
        (GOOD.replace("2020-01-01", "sometime"), "from"),
        (GOOD.replace("from: 2020-01-01", "from: 2020-01-01, to: 2019-12-31"), "periods"),
        (GOOD + f"component:\n  - {{from: 2020-01-01, pc_tc: 3, {REF}}}\n", "pc_tc"),
        (GOOD + f"status:\n  - {{system: opps, from: 2025-01-01, is: no, {REF}}}\n", "is"),
        (GOOD + f"status:\n  - {{system: opps, from: 2025-01-01, is: S, apc: 5621, {REF}}}\n", "apc"),
        (GOOD + f"status:\n  - {{system: mpfs, modifier: 26, from: 2020-01-01, is: A, {REF}}}\n", "modifier"),
        (GOOD + f"relations:\n  - {{kind: not_with, codes: [77427], from: 2020-01-01, {REF}}}\n", "codes"),
        (GOOD + f"units:\n  - {{payer: any, from: 2020-01-01, one_per: {{}}, {REF}}}\n", "one_per"),
        (GOOD + f"units:\n  - {{payer: any, on: 2020-01-01, one_per: {{thing: day}}, {REF}}}\n", "units"),
        (GOOD + "  - [unfinished\n", "not valid YAML"),
    ],
)
def test_a_broken_entry_is_refused_by_name(tmp_path, spoilt, field):
    """Unknown keys, missing dates, unquoted codes and YAML's own "no" and "on" never pass silently."""
    with pytest.raises(RuleBookError) as refused:
        read_entry(written(tmp_path, spoilt))
    assert "99999.yaml" in str(refused.value)
    assert field in str(refused.value)


def test_a_code_without_a_file_is_unknown():
    """Whatever the rule book does not hold is None, never a guess."""
    assert entry("77418") is None


def test_the_dates_are_inclusive_and_a_gap_is_none():
    """The last day of 2025 and the first of 2026 belong to different values; before the evidence there is none."""
    ports = entry("77417")
    assert ("A", "B") == (
        ports.status_on(LAST_OF_2025, "mpfs").value,
        ports.status_on(FIRST_OF_2026, "mpfs").value,
    )
    assert ports.status_on(date(2019, 12, 31), "mpfs") is None
    assert ports.status_on(date(2024, 12, 31), "opps") is None


@pytest.mark.parametrize(
    ("code", "day", "row", "letter"),
    [
        ("77387", LAST_OF_2025, "none", "I"),
        ("77387", FIRST_OF_2026, "none", "A"),
        ("77387", FIRST_OF_2026, "26", "A"),
        ("77387", FIRST_OF_2026, "TC", "B"),
        ("77402", LAST_OF_2025, "none", "I"),
        ("77402", FIRST_OF_2026, "none", "A"),
        ("77014", LAST_OF_2025, "TC", "A"),
        ("77439", FIRST_OF_2026, "TC", "B"),
        ("77424", FIRST_OF_2026, "none", "X"),
    ],
)
def test_status_belongs_to_the_modifier_row(code, day, row, letter):
    """A component alone would allow TC on 77387 in 2026; the row's own status does not."""
    assert letter == entry(code).status_on(day, "mpfs", row).value


def test_the_counting_rules_leave_open_what_their_authority_leaves_open():
    """77427 counts three or four left over; 77336 settles only a short course; 77417 neither."""
    weekly, physics, ports = (entry(code).units[0] for code in ("77427", "77336", "77417"))
    assert [5, 5, 5] == [rule.one_per.fractions for rule in (weekly, physics, ports)]
    assert 3 == weekly.leftover.counts_from
    assert (physics.leftover, ports.leftover) == (None, None)
    assert (5, 1) == (physics.short_course.below, physics.short_course.units)
    assert ports.short_course is None
    assert (LAST_OF_2025, ("office", "freestanding")) == (ports.end, ports.setting)


@pytest.mark.parametrize(
    ("code", "thing", "span"),
    [
        ("77431", "course", (1, 2)),
        ("77432", "course", (1, 1)),
        ("77435", "course", (1, 5)),
        ("77371", "course", (1, 1)),
        ("77372", "course", (1, 1)),
        ("77373", "session", (1, 5)),
        ("77439", "course", None),
        ("77300", "calculation", None),
        ("77338", "plan", None),
        ("77334", "device", None),
    ],
)
def test_what_one_unit_covers(code, thing, span):
    """A course, a session, a plan or a device, and for how many fractions the code serves at all."""
    rule = entry(code).units[0]
    assert (thing, span) == (rule.one_per.thing, rule.course_fractions)


def test_what_nobody_settles_has_no_unit_rule():
    """Frequency of 77436, unlisted services and the PET-guided pair: nothing is shipped as a rule."""
    assert [] == [code for code in "77436 77299 77399 77499 77799 G0562 G0563".split() if entry(code).units]


def test_every_code_that_ended_says_what_to_look_at():
    """A code that ended points to its successors, all of them in the rule book."""
    ended = [entry(code) for code in codes() if entry(code).periods[-1].end]
    assert 21 == len(ended)
    assert all(one.periods[-1].end == LAST_OF_2025 for one in ended)
    assert [] == [one.code for one in ended if not set(one.periods[-1].replaced_by) <= set(codes())]
    assert [] == [one.code for one in ended if not one.periods[-1].replaced_by]


def test_pc_is_not_the_professional_component():
    """The HCPCS modifier PC marks a wrong procedure; 26 is the professional component."""
    assert ("adverse_event", "component") == (modifier("PC").kind, modifier("-26").kind)


def test_an_undescribed_modifier_is_none():
    """52 rests on general knowledge only, so nothing is said about it."""
    assert modifier("52") is None
