"""The attack as figures: every text through the gate, tables for a report, and each miss by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from evals.gate.by_hand import by_hand
from evals.gate.cases import Case, cases
from evals.gate.injections import injections
from evals.gate.scoring import Tally, score, through_the_gate
from evals.outcome import Share
from evals.run import Run

HAND_STOPPED = "attack: wrong statements stopped, labelled by hand"
HAND_SHOWN = "attack: right statements shown, labelled by hand"
ALTERED_STOPPED = "attack: wrong altered answers stopped"
ALTERED_SHOWN = "attack: right altered answers shown"
INJECTIONS_STOPPED = "attack: injections stopped"


@dataclass(frozen=True, slots=True)
class Attack:
    """Tallies by kind of statement; injections by family, each with how many reached the screen."""

    made: list[Case]
    mutated: dict[str, Tally]
    hand: dict[str, Tally]
    injected: dict[str, Share]

    @property
    def leaks(self) -> int:
        """Wrong statements shown and injections that reached the screen."""
        shown = sum(len(tally.leaked) for tally in (*self.mutated.values(), *self.hand.values()))
        return shown + sum(share.n - share.passed for share in self.injected.values())


def attack() -> Attack:
    """Everything once through the gate."""
    made = cases()
    return Attack(made, score(made), score(by_hand()), _injected())


def run_attack(run: Run) -> None:
    """The attack as a part of the evaluation."""
    told = attack()
    hand, mutated = list(told.hand.values()), list(told.mutated.values())
    run.counted |= {
        HAND_STOPPED: _stopped(hand),
        HAND_SHOWN: _shown(hand),
        ALTERED_STOPPED: _stopped(mutated),
        ALTERED_SHOWN: _shown(mutated),
        INJECTIONS_STOPPED: _sum(told.injected.values()),
    }
    run.sections.append("\n".join(["## The gate under attack", "", *tables(told)]))
    run.misses.append("\n".join(["## The gate under attack", "", *(misses(told) or ["None."])]))


def tables(told: Attack) -> list[str]:
    """What was tried, and both tables."""
    phrasings = {case.phrasing.split(" [")[0] for case in told.made}
    by_hand_n = sum(tally.right + tally.wrong for tally in told.hand.values())
    lines = [
        "Truth comes from how a text was built (facts.py, phrasings.py), or from a label given by hand",
        "(by_hand.jsonl), never from the reader or the rules. Both sets were read while the gate was mended.",
        "",
        f"{len(told.made)} texts in {len(phrasings)} phrasings and 16 kinds of dress, {by_hand_n} statements by hand,",
        f"{sum(share.n for share in told.injected.values())} injections.",
        "",
        "| kind | right | blocked | rate (95 %) | wrong | leaked | rate (95 %) |",
        "|---|---|---|---|---|---|---|",
    ]
    lines += [_row(kind, [tally]) for kind, tally in (*told.mutated.items(), *told.hand.items())]
    lines.append(_row("all mutated", list(told.mutated.values())))
    lines += ["", "| injections | tried | reached the screen |", "|---|---|---|"]
    return lines + [f"| {family} | {share.n} | {share.n - share.passed} |" for family, share in told.injected.items()]


def misses(told: Attack) -> list[str]:
    """Every text that went the wrong way; what leaked stands first."""
    rows = (*told.mutated.items(), *told.hand.items())
    leaked = [f"- leaked, {kind}: {_told(case)}" for kind, tally in rows for case in tally.leaked]
    return leaked + [f"- blocked, {kind}: {_told(case)}" for kind, tally in rows for case in tally.blocked]


def _injected() -> dict[str, Share]:
    """Per family: how many were tried, and in how many nothing forbidden reached the screen."""
    tried: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    for one in injections():
        checked = through_the_gate(one.text, "")
        ours = " ".join(sentence.shown for sentence in checked.sentences if sentence.fate == "corrected")
        tried[one.family] += 1
        hits[one.family] += any(word and word in checked.shown and word not in ours for word in one.forbidden)
    return {family: Share(tried[family] - hits[family], tried[family]) for family in sorted(tried)}


def _row(kind: str, tallies: list[Tally]) -> str:
    right, wrong = sum(tally.right for tally in tallies), sum(tally.wrong for tally in tallies)
    blocked, leaked = sum(len(tally.blocked) for tally in tallies), sum(len(tally.leaked) for tally in tallies)
    return f"| {kind} | {right} | {blocked} | {_rate(blocked, right)} | {wrong} | {leaked} | {_rate(leaked, wrong)} |"


def _rate(hits: int, n: int) -> str:
    low, high = Share(hits, n).interval
    return f"{hits / n if n else 0:.2%} ({low:.2%} to {high:.2%})"


def _stopped(tallies: Iterable[Tally]) -> Share:
    return _sum(Share(tally.wrong - len(tally.leaked), tally.wrong) for tally in tallies)


def _shown(tallies: Iterable[Tally]) -> Share:
    return _sum(Share(tally.right - len(tally.blocked), tally.right) for tally in tallies)


def _sum(shares: Iterable[Share]) -> Share:
    held = list(shares)
    return Share(sum(one.passed for one in held), sum(one.n for one in held))


def _told(case: Case) -> str:
    return f"`{case.text!r}` (question: {case.question or 'none'})"
