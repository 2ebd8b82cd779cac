"""What a case is: a question with what must come of it, a sentence to judge, a claim to check, a query to search."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, model_validator

Verdict = Literal["right", "wrong", "unverifiable"]
Kind = Literal["exact code", "plain words", "follow-up", "disagreement", "nothing-there"]  # of a retrieval query
TODAY = "2026-11-22"  # the day all cases were written for; a code's validity and the pairs turn on it


def _several(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


Values = Annotated[list[Any], BeforeValidator(_several)]  # alternatives any of which is right


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Way(Strict):
    """One of several right ways to answer."""

    say: list[str] = []
    asks: list[str] = []


class Question(Strict):
    """A question and what its answer must and must not contain.

    Keys of `units`, `modifiers`, `valid` may carry a date of service after "#"; without one the case's `dos` holds,
    else today.
    """

    id: str
    ask: str
    earlier: list[str] = []  # asked first, through the engine, so that the last question is a follow-up
    facts: dict[str, Any] = {}
    dos: date | None = None
    source: str
    confidence: Literal["high", "medium", "low"]
    family: str = ""  # the file it stands in, filled by the loader
    batch: int = 1  # which of the batches it was written with; each was committed before its answers were looked at

    units: dict[str, Values] = {}  # code: course total, null where no authority settles it
    optional: list[str] = []  # codes that need no row of their own as long as none says otherwise
    never_units: dict[str, list[int]] = {}
    absent: list[str] = []  # codes that must have no unit above zero
    modifiers: dict[str, Values] = {}
    required: list[str] = []
    optional_modifiers: list[str] = []
    pairs: dict[str, Values] = {}
    valid: dict[str, bool] = {}
    never_valid: list[str] = []
    replaced: dict[str, list[str]] = {}
    code: str | None = None  # the one delivery code the answer must arrive at

    status: list[str] = []
    asks: list[str] = []
    asks_none: bool | list[str] = False
    say: list[str] = []
    never: list[str] = []
    any_of: list[Way] = []
    no_advice: bool = False
    disagrees: bool = False  # the answer must show that sources differ
    removed: bool | None = None  # whether identifiers must have been taken out
    secret: list[str] = []  # what must not come back in the answer

    @property
    def day(self) -> str:
        return self.dos.isoformat() if self.dos else TODAY

    @property
    def wants_advice(self) -> bool:
        """Whether the expected answer rules on units, modifiers, pairs, validity or a delivery code."""
        return bool(self.units or self.modifiers or self.pairs or self.valid or self.code or self.replaced)

    @property
    def wants_asking(self) -> bool:
        """Whether a question back is one of the right reactions."""
        return bool(self.asks or any(way.asks for way in self.any_of) or "needs_facts" in self.status)


class Prose(Strict):
    """One sentence of advice as somebody might write it, and what it deserves."""

    id: str
    text: str
    verdict: Verdict
    question: str | None = None
    facts: dict[str, Any] = {}
    source: str
    confidence: Literal["high", "medium", "low"]


class ClaimRow(Strict):
    """A claim line, its verdict and the reason classes that describe the fault."""

    id: str
    cells: dict[str, str]
    verdict: Literal["pass", "fail", "no_data"]
    reasons: list[str]


class Query(Strict):
    """A search and the sources any of which carries the answer; none where nothing is there to be found."""

    id: str
    text: str
    sources: list[str]
    kind: Kind = "plain words"
    earlier: list[str] = []  # asked before, so that the search is a follow-up

    @model_validator(mode="after")
    def _kind_and_sources_agree(self) -> Query:
        if (self.kind == "nothing-there") == bool(self.sources):
            raise ValueError("sources are wanted, except where nothing is there to be found")
        if (self.kind == "follow-up") != bool(self.earlier):
            raise ValueError("a follow-up, and nothing else, has earlier questions")
        return self
