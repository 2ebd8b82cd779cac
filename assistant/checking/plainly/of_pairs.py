"""Two codes of one date: which gives way, which shuts the other out, what opens the edit and what does not.

The winner and the loser never change places: a verb told from the winner's side is turned round with its codes.
"""

from __future__ import annotations

import re

from assistant.checking.plainly.idiom import CODE, MODIFIER, NOT_DENIED, Idiom, idiom
from assistant.rules.codes import successors

_TO = rf"(?= (?:the |a |any )?{CODE})"
_BITS = {"zero": "0", "nil": "0", "one": "1", "0": "0", "1": "1"}
_OPENER = rf"(?:an? (?:suitable |proper |valid |ncci )?modifier|{MODIFIER})"
_EXIT = (
    r"(?:way out|bypass|escape|exit|workaround|work-around|way around(?: it)?|way round(?: it)?|way past(?: it)?|loophole"
    r"|override|way through|key|relief)"
)
_EDIT = r"(?:(?:ncci |ptp |coding )?(?:edit|pair|rule))"
_OF_AN_EDIT = re.compile(
    r"bundl|fold|includ|absorb|inside|loses|exclusive|column|edit|pair|indicator|part of|component of|goes into|lock|shut|swallow|denied|exclude",
    re.I,
)
_JOINS = r"(?:t(?:ies|ying)|link(?:s|ing)|join(?:s|ing)|connect(?:s|ing)|bind(?:s|ing)|coupl(?:es|ing)|pair(?:s|ing)|tether(?:s|ing))"
# A bidding: nothing before it that could turn or narrow it.
_BIDS = r"(?P<bid>^\W*(?:so |then |please |just )?|[,;:–—-] (?:so |then |just )?|\bso )"
_PART = r"(?:split|separate|part|divorce|free|pry|pull|unhook|decouple|detach|liberate)"


def _yields(found: re.Match[str]) -> str:
    """ "77317 gives way to 77318": of a code with a successor it tells the year, of another the edit."""
    code = found["loser"][-5:].upper()
    no = (found.groupdict().get("no") or "").strip()
    verb = "loses to" if no in ("", "never") else "lose to"
    return found.group() if successors(code) else " ".join(word for word in (found["loser"], no, verb) if word)


def _indicator(found: re.Match[str]) -> str:
    return f"{found['head']} indicator {_BITS[found['bit'].lower()]}"


def _no_way(found: re.Match[str]) -> str:
    """ "folds into 77301, no bypass": of an edit, and not of a limit."""
    return ", no modifier opens it" if _OF_AN_EDIT.search(found.string[: found.start()]) else found.group()


