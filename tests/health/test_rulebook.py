"""The whole rule book: every value dated and referenced, no overlap, no unexplained gap, our own words."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel

from corpus.modifiers import FILE as MODIFIERS
from corpus.modifiers import modifiers
from corpus.rulebook import FOLDER, CodeEntry, Disagreement, Reference, codes, entry
from corpus.sources import load_sources, read_document

ROOT = Path(__file__).parents[2]
FACTS = ROOT.parent / "shared" / "facts" / "codes.csv"
FILES = sorted(FOLDER.glob("*.yaml"))
BACKSTAGE = re.compile(
    r"\b(general knowledge|unverified|no_data|stored copy|digest|TODO)\b|https?:|/work/|/home/", re.I
)
HYPERTHERMIA = {"77600", "77605", "77610", "77615", "77620"}
# Rows that our extract of RVU26A does not hold: nothing is said of them from 2026 on.
NOT_IN_RVU26A = HYPERTHERMIA | {"G0339", "G0340", "G0562", "G0563"}
SPLIT_ROWS_NOT_IN_RVU26A = set("77299 77399 77499 77799 77750 77761 77762 77763 77778 77789".split())
NOT_IN_HOSPITAL_2026 = {"G0339", "G0340", "G0562", "G0563"}


def entries() -> list[CodeEntry]:
    return [one for one in map(entry, codes()) if one is not None]


def below(value: Any) -> Iterator[BaseModel]:
    """Every model inside an entry, itself included."""
    if isinstance(value, BaseModel):
        yield value
        for name in type(value).model_fields:
            yield from below(getattr(value, name))
    elif isinstance(value, tuple):
        for one in value:
            yield from below(one)


def cited() -> Iterator[tuple[str, Reference]]:
    for one in [*entries(), *modifiers().values()]:
        name = one.code if isinstance(one, CodeEntry) else one.modifier
        yield from ((name, part) for part in below(one) if isinstance(part, Reference))


def keyed(one: CodeEntry) -> Iterator[tuple[str, Any]]:
    """Each dated value with the key under which no two may hold on one date."""
    yield from (("period", value) for value in one.periods)
    yield from (("component", value) for value in one.component)
    yield from ((f"{value.system} {value.modifier}", value) for value in one.status)
    yield from (("global", value) for value in one.global_days)
    yield from (("bilateral", value) for value in one.bilateral)
    yield from ((f"limit {value.table}", value) for value in one.limits)
    yield from ((f"units {value.payer} {sorted(value.setting)}", value) for value in one.units)
    yield from ((f"{value.kind} {value.codes} {value.note}", value) for value in one.relations)
    yield from ((f"{value.payer} {value.matter} {value.modifier}", value) for value in one.payers)
    yield from ((value.says, value) for value in (*one.documentation, *one.supervision))


def lines() -> list[tuple[str, list[Any]]]:
    """Every key of every code with its values in order of time."""
    every = [(f"{one.code}: {key}", value) for one in entries() for key, value in keyed(one)]
    every.sort(key=lambda pair: (pair[0], pair[1].start))
    return [(key, [value for _, value in group]) for key, group in groupby(every, key=lambda pair: pair[0])]


def test_a_file_bears_the_name_of_its_code():
    """The reader finds 77417 in 77417.yaml; every file is an entry or the modifiers."""
    assert [*codes()] == [one.code for one in entries()]
    assert {*codes(), "modifiers"} == {path.stem for path in FILES}


def test_no_key_stands_twice():
    """YAML keeps the last of two equal keys and says nothing; we refuse."""

    def repeats(node: yaml.Node) -> list[str]:
        parts = node.value if isinstance(node.value, list) else []
        keys = [part[0].value for part in parts if isinstance(part, tuple)]
        inner = [one for part in parts for one in (part if isinstance(part, tuple) else (part,))]
        return [key for key, times in Counter(keys).items() if times > 1] + [x for one in inner for x in repeats(one)]

    assert [] == [(path.name, found) for path in FILES if (found := repeats(yaml.compose(path.read_text("utf-8"))))]


def test_every_value_as_written_is_dated_and_referenced():
    """100 %: each item of each list in each file names `from` and a source, whatever the schema would allow."""

    def undated(item: dict[str, Any]) -> bool:
        return "from" not in item or not item.get("reference", {}).get("source")

    missing = [(MODIFIERS.name, item) for item in yaml.safe_load(MODIFIERS.read_text("utf-8")) if undated(item)]
    for path in FILES:
        written = yaml.safe_load(path.read_text("utf-8")) if path != MODIFIERS else {}
        for part, items in written.items():
            if isinstance(items, list) and part != "disagreements":
                missing += [(path.name, item) for item in items if undated(item)]
            elif isinstance(items, list):
                missing += [(path.name, item) for item in items if not item.get("source")]
    assert [] == missing


def test_every_reference_resolves():
    """Source ids and section marks lead somewhere a reader can open."""
    if not (ROOT / "corpus" / "sources.yaml").exists():
        pytest.skip("corpus/sources.yaml does not exist yet, so no id can resolve")
    sources = load_sources()
    named = {name for _, one in cited() for name in (one.source, *one.also)}
    disputed = [one for known in entries() for one in below(known) if isinstance(one, Disagreement)]
    named |= {name for one in disputed for name in (one.source, one.overruled_by) if name}
    assert [] == sorted(named - set(sources))
    marks = {one.source: {part.mark for part in read_document(sources[one.source]).sections} for _, one in cited()}
    assert [] == [(who, one) for who, one in cited() if one.section and one.section not in marks[one.source]]


def test_no_two_values_hold_on_one_date():
    """A date of service finds one value, not the first of two."""
    clash = [
        (key, later.start)
        for key, values in lines()
        for earlier, later in pairwise(values)
        if earlier.end is None or later.start <= earlier.end
    ]
    assert [] == clash


def test_no_gap_lies_between_two_values():
    """Where a value follows another it follows on the next day."""
    gaps = [
        (key, earlier.end)
        for key, values in lines()
        for earlier, later in pairwise(values)
        if earlier.end and later.start != earlier.end + timedelta(days=1)
    ]
    assert [] == gaps


def ends_before_its_code(key: str) -> set[str]:
    """Codes still valid whose values under this key have stopped."""
    return {
        one.code
        for one in entries()
        if one.periods[-1].end is None
        and (held := [value for name, value in keyed(one) if name == key])
        and max(value.end or date.max for value in held) < date.max
    }


def test_what_stops_before_its_code_is_known_and_explained():
    """Evidence ends early only for the rows that our copies of the 2026 files do not hold."""
    assert NOT_IN_RVU26A == ends_before_its_code("mpfs none")
    assert NOT_IN_RVU26A == ends_before_its_code("component")
    assert HYPERTHERMIA | {"G0562"} | (SPLIT_ROWS_NOT_IN_RVU26A - {"77778"}) == ends_before_its_code("mpfs 26")
    assert HYPERTHERMIA | {"G0562"} | SPLIT_ROWS_NOT_IN_RVU26A == ends_before_its_code("mpfs TC")
    assert NOT_IN_HOSPITAL_2026 == ends_before_its_code("opps none")
    assert set() == ends_before_its_code("limit practitioner")
    assert {"G0339", "G0340"} == ends_before_its_code("limit hospital")


def test_nothing_is_dated_back_further_than_its_evidence():
    """Fee schedules begin with 2020, hospital status with 2025, limits with the third quarter of 2024."""
    for one in entries():
        assert all(value.start >= date(2020, 1, 1) for value in (*one.component, *one.global_days, *one.bilateral))
        floor = {"mpfs": date(2020, 1, 1), "opps": date(2025, 1, 1)}
        assert all(value.start >= floor[value.system] for value in one.status), one.code
        assert all(value.start >= date(2024, 7, 1) for value in one.limits), one.code
        assert all(value.start >= one.periods[0].start for value in one.units), one.code


def test_a_filled_stretch_says_so():
    """What lies between two releases is labelled, and what is labelled names both."""
    for one in entries():
        for value in one.limits:
            filled = " and " in value.as_of
            assert filled == ("between releases" in (value.reference.note or "")), one.code
            assert filled == (len(value.reference.releases) == 2), one.code


def test_codes_named_in_an_entry_are_in_the_rule_book():
    """Successors and relations lead to entries, so that an answer can go on from there."""
    named = {code for one in entries() for period in one.periods for code in period.replaced_by}
    named |= {code for one in entries() for tie in one.relations for code in tie.codes}
    assert set() == named - set(codes())


def test_payers_are_those_the_sources_know():
    """A payer key that no question can name would hold a rule that is never found."""
    keys = {rule.payer for one in entries() for rule in (*one.units, *one.payers)}
    known = {payer for source in load_sources().values() for payer in source.payers}
    assert set() == {key for key in keys if key not in known and not key.startswith("bcbs:")}


def test_the_words_are_for_the_reader():
    """No backstage words, no addresses, and names short enough to stand inside a sentence."""
    texts = [(path.name, BACKSTAGE.search(path.read_text("utf-8"))) for path in FILES if path != MODIFIERS]
    assert [] == [(name, found.group()) for name, found in texts if found]
    assert [] == [one.code for one in entries() if len(one.name.split()) > 7 or one.name.endswith(".")]


def test_every_code_period_of_the_research_is_covered():
    """Start, end and number of periods agree with facts/codes.csv, code by code."""
    if not FACTS.exists():
        pytest.skip("the research tables lie outside this checkout")
    with FACTS.open(encoding="utf-8") as rows:
        researched = [(row["code"], row["effective_from"], row["effective_to"]) for row in csv.DictReader(rows)]
    ours = {
        (one.code, "pre-2015" if value.start_is_evidence else str(value.start), str(value.end or ""))
        for one in entries()
        for value in one.periods
    }
    assert [] == [row for row in researched if row not in ours]
    assert {"G0562", "G0563"} == {code for code, *_ in ours} - {code for code, *_ in researched}
