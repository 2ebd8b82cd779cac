"""How a source is named on the page: by title, with its particulars, and whose words a passage is in. Pure."""

from __future__ import annotations

from assistant.answer import Answer, Citation
from corpus.sources import SourcesError, load_sources
from ui import wording

STANDINGS = {
    "in_force": "in force", "superseded": "superseded", "disputed": "disputed", "retired": "retired",
    "historic": "historic",
}  # fmt: skip
WORDS = {"ours": "in our words", "theirs": "from the document"}


def titled(references: str, answer: Answer | None = None) -> str:
    """ "cms-manual-13, section 70.3; ncci-2026" with titles in place of ids; what is unknown stays as it stands."""
    return "; ".join(_titled(one, answer) for one in references.split("; "))


def _titled(reference: str, answer: Answer | None) -> str:
    identity, comma, rest = reference.partition(",")
    for citation in answer.citations if answer else ():
        if citation.source == identity:
            return f"{citation.title}{comma}{rest}"
    try:
        source = load_sources().get(identity)
    except SourcesError:  # the Sources page explains it; an id still tells something
        source = None
    return f"{source.title}{comma}{rest}" if source else reference


def particulars(citation: Citation) -> list[tuple[str, str]]:
    """The lines under a citation's title, without those nothing is known of."""
    place = ", ".join(part for part in (citation.section, f"page {citation.page}" if citation.page else None) if part)
    rows = [
        ("Publisher", citation.publisher),
        ("Section", place),
        ("In force", citation.in_force or "not stated"),
        ("Standing", STANDINGS.get(citation.standing, citation.standing)),
        ("Read", wording.day(citation.read_at) if citation.read_at else ""),
        ("Address", citation.address or ""),
    ]
    return [(name, value) for name, value in rows if value]
