"""The sources as a shelf: which are shown for a search, in which order, and as HTML. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from corpus.sources import Source
from ui import wording
from ui.cited import STANDINGS
from ui.literal import as_html

AUTHORITIES = {
    "cms_manual": "CMS manuals",
    "cms_file": "CMS files",
    "ncci": "NCCI",
    "regulation": "Regulations",
    "cpt_guideline": "CPT guidelines",
    "society": "Professional societies",
    "mac": "Medicare contractors",
    "payer": "Payers",
    "government": "Other government pages",
    "education": "Education",
    "vendor": "Vendor pages",
}
SEEN = {"whole": "read whole", "opening": "opening read", "summary": "read as a summary", "file": "official file"}


def found(sources: Iterable[Source], words: str = "", authority: str | None = None) -> list[Source]:
    """Sources in which every word of the search occurs, the most binding kind first, newest first."""
    wanted = words.casefold().split()
    kept = [s for s in sources if (not authority or s.authority == authority) and all(w in _words(s) for w in wanted)]
    kept.sort(key=lambda source: source.title.casefold())
    kept.sort(key=lambda source: str(source.in_force_from or source.published or ""), reverse=True)
    return sorted(kept, key=lambda source: list(AUTHORITIES).index(source.authority))


def shelf(sources: Sequence[Source]) -> str:
    """The sources as folded lines under the kind they are of."""
    parts = []
    for authority, group in groupby(sources, key=lambda source: source.authority):
        rows = list(group)
        lines = "".join(_line(source) for source in rows)
        name = f'{as_html(AUTHORITIES[authority])} <span class="sc-origin">{len(rows)}</span>'
        parts.append(f'<section><h3 class="sc-kind">{name}</h3>{lines}</section>')
    return f'<div class="sc-shelf">{"".join(parts)}</div>' if parts else ""


def counted(shown: int, total: int) -> str:
    return f"{total} sources" if shown == total else f"{shown} of {total} sources"


def _line(source: Source) -> str:
    rows = [
        ("Publisher", source.publisher),
        ("In force", dates(source)),
        ("Standing", STANDINGS[source.standing] + (f": {source.standing_note}" if source.standing_note else "")),
        ("Payers", ", ".join(wording.fact_value("payer", payer) for payer in source.payers)),
        ("Codes", ", ".join(source.codes)),
        ("Seen", ", ".join(part for part in (SEEN[source.seen], source.seen_note) if part)),
        ("Read", wording.day(source.read_at.isoformat())),
        ("Address", source.address or ""),
        ("Named", source.id),
    ]
    listed = "".join(f"<dt>{name}</dt><dd>{as_html(value)}</dd>" for name, value in rows if value)
    stale = "" if source.standing == "in_force" else f' <span class="sc-stale">{STANDINGS[source.standing]}</span>'
    return (
        f'<details class="sc-fold"><summary><span class="sc-title">{as_html(source.title)}'
        f' <span class="sc-origin">{as_html(f"{source.publisher} · {dates(source)}")}</span>{stale}</span></summary>'
        f'<div class="sc-inside"><dl>{listed}</dl></div></details>'
    )


def dates(source: Source) -> str:
    if not source.in_force_from and not source.in_force_to:
        return "dates not stated"
    start, end = source.in_force_from, source.in_force_to
    return wording.in_force(start.isoformat() if start else None, end.isoformat() if end else None)


def _words(source: Source) -> str:
    parts = (source.id, source.title, source.publisher, *source.codes, *source.payers, AUTHORITIES[source.authority])
    return " ".join(parts).casefold()
