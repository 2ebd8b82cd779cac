"""Which code a treatment takes, told by its name first: "complex delivery at 6 to 10 MeV was reported with G6012"."""

# ruff: noqa: E501 - patterns: one thought, one line
from __future__ import annotations

import re

from assistant.checking.energies_told import BY_ENERGY, of_another_energy
from assistant.checking.plainly.idiom import CODE, CODES, Idiom, idiom

_LEVELS = "77402, 77407 or 77412"
_ONE = r"(?:G60\d\d|77\d{3})"
_LIST = rf"(?P<one>{_ONE}), (?P<two>{_ONE}),? and (?P<three>{_ONE})"
_PLACES = r"(?:hospitals|hospital outpatient departments|facilities) and (?:freestanding |independent |private |office-based )?(?:cent(?:er|re)s|clinics|offices|practices)"
_PLACES_TURNED = r"(?:freestanding |independent |private |office-based )?(?:cent(?:er|re)s|clinics|offices|practices) and (?:hospitals|hospital outpatient departments)"
_REPORTED = r"(?:reported|billed|coded|charged|claimed)"
# Payers whose own rule of the levels the rule book holds.
_PAYER = r"(?P<payer>UnitedHealthcare|United Healthcare|UHC|eviCore)"
_LATER = re.compile(
    r"\b20\d\d-(?!01-01)\d\d-\d\d|\b(?:jan(?:uary|\.)? (?!1\b|20)\d|(?:feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z.]* \d)",
    re.I,
)
_RANK = r"(?:simple|intermediate|complex)"
_SOURCES = r"(?:LDR|low[- ]dose[- ]rate) (?:brachytherapy |radioactive |radiation )?(?:sources?|seeds?)"
PROTONS = frozenset({"77520", "77522", "77523", "77525"})
_OLD_IMRT = re.compile(r"\b(?:G6015|G6016|77385|77386)\b")


def _new_codes(found: re.Match[str]) -> str:
    """The levels that the old code of the sentence can have become; they begin with the year."""
    if _LATER.search(found.string, found.end()):
        return found.group()
    return "77407 or 77412" if _OLD_IMRT.search(found.string) else _LEVELS


def _of_sources(found: re.Match[str]) -> str:
    rank = found["before"] or found["behind"] or ""
    return f"{rank.strip()} {found['where'].lower()} low-dose-rate source application".strip()


def _of_its_energy(found: re.Match[str]) -> str:
    """ "Complex delivery at 6 to 10 MeV was reported with G6012"; an energy that is the code's own is its name."""
    if of_another_energy(found.group().lower()):
        return found.group()
    code = found["code"].rpartition(" ")[2].upper()
    what = found["what"].lower().split(" at ")[0] if code in BY_ENERGY else found["what"].lower()
    return f"{found['lead']}{code} {found['be']} the code for {what}{found['when'] or ''}"


def _all_of_them(found: re.Match[str]) -> str:
    """ "Proton delivery codes such as 77523 are": said of them all, if that one is one of them."""
    named = set(re.findall(r"\d{5}", found["codes"]))
    return f"{found['what']} {found['be']}" if named <= PROTONS else found.group()


