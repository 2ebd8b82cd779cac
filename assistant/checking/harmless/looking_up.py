"""Where to look and whom to ask: referrals of a closed vocabulary, and that payers have rules of their own.

None of the words can bill, pay, count, deny, name a code or a modifier. What a rule says of a payer is not read here.
"""

# ruff: noqa: E501 - patterns and lists of words: one thought, one line
from __future__ import annotations

import re

_LEAD = r"(?:(?:please|also|always|then|and|just|so|first|i|i would|i'd|we|you may want to|you might want to|it is best to|it's best to|be sure to|make sure to|remember to|when in doubt|if in doubt|if unsure),? )*"
_VERB = r"(?:(?:recommend|suggest) (?:checking|confirming|verifying)|check|double-check|verify|confirm|review|compare|look at|look up|look in|look into|ask|contact|call|consult|speak with|speak to|discuss|talk to|talk with|check with|confirm with|verify with|read|pull|reread)"
_CLAIM = re.compile(
    r"\bbefore sending (?:the claims?|it|them)\b|\b(?:each|every) (?:quarter|year)$|\bin the record-and-verify system\b|\b(?=edit files?\b)"
    r"|\bbefore (?:you (?:submit|release|send|drop|finalize) (?:the|your|any|each) claims?|the claim goes out|submitting(?: the claim)?|recoding|you recode)\b"
    r"|\bwho (?:reports|bills|codes) what\b|\bphysician's billing office\b|\bbilling (?:office|team|manager|department|company|staff)\b|\beach one\b"
    r"|\b(?:how|where|whether) (?:the|your|each|all|all the) (?:chart |physics |weekly |portal |port )?(?:checks?|exams?|visits?|images?|calculations?|reviews?|plans?|orders?|notes?) (?:is|are|was|were) (?:recorded|documented|ordered|signed|reviewed|stored|kept|filed)\b"
    r"|\bif (?:you are |you're )?(?:unsure|in doubt|not sure)\b|\b(?:when|if) in doubt\b|\b(?:each|every) quarter\b|\bto be sure\b|\bif you see a different result$|\bas well\b|\bpc/tc (?=column|indicator|table)"
)
_WORDS = frozenset(
    """the a an your their its our his her of in on for with against at to from and or about
    please also always just then first i would you may might want it is best be sure make remember if when doubt unsure so again too there online here both
    recommend suggest checking confirming verifying this it that
    check double-check verify confirm review compare look up into ask contact call consult speak talk read pull reread
    current latest full exact own other others relevant local written official
    policy policies page pages site website portal provider manual manuals contract contracts fee schedule schedules indicator column columns table tables
    edit edits file files payer payers plan plans insurer insurers carrier contractor contractors mac representative rep compliance team office department physicist physics dosimetry
    dosimetrist therapist coder record records chart charts treatment note notes prescription summary log text version wording guideline guidelines guidance article lcd rule rules requirements
    date dates service place number count counts fraction fractions isocenter isocenters session sessions diagnosis authorization remittance image images commercial
    setting settings facts local articles
    scrubber vendor vendors software update updates delivery technique energy quarterly yearly discuss
    details final planned delivered physician clearinghouse front-end quarter's PAYER SETTING""".split()
)
_SUBJECT = r"(?:(?:other|commercial|private|some|many|most|several|individual|local|non-medicare) )*(?:payers?|plans?|insurers?|macs|contractors|carriers|PAYER)"
_RULES = r"(?:rules?|policy|policies|requirements|guidelines?|edits|forms?|wording|page|manual|quirks|restrictions)"
_CHECK_THEM = r"(?:(?:,? so|,? and|;|,)(?: please| always| do)? (?:check|ask|verify|confirm)(?: with)? (?:them|each one|each of them|yours|your plan|your payer|theirs|first|each payer|each plan|that policy|its policy)(?: first)?)?"
_FIELD = r"(?:SERVICE|TECHNIQUE|CODE|planning|devices?|imaging|guidance|delivery|simulation|management|physics|treatment|radiation|oncology|brachytherapy|services|around|and|image|images|billing|coding|the|this|that|code)"
_FORMS = (
    rf"{_SUBJECT} (?:can|may|might|could|often|sometimes|usually|do|will often)? ?(?:have|has|set|sets|use|uses|follow|write|writes|publish|publishes) (?:(?:their|its) own|different|other) {_RULES}{_CHECK_THEM}",
    rf"{_SUBJECT} (?:can|may|might|could|often|sometimes|do) (?:differ|vary){_CHECK_THEM}",
    rf"{_SUBJECT} (?:can|may|might|could|often|sometimes) see (?:it|this|that|the modifier|the code|this code|these) differently{_CHECK_THEM}",
    rf"(?:their|the|its|PAYER|PAYER's|PAYER 's) (?:radiation |oncology |reimbursement |medical |payment |coding )*(?:policy|manual|page|site|article|guideline) (?:(?:deals with|is about|addresses|discusses|talks about|looks at) (?:{_FIELD} ?)+|has an? (?:own )?(?:section|page|paragraph|chapter|passage|part) (?:on|about|for|around) (?:{_FIELD} ?)+)",
    rf"(?:SETTING|PAYER|a SETTING|the SETTING|brachytherapy|protons?|SERVICE|snf|hospitals?)(?: (?:billing|coding|claims))? (?:has|have) (?:its|their) own {_RULES}(?: (?:on|for|about|around) (?:{_FIELD} ?)+)?",
    rf"(?:your|the|some|local) (?:macs?|contractors?|payers?|plans?|{_SUBJECT}) (?:may|might|can|could) (?:have|publish|keep) (?:an? |its own |their own )?(?:local |own )?(?:article|articles|lcd|policy|policies|guidance|page)(?: (?:on|about|for) (?:this|it|that|the (?:{_FIELD} ?)+|(?:{_FIELD} ?)+))?",
    rf"{_SUBJECT} (?:publish|publishes|have|has|write|writes) (?:their|its) own (?:guidance|articles?|{_RULES})(?: (?:on|for|about) (?:{_FIELD} ?)+)?",
    r"(?:payer |plan |local |commercial )*(?:policies|rules|edits|requirements) (?:can |may |do |often )?(?:differ|vary)(?: (?:by|between|from|among|across) (?:payers?|plans?|payer to payer|plan to plan|macs?))?",
    r"you (?:can|may|could) look (?:it|this|that|them|these) up (?:in|on|at) (?:the|your) (?:fee schedule|manual|policy|contract|portal|website|edit table|edits|mue table|table)",
    r"you (?:can|will|should be able to) find (?:it|them|this|that|the (?:policy|text|rule|rules|manual|table|edits|details|list|section|current version)) (?:on|in|at) (?:the|your|their|its|PAYER's) (?:PAYER )?(?:payer's |payer |provider )?(?:site|website|portal|page|manual|policy page|contract)",
    r"(?:the |your |our )?(?:physicist|physics|physics team|dosimetrist|dosimetry|therapists?|treatment record) (?:can|will|should be able to|could) (?:confirm|tell you|give you) (?:the )?(?:(?:final |planned |delivered )?(?:number of (?:isocenters|fractions|sessions|fields|devices)|isocenters?|isocenter count|fraction count|session count|dates?|count))",
    rf"{_LEAD}(?:check|search|review|clean up|update) (?:your|the|any) (?:charge ?master|cdm|chargemaster|(?:charge )?templates?|order sets?|charge sheets?)(?: notes?)?(?: for (?:CODE|old codes|this|it)(?:,? (?:and|or) CODE)?)?(?: (?:too|as well|also|accordingly))?",
    rf"{_LEAD}(?:send|enclose|attach) (?:the |your )?(?:isocenter count|fraction count|treatment (?:record|summary|plan|chart)|records?|notes?|plan|images|documentation|chart|prescription|calculation sheets?)(?: along)? with (?:any|the|your|an|each) (?:appeal|response|reply|review request)",
    rf"{_SUBJECT} (?:can|may|might|could) (?:handle|see|treat|do) (?:it|this|that) in their own way{_CHECK_THEM}",
    r"(?:commercial |private |other |local )*(?:contracts|policies|plans|payers) (?:can|may|might) be different(?:,? so (?:look at|check|read) (?:them|each) ?(?:one by one|first)?)?",
    r"(?:this|that) is (?:that|the|this) (?:plan|payer|carrier)'s own policy(?:;|,) (?:other|the other) (?:payers|plans) have theirs",
    r"manuals? (?:do )?changes?,? so (?:please )?(?:look at|check|read) the current one(?: as well| too)?",
    rf"{_LEAD}update (?:the|your) (?:charge description master|charge ?master|cdm)(?: accordingly| too| as well)?",
    r"(?:the|your) (?:charge description master|charge ?master|cdm) needs (?:an update|a review|updating)",
    rf"{_LEAD}(?:attach|send|enclose) (?:the |your )?(?:list|lesion map|treatment records?|notes?|plan|images|chart) when you (?:ask for (?:a )?reconsideration|appeal)",
    r"if you disagree with (?:a|the) denial, (?:send|attach|enclose) (?:the |your )?(?:lesion map|treatment records?|notes?|plan|images|chart)(?: and (?:the |your )?(?:lesion map|treatment records?|notes?|plan|images|chart))?",
    r"(?:some |many )?(?:vendors|consultants|bloggers) (?:have been telling people|tell people|told people|say) (?:otherwise|different things)(?: here| on this)?",
    r"(?:the|a|your) (?:vendor|consultant)'s (?:faq|page|handout|slide|newsletter) (?:recommends|says|suggests) something else",
    r"an? (?:quick |short |periodic )?(?:template|chargemaster|charge master|chart|policy|documentation) review (?:might|may|would|could) (?:be (?:worthwhile|useful|helpful|a good idea|worth it)|help)",
)
_ANY_FORM = re.compile("|".join(f"^{form}$" for form in _FORMS))
_ASKING = re.compile(rf"^{_LEAD}{_VERB} .+$")


def is_looking_up(plain: str, masked: str) -> bool:
    """Whether the whole sentence tells where to look or whom to ask. `masked` has the names of the field replaced."""
    said = " ".join(masked.split()).strip(" .!:;")
    if _ANY_FORM.match(said):
        return True
    if not _ASKING.match(plain.strip(" .!:;")):
        return False
    words = re.findall(r"[^\s,]+", _CLAIM.sub(" ", plain).strip(" .!:;"))
    return len(words) <= 25 and all(word in _WORDS for word in words)
