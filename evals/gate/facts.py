"""What is true, written by hand from the sources: never read from the rule book, never asked of the rules.

Claims Processing Manual chapter 13 sections 70.1 and 70.3, NCCI manual chapter IX and edits, RVU26A and RVU25D,
OPPS Addendum B 2025 and 2026, ASTRO's pages on the 2026 codes. All for Medicare unless said.
"""

from __future__ import annotations

from dataclasses import dataclass

FRACTIONS = (3, 4, 5, 6, 8, 10, 15, 16, 20, 23, 25, 26, 27, 28, 30, 33, 35, 38, 40, 44)
BY_FIVE_WITH_REST = ("77427",)  # 3 or 4 left over count as one more
BY_FIVE = ("77336",)  # leftovers are settled by nobody
PER_SESSION_2026 = ("77402", "77407", "77412", "77387")
THING: dict[str, str] = {
    "77427": "five fractions", "77336": "five fractions", "77402": "session", "77407": "session", "77412": "session",
    "77387": "session", "77373": "session", "77435": "course", "77431": "course",
}  # fmt: skip
TECHNICAL_ONLY = ("77417", "77336", "77373", "77402", "77407", "77412", "77370", "77371", "77372")
PROFESSIONAL_ONLY = ("77427", "77431", "77432", "77435", "77261", "77262", "77263")
SPLITS = ("77280", "77290", "77295", "77300", "77301", "77307", "77334", "77338", "77321")
ENDED = (
    "77014", "77385", "77386", "77401", "G6001", "G6002", "G6003", "G6006", "G6009", "G6012", "G6015", "G6016", "G6017",
)  # fmt: skip
VALID = ("77427", "77417", "77336", "77387", "77402", "77407", "77412", "77373", "77435", "77431", "77301", "77338")
NEW = ("77436", "77437", "77438", "77439")
REPLACED: dict[str, tuple[str, ...]] = {
    "77385": ("77407", "77412"), "77386": ("77407", "77412"), "G6015": ("77407", "77412"), "G6016": ("77407", "77412"),
    "77014": ("77387",), "G6002": ("77387",),
}  # fmt: skip
NEVER_TOGETHER = (("77373", "77387"), ("77427", "77435"), ("77427", "77431"))


@dataclass(frozen=True, slots=True)
class Count:
    """Units of a code for a course: the right number, and numbers that are wrong whoever reads the rule."""

    code: str
    fractions: int
    units: int
    wrong: tuple[int, ...]


def count(code: str, fractions: int) -> Count | None:
    """The units of a course; None where no authority settles a single number."""
    full, rest = divmod(fractions, 5)
    if code in BY_FIVE_WITH_REST:
        if fractions < 3:
            return None
        right = full + (1 if rest >= 3 else 0)
        return Count(
            code, fractions, right, _wrong(right, (full + 1, full, fractions, right + 1, right - 1, right + 2))
        )
    if code in BY_FIVE:
        if full == 0:
            return None
        return Count(code, fractions, full, _wrong(full, (full + 2, fractions, full - 1, full + 1, full * 2)))
    if code in PER_SESSION_2026:
        right = fractions
        return Count(code, fractions, right, _wrong(right, (full, full + 1, right + 1, right - 1, right * 2)))
    return None


def _wrong(right: int, candidates: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(one for one in candidates if one != right and one > 0))
