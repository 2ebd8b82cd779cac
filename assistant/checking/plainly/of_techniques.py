"""What was done, in the words of the treatment room: channels, surface treatment, a mask, daily imaging, too many fractions."""

# ruff: noqa: E501 - patterns: one thought, one line
from __future__ import annotations

import re

from assistant.checking.plainly.idiom import Idiom, idiom

_NUMBER = (
    r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen)"
)
_LEVEL = r"(?:7740[27]|77412)"
_IS = r"(?:is|are|was|were|remains?|stays?|gets?|takes?)"
_IMAGING = r"(?:CBCT|cone-beam CT|IGRT|image guidance|imaging|kV imaging|port films?)"
_NO_CRITERION = rf" with (?:daily |weekly |routine )?{_IMAGING}"
_SURFACE = r"surface (?:(?:radiation|x-ray) )?(?:therapy|treatments?)"


def _channels(found: re.Match[str]) -> str:
    number = found["n"].lower()
    return f"brachytherapy isodose plan with {number} channel{'' if number in ('1', 'one', 'single') else 's'}"


OF_TECHNIQUES: tuple[Idiom, ...] = (
    # high dose rate is brachytherapy
    idiom(
        "brachytherapy",
        rf"\bHDR brachytherapy(?= (?:treatment |delivery )?(?:with|using|through|over) {_NUMBER} channels?\b)",
        "HDR",
    ),
    idiom(
        "channel",
        rf"\b(?P<n>{_NUMBER}|single)-channel (?:HDR )?(?:brachytherapy )?(?:isodose )?plan\b",
        _channels,
    ),
    # x-rays on the skin: the codes of 2026 call it surface treatment
    idiom(
        "surface",
        rf"\b(?P<code>77437) for {_SURFACE}(?! plan)",
        r"\g<code> for superficial radiation therapy",
    ),
    idiom(
        "surface",
        rf"\b(?:the )?(?:planning and simulation|simulation and planning|simulation-and-planning|planning|simulation) code for {_SURFACE}",
        "the surface treatment planning code",
    ),
    # what is made for one patient and cannot be used for another is a complex device
    idiom(
        "mask cushion",
        r"\bcustom(?:[- ](?:made|molded|moulded|fitted|formed))?,? (?:thermoplastic (?:face |head |immobilization )?mask|vacuum cushion)(?!.*(?<!\d)(?!7733[234]\b)\d{5}\b)",
        "complex treatment device",
    ),
    # imaging is no criterion of a level, neither up nor down
    idiom(
        "cbct ct igrt guidance imaging film films",
        rf"(?P<what>\b(?:treatment|session|fraction|delivery)){_NO_CRITERION}(?: (?:but|and))?(?P<rest>(?: without (?:active )?motion management)? {_IS} (?:(?:billed|reported|coded) (?:as|with) )?(?:level [123],? )?{_LEVEL}\b)",
        r"\g<what>\g<rest>",
    ),
    idiom(
        "remains remain stays stay",
        rf"(?P<what>\b(?:treatment|session|fraction|delivery)\b[^,;:.]{{0,60}}) (?:remains?|stays?) (?=(?:level [123],? )?{_LEVEL}\b)",
        r"\g<what> is billed as ",
    ),
    # more fractions than a stereotactic course has
    idiom(
        "limit maximum",
        rf"\b(?P<n>{_NUMBER}) (?:fractions|sessions) (?:exceed|are over|are beyond|are above|are more than|go beyond|go over) the (?:SBRT|five-fraction SBRT) (?:limit|maximum)(?: of (?:five|5)(?: fractions)?)?,? so (?P<code>77373|G0339|G0340|77435) (?P<no>is not|isn't|isn’t|cannot be|can't be|can’t be) (?P<verb>used|billed|reported)(?=[.;!]|$)",
        r"\g<code> serves at most five fractions and \g<no> \g<verb> for \g<n> fractions",
    ),
)
