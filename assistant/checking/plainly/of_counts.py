"""How many, and how many of one date: "is held to one a day", "before the MUE bites", "29 works out at six units"."""

# ruff: noqa: E501 - patterns: one thought, one line
from __future__ import annotations

import re

from assistant.checking.plainly.idiom import CODE, NUMBER, THE_DAY, Idiom, idiom

_LIMIT = r"(?:mue|medically unlikely edit|date limit|daily limit|claim edit|limit|cap|ceiling)"
_MAKES = (
    r"(?:works? out (?:at|to|as)|comes? (?:out )?(?:to|at)|makes?|gives?|nets?|yields?|adds? up to|rounds? (?:up )?to|lands? (?:at|on)"
    r"|ends? up (?:at|as|with)|is worth|equals?|amounts? to|produces?|brings?|is good for|boils down to|translates? (?:in)?to)"
)
# A number by itself: no term of a sum, no level, day or modifier.
_ALONE = r"(?<![\d.$/+-])(?<!\+ )(?<!plus )(?<!and )(?<!to )(?<!level )(?<!day )(?<!week )(?<!modifier )(?<!of )(?<!or )(?<!than )"
_IN_WORDS = r"(?:(?:twenty|thirty|forty)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
_BITES = r"(?:bites?|kicks? in|hits?|stops? (?:it|you|them|the line)|cuts? in|strikes?|trips?|triggers?|steps? in|denies (?:it|more|the line)|bumps? it)"
_PAST = r"(?:(?:gets?|makes? it|slips?|goes|squeezes?) (?:past|by|through|under)|clears?|passes|survives?)"


def _of_fractions(found: re.Match[str]) -> str:
    """ "29 works out at six units": what makes units is a number of fractions."""
    return f"{found['n']} fractions {found['makes']}"


