"""The words of the About page. Pure."""

from __future__ import annotations

from ui.literal import as_html

SECTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "What it is",
        (
            "In a clinic nobody treats from a plan until an independent second check has recomputed it. "
            "Second Check does the same for billing advice in radiation oncology.",
            "An answer may come from retrieval or from a language model. Before it is shown, every unit count and "
            "modifier in it is read back and recomputed from a rule book whose every value carries dates and a source. "
            "What does not hold is replaced; what cannot be verified is withheld, and the answer says so.",
        ),
    ),
    (
        "What it covers",
        (
            "Treatment delivery, image guidance, management, physics and the codes around them, for dates of service "
            "on both sides of January 1, 2026, when delivery and guidance codes were redefined.",
            "Medicare’s rules first. Other payers where their policy is among the sources; where it is not, the answer "
            "says so instead of applying Medicare’s rule to them.",
        ),
    ),
    (
        "Where it ends",
        (
            "Payment amounts, diagnosis coding, other specialties and anything a contract says are outside.",
            "Where no authority settles a question, the answer says so. That is never shown as a yes.",
            "No CPT descriptor is reproduced here. The codes are the AMA’s; look their text up in your own CPT book.",
        ),
    ),
    (
        "What happens to your questions",
        (
            "They stay on this machine. Nothing is fetched and nothing is reported, unless you set a chat model of a "
            "provider yourself.",
            "Record numbers, names, dates of birth, telephone numbers and e-mail addresses are taken out before a "
            "model, a log or the history sees a question. Better still: leave them out.",
        ),
    ),
)


def page(scores: str = "") -> str:
    """All sections; `scores` is the one on how good the answers are, already HTML."""
    sections = "".join(
        f"<h3>{as_html(title)}</h3>{''.join(f'<p>{as_html(words)}</p>' for words in paragraphs)}"
        for title, paragraphs in SECTIONS
    )
    return f'<div class="sc-about"><h2>About Second Check</h2>{sections}{scores}</div>'
