"""Sentences about the record or about the question, in whatever words: what makes them so, and what may not be in them.

The other rooms here know every word of the sentences they let pass. Here a word may be unknown, because the sentence
begins as only a duty of the record or a remark begins, and holds nothing that bills, pays, counts, denies, limits,
permits, likens, points back or tells a time in which something may be done.
"""

# ruff: noqa: E501 - patterns and lists of words: one thought, one line
from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.checking.harmless.bidding import PERMITS, settles
from assistant.checking.harmless.left_to_advice import STANDIN, advises_after_all
from assistant.checking.marking.marks import Mark

# Marks that say something of a code, a count, a modifier or a payment, or turn what is said round.
_SAYS = frozenset(
    """CODE MOD UNITS FREQ UNIT MODIFIER_WORD ANY_MODIFIER NO_MODIFIER PAY BUNDLED SEPARATE NEG WITHOUT EXCEPT REGARDLESS RATHER ENDED ACTIVE REPLACED
    REPLACES START TECHNICAL PROFESSIONAL GLOBAL SPLIT LETTER PCTC MUE MUE_WORD MONEY NONE ADDITION NO_ADDITION PER_DATE ONCE TWICE ADVERB SETS SETCOUNT
    LEFT LEFTOVER ARITH SUM NOT_BOTH OPENS CLOSED PAIR INDICATOR COLUMN APC OPTIONAL INSTEAD DENIED STOP_PAY START_PAY STANDING AT_MOST AT_LEAST MORE BELOW
    ONLY ANYMORE ISO LIFT EXTENT DAYS THRESHOLD CAP MANY LEAST FILED COMPONENT ROW NO_PARTS SUFFICES SYSTEM GLOBAL_DAYS""".split()
)
# Of the record these are plain: "the start times", "the early stop", "good news", "a clear map helps".
_PLAIN_HERE = frozenset(
    {"news", "start", "stop", "end", "ended", "help", "helps", "new", "include", "closing", "approve"}
)
_BILLS = re.compile(
    r"\b(?:bill\w*|claim\w*|charg(?:e|es|ed|ing)|submit\w*|code[sd]?|coding|recod\w*|reimburs\w*|fees?|pric\w*|units?|counts?|totals?|number|quantity|levels?|modifiers?|lines?|edits?|payers?|tiers?"
    r"|(?<!the )(?<!signed )(?<!written )(?<!physicist's )(?<!physician's )reports?|capture\w*|append\w*|unbundl\w*|support\w*|justif\w*|earn\w*|gets?|got|through|complex|simple|intermediate|tiers?|round(?:s|ed|ing)?|enter\w*|select\w*|choos\w*|assign\w*)\b"
)
_TURNS = re.compile(
    r"\b(?:off|out of|away|no|nor|never|without|skip\w*|omit\w*|drop\w*|leave|leaves|left|delet\w*|remov\w*|as|like|instead|rather|enough|suffic\w*|adequate|optional|may|can|could|might|allow\w*|permit\w*|need not|unless|except|only|until|within|after|later|afterwards|any ?time|retrospectiv\w*"
    r"|weeks?|weekly|months?|days?|daily|hours?|years?|every|each|per|twice|again|more|less|than|over|different(?:ly)?|better|extra|additional(?:ly)?|second|third|another|other|half|both parts|close|closing (?!note)|one (?:for|of)|it|them|they|he|she|those|these ones?|so|if|in case|when|whether|same|provided|because|since|therefore|thus|hence|then)\b"
)
# Said of the record these turn nothing: "before the next session", "when they ask", "how it was held".
_ASIDES = re.compile(
    r"\b(?:before the (?:next|following) (?:session|treatment|fraction)(?: starts| begins)?|(?:in case|when|if) (?:they|the auditor|an auditor|somebody|someone|the payer|the plan|an audit|the audit) (?:asks?|comes?)(?: for (?:it|them|records))?|all the same|as well|or so|(?:in |inside |for )?(?:each|every) block(?: of five(?: fractions)?)?"
    r"|of both (?:sessions|treatments)|(?:if|when) (?:you disagree with (?:a|the) denial|you ask for (?:a )?reconsideration|you appeal)|(?:on |for )?(?:each|every|all) (?:images?(?: sets?)?|plans?|calculations?|films?)|extra (?:work|time|effort)|additional (?:work|time|effort)|daily (?:record|records|note|notes|log|logs)"
    r"|(?:second|third|new) (?:plan|check|look)|(?:and |or )?(?:how|why|who|what|where) (?:it|they) (?:is|are|was|were))\b"
)
_LEAD = r"(?:(?:please|also|always|then|and|just|simply|remember to|be sure to|make sure to|you should|i would|i'd|it is wise to|it's wise to|it helps to|do|still),? )*"
_PAPER = r"(?:notes?|chart|charts|records?|summary|summaries|documentation|file|files|log|logs|order|orders|prescription|plan document|plan report|plan printout|printouts?|operative note|template|templates|worksheet|archive|packet|account)"
_PERSON = r"(?:physician|oncologist|doctor|physicist|physics team|dosimetrist|therapists?|team|clinic|clinics|practice)"
_MUST = r"(?:should|must|needs? to|has to|have to|ought to)(?: also| always| clearly| still)?"
_RECORDS = r"(?:document|describe|explain|mention|state|spell out|note down|write down|write|archive|store|keep|photograph|record|sign|date|name|list|attach|enclose|include|put|save|print|track)"
_DUTIES = tuple(
    re.compile(form)
    for form in (
        rf"^{_LEAD}(?:document|describe|explain|mention|spell out|note down|write down|photograph|archive) \w",
        rf"^{_LEAD}{_RECORDS} .*\b(?:in|into|with|from|of|on|to) (?:the |your |its |that |a |each )?(?:\w+ ){{0,2}}{_PAPER}\b",
        rf"^(?:the |your |a |an |each |every |this |signed |written |dated |short )*(?:[\w'-]+ ){{0,2}}(?:notes?|chart|records?|summary|documentation|prescription|plan|request|signature|order) {_MUST} (?:be (?:signed|dated|written|specific|complete|legible|documented|recorded|visible|kept|stored)|{_RECORDS}|show|say|tell|pose|list)\b",
        rf"^(?:the |your |a |every )?(?:treating |medical |attending )?{_PERSON} {_MUST} {_RECORDS}\b.*\b(?:{_PAPER}|check|checks|images?|films?|plan)\b",
        rf"^(?:the |a |an )?[\w' -]{{3,60}} {_MUST} be (?:documented|recorded|described|noted|photographed|archived)(?: .*)?$",
        rf"^{_LEAD}have (?:the |your |a |every |each )?[\w' -]{{3,40}} (?:signed|reviewed|initialed|dated|documented|described|printed)\b",
        rf"^{_LEAD}(?:check|see|look) (?:that |whether )?(?:the |your )?[\w' -]{{0,30}}{_PAPER} (?:is|are|states?|shows?|says?|names?|lists?)\b",
        r"^(?:the |all |your )?[\w' -]{3,40} needs? (?:a |an |the |clear |your )*(?:date|signature|approval|review|documentation|description)\b",
        rf"^[\w' ,-]{{3,60}} belongs? in (?:the |your |that )?(?:\w+ ){{0,2}}{_PAPER}$",
        rf"^{_LEAD}(?:ask|tell|remind|talk to|discuss (?:it |this )?with|coordinate with) (?:the |your )?(?:scheduler|dosimetrist|physicist|physics|therapists?|nurses|doctors?|physicians?|oncologist|team|it team|front desk|staff)\b",
        r"^(?:an? |the )?(?:clear|short|written|dated|signed|good|brief|complete)? ?[\w' -]{3,60} (?:helps?|will help|is essential|are essential|is a good idea|are a good idea|is nice to have|are nice to have)\b",
        rf"^{_LEAD}(?:keep|save|store) [\w' ,-]{{3,60}}(?:logs?|on file|at hand|visible|handy)\b",
    )
)
_REMARKS = tuple(
    re.compile(form)
    for form in (
        r"^(?:sorry|good news|bad news|careful|interesting|tricky|fair point)(?:,? (?:bad news|good news)|,? (?:for|about|to hear|with|one|this)\b[\w\s,']{0,50})?$",
        r"\b(?:headaches?|confus(?:ion|ing|ed)|frustrat\w*|painful|puzzl\w*|chatter|awkward|classic|slip|bad luck|trips? (?:\w+ )?up)\b",
        r"^(?:this|that|the|these|such|[\w-]+) (?:[\w-]+ ){0,4}(?:comes? up|happens?|is asked|are asked|raised) [\w\s]{0,40}$",
        r"^(?:an? )?auditors? (?:ask|asks|look|looks|would look|audited) .*\b(?:this|that|exactly this|often|regularly)\b",
        r"\bneeds? (?:care|a look|a close look|attention)\b",
        r"^i (?:know|understand|hear) (?:this|that|the|your|how) (?:is |was |can be )?(?:frustrat|confus|concern|worry|pain|annoy|hard|tedious|question|pressure)\w*\b",
        r"^(?:let me|let's) (?:explain|see|look|start|clear|spell|walk|check)\b[\w\s',]{0,50}$",
        r"^(?:thanks|thank you)\b[\w\s,']{0,50}$",
    )
)
_SIGNED_BY_STAFF = re.compile(
    r"\b(?:therapist|technician|staff|team|assistant)(?:'?s)? presence\b|\b(?:therapists?|technicians?|staff|team|assistants?)\b.*\b(?:sign|signs|approve|approves|review|reviews|examine)\b|\b(?:signed|approved|reviewed|examined) by (?:the |a |an )?(?!treating|attending|physician|oncologist|doctor|physicist)"
)
_SURE = frozenset({"sure", "certainly", "of course", "absolutely", "sure thing", "gladly", "sure, here you go"})


