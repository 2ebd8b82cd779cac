"""What the record must show, who signs it and where it is kept: duties that permit no billing.

Every word of such a sentence is of a closed vocabulary that cannot bill, pay, count, deny or name a code, and the
sentence has one of a few forms: "document ...", "the note should show ...", "... must be signed". A word from outside,
a figure or a "not" makes it another kind of sentence.
"""

# ruff: noqa: E501 - patterns and lists of words: one thought, one line
from __future__ import annotations

import re

from assistant.checking.harmless.how_many_exams import counts_examinations
from assistant.reading.patterns import Seldom

_PERSON = r"(?:physician|oncologist|doctor|physicist|dosimetrist|therapist)"
_PAPER = r"(?:notes?|records?|charts?|documentation|logs?|summary|summaries|sheets?|printouts?|worksheets?|prescriptions?|signatures?|orders?|history|findings|files?|reports?|screenshots?|checklists?|attestations?|evidence|copy|copies|dvh|photos?|results|prints?|maps?|settings)"
_SHOWS_PLAN = rf"(?:{_PAPER}|plans?)"
_KEEPABLE = rf"(?:{_PAPER}|plans?|images?|films?|lists?|examinations?|exams?)"
_MODAL = r"(?:should|must|needs? to|has to|have to|ought to|shall|is to|are to|will need to|would need to)(?: also| clearly)*"
_KEPT = r"(?:documented|recorded|kept|saved|stored|archived|retained|noted|signed|dated|initialed|described|explained|reviewed|legible|(?:remain|stay|kept|be) (?:available|on file)|available|on file)"
_AND_KEPT = rf"{_KEPT}(?:,? (?:and )?{_KEPT})*"
_LEAD = r"(?:(?:documentation-wise|for (?:the )?(?:documentation|record|chart|audit|audit file|audit trail)|please|also|always|then|and|just|simply|do|remember to|be sure to|don't forget to|make sure to|you should|you need to|you must|you have to|we recommend to|it helps to),? )*"
_TELLS = r"(?:shows?|states?|mentions?|describes?|lists?|names?|explains?|documents?|identif(?:y|ies)|says?|records?|reflects?|notes?)"

