"""A modifier that opens nothing: "with no modifier exception", "may not be separated with a modifier"."""

# ruff: noqa: E501 - patterns: one thought, one line
from __future__ import annotations

import re

from assistant.checking.plainly.idiom import CODE, MODIFIER, Idiom, idiom

_OPENED = r"(?:allowed|permitted|accepted|possible|available|recognized|honored)"
_OPENING = r"(?:exception|override|bypass|exemption|exit|workaround|way out|escape|option)"
_APART = (
    r"(?:separated|unbundled|split|parted|divided|unlocked|freed|released|uncoupled|detached|broken out|carved out)"
)
_NEVER = r"(?:may not|must not|can not|cannot|can't|can’t|could not|couldn't|couldn’t|may never|can never|should not)"
_TELLS_AN_EDIT = re.compile(r"\b(?:column|indicator|edit|pair|bundl\w*|included|part of)\b", re.I)
_NTH = {
    "one": "second", "1": "second", "a single": "second", "two": "third", "2": "third", "three": "fourth", "3": "fourth",
    "four": "fifth", "4": "fifth", "five": "sixth", "5": "sixth", "ten": "eleventh", "10": "eleventh",
}  # fmt: skip
_LIMIT = r"(?:mue|limit|cap|maximum|ceiling|date limit|daily limit)"
_DAY = r"(?:per|a|each|on one|on a single|on any one|in one) (?:date|day)(?: of service)?"
_HOLDS = r"(?:override|overrides|bypass|bypasses|lift|lifts|raise|raises|get around|gets around|get past|gets past|beat|beats|break|breaks|change|changes|exceed|exceeds|defeat|defeats|remove|removes|waive|waives|extend|extends)"


def _pair_stays_shut(found: re.Match[str]) -> str:
    """ "A modifier is not allowed, as the edit has indicator 0": it opens no edit; of one code it may say another thing."""
    text = found.string
    two = len(set(re.findall(r"\b(?:\d{5}|G\d{4})\b", text))) > 1
    return "no modifier opens the pair" if two or _TELLS_AN_EDIT.search(text) else found.group()


def _limit_stands(found: re.Match[str]) -> str:
    """ "59 cannot override the limit of one unit of 77427 per date": the limit, and that 59 buys no unit more."""
    bare = re.sub(r"^(?:(?:an?|the|its|own|modifiers?|mod) )*[-–]?", "", found["mod"], flags=re.I)
    nth = _NTH[found["n"].lower()]
    return (
        f"{found['code']} is limited to {found['n']} per date and modifier {bare} cannot rescue a {nth} {found['code']}"
    )


OF_REFUSALS: tuple[Idiom, ...] = (
    idiom(
        "modifier",
        rf"\b(?:an?|any|the use of a) modifier is (?:not|never) {_OPENED}(?= ?(?:[.,;:]|$|because|since|as))",
        _pair_stays_shut,
    ),
    idiom("modifier", rf"\bno modifier is {_OPENED}(?= ?(?:[.,;:]|$|because|since|as))", _pair_stays_shut),
    idiom(
        "modifier",
        rf"(?P<told>\b(?:bundled|included|folded|packaged|column 2|column two)\b[^.;]*?),? (?:with no|without (?:an?|any)|and no|and there is no|and has no) (?:possible )?modifier {_OPENING}(?=[.,;:]|$)",
        r"\g<told>, no modifier opens it",
    ),
    idiom(
        "separated unbundled split parted divided unlocked freed released uncoupled detached broken carved",
        rf"(?P<a>{CODE}) {_NEVER} be {_APART} from (?P<b>{CODE}) (?:with|by|using|by using) (?:an?|any) modifier",
        r"no modifier opens \g<a> with \g<b>",
    ),
    idiom(
        "separated unbundled split parted unlocked",
        rf"(?P<a>{CODE}) and (?P<b>{CODE}) {_NEVER} be {_APART} (?:with|by|using|by using) (?:an?|any) modifier",
        r"no modifier opens \g<a> with \g<b>",
    ),
    idiom(
        "limit mue cap maximum ceiling",
        rf"(?P<mod>{MODIFIER}) (?:cannot|can't|can’t|does not|doesn't|doesn’t|will not|won't|won’t|can never|never|may not) {_HOLDS} the {_LIMIT} of (?P<n>one|two|three|four|five|ten|a single|\d{{1,2}})(?<!\b[6-9])(?: units?)?(?: of| for)? (?P<code>{CODE}) {_DAY}",
        lambda found: _limit_stands(found) if found["n"].lower() in _NTH else found.group(),
    ),
    # "a modifier such as 59 or XS may be used, because the pair has indicator 1"
    idiom(
        "such like",
        rf"\b(?:an? |the )?modifiers? (?:such as|like) (?P<mod>{MODIFIER}(?:,? or {MODIFIER})?) (?:may|can|could) be (?:used|appended|reported|added|applied)(?=,? (?:because|since|as) (?:the|this|their) (?:pair|edit|ncci|ptp))",
        r"modifier \g<mod> opens the pair",
    ),
    idiom(
        "may can could",
        r"(?P<mod>modifiers? (?:59|X[EPSU])(?:,? or (?:59|X[EPSU]))?) (?:may|can|could) be (?:used|appended|reported|added|applied)(?=,? (?:because|since|as) (?:the|this|their) (?:pair|edit|ncci|ptp))",
        r"\g<mod> opens the pair",
    ),
    # "significant and separately identifiable from 77263"
    idiom("identifiable", r"\b(?P<so>separately identifiable) from (?:the )?(?:77[2-4]\d\d)\b", r"\g<so>"),
    # PC is no professional component
    idiom(
        "substitute replacement stand",
        r"\b(?:modifier )?PC (?P<be>is not|isn't|isn’t|is never|is) (?:an? |any )?(?:substitute|replacement|stand-in|alternative|equivalent) (?:for|to) (?:modifier )?26\b",
        lambda found: (
            f"modifier PC {'means' if found['be'].lower() == 'is' else 'does not mean'} the professional component"
        ),
    ),
    idiom(
        "identifies reports marks flags denotes signals means indicates",
        r"(?<!modifier )(?-i:\bPC\b) (?:identifies|reports|marks|flags|denotes|signals|means|indicates)(?= an? )",
        "modifier PC means",
    ),
    idiom(
        "identifies denotes",
        r"\bmodifier (?P<mod>PC|26|TC) (?:identifies|denotes)(?= )",
        r"modifier \g<mod> means",
    ),
)
