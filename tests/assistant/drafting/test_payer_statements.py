"""What a payer says, and in one sentence what we do not hold of it."""

from __future__ import annotations

from assistant.drafting.payer_statements import say_authorization, say_payer_rules, say_unknown_payment
from tests.assistant.asked import decided


def test_what_a_payer_pays_is_said_to_be_unknown_once_for_all_codes() -> None:
    """Cigna and two codes: one sentence that names both, the payer and who decides."""
    (told,) = say_unknown_payment(decided("77387 77417", "coverage", "2026-06-01", payer="cigna"))
    assert told.text.startswith("Whether Cigna pays 77387 and 77417 separately is not in our sources")
    assert told.text.endswith("its policy or the contract decides.")


def test_a_payer_with_a_rule_of_its_own_is_not_called_unknown() -> None:
    """North Carolina's Medicaid covers 77437; Medicare is never unknown in this way."""
    assert [] == list(say_unknown_payment(decided("77437", "coverage", "2026-06-01", payer="medicaid")))
    assert [] == list(say_unknown_payment(decided("77387", "coverage", "2026-06-01", payer="medicare")))


def test_a_modifier_the_payer_requires_belongs_to_whether_it_pays() -> None:
    """UnitedHealthcare and 77387."""
    told = [one.text for one in say_payer_rules(decided("77387", "coverage", "2026-06-01", payer="uhc"))]
    assert "UnitedHealthcare requires 26 on 77387 from date of service 2026-03-01." in told
    assert [] == list(say_payer_rules(decided("77387", "coverage", "2026-01-15", payer="uhc")))


def test_authorization_is_the_payers_list_or_said_to_be_unknown() -> None:
    """UnitedHealthcare lists 77412; of Humana's plan and of nobody's we say what to do."""
    listed = decided("77412", "authorization", "2026-06-01", payer="uhc")
    assert ["UnitedHealthcare says of 77412: it is on the prior authorization list."] == [
        one.text for one in say_payer_rules(listed)
    ]
    assert [] == list(say_authorization(listed))
    (plan,) = say_authorization(decided("77412", "authorization", "2026-06-01", payer="medicare_advantage"))
    assert plan.text.endswith("is not in our sources: ask the Medicare Advantage plan before treatment.")
    (nobody,) = say_authorization(decided("77412", "authorization", "2026-06-01"))
    assert nobody.text.endswith("say which payer.")


def test_a_list_for_authorization_answers_no_question_about_a_modifier() -> None:
    """ "77412-26 for UHC": the list stays out."""
    told = say_payer_rules(decided("77412", "modifier", "2026-06-01", payer="uhc", modifiers=("26",)))
    assert not any("authorization" in one.text for one in told)