OF_COUNTS: tuple[Idiom, ...] = (
    idiom(
        "works work comes come makes make gives give nets net yields yield adds add rounds round lands land ends end worth equals equal "
        "amounts amount produces produce brings bring good boils translates translate",
        rf"{_ALONE}\b(?P<n>\d{{1,2}}) (?P<makes>{_MAKES}(?: only| just| exactly| a total of)?)(?= {NUMBER} (?:units?|weeks?|charges?|of 77427)\b)",
        _of_fractions,
    ),
    idiom("mue", r"\b(?:daily|per-day|per-date|date) mue (?P<of>of|is|:)(?= ?\d)", r"daily limit \g<of>"),
    idiom(
        "cap lid ceiling",
        rf"\bthe (?:cap|lid|ceiling) (?:on|for|of) (?={CODE} (?:is|was|stands at|sits at)\b)",
        "the limit of ",
    ),
    idiom(
        "held kept pegged confined bound fixed locked frozen",
        rf"\b(?P<be>is|are|was|were|stays|gets) (?:held|kept|pegged|confined|bound|fixed|locked|frozen) (?:down )?(?:to|at)(?= {NUMBER}(?: units?)? {THE_DAY})",
        lambda found: f"{'is' if found['be'].lower() in ('stays', 'gets') else found['be']} limited to",
    ),
    idiom(
        "tops maxes caps stops peaks",
        rf"(?P<code>{CODE}) (?:tops out|maxes out|caps out|stops|peaks) at(?= {NUMBER}(?: units?)? {THE_DAY})",
        r"\g<code> is limited to",
    ),
    # "only one 77437 per day gets past the MUE"
    idiom(
        "past through by under clears clear passes survive survives",
        rf"\b(?:only|just|no more than|at most|a maximum of) (?P<n>{NUMBER})(?: units?)?(?: of)? (?P<code>{CODE})(?: units?)? {THE_DAY} {_PAST} the {_LIMIT}",
        r"\g<code> is limited to \g<n> per date",
    ),
    idiom(
        "past through by under clear pass survive",
        rf"\b(?:only|just|no more than|at most|a maximum of|up to) (?P<n>{NUMBER})(?: units?)?(?: of)? (?P<code>{CODE})(?: units?)? (?:can|may|will) (?:get past|get through|clear|pass|slip past|make it past|survive) the {_LIMIT} {THE_DAY}",
        r"\g<code> is limited to \g<n> per date",
    ),
    # "up to ten 77300 on a single date before the MUE bites"
    idiom(
        "before",
        rf"\b(?:(?:you|we|one|they|a claim|the hospital|the physician) )(?:can|may) (?:put|bill|report|file|charge|list|have|carry)(?: down| in)?(?: up to| as many as| at most)? (?P<n>{NUMBER})(?: units?)?(?: of)? (?P<code>{CODE}) {THE_DAY},? before (?:the|its) {_LIMIT} {_BITES}",
        r"\g<code> is limited to \g<n> per date",
    ),
    idiom(
        "before",
        rf"^(?P<lead>\W*)(?:up to |as many as )?(?P<n>{NUMBER})(?: units?)?(?: of)? (?P<code>{CODE}) (?:go|fit|pass|are paid|can be billed|may be billed) {THE_DAY},? before (?:the|its) {_LIMIT} {_BITES}",
        r"\g<lead>\g<code> is limited to \g<n> per date",
    ),
    # whether more than the limit can pass
    idiom(
        "overridden appealed argued won beaten contested challenged",
        r"\b(?P<mai>MAI ?2) means (?:that )?(?:it|the limit|that) (?:can't|can’t|cannot|can never) be (?:overridden|appealed|argued(?: away)?|won|beaten|contested|challenged|appealed away)",
        r"\g<mai>, so no appeal will change that",
    ),
    idiom(
        "appealed argued won defended contested challenged",
        r"\b(?P<mai>MAI ?3),? (?:so|which means(?: that)?|meaning(?: that)?) (?:the )?(?:excess|extra units?|more units?|units above (?:it|the limit|the mue)|anything above (?:it|the limit|the mue)|what is above (?:it|the limit|the mue)) (?:can|may|could) be (?:appealed|argued|won|defended|contested|challenged)(?: on appeal)?",
        r"\g<mai>, so an appeal can be won",
    ),
    idiom(
        "all",
        rf"\b(?P<n>{NUMBER}) is all (?:that |which )?(?P<f>\d{{1,2}}) (?P<thing>fractions|treatments|sessions) (?:can |will |could )?(?:bear|carry|support|give|make|yield|earn|allow|justify|produce|sustain)\b",
        r"\g<f> \g<thing> make \g<n>",
    ),
    idiom(
        "cut",
        rf"^(?P<lead>\W*)even (?:if |when |though )?(?:it (?:is|was) )?cut short (?:at|after) (?P<n>{NUMBER})(?: fractions| treatments| sessions)?,",
        r"\g<lead>even though it was stopped after \g<n> fractions,",
    ),
    idiom("all", rf"\b(?P<what>charges|units|lines), all (?:of them )?(?={CODE})", r"\g<what>, "),
    idiom(
        "each",
        r"\b(?P<n>units?(?: of (?:\d{5}|G\d{4}))?) for (?:each|every) (?P<day>date|day)\b",
        r"\g<n> on each \g<day>",
    ),
    idiom(
        "spans span covers cover",
        rf"\b(?P<verb>spans?|covers?) all (?:of the )?(?P<n>{NUMBER}) (?:fractions|treatments|sessions)\b",
        r"covers the course of \g<n> fractions",
    ),
    idiom(
        "ring pan buy bring shake tote clock rack chalk cash",
        rf"\b(?P<what>fractions|treatments|sessions|visits) (?:ring up|pan out (?:at|to|as)|buy|bring in|shake out (?:at|to|as)|tote up to|clock in at|rack up|chalk up|cash out at)(?= (?:only |just )?{NUMBER} )",
        r"\g<what> make",
    ),
    idiom(
        "both",
        rf"(?P<code>{CODE}) (?:covers|takes in|spans|pays for) both (?:fractions|treatments|sessions) (?:in|with|as|by) (?:one|a single|1) (?:unit|line|charge)\b",
        r"one unit of \g<code> covers the course of 2 fractions",
    ),
    idiom(
        "stop end level",
        rf"\b(?P<what>fractions|treatments|sessions) (?:stop|end|level off) at(?= {NUMBER} units?\b)",
        r"\g<what> make",
    ),
    idiom(
        "comes works makes gives nets yields adds rounds equals amounts",
        rf"^(?P<lead>\W*)(?P<n>\d{{1,2}}|{_IN_WORDS}) (?:{_MAKES}) (?P<m>{NUMBER})(?: units?)?(?=[.,;!]|$)",
        r"\g<lead>\g<n> fractions make \g<m> units",
    ),
    idiom(
        "drop fall",
        r"\b(?P<what>fractions|leftovers|treatments|ones) (?:drop|fall) (?:away|out|off)\b",
        r"\g<what> are dropped",
    ),
    idiom(
        "hits runs trips bumps breaks collides",
        rf"\b(?P<nth>(?:a|the) (?:second|third|fourth|eleventh)) (?:unit of )?(?P<code>{CODE})(?: (?:on|of) (?:the|one|that|a|the same) (?:date|day))? (?:hits|runs into|trips|bumps into|breaks|collides with) (?:the|its) {_LIMIT}",
        r"\g<nth> \g<code> exceeds the limit",
    ),
)
