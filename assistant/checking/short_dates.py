"""A bare date that answers a question for one: since when a payer wants a modifier, when a code began or ended."""

# ruff: noqa: E501 - patterns: one thought, one line
from __future__ import annotations

import re

from assistant.checking.asked_columns import CODE

_WHEN = re.compile(
    r"\b(?:since when|from when|(?:start|starting|effective|end|ending|last|first) (?:valid |billable )?(?:date|day)|(?:what|which|from which) (?:date|day)|when (?:did|does|do|will|has|is|was))\b",
    re.I,
)
_WANTS = r"(?:insists?(?: on)?|requires?|wants?|demands?|asks? for|needs?|expects?|mandates?)"
_DEMANDED = re.compile(
    rf"\b{_WANTS} (?:the )?(?:(?P<code>{CODE})(?:-| with (?:the )?(?:modifier )?-?)(?P<m>26|TC|59|76|77|25)"
    rf"|(?:modifier )?-?(?P<m2>26|TC|59|76|77|25) (?:on|with|for) (?P<code2>{CODE}))\b",
    re.I,
)
_ENDED = re.compile(
    rf"\b(?P<code>{CODE})\b[^?.]*\b(?:end(?:ed|s)?|deleted|discontinued|retired?|expired?|stop(?:ped)?|last (?:valid )?day)\b|\blast (?:valid )?(?:day|date) (?:of|for) (?P<code2>{CODE})\b",
    re.I,
)
_BEGAN = re.compile(
    rf"\b(?P<code>{CODE})\b[^?.]*\b(?:start(?:ed)?|begin|began|take effect|introduced|created|go(?:es)? live|come(?:s)? into (?:force|effect))\b",
    re.I,
)
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
_DATE = rf"(?:{_MONTH} \d{{1,2}},? \d{{4}}|\d{{4}}-\d\d-\d\d|\d{{1,2}}/\d{{1,2}}/\d{{4}})"
_BARE = re.compile(
    rf"^\W*(?P<since>(?:it's |it is )?(?:from|since|as of|starting|effective|beginning) )?(?:on |it's |it is )?(?P<date>{_DATE})(?: on(?:ward)?)?(?=[.!]?\W*$)",
    re.I,
)
_WANTS_IT = re.compile(
    rf"^\W*(?P<who>(?:they|[A-Z][\w&]*(?: [A-Z][\w&]*){{0,3}})) {_WANTS} (?:it|that|this|the modifier)(?= (?:from|since|as of|starting|effective|beginning)\b)"
)


def date_asked(question: str) -> tuple[str, ...]:
    """What the question wants the date of: ("demanded", code, modifier), ("ended", code), ("began", code), or nothing."""
    if not _WHEN.search(question):
        return ()
    if found := _DEMANDED.search(question):
        return "demanded", (found["code"] or found["code2"]).upper(), (found["m"] or found["m2"]).upper()
    if found := _ENDED.search(question):
        return "ended", (found["code"] or found["code2"]).upper()
    began = _BEGAN.search(question)
    return ("began", began["code"].upper()) if began else ()


def spelled_date(said: str, asked: tuple[str, ...]) -> str:
    """The sentence with such a date told of what was asked; any other as it is."""
    kind, code = asked[0], asked[1]
    if kind == "demanded" and (who := _WANTS_IT.match(said)):
        return f"{who['who']} requires {asked[2]} on {code}{said[who.end() :]}"
    bare = _BARE.match(said)
    if bare is None:
        return said
    if kind == "demanded":  # only what says that it begins then is held against the day on which the rule does
        return said if not bare["since"] else f"{asked[2]} is required on {code} from {bare['date']}."
    return f"{code} {'ended' if kind == 'ended' else 'took effect'} on {bare['date']}."