def signed_by_staff(plain: str) -> bool:
    """Whether somebody but the physician signs or reviews: whose approval counts is a rule, no duty of the record."""
    return bool(_SIGNED_BY_STAFF.search(plain))


def kind_in_any_words(plain: str, marks: Sequence[Mark]) -> str:
    """ "documentation" for a duty of the record (lower case, without its end), "remark" for how the question strikes people.

    Neither says anything of the bill.
    """
    if plain in _SURE:
        return "remark"
    if not _says_nothing(plain, marks):
        return ""
    if not signed_by_staff(plain) and any(form.search(plain) for form in _DUTIES):
        return "documentation"
    return "remark" if any(form.search(plain) for form in _REMARKS) else ""


def _says_nothing(plain: str, marks: Sequence[Mark]) -> bool:
    speaking = [mark.said for mark in marks if _speaks(mark)]
    if not all(speaking):
        return False  # a code or a count, which stands in no aside
    asides = " ".join(match.group() for match in _ASIDES.finditer(plain))
    if not all(words in asides for words in speaking):
        return False
    said = _ASIDES.sub("", plain)
    if _BILLS.search(said) or _TURNS.search(said) or PERMITS.search(said) or STANDIN.search(said):
        return False
    return not settles(said) and not advises_after_all(said, marks) and len(said.split()) <= 24


def _speaks(mark: Mark) -> bool:
    return (
        (mark.kind in _SAYS and mark.said not in _PLAIN_HERE)
        or (mark.kind == "NUM" and mark.value != 1)
        or mark.kind == "ORDINAL"
    )
