"""The edit of two codes: its indicator and columns, what opens it and what does not, and whether there is one."""

# ruff: noqa: E501 - patterns: one thought, one line
from __future__ import annotations

import re

from assistant.checking.plainly.idiom import CODE, JOINS, MODIFIER, Idiom, idiom

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
_PART = r"(?:split|separate|part|divorce|free|pry|pull|unhook|decouple|detach|liberate)"


def _indicator(found: re.Match[str]) -> str:
    return f"{found['head']} indicator {_BITS[found['bit'].lower()]}"


def _no_way(found: re.Match[str]) -> str:
    """ "folds into 77301, no bypass": of an edit, and not of a limit."""
    return ", no modifier opens it" if _OF_AN_EDIT.search(found.string[: found.start()]) else found.group()


OF_EDITS: tuple[Idiom, ...] = (
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
        rf"\b(?:there(?:'s|’s| is) )?no {_EDIT} (?:that )?{JOINS} (?P<a>{CODE}) (?:to|with|and) (?P<b>{CODE})",
        r"there is no edit between \g<a> and \g<b>",
    ),
    idiom(
        "ties links joins connects binds couples tethers",
        rf"\bno {_EDIT} (?:that )?{JOINS} (?:them|the two|these two|those two|both)\b(?= together\b)?(?: together)?",
        "no edit exists between them",
    ),
    idiom("its", r", (?=its (?:mue|limit|indicator|status|edit)\b)", "; "),
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
    idiom(
        "accept take honor allow recognize",
        r"\bthey (?:accept|take|honor|allow|recognize) (?:modifier )?-?(?P<mod>59|X[EPSU])(?: there| on it)? only (?:for|(?:when|if|where) (?:it's|it’s|it is)) (?=(?:another|a different)\b)",
        r"modifier \g<mod> is accepted only for ",
    ),
    idiom("count", r"\bno day count around (?=77301\b)", "no window around "),
    idiom("loser", r"\bthe (?:loser|losing code) of (?=the (?:pair|edit|two))", "the column 2 code of "),
    idiom("winner", r"\bthe (?:winner|winning code) of (?=the (?:pair|edit|two))", "the column 1 code of "),
    idiom("hard", r"\bhard (?:bundle|stop|block)\b", "hard edit"),
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
        "needs",
        rf"(?P<code>{CODE}) needs (?P<mod>(?:an? modifier|{MODIFIER})) to (?:get past|get around|get by|clear|beat|survive|stand beside|pass) (?P<other>{CODE})",
        r"\g<code> loses to \g<other>; \g<mod> opens the edit",
    ),
)
