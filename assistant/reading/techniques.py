"""Technique, body site and motion management, as words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.reading.lexicon import Found, Lexicon
from assistant.reading.patterns import Seldom
from assistant.reading.text import Text

TECHNIQUES = Lexicon(
    {
        "imrt": "imrt | vmat | rapidarc | rapid arc | tomotherapy | tomo | arc therapy | intensity modulated "
        "| intensity modulated radiation | "
        "intensity modulated radiation therapy | ethos",
        "3d": "3d | 3 d | 3dcrt | 3d crt | 3d conformal | conformal | three dimensional | 3 dimensional | "
        "three d | 3 d crt",
        "2d": "2d | 2 d | two dimensional | 2 dimensional | two d",
        "sbrt": "sbrt | sabr | stereotactic body | stereotactic body radiation | stereotactic ablative | "
        "sbrt/sabr | fsrt | fractionated srs | "
        "fractionated stereotactic | fractionated cranial stereotactic | fractionated cranial radiosurgery | fractionated radiosurgery | fractionated cranial srs | multi fraction srs",
        "srs": "srs | radiosurgery | stereotactic radiosurgery | gamma knife | gammaknife | gk | cranial radiosurgery",
        "stereotactic": "frameless | stereotactically | stereotactic treatment | stereotactic course | stereotactic technique",
        "proton": "proton | proton beam | proton therapy | pbt | impt | pencil beam",
        "total_skin_electrons": "tset | tse | tsebt | tseb | tsei | total skin | total skin electron | total skin electron "
        "beam",
        "mixed": "mixed electron and photon | mixed photon and electron | photon and electron | electron and "
        "photon | mixed beam | "
        "mix of electron and photon | mix of photon and electron | combination of electron and photon | combination of photon and electron | mixes photon and electron | mixes electron and photon | mixing photon and electron | mixing electron and photon | combines photon and electron | combines electron and photon | electron mixed with photon | photon mixed with electron | electron combined with photon | photon combined with electron | electron together with photon | electron plus photon | photon plus electron | photon electron | electron photon | mixed electron photon | mixed photon electron",
        "electrons": "electron | electron beam | electron only | electron field | electron boost only",
        "electron boost": "electron boost",  # a part of the course, not its technique
        "hdr": "hdr | high dose rate | hdr brachy | hdr brachytherapy | vaginal cylinder | tandem and ovoid",
        "ldr": "ldr | low dose rate | ldr brachy | seed implant | prostate seed | ldr seed | permanent seed "
        "| permanent implant",
        "superficial": "superficial | orthovoltage | srt | grenz | sensus | superficial x ray | superficial "
        "radiation | ig srt | igsrt | "
        "surface x ray | superficial radiation therapy",
        "iort": "iort | intraoperative | intra operative | intraoperative radiation",
        "hyperthermia": "hyperthermia",
    }
)
SITES = Lexicon(
    {
        "prostate": "prostate", "breast": "breast | chest wall | pmrt", "lung": "lung | nsclc | sclc", "brain": "brain | whole brain | wbrt | gbm | glioma",
        "spine": "spine | spinal", "bone": "bone met | bone metastasis | bone metastases | bone | bony met", "liver": "liver | hcc",
        "pancreas": "pancreas | pancreatic", "head and neck": "head and neck | h n | hn | head neck | h and n | larynx | tonsil | oropharynx",
        "rectum": "rectum | rectal", "anus": "anal | anus", "cervix": "cervix | cervical", "endometrium": "endometrial | endometrium | uterine",
        "esophagus": "esophagus | esophageal", "skin": "skin | bcc | scc | skin cancer", "bladder": "bladder", "lymphoma": "lymphoma",
        "pelvis": "pelvis | pelvic",
    }
)  # fmt: skip
MOTION_MANAGEMENT = Lexicon(
    {
        True: "motion is actively managed | actively managed motion | actively managing motion | motion is managed actively | dibh | deep inspiration breath hold | breath hold | breathhold | breath holding | gating | "
        "gated | respiratory gating | "
        "respiratory gated | motion management | active motion management | motion mgmt | "
        "respiratory motion management | "
        "respiratory tracking | tumor tracking | real time tracking | intrafraction tracking | intra "
        "fraction tracking | abc device | "
        "active breathing control | respiratory management | abdominal compression | motion mgt | "
        "intrafraction motion management",
        False: "motion isn't actively managed | motion is not actively managed | motion isn't managed | motion is not managed | free breathing | no motion management | without motion management | no motion mgmt | no "
        "active motion management | "
        "without active motion management | no gating | without gating | no dibh | without dibh | no "
        "breath hold | not gated | ungated | "
        "no motion mgt | no motion | non gated | no respiratory motion management | no tracking | no "
        "respiratory gating | no mm | "
        "w o motion management | w o gating | w o motion mgmt | without motion mgmt | without motion | "
        "without motion mgt | without breath hold | without respiratory gating | without tracking | "
        "without respiratory motion management | without active motion mgmt | no active motion mgmt",
    }
)
_NEGATED = re.compile(r"\b(?:not|no|non|isn't|wasn't|never|without)[\s-](?:an? |really )?$")
_ELECTRON_ENERGY = Seldom(r"\b\d{1,2}\s?mev\b", "mev")
_UNPLANNED = re.compile(
    r"\b(?:no|without|w/o) (?:a )?(?:ct|3-?d|computer(?:ized)?)[ -](?:based )?(?:planning|plan|sim plan|treatment plan)\b|"
    r"\b(?:clinical|hand)[ -](?:set-?up|calc(?:ulat\w+)?) (?:only|fields?|ports?)\b"
)
_DENIED_AFTER = re.compile(
    r"\s?(?:[:=-]\s?)?(?:no|none|n/a|not used|not needed|n)(?=\s*(?:$|[,.;?)]))|"
    r" (?:(?:is|was|were) )?(?:ordered|prescribed|planned|intended),? (?:but|and|though) (?:was |were |then )?(?:not|never) "
    r"(?:used|done|delivered|performed|given|applied)\b"
)
_ONE_SESSION = re.compile(
    r"\b(?:in|at|within|during) (?:the same|one|a single|each|every) (?:session|sitting|fraction|visit)\b|"
    r"(?<!not )(?<!not the )\bsame (?:session|sitting|fraction|visit)\b"
)
_APART = re.compile(
    r"\b(?:different|separate|other|alternat\w+|two) (?:sessions?|fractions?|days?|dates?|visits?)\b|\bnot (?:in )?the same session\b|"
    r"\bsequential(?:ly)?\b"
)
_CRANIAL = re.compile(r"\bbrain\b|\bcranial\b|\bintracranial\b|\bstereotactic|\b7737[123]\b|\b7743[25]\b")
_SKIN_SRT = re.compile(r"\bskin\b|\bderm|\bbcc\b|\bscc\b|\bsuperficial|\borthovoltage|\bkv\b|\b7743[6789]\b|\b77401\b")
_NAMED_ONLY = re.compile(r"(?:active |respiratory )?motion (?:management|mgmt|mgt)")
_SKIN_TSE = re.compile(r"\btotal[ -]skin")


def find_techniques(text: Text) -> list[Found[str]]:
    """Every technique named and not ruled out ("palliative, not SBRT"), in reading order."""
    named = TECHNIQUES.find(text)
    if not named:  # an energy in MeV is an electron beam's; photons are told in MV
        named = [Found("electrons", one.start(), one.end()) for one in _ELECTRON_ENERGY.finditer(text.lower)]
    if not named and (simple := _UNPLANNED.search(text.lower)):
        named = [Found("2d", *simple.span())]  # photons set up without a plan on a CT
    told = [one for one in named if not _NEGATED.search(text.lower, max(0, one.start - 12), one.start)]
    told = [Found("sbrt", one.start, one.end) if _of_the_brain(one, text) else one for one in told]
    if all(one.value != "stereotactic" for one in told):
        return told
    if any(one.value in ("srs", "sbrt") for one in told):  # "frameless SRS" says which
        return [one for one in told if one.value != "stereotactic"]
    brain = any(one.value == "brain" for one in find_sites(text))
    named_so = "srs" if brain else "sbrt"  # by the place treated, where no word says which
    return [Found(named_so, one.start, one.end) if one.value == "stereotactic" else one for one in told]


def _of_the_brain(one: Found[str], text: Text) -> bool:
    """ "Fractionated brain SRT on a linac": stereotactic radiotherapy, of which the skin knows nothing."""
    return (
        text.lower[one.start : one.end] == "srt"
        and _CRANIAL.search(text.lower) is not None
        and not _SKIN_SRT.search(text.lower)
    )


def find_sites(text: Text) -> list[Found[str]]:
    """Every body site named: for the reader's comfort, no rule hangs on it."""
    return SITES.find(text)


