"""Hand-made answers, and an assistant that gives them: what the page shows is then known beforehand."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from typing import Any

from assistant.answer import (
    Answer,
    Assumed,
    Citation,
    Disagreement,
    Fact,
    FindingRow,
    ModifierRow,
    Seconds,
    UnitsRow,
)

MANUAL = Citation(
    n=1,
    source="cms-manual-13-70-3",
    title="Medicare Claims Processing Manual, chapter 13",
    publisher="CMS",
    section="70.3",
    in_force="from 2020-01-01",
    standing="in force",
    read_at="2026-11-20",
    words="ours",
    passage="One unit stands for five fractions, in one day or many.\n"
    "Three or four left over at the end count once more.",
    address="https://www.cms.gov/manual",
)
POLICY = Citation(
    n=2,
    source="aetna-policy",
    title="Radiation policy $45 *now* <b>bold</b>",
    publisher="Aetna",
    page=4,
    words="theirs",
    passage="Costs $45 or $50 per _image_ <script>alert(1)</script>",
)
MANAGEMENT = Answer(
    status="answered",
    text=(
        "Assuming Medicare: 6 units of 77427 for the 28 fractions, on six dates, one unit each [1]. "
        "Five full sets of five make 5; the 3 fractions left over count as one more because the course has ended."
    ),
    scenario={
        "payer": Fact(value="medicare", origin="assumed"),
        "fractions": Fact(value=28, origin="question"),
        "course_ended": Fact(value=True, origin="question"),
        "date_of_service": Fact(value="2026-11", origin="question"),
    },
    units=(
        UnitsRow(
            code="77427",
            units=6,
            per_date=1,
            start="2020-01-01",
            payer="medicare",
            finding="pass",
            why="28 fractions = 5 sets of 5 and 3 left over; 3 or 4 left over count: 5 + 1 = 6.",
        ),
    ),
    citations=(MANUAL,),
    assumed=(Assumed(fact="payer", value="medicare"),),
    findings=(
        FindingRow(
            rule="units.77427",
            finding="pass",
            why="28 fractions = 5 sets of 5 and 3 left over; 3 or 4 left over count: 5 + 1 = 6.",
            reference="cms-manual-13-70-3, section 70.3",
        ),
    ),
    seconds=Seconds(total=0.04),
)
DISAGREEING = Answer(
    status="answered",
    text="No. Port films are one per five fractions, not one per session [1].",
    scenario={
        "payer": Fact(value="medicare", origin="assumed"),
        "date_of_service": Fact(value="2025", origin="question"),
    },
    modifiers=(ModifierRow(code="77417", modifier="26", allowed=False, payer="medicare", why="It is technical only."),),
    citations=(MANUAL, POLICY),
    disagreements=(
        Disagreement(
            says="one per session", source="medpayiq-77417", publisher="MedPayIQ", overruled_by="cms-manual-13"
        ),
    ),
    findings=(
        FindingRow(
            rule="frequency.77417", finding="fail", why="Per session is not what the manual says.", reference="70.3"
        ),
        FindingRow(
            rule="units.77417", finding="no_data", why="The last 3 fractions are not settled.", reference="none"
        ),
    ),
    corrected=1,
    withheld=2,
)
ASKING = Answer(
    status="needs_facts",
    text="77386 ended on 2025-12-31. Which level replaces it depends on how many isocenters there were.",
    asks=("isocenters", "motion_management"),
    scenario={"date_of_service": Fact(value="2026-02-10", origin="question")},
)
OUTSIDE = Answer(status="out_of_scope", text="That is outside what this covers: radiation oncology coding.")
VERDICT: dict[str, Any] = {
    "shown": "",
    "advice": [
        {
            "sentence": "Bill 77427 x 5 for the 28 fractions.", "code": "77427", "kind": "units", "value": 5,
            "finding": "fail", "why": "28 fractions make 6 units: 5 full sets and 3 left over.",
            "reference": "cms-manual-13-70-3, section 70.3", "shown": False,
        },
        {
            "sentence": "77435 is once per course.", "code": "77435", "kind": "frequency", "value": "course",
            "finding": "pass", "why": "Once per course.", "reference": "cms-manual-13-70-1", "shown": True,
        },
        {
            "sentence": "Just <i>append</i> it for $5 and $6.", "code": "", "kind": "modifier", "value": "",
            "finding": "unreadable", "why": "What is appended to what was not said.", "reference": "", "shown": False,
        },
    ],
    "corrected": 1,
    "withheld": 1,
}  # fmt: skip


class FakeAssistant:
    """Answers by a word of the question, and remembers what it was asked."""

    def __init__(self, answers: Mapping[str, Answer | Exception] | None = None) -> None:
        self.answers = answers or {
            "77386": ASKING, "medpayiq": DISAGREEING, "pizza": OUTSIDE, "boom": ValueError("secret stack"),
        }  # fmt: skip
        self.calls: list[dict[str, Any]] = []

    def ask(
        self,
        question: str,
        history: Sequence[Mapping[str, str]] = (),
        facts: Mapping[str, Any] | None = None,
        corrections: Mapping[str, Any] | None = None,
    ) -> Answer:
        self.calls.append(
            {
                "question": question,
                "history": list(history),
                "facts": dict(facts or {}),
                "corrections": dict(corrections or {}),
            }
        )
        given = next((answer for word, answer in self.answers.items() if word in question), MANAGEMENT)
        if isinstance(given, Exception):
            raise given
        return given

    def stream(self, question: str, **given: Any) -> Generator[str | Answer, None, None]:
        """The same answer, its first sentence before it."""
        answer = self.ask(question, **given)
        yield answer.text.partition(". ")[0]
        yield answer


def seen(app: Any) -> str:
    """Everything a page shows as HTML or caption, its style sheet left out."""
    shown = [block.value for block in app.html if not block.value.startswith("<style>")]
    return "\n".join([*shown, *(caption.value for caption in app.caption)])
