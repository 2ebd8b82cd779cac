"""Which date decides the code: the date of service, as every rule of codes has it; said of no code in particular."""

# ruff: noqa: E501 - patterns and lists of phrases: one thought, one line
from __future__ import annotations

import re

_DATE = r"(?:the |its |its own |their |their own |each |every )?(?:dates? of service|dos|service dates?|treatment dates?|dates? of (?:the |each |that )?(?:treatment|session|fraction))"
_CODES = r"(?:(?:the )?(?:right |correct )?(?:code|codes|code set|code sets|delivery code|delivery codes|coding))"
_USED = r"(?: (?:that )?(?:applies|apply|is used|are used|is right|you use|you bill|to use|to bill|goes on the claim|holds))?"
_DECIDES = r"(?:decides|determines|governs|controls|drives|dictates|sets|tells you|settles)"
_HANGS = r"(?:depends? on|follows?|is decided by|is determined by|are determined by|hangs on|goes by|turns on|is governed by)"
_OTHER = r"(?:, ?|,? and |,? but )?not (?:on |by |from )?(?:the (?:date|day) (?:the )?(?:claim|bill) (?:is|was|goes|went) (?:filed|submitted|sent|out|processed)|(?:the )?(?:filing|submission|claim|billing) date|the date (?:the )?(?:course|treatment) (?:began|started|begins|starts)|(?:the )?start (?:date )?of the course|when (?:it|the course|treatment) (?:started|began))"
_EACH = r"(?:each|every) (?:session|fraction|treatment|line|delivery|visit|service)"
_FORMS = tuple(
    re.compile(rf"^{form}$")
    for form in (
        rf"(?:so )?{_DATE} {_DECIDES} (?:which|what)? ?{_CODES}{_USED}(?:{_OTHER})?",
        rf"(?:so )?(?:which|what) {_CODES}{_USED} {_HANGS} {_DATE}(?:{_OTHER})?",
        rf"{_CODES} {_HANGS} {_DATE}(?:{_OTHER})?",
        rf"what (?:counts|matters|decides) (?:here |for the code )?is {_DATE}(?:{_OTHER})?",
        rf"{_DATE} is what (?:counts|matters|decides)(?:{_OTHER})?",
        rf"{_EACH} (?:is (?:coded|billed|reported)|follows|goes|takes its code)(?: (?:by|under|with|according to|from))? {_DATE}(?:{_OTHER})?",
        rf"(?:code|bill|report) {_EACH} (?:by|according to|under) {_DATE}(?:{_OTHER})?",
        rf"(?:the )?(?:course|claim|sessions|lines) (?:is|are) (?:split|coded|billed) by {_DATE}(?:{_OTHER})?",
    )
)


def says_which_date_decides(plain: str) -> bool:
    """A whole sentence of these, and no other date put in the place of the date of service."""
    return any(form.match(plain) for form in _FORMS)
