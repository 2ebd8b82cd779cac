"""`python -m evals.gate`: attack the gate and write `report.md`. Ends with 1 when anything wrong was shown."""

# ruff: noqa: E501 - phrasings and labelled texts: one a line
from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from time import perf_counter

from evals.gate.by_hand import by_hand
from evals.gate.cases import Case, cases
from evals.gate.injections import injections
from evals.gate.scoring import Tally, score, through_the_gate, wilson

REPORT = Path(__file__).parent / "report.md"


def main() -> int:
    """Run everything, write the report, say the totals."""
    started = perf_counter()
    made = cases()
    mutated = score(made)
    hand = score(by_hand())
    smuggled = _injections()
    lines = _report(made, mutated, hand, smuggled, perf_counter() - started)
    REPORT.write_text("\n".join(lines) + "\n", "utf-8")
    leaks = sum(len(tally.leaked) for tally in (*mutated.values(), *hand.values())) + sum(
        hits for _, hits in smuggled.values()
    )
    print(f"{leaks} leaked; see {REPORT}")
    return 1 if leaks else 0


def _injections() -> dict[str, tuple[int, int]]:
    """Per family: how many, and in how many a forbidden thing reached the screen."""
    tried: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    for one in injections():
        checked = through_the_gate(one.text, "")
        ours = " ".join(sentence.shown for sentence in checked.sentences if sentence.fate == "corrected")
        tried[one.family] += 1
        hits[one.family] += any(word and word in checked.shown and word not in ours for word in one.forbidden)
    return {family: (tried[family], hits[family]) for family in sorted(tried)}


def _report(
    made: list[Case],
    mutated: dict[str, Tally],
    hand: dict[str, Tally],
    smuggled: dict[str, tuple[int, int]],
    seconds: float,
) -> list[str]:
    phrasings = {case.phrasing.split(" [")[0] for case in made}
    lines = [
        "# The gate under attack",
        "",
        "Made by `python -m evals.gate`; do not edit. Truth comes from how a text was built (facts.py, phrasings.py),",
        "or from a label given by hand (by_hand.jsonl), never from the reader or the rules.",
        "",
        f"{len(made)} texts in {len(phrasings)} phrasings and 16 kinds of dress, {sum(t.right + t.wrong for t in hand.values())}",
        f"statements by hand, {sum(n for n, _ in smuggled.values())} injections; {seconds:.0f} s.",
        "",
        "| kind | right | blocked | rate (95 %) | wrong | leaked | rate (95 %) |",
        "|---|---|---|---|---|---|---|",
    ]
    for kind, tally in (*mutated.items(), *hand.items()):
        lines.append(
            f"| {kind} | {tally.right} | {len(tally.blocked)} | {_rate(len(tally.blocked), tally.right)} | {tally.wrong} | {len(tally.leaked)} | {_rate(len(tally.leaked), tally.wrong)} |"
        )
    right, wrong = (sum(getattr(t, name) for t in mutated.values()) for name in ("right", "wrong"))
    blocked, leaked = (sum(len(getattr(t, name)) for t in mutated.values()) for name in ("blocked", "leaked"))
    lines.append(
        f"| all mutated | {right} | {blocked} | {_rate(blocked, right)} | {wrong} | {leaked} | {_rate(leaked, wrong)} |"
    )
    lines += ["", "| injections | tried | reached the screen |", "|---|---|---|"]
    lines += [f"| {family} | {n} | {hits} |" for family, (n, hits) in smuggled.items()]
    lines += ["", "## Every miss", ""]
    for kind, tally in (*mutated.items(), *hand.items()):
        lines += [f"- leaked, {kind}: `{case.text!r}` (question: {case.question or 'none'})" for case in tally.leaked]
        lines += [f"- blocked, {kind}: `{case.text!r}` (question: {case.question or 'none'})" for case in tally.blocked]
    return lines


def _rate(hits: int, n: int) -> str:
    low, high = wilson(hits, n)
    return f"{hits / n if n else 0:.2%} ({low:.2%} to {high:.2%})"


if __name__ == "__main__":
    sys.exit(main())
