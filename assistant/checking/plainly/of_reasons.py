"""A pair and what it is said to come to, where a code is named by what it does: "so only the complex simulation is billed"."""

# ruff: noqa: E501 - patterns: one thought, one line
from __future__ import annotations

import re

from assistant.checking.plainly.idiom import ANY_CODE, CODE, Idiom, idiom

_END = r"(?=[.;!]|$)"
# A name, and the codes that it can mean; it means the one of them that the sentence has named before.
_NAMES = {
    r"complex simulation": r"77290",
    r"intermediate simulation": r"77285",
    r"simple simulation": r"77280",
    r"IMRT plan": r"77301",
    r"3-?D plan": r"77295",
    r"(?:basic )?(?:dose |dosimetry )?calculation|basic dosimetry": r"77300",
    r"HDR (?:code|delivery|treatment)": r"7776[78]|7777[012]",
    r"SBRT (?:code|delivery)": r"77373",
    r"LDR (?:code|implant)": r"77778",
}
_NAME = rf"(?:the )?(?:{'|'.join(_NAMES)})(?: codes?)?"


def _meant(name: str, before: str) -> str:
    """The one code of the sentence so far that the name can mean, or nothing."""
    plain = re.sub(r"^the | codes?$", "", name, flags=re.I)
    for pattern, codes in _NAMES.items():
        if re.fullmatch(pattern, plain, re.I) or re.fullmatch(pattern, f"{plain} code", re.I):
            fits = {code for code in ANY_CODE.findall(before) if re.fullmatch(codes, code)}
            return fits.pop() if len(fits) == 1 else ""
    return ""


def _only(found: re.Match[str]) -> str:
    before = found.string[: found.start()]
    code = _meant(found["name"], before)
    return f"so only {code} {found['verb']}" if code and len(set(ANY_CODE.findall(before))) == 2 else found.group()


def _inside(found: re.Match[str]) -> str:
    before = found.string[: found.start()]
    inner, outer = (_meant(found[part], before) for part in ("inner", "outer"))
    two = inner and outer and len(set(ANY_CODE.findall(before))) == 2
    return f"{found['why']} {inner} {found['verb']} {outer}" if two else found.group()


OF_REASONS: tuple[Idiom, ...] = (
    idiom(
        "bundled",
        rf"^(?P<lead>\W*)(?P<a>{CODE}) and (?P<b>{CODE}) are bundled(?: together)?,? (?:with|under) (?:an? )?(?:NCCI )?(?P<what>(?:modifier )?indicator)(?: of)? (?P<bit>[019])(?=[.,;!]|$)",
        r"\g<lead>\g<a> and \g<b> have an edit with \g<what> \g<bit>",
    ),
    idiom(
        "appropriate justified supported warranted",
        r"(?P<head>\bindicator (?:of )?[019],? so (?:a|the) modifier (?:may|can) be (?:used|appended|added)) (?:when|where|if) (?:clinically |it is )?(?:appropriate|justified|supported|warranted)(?=[.;!]|$)",
        r"\g<head>",
    ),
    idiom(
        "simulation plan", rf"\bso only (?P<name>{_NAME}) (?P<verb>is (?:billed|paid|payable|reported)){_END}", _only
    ),
    idiom(
        "included",
        rf"\b(?P<why>because|since|as) (?P<inner>{_NAME}) (?P<verb>is (?:already )?included in) (?P<outer>{_NAME}){_END}",
        _inside,
    ),
    # what the limit of a date leaves
    idiom(
        "room",
        r"(?P<head>\bMUE\b[^.;]{0,50}\b(?:is|of) \d{1,2}(?: per (?:day|date))?),? (?:which|and|so it) leaves room for (?:an? )?(?:BID|b\.i\.d\.|twice-daily|twice-a-day) (?:schedule|treatment|regimen|course|day)(?=[.;!]|$)",
        r"\g<head>, so two units on one date pass",
    ),
    idiom(
        "appealed",
        r"(?P<head>\bMUE\b[^.;]{0,50}\b(?:is|of) \d{1,2}),? (?:and|with) (?P<mai>MAI ?[23]),? (?:so|which means(?: that)?|meaning(?: that)?) (?:more|extra|additional|excess|further) units? (?:can|may|could) be appealed(?: with (?:(?:good|clear|proper|supporting|medical) )*(?:documentation|records))?(?=[.;!]|$)",
        r"\g<head>; with \g<mai> an appeal can be won",
    ),
)