OF_PAIRS: tuple[Idiom, ...] = (
    # the loser first
    idiom(
        "way yield yields",
        rf"(?P<loser>{CODE})(?P<no> never| doesn't| doesn’t| does not|) (?:gives? way|makes? way|yields?) (?:to|for){_TO}",
        _yields,
    ),
    idiom(
        "denied",
        rf"{NOT_DENIED}\b(?:is|gets) denied (?:against|beside|next to|in favor of|because of){_TO}",
        "loses to",
    ),
    idiom(
        "disappears vanishes melts dissolves collapses sinks stuck trapped locked caught",
        rf"{NOT_DENIED}\b(?:(?:disappears|vanishes|melts|dissolves|collapses|sinks) in(?:to|side)|is (?:stuck|trapped|locked|caught) in(?:side)?){_TO}",
        "is bundled into",
    ),
    idiom(
        "drops goes falls out dies",
        rf"(?P<loser>{CODE}) (?:drops(?: out| off)?|goes(?: away)?|falls away|is out|dies),? (?:and|while|but) (?P<winner>{CODE}) (?:stays|survives|remains|is kept|pays|stands|wins)(?=[.,;]|$)",
        r"\g<loser> is bundled into \g<winner>",
    ),
    idiom(
        "drops goes falls out dies",
        rf"(?P<winner>{CODE}) (?:stays|survives|remains|is kept|pays|stands|wins),? (?:and|while|but) (?P<loser>{CODE}) (?:drops(?: out| off)?|goes(?: away)?|falls away|is out|dies)(?=[.,;]|$)",
        r"\g<loser> is bundled into \g<winner>",
    ),
    idiom(
        "defers bows cedes succumbs surrenders caves",
        rf"(?P<loser>{CODE}) (?:defers|bows|cedes|succumbs|surrenders|caves in|bows out)(?: its place)? to{_TO}",
        _yields,
    ),
    idiom(
        "drops steps stands",
        rf"\b(?:drops out|steps aside|stands back|stands down) (?:against|in favor of|beside|for){_TO}",
        "loses to",
    ),
    idiom(
        "trumped beaten outranked defeated edged",
        rf"{NOT_DENIED}\b(?:is|gets) (?:trumped|beaten|outranked|defeated|edged out) by{_TO}",
        "loses to",
    ),
    idiom(
        "locked shut knocked crowded pushed ruled frozen boxed kept blocked barred precluded eaten gobbled",
        rf"\b(?:(?:locked|shut|knocked|crowded|pushed|ruled|frozen|boxed|kept) out (?:by|of)|blocked by|barred by|precluded by|eaten(?: up)? by|gobbled up by){_TO}",
        "bundled into",
    ),
    # the winner first
    idiom(
        "trumps beats outranks prevails wins defeats precedence",
        rf"(?P<winner>{CODE}) (?:trumps|beats|outranks|defeats|prevails over|wins (?:out )?over|wins against|takes precedence over) (?P<loser>{CODE})",
        r"\g<loser> loses to \g<winner>",
    ),
    idiom(
        "shuts locks knocks crowds rules blocks bars eats gobbles precludes boxes",
        rf"(?P<winner>{CODE}) (?:(?:shuts|locks|knocks|crowds|rules|boxes) out|blocks|bars|precludes|eats(?: up)?|gobbles up){_TO}",
        r"\g<winner> includes",
    ),
    idiom(
        "shut lock knock crowd rule block bar eat preclude",
        rf"(?P<winner>{CODE}) (?P<help>doesn't|doesn’t|does not|can|will|would) (?:(?:shut|lock|knock|crowd|rule) out|block|bar|preclude|eat(?: up)?){_TO}",
        r"\g<winner> \g<help> include",
    ),
    # neither beside the other
    idiom(
        "limits",
        rf"{NOT_DENIED}\b(?P<be>is|are|was|were) off[- ]limits (?:with|beside|alongside|next to|together with|on the (?:same )?(?:date|day) (?:of|as)){_TO}",
        lambda found: (
            ("cannot" if found["be"].lower() in ("is", "are") else "could not") + " be billed on the same date as"
        ),
    ),
    idiom(
        "limits",
        rf"{NOT_DENIED}\b(?P<be>is|are|was|were) off[- ]limits on (?:an?|the|any|that) (?P<code>{CODE}) (?:date|day|claim)",
        lambda found: (
            ("cannot" if found["be"].lower() in ("is", "are") else "could not")
            + f" be billed on the same date as {found['code']}"
        ),
    ),
    idiom("fly", r"\b(?P<no>don't|don’t|doesn't|doesn’t|won't|won’t|do not|does not|will not) fly\b", r"\g<no> pay"),
    # one stays, the other goes
    idiom(
        "keep retain",
        rf"{_BIDS}(?:drop|remove|strike|delete|omit|leave off|take off|pull) (?P<loser>{CODE}),?(?: and| but)? (?:keep|retain) (?P<winner>{CODE})",
        r"\g<bid>\g<loser> is bundled into \g<winner>",
    ),
    idiom(
        "keep retain",
        rf"{_BIDS}(?:keep|retain) (?P<winner>{CODE}),?(?: and| but)? (?:drop|remove|strike|delete|omit|leave off|take off|pull) (?P<loser>{CODE})",
        r"\g<bid>\g<loser> is bundled into \g<winner>",
    ),
    # the indicator
    idiom(
        "zero one nil",
        r"\b(?P<head>(?:ncci |ptp |modifier )?)indicator (?:of |is |= ?)?(?P<bit>zero|nil|one)\b(?! of)",
        _indicator,
    ),
    idiom(
        "exclusive bundled locked shut barred edit pair",
        r"\b(?P<head>(?:exclusive|bundled|locked|shut|barred|edit|pair)(?: of it| together| tight| out)? with) an? (?P<bit>[01])\b(?![\w.%-])",
        _indicator,
    ),
    idiom(
        "edit pair indicator",
        rf"\b(?P<head>(?:edit|pair|indicator)(?: (?:between|of|for) (?:them|the two|these two|{CODE} and {CODE}))? (?:is|has|carries|shows|bears)) an? (?P<bit>[01])\b(?![\w.%-])",
        lambda found: re.sub(r" is$", " has", found["head"]) + f" indicator {found['bit']}",
    ),
    # what opens it
    idiom(
        "bypass way escape exit workaround loophole override key relief",
        rf"(?:,|;|\band\b|-)? ?(?:\bthere(?:'s|’s| is) |\bwith )?\bno {_EXIT}(?: possible| allowed| available| at all)?(?=[.;,]|$)",
        _no_way,
    ),
    idiom(
        "splits separates parts divorces frees pries pulls unhooks decouples detaches liberates",
        rf"\b(?P<by>no modifier|{_OPENER}) {_PART}e?s (?P<a>{CODE}) (?:away )?(?:from|off|and) (?P<b>{CODE})",
        r"\g<by> opens \g<a> with \g<b>",
    ),
    idiom(
        "split separate divorce free pry unhook decouple detach liberate",
        rf"\b(?P<by>no modifier|{_OPENER}) (?P<help>can|will|may|would|cannot|can't|can’t|won't|won’t|doesn't|doesn’t) {_PART} (?P<a>{CODE}) (?:away )?(?:from|off|and) (?P<b>{CODE})",
        r"\g<by> \g<help> open \g<a> with \g<b>",
    ),
    idiom(
        "unlocked unbundled freed separated released carved broken split",
        rf"\b(?P<may>can|may|could) be (?:unlocked|unbundled|freed|separated|released|carved out|broken out|split off) (?:against|from|with|beside|next to) (?P<code>{CODE}) (?:with|by|using|via|through) (?=(?:an? modifier|{MODIFIER}))",
        r"\g<may> be billed with \g<code> with ",
    ),
    idiom(
        "permits allows accepts admits tolerates",
        rf"^(?P<lead>\W*)(?P<a>{CODE})\s?(?:/|with|and|\+)\s?(?P<b>{CODE}) (?P<verb>permits|allows|accepts|admits|tolerates) (?=an? modifier\b)",
        r"\g<lead>the edit between \g<a> and \g<b> allows ",
    ),
    idiom(
        "permit allow accept admit",
        rf"^(?P<lead>\W*)(?P<a>{CODE})\s?(?:/|with|and|\+)\s?(?P<b>{CODE}) (?P<no>doesn't|doesn’t|does not) (?:permit|allow|accept|admit) (?=an? modifier\b)",
        r"\g<lead>the edit between \g<a> and \g<b> \g<no> allow ",
    ),
    idiom(
        "over",
        rf"^(?P<lead>\W*)(?P<winner>{CODE}) over (?P<loser>{CODE})\s?[:,;-]\s(?:an? )?modifier (?:is )?(?P<may>allowed|permitted|possible|ok|okay)(?=[.;]|$)",
        r"\g<lead>\g<loser> is column 2 of \g<winner>, and the edit between \g<winner> and \g<loser> allows a modifier",
    ),
    # whether there is one
    idiom(
        "tying ties linking links joining joins connecting connects binding binds coupling couples pairing pairs tethering tethers",
        rf"\b(?:there(?:'s|’s| is) )?no {_EDIT} (?:that )?{_JOINS} (?P<a>{CODE}) (?:to|with|and) (?P<b>{CODE})",
        r"there is no edit between \g<a> and \g<b>",
    ),
    idiom(
        "ties links joins connects binds couples tethers",
        rf"\bnothing {_JOINS} (?P<a>{CODE}) (?:to|with|and) (?P<b>{CODE})",
        r"\g<a> can be billed with \g<b>",
    ),
    idiom(
        "ties links joins connects binds couples tethers",
        rf"\bno {_EDIT} (?:that )?{_JOINS} (?:them|the two|these two|those two|both)\b(?= together\b)?(?: together)?",
        "no edit exists between them",
    ),
    idiom(
        "different separate distinct",
        r"\bif the (?P<thing>device|field|site|lesion|tumor|structure|area) is (?:really |truly |genuinely )?(?:a )?(?P<how>different|separate|distinct)(?: one)?\b",
        r"if it is a \g<how> \g<thing>",
    ),
    # "beside a 77295 plan": the code and what kind of service it is
    idiom(
        "plan",
        r"\b(?P<by>beside|with|alongside|next to|into|inside|on top of) (?:a|the|an) (?P<code>77295|77301|7730[67]|7731[678]|77321) plan\b",
        r"\g<by> \g<code>",
    ),
    idiom("its", r", (?=its (?:mue|limit|indicator|status|edit)\b)", "; "),
    idiom(
        "takes",
        rf"(?P<winner>{CODE}) takes (?:in (?P<a>{CODE})|(?P<b>{CODE}) in)(?=[.,;]|$)",
        lambda found: f"{found['winner']} includes {found['a'] or found['b']}",
    ),
    idiom(
        "unlocked unbundled freed separated released pried split",
        rf"(?P<a>{CODE}) (?:can't|can’t|cannot|can never) be (?:unlocked|unbundled|freed|separated|released|pried loose|split off) (?:against|from|beside) (?P<b>{CODE})(?: (?:by|with) (?:a|any) modifier)?(?=[.,;:]|$)",
        r"no modifier opens \g<a> with \g<b>",
    ),
    idiom(
        "both",
        rf"\bboth (?P<may>can|may) be (?:coded|billed|reported|paid|charged|claimed),? (?=with (?:an? modifier|{MODIFIER}))",
        r"the two \g<may> be billed together ",
    ),
    # a payer's days around the plan
    idiom(
        "days",
        rf"^(?P<lead>\W*)(?P<n>\w+(?:-\w+)?) days (?:out|later|apart|on),? (?:the )?(?P<code>{CODE}) (?P<be>is|lies|falls|sits) (?:past|outside(?: of)?|beyond|clear of|out of) (?=(?:\S+ ){{1,4}}?(?:\d+|\w+)[- ]day window)",
        r"\g<lead>at \g<n> days \g<code> \g<be> outside ",
    ),
    idiom(
        "accept take honor allow recognize",
        rf"\bthey (?:accept|take|honor|allow|recognize) (?:modifier )?-?(?P<mod>59|X[EPSU])(?: there| on it)? only (?:for|(?:when|if|where) (?:it's|it’s|it is)) (?=(?:another|a different)\b)",
        r"modifier \g<mod> is accepted only for ",
    ),
    idiom("count", r"\bno day count around (?=77301\b)", "no window around "),
    idiom(
        "has",
        rf"(?P<winner>{CODE}) (?:already )?has (?P<loser>{CODE}) (?:in|inside) it\b",
        r"\g<winner> includes \g<loser>",
    ),
    idiom(
        "share",
        rf"(?P<a>{CODE}) and (?P<b>{CODE}) (?P<no>cannot|can't|can’t|may not|must not|never|don't|don’t|do not) share (?:a|one|the same) (?:date|day|claim)(?: of service)?\b",
        r"\g<a> and \g<b> cannot be billed together",
    ),
    idiom(
        "stays",
        rf"(?P<a>{CODE}) stays off (?:the|a) (?:claim|bill) (?:when|if|where) (?P<b>{CODE}) is (?:on it|there|billed|reported)",
        r"\g<a> cannot be billed with \g<b>",
    ),
    idiom("loser", r"\bthe (?:loser|losing code) of (?=the (?:pair|edit|two))", "the column 2 code of "),
    idiom("winner", r"\bthe (?:winner|winning code) of (?=the (?:pair|edit|two))", "the column 1 code of "),
    idiom("hard", r"\bhard (?:bundle|stop|block)\b", "hard edit"),
    idiom("unpaid", r"\b(?:goes|stays|is|remains) unpaid\b", "is not paid"),
    idiom("room", r"\bleaves room for (?=an? modifier\b)", "allows "),
    idiom("room", r"\bleaves no room for an? modifier\b", "allows no modifier"),
    idiom("lets", r"\blets a modifier (?:through|in|past)\b", "allows a modifier"),
    idiom("lets", r"\blets no modifier (?:through|in|past)\b", "allows no modifier"),
    idiom(
        "frees unlocks saves releases liberates rescues",
        rf"(?P<mod>(?:modifier )?-?(?:59|X[EPSU])) (?:frees|unlocks|saves|releases|liberates|rescues) (?P<code>{CODE})(?= (?:when|if|for|because)\b|[.,;]|$)",
        r"with \g<mod> \g<code> is paid",
    ),
    idiom(
        "pay pays",
        rf"(?P<loser>{CODE}) (?:never|doesn't|doesn’t|does not|won't|won’t|cannot|can't|can’t) pays? (?:next to|beside|alongside)(?= {CODE})",
        r"\g<loser> is bundled into",
    ),
    idiom("ride", r"\b(?P<can>can|may|cannot|can't|can’t|may not) ride(?: along)? with\b", r"\g<can> be billed with"),
    idiom(
        "needs",
        rf"(?P<code>{CODE}) needs (?P<mod>(?:an? modifier|{MODIFIER})) to (?:get past|get around|get by|clear|beat|survive|stand beside|pass) (?P<other>{CODE})",
        r"\g<code> loses to \g<other>; \g<mod> opens the edit",
    ),
)