# Said of a record, these are one thought each; elsewhere their words could bill or count.
_PHRASES = re.compile(
    r"\b(?:at least once|at least one|at least an?|(?:one|an?) (?=(?:stored |signed |documented |dated |weekly |physician |physician's |portal |port |treatment |separate )*(?:image|exam|examination|note|film|visit|signature|check|evaluation|report|order|record)\b)"
    r"|(?:in|inside|within|for|during|per|covered by|to) (?:each|every|the|a)? ?(?:reported |billed )?(?:unit|block|set)\b(?! of)"
    r"|weekly (?=exam|check|visit|note|evaluation)|daily (?=images?|records?|shifts?|logs?|notes?)"
    r"|separate (?=field|note|record|documentation|entry|consult|visit|plan|signature|report|history|\w+ note)|(?<=document the visit )separately|(?<=document each visit )separately"
    r"|(?<=why the visit )was separate$|additional (?=work|effort|time)|extra (?=work|effort|time)|was needed$|its own (?=\w* ?note|record|entry|signature)|(?<=documented )on (?:its|their) own$|apart from the (?=consult|visit|note)"
    r"|why (?:the )?treatment (?:was )?(?:ended|stopped)(?: early)?$|reason for (?:stopping|the stop|ending)(?: early)?|end-of-treatment|start-of-treatment|in case of an? (?:audit|review|denial|appeal)|for an? (?:audit|review)"
    r"|before the next (?:session|treatment|fraction)|precede the next (?:session|treatment|fraction)|which level \d criterion was met|this was a single-fraction course"
    r"|second (?=person)|track of|sign(?:s|ed)? off on|belongs? to (?:which|each|the) (?:unit|block|set)\b|(?:the )?services? billed$|medical necessity(?: for| of)?|on request|(?<=visit )on its own$|(?:be able to )?stand (?:alone|on its own)$|that calls for bid$|lesion (?=maps?\b)|(?<=for each )lesion$|(?<=mark each )lesion (?=on the )|field (?=prints?\b)|(?<=of each )field$|(?<=of both )fields$|two (?=notes)|(?<=each )weekly(?= note)|(?<=every )weekly(?= check)|before treatment (?:starts|begins)|before the first (?:treatment|session|fraction)|start and stop times|(?:the )?(?:gap|break|interval) between (?:them|the two)\b|(?:why|reason) (?:the course|treatment|the treatment) (?:was )?(?:ended|stopped)(?: early)?$|(?:reason for )stopping$|monitor units\b|(?:total |the total )number of fractions(?= in the)|seed counts\b|so (?:that )?the break can be seen$|in case (?:they|the payer|the auditor|an auditor|anyone) asks?$|still (?=be )|who reacts when the patient drifts$)"
)
_WORDS = frozenset(
    """the a an of in on for with and or to by at from each every all both its their your that this these those which who what why how when where
    was were is are be been has have had need needs must should shall ought there also always please make sure ensure see remember do then just it
    document documents documented record records recorded recording keep keeps kept save saved store stored archive archived retain retained note notes noted
    list lists listed show shows shown state states stated name names named mention mentions describe describes described explain explains explained
    identify identifies sign signs signed date dates dated initial initialed cosign review reviews reviewed approve approves approval approvals gather photograph say says reflect reflects
    track add put attach have available remain stay legible electronic electronically clearly promptly carefully briefly handwritten written
    chart charts documentation log logs summary summaries sheet sheets printout printouts worksheet worksheets prescription prescriptions signature signatures
    order orders history findings file files report reports screenshot screenshots checklist attestation image images film films portal port plan plans
    exam exams examination examinations examine examined examines visit visits evaluation evaluations shift shifts position match isocenter isocenters field fields beam beams
    device devices bolus block blocks mask masks cast calculation calculations simulation constraints dose target targets volume volumes contours modality modalities
    session sessions treatment treatments fraction fractions time times number numbers count data physician physicist oncologist doctor dosimetrist therapist patient
    check checks threshold hold gating motion ultrasound effort work reason tumor site sites side application applications consult consultation planning
    medical necessity toxicity weight response results qa dvh isodose dosimetry evidence copy copies photo photos setup everything progress symptoms skin reaction tolerance assessment
    rationale goals technique energy localization verification registration personally attending's repeat you'll you will want support supports service services entry note's request
    billed contain contains include includes distinct off response auditors auditor look looks ask asks part belonging
    write down want documentation-wise proof ready
    physics completion discontinuation decision treating attending stored planned delivered performed made used given done treated measured chosen ordered
    mark draw place present there map maps body settings interval intervals prints print depth precede belongs belong person audit complete day applied prepared final shape shaped design length start stop histogram histograms coordinates tolerance
    short brief distinction seed loading implant down system ready chart's motion""".split()
)
_FREQUENT = re.compile(
    r"\b(?:each|every) (?:day|session|fraction|treatment|week|visit|course|patient)\b|\b(?:per|times (?:a|each|per|every))\b"
)
_SERVICES = re.compile(
    r"\b(?:imag|film|exam|visit|evaluat|check|calculation|device|mask|plan|simulation|consult|application|modalit|physics|review|ultrasound)"
)
_ON_IMAGES = re.compile(r"\b(?:sign|review|approve|initial)s?\b.*\b(?:image|film|shift|position|match)")
_EXAM = re.compile(r"\b(?:exam|examin|visit|evaluat|see)")
_SUPPORT_STAFF = re.compile(r"\b(?:physicist|dosimetrist|therapist)\b")
_SUPPORT_WORK = re.compile(r"\b(?:check|calculation|device|physics|isocenter|constraint|printout|sheet|plan)")
_REPORTS = re.compile(
    r"(?<!the )(?<!a )(?<!an )(?<!each )(?<!ONE )(?<!signed )(?<!written )(?<!physics )(?<!ultrasound )(?<!your )\breports?\b"
)
_APPROVES = re.compile(r"\bapprov")
_APPROVED = re.compile(r"\b(?:shifts?|images?|match|position|dates)\b")

