"""Sentences that advise nothing are shown; their dangerous twins, which look alike and advise, are not."""

# ruff: noqa: E501 - one case a line

import pytest

from assistant.checking.composing.rows import composed
from assistant.checking.discourse import Discourse
from assistant.checking.harmless.harmless import plainly_harmless
from assistant.checking.reader import read
from assistant.checking.sentences import sentences
from assistant.reading.text import normalise
from evals.gate.scoring import through_the_gate
from tests.assistant.checking.test_reader import TODAY

NOT_PAID = "How many 77417 can I bill for 28 fractions in 2026, Medicare, freestanding?"
MANAGED = "Can 77427 be billed with modifier 26, Medicare?"

# What is harmless, and the twin beside it that bills, counts, permits, denies or explains wrongly.
TWINS = [
    ("Keep the port films with the treatment chart.", "Keep the port films and bill each."),
    ("Retain the calculation printouts in the record.", "Retain one calculation for each fraction on the claim."),
    ("Document each device in the physics note.", "Document each device on its own line."),
    ("The note should describe the extra effort.", "The note should describe it as separately payable."),
    ("The weekly exam must be documented and signed.", "The weekly exam must be documented and is paid."),
    ("Document each session.", "Document each session and report it."),
    ("Show both prescriptions.", "Show both units."),
    ("List both sites in the daily record.", "List both sites."),
    ("The record should show the date of each fraction.", "The record should show an image for each fraction."),
    ("The physician documents one exam for each unit.", "The therapist documents one exam for each unit."),
    ("The consult needs its own note.", "The consult needs its own line."),
    ("Approve the shifts before the next session.", "Approve the shifts after the last session."),
    ("Documentation should support medical necessity.", "Documentation should support six units."),
    ("Auditors look for a dated note.", "Auditors look for two notes a week."),
    ("Check with your payer.", "Check with your payer, then bill both."),
    ("Confirm the fraction count with physics.", "Confirm the second unit with physics."),
    ("Ask the billing office who reports what.", "Ask the billing office to bill both."),
    ("Check your charge master for 77386 as well.", "Check your charge master for 77386 and bill it."),
    ("Other payers may have their own policies.", "Other payers may pay it separately."),
    ("UHC has its own policy on IMRT planning.", "UHC has its own policy on IMRT planning and pays it."),
    ("Hi Dana,", "Hi, you can bill it."),
    ("Happy to help.", "Happy to help, you can."),
    ("Let me know if you have more questions.", "Let me know if you need more units."),
    ("Let me walk you through it.", "Let me walk you through it: one per session."),
    ("Here's the breakdown.", "Here's the breakdown: each image counts."),
    ("If you share the payer, I can be more specific.", "If you share the images, you can bill it."),
    ("For your reference.", "For your reference, bill it."),
    ("This comes up often.", "This pays often."),
    ("An MUE is a ceiling, not a target.", "An MUE is a target, not a ceiling."),
    ("MUE stands for medically unlikely edit.", "MUE stands for medically unnecessary edit."),
    ("POS 22 is on-campus outpatient hospital.", "POS 11 is on-campus outpatient hospital."),
    ("UB-04 is the facility claim form.", "UB-04 is the professional claim form."),
    ("NCCI edits are updated quarterly.", "NCCI edits are billed quarterly."),
    ("Modifier 26 is the professional component.", "Modifier 26 is the technical component."),
    ("Modifier TC stands for the technical component.", "Modifier TC stands for the professional component."),
    ("Modifier PC means a wrong procedure on the patient.", "Modifier PC means the professional component."),
    ("Modifier 76 is a repeat procedure by the same physician.", "Modifier 76 is a repeat procedure by another physician."),
    ("Modifier 59 is a distinct procedural service.", "Modifier 59 is a significant, separately identifiable visit."),
    ("What the record needs:", "What can be billed twice:"),
]  # fmt: skip


@pytest.mark.parametrize("text", [harmless for harmless, _ in TWINS])
def test_harmless_sentences_are_shown_as_written(text: str) -> None:
    """Whatever was asked."""
    for question in (NOT_PAID, MANAGED, ""):
        assert [("shown", text)] == [(one.fate, one.shown) for one in through_the_gate(text, question).sentences]


@pytest.mark.parametrize("text", [twin for _, twin in TWINS])
def test_their_dangerous_twins_are_of_no_harmless_kind(text: str) -> None:
    """Read as advice or not at all; never as harmless."""
    found = [read(one, Discourse(), TODAY) for one in sentences(text)]
    assert [] == [one.kind for one in found if one.verdict == "harmless"]


@pytest.mark.parametrize("text", [twin for _, twin in TWINS])
def test_their_dangerous_twins_are_not_shown_where_they_are_wrong(text: str) -> None:
    """77417 pays nothing in 2026, so whatever the twin lets one bill is wrong."""
    assert "shown" not in {one.fate for one in through_the_gate(text, NOT_PAID).sentences}


@pytest.mark.parametrize(
    "tail",
    [
        "and bill it", "then bill both", "for 2 units", "with 26", "on each line", "and add TC", "as separately payable",
        "so it pays", "not once", "unless it is billed", "instead of 77427", "at most twice", "and you can", "on the claim",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "start",
    ["Keep the images", "Document the visit", "Check the policy", "Let me walk you through it", "The note needs a signature",
     "The MUE is a limit", "Modifier 26 is the professional component", "Ask your payer", "Here's the summary",
     "Images should remain available for audit", "This comes up often", "Other payers have their own rules"],
)  # fmt: skip
def test_a_tail_that_advises_takes_a_sentence_out_of_its_kind(start: str, tail: str) -> None:
    """No closed form has room for a verb of billing, a figure, a denial or an exception."""
    text = normalise(f"{start} {tail}.")
    assert plainly_harmless(text.lower, composed(text.original, TODAY)) == ""


def test_sure_before_an_explanation_is_no_yes_to_a_proposal() -> None:
    """ "Sure" answers a yes-or-no question, and is read as its answer there."""
    said = through_the_gate("Sure, here's the background.", "Can I bill 77417 in 2026, Medicare?").sentences
    assert ["shown"] != [one.fate for one in said]
    assert ["shown"] == [one.fate for one in through_the_gate("Sure, here's the background.", NOT_PAID).sentences]
