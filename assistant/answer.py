"""The answer, as other programs rely on it (the outside contract).

`units`, `modifiers`, `pairs` and `codes` hold what the shown text advises, nothing else: text and structure
say the same.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Status = Literal["answered", "needs_facts", "not_covered", "out_of_scope"]


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class UnitsRow(Part):
    code: str
    units: int | None  # course total; 0 nothing separately payable; None no authority settles it
    per_date: int | None = None
    start: str | None = Field(default=None, alias="from")
    end: str | None = Field(default=None, alias="to")
    payer: str
    setting: str | None = None
    finding: str
    why: str


class ModifierRow(Part):
    code: str
    modifier: str
    allowed: bool | None
    required: bool = False
    start: str | None = Field(default=None, alias="from")
    end: str | None = Field(default=None, alias="to")
    payer: str
    why: str


class PairRow(Part):
    codes: tuple[str, str]
    together: Literal["yes", "no", "with modifier", "no_data"]
    start: str | None = Field(default=None, alias="from")
    end: str | None = Field(default=None, alias="to")
    why: str


class CodeRow(Part):
    code: str
    valid: bool | None
    on: str | None = None
    replaced_by: tuple[str, ...] = ()


class Citation(Part):
    n: int
    source: str
    title: str
    publisher: str
    section: str | None = None
    page: int | None = None
    in_force: str = ""  # "2020-01-01 to 2025-12-31", "from 2026-01-01", "not stated"
    standing: str = ""
    read_at: str | None = None
    words: Literal["ours", "theirs"] = "ours"  # a digest in our words is never shown as the source's own text
    passage: str = ""
    address: str | None = None


class FindingRow(Part):
    rule: str
    finding: Literal["pass", "fail", "no_data", "not_applicable"]
    why: str
    reference: str  # "cms-manual-13-70-1, section 70.1"


class Fact(Part):
    value: Any
    origin: str  # question, earlier turn, facts, correction, assumed


class Assumed(Part):
    fact: str
    value: str


class Disagreement(Part):
    """A source that says otherwise, and what the answer follows instead."""

    says: str
    source: str
    publisher: str
    overruled_by: str | None = None


class ModelUse(Part):
    """The chat model that was asked, whatever came of its draft; tokens where its provider reports them."""

    name: str
    input_tokens: int | None = None
    output_tokens: int | None = None


class Seconds(Part):
    retrieve: float = 0.0
    draft: float = 0.0
    check: float = 0.0
    total: float = 0.0


class Answer(Part):
    id: str | None = None
    status: Status
    text: str  # exactly what is shown, plain, citations as [1]
    asks: tuple[str, ...] = ()
    scenario: dict[str, Fact] = {}
    units: tuple[UnitsRow, ...] = ()
    modifiers: tuple[ModifierRow, ...] = ()
    pairs: tuple[PairRow, ...] = ()
    codes: tuple[CodeRow, ...] = ()
    citations: tuple[Citation, ...] = ()
    assumed: tuple[Assumed, ...] = ()
    findings: tuple[FindingRow, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    corrected: int = 0
    withheld: int = 0
    removed_identifiers: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()  # what was withheld, replaced, or done without (a model that is down), one line each
    drafted_by: str = "composer"  # a model by its name, or "NAME, then the composer" where its draft broke off
    model: ModelUse | None = None
    seconds: Seconds = Seconds()

    def to_json(self) -> dict[str, Any]:
        """The object of the outside contract, `from` and `to` spelled as it spells them."""
        return self.model_dump(mode="json", by_alias=True)
