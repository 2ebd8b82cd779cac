"""What a question asks: a small closed set of intents, most telling first."""

from __future__ import annotations

import re
from typing import Literal

from assistant.reading.fraction_counts import fraction_counts
from assistant.reading.tokens import Tokens

Intent = Literal[
    "units", "frequency", "modifier", "pair", "validity", "which_code", "coverage", "who_bills", "documentation",
    "supervision", "denial", "definition", "comparison", "what_changed", "price", "out_of_field", "unclear",
]  # fmt: skip

_PRICE = re.compile(
    r"\b(?:how much (?:does|do|is|are|will|would|can|did|money|should)|what (?:does|do|will|would|"
    r"did) .{0,40}\b(?:pay|reimburse)\b(?! separately)|reimbursement (?:rate|amount|for)|payment "
    r"(?:rate|amount)|"
    r"(?:dollar|payment|allowed) amount|rvus?|conversion factor|allowable|fee schedule (?:rate|"
    r"amount|price)|price|costs?\b|what.{0,20}\bpays? for|how much)\b"
)
_DENIAL = re.compile(
    r"\b(?:den(?:y|ied|ies|ial|ials|ying)|reject(?:ed|ion|s)?|appeal(?:ed|s|ing)?|kicked back|"
    r"bounced|recoup\w*|downcod\w*|down-cod\w*|co-?\s?\d{1,3}|carc|rarc|remark code|eob|takeback|"
    r"underpaid|clawback|overturn)\b"
)
_CHANGED = re.compile(
    r"\b(?:what(?:'s| is| has| have| are)? (?:the )?(?:changed?|changes|new|different)\b(?! "
    r"between)|changes? (?:in|for|to|on|effective|from)|new codes?\b|new (?:in|for) 20\d\d|20\d\d "
    r"(?:changes|update|updates)|what happened to|"
    r"updates? (?:in|for)|change(?:d)? (?:in|on|for) (?:20\d\d|january)|did .{0,40} change|has "
    r".{0,40} changed)\b"
)
_COMPARISON = re.compile(
    r"\b(?:differences? between|differ(?:s|ent)? from|what(?:'s| is) the difference|compared? "
    r"(?:to|with)|compare|distinguish|versus|vs\.?)(?!\w)"
)
_DOCUMENTATION = re.compile(
    r"\b(?:document\w*|signatures?|sign(?:ed|s)?|record (?:need|show|must|require)\w*|what "
    r"(?:must|should|needs? to|has to) (?:the |be in the )?(?:note|chart|record|report|order)|in "
    r"the (?:chart|note|record)|"
    r"chart (?:need|require)\w*|notes? (?:need|require|must|say|include)\w*|audit\w*|paperwork|"
    r"(?:written )?(?:order|report) (?:needed|required)|need (?:a|an) (?:order|report|note)|"
    r"proof)\b"
)
_SUPERVISION = re.compile(
    r"\b(?:supervis\w+|incident[- ]to|(?:doc|doctor|md|physician|rad onc|radiation oncologist|"
    r"someone|he|she)\b.{0,30}\b(?:present|on[- ]?site|in the (?:room|building|suite|office)|"
    r"physically|there|available|be in)|"
    r"who (?:must|has to|needs to) be (?:present|there|on site)|in the room|virtual(?:ly)? present)\b"
)
_PAIR = re.compile(
    r"\b(?:together|same (?:day|date|dos|session|claim|visit)|both|bundled? (?:with|into|"
    r"together)|unbundl\w*|ncci|cci|(?:ptp )?edits?|on top of|in addition to|along with|alongside|"
    r"as well as|also bill|with each other|"
    r"concurrently|pair|combination|combined|conflict|mutually exclusive|column [12]|separately from|with)\b"
)
_MODIFIER = re.compile(
    r"\b(?:modifiers?|mods?|append|tc\b|professional component|pc component|split (?:it|bill)|xe|xs|xp|xu)\b"
)
_UNITS = re.compile(
    r"\b(?:how many(?! (?:isocent|physic|people|doctors))|units?|number of|count|\d+ times|"
    r"cu[aá]ntas|wie viele|combien|qty|quantity|no\. of|# of|mues?\b|max(?:imum)? (?:units|"
    r"number)|how often can i bill .{0,40}course|total (?:billed|billable|charges|allowed)|"
    r"(?:another|one more|an extra) (?:unit|77\d{3}|g6\d{3})|how much .{0,20}(?:bill|charge))\b|"
    r"#\s?(?:of|units)"
)
_FREQUENCY = re.compile(
    r"\b(?:how (?:often|frequently)|once (?:a|per|every|each)|(?<!gy )(?<!gray )(?:per|every|each|"
    r"any) (?:session|fraction|fx|treatment|tx|day|visit|week|film|image|five|5|course|field|"
    r"angle|isocenter|beam|time)|how many times|frequency|"
    r"every single (?:day|session|fraction)|(?:bill(?:ed|ing)?|report(?:ed)?|charge(?:d)?|"
    r"use(?:d)?|done|allowed|it|them) (?:it |them |that )?(?:daily|weekly|monthly|twice|once)|"
    r"times (?:a|per) (?:week|day|course)|when (?:is|are|do|should|can|does) .{0,30}\bbill\w*|"
    r"more than once|only once|(?:daily|weekly)\?|twice (?:on|in|a|per|the same|daily)|(?:bill|"
    r"charge|report)\w* .{0,24}\b(?:weekly|daily|every day)\b)"
)
_WHO = re.compile(
    r"\b(?:who (?:can |should |gets to |gets |do(?:es)? |may |actually |must |is supposed to "
    r")?(?:bill|report|code|charge|submit|drop)s?|who's billing|who (?:gets|is) paid|(?:technical|"
    r"professional)(?: only| or )|can (?:an? |the |our )?(?:np|pa|app|nurse practitioner|resident|"
    r"locums?|covering physician)\b|(?:doc|doctor|physician|md|hospital|facility|group)s? "
    r"(?:bills?|reports?|charges?)|bill\w* .{0,16}global\w*|global\w* bill\w*|which (?:side|"
    r"entity|party|one of us)|"
    r"(?:hospital|facility|center) or (?:the )?(?:doc|doctor|physician|group|professional)|(?:doc|"
    r"doctor|physician|group|professional|pro) or (?:the )?(?:hospital|facility|technical)|"
    r"facility bill or|both bill|"
    r"(?:can|does|should|do|may|would|will) (?:the |an? |our |my )?(?:[a-z-]+ )?(?:hospital|"
    r"facility|doc|doctor|physician|rad onc|radiation oncologist|md|group|center|np|pa|therapist|"
    r"physicist|dosimetrist)s?\b.{0,20}\b(?:bill|report|charge|code|get paid|submit|drop))\b"
)
_VALIDITY = re.compile(
    r"\b(?:valid|invalid|deleted|still (?:active|use[ds]?|using|good|around|exist|ok|okay|bill\w*|"
    r"report\w*|a (?:code|thing)|in (?:use|force|effect)|there|alive|work|works|payable)|exists?|"
    r"expired?|discontinued|"
    r"replac(?:e|ed|es|ing|ement|ements)|crosswalks?|cross-walk|retired?|obsolete|end[- ]?dated|"
    r"new (?:code|version) (?:for|of)|old code|sunset\w*|terminated|active code|gone|went away|"
    r"dead code|outdated|took over|successor|instead of|in place of|"
    r"is (?:it|this|that) a (?:real )?code|when (?:did|does|was|were) .{0,30}(?:end|start|begin|"
    r"stop|delet|effective|go away)\w*|no longer|convert|what happened with|equivalent|becomes?|"
    r"became|turns? into|used to (?:bill|use|be))\b"
)
_WHICH = re.compile(
    r"\b(?:(?:which|what|correct|right|proper|best|appropriate) (?:cpt|hcpcs|billing|procedure|"
    r"treatment|delivery|igrt|imrt|management|new|planning|sim|2026|2025|g|code|mgmt)? ?(?:code|"
    r"cpt|codes|hcpcs)|what (?:do|does|should|can|would|did) (?:i|we|you|they|he|she|(?:the|our|"
    r"my) [a-z]+) (?:bill|code|use|report|charge)|"
    r"how (?:do|should|would|can|to) (?:i |we |you |they |one )?(?:bill|code|report|charge)|"
    r"what(?:'s| is| was| are| were) the (?:[a-z0-9-]+ ){0,4}codes?|which one|which level|what "
    r"level|level [123] or|code for|cpt for|codes? (?:to use|to bill|do i)|(?:what|which) (?:to|"
    r"do we|goes) (?:bill|code)|"
    r"which (?:one )?(?:do|should|can|would) (?:i|we)|coding for|what can (?:i|we) bill|how is "
    r".{0,40}(?:billed|coded|reported)|(?:cpt|codes?|levels?)(?=\s?(?:[?.,]|$)))\b"
)
_COVERAGE = re.compile(
    r"\b(?:cover(?:s|ed|age|ing)?|payable|paid (?:separately|for|apart|extra)|pa(?:y|ys|id)\b|"
    r"separate(?:ly)? (?:paid|payable|billable|reimburs\w*|bill\w*|pay\w*)|reimburs\w*|"
    r"medical(?:ly)? necess\w*|lcds?|ncd|prior ?-?auth\w*|preauth\w*|pre-?cert\w*|authori[sz]\w+|"
    r"polic(?:y|ies)|bundled|packaged|billable|(?:can|may|could|do|should) (?:i|we|you|they|it|he|"
    r"she) (?:be )?(?:also |still |ever |separately |just )?(?:bill|report|charge|code|submit|get "
    r"paid)\w*|(?:ok|okay|allowed|fine|legal|appropriate|right|safe|possible|permissible) to "
    r"(?:bill|report|charge|code|use|submit)|billed separately|be (?:billed|reported|charged|paid|"
    r"coded)|allowed|limits?|included in|part of|considered|require auth\w*)\b"
)
_DEFINITION = re.compile(
    r"\b(?:what(?:'s| is| are| was) (?:a |an |the |cpt |code |hcpcs )?(?!.{0,30}\b(?:code for|"
    r"difference|modifier for|limit|rule|policy)\b)|define|definition|meaning|means?\b|explain|"
    r"describe|descri(?:ption|ptor)|stand for|tell me about|info on|used for)"
)
_OUTSIDE_CODE_ONLY = re.compile(
    r"\b(?:cold|flu|knee|mri|mammo\w*|ultrasound of|x-?ray of|colonoscop\w*|dental|cataract|pizza|"
    r"weather|recipe|restaurant|stock|football|movie|joke|poem|song|president|capital of)\b"
)
_FIELD_WORDS = re.compile(
    r"\b(?:radiat\w*|rad ?onc|radiother\w*|oncolog\w*|fraction\w*|fx|imrt|vmat|sbrt|sabr|srs|igrt|"
    r"brachy\w*|linac|isocent\w*|dosimetr\w*|physics|physicist|simulation|ct sim|port (?:film|"
    r"image)\w*|boost|gating|dibh|cbct|cone beam|proton\w*|"
    r"electron\w*|hdr|ldr|modifiers?|cpt|hcpcs|ncci|mue|units?|payer|medicare|medicaid|billing|"
    r"bill|bills|billed|code|codes|coding|claim|claims|treatments?|otv|delivery|xrt|hospital|"
    r"freestanding|payer|uhc|aetna|cigna|humana|bcbs|supervision|denial\w*|denied)\b"
)

