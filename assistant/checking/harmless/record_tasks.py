"""Short duties of the record: what to write down, photograph, sign or keep, and what has to be there before treatment goes on.

As in `record_duties` every word is of a closed vocabulary that cannot bill, pay, count, deny or name a code.
"""

# ruff: noqa: E501 - patterns and lists of words: one thought, one line
from __future__ import annotations

import re

from assistant.checking.harmless.record_duties import _WORDS as RECORD_WORDS

_LEAD = r"(?:(?:please|also|always|then|and|just|simply|remember to|be sure to|make sure to|you should|you must|you have to),? )*"
_PERSON = r"(?:the |a |your )?(?:treating |attending )?(?:physician|oncologist|doctor|physicist|physics|dosimetrist|therapist)"
_PHYSICIAN = r"(?:the |a |your )?(?:treating |attending )?(?:physician|oncologist|doctor)"
_MUST = r"(?:should|must|needs? to|has to|have to|ought to)(?: also| always| clearly)?"
_ASIDE = re.compile(
    r"\b(?:before the (?:next|first|following) (?:session|treatment|fraction)(?: (?:begins|starts|is given))?|before treatment (?:begins|starts|goes on)|each block of five$"
    r"|(?:in|for|on|with) (?:each|every|the) block(?: of five(?: fractions)?)?(?! \w+ of)|in (?:one or two|a few|two|one) sentences?|in a sentence(?: or two)?|all the same|just the same|in any case|in case of a review)\b"
)
_SIGN_OFF = re.compile(r"\bsign(?P<s>s|ed)? off on\b")
_WRITE_DOWN = re.compile(r"\bwrite down\b")
_MORE = frozenset(
    """resumed between break them coordinates lesion lesions metastasis metastases presence present unusual cut-out cutout system energy energies tolerance surface guidance electron photon
    stopped interrupted paused timed finished completed complete done ready set sets couch margins breath breath-hold dibh technology technologies technique name
    vendor make model equipment applicator cone prescription depth bolus skin marks fusion registration landmarks consent missed day machine linac gating gap reason overlap
    same daily physician's patient's physicist's signature initials where there AND_""".split()
)
_PHYSICAL = r"(?:energy|energies|tolerance|threshold|margins|coordinates|depth|system|technique|modality|dose|prescription|field|fields|applicator|cone|bolus|couch|cut-out|cutout|shifts?|position|start and stop times|presence|consent)"
_FORMS = tuple(
    re.compile(rf"^{form}$")
    for form in (
        rf"{_LEAD}(?:document|describe|explain|photograph) (?!as\b)[\w'-].*",
        rf"{_LEAD}(?:record|note|name|state|list) (?:the |your |which |what )?(?:electron |photon |beam |gating |planned |prescribed |delivered |surface |guidance )*{_PHYSICAL}(?:,? (?:and )?(?:the )?(?:electron |photon |beam |gating |surface )*{_PHYSICAL})*",
        rf"{_LEAD}sign (?:the |your |all )?(?:images?|films?|shifts|plans?|notes?|orders?|checks?)(?: AND_| and .*)?",
        rf"{_LEAD}keep (?:the |all |your )?(?:images?|films?|notes?|plans?|photos?|printouts?|orders?) (?:in|with) (?:the |your )?(?:chart|record|records|file|files|account)(?: AND_)?",
        r"(?:make sure|ensure|see to it)(?: that)? (?:the |every |each )?(?:notes?|records?|orders?|reports?) (?:for|of) (?:the )?(?:\w+ )?(?:treatments?|sessions?|course|plan|break|images?) (?:is|are) (?:signed|dated|complete|in the chart|there)(?: and (?:signed|dated))?",
        rf"have {_PERSON} (?:sign|review|initial|date|check) (?:AND_|the [\w' -]+)",
        rf"{_PHYSICIAN} {_MUST} (?:examine|see|evaluate) the patient AND_",
        rf"(?:the |your |each |every )?(?:physicist's |physician's |dated |signed |weekly |physics )*(?:chart check|note|signature|approval|record|order|review) {_MUST} be (?:there|present|finished|complete|completed|done|ready|in the (?:chart|record))(?: AND_)*",
        rf"(?:the )?(?:approval|review|signature|note|order)(?: of the (?:shifts?|images?|match|plan|films?))? {_MUST} be (?:signed|dated|timed|complete)(?:(?:,| and|, and) (?:signed|dated|timed))*",
        r"(?:the |each |every )?(?:images?|image sets?|films?|shifts?) needs? (?:the )?(?:physician's |oncologist's )?(?:approval|review|signature)(?: AND_)?",
        rf"(?:the |each |every )?(?:lesions?|metastas[ie]s|targets?|volumes?|break|gap|bolus|cut-out|cutout|physician's presence|presence of the physician|technique|system|tolerance|threshold)(?: and (?:the )?\w+)? {_MUST} be (?:described|documented|noted|explained|named|photographed|dated)(?: in (?:the |your )?(?:plan|chart|record|records|note|notes|file))?",
    )
)
# Whose examination counts, how often a thing is done and what is billed are rules, no commonplaces.
_RULES = re.compile(
    r"\b(?:units?|bill\w*|claims?|codes?|reports?|reported|charges?|lines?|weekly|daily images?|(?:each|every|per|all) (?:day|session|fraction|treatment|week|visit|course|patient)s?)\b"
)


def is_record_task(plain: str) -> bool:
    """Whether the sentence (lower case, without its end) only says what the record must hold."""
    said = _WRITE_DOWN.sub("record", _SIGN_OFF.sub(r"sign\g<s>", plain))
    said = re.sub(r" +", " ", _ASIDE.sub("AND_", said)).replace("sign AND_", "sign AND_").strip()
    words = re.findall(r"[^\s,:]+", said)
    if not 2 <= len(words) <= 22 or any(word not in RECORD_WORDS and word not in _MORE for word in words):
        return False
    return not _RULES.search(said) and any(form.match(said) for form in _FORMS)
