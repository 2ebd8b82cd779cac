"""Where a line stands: on which schedule or claim, under which code, out of use, and what the other biller adds."""

# ruff: noqa: E501 - patterns: one thought, one line
from __future__ import annotations

import re

from assistant.checking.plainly.idiom import Idiom, idiom

_CODE = r"(?:\d{5}|[A-Z]\d{4})"


def _goes_on(told: re.Match[str]) -> str:
    """ "They're on the hospital's claim": that is where they go."""
    several = told["who"].lower() in ("they", "these", "those", "both")
    verb = ("do not go" if several else "does not go") if told["not"] else "go" if several else "goes"
    return f"{told['who']} {verb} on {told['whose']}"


OF_LINES: tuple[Idiom, ...] = (
    idiom(
        "schedule mpfs pfs",
        r"\b(?:on|under|in) the (?:physician(?:'s|s')? schedule|mpfs|pfs)\b(?!-)",
        "under the physician fee schedule",
    ),
    idiom(
        "claim claims bill bills",
        rf"\b(?P<who>they|these|those|both|it|that|this|{_CODE})(?:'re|'s| are| is)(?P<not> not)? on (?P<whose>the (?:hospital|facility|physician|doctor|practice|center|centre|office)'s (?:own )?(?:claim|bill)s?)\b",
        _goes_on,
    ),
    idiom(
        "out",
        rf"(?-i:\b(?P<codes>{_CODE}(?:(?:/| and |, ){_CODE})*) (?P<be>is|are) (?:both )?out(?=\s*(?:[.;]|$)|,? since |,? because | here\b))",
        lambda told: f"{told['codes'].replace('/', ' and ')} {told['be']} not used",
    ),
    idiom(
        "nothing",
        r"^(?P<led>\W*)nothing (?:extra|additional|separate) (?P<what>for (?:the|any|daily|image|cone|cbct|igrt)\b)",
        r"\g<led>no separate charge \g<what>",
    ),
    idiom(
        "stay keep remain still",
        rf"(?-i:\b(?P<what>dates|sessions|fractions|treatments)(?P<when>(?: (?:in|of|from|before|through|until|up to) [\w ,]{{3,25}}?)?) (?:stay on|stay with|stay|keep|remain on|remain with|remain|still take) (?P<code>{_CODE})\b)",
        r"\g<what>\g<when> are billed with \g<code>",
    ),
    idiom(
        "correct",
        rf"^(?P<led>\W*)correct (?P<what>(?:the|those|these|your|all)(?: \w+){{0,3}} (?:lines?|claims?|charges?|dates|sessions)) to (?P<code>{_CODE})\b",
        r"\g<led>Recode \g<what> to \g<code>",
    ),
    idiom(
        "most maximum cap limit",
        r"\b(?P<n>\d{1,2}|one|two|three|four|five|six) (?:units? )?(?:is|are) the (?:most|maximum|cap|limit) (?:that )?(?P<who>they|the plan|the payer|(?:blue cross|bcbs)(?: nc| north carolina)?) (?:pays?|allows?|covers?) (?:in|within|per) (?:a |any |each )?(?P<days>\d{2,3})(?: days|-day (?:course|period|span|window))",
        r"\g<who> pay no more than \g<n> units in \g<days> days",
    ),
    # "The hospital bills it without a modifier, the physician with 26"
    idiom(
        "bills reports",
        rf"(?P<head>\b(?P<verb>bills|reports) (?:it|{_CODE}) with(?:out)? [\w -]{{2,14}}?)(?:,| and|, and) (?P<who>the (?:physician|doctor|radiation oncologist|rad onc|hospital)) (?P<how>with(?:out)? (?:26|TC|(?:a |any )?modifier(?: 26| TC)?|one))(?=\s*(?:[.,;]|$))",
        r"\g<head>, \g<who> \g<verb> it \g<how>",
    ),
)