_ORDERED = re.compile(
    r" (?:(?:is|was|were|being) )?(?:(?:only |just )?(?:ordered|prescribed|requested)\b(?! and (?:used|done|given|delivered|performed)|"
    r",? (?:but|and|though) (?:was |were )?(?:not|never))|(?:in|on|per) the (?:order|rx|prescription|directive)\b)"
)
_ORDERS = re.compile(
    r"\b(?:orders?|prescription|rx|directive) (?:only |just )?(?:says?|said|reads?|states?|mentions?|asks? for|for) $"
)


def find_motion_management(text: Text) -> list[Found[bool]]:
    """Every word on motion management; False when the text rules it out, before the word or after ("dibh: no").

    What is only ordered is neither: whether the motion was managed is not told.
    """
    lower = text.lower
    return [
        Found(False, one.start, one.end) if _DENIED_AFTER.match(lower, one.end) else one
        for one in MOTION_MANAGEMENT.find(text)
        if not (_ORDERED.match(lower, one.end) or _ORDERS.search(lower, 0, one.start))
    ]


def mixed_in_a_session(found: list[Found[str]] | tuple[Found[str], ...], text: Text) -> Found[str] | None:
    """Electrons and photons of the same session, told apart: "IMRT photons plus an electron boost in one session"."""
    electrons = [one for one in found if one.value in ("electrons", "electron boost", "mixed")]
    photons = any(one.value in ("imrt", "3d", "2d") for one in found) or re.search(r"\bphotons?\b", text.lower)
    return electrons[0] if electrons and photons and _ONE_SESSION.search(text.lower) else None


def motion_told(found: Sequence[Found[bool]], text: Text) -> Found[bool] | None:
    """What is told of motion; the bare name of the service does not undo "free breathing"."""
    told = [one for one in found if not (one.value and _NAMED_ONLY.fullmatch(text.lower[one.start : one.end]))]
    told = told if {one.value for one in told} == {False} else list(found)
    return told[0] if len({one.value for one in told}) == 1 else None


def in_different_sessions(text: Text) -> bool:
    """Whether the text says that its beams are given in different sessions."""
    return _APART.search(text.lower) is not None


def technique_of(found: list[Found[str]]) -> str | None:
    """One technique for a scenario: electrons beside photons are mixed, total skin beats its own site."""
    said = list(dict.fromkeys(one.value for one in found if one.value != "electron boost"))
    if not said:
        return None
    if "total_skin_electrons" in said:
        return "total_skin_electrons"
    if len(said) > 1 and said[0] in ("imrt", "3d") and said[1] in ("sbrt", "srs", "proton"):
        return said[1]  # "IMRT SBRT": stereotactic treatment given with an arc
    return said[0] if len(said) == 1 or {"sbrt", "srs"} & set(said[:1]) else None
