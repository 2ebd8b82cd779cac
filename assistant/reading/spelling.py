"""Slips of the finger in the words that matter most: "medicre", "hosptial", "fractons".

Words only, never codes: a mistyped code is reported as it was written.
"""

from __future__ import annotations

from functools import lru_cache

_WORDS = frozenset(
    (
        "fraction treatment medicare medicaid hospital outpatient inpatient freestanding "
        "professional technical "
        "facility physician modifier management isocenter prostate unitedhealthcare simulation delivery aetna"
    ).split()
)
# Real words one letter away from one of ours.
_RIGHT = frozenset("modified stimulation medicate medicated faction traction delivers fractional aetnas".split())
_SHORTEST, _LONGEST = 5, 18


@lru_cache(maxsize=4096)
def corrected(word: str) -> str:
    """The word meant, when exactly one letter was missed, added, changed or swapped; else the word itself."""
    if not _SHORTEST <= len(word) <= _LONGEST or word in _WORDS or word in _RIGHT or not word.isalpha():
        return word
    meant = {target for shorter in (word, *_without_one(word)) for target in _BY_SHORTER.get(shorter, ())}
    close = [target for target in meant if target[0] == word[0] and _one_slip(word, target)]
    return close[0] if len(close) == 1 else word


def _without_one(word: str) -> tuple[str, ...]:
    return tuple(word[:at] + word[at + 1 :] for at in range(len(word)))


def _one_slip(word: str, target: str) -> bool:
    same = next((at for at, (a, b) in enumerate(zip(word, target, strict=False)) if a != b), None)
    if same is None:
        return abs(len(word) - len(target)) == 1
    left, right = word[same:], target[same:]
    swapped = left[:2] == right[1::-1] and left[2:] == right[2:]
    return swapped or left[1:] == right[1:] or left[1:] == right or left == right[1:]


_BY_SHORTER: dict[str, set[str]] = {}
for _word in _WORDS:
    for _shorter in (_word, *_without_one(_word)):
        _BY_SHORTER.setdefault(_shorter, set()).add(_word)