_FORMS = tuple(
    re.compile(rf"^{form}$")
    for form in (
        rf"{_LEAD}(?:(?:sign|date) and )?(?:document|describe|explain|sign|cosign|archive|retain|store|photograph|approve|review and sign)(?: (?!as\b).+)",
        rf"{_LEAD}save (?!for\b).+",
        rf"{_LEAD}(?:keep|gather) (?=.*\b{_KEEPABLE}\b).+",
        rf"{_LEAD}(?:record|note|list|show|name|state|mention|add|put|identify|attach) (?=.*\b{_SHOWS_PLAN}\b).+",
        rf"{_LEAD}have (?:the|a|your|each) (?:treating |attending )?(?:{_PERSON}|ONE ?person) (?:sign|review|document|check|date|approve|describe|explain) .+",
        rf"{_LEAD}have .+ {_AND_KEPT}",
        rf"{_LEAD}(?:make sure|ensure|see to it|be sure|remember)(?: that)? (?:the |your |each |every )?(?:[\w'-]+ ){{0,3}}{_SHOWS_PLAN} {_TELLS} .+",
        rf"{_LEAD}(?:make sure|ensure|see to it|be sure|remember)(?: that)? .+ (?:is|are|was|were|has been|have been) {_AND_KEPT}(?: .+)?",
        rf"(?:[\w'-]+ ){{0,4}}{_SHOWS_PLAN} {_MODAL} {_TELLS} .+",
        rf"(?:[\w'-]+ ){{0,3}}(?:notes?|records?|charts?|documentation|reports?|files?|summary) {_MODAL} (?:include|contain|support|make clear) .+",
        r"(?:[\w'-]+ ){0,2}(?:notes?|records?|charts?|documentation|reports?|files?|summary) needs? evidence that .+",
        rf".+ (?:{_MODAL} be|belongs?) (?:in|part of|on file in) (?:the |your |each )?(?:[\w'-]+ ){{0,2}}(?:notes?|records?|charts?|files?)",
        rf"(?:you'll|you will) (?:want|need) (?:an? |the )?(?:[\w'-]+ ){{0,3}}{_PAPER}(?: .+)?",
        rf"(?:an? |the |ONE )?(?:[\w'-]+ ){{0,3}}{_PAPER}(?: [\w'-]+){{0,4}} is what auditors (?:want|want to see|look for|ask for)",
        rf"auditors? (?:will |often |usually |also )*(?:looks?|asks?|checks?) for (?:an? |the |ONE )?(?:[\w'-]+ ){{0,3}}{_PAPER}(?: .+)?",
        rf".+ {_MODAL} (?:be )?{_AND_KEPT}(?: .+)?",
        rf".+ {_MODAL} be (?:shown|listed|stated|named|mentioned|identified) (?:in|on) (?:the |your |each )?(?:[\w'-]+ ){{0,2}}{_SHOWS_PLAN}",
        rf"(?:the |a |your )?(?:treating |attending )?{_PERSON} (?:{_MODAL} (?:have )?(?:document|sign|review|approve|examine[ds]?|date|describe|explain)|documents|signs|reviews|approves|examines|describes) .+",
        rf"(?:the |a |your )?{_PERSON} (?:approval|review|signature)(?: [\w'-]+){{0,4}} {_MODAL} ONE",
        rf".+ needs? (?:an? |the |their )?(?:ONE )*(?:[\w'-]+ ){{0,2}}{_PAPER}",
        rf"{_LEAD}have (?:the |a |your )(?:[\w'-]+ ){{0,2}}{_SHOWS_PLAN} ready(?: ONE)?",
        rf"{_LEAD}write (?:down )?(?!.*\b(?:for|visit|number)\b)(?=.*\b(?:{_PAPER}|threshold)\b)(?:(?:the|a) )?(?:short |brief )?(?:ONE|start times?|times?|system|threshold|note on the (?:reason|ONE))(?: .+)?",
        rf"there (?:{_MODAL}) be (?:[\w'-]+ ){{0,5}}{_KEEPABLE}(?: .+)?",
        rf"(?:record|documentation|chart|for the (?:chart|record|file)): .+ {_AND_KEPT}(?: .+)?",
        r"(?:record|documentation|chart|for the (?:chart|record|file)): (?:document|describe|sign|name|note|keep) .+",
        rf"(?:an?|the|ONE) (?:(?:signed|dated|written|short|brief|clear|completion|physician|physics|planning|treatment|\w+'s) ){{0,3}}{_PAPER}",
    )
)
_OWN_FORMS = (
    re.compile(
        rf"^{_LEAD}(?:record|note|state|write down|chart) (?:ONE|(?:why|which|whether|who|when|what|how|the (?:reason|name|times?|dates?|number|ONE))\b.*)$"
    ),
    re.compile(rf"^(?:(?:the|both|all) )*signatures {_MODAL} (?:be )?(?:in place|present|there)$"),
    re.compile(rf"^(?:(?:the|both|all|your|each) )*(?:notes?|records?|charts?|documentation) {_MODAL} ONE$"),
    re.compile(
        rf"^{_LEAD}(?:mark|draw|number) (?:each|every|the|all) (?:ONE|lesions?|sites?|fields?) ?on (?:the|a) (?:\w+ )?(?:map|chart|photo|sheet)$"
    ),
    re.compile(rf"^{_LEAD}keep (?:ONE|two|separate) ?notes$"),
    re.compile(
        r"^(?:chart|record|documentation): (?:(?:the )?(?:order|prescription|times?|dates?|reason|plan|technique|energy|lesions?|sites?|fields?)(?: of (?:the|both|each|all) (?:sessions?|fields?|treatments?|lesions?))?(?:, | and |$))+$"
    ),
    re.compile(
        r"^(?:the |your |each )?(?:treatment )?(?:records?|charts?|notes?) shows? the (?:time|date|energy|dose|position|name|depth) of (?:each|every|the) (?:ONE|fields?|sessions?|treatments?|lesions?) ?$"
    ),
    re.compile(
        rf"^{_LEAD}(?:keep|save) (?:ONE )?(?:the |all |your )?(?:shift|plan|session|approval|treatment|fraction) (?:data|dates|times|numbers)$"
    ),
)
_OWNED = re.compile(r"(?<=physician)'s\b|(?<=oncologist)'s\b|(?<=physicist)'s\b|(?<=patient)'s\b")
# "Each session should be recorded" could mean the claim: a paper, or a verb that only papers know, must be in it.
_OF_THE_RECORD = re.compile(
    rf"\b(?:{_PAPER}|plans?|images?|films?|lists?|document\w*|describe\w*|explain\w*|archive\w*|store\w*|photograph|legible|sign|signs|signed|initialed|review|reviewed|approve|approval|examined|check the|medical|necessity)\b"
)


