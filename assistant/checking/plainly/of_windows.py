"""A payer's window around the IMRT plan: "30 days before and 30 days after", "its 30-day bundling window for 77301"."""

# ruff: noqa: E501 - patterns: one thought, one line
from __future__ import annotations

import re

from assistant.checking.plainly.idiom import CODE, Idiom, idiom

_DAYS = r"(?:\d{1,3}|thirty|forty-five|sixty|ninety)"
_END = r"(?=[.,;!]|$)"
_PLAN = r"(?:(?:the )?77301|the (?:imrt )?plan)"
_DONE = r"(?:billed|performed|done|reported|furnished|provided|rendered|submitted)"
_GROUP = r"(?P<group>group|practice|facility|physician group|group practice|provider)"


def _both_sides(found: re.Match[str]) -> str:
    """ "30 days before and 30 days after": one number of days, or the sentence stays as it is."""
    if found["n"].lower() != found["m"].lower():
        return found.group()
    return f"{found['n']} days before and after"


def _of_one_group(found: re.Match[str]) -> str:
    """ "... within 30 days of 77301 when billed by the same group": every window is about one group's services."""
    before = found.string[: found.start()].lower()
    placed = "77301" in before and " days" in before
    return f" by the same {found['group']}" if placed else found.group()


def _in_the_plan(found: re.Match[str]) -> str:
    if found["when"] and "medicare" not in found.string.lower():
        return found.group()  # another payer may count days
    return f"{found['done']} {found['be']} part of 77301"


OF_WINDOWS: tuple[Idiom, ...] = (
    idiom(
        "before prior",
        rf"\b(?P<n>{_DAYS}) days (?:before|prior|prior to) (?:and|to) (?P<m>{_DAYS}) days (?:after|following)\b",
        _both_sides,
    ),
    idiom(
        "covers cover",
        rf"\bwindow covers (?:the )?(?={_DAYS} days (?:before (?:and|or) after|around|on either side|either side|on both sides)\b)",
        "window spans ",
    ),
    idiom("the", rf"\bwindow (?P<verb>spans|reaches|runs) the (?={_DAYS} days\b)", r"window \g<verb> "),
    # every window of a payer lies around the plan
    idiom(
        "window",
        rf"\b(?P<n>{_DAYS})-days? (?:(?:bundling|packaging|inclusion|payment|global) )?window (?:for|of|on|with) {_PLAN}(?=[.,;!]|$)",
        r"\g<n>-day window",
    ),
    idiom("window", rf"\b(?P<n>{_DAYS})-days? (?:bundling|packaging|inclusion) window\b", r"\g<n>-day window"),
    idiom(
        "group practice facility provider",
        rf",? (?:when|if|where) (?:(?:it is|they are|both are|it was|both were) )?{_DONE} by the same {_GROUP}(?=[.,;!]|$)",
        _of_one_group,
    ),
    idiom("up", rf"\bup to (?P<n>{_DAYS}) days (?P<side>before|prior to) (?={_PLAN})", r"within \g<n> days \g<side> "),
    # "sets no day window"
    idiom(
        "sets uses applies defines prescribes",
        r"\b(?:sets|uses|applies|defines|prescribes|imposes|has) no (?:fixed |set |specific )?(?:day window|window of days|day count|number of days)\b(?: (?:around|for) 77301)?(?=[.,;!]|$)",
        "has no such window",
    ),
    # what making the plan holds, on whatever date: Medicare's own words
    idiom(
        "developing making preparing creating",
        rf"(?P<done>\bas part of (?:developing|making|preparing|creating) (?:the|an) IMRT plan) (?P<be>is|are) (?:included|bundled)(?: in (?:it|the plan))?(?P<when> (?:whether )?on the same (?:date |day )?or (?:on )?(?:a different|another) (?:date|day)(?: of service)?)?{_END}",
        _in_the_plan,
    ),
    # what opens it
    idiom(
        "tumor tumour site",
        r"\bis (?P<verb>accepted|allowed|permitted|recognized) only (?:when|if|where) the (?:service|code|simulation|second service) is for (?:a different|another) (?P<what>tumou?r) on (?:a different|another) (?P<day>date|day)(?=[.,;!]|$)",
        r"is \g<verb> only for another \g<what> on another \g<day>",
    ),
    idiom(
        "tumor tumour",
        r"\bonly for a different (?P<what>tumou?r) on a different (?P<day>date|day)(?=[.,;!]|$)",
        r"only for another \g<what> on another \g<day>",
    ),
    # a payer's cap over days
    idiom(
        "limits caps restricts allows permits",
        rf"^(?P<lead>\W*)(?P<payer>[A-Z][\w ()]{{2,40}}?) (?:limits|caps|restricts) (?P<code>{CODE}) (?:to|at) (?:a maximum of |no more than |at most |up to )?(?P<n>\d{{1,2}}|one|two|three|four|five|six)(?: units)? (?:per|in a|in any|within a|for each|for a|over a) (?P<days>\d{{2,3}})-day (?:treatment )?course(?=[.,;!]|$)",
        r"\g<lead>With \g<payer>, \g<code> is limited to \g<n> per \g<days>-day course",
    ),
    idiom(
        "allows permits pays accepts",
        rf"^(?P<lead>\W*)(?P<payer>[A-Z][\w ()]{{2,40}}?) (?:allows|permits|pays|accepts) (?:a maximum of |no more than |at most |up to )(?P<n>\d{{1,2}}|one|two|three|four|five|six)(?: units)?(?: of)? (?P<code>{CODE}) (?:per|in a|in any|within a|for each|for a|over a) (?P<days>\d{{2,3}})-day (?:treatment )?course(?=[.,;!]|$)",
        r"\g<lead>With \g<payer>, \g<code> is limited to \g<n> per \g<days>-day course",
    ),
    idiom(
        "maximum",
        r"\b(?P<head>is limited to) a maximum of (?P<n>\d{1,2}|one|two|three|four|five|six)(?: units)? (?:per|in a|in any|within a) (?P<days>\d{2,3})-day course\b",
        r"\g<head> \g<n> per \g<days>-day course",
    ),
)
