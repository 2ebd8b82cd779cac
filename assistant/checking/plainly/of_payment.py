"""What is paid and what a table prints: "sees no extra dollars", "OPPS flags it as B", "its 26 row is active"."""

# ruff: noqa: E501 - patterns: one thought, one line
from __future__ import annotations

from assistant.checking.plainly.idiom import CODE, Idiom, idiom

_LETTER = r"(?-i:[BCEGIKLMNPQRSTUVXY]|J[12]|Q[1-4]|E[12])(?![\w'’-])"
_EXTRA = r"(?:extra|additional|separate|further|added|more)"
_MONEY = r"(?:dollars?|money|payments?|cents?|penny|pennies|cash|revenue|reimbursement|dime)"
# Somebody who is paid; what a leftover "gets" is a count.
_WHO = r"\b(?P<who>(?:hospital|facility|physician|doctor|center|centre|clinic|office|practice|group|department|oncologist) )"

OF_PAYMENT: tuple[Idiom, ...] = (
    idiom(
        "sees gets receives collects pockets earns draws makes takes",
        rf"{_WHO}(?:sees|gets|receives|collects|pockets|earns|draws|makes) (?:no|not a single|not one|zero) (?:{_EXTRA} )?{_MONEY}\b(?: for (?:it|that))?",
        r"\g<who>is not paid separately",
    ),
    idiom(
        "sees gets receives collects pockets earns",
        rf"{_WHO}(?:sees|gets|receives|collects|pockets|earns) nothing (?:{_EXTRA}|on top|on the side)\b(?: for (?:it|that))?",
        r"\g<who>is not paid separately",
    ),
    idiom(
        "see get receive collect",
        rf"{_WHO}(?P<no>won't|won’t|doesn't|doesn’t|does not|will not|can't|can’t|cannot) (?:see|get|receive|collect|earn) (?:any |a )?{_EXTRA} {_MONEY}\b(?: for (?:it|that))?",
        r"\g<who>is not paid separately",
    ),
    idiom(
        "zero nothing",
        rf"^(?P<lead>\W*)(?:zero|nothing) is (?:payable|paid) for the (?P<part>TC|technical (?:part|component|side|half)) of (?P<code>{CODE})",
        r"\g<lead>\g<code>-TC is not payable",
    ),
    idiom(
        "still",
        r"\b(?P<be>is|was|are|were)(?P<no> not)? still (?=(?:separately )?(?:payable|paid|reimbursed)\b)",
        lambda found: f"{found['be']} not " if found["no"] else f"{found['be']} ",
    ),
    # the schedule of an office, told beside it
    idiom(
        "office",
        r"\b(?P<where>in (?:the|an) (?:physician )?office)(?: setting)?,? under the (?:medicare )?(?:physician fee schedule|MPFS|fee schedule)\b",
        r"\g<where>",
    ),
    idiom(
        "appeal",
        r"\b(?P<an>an appeal|appealing|appealing it) (?:is|would be) not (?:warranted|justified|worthwhile|worth it|worth the effort|useful|advisable|recommended)(?=[,.;]|$| because| since)",
        r"\g<an> will not help",
    ),
    idiom("row", r"\bits (?P<part>26|TC) row is (?P<be>active|payable|paid|bundled)\b", r"with \g<part> it is \g<be>"),
    idiom("row", r"\bits (?:MPFS|fee schedule|physician fee schedule) row is bundled\b", "it is bundled in the MPFS"),
    # status letters: "OPPS flags 77427 as B", "77417 shows N"
    idiom(
        "flags lists has shows marks prints rates classes puts carries",
        rf"\b(?:flags|lists|has|shows|marks|prints|rates|classes|puts|carries) (?P<code>{CODE}|it) (?:as|with|at|under|down as) (?:an? |status |indicator )?(?P<letter>{_LETTER})(?=[.,;)]|$| in | for | so )",
        r"has \g<code> as status \g<letter>",
    ),
    idiom(
        "shows carries bears gets reads",
        rf"(?P<code>{CODE}) (?:shows|carries|bears|gets|reads) (?:an? )?(?P<letter>{_LETTER})(?=[.,;)]|$| in 20| for | under )",
        r"\g<code> is status \g<letter>",
    ),
    idiom(
        "comprehensive",
        r"\b(?P<be>is|was) a (?P<letter>(?-i:J1)) comprehensive APC, (?P<apc>\d{4})",
        r"\g<be> status \g<letter>, APC \g<apc>",
    ),
    idiom("nature", r"\b(?P<part>professional|technical)(?: only)? by (?:its )?(?:very )?nature\b", r"\g<part> only"),
    idiom(
        "all entirely wholly purely nothing",
        r"\b(?P<be>is|are) (?:all|entirely|wholly|purely|nothing but) (?:the )?physician(?:'s|’s)? work\b",
        r"\g<be> physician work only",
    ),
    idiom(
        "technical professional",
        rf"^(?P<lead>\W*)(?P<code>{CODE}) = (?=(?:technical|professional)\b)",
        r"\g<lead>\g<code> is ",
    ),
    idiom(
        "tc",
        rf"\bfor (?P<code>{CODE}) the (?P<part>TC|26) (?:row )?is bundled \(status (?P<letter>{_LETTER})\)",
        r"the \g<part> row of \g<code> has status \g<letter>",
    ),
    idiom(
        "nothing",
        rf"\bthe (?P<part>TC|technical) (?:half|row|side|part|component) of (?P<code>{CODE}) (?:pays|brings|earns|gets|yields) nothing(?=[.,;]|$| in | under )",
        r"\g<code>-TC is not payable",
    ),
)
