"""Questions that get a clear sentence instead of coding advice: empty, too long, impossible, out of scope."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answer import Status
from assistant.conversation import Conversation
from assistant.drafting.amount_statements import NO_AMOUNTS
from assistant.drafting.change_statements import no_rules_of
from assistant.rules.codes import code_on, nearest
from corpus.rulebook import LAST_YEAR, entry

MOST_CHARACTERS = 6_000  # a question, however long-winded; a page of text belongs to `verify`
EXAMPLE = "Ask a coding question, for example: 28 fractions, how many 77427?"
NEEDS_A_CODE = ("units", "frequency", "modifier", "pair", "validity")
COVERS = (
    "Second Check covers radiation oncology coding: units, modifiers, code pairs, valid codes, and what the record "
    "must show."
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no advice, and what to do next."""

    status: Status
    text: str
    asks: tuple[str, ...] = ()


def before_reading(question: str) -> Refusal | None:
    """What can be said without understanding a word."""
    if not question.strip():
        return Refusal("needs_facts", EXAMPLE)
    if len(question) > MOST_CHARACTERS:
        text = (
            f"This question has {len(question):,} characters; at most {MOST_CHARACTERS:,} are read as a question. "
            "Shorten it, or have the text itself checked on the page Second-check a text or with secondcheck verify."
        )
        return Refusal("needs_facts", text)
    return None


def after_reading(conversation: Conversation) -> Refusal | None:
    """What the question itself rules out: facts that cannot be, unknown codes, other fields, prices."""
    for problem in conversation.problems:
        if problem.kind in ("impossible_count", "impossible_date"):
            return Refusal(
                "needs_facts", f"{problem.why}", ("fractions" if "count" in problem.kind else "date_of_service",)
            )
        if problem.kind in ("unknown_code", "suspicious_code"):
            return _unknown_code(problem.said, conversation)
    dates = conversation.alternatives.get("dos") or (conversation.scenario.dos,)
    years = [one.start.year if one is not None else 0 for one in dates]
    if min(years) > LAST_YEAR:
        return Refusal("not_covered", no_rules_of(min(years)))
    if conversation.intents[0] == "out_of_field":
        return Refusal("out_of_scope", f"This question is outside what Second Check covers. {COVERS}")
    if conversation.intents[0] == "price" and not any(entry(code) for code in conversation.scenario.codes):
        return Refusal("out_of_scope", f"{NO_AMOUNTS} {COVERS}")  # of a code it is told how it is paid
    return None


def nothing_known(conversation: Conversation) -> Refusal:
    """Neither a rule nor a passage speaks to it."""
    if not conversation.scenario.codes and conversation.intents[0] in NEEDS_A_CODE:
        return Refusal("needs_facts", "Which code is meant?", ("code",))
    if conversation.intents[0] == "unclear" and not conversation.scenario.codes:
        return Refusal("out_of_scope", f"{COVERS} {EXAMPLE}")
    named = ", ".join(conversation.scenario.codes)
    about = f" about {named}" if named else ""
    return Refusal(
        "not_covered", f"No rule and no source held here answers this question{about}; it is not covered. {COVERS}"
    )


def nothing_verified() -> Refusal:
    """Something was drafted and nothing of it could be shown."""
    return Refusal("not_covered", f"Nothing that could be said to this question could be verified. {COVERS}")


def _unknown_code(said: str, conversation: Conversation) -> Refusal:
    day = conversation.scenario.dos.start if conversation.scenario.dos else conversation.today
    why = code_on(said, day).why
    hint = "" if "did you mean" in why.lower() or not nearest(said) else " Which code is meant?"
    return Refusal("needs_facts", f"{why}{hint}", ("code",))
