"""Which code a case comes to, and when a code began or ended."""

# ruff: noqa: E501 - patterns: one thought, one line
from __future__ import annotations

import re

from assistant.checking.plainly.idiom import CODE, CODES, MODIFIER, NOT_DENIED, Idiom, idiom

# Codes of treatment delivery: "lands in 77412" gives a session its code; "lands in 77301" would bundle it.
DELIVERY = r"(?:77402|77407|77412|7740[1346]|7740[89]|7741[1346]|7738[56]|G600[3-9]|G601[0-6])"
_TO_IT = rf"(?= (?:level [123][,:]? |code )?{DELIVERY}\b)"
_PLACED = (
    r"(?:lands? (?:in|at|on|under)|sits? (?:at|in|under|with)|comes? in (?:at|as|under)|ends? up (?:in|at|as|under|with)|winds? up (?:in|at|as)"
    r"|falls? (?:in|into|under|to)|goes (?:under|in|into|as|to)|go (?:under|in|into|as|to)|rates?|scores?|runs? as|fits?|merits?|earns?|supports?|calls? for"
    r"|points? to|maps? to|slots? into|drops? into|takes?|gets?|draws?|warrants?|counts? as|qualif(?:y|ies) (?:as|for)|lives? (?:in|under|at)|stays? (?:at|in|with))"
)
_DIED = (
    r"(?:died|stopped working|stopped being good|perished|bowed out|passed on|went out|was laid to rest|were laid to rest|met its end|met their end|came to an end|closed out"
    r"|went dark|left the (?:book|books|code set)|stopped|quit|fell away|dropped out|checked out|signed off|lapsed)"
)
_DYING = r"(?:die|perish|bow out|go out|come to an end|stop|quit|fall away|drop out|lapse)"
_WHEN = (
    r"(?= (?:(?:with|on|at|in|after|as of|by) )(?:the )?(?:end of |close of |turn of |year-end|year end|last day of|year |20\d\d|\d{1,2}/"
    r"|january|february|march|april|may|june|july|august|september|october|november|december|dec\b|jan\b))"
)
# A code; "treatment stopped on March 3" ends none.
_WHO = rf"(?:{CODES}|it|they|which|both|(?:that|this|the|those|these|both|old|g)[- ]codes?)"
_PEOPLE = r"(?:physician|doctor|hospital|center|centre|clinic|office|group|facility|practice)"
_LEVEL = re.compile(r"level [123][,:]?$", re.I)


def _is_billed(found: re.Match[str]) -> str:
    verb, before = found["verb"].lower(), found["before"]
    if re.search(rf"(?:\d{{5}}|G\d{{4}}|{MODIFIER}|modifiers?)\W*$", before, re.I):
        return found.group()  # "77385 maps to 77407", "26 goes to 77407": no case that takes a code
    helping = re.search(
        r"\b(?:can|may|will|would|should|must|could|might|doesn't|doesn’t|does not|don't|don’t|do not|cannot|can't|can’t|to)\b\W*$",
        before,
        re.I,
    )
    if helping and re.search(r"do", helping.group(), re.I):
        no = {"do": "are", "does": "is"}[re.match(r"does|do", helping.group(), re.I).group().lower()]  # type: ignore[union-attr]
        return f"{before[: helping.start()]}{no} not billed as"
    if helping:
        return f"{before}be billed as"
    one = verb.split()[0].endswith("s")
    return f"{before}{'is' if one else 'are'} billed as"