MOST_WORDS_OF_A_FOLLOW_UP = 9
_WHAT_ONE_BILLS = re.compile(
    r"\bwhat (?:do|does|should|can|would|did) (?:the |our |my )?\w+ (?:bill|code|report|charge)\b"
)
_DAILY_IMAGES = re.compile(r"\b(?:daily|weekly) (?:port|portal|igrt|cbct|cone beam)[\w ]{0,16}\?")
_REQUIRED = re.compile(r"\b(?:require[sd]?|requirements?|needed)\b")
_ORDER: tuple[tuple[Intent, re.Pattern[str]], ...] = (
    ("denial", _DENIAL),
    ("comparison", _COMPARISON),
    ("supervision", _SUPERVISION),
    ("documentation", _DOCUMENTATION),
    ("units", _UNITS),
    ("frequency", _FREQUENCY),
    ("modifier", _MODIFIER),
    ("validity", _VALIDITY),
    ("what_changed", _CHANGED),
    ("pair", _PAIR),
    ("who_bills", _WHO),
    ("which_code", _WHICH),
    ("coverage", _COVERAGE),
    ("definition", _DEFINITION),
)


def read_intents(tokens: Tokens) -> tuple[Intent, ...]:
    """What is asked, the first being the main matter; ("unclear",) when a fragment asks nothing of itself."""
    if _is_out_of_field(tokens):
        return ("out_of_field",)
    return _in_field(tokens)


