"""From a checked turn to the answer of the outside contract."""

from __future__ import annotations

from time import perf_counter

from assistant.answer import Answer, Assumed, CodeRow, Seconds
from assistant.checking.checked import Checked
from assistant.checking.own_words import plain
from assistant.decision import Decision
from assistant.drafting.ruled import ruled
from assistant.rows import disagreements_of, facts_of, findings_of, modifier_row, pair_row, units_row
from assistant.turn import Turn


def shown(turn: Turn) -> Answer:
    """The answer; rows are kept only for what the shown text still speaks of."""
    seconds = Seconds(**turn.seconds, total=perf_counter() - turn.began)
    scenario = facts_of(turn.conversation.scenario) if turn.conversation else {}
    if turn.refusal is not None or not turn.screen.text:
        refusal = turn.refusal
        assert refusal is not None  # without a refusal there is something on the screen
        return Answer(
            status=refusal.status, text=refusal.text, asks=refusal.asks, scenario=scenario,
            removed_identifiers=turn.removed, notices=tuple(turn.notices), seconds=seconds,
        )  # fmt: skip
    decisions, text, checked = turn.decisions, turn.screen.text, turn.screen.checked
    cases = [(decision, _told_of(decision, checked) if decision.case else text) for decision in decisions]
    asks = tuple(dict.fromkeys(ask for decision in decisions for ask in decision.asks))[:2]
    assumes = any(decision.assumes_medicare for decision in decisions)
    of_amount = any(decision.asked.of_amount for decision in decisions)
    return Answer(
        status="out_of_scope" if of_amount else "needs_facts" if asks else "answered",
        text=text,
        asks=asks,
        scenario=scenario,
        units=tuple(units_row(one) for decision, told in cases for one in decision.units if one.code in told),
        modifiers=tuple(
            modifier_row(one) for decision, told in cases for one in decision.modifiers if one.code in told
        ),
        pairs=tuple(
            pair_row(one)
            for decision, told in cases
            for _, one in decision.pairs
            if all(code in told for code in one.codes)
        ),
        codes=tuple(
            CodeRow(code=one.code, valid=one.valid, on=decision.day.isoformat(), replaced_by=one.replaced_by)
            for decision, told in cases
            for one in decision.codes
            if one.code in told and not of_amount
        ),
        citations=turn.citations.shown(),
        assumed=(Assumed(fact="payer", value="medicare"),) if assumes else (),
        findings=tuple(row for decision in decisions for row in findings_of(decision)),
        disagreements=disagreements_of(decisions[0]),
        corrected=checked.corrected,
        withheld=checked.withheld,
        removed_identifiers=turn.removed,
        notices=tuple(filter(None, (*turn.notices, checked.notice))),
        drafted_by=turn.drafted_by,
        model=turn.model,
        seconds=seconds,
    )


def _told_of(decision: Decision, checked: Checked) -> str:
    """What the shown text says of one case among several: the rules' own sentences on it, and those that name it."""
    own = {statement.text for statement in ruled(decision)}
    named = decision.case.split(" ", 1)[-1]  # "for Aetna"
    told = (one.shown for one in checked.sentences)
    return " ".join(sentence for sentence in told if plain(sentence) in own or named in sentence)
