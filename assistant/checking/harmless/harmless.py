"""Sentences that advise nothing, each of a named kind that is recognised positively.

Not "nothing was found in it" but "it is one of these". What is of no kind here and not fully read is withheld.
"""

# ruff: noqa: E501 - patterns and lists of phrases: one thought, one line
from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.checking.clauses.clause import FACTS
from assistant.checking.harmless.any_words import kind_in_any_words, signed_by_staff
from assistant.checking.harmless.bidding import HEDGES, bids, settles
from assistant.checking.harmless.courtesies import is_courtesy
from assistant.checking.harmless.dates_decide import says_which_date_decides
from assistant.checking.harmless.facts_said_back import restates
from assistant.checking.harmless.left_to_advice import STANDIN, advises_after_all
from assistant.checking.harmless.level_criteria import states_a_criterion
from assistant.checking.harmless.looking_up import is_looking_up
from assistant.checking.harmless.record_duties import is_record_duty
from assistant.checking.harmless.record_tasks import is_record_task
from assistant.checking.harmless.small_duties import is_small_duty
from assistant.checking.harmless.sums import is_right_sum
from assistant.checking.harmless.terms import explains_a_term
from assistant.checking.marking.marks import Mark
from assistant.checking.marking.shapes import kind_of

GREETING = re.compile(
    r"^(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|morning|afternoon|evening|howdy|hiya|greetings)\b[\w\s.,'!-]{0,40}|thanks?(?: you)?(?: so much| a lot| again| for (?:the|your) [\w\s]{2,40}| for (?:asking|reaching out|checking)[\w\s]{0,30})?[.!,]*|"
    r"(?:best|kind|warm)(?: regards| wishes)?[,.!]*|regards[,.!]*|cheers[,.!]*|sincerely[,.!]*|take care[.!]*|great question[.!]*|good question[.!]*|happy to help[.!]*|"
    r"(?:i )?hope (?:this|that) helps[.!]*|(?:please )?let me know if (?:you have |there are )?(?:any |other |more |further )*(?:questions?|anything else|that helps|you need (?:anything|more)(?: else| help| detail| details| information)?)(?: (?:at all|on this|about this|about that|about it|or concerns|from me|with this|on that|here|today|else|along the way|come up|for me|i can help with|i can do))*[.!]*|"
    r"(?:as (?:always|ever)|talk soon|see you (?:soon|monday|tomorrow))[,.!]*|you'?re welcome[.!]*|(?:feel free to|please) (?:reach out|ask)[\w\s]{0,30}[.!]*|no worries[.!]*|my pleasure[.!]*)$"
)
SIGNED = re.compile(
    r"^(?:thanks|thank you|best|kind regards|best regards|warm regards|regards|cheers|sincerely|yours|respectfully|all the best|take care|many thanks)[\s,.!-]*\n\s*[a-z.'-]+(?: [a-z.'-]+){0,3}(?:,? [a-z.-]{2,6}){0,3}$"
)
LEAD = re.compile(
    r"^(?:here(?:'s| is| are)|below (?:is|are)|in (?:short|summary|brief)|to (?:summarize|sum up)|summary|short answer|bottom line|quick (?:answer|summary|note)|answer|details?|notes?|why|rationale|reasoning|explanation|background|caveats?|example|examples|calculation|the math|math|key points?|recap|tl;?dr|fyi|heads up|for your (?:case|example|course|patient)|in your case|the (?:answer|rule|rules|breakdown|details))\b[\w\s'()-]{0,60}[:.]?$"
)
REFERRAL = re.compile(
    r"\b(?:check with|verify with|confirm with|contact|consult|ask|refer to|see|look at|review|check|verify|confirm)\b.{0,60}\b(?:payers?|payors?|mac|macs|contractors?|(?<!to )plans?|contracts?|policy|policies|guidelines?|manual|lcd|insurer|compliance|fee schedule|provider representative|medical policy)\b"
)
DOCUMENTS = re.compile(
    r"\b(?:document(?:s|ed|ation)?|sign(?:s|ed|ature)?|chart|record|records|note|notes|order|orders|review(?:s|ed)?|written|report|approv(?:e|es|ed)|see|visit|exam|examin(?:e|es|ed|ation)|evaluat(?:e|es|ed|ion)|initial(?:s|ed)?|dated)\b"
)
DUTY = re.compile(
    r"\b(?:must|should|needs? to|has to|have to|requires?|required|is needed|make sure|be sure|ensure|keep|remember to|shows?|support|supports)\b"
)
QUOTED_QUESTION = re.compile(r"^(?:you asked|your question|the question|re:|subject:|question:|q:)")