OF_CODES: tuple[Idiom, ...] = (
    idiom(
        "land lands sit sits come comes end ends wind winds fall falls goes go rate rates score scores run runs fit fits merit merits earn earns "
        "support supports call calls point points map maps slot slots drop drops take takes get gets draw draws warrant warrants count counts "
        "qualify qualifies live lives stay stays",
        rf"(?P<before>(?:\S+ ){{1,3}})(?P<verb>{_PLACED}){_TO_IT}",
        _is_billed,
    ),
    idiom(
        "coded", rf"\b(?P<be>is|are|was|were|be|gets?) coded (?:to |with |under |at )?(?={CODE})", r"\g<be> coded as "
    ),
    # ended
    idiom(
        "died perished bowed passed went laid met came closed left stopped quit fell dropped checked signed lapsed",
        rf"\b(?P<who>{_WHO} ){_DIED}{_WHEN}",
        r"\g<who>ended",
    ),
    idiom(
        "die perish bow go come stop quit fall drop lapse",
        rf"\b(?P<no>didn't|didn’t|did not) {_DYING}{_WHEN}",
        r"\g<no> end",
    ),
    idiom(
        "year",
        r"\b(?:at|by|with|on|after) (?:the )?year(?:'s|’s|-| )end,?(?: of)? (?P<year>20\d\d)",
        r"at the end of \g<year>",
    ),
    idiom(
        "among",
        r"\b(?P<be>is|are|was|were)(?P<no>n't|n’t| not) (?:among|one of|part of) (?:the |those )?(?:G[- ]?codes?|codes?|ones)? ?(?:that|which) "
        r"(?:stopped|ended|died|expired|lapsed|were (?:deleted|retired)|went away)(?= )",
        "did not end",
    ),
    idiom(
        "listed listing list",
        rf"{NOT_DENIED}\bstill (?:a listed code|listed|on the (?:code )?list|a code on the list|in the book)(?= (?:in|on|for|as of) )",
        "still a valid code",
    ),
    # began
    idiom("after", r"\bon and after\b", "on or after"),
    idiom(
        "definitions",
        r"\b(?:the )?level (?:definitions|meanings|descriptors|structure)(?= (?:kicked|started|began|came|took|went|start|begin|apply|applied))",
        "the levels",
    ),
    idiom(
        "definitions definition rules descriptors descriptor levels wording system scheme",
        r"\bunder the (?:old )?(?P<year>20\d\d) (?:code )?(?:definitions?|rules?|descriptors?|levels?|wording|system|scheme)\b",
        r"in \g<year>",
    ),
    # which a date of service keeps, and which the biller goes to
    idiom(
        "keep keeps stays stay sticks stick holds hold hangs retains takes gets",
        rf"\b(?P<what>date|claim|service|session|line|dos) (?:keeps|stays with|stays on|sticks with|sticks to|holds on to|hangs on to|retains|still takes|still gets) (?:the |its )?(?:old |former |previous )?(?={CODE})",
        r"\g<what> is billed with the old ",
    ),
    idiom(
        "goes moves switches turns shifts changes jumps",
        rf"\b(?P<who>the {_PEOPLE}) (?:goes|moves|switches|turns|shifts|changes|jumps) (?:over )?to (?={CODE}(?:[.,;]|$))",
        r"\g<who> bills ",
    ),
    idiom("replaced", r"\breplaced (?:here|now|since then|since|for that date|for this date) by\b", "replaced by"),
    idiom(
        "back",
        r"\bback in (?=(?:20\d\d|january|february|march|april|may|june|july|august|september|october|november|december)\b)",
        "in ",
    ),
    idiom(
        "isocenters isocentres",
        r"\b(?P<n>two|three|2|3|several|multiple) (?P<how>2-?D|3-?D|IMRT|VMAT|photon) isocent(?:er|re)s\b",
        r"\g<how> to \g<n> isocenters",
    ),
    idiom(
        "history longer",
        r"\b(?P<be>is|are) (?:history|no longer with us|no longer around)(?= (?:since|in|as of|from|after) )",
        r"\g<be> gone",
    ),
    idiom("last", r"\b(?:had|has) its last (?:valid |billable )?(?:day|date) on (?=\w)", "ended on "),
    idiom(
        "last",
        rf"^(?P<lead>\W*)(?P<day>[a-z]+ \d{{1,2}}, 20\d\d|\d{{1,2}}/\d{{1,2}}/20\d\d|20\d\d-\d\d-\d\d),? was (?:the )?last (?:valid |billable )?(?:day|date)(?: of service)? (?:of|for) (?P<code>{CODE})",
        r"\g<lead>\g<code> ended on \g<day>",
    ),
    idiom(
        "through",
        rf"(?P<code>{CODE}) (?:won't|won’t|will not|cannot|can't|can’t|doesn't|doesn’t) go through (?:for|on|in|with) (?=(?:a |any )?(?:\w+ )?20\d\d)",
        r"\g<code> is not valid for ",
    ),
    idiom(
        "through",
        rf"(?P<code>{CODE}) (?:will go|goes) through (?:for|on|in|with) (?=(?:a |any )?(?:\w+ )?20\d\d)",
        r"\g<code> is valid for ",
    ),
    idiom(
        "stays sits lies rests",
        rf"(?P<code>{CODE}) (?:stays|sits|lies|rests) with the (?=(?:hospital|facility|physician|doctor|center|clinic)\b)",
        r"\g<code> belongs to the ",
    ),
    idiom(
        "push pushes bump bumps move moves bring brings kick kicks raise raises boost boosts lift lifts",
        rf"\b(?:push|bump|move|bring|kick|raise|boost|lift)(?P<one>e?s|) (?:it|that|this|the session|the fraction|you) (?:up )?(?:into|to|in){_TO_IT}",
        lambda found: "qualifies for" if found["one"] else "qualify for",
    ),
    idiom(
        "place business room",
        rf"(?P<code>{CODE}) has no (?:place|business|room) on (?=(?:the|a|an|any) )",
        r"\g<code> does not go on ",
    ),
)
