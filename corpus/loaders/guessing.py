"""What a document says about itself: title, publisher, payer, dates. Guesses, shown to the user for correction."""

import re
from datetime import date

import yaml

from corpus.chunking import PagedSection
from corpus.code_numbers import codes_in
from corpus.loaders.loaded import Guess
from corpus.loaders.sections import BEGINNING
from corpus.loaders.text import FRONT_MATTER

MONTHS = "january february march april may june july august september october november december".split()
DATE = (
    r"(?P<iso>\d{4}-\d{2}-\d{2})"
    r"|(?P<us>\d{1,2}/\d{1,2}/\d{4})"
    r"|(?P<words>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})"
)


def _dated(words: str) -> re.Pattern[str]:
    """These words and a date behind them on the same line."""
    return re.compile(rf"\b(?:{words})\b[^\d\n|]{{0,30}}?(?:{DATE})", re.IGNORECASE)


EFFECTIVE = _dated(r"effective(?: date| from| for dates? of service(?: on or after)?)?|in force from")
UNTIL = _dated(r"(?:end|expiration|expiry|termination|retired?|retirement) date|valid until|effective through|expires")
PUBLISHED = _dated(
    r"published|(?:last )?(?:revised|reviewed|updated)|(?:revision|review|publication|policy) date|last review date"
)
# Publisher as written, name to show, payer key. A publisher names itself early; a payer named later is a topic.
PUBLISHERS = (
    ("UnitedHealthcare", "UnitedHealthcare", "uhc"), ("United Healthcare", "UnitedHealthcare", "uhc"),
    ("Aetna", "Aetna", "aetna"), ("Cigna", "Cigna", "cigna"), ("Humana", "Humana", "humana"),
    ("eviCore", "eviCore", "evicore"), ("Evolent", "Evolent", "evolent"), ("Carelon", "Carelon", "carelon"),
    ("Centers for Medicare", "CMS", "medicare"), ("American Society for Radiation Oncology", "ASTRO", "any"),
    ("ASTRO", "ASTRO", "any"),
)  # fmt: skip
OPENING = 1500
LONGEST_TITLE = 140


def guess(sections: tuple[PagedSection, ...], title: str | None = None, publisher: str | None = None) -> Guess:
    """The particulars of a document, from its beginning and its small print; a title known already wins."""
    whole = "\n".join(f"{section.heading}\n{section.text}" for section in sections)
    opening, small_print = f"{title or ''}\n{whole[:OPENING]}", whole[: 2 * OPENING] + "\n" + whole[-OPENING:]
    named = _publisher(opening)
    published = PUBLISHED.search(small_print)
    return Guess(
        title=title or _title(sections),
        publisher=publisher or (named[0] if named else None),
        payer=named[1] if named else None,
        published=str(_date(published)) if published and _date(published) else None,
        effective=_date(EFFECTIVE.search(small_print)),
        until=_date(UNTIL.search(small_print)),
    )


def guess_from_front_matter(text: str, guessed: Guess) -> Guess:
    """What a Markdown file declares between its first two ``---`` lines, filled up with the guesses."""
    matter = FRONT_MATTER.match(text)
    if matter is None:
        return guessed
    try:
        fields = yaml.safe_load(matter["fields"])
    except yaml.YAMLError:
        return guessed
    if not isinstance(fields, dict):
        return guessed
    return Guess(
        title=_line(fields.get("title")) or guessed.title,
        publisher=_line(fields.get("publisher")) or guessed.publisher,
        payer=guessed.payer,
        published=_line(fields.get("published")) or guessed.published,
        effective=_iso(fields.get("in_force_from")) or _iso(fields.get("effective")) or guessed.effective,
        until=_iso(fields.get("in_force_to")) or _iso(fields.get("until")) or guessed.until,
    )


def _title(sections: tuple[PagedSection, ...]) -> str | None:
    if not sections:
        return None
    about_a_code = next((section.heading for section in sections[:3] if codes_in(section.heading)), None)
    if about_a_code or sections[0].heading != BEGINNING:
        return (about_a_code or sections[0].heading)[:LONGEST_TITLE]
    first = next((line.strip(" #*|") for line in sections[0].text.splitlines() if line.strip(" #*|")), "")
    return first[:LONGEST_TITLE] or None


def _publisher(opening: str) -> tuple[str, str] | None:
    found = [(opening.find(written), name, payer) for written, name, payer in PUBLISHERS if written in opening]
    if not found or len({name for _, name, _ in found}) > 2:  # a list of payers is a topic, not a sender
        return None
    _, name, payer = min(found)
    return name, payer


def _date(found: re.Match[str] | None) -> date | None:
    if found is None:
        return None
    try:
        if found["iso"]:
            return date.fromisoformat(found["iso"])
        if found["us"]:
            month, day, year = (int(part) for part in found["us"].split("/"))
            return date(year, month, day)
        word, day_text, year_text = re.sub(r"[.,]", " ", found["words"]).split()
        month = next(n for n, name in enumerate(MONTHS, 1) if name.startswith(word.lower()[:3]))
        return date(int(year_text), month, int(re.sub(r"\D", "", day_text)))
    except ValueError:  # 13/45/2026 is no date
        return None


def _iso(value: object) -> date | None:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


def _line(value: object) -> str | None:
    return " ".join(str(value).split())[:200] if value else None
