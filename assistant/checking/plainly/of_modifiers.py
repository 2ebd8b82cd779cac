"""How a modifier is said to stand on a code, or to have no place there."""

# ruff: noqa: E501 - patterns: one thought, one line
from __future__ import annotations

import re

from assistant.checking.plainly.idiom import CODE, MODIFIER, Idiom, idiom

_WORN = {"": "take", "s": "takes", "es": "takes", "ed": "took", "ing": "taking"}
_TAGGED = (
    r"(?:flagged|tagged|marked|stamped|labell?ed|suffixed|badged|dressed|adorned|decorated|crowned|fitted|branded)"
)
_TAG = r"(?:flag|tag|stamp|badge|label|suffix|brand)"
_LINE = rf"(?:{CODE}|it|them|(?:the|that|this|its|each|every) (?:\w+ )?(?:line|code|service|charge))"
_BARE = r"-?(?:26|TC|25|59|76|77|P[CNO]|X[EPSU]|G[AYZ])(?![\w.%])"
_ROLE = r"(?:role|place|part|business|room|job|use|purpose|standing|home|seat)"
_STANDS = r"(?:ride|sit|stand|land|perch|live|hang|travel)"


_OF_A_LINE = r"(?:on|onto) (?:one|a single|the same|any one|one and the same|a)(?: claim)? line"
_AND = rf"(?:the )?(?:modifiers? )?(?P<a>{_BARE}) and (?:modifier )?(?P<b>{_BARE})"
_NOT = r"(?:never|cannot|can't|can’t|can not|don't|don’t|do not|may not|must not|mustn't|mustn’t|should not|shouldn't|shouldn’t|aren't|aren’t|are not|are never|may never|can never)"
_SHARE = rf"(?:share (?:a|one|the same)(?: claim)? line|(?:both )?(?:go|stand|sit|appear|ride|belong|coexist|be|live|be (?:put|used|reported|billed|placed)|used|reported|put|combined|placed|mixed)(?: together)? {_OF_A_LINE})"


def _exclude(found: re.Match[str]) -> str:
    return f"modifiers {found['a']} and {found['b']} exclude each other on one line"


def _modifier(found: re.Match[str]) -> str:
    """The modifier with its word: a bare "26" is a number elsewhere."""
    bare = re.sub(r"^(?:(?:an?|the|its|own|modifiers?|mod) )*[-–]?", "", found["mod"], flags=re.I)
    return f"modifier {bare}"


def _goes_on(found: re.Match[str]) -> str:
    return f"{_modifier(found)} goes on"


def _not_used(found: re.Match[str]) -> str:
    return f"{_modifier(found)} is not used on"


def _left_off(found: re.Match[str]) -> str:
    return f"{found['lead']}do not use {_modifier(found)} on"


def _takes(found: re.Match[str]) -> str:
    return _WORN[found["how"].lower()]


