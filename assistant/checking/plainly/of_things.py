"""Short and loose names for what is billed: "calcs", "the mix", "the E/M line", "listed codes"."""

# ruff: noqa: E501 - patterns: one thought, one line
from __future__ import annotations

from assistant.checking.plainly.idiom import Idiom, idiom

_DOES = r"(?:is|are|isn't|isn’t|aren't|aren’t|can|can't|can’t|cannot|may|must|should|go|goes|fold|folds|get|gets|pay|pays|don't|don’t|doesn't|doesn’t|stay|stays|beside|with|into|alongside)"

OF_THINGS: tuple[Idiom, ...] = (
    idiom(
        "calc calcs",
        rf"(?:(?<=^)|(?<=[,;:–—-] )|(?<=\bthe )|(?<=\bso )|(?<=\band )|(?<=\bbut ))(?:the )?calcs?(?= {_DOES}\b)",
        "77300",
    ),
    idiom(
        "calc calcs",
        r"\b(?P<verb>charge|bill|report|add|submit|file|code|include|includes|contains|absorbs|swallows) (?:the|an?|any) calcs?\b",
        r"\g<verb> 77300",
    ),
    idiom("calcs", r"(?<!basic )(?<!dose )(?<!dosimetry )(?<!mu )\bcalcs\b", "calculations"),
    idiom(
        "mix",
        r"^(?P<lead>\W*)(?:the|that|this|such a) mix\b(?= (?:is|qualifies|counts|makes|lands|goes|earns|takes|gets|sits|comes|rates|falls))",
        r"\g<lead>mixed photons and electrons",
    ),
    idiom("filmed", r"\bwere filmed\b", "were taken"),
    idiom(
        "break",
        r",? with a (?:real|distinct|true|clear|genuine|proper) break(?: between (?:them|the two|sessions))?(?=[:,.;]|$)",
        "",
    ),
    idiom("lone solitary", r"\b(?:lone|solitary)\b", "single"),
    idiom("port", r"\bspecial (?:teletherapy )?port plan (?=77321\b)", ""),
)