OF_DELIVERY: tuple[Idiom, ...] = (
    idiom(
        "codes",
        r"(?<=\band )the (?:new |three |2026 |new 2026 )*(?:level|delivery|level-based|leveled) codes(?= (?:for|on|from|starting|beginning|after) )",
        _new_codes,
    ),
    # what people of one kind bill: each of these codes for its case, not all of them on one date
    idiom(
        "use bill report",
        rf"\b(?:both )?(?P<who>{_PLACES}|{_PLACES_TURNED}) (?:both )?(?P<verb>use|bill|report) {_LIST}(?=\s*(?:[.;]|$| in | for | from | since ))",
        r"\g<who> \g<verb> \g<one>, \g<two> or \g<three>",
    ),
    idiom(
        "used",
        rf"\b(?P<who>(?:the |an? )?(?:physicians?|doctors?|radiation oncologists?|hospitals?|freestanding cent(?:er|re)s?|offices?|practices?)) used (?=(?:only |either )?{CODES})",
        r"\g<who> billed ",
    ),
    idiom(
        "delivery",
        rf"^(?P<lead>\W*)(?P<what>(?:simple|intermediate|complex) (?:treatment |radiation |photon )?delivery at (?:up to \d+|\d+ to \d+|\d+-\d+|\d+) (?:MeV|MV)(?: or more| and more| or higher| and above)?) (?P<be>is|was) {_REPORTED} (?:with|as|under|using) (?P<code>{CODE})(?P<when> (?:in|during) 20\d\d| (?:through|until) [\w ,]+20\d\d)?(?=\s*(?:[.]|$))",
        _of_its_energy,
    ),
    # "77014 can no longer be billed; 77387 is the replacement for the professional work"
    idiom(
        "replacement successor",
        rf"(?P<led>\b(?:billed|reported|used|valid|ended|gone|deleted|retired)\b[^;]{{0,40}}; )(?P<code>{CODE}) (?P<be>is|was) (?:now )?(?:the|its) (?:replacement|successor) (?P<part>for the (?:professional|technical) (?:work|part|component|side))",
        r"\g<led>\g<part> it \g<be> replaced by \g<code>",
    ),
    idiom(
        "used",
        rf"(?P<what>\bguidance that used to be (?P<old>{CODE}) (?:is|was) (?:now )?(?:reported|billed|coded)) (?:with|as|under|by) (?:the )?add-on (?:code )?(?P<new>{CODE})(?=[.,;]|$)",
        r"\g<what> with \g<new>, an add-on code",
    ),
    idiom(
        "brachytherapy",
        r"\bHDR brachytherapy(?: treatment| delivery)?(?= (?:with|using|through|by) (?:\d+|one|two|over|more than)[\w ]{0,8} channels?\b)",
        "HDR",
    ),
    # a device made for one patient is complex (astro-faq-treatment-devices), whatever it holds
    idiom(
        "mask masks cushion cushions",
        rf"\b(?P<a>an? |the )?(?:custom(?:-made|-formed)?|patient-specific|individually (?:made|formed)) (?:thermoplastic masks?|vacuum cushions?|aquaplast masks?|head masks?|masks?) (?P<be>is|are) {_REPORTED} (?:as a complex (?:treatment )?device,? )?(?:with|as|under|using) (?P<code>{CODE})(?=[.,;]|$)",
        r"a complex treatment device is billed with \g<code>",
    ),
    # sources placed: the rank and the place choose the code
    idiom(
        "ldr low",
        rf"\b(?:the )?(?P<before>{_RANK} )?(?P<where>interstitial|intracavitary) (?:application|placement) of {_SOURCES}(?:, (?P<behind>{_RANK}),?)?(?= (?:is|are|was|were)\b)",
        _of_sources,
    ),
    idiom(
        "such like",
        rf"\b(?P<what>proton (?:treatment |beam )?delivery codes),? (?:such as|like|including) (?P<codes>{CODES}),? (?P<be>are|were)\b",
        _all_of_them,
    ),
    idiom(
        "surface superficial",
        rf"(?P<code>{CODE}) for (?:the )?(?:surface|superficial) (?:radiation(?: therapy| treatment)?|x-ray(?: treatment| therapy)?|treatment) planning and simulation-aided (?:field setting|setting of (?:the )?fields)\b",
        r"\g<code> for surface treatment planning",
    ),
    idiom("accelerator", r"\blinear[- ]accelerator(?:-based)? radiosurgery\b", "linac radiosurgery"),
    idiom(
        "combines",
        r"(?P<why>\b(?:since|because|as) (?:it|this|that|the session|the treatment)) combines (?P<one>[\w -]{3,40}?) with (?=active motion management|multiple isocenters|several isocenters)",
        r"\g<why> is \g<one> with ",
    ),
    # what a payer's own policy asks for a treatment, which no payment status answers
    idiom(
        "policy rules guideline",
        rf"\bunder {_PAYER}(?:'s|’s)? (?:\w+ )?(?:policy|rules|guideline),? (?P<what>(?:single-isocenter|one-isocenter|multi-isocenter|multiple-isocenter) [\w -]{{3,40}}?) (?:is|are) {_REPORTED} (?:as|with|under) (?P<code>{CODE})",
        r"\g<payer> wants \g<code> for \g<what>",
    ),
)