OF_MODIFIERS: tuple[Idiom, ...] = (
    idiom(
        "wear wears wearing sport sports sporting sported don dons donned flaunt flaunts bear bears",
        rf"\b(?:wear|sport|don|flaunt|flash|bear)(?P<how>s|es|ed|ing|)\b(?= {MODIFIER})",
        _takes,
    ),
    idiom("wore picks pick", rf"\bwore\b(?= {MODIFIER})", "took"),
    idiom("picks", rf"\bpicks up\b(?= {MODIFIER})", "takes"),
    idiom("pick", rf"\bpick up\b(?= {MODIFIER})", "take"),
    # "is flagged with 26", "isn't tagged TC"
    idiom(
        "flagged tagged marked stamped labelled labeled suffixed badged dressed adorned decorated crowned fitted branded",
        rf"\b(?P<be>is|are|was|were|be|been|gets?)(?P<no>n't|n’t| not| never|) {_TAGGED}(?: up)?(?: with| by| as)?(?= {MODIFIER})",
        lambda found: f"{found['be'].replace('gets', 'is').replace('get', 'be')}{found['no']} reported with",
    ),
    # "the center tags 77338 with TC"
    idiom(
        "flag flags tag tags stamp stamps badge badges label labels suffix brand brands",
        rf"(?<!the )(?<!a )(?<!no )\b{_TAG}(?P<how>s|es|)\b (?=(?P<what>{_LINE}) with {MODIFIER})",
        lambda found: "bills " if found["how"] else "bill ",
    ),
    # "26 rides on 77300"; "doesn't ride on"
    idiom(
        "rides sits stands lands perches lives hangs travels",
        rf"(?P<mod>{MODIFIER}) {_STANDS}e?s(?: along)? (?:on|with)(?= (?:{CODE}|the|it|its|that|this|each|every)\b)",
        _goes_on,
    ),
    idiom(
        "ride sit stand land perch live hang travel",
        rf"(?P<mod>{MODIFIER}) (?P<help>\w+(?:n't|n’t| not)?) {_STANDS}(?: along)? (?:on|with)(?= (?:{CODE}|the|it|its|that|this)\b)",
        lambda found: f"{_modifier(found)} {found['help']} go on",
    ),
    # "has no role on 77427", "never goes on 77427", "there is no place for 26 on 77427"
    idiom(
        "role place part business room job use purpose standing home seat",
        rf"(?P<mod>{MODIFIER}) (?:has|plays|holds|finds|have|serves)(?: got)? no {_ROLE}(?: to play)? (?:on|with|at|in|for|beside)(?= )",
        _not_used,
    ),
    idiom(
        "role place part business room job use purpose home",
        rf"\bthere(?:'s|’s| is) no {_ROLE} for (?P<mod>{MODIFIER}) (?:on|with|beside)(?= )",
        _not_used,
    ),
    idiom(
        "never",
        rf"(?P<mod>{MODIFIER}) never (?:goes|belongs|rides|sits|stands|lands|appears|shows up|lives) (?:on|with)(?= {CODE})",
        _not_used,
    ),
    idiom("called", r"\b(?P<be>is|are|was|were)(?P<no>n't|n’t| not| never) called for\b", r"\g<be>\g<no> needed"),
    # "26 and TC never share a line", "use XE or 59, not both on one line"
    idiom("and", rf"{_AND} {_NOT} {_SHARE}", _exclude),
    idiom(
        "contradict exclude clash conflict rule",
        rf"{_AND} (?:contradict|exclude|rule out|clash with|conflict with) (?:each other|one another) {_OF_A_LINE}",
        _exclude,
    ),
    idiom("exclusive", rf"{_AND} are mutually exclusive {_OF_A_LINE}", _exclude),
    idiom(
        "or",
        rf"\b(?:use|append|put|report) (?:either )?(?:modifier )?(?P<a>{_BARE}) or (?:modifier )?(?P<b>{_BARE}),? (?:but )?(?:not|never) (?:both|the two|both of them)(?: together)? {_OF_A_LINE}",
        _exclude,
    ),
    # "59 won't rescue a second 77427", "76 doesn't buy another unit"
    idiom(
        "rescue save buy get win earn justify unlock purchase fetch bring rescues saves buys gets wins earns justifies unlocks",
        rf"(?P<mod>{MODIFIER}) (?P<no>won't|won’t|doesn't|doesn’t|can't|can’t|cannot|will not|does not|will never|can never|never)"
        rf" (?:rescue|save|buy|get|win|earn|justify|unlock|purchase|fetch|bring)s? (?:you |us |them )?(?:a|the|any) (?P<nth>second|third|2nd|3rd|eleventh) (?:unit of )?(?P<code>{CODE})(?: paid| through| back)?(?=[.,;:]|$)",
        lambda found: f"{_modifier(found)} {found['no']} rescue a {found['nth']} {found['code']}",
    ),
    idiom("comes goes", rf"\b(?:comes|goes out|goes off) with(?= {MODIFIER})", "takes"),
    idiom(
        "leave keep",
        rf"^(?P<lead>\W*(?:so |just |please )?)(?:leave|keep) (?P<mod>{MODIFIER}) off(?: of)?(?= {CODE})",
        _left_off,
    ),
    idiom(
        "bare naked unadorned plain",
        rf"(?P<code>{CODE}) (?:travels|walks|rides|goes out|flies) (?:bare|naked|unadorned|plain)(?=[.,;:]|$)",
        r"\g<code> goes without a modifier",
    ),
    idiom(
        "place wasted nothing lost useless use",
        rf"(?P<mod>{MODIFIER}) (?:is out of place|is wasted|has nothing to do|does nothing|is lost|is useless|is of no use|is no use|is pointless) on(?= )",
        _not_used,
    ),
    idiom(
        "rescue save buy get win earn justify unlock allow rescues saves buys gets wins earns justifies unlocks allows",
        rf"(?P<mod>{MODIFIER}) (?:won't|won’t|doesn't|doesn’t|can't|can’t|cannot|will not|does not|never) (?:rescue|save|buy|get|win|earn|justify|unlock|allow)s? (?:you |us )?(?:a|another) (?:second )?(?:unit of )?(?P<code>{CODE}) (?:within|in|for) (?:the same|those|these|that set of) (?P<n>five|5) (?P<thing>fractions|treatments|sessions)\b",
        lambda found: (
            f"{_modifier(found)} is not used on {found['code']}, which is billed once per five {found['thing']}"
        ),
    ),
)
