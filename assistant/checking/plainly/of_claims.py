"""On whose claim a code stands, who alone sends it in, and what is left off."""

# ruff: noqa: E501 - patterns: one thought, one line
from __future__ import annotations

import re

from assistant.checking.plainly.idiom import ANY_CODE, CODE, CODES, Idiom, idiom

_END = r"(?=[.,;!]|$)"
_NOT = r"(?<!not )(?<!n't )(?<!n’t )(?<!never )(?<!no longer )"
_WHO = r"(?:physician|doctor|radiation oncologist|hospital|facility)"
_OUTPATIENT = r"(?:in|at) (?:a|the) (?:hospital outpatient (?:department|setting|clinic)|hospital)"
_HDR = re.compile(r"(?<!\d)(?:7776[78]|7777[012])(?!\d)")


def _alone(found: re.Match[str]) -> str:
    who = "hospital" if found["who"].lower() in ("hospital", "facility") else "physician"
    return f"{found['lead']}only the {who} bills {found['code']}"


def _where_given(found: re.Match[str]) -> str:
    """ "77771 with 26 when the HDR treatment is given in a hospital": where, and of the code's own technique."""
    codes = ANY_CODE.findall(found.string)
    own = not found["technique"] or (codes and all(_HDR.fullmatch(code) for code in codes))
    return found["where"] if own else found.group()


OF_CLAIMS: tuple[Idiom, ...] = (
    idiom(
        "globally",
        r"\bglobally,? (?:without|with no) (?:(?:a|any) )?(?:modifiers? )?(?:-?26 (?:or|and|nor) (?:modifier )?-?TC|-?TC (?:or|and|nor) (?:modifier )?-?26)\b",
        "globally",
    ),
    idiom(
        "claim bill",
        rf"^(?P<lead>\W*)(?P<code>{CODE}) (?:belongs|goes|is (?:billed|reported)) on the (?P<who>{_WHO})(?:'s|’s) (?:claim|bill) (?:only|alone){_END}",
        _alone,
    ),
    # the letter of the other system is the hospital's
    idiom(
        "opps",
        rf"^(?P<who>\W*only the physician bills (?P<code>{CODE})),? (?P<why>since|because|as) (?:its|the) OPPS status(?: indicator)? is (?P<letter>[A-Z]\d?)(?=[.;!]|$)",
        r"\g<who>, because the hospital's status indicator of \g<code> is \g<letter>",
    ),
    # the technical part in a hospital: "only" says that the physician is not paid for it
    idiom(
        "only",
        rf"^(?P<lead>\W*)only the (?:hospital|facility) (?:can be|may be|is|gets) (?:paid|reimbursed) for the technical (?:component|part|portion) of (?P<code>{CODE}) (?:when the patient is |for (?:a )?patients? )?(?P<where>in POS (?:19|22|21)|in an? (?:hospital outpatient department|outpatient hospital)){_END}",
        r"\g<lead>\g<where> the technical component of \g<code> belongs to the hospital, and the physician does not bill \g<code>-TC",
    ),
    idiom(
        "one",
        rf"\bthe (?P<who>{_WHO}) is the one (?:that|who|which) (?P<verb>bills|reports)(?= {CODE})",
        r"only the \g<who> \g<verb>",
    ),
    idiom(
        "when where if",
        rf"\b(?:when|where|if) the (?P<technique>HDR )?(?:treatment|service|procedure|session) (?:is|was) (?:given|delivered|performed|provided|done) (?P<where>{_OUTPATIENT}){_END}",
        _where_given,
    ),
    idiom(
        "unpaid",
        rf"\b(?P<who>medicare|cms) (?:left|leaves) (?P<what>it|{CODE}) unpaid{_END}",
        r"\g<who> did not pay \g<what>",
    ),
    idiom(
        "left omitted dropped out off",
        rf"\bonly (?P<a>{CODE}) (?P<be>is (?:billed|reported))(?P<what> for management)?,? and (?P<b>{CODE}) is (?:left off|left out|omitted|dropped|not billed|not reported){_END}",
        r"\g<a> \g<be>\g<what> and not \g<b>",
    ),
    idiom(
        "rather",
        rf"(?P<head>\bdelivery {_NOT}(?:is|was) (?:reported|billed) with {CODES}(?:-G\d{{4}})?) rather than (?={CODE})",
        r"\g<head> instead of ",
    ),
)