ASSUMED = re.compile(
    r"^(?:(?:this|my|the|our) (?:answer |response |count |total |advice |guidance )?|i'm |i am |we're |we are |i |we |i've |i have )?(?:assum(?:es|ing|ed|e)|based on|on the assumption|presuming)\b"
)
SCOPE = re.compile(
    r"\b(?:medicare|cms|it|that|this|ncci)(?:'s)?(?: rules?| status| edits| policy)? (?:does not|doesn't|do not|don't) bind\b(?! (?:you|us|me|them|medicare|cms)\b)"
)

CLOSING = re.compile(
    r"^(?:i hope|hope|happy to|glad to|let me know|feel free|please (?:let|reach|send|share)|if you (?:have|need|send|want|would like|'d like)|just (?:let|ask)|reach out|thanks|thank you|i(?:'d| would) be happy|looking forward)\b"
)
DISCLAIMER = re.compile(
    r"\b(?:not (?:legal|billing|coding|financial|medical) advice|general guidance|for (?:your )?(?:reference|information)(?: only)?|(?:may|can|might|could) (?:differ|vary|be different)|own (?:rules?|polic(?:y|ies)|requirements?|guidelines?))\b"
)

MASKED = frozenset("CODE SERVICE PAYER SETTING SITE TECHNIQUE FRACTIONS".split())
ASKING_ABOUT = re.compile(
    r"^(?:so )?(?:(?:you're|you are|your question is|the question is|this is) (?:asking )?about|your question (?:concerns|covers)|you (?:asked|are asking) about) (?:(?:SERVICE|CODE|TECHNIQUE|SETTING|PAYER|SITE|FRACTIONS|physician|management|planning|delivery|imaging|course|treatment|patient|the|a|an|and|of|for|in|over|with|at|during|on|billing|counting|coding)[ ,]*)+$"
)
AT_A_GLANCE = re.compile(
    r"^(?:CODE|SERVICE|TECHNIQUE)(?: and CODE)? (?:at a glance|in brief|in short|in a nutshell|in a few words|explained|basics)$"
)

_PLAIN = frozenset(
    "WORD ARTICLE THING SITE FACT NAME LINK AND BECAUSE BUT IF ROLE COMMA STOP COLON SEMI DASH OPEN CLOSE QUOTE AMP SLASH PRONOUN COMPONENT TOTAL".split()
)
_QUESTIONS = (
    _PLAIN
    | FACTS
    | {"ASK", "ASKED", "CODE", "SERVICE", "OK", "DO", "NEED", "SCHEDULE", "ONLY", "LEFTOVER", "EVERY", "TOGETHER"}
)
_RESTATED = _PLAIN | FACTS | {"CODE", "SERVICE", "TECHNICAL_", "ASK", "SAYS"}
_DOCUMENTS = (
    _PLAIN
    | FACTS
    | {
        "DO",
        "NEED",
        "OK",
        "PROFESSIONAL",
        "FREQ",
        "EVERY",
        "SERVICE",
        "ONCE",
        "AT_LEAST",
        "NUM",
        "PAST",
        "APPEND",
        "BUNDLED",
        "TOGETHER",
        "CODE",
        "COUNTED",
        "UNITS",
        "SEE",
        "ANY",
    }
)
_REFERRED = (
    _PLAIN
    | FACTS
    | {
        "DO",
        "NEED",
        "OK",
        "PAY",
        "SAYS",
        "CODE",
        "SERVICE",
        "DOUBT",
        "MODIFIER_WORD",
        "TURN",
        "IF",
        "PAST",
        "SPAN",
        "APPEND",
        "ASK",
        "TOGETHER",
        "EVERY",
        "SEPARATE",
    }
)

