"""Conditions: what a rule hangs on stands beside a statement, anything else takes it off the screen."""

import pytest

from tests.assistant.checking.judged import is_shown

SESSIONS = "Hospital, Medicare, August 2026: 25 sessions of 3-D breast, one isocenter, no gating. 77407 units?"
PHYSICS = "Freestanding, Medicare, 30 fractions, Sept-Oct 2026: how many 77336?"
GATED = "Left breast 3-D, one isocenter, beam gated, Medicare hospital, July 2026: level?"
GUIDANCE = "UnitedHealthcare commercial, physician in a hospital, June 2026: 77387 modifier?"
OWNED = "Medicare, we own our freestanding center and its linac: modifier on 77338 in July 2026?"


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        (SESSIONS, "77407 x25.", "77407 x25 if the plan is signed."),
        (SESSIONS, "77407 x25.", "77407 x25 provided a boost is given."),
        (SESSIONS, "77407 x25 in August 2026.", "77407 x25 for dates before August 2026."),
        (SESSIONS, "77407 x25.", "77407 x25 only when each session has a CBCT."),
        (PHYSICS, "Six.", "Six, for IMRT only."),
        (PHYSICS, "Six.", "Six, when billed by a hospital."),
        (PHYSICS, "Six.", "Six, provided that 77427 is billed too."),
        (GATED, "77412 if motion management is used.", "With CBCT every day it is 77412."),
        (GUIDANCE, "UHC needs 26 on 77387.", "Only Medicare Advantage needs 26 on 77387."),
        (GUIDANCE, "If the payer is UHC, append 26.", "If the patient is on UHC, drop 26 after March 1, 2026."),
        (OWNED, "77338 is billed globally.", "77338-26 if the payer is Medicare, no matter where."),
        (OWNED, "77338 is billed globally.", "77338 takes 26 if the patient has Medicare."),
    ],
)
def test_a_condition_that_no_rule_hangs_on_is_not_shown(question: str, right: str, wrong: str) -> None:
    """The statement alone is right; bound to such a condition it would not hold where the condition does not."""
    assert is_shown(question, right)
    assert not is_shown(question, wrong)
