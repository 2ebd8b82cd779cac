"""What a modifier does to a pair: "cannot be unbundled with a modifier", "with no modifier override"."""

# ruff: noqa: E501 - patterns: one thought, one line
from __future__ import annotations

from assistant.checking.plainly.idiom import CODE, Idiom, idiom

_APART = r"(?:unbundled|separated|split(?: out)?|pulled apart|broken out|released|freed|unlocked|parted|taken apart)"
_BY_ANY = r"(?:with|by|through|using|by using|by adding|by means of) (?:a|any) modifier"
# Only right behind an edit told with its two codes; elsewhere "with a modifier" may belong to another thing.
_EDIT = rf"(?P<edit>\b(?:bundled|bundles|included|packaged|folded) (?:into|in|with) (?:{CODE}|it)),?"
_OVERRIDE = r"(?:override|exception|bypass|exemption|workaround|escape|release|option)"
_END = r"(?=\s*(?:[,;.]|$))"
_TWO = r"(?:second|separate|distinct|different|additional|independent|another)"

OF_OVERRIDES: tuple[Idiom, ...] = (
    idiom(
        "unbundled separated split pulled broken released freed unlocked parted taken",
        rf"{_EDIT} and (?P<no>cannot|can't|can’t|can not|may not|must not) be {_APART} {_BY_ANY}{_END}",
        r"\g<edit> and no modifier separates them",
    ),
    idiom(
        "unbundled separated split pulled broken released freed unlocked parted taken",
        rf"{_EDIT} (?:and|but) (?:can|may|could) be {_APART} {_BY_ANY}{_END}",
        r"\g<edit> and a modifier can separate them",
    ),
    idiom(
        "modifier",
        rf"{_EDIT} (?:without (?:a|any)|with no|and has no|and there is no) modifier {_OVERRIDE}{_END}",
        r"\g<edit> and no modifier separates them",
    ),
    idiom(
        "modifier",
        rf"{_EDIT} (?:with|and has|and there is) (?:a|an allowed|a possible) modifier {_OVERRIDE}{_END}",
        r"\g<edit> and a modifier can separate them",
    ),
    # "indicator 1, so a second, separate session could be reported with a modifier"
    idiom(
        "modifier",
        rf"(?P<edit>\bindicator (?:is )?[01]\b),? (?:so|which means(?: that)?|meaning(?: that)?) an? (?:{_TWO},? (?:and )?)*{_TWO} (?P<what>session|service|treatment|delivery|procedure) (?P<can>can|could|may|might) (?P<no>not )?be (?:reported|billed|coded|charged|claimed|paid)(?: separately)? with (?:a|an appropriate|an allowed|the right) modifier{_END}",
        lambda found: (
            f"{found['edit']}, so the two {'cannot' if found['no'] else 'can'} be billed together with a modifier when the {found['what']}s are separate"
        ),
    ),
)
