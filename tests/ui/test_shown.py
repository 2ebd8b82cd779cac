"""What of an answer is shown."""

from __future__ import annotations

from hand_made import ASKING, DISAGREEING, MANAGEMENT, OUTSIDE

from assistant.answer import CodeRow, Disagreement, Fact, FindingRow, ModelUse, UnitsRow
from ui import cited, shown, working


def test_checked_when_a_rule_settled_something() -> None:
    """An answer with a recomputed count carries the mark."""
    assert shown.mark(MANAGEMENT) == "Checked: counts and modifiers were recomputed from the rules"


def test_validity_alone_is_marked_as_such() -> None:
    """Where only validity was checked, the mark claims no count."""
    row = CodeRow(code="77386", valid=False)
    assert shown.mark(MANAGEMENT.model_copy(update={"units": (), "codes": (row,)})) == "Checked against the rule book"


def test_no_mark_where_nothing_was_checked() -> None:
    """Refusals, questions back and answers without a ruling carry no mark."""
    unsettled = UnitsRow(code="77417", units=None, payer="aetna", finding="no_data", why="No text.")
    answers = (OUTSIDE, ASKING, MANAGEMENT.model_copy(update={"units": (unsettled,)}))
    assert [shown.mark(answer) for answer in answers] == ["", "", ""]


def test_a_draft_withheld_whole_is_no_blank_answer() -> None:
    """Where nothing is left to show, the page says so and claims no check."""
    empty = MANAGEMENT.model_copy(update={"text": " "})
    assert (shown.text(empty), shown.mark(empty)) == (shown.NOTHING_LEFT, "")


def test_no_folder_of_the_machine_on_the_page() -> None:
    """That the index is missing is said; where it lies and what to type is not."""
    said = "Answered from the rule book alone: The index in /home/x is broken. Build it again: secondcheck index"
    answer = MANAGEMENT.model_copy(update={"notices": (said,)})
    assert shown.notices(answer) == ["Answered from the rule book alone."]


def test_corrected_and_withheld_are_one_line() -> None:
    """How much was replaced and withheld is said once, in one line."""
    assert shown.notices(DISAGREEING) == [
        "One statement that did not hold was replaced by the rule’s own; "
        "2 statements that could not be verified were withheld."
    ]


def test_what_the_assistant_said_is_not_said_again() -> None:
    """A notice of the assistant's own stands for the page's."""
    said = ("2 statements were withheld.", "1 statement was corrected.")
    assert shown.notices(DISAGREEING.model_copy(update={"notices": said})) == list(said)


def test_removed_identifiers_are_named_by_kind() -> None:
    """The reader learns which kinds of identifiers were removed, never their values."""
    answer = MANAGEMENT.model_copy(update={"removed_identifiers": ("mrn", "name", "mrn")})
    assert shown.notices(answer) == ["Removed from your question before anything read it: record number, name."]


def test_chips_tell_where_each_fact_came_from() -> None:
    """Payer first, each with value and origin; an assumption is marked as one."""
    chips = [(chip.name, chip.value, chip.origin, chip.assumed) for chip in shown.chips(MANAGEMENT)]
    assert chips == [
        ("Payer", "Medicare", "assumed", True),
        ("Date of service", "November 2026", "from question", False),
        ("Fractions", "28", "from question", False),
        ("Course", "Ended", "from question", False),
    ]


def test_assumptions_outside_the_scenario_are_chips_too() -> None:
    """What was assumed is shown even where the scenario does not hold it; facts nobody told are not."""
    answer = MANAGEMENT.model_copy(update={"scenario": {"biller": Fact(value=None, origin="question")}})
    assert [(chip.name, chip.assumed) for chip in shown.chips(answer)] == [("Payer", True)]


def test_disagreement_names_both_sides() -> None:
    """Who says otherwise, what, and which source the answer follows, by its title."""
    row = Disagreement(says="one per session.", source="x", publisher="MedPayIQ", overruled_by="cms-manual-13-70-3")
    assert shown.disagreements(MANAGEMENT.model_copy(update={"disagreements": (row,)})) == [
        shown.Difference(
            "MedPayIQ",
            "",
            "one per session",
            "The answer follows Medicare Claims Processing Manual, chapter 13.",
            False,
        )
    ]


def test_undecided_disagreement_follows_neither() -> None:
    """Without a higher authority the page claims no winner."""
    row = Disagreement(says="x", source="a", publisher="A")
    followed = shown.disagreements(MANAGEMENT.model_copy(update={"disagreements": (row,)}))[0].followed
    assert "follows neither" in followed


def test_working_shows_finding_arithmetic_and_source() -> None:
    """The panel gives the finding, the arithmetic and the source's title, and says nothing twice."""
    steps = working.steps(MANAGEMENT)
    assert [(step.label, step.why, step.reference) for step in steps] == [
        (
            "Settled",
            "28 fractions = 5 sets of 5 and 3 left over; 3 or 4 left over count: 5 + 1 = 6.",
            "Medicare Claims Processing Manual, chapter 13, section 70.3",
        )
    ]
    assert "77427: 6 units, 1 per date · Medicare" in steps[0].subject
    assert steps[0].dates == "from January 1, 2020"


def test_nothing_payable_is_said_in_words() -> None:
    """Zero units read as what they mean."""
    none = UnitsRow(code="77417", units=0, payer="medicare", setting="office", finding="pass", why="Bundled.")
    step = working.steps(MANAGEMENT.model_copy(update={"units": (none,), "findings": ()}))[0]
    assert step.subject == "77417: no unit separately payable · Medicare, Office"


def test_working_keeps_what_is_not_settled() -> None:
    """`no_data` is shown as not settled, never as holding."""
    assert [step.label for step in working.steps(DISAGREEING)] == ["Does not hold", "Not settled", "Settled"]


def test_a_no_is_labelled_by_what_it_denies() -> None:
    """A modifier, pair or code that is ruled out says so, instead of "does not hold"."""
    rows = tuple(
        FindingRow(rule=rule, finding="fail", why=rule, reference="none held")
        for rule in ("modifiers.77417-26", "pairs.77301-77417", "codes.77386", "units.77427")
    )
    labels = [step.label for step in working.steps(MANAGEMENT.model_copy(update={"findings": rows, "units": ()}))]
    assert labels == ["Does not belong", "Not together", "Not valid", "Does not hold"]


def test_several_references_are_all_named() -> None:
    """Every source of a finding is named by its title."""
    named = cited.titled("cms-manual-13-70-3, section 70.3; unknown-source", MANAGEMENT)
    assert named == "Medicare Claims Processing Manual, chapter 13, section 70.3; unknown-source"


def test_particulars_leave_out_what_is_unknown() -> None:
    """A citation without section, address or reading date shows no empty lines."""
    names = [name for name, _ in cited.particulars(DISAGREEING.citations[1])]
    assert names == ["Publisher", "Section", "In force"]


def test_the_working_tells_what_a_model_used() -> None:
    """Tokens are named where the provider reports them, and nothing is claimed where it does not."""
    used = ModelUse(name="openai:x", input_tokens=1234, output_tokens=56)
    said = working.made_in(MANAGEMENT.model_copy(update={"model": used}))
    assert said.endswith("openai:x read 1,234 tokens and wrote 56.")
    silent = MANAGEMENT.model_copy(update={"model": ModelUse(name="openai:x")})
    assert "tokens" not in working.made_in(silent) + working.made_in(MANAGEMENT)
