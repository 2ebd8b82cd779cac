"""A count or a frequency denied: "you can't bill two" also denies three, so a true smaller number is not enough."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.checking.advice import Advice
from assistant.checking.asking import units
from assistant.checking.judging.judgement import Judged
from assistant.scenario import Scenario
from corpus.rulebook import entry

MODIFIERS = frozenset({25, 26, 59, 76, 77})  # "Cigna never wants 26"
BLOCK = frozenset({"period", "block", "set"})  # a code counted in fives has one in each


def judge_denied(advice: Advice, scenario: Scenario) -> Iterator[Judged]:
    """What keeps a denial from passing merely because the figure is not the one of the rules."""
    if any(source.startswith("proposition") for source in advice.inherited):
        return  # "No" to a number that was asked about
    if advice.kind == "units" and advice.value in MODIFIERS:
        yield Judged("no_data", f"{advice.value} is no number of units, it may be a modifier.")
    if advice.kind == "units" and isinstance(advice.value, int):
        for code in advice.codes:
            for ruling in units(code, scenario):
                if ruling.units is not None and ruling.units > advice.value:
                    yield Judged("no_data", ruling.why, ruling.references)
    if advice.kind == "frequency":
        span = advice.value[-1] if isinstance(advice.value, tuple) else advice.value
        counted = isinstance(advice.value, tuple) and advice.value[0] == "count"
        for code in advice.codes:
            known = entry(code)
            once = known is not None and any(rule.most_per_course for rule in known.units)
            if span in BLOCK or (counted and span == "course" and not once):
                yield Judged("no_data", f"{code} is not counted by the {span}.")
