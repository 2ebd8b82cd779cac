"""A course billed in pieces: however it is split into claims, the same units pass."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from assistant.rules.claim import check_lines
from tests.assistant.rules.test_units import weeks_managed, weeks_of_physics

FIRST = date(2026, 3, 2)


def claims(code: str, fractions: int, tried: int, cut: list[int]) -> list[dict[str, str]]:
    """`tried` lines of one unit, put into claims that begin where `cut` says, each telling what was billed before."""
    lines, claim, before = [], 0, 0
    for at in range(tried):
        if at in cut:
            claim, before = claim + 1, at
        lines.append({
            "claim_id": f"C{claim}", "payer": "medicare", "setting": "office", "code": code, "units": "1",
            "dos_from": (FIRST + timedelta(days=7 * at)).isoformat(), "fractions_delivered": str(fractions),
            "course_ended": "yes", "schedule": "qd", "prior_units": str(before),
        })  # fmt: skip
    return lines


@given(st.integers(1, 60), st.lists(st.integers(1, 14), max_size=4))
def test_management_and_physics_pass_as_often_as_the_course_makes(fractions: int, cut: list[int]) -> None:
    for code, made in (("77427", weeks_managed(fractions)), ("77336", weeks_of_physics(fractions))):
        results = list(check_lines(claims(code, fractions, 14, cut)))
        passed = [at for at, result in enumerate(results) if result.verdict == "pass"]
        assert passed == list(range(made))