_AWAY = Seldom(
    r"\b(?:off|out of|away from|outside(?: of)?|apart from|separate from|not in) (?:the |your |each |their )?(?:\w+ )?"
    r"(?:charts?|records?|files?|notes?|documentation|logs?)\b",
    *"chart record file note documentation log".split(),
)


# Images are approved before the next session: after it, or before the next course, is the opposite.
_TOO_LATE = Seldom(
    r"\b(?:after the (?:next|following)\b|before the (?:next|following) (?:\w+ )?(?:course|week|visit|plan)s?\b)",
    "next",
    "following",
)


def against_the_record(plain: str) -> bool:
    """ "Keep the images off the chart": the opposite of a duty, in the words of one."""
    return bool(_AWAY.search(plain) or _TOO_LATE.search(plain)) or counts_examinations(plain)


def is_record_duty(plain: str) -> bool:
    """Whether the sentence (lower case, without its end) is a duty of the record and nothing more."""
    said = re.sub(r" +", " ", _OWNED.sub("", _PHRASES.sub("ONE ", plain)))
    words = re.findall(r"[^\s,:]+", said)
    if not 2 <= len(words) <= 30 or any(word != "ONE" and word not in _WORDS for word in words):
        return False
    if (
        _FREQUENT.search(said)
        and _SERVICES.search(said)
        and not (_ON_IMAGES.search(said) and not _EXAM.search(said))
        and not _each_object(said)
    ):
        return False
    if "place of" in said:
        return False
    if re.search(r"\band (?:\w+ ){0,2}billed\b|\bbilled (?:and|or)\b", said):
        return False
    if _SUPPORT_STAFF.search(said) and (_EXAM.search(said) or not _SUPPORT_WORK.search(said)):
        return False  # whose examination and whose signature counts is a rule, no commonplace
    if _REPORTS.search(said) or "own report" in plain:
        return False  # "and report it", "its own report"
    if _APPROVES.search(said) and not _APPROVED.search(said):
        return False
    said = said.strip()
    return (bool(_OF_THE_RECORD.search(said)) and any(form.match(said) for form in _FORMS)) or any(
        form.match(said) for form in _OWN_FORMS
    )


_EACH_OBJECT = re.compile(
    r"^(?:please |also |always )?(?:document|describe|sign|explain) (?:each|every) (?:session|visit|fraction|treatment)\b"
)


def _each_object(said: str) -> bool:
    """ "Document each session": the session is what is documented, not how often."""
    return bool(_EACH_OBJECT.match(said)) and len(_FREQUENT.findall(said)) == 1
