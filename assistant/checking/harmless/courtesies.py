"""Greetings, openings, sympathy, offers and remarks on the question: what people say around an answer.

Whole sentences of fixed forms. A form has no place where a code, a figure, a "not" or a verb of billing could stand;
`TOPIC` is a word or two of the field.
"""

# ruff: noqa: E501 - patterns and lists of phrases: one thought, one line
from __future__ import annotations

import re

_TOPIC = r"(?:(?:the|a|an|your|our|this|these|that) )?(?:(?:SERVICE|SETTING|SITE|PAYER|TECHNIQUE|physics|planning|imaging|delivery|simulation|devices?|image guidance|guidance|regional|nodes|nodal|hospital|office|freestanding|hospital-based|short|long|courses?|cases?|groups?|practices?|clinics?|centers?|teams?|coders?|billers?|departments?|oncology|radiation|brachytherapy|weekly|management|coding|images?|edits|policy|policies|rules?|october|january|april|july|question|numbers?|timing|background|and) ?){1,5}"
_OFTEN = r"(?:a lot|often|regularly|frequently|all the time|quite often|quite a bit|fairly often|time and again)"
_PEOPLE = r"(?:(?:many|some|most|a lot of|plenty of) )?(?:people|coders|billers|teams|practices|offices|clinics|departments|everyone|folks)"
_THIS = r"(?:this|that|it|this one|that one)"
_ABOUT = rf"(?:,? (?:with|for|in|at|among|around|about|on) {_TOPIC})?"
_REMARK = (
    rf"(?:(?:{_THIS} (?:question )?|these |(?:{_TOPIC} )?questions (?:about|on|around) {_TOPIC} ?|{_TOPIC} questions )(?:comes? up|gets? asked|is asked|are asked) {_OFTEN}{_ABOUT}"
    rf"|(?:{_THIS} is|that's|it's|this is|here is) (?:an? |one of the )(?:very |more |most |really |quite )?(?:(?:common|frequent|classic|tricky|confusing|popular) (?:{_TOPIC} ?)?(?:ones?|worry|worries|points? of confusion|sources? of confusion|topics?|puzzles?|areas?|concerns?|questions?)|(?:good|great|fair|reasonable|usual|interesting) questions?){_ABOUT}"
    rf"|(?:{_THIS}|this (?:area|question|topic|rule)|the timing) (?:often |regularly |really |still |always )?(?:trips|confuses|puzzles|catches) {_PEOPLE}(?: up| out| off guard)?"
    rf"|{_PEOPLE} (?:ask|wonder about) (?:about )?this(?: {_OFTEN})?)"
)
_GLAD = r"(?:(?:sure|certainly|of course|happy to help|glad to help|glad you asked|thanks|thank you|good question|great question|fair question|hi|hello)(?: thing)?[,;:. -]+)?"
_ANSWER = r"(?:background|breakdown|summary|answer|explanation|reasoning|rundown|overview|picture|details?|logic|rules?|math|arithmetic|calculation|count|context|version|checklist|list|reason|thinking|basics|steps|story|key points?|main points?|idea|gist)"
_OFFER_CASE = r"(?:another|any other|the next|a different|a specific|your|any|more) (?:case|code|course|question|patient|payer|date|setting|example|scenario)s?"
_MORE = r"(?:more |any |further |other |additional )*(?:questions?|details?|cases?|codes?|examples?|information|follow-ups?)"

