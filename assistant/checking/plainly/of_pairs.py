"""Two codes of one date: which gives way and which shuts the other out.

The winner and the loser never change places: a verb told from the winner's side is turned round with its codes.
"""

# ruff: noqa: E501 - patterns: one thought, one line
from __future__ import annotations

import re

from assistant.checking.plainly.idiom import CODE, JOINS, NOT_DENIED, Idiom, idiom
from assistant.rules.codes import successors

_TO = rf"(?= (?:the |a |any )?{CODE})"
# A bidding: nothing before it that could turn or narrow it.
_BIDS = r"(?P<bid>^\W*(?:so |then |please |just )?|[,;:–—-] (?:so |then |just )?|\bso )"


def _yields(found: re.Match[str]) -> str:
    """ "77317 gives way to 77318": of a code with a successor it tells the year, of another the edit."""
    code = found["loser"][-5:].upper()
    no = (found.groupdict().get("no") or "").strip()
    verb = "loses to" if no in ("", "never") else "lose to"
    return found.group() if successors(code) else " ".join(word for word in (found["loser"], no, verb) if word)


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
    idiom(
        "ties links joins connects binds couples tethers",
        rf"\bnothing {JOINS} (?P<a>{CODE}) (?:to|with|and) (?P<b>{CODE})",
        r"\g<a> can be billed with \g<b>",
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
    idiom(
        "takes",
        rf"(?P<winner>{CODE}) takes (?:in (?P<a>{CODE})|(?P<b>{CODE}) in)(?=[.,;]|$)",
        lambda found: f"{found['winner']} includes {found['a'] or found['b']}",
    ),
    # a payer's days around the plan
    idiom(
        "days",
        rf"^(?P<lead>\W*)(?P<n>\w+(?:-\w+)?) days (?:out|later|apart|on),? (?:the )?(?P<code>{CODE}) (?P<be>is|lies|falls|sits) (?:past|outside(?: of)?|beyond|clear of|out of) (?=(?:\S+ ){{1,4}}?(?:\d+|\w+)[- ]day window)",
        r"\g<lead>at \g<n> days \g<code> \g<be> outside ",
    ),
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
    idiom("unpaid", r"\b(?:goes|stays|is|remains) unpaid\b", "is not paid"),
    idiom(
        "pay pays",
        rf"(?P<loser>{CODE}) (?:never|doesn't|doesn’t|does not|won't|won’t|cannot|can't|can’t) pays? (?:next to|beside|alongside)(?= {CODE})",
        r"\g<loser> is bundled into",
    ),
    idiom("ride", r"\b(?P<can>can|may|cannot|can't|can’t|may not) ride(?: along)? with\b", r"\g<can> be billed with"),
)