_WEIGHTY = frozenset(
    """CODE NUM UNITS FREQ MOD PAY BUNDLED SEPARATE NEG ENDED ACTIVE REPLACED REPLACES TOGETHER NONE ADDITION ONCE TWICE EVERY PER_DATE
    NO_MODIFIER ANY_MODIFIER APPEND TECHNICAL PROFESSIONAL GLOBAL MONEY LETTER UNKNOWN LEFT SETCOUNT""".split()
)
_SCOPE = _RESTATED | {"STANDING", "DO", "ACTIVE", "SEMI", "UNIT", "PAY", "NEG"}
_DOUBTS = (
    _PLAIN
    | FACTS
    | {"DOUBT", "CODE", "SERVICE", "UNIT", "MODIFIER_WORD", "OK", "DO", "PAY", "NEED", "TECHNICAL", "SEPARATE"}
)
HEADWORDS = frozenset(
    """a an the of to for on in and or your this that it what why how when where is are needs need matter matters
    documentation requirements requirement record records chart file notes note tips tip key point points takeaway takeaways summary recap couple few things thing keep mind know remember
    reminder reminders reference references source sources next steps step background example examples calculation breakdown answer short quick brief bottom line
    details explanation reasoning rationale logic checklist audit coding billing considerations consideration works work document important useful helpful other here's here
    question math counting count numbers course case practice some general overview context basics worth noting""".split()
)
COUNTED_HEAD = re.compile(
    r"\b(?:one|two|three|four|a couple of|some) (?:more |other |quick |last )?(?:things?|points?|notes?|reminders?|steps?)\b"
)


def _is_head(plain: str, lower: str, shape: str, opens_list: bool) -> bool:
    """ "What the record needs:", "A few things to note:": words that promise nothing of what follows."""
    if not (shape == "heading" or opens_list or lower.rstrip(" *_\n").endswith(":")):
        return False
    words = COUNTED_HEAD.sub("things", plain).split()
    return 0 < len(words) <= 9 and all(word in HEADWORDS for word in words)


def plainly_harmless(lower: str, marks: Sequence[Mark], shape: str = "", *, opens_list: bool = False) -> str:
    """The kind of a sentence whose every word is of a closed form that cannot advise, whatever its marks would say."""
    plain = _end(lower)
    masked = _masked(lower, marks)
    if is_courtesy(masked):
        return "greeting"
    names_a_code = any(mark.kind == "CODE" for mark in marks)  # no duty of the record does
    if not names_a_code and (is_record_duty(plain) or is_record_task(plain)):
        return "documentation"
    if not names_a_code and is_small_duty(plain):
        return "duty"
    if is_looking_up(plain, masked):
        return "referral"
    if kind := kind_in_any_words(plain, marks):
        return kind
    if is_right_sum(plain):
        return "remark"
    if _is_head(plain, lower, shape, opens_list):
        return "heading"
    if explains_a_term(plain) or states_a_criterion(plain) or (not names_a_code and says_which_date_decides(plain)):
        return "definition"
    if ASKING_ABOUT.match(masked) or AT_A_GLANCE.match(masked):
        return "question told" if ASKING_ABOUT.match(masked) else "heading"
    return ""


def _end(lower: str) -> str:
    return " ".join(lower.strip(" *_#>-•\n").rstrip(" .!:;*_").split())


def _masked(lower: str, marks: Sequence[Mark]) -> str:
    """The sentence with names of the field in the place of codes, services, payers and facts."""
    said, at = [], 0
    for mark in marks:
        name = "TECHNIQUE" if mark.kind == "FACT" and mark.value[0] == "technique" else mark.kind
        if name in MASKED:
            said += [lower[at : mark.start], name]
            at = mark.end
    return _end("".join([*said, lower[at:]]))


