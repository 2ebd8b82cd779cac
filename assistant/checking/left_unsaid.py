"""What a sentence leaves out because the question has said it: "Not with 77373", "The hospital cannot, since ...".

Such a sentence is written out before it is read, so that one manner of saying a thing is judged like the other. Where
the question leaves open what was meant (two codes, a modifier, a count), the sentence stays as short as it is.
"""

# ruff: noqa: E501 - patterns and lists of phrases: one thought, one line
from __future__ import annotations

import re

from assistant.checking.discourse import Discourse
from assistant.checking.told_already import without_what_was_told
from assistant.rules.biller import HOSPITAL
from assistant.rules.code_sets import LEVELS

_CODE = r"(?:\d{5}|[A-Z]\d{4})"
_STOPS = r"(?=\s*(?:[,.;]|$)| since | because | as | here\b)"
_NOT_WITH = re.compile(rf"^\W*not (?:together )?(?:with|beside|alongside|next to) (?P<code>{_CODE}){_STOPS}", re.I)
_WHO = r"(?:hospital|physician|doctor|rad onc|radiation oncologist|practice|physician practice|freestanding cent(?:er|re)|office)"
_CANNOT = re.compile(
    rf"^\W*(?P<who>(?:the|your|a|our) {_WHO}) (?P<not>cannot|can't|can not|may not|must not|should not|shouldn't){_STOPS}",
    re.I,
)
_LEVEL = "|".join(LEVELS)
_ENDS = r"(?=\s*(?:[.;]|$)|,? (?:since|because) )"  # a comma may open a second choice: "77407, or 77412 with ..."
_WHAT = r"(?P<what>(?:that|this|such an?|your|the) (?:session|treatment|case|fraction))"
_DESCRIBES = re.compile(
    rf"^(?P<led>\W*(?:so )?)(?P<code>{_LEVEL}) (?:describes|covers|is the level (?:for|of)|is the code for) {_WHAT}{_ENDS}",
    re.I,
)
_IS_LEVEL = re.compile(
    rf"^(?P<led>\W*(?:so )?){_WHAT} (?:is|would be|comes to|takes|gets) (?:a )?(?P<code>{_LEVEL}){_ENDS}", re.I
)
_IT_IS = re.compile(
    rf"^(?P<led>\W*(?:so )?)(?:it(?:'s| is| would be)|that one (?:is|would be)|that(?:'s| is| would be)) (?:a )?(?P<code>{_LEVEL}){_ENDS}",
    re.I,
)
# Of a hospital's patient "the facility" that bills is the hospital.
_FACILITY = re.compile(
    r"\b(?P<the>the|your|our) facility(?='s\b| (?:bills|reports|charges|claims|submits|codes|can|cannot|can't|may|must|does|doesn't|should|shouldn't|gets|receives|carries|puts|appends|adds|uses|sends|needs|takes)\b)",
    re.I,
)
NARROW = frozenset({"modifier", "units", "frequency", "limit", "replacement"})


def written_out(words: str, discourse: Discourse) -> str:
    """The sentence with what the question has said put into it."""
    asked = discourse.asked
    words = without_what_was_told(words, asked.told)
    if discourse.setting in HOSPITAL:
        words = _FACILITY.sub(r"\g<the> hospital", words)
    if asked.kind in NARROW or not asked.question:
        return words
    words = _DESCRIBES.sub(r"\g<led>\g<code> fits \g<what>", words)
    words = _IS_LEVEL.sub(r"\g<led>\g<code> fits \g<what>", words)
    if not discourse.codes:  # nothing that was named before can be meant
        words = _IT_IS.sub(r"\g<led>\g<code> fits", words)
    if told := _NOT_WITH.match(words):
        others = [code for code in asked.named if code != told["code"]]
        if len(others) == 1:
            return f"{others[0]} is not billed with {told['code']}{words[told.end() :]}"
    if (told := _CANNOT.match(words)) and len(asked.named) == 1:
        return f"{told['who']} {told['not']} bill {asked.named[0]}{words[told.end() :]}"
    return words