_FORMS = (
    r"(?:good|great|fair|interesting) question,? (?:and (?:a|an) (?:common|frequent|tricky|good) one(?: (?:this year|these days|lately))?|thanks for (?:sending it in|asking it|sending it|bringing it up)|i had to think twice)",
    r"(?:i |we )?hope (?:this|that|it) helps with (?:your|the) (?:claim|claims|appeal|audit|account|question|case)",
    r"(?:let me know|tell me|just ask|shout) if you (?:want|would like|'d like|need) me to (?:look at|check|go over|go through|read) (?:a|the|your) (?:remit|remittance|denial|claim|chart|plan|record|letter|policy)",
    r"(?:i see|i know|i understand|oh|ah),? (?:that|this|it) happens (?:quite |fairly |very |rather )?(?:often|a lot|regularly)",
    r"(?:we're |we are |i'm |i am )?(?:so |very )?sorry to hear (?:about|of) (?:the|your|that|this) (?:denial|rejection|audit|trouble|delay)",
    r"(?:the|these|those|such) (?:letters|names|terms|numbers|abbreviations|acronyms) (?:can be|are) (?:a bit |quite |very )?confusing",
    r"(?:hello|hi|hey),? (?:your )?(?:billing |coding )?(?:bot|assistant|helper) here",
    r"(?:ping|tell|message|write) me if (?:the|your) (?:chart|record|plan|remittance|summary) (?:shows|says) something (?:else|different)",
    r"(?:is there )?anything else (?:i|we) can help (?:you )?with\??",
    r"(?:slack|quick|phone) answer,? sorry for (?:the )?brevity(?: \W)?",
    r"(?:that's|that is|this is|what) an? (?:interesting|unusual|tricky|common|rare) (?:combination|case|situation|scenario|setup)",
    r"(?:good|great|fair) question[,;] and the (?:manual|rule book|rulebook|policy) has an answer (?:for|to) (?:it|this|that)",
    r"i(?:'d| would|'ll| will) be (?:glad|happy) to (?:look at|go over|go through|check|review) (?:the|your) (?:remittance|denial|claim|account|chart|record|policy|contract|numbers?) with you",
    r"congratulations on (?:getting|making it|coming) through the (?:(?:20\d\d|january|code|coding) )*(?:change|changes|switch|update|transition)",
    rf"{_GLAD}(?:here's|here is|here are|this is|below is|below are) (?:the|a|your|my|some) (?:quick |short |simple |full |plain |brief |detailed |long |step-by-step )*{_ANSWER}(?: (?:for you|for your case|for your course|for your question|in short|in brief|in plain (?:english|words|terms|language)|below|behind it|step by step|you asked for|you need|by setting|by payer|by date))?",
    rf"{_GLAD}(?:here's|here is) how (?:it|this|that|the (?:count|rule|math)) (?:works|breaks down|adds up|is counted|plays out|looks|comes out)(?: (?:for your case|for you|for your course|step by step|in practice))?",
    rf"{_GLAD}(?:here's|here is) how (?:PAYER|the rules?|the manual) (?:looks? at|sees?|handles?|treats?|thinks? about) {_TOPIC}(?: (?:in|for|at) {_TOPIC})?",
    rf"{_GLAD}(?:here's|here is) what (?:you need to know|to know|to look at|to look for|matters|the rules? says?|PAYER says|we know|i found)",
    rf"{_GLAD}(?:let me|let's|i'll|i will|we'll|we can) (?:quickly |briefly )?(?:walk (?:you )?through|break down|go through|go over|look at|take a look at|check|pull up|work through|lay out|explain|clarify|unpack|summarize|run through|start with|take) (?:it|this|that|them|the (?:count|math|numbers?|rules?|details?|steps|basics|logic|reasoning|background)|how (?:it|this) works|{_TOPIC})(?: (?:for {_TOPIC}|step by step|one by one|one at a time|together|first|with you|for you))?",
    rf"{_GLAD}(?:let me|let's|i'll) (?:break|walk|talk|think) (?:it|this|that|you) (?:down|through(?: (?:it|this|that))?)(?: (?:for you|step by step))?",
    rf"{_GLAD}(?:i can|i'm able to|i am able to|i'd be happy to|i'm happy to|i'm glad to|happy to|glad to) (?:help|clarify|explain|assist)(?: (?:with (?:that|this|it)|here|you|this|that|you with (?:that|this)))*",
    rf"(?:(?:good|great|fair|excellent|reasonable|important|thoughtful) question(?:[,;:. -]+(?:and )?|$))(?:{_REMARK})?",
    _REMARK,
    r"(?:i'm |i am |we're |we are )?(?:so |very |really )?sorry (?:to hear (?:about (?:your|the|this) (?:patient|news|loss|case)|that|this|the news)|for your loss)",
    r"(?:my|our) condolences(?: to (?:the|your) (?:team|family|staff|department|patient's family))*",
    r"(?:have a|enjoy your|enjoy the) (?:good|great|nice|lovely)? ?(?:day|one|week|weekend|evening|rest of your day)",
    r"good luck(?: with (?:the|your|that|this) (?:audit|appeal|claim|review|case|denial))?",
    r"(?:i |we )?hope (?:that|this|it) (?:clears (?:it|this|that|things) up|clarifies (?:it|this|things)|makes sense|is clear|is useful|is helpful|answers (?:it|your question)|helps(?: (?:you|you out|your team|a bit))?)",
    r"(?:does (?:that|this) (?:help|make sense|answer your question))\??",
    rf"(?:please |just |and )*(?:let me know|reach out|tell me|shout|ask|feel free to (?:ask|reach out|write|come back)|don't hesitate to (?:ask|reach out|contact me|write)|come back|write again|i'm here|i am here)(?: (?:if|when|whenever|should) (?:you (?:have|need|run into|get|hit) {_MORE}|anything (?:is unclear|else comes up|changes)|something (?:is unclear|changes)|your (?:payer mix|setting|payer|case|course|schedule) (?:differs|changes|is different)|you(?:'d| would)? (?:like|want)(?: me)? to (?:check|look at|work through|go over|go through|see|discuss|run) {_OFFER_CASE}))?",
    r"(?:if you (?:can )?(?:share|send|tell me|give me|let me know) (?:me )?(?:the|your) (?:payer|setting|date of service|date|fraction count|number of fractions|schedule|details|case|place of service)(?:(?:,| and|, and) (?:the |your )?(?:payer|setting|date of service|date|fraction count|schedule|details))*,? (?:then )?i(?:'ll|'d| can| will)(?: happily| gladly)? (?:be (?:more )?(?:specific|precise|exact)|check|look|take a look|work it out|work through it|narrow it down|be more specific|be more precise|help(?: further)?|refine (?:it|this|the answer))(?: (?:again|for you|further|it|that))*)",
    r"(?:please )?(?:ask|tell|call|message) me (?:again )?if (?:a|the|your|any) (?:payer|plan) (?:rejects|denies|questions) (?:it|this|the claim)",
    r"(?:i'm |i am )?sorry (?:about|for) (?:the|any|that) (?:confusion|mix-up|inconvenience|delay|trouble)",
    r"(?:that|this|it) makes sense to ask|i (?:completely |fully |do )?understand (?:the|your) (?:confusion|question|concern|frustration|worry)",
    r"(?:your|this) question is an? (?:good|great|fair|common|frequent|reasonable|important|interesting) (?:one|question)",
    r"(?:could|can|would) you (?:please )?(?:tell|give|share with) me (?:the|your) (?:payer|setting|date of service|dates? of service|fraction count|number of fractions|schedule|place of service)(?:(?:,| and|, and) (?:the |your )?(?:payer|setting|date of service|fraction count|number of fractions|schedule|place of service))*\??",
    r"(?:i'm |i am )?glad you asked|happy (?:monday|tuesday|wednesday|thursday|friday|weekend|holidays|new year)",
    r"(?:short|quick|brief|simple|long|full) (?:version|answer|summary|background|note|recap)",
    r"(?:thanks|thank you) (?:so much |very much )?for (?:the (?:details|question|context|follow-up|clarification|background)|asking|your (?:question|patience|message)|checking|reaching out|clarifying|sharing (?:this|that|the details))",
    r"(?:hope|trust) (?:you are|you're|your (?:week|day) is) (?:doing )?(?:well|going well)",
    r"(?:i hope )?all is well(?: (?:there|with you|on your end))?",
)
_ANY_FORM = re.compile("|".join(f"^{form}$" for form in _FORMS))


def is_courtesy(plain: str) -> bool:
    """Whether the whole sentence (lower case, names of the field masked, without its end) is a courtesy."""
    said = " ".join(plain.split()).strip(" .!:,;")
    return len(said) <= 220 and "CODE" not in said and _ANY_FORM.match(said) is not None
