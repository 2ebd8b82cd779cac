"""Yes and no at the head of a sentence: they advise what the question proposed."""

# ruff: noqa: E501 - patterns and lists of phrases: one thought, one line
from __future__ import annotations

import re
from typing import NamedTuple

_YES = r"""yes|yep|yeah|yup|affirmative|absolutely|certainly|definitely|of course|indeed|sure|sure thing|correct|right|exactly|true|agreed|ok|okay|
    that(?:'s| is) (?:right|correct|true|fine|ok|okay|allowed|valid|permitted|possible|acceptable|accurate)|that works|that(?:'ll| will) work|sounds (?:right|good)|looks (?:right|good|correct)|you(?:'re| are) (?:right|correct|fine|good)|
    by all means|please do|go for it|go ahead|confirmed|no problem|for sure|feel free|you bet|green light|thumbs up|you can|you may|you should|they can|he can|she can|we can|it can|it is|it does|they do|you do|do it|do so|all good|good to go|it will|they will|it would|they would|it has|they are"""
_NO = r"""no|nope|nah|negative|absolutely not|certainly not|definitely not|of course not|not at all|by no means|no way|never|
    that(?:'s| is) (?:wrong|incorrect|false|not right|not correct|not allowed|not valid|invalid|not permitted|not possible|not true|not ok|not accurate|a mistake)|that(?:'s| is)n't (?:right|correct|allowed|valid|permitted|possible|true)|incorrect|wrong|false|not allowed|
    unfortunately(?:,)? not|afraid not|i(?:'m| am) afraid not|you (?:can't|cannot|can not|may not|should not|shouldn't|must not)|they (?:can't|cannot|may not)|he (?:can't|cannot)|she (?:can't|cannot)|it (?:won't|will not|would not|wouldn't|hasn't|has not)|they (?:won't|will not|would not|wouldn't|aren't|are not)|you (?:won't|will not|would not|wouldn't)|(?:it|they) (?:can't|cannot|may not|isn't|is not|doesn't|does not|should not|shouldn't)|
    we (?:can't|cannot)|please don't|don't|do not|don't do it|do not do (?:it|that|so)|don't do that|not so|not really|they (?:don't|do not)|you (?:don't|do not)|unfortunately(?:,)? no|sorry(?:,)? no|not that i know|not exactly|not quite|no longer|not any ?more"""


def _head(alternatives: str) -> re.Pattern[str]:
    options = (
        "|".join(
            sorted((one.strip() for one in re.sub(r"\s*\n\s*", "", alternatives).split("|")), key=len, reverse=True)
        )
        if "(" not in alternatives
        else re.sub(r"\s*\n\s*", "", alternatives)
    )
    return re.compile(
        rf"^[\s*_>\"'-]*(?:so |well |and |hi[,!] |oh |ok(?:ay)?, )?(?:{options})(?:\s*[*_]{{1,2}})?(?=\s*(?:[,.!;:]|-\s|\s-|\(|$|\n)|\s+(?:because|since|as|for|but|and|you|it|they|that|this|the|per|under|he|she|we|in|on|with)\b)"
    )


# "No, you can't: ...": says the same once more.
_AGAIN = {
    False: re.compile(
        r"(?:,? (?:you|it|they|that|we|this) (?:can't|cannot|can not|may not|shouldn't|should not|isn't|is not|aren't|are not|doesn't|does not|don't|do not|won't)(?=\s*[:;,.–—(]|\s-|$))?"
    ),
    True: re.compile(
        r"(?:,? (?:you|it|they|that|we|this) (?:can|may|should|is|are|does|do|will)(?=\s*[:;,.–—(]|\s-|$))?"
    ),
}
YES = _head(_YES)
NO = _head(_NO)


class Answer(NamedTuple):
    """Whether a sentence opens with yes or no, and where the rest of it begins."""

    says: bool
    end: int
    alone: bool  # nothing of weight follows


def answer_of(lower: str) -> Answer | None:
    """The yes or no that opens a sentence."""
    for says, pattern in ((False, NO), (True, YES)):
        match = pattern.match(lower)
        if match is None:
            continue
        again = _AGAIN[says].match(lower, match.end())
        end = again.end() if again else match.end()
        rest = lower[end:].strip(" *_,.!;:-\n")
        if (
            not rest
            or match.group().strip(" *_>\"'-")
            in (
                "yes",
                "no",
                "nope",
                "yep",
                "yeah",
                "correct",
                "right",
                "true",
                "false",
                "wrong",
                "incorrect",
                "absolutely",
                "sure",
                "ok",
                "okay",
                "definitely",
                "certainly",
                "indeed",
                "exactly",
                "affirmative",
                "negative",
            )
            or lower[match.end() : match.end() + 1] in ",.!;:"
        ):
            return Answer(says, end, not rest)
    return None
