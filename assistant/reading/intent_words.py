"""The words that tell what a question asks, as patterns on normalised lower-case text."""

from __future__ import annotations

import re
from typing import Literal

Intent = Literal[
    "units", "frequency", "modifier", "pair", "validity", "which_code", "coverage", "who_bills", "documentation",
    "supervision", "denial", "definition", "comparison", "what_changed", "price", "out_of_field", "unclear",
]  # fmt: skip
DENIAL = re.compile(
    r"\b(?:den(?:y|ied|ies|ial|ials|ying)|reject(?:ed|ion|s)?|appeal(?:ed|s|ing)?|kicked back|"
    r"bounced|recoup\w*|downcod\w*|down-cod\w*|co-?\s?\d{1,3}|carc|rarc|remark code|eob|takeback|"
    r"underpaid|clawback|overturn)\b"
)
CHANGED = re.compile(
    r"\b(?:what(?:'s| is| has| have| are)? (?:the )?(?:changed?|changes|new|different)\b(?! "
    r"between)|changes? (?:in|for|to|on|effective|from)|new codes?\b|new (?:in|for) 20\d\d|20\d\d "
    r"(?:changes|update|updates)|what happened to|"
    r"(?:what|which)(?: \w+)?(?: codes?)? (?:was|were|got|are|is) (?:deleted|ended|retired|discontinued|removed)(?! code)|"
    r"updates? (?:in|for)|change(?:d)? (?:in|on|for) (?:20\d\d|january)|did .{0,40} change|has "
    r".{0,40} changed)\b"
)
COMPARISON = re.compile(
    r"\b(?:diff(?:erences?)? between|diff(?:erences?)?(?= (?:of |in )?(?:77\d{3}|g\d{4})\b)|(?<=\d{4} )differences?|v\.?(?= (?:77\d{3}|g\d{4})\b)|the diff\b|differ(?:s|ent)? from|what(?:'s| is) the difference|compared? "
    r"(?:to|with)|compare|distinguish|versus|vs\.?)(?!\w)"
)
DOCUMENTATION = re.compile(
    r"\b(?:document\w*|signatures?|sign(?:ed|s)?|record (?:need|show|must|require)\w*|what "
    r"(?:must|should|needs? to|has to) (?:the |be in the )?(?:note|chart|record|report|order)|in "
    r"the (?:chart|note|record)|"
    r"chart (?:need|require)\w*|notes? (?:need|require|must|say|include)\w*|audit\w*|paperwork|"
    r"(?:written )?(?:order|report) (?:needed|required)|need (?:a|an) (?:order|report|note)|"
    r"records?(?=\s?\?)|proof|what (?:to|(?:do|should|can) (?:i|we)) send|in (?:the |my |our )?(?:charts?|records?)|(?:daily|weekly|separate|physics|planning|progress|visit) (?:physician |physicians |doctors? |md )?notes?|"
    r"(?:is|are|was) .{0,40}enough for|"
    r"(?:didn'?t|did not|never|hasn'?t|wasn'?t|weren'?t) (?:look(?:ed)? at|review(?:ed)?|approve[d]?|check(?:ed)?|open(?:ed)?)"
    r"(?= (?:\w+ ){0,4}(?:cbcts?|imag\w+|shifts?|scans?|films?|kv|igrt))|"
    r"reviewed .{0,30}(?:before|after|prior|late\w*|next)|(?:approv|review)\w* (?:the )?images)\b"
)
SUPERVISION = re.compile(
    r"\b(?:supervis\w+|incident[- ]to|(?:doc|doctor|md|physician|rad onc|radiation oncologist|"
    r"someone|he|she)\b.{0,30}\b(?:present|on[- ]?site|in the (?:room|building|suite|office)|"
    r"physically|there|available|be in)|"
    r"who (?:must|has to|needs to) be (?:present|there|on site)|in the room|virtual(?:ly)? present)\b"
)
PAIR = re.compile(
    r"\b(?:together|same (?:day|date|dos|session|claim|visit)|both|bundled? (?:with|into|"
    r"together)|unbundl\w*|ncci|cci|(?<!unlikely )(?:ptp )?edits?|on top of|in addition to|along with|alongside|"
    r"as well as|also bill|with each other|"
    r"concurrently|(?<!kv )pair|combination|combined|conflict|mutually exclusive|column [12]|(?<!status )(?<!tc )indicator (?:for|between)|separately from|with|w(?= (?:cpt )?[\dg]\d{4}))\b"
)
MODIFIER = re.compile(
    r"\b(?:modifiers?|mods?|append|tc\b|professional component|pc component|split (?:it|bill)|split(?=\s?(?:\?|$)| (?:in|at) (?:pos|the|an?|our|hospital|office|freestanding))|(?:without|with or without) (?:a )?26|xe|xs|xp|xu)\b"
)
UNITS = re.compile(
    r"\b(?:how many(?! (?:isocent|physic|people|doctors))|units?|number of|count|\d+ times|"
    r"cu[aá]ntas|wie viele|combien|qty|quantity|no\. of|# of|mues?\b|medically unlikely edits?|max(?:imum)?|"
    r"how often can i bill .{0,40}course|total (?:billed|billable|charges|allowed)|"
    r"(?:another|one more|an extra) (?:unit|77\d{3}|g6\d{3})|how much .{0,20}(?:bill|charge))\b|"
    r"#\s?(?:of|units)"
)
FREQUENCY = re.compile(
    r"\b(?:how (?:often|frequently)|once (?:a|per|every|each)|(?<!gy )(?<!gray )(?:per|every|each|"
    r"any) (?:session|fraction|fx|treatment|tx|day|visit|week|film|image|five|5|course|field|"
    r"(?:gantry )?angle|isocenter|beam|time)|how many times|frequency|"
    r"every single (?:day|session|fraction)|(?:bill(?:ed|ing)?|report(?:ed)?|charge(?:d)?|"
    r"use(?:d)?|done|allowed|it|them) (?:it |them |that )?(?:daily|weekly|monthly|twice|once)|"
    r"times (?:a|per) (?:week|day|course)|when (?:is|are|do|should|can|does) .{0,30}\bbill\w*|"
    r"more than once|only once|(?:daily|weekly)\?|twice (?:on|in|a|per|the same|daily)|(?:bill|"
    r"charge|report)\w* .{0,24}\b(?:weekly|daily|every day)\b)"
)
WHO = re.compile(
    r"\b(?:who (?:can |should |gets to |gets |do(?:es)? |may |actually |must |is supposed to "
    r")?(?:bill|report|code|charge|submit|drop)s?|who's billing|who (?:gets|is) paid|(?:technical|"
    r"professional)(?: only| or )|can (?:an? |the |our )?(?:np|pa|app|nurse practitioner|resident|"
    r"locums?|covering physician)\b|(?:under|by|to) (?:the |an? |our )?(?:np|pa|app|nurse practitioner|resident|locums?|mid-?level)\b|(?:doc|doctor|physician|md|hospital|facility|group)s? "
    r"(?:bills?|reports?|charges?)|bill\w* .{0,16}global\w*|global\w* bill\w*|which (?:side|"
    r"entity|party|one of us)|"
    r"(?:hospital|facility|center) or (?:the )?(?:doc|doctor|physician|group|professional)|(?:doc|"
    r"doctor|physician|group|professional|pro) or (?:the )?(?:hospital|facility|technical)|"
    r"facility bill or|both bill|"
    r"(?:physicist|dosimetrist|therapist|nurse|np|pa|resident|snf|nursing facility|asc)s? (?:wants?|would like|is trying|tries|asks?) to (?:bill|report|charge)|"
    r"under (?:his|her|their|my|our) own (?:name|npi)|"
    r"(?:can|does|should|do|may|would|will) (?:the |an? |our |my )?(?:[a-z-]+ )?(?:hospital|snf|nursing facility|asc|"
    r"facility|doc|doctor|physician|rad onc|radiation oncologist|md|group|center|np|pa|therapist|"
    r"physicist|dosimetrist|derm|dermatologist)s?\b.{0,20}\b(?:bill|report|charge|code|get paid|submit|drop))\b"
)
VALIDITY = re.compile(
    r"\b(?:valid|invalid|deleted|still (?:active|use[ds]?|using|good|around|exist|ok|okay|bill\w*|"
    r"report\w*|a (?:code|thing)|in (?:use|force|effect)|there|alive|work|works|payable)|exists?|"
    r"expired?|discontinued|"
    r"replac(?:e|ed|es|ing|ement|ements)|crosswalks?|cross-walk|retired?|obsolete|end[- ]?dated|"
    r"new (?:code|version) (?:for|of)|old code|sunset\w*|terminated|active code|gone|went away|"
    r"dead(?: code)?|outdated|took over|successor|instead of|in place of|"
    r"is (?:it|this|that) a (?:real )?code|when (?:did|does|was|were) .{0,30}(?:end|start|begin|"
    r"stop|delet|effective|go away)\w*|no longer|convert|what happened with|equivalent|becomes?|"
    r"became|turns? into|used to (?:bill|use|be))\b"
)
WHICH = re.compile(
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
COVERAGE = re.compile(
    r"\b(?:cover(?:s|ed|age|ing)?|payable|paid (?:separately|for|apart|extra)|pa(?:y|ys|id)\b|"
    r"separate(?:ly)? (?:paid|payable|billable|reimburs\w*|bill\w*|pay\w*)|reimburs\w*|"
    r"medical(?:ly)? necess\w*|lcds?|ncd|prior ?-?auth\w*|preauth\w*|pre-?cert\w*|authori[sz]\w+|"
    r"polic(?:y|ies)|bundled|packaged|billable|(?:can|may|could|do|should) (?:i|we|you|they|it|he|"
    r"she) (?:be )?(?:also |still |ever |separately |just )?(?:bill|report|charge|code|submit|get "
    r"paid)\w*|(?:ok|okay|allowed|fine|legal|appropriate|right|safe|possible|permissible) to "
    r"(?:bill|report|charge|code|use|submit)|billed separately|be (?:billed|reported|charged|paid|"
    r"coded)|allowed|limits?|included in|part of|considered|require auth\w*)\b"
)
DEFINITION = re.compile(
    r"\b(?:what(?:'s| is| are| was) (?:a |an |the |cpt |code |hcpcs )?(?!.{0,30}\b(?:code for|"
    r"difference|modifier for|limit|rule|policy)\b)|define|definition|meaning|means?\b|explain|"
    r"describe|descri(?:ption|ptor)|stand for|tell me about|info on|used for)"
)
OUTSIDE_CODE_ONLY = re.compile(
    r"\b(?:cold|flu|knee|mri|mammo\w*|ultrasound of|x-?ray of|colonoscop\w*|dental|cataract|pizza|"
    r"weather|chemo drug|cisplatin|carboplatin|pembrolizumab|infusion|injection|recipe|restaurant|stock|football|movie|joke|poem|song|president|capital of)\b"
)
# What a physician or physicist decides for the patient, and no claim tells.
CLINICAL = re.compile(
    r"\b(?:dose constraints?|constraints? (?:ok|met|for|to)|tolerance dose|dose tolerance|cord (?:dose|tolerance)|"
    r"(?:re-?)?stag(?:e|ing) (?:a|an|the|this|my|for|of)|what stage|prognos\w*|survival|side effects?|toxicit\w*|"
    r"recommended dose|dose (?:should|would) (?:i|we|you)|how (?:do|should|would) (?:i|we|you) (?:contour|treat)|"
    r"(?:ctv|ptv|gtv|planning target volume) margins?|re-?irradiat\w+ safe)\b"
)
BILLED = re.compile(
    r"\b(?:bill\w*|cod(?:e|es|ed|ing)|cpt|hcpcs|charg\w*|claims?|units?|modifiers?|paid|pays?|cover\w*|auth\w*|document\w*)\b"
)
FIELD_WORDS = re.compile(
    r"\b(?:radiat\w*|rad ?onc|radiother\w*|oncolog\w*|fraction\w*|fx|imrt|vmat|sbrt|sabr|srs|igrt|"
    r"brachy\w*|linac|isocent\w*|dosimetr\w*|physics|physicist|simulation|ct sim|port (?:film|"
    r"image)\w*|boost|gating|dibh|cbct|cone beam|proton\w*|"
    r"electron\w*|hdr|ldr|modifiers?|cpt|hcpcs|ncci|mues?|mai|ptp|opps|mpfs|pc/tc|status indicator|units?|payer|medicare|medicaid|billing|"
    r"bill|bills|billed|code|codes|coding|claim|claims|treatments?|otv|delivery|xrt|hospital|"
    r"freestanding|payer|uhc|aetna|cigna|humana|bcbs|supervision|denial\w*|denied)\b"
)
WHAT_ONE_BILLS = re.compile(
    r"\bwhat (?:do|does|should|can|would|did) (?:the |our |my )?\w+ (?:bill|code|report|charge)\b"
)
DAILY_IMAGES = re.compile(r"\b(?:daily|weekly) (?:port|portal|igrt|cbct|cone beam)[\w ]{0,16}\?")
REQUIRED = re.compile(r"\b(?:require[sd]?|requirements?|needed)\b")
ORDER: tuple[tuple[Intent, re.Pattern[str]], ...] = (
    ("denial", DENIAL),
    ("comparison", COMPARISON),
    ("supervision", SUPERVISION),
    ("documentation", DOCUMENTATION),
    ("units", UNITS),
    ("frequency", FREQUENCY),
    ("modifier", MODIFIER),
    ("validity", VALIDITY),
    ("what_changed", CHANGED),
    ("pair", PAIR),
    ("who_bills", WHO),
    ("which_code", WHICH),
    ("coverage", COVERAGE),
    ("definition", DEFINITION),
)
