"""An answer as HTML: every word in it escaped, every element one of a few quiet kinds."""

from __future__ import annotations

import re

from assistant.answer import Answer, Citation
from ui import cited, shown, working
from ui.literal import as_html

MARK = re.compile(r"\[(\d{1,3})\]")
BULLET = re.compile(r"^\s*[-•*]\s+")
TICK = '<span class="sc-tick" aria-hidden="true">✓</span>'


def question(text: str) -> str:
    return f'<div class="sc-question">{as_html(text)}</div>'


def answer_text(answer: Answer, turn: str) -> str:
    """The answer itself, its check mark and its notices; `[1]` leads to the citation below it."""
    known = {citation.n for citation in answer.citations}
    quiet = shown.headline(answer)
    parts = [
        f'<p class="sc-headline">{as_html(quiet)}</p>' if quiet else "",
        _paragraphs(shown.text(answer), known, turn),
    ]
    if words := shown.mark(answer):
        parts.append(f'<p class="sc-mark">{TICK}<span>{as_html(words)}</span></p>')
    parts += [f'<p class="sc-notice">{as_html(line)}</p>' for line in shown.notices(answer)]
    return f'<div class="sc-answer">{"".join(parts)}</div>'


def so_far(text: str) -> str:
    """Checked sentences of an answer in the making; its sources come with the whole answer."""
    return f'<div class="sc-answer" aria-live="polite">{_paragraphs(text, None, "")}</div>'


def chips(answer: Answer) -> str:
    """The facts the answer was worked out for; empty when there are none."""
    items = "".join(
        f'<li class="sc-chip{" sc-assumed" if chip.assumed else ""}"><span class="sc-name">{as_html(chip.name)}</span> '
        f'<b>{as_html(chip.value)}</b> <span class="sc-origin">{as_html(chip.origin)}</span></li>'
        for chip in shown.chips(answer)
    )
    return f'<ul class="sc-chips" aria-label="Facts this was worked out for">{items}</ul>' if items else ""


def evidence(answer: Answer, turn: str) -> str:
    """Disagreements, citations and the working, each folded until someone asks."""
    parts = [
        _disagreements(answer),
        *(_citation(citation, turn) for citation in answer.citations),
        _worked_out(answer),
    ]
    inner = "".join(parts)
    return f'<div class="sc-evidence">{inner}</div>' if inner else ""


def _paragraphs(text: str, known: set[int] | None, turn: str) -> str:
    blocks: list[str] = []
    items: list[str] = []
    for line in [*text.splitlines(), ""]:
        if BULLET.match(line):
            items.append(f"<li>{_cited(BULLET.sub('', line), known, turn)}</li>")
            continue
        if items:
            blocks.append(f"<ul>{''.join(items)}</ul>")
            items = []
        if line.strip():
            blocks.append(f"<p>{_cited(line, known, turn)}</p>")
    return "".join(blocks)


def _cited(line: str, known: set[int] | None, turn: str) -> str:
    """The line with its marks as links to the citations known; as plain numbers before any is."""

    def link(found: re.Match[str]) -> str:
        n = int(found[1])
        if known is None:
            return f'<span class="sc-cite">{n}</span>'
        return f'<a class="sc-cite" href="#{turn}-{n}" title="Source {n}">{n}</a>' if n in known else found[0]

    return MARK.sub(link, as_html(line))


def _citation(citation: Citation, turn: str) -> str:
    rows = "".join(f"<dt>{as_html(n)}</dt><dd>{as_html(v)}</dd>" for n, v in cited.particulars(citation))
    place = f' <span class="sc-origin">{as_html(citation.section)}</span>' if citation.section else ""
    passage = (
        f'<figure class="sc-passage"><figcaption>{as_html(cited.WORDS[citation.words])}</figcaption>'
        f"<blockquote>{as_html(citation.passage)}</blockquote></figure>"
        if citation.passage
        else ""
    )
    # The target lies inside the fold: a browser that jumps to it opens the fold by itself.
    return (
        f'<details class="sc-fold"><summary><span class="sc-n">{citation.n}</span><span class="sc-title">'
        f'{as_html(citation.title)}{place}</span></summary><div id="{turn}-{citation.n}" class="sc-inside">'
        f"<dl>{rows}</dl>{passage}</div></details>"
    )


def _disagreements(answer: Answer) -> str:
    rows = shown.disagreements(answer)
    if not rows:
        return ""
    # Open where the answer speaks of it; a disagreement beside the question waits behind its headline.
    is_open = " open" if any(row.named for row in rows) else ""
    return (
        f'<details class="sc-fold sc-disagree"{is_open}><summary><span class="sc-title">Sources disagree</span>'
        f'</summary><div class="sc-inside"><ul>{"".join(map(_difference, rows))}</ul></div></details>'
    )


def _difference(row: shown.Difference) -> str:
    where = f' <span class="sc-origin">{as_html(row.where)}</span>' if row.where else ""
    return (
        f"<li><p><b>{as_html(row.who)}</b> says: {as_html(row.says)}.{where}</p>"
        f'<p class="sc-followed">{as_html(row.followed)}</p></li>'
    )


def _worked_out(answer: Answer) -> str:
    items = "".join(map(_step, working.steps(answer)))
    if not items:
        return ""
    return (
        '<details class="sc-fold sc-working"><summary><span class="sc-title">How this was worked out</span></summary>'
        f'<div class="sc-inside"><ol>{items}</ol><p class="sc-origin">{as_html(working.made_in(answer))}</p></div>'
        "</details>"
    )


def _step(step: working.Step) -> str:
    basis = " · ".join(part for part in (step.subject, step.dates, step.reference) if part)
    return (
        f'<li class="sc-step sc-{step.verdict.replace("_", "-")}"><span class="sc-verdict">{as_html(step.label)}</span>'
        f'<div><p>{as_html(step.why)}</p><p class="sc-origin">{as_html(basis)}</p></div></li>'
    )