def follow_up_intents(tokens: Tokens) -> tuple[Intent, ...]:
    """The same for a turn in a talk about a code: few words suffice, unless they name another world."""
    if len(tokens.text.words) > MOST_WORDS_OF_A_FOLLOW_UP or _OUTSIDE_CODE_ONLY.search(tokens.text.lower):
        return ("out_of_field",)
    return _in_field(tokens)


def _in_field(tokens: Tokens) -> tuple[Intent, ...]:
    lower = tokens.text.lower
    found: list[Intent] = list(dict.fromkeys(name for name, pattern in _ORDER if pattern.search(lower)))
    if _PRICE.search(lower) and not (
        re.search(r"how much .{0,20}\b(?:bill|charge)", lower) or "how many" in lower
    ):
        return ("price", *found)
    named = len({code.code for code in tokens.codes}) + len({service.name for service in tokens.services})
    if "pair" in found and (named < 2 or _only_with(lower)):
        found.remove("pair")
    if "comparison" in found and named < 2 and "differen" not in lower and "compare" not in lower:
        found.remove("comparison")
    if any(one.modifiers for one in tokens.codes) or any(one.code is None for one in tokens.modifiers):
        found = _first(
            found, "modifier", unless=("denial", "comparison", "documentation", "units", "supervision")
        )
    if "what_changed" in found and ("units" not in found):
        found = _first(found, "what_changed", unless=("denial",))
    if "pair" in found and "modifier" not in found[:1]:
        found = _first(
            found,
            "pair",
            unless=("denial", "comparison", "units", "modifier", "documentation", "supervision"),
        )
    if _DAILY_IMAGES.search(lower):
        found = _first(found, "frequency", unless=("denial", "units"))
    if _WHAT_ONE_BILLS.search(lower):
        found = _first(found, "which_code", unless=("denial",))
    if not found and _REQUIRED.search(lower):
        return ("documentation",)
    return tuple(found) or (_bare(tokens),)


