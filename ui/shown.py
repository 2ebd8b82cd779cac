"""What of an answer is shown, and in which words. Pure: an Answer in, sentences and rows out."""

from __future__ import annotations

from typing import NamedTuple

from assistant.answer import Answer
from ui import wording
from ui.cited import titled

UNCHIPPED = ("codes", "site")  # the text names its codes; no rule hangs on the site
WITHOUT_INDEX = "Answered from the rule book alone"
NOTHING_LEFT = "Nothing in the draft could be verified, so none of it is shown. What the rules say stands below."
HEADLINES = {
    "needs_facts": "One more thing is needed",
    "not_covered": "Not covered by the sources",
    "out_of_scope": "Outside what this covers",
}


class Chip(NamedTuple):
    """One fact of the scenario, as the page shows it."""

    key: str
    name: str
    value: str
    origin: str
    assumed: bool


class Difference(NamedTuple):
    """One source that says otherwise, and what the answer follows."""

    who: str
    where: str
    says: str
    followed: str
    named: bool  # the answer itself speaks of it


def mark(answer: Answer) -> str:
    """The words of the check mark; empty when no rule stands behind the text."""
    settled = [
        *(row for row in answer.units if row.units is not None),
        *(row for row in answer.modifiers if row.allowed is not None),
        *(row for row in answer.pairs if row.together != "no_data"),
        *(row for row in answer.codes if row.valid is not None),
    ]
    if answer.status != "answered" or not settled or not answer.text.strip():
        return ""
    if answer.units or answer.modifiers:
        return "Checked: counts and modifiers were recomputed from the rules"
    return "Checked against the rule book"


def headline(answer: Answer) -> str:
    """A quiet line above an answer that is none; empty above a plain answer."""
    return HEADLINES.get(answer.status, "")


def text(answer: Answer) -> str:
    """The answer's text; where all of it was withheld, a sentence that says so."""
    return answer.text if answer.text.strip() else NOTHING_LEFT


def notices(answer: Answer) -> list[str]:
    """What the reader must know about the making of this answer, each said once, in one line."""
    said = [_short(notice.strip()) for notice in answer.notices if notice.strip()]
    spoken = " ".join(said).casefold()
    if answer.removed_identifiers and "identif" not in spoken:
        names = dict.fromkeys(
            wording.IDENTIFIERS.get(kind, kind.replace("_", " ")) for kind in answer.removed_identifiers
        )
        said.insert(0, f"Removed from your question before anything read it: {', '.join(names)}.")
    held_back = []
    if answer.corrected and not any(word in spoken for word in ("correct", "replac")):
        held_back.append(
            f"{_count(answer.corrected)} that did not hold {_was(answer.corrected)} replaced by the rule’s own"
        )
    if answer.withheld and "withh" not in spoken:
        held_back.append(f"{_count(answer.withheld)} that could not be verified {_was(answer.withheld)} withheld")
    if held_back:
        said.append("; ".join(held_back) + ".")
    return list(dict.fromkeys(said))


def chips(answer: Answer) -> list[Chip]:
    """The scenario's facts in the order a coder thinks of them, each with where it came from."""
    rows = [(key, fact.value, fact.origin) for key, fact in answer.scenario.items()]
    rows += [(guess.fact, guess.value, "assumed") for guess in answer.assumed if guess.fact not in answer.scenario]
    told = [row for row in rows if row[0] not in UNCHIPPED and row[1] not in (None, "", [], ())]
    return [
        Chip(
            key,
            wording.fact_name(key),
            wording.fact_value(key, value),
            wording.ORIGINS.get(origin, origin),
            origin == "assumed",
        )
        for key, value, origin in sorted(told, key=lambda row: (_place(row[0]), row[0]))
    ]


def disagreements(answer: Answer) -> list[Difference]:
    """Who says otherwise, in which words, and what the answer follows; those the answer speaks of come first."""
    rows = []
    for row in answer.disagreements:
        title = titled(row.source, answer)
        where = "" if title == row.source or row.publisher in title else title
        followed = "No higher authority settles it, so the answer follows neither."
        if row.overruled_by:
            followed = f"The answer follows {titled(row.overruled_by, answer)}."
        named = row.publisher.casefold() in answer.text.casefold()
        rows.append(Difference(row.publisher, where, row.says.rstrip(". "), followed, named))
    return sorted(rows, key=lambda row: not row.named)


def _short(notice: str) -> str:
    """Where the index lies and what to type is for a terminal; the page has a button for it."""
    return f"{WITHOUT_INDEX}." if notice.startswith(WITHOUT_INDEX) else notice


def _place(key: str) -> int:
    order = list(wording.FACTS)
    return order.index(key) if key in order else len(order)


def _count(number: int) -> str:
    return "One statement" if number == 1 else f"{number} statements"


def _was(number: int) -> str:
    return "was" if number == 1 else "were"