def harmless_kind(lower: str, marks: Sequence[Mark], shape: str, opens_list: bool) -> str:
    """The kind of a sentence that advises nothing, or "" when it is of none."""
    kinds = {kind_of(mark) for mark in marks}
    plain = lower.strip(" *_#>-•\n")
    if kinds <= MARKUP:
        return "nothing"
    loose = bids(plain, marks)
    if GREETING.match(plain) and not loose:
        return "greeting"
    if SIGNED.match(plain) and kinds <= {"WORD", "UNKNOWN", "COMMA", "STOP", "DASH", "SITE"}:
        return "signature"
    if LEAD.match(plain) and kinds <= _RESTATED and ("CODE" not in kinds or opens_list or plain.endswith(":")):
        return "heading"
    if shape == "heading" or opens_list:
        return (
            "heading"
            if kinds <= _RESTATED | {"DO", "MODIFIER_WORD", "ASKED", "UNIT", "TECHNICAL", "PROFESSIONAL"}
            else ""
        )
    if "ASKED" in kinds:
        return "question" if kinds <= _QUESTIONS and _asks_facts(plain) else ""
    if DOCUMENTS.search(plain) and DUTY.search(plain) and kinds <= _DOCUMENTS and not _counts_units(marks):
        return "" if loose or STANDIN.search(plain) or signed_by_staff(plain) else "documentation"
    if CLOSING.match(plain) and not kinds & (_WEIGHTY | {"UNIT"}):
        return "" if loose else "closing"
    if DISCLAIMER.search(plain) and not kinds & (_WEIGHTY - {"NEG"}):
        return "" if loose else "disclaimer"
    if ASSUMED.match(plain) and kinds <= _RESTATED:
        return "assumption"
    if SCOPE.search(plain) and kinds <= _SCOPE:
        return "scope"
    if "DOUBT" in kinds and kinds <= _DOUBTS and "LEFTOVER" not in kinds:
        hedged = settles(plain) or any(mark.kind == "DOUBT" and mark.said in HEDGES for mark in marks)
        return "" if hedged else "uncertainty"
    if REFERRAL.search(plain) and kinds <= _REFERRED:
        return "" if loose else "referral"
    if (kinds <= _RESTATED and "FRACTIONS" in kinds | {"DATE", "PAYER", "SETTING"} & kinds) or (
        QUOTED_QUESTION.match(plain) and kinds <= _RESTATED
    ):
        return "facts restated" if restates(plain, kinds) else ""
    if kinds <= _PLAIN | {"DATE", "PAYER", "SETTING", "BILLER", "ASK", "MODIFIER_WORD"} and _explains(plain, marks):
        return "explanation"
    return ""


def _asks_facts(plain: str) -> bool:
    return bool(
        re.search(
            r"\b(?:date|when|payer|insur|medicare|setting|where|how many (?:fractions|fx|treatments)|fractions|schedule|isocenter|motion|technique|course|help|anything else|questions?)",
            plain,
        )
    )


MARKUP = frozenset({"STOP", "COMMA", "DASH", "COLON", "ROLE", "OPEN", "CLOSE", "STAR", "PIPE", "QUOTE"})
OF_A_BLOCK = frozenset({"5 fractions", "week", "period", "units", "unit", "date"})


def _counts_units(marks: Sequence[Mark]) -> bool:
    """A documentation duty may say "each unit", never how many units."""
    if any(mark.kind == "FREQ" and mark.value[1] not in OF_A_BLOCK for mark in marks):
        return True
    return any(mark.kind in ("UNITS", "NUM", "COUNTED") and mark.value not in (1, None) for mark in marks) or any(
        mark.kind in ("DO", "APPEND")
        and mark.said in ("bill", "billed", "billing", "charge", "submit", "claim", "append", "code", "billable")
        for mark in marks
    )


# "The count matches the record": of what the asker did, a verdict.
DEED = re.compile(
    r"\b(?:counts?|counted|claims?|billers?|coders?|team|staff|office|department|payers?|numbers?|math|figures?|quantity|charges?|denials?)\b"
)
JUDGED_WELL = re.compile(
    r"\b(?:match(?:es|ed)?|agree[sd]?|fits?|follow(?:s|ed)?|knows?|knew|reflect(?:s|ed)?|correct(?:ly)?|right(?:ly)?|fine|proper(?:ly)?|well|exact(?:ly)?|accurate(?:ly)?|good|holds?|solid|clean|in line|in order|on track|mistake[ns]?|error|wrong(?:ly)?)\b"
)


def _explains(plain: str, marks: Sequence[Mark]) -> bool:
    """A statement about the field that names no code and answers nothing: long enough, and no pronoun begins it."""
    words = [mark for mark in marks if mark.kind not in ("PUNCT", "ROLE")]
    if DEED.search(plain) and JUDGED_WELL.search(plain):
        return False
    if len(words) < 5 or words[0].kind == "PRONOUN" or len({one.value for one in marks if one.kind == "PAYER"}) > 1:
        return False  # "Aetna relies on Carelon's guidelines"
    if advises_after_all(plain, marks):
        return False
    return not settles(plain) and not re.match(
        r"(?:ask|tell|have|get) .*\bto (?:plan|treat|deliver|add|split|give)\b|(?:you|go|feel|so|sure|sounds|looks|works|that|same|they|he|she|please)\b",
        plain,
    )