def _only_with(lower: str) -> bool:
    """ "with" alone joins two codes only right between them; "28 fx with IGRT, units of 77427" asks no pair."""
    return set(_PAIR.findall(lower)) == {"with"} and not re.search(
        r"\d{4}[\w-]* with (?:cpt )?[\dg]\d{4}|\b(?:ok|okay|go|goes|used|allowed|fine|payable) with\b|"
        r"(?:bill|report|code|charge)\w*\b.{0,30}\bwith\b",
        lower,
    )


def _first(found: list[Intent], intent: Intent, unless: tuple[Intent, ...]) -> list[Intent]:
    rest = [one for one in found if one != intent]
    if any(one in unless for one in rest):
        return [*(one for one in rest if one in unless), intent, *(one for one in rest if one not in unless)]
    return [intent, *rest]


def _bare(tokens: Tokens) -> Intent:
    """A question without a verb: a code and a date ask whether it is valid, a service asks for its code."""
    if len(tokens.codes) > 1 and all(one.link == "or" for one in tokens.codes[1:]):
        return "which_code"
    named = bool(tokens.codes or tokens.services)
    if named and fraction_counts(tokens):
        return "units"
    if tokens.codes and tokens.dates:
        return "validity"
    if tokens.services and not tokens.codes:
        return "which_code"
    if any(one.form in ("times", "parenthesis") for one in tokens.numbers) and tokens.codes:
        return "units"
    if tokens.codes and tokens.techniques:
        return "coverage"
    return "unclear"


def _is_out_of_field(tokens: Tokens) -> bool:
    """No word and no code of the field; or codes of other fields only."""
    lower = tokens.text.lower
    ours = any(one.standing != "other_field" for one in tokens.codes) or bool(tokens.services)
    if ours:
        return False
    if tokens.codes:
        return not re.search(
            r"\b(?:radiat\w*|rad ?onc|imrt|sbrt|fraction\w*|fx|igrt|brachy\w*|proton|treatment "
            r"management|otv)\b",
            lower,
        )
    if _OUTSIDE_CODE_ONLY.search(lower) and not (
        tokens.techniques or re.search(r"\b(?:radiat\w*|fx|fractions?|imrt)\b", lower)
    ):
        return True
    facts = (
        tokens.payers,
        tokens.settings,
        tokens.dates,
        tokens.numbers,
        tokens.techniques,
        tokens.modifiers,
        tokens.motion_management,
        tokens.administrators,
    )
    return len(tokens.text.words) > 2 and not any(facts) and not _FIELD_WORDS.search(lower)
