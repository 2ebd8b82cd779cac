"""Which passages may answer: in force on the date of service, of a payer that counts. One filter, two languages."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from corpus.passage import as_number

# Companies that decide for other payers' members.
BENEFIT_MANAGERS = ("evicore", "evolent", "carelon")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A filter that both indexes apply inside the query; None asks for everything."""

    on: int | None = None  # the date of service, the last one where there are several
    since: int | None = None  # the first of several
    payers: tuple[str, ...] | None = None

    @classmethod
    def of(cls, payer: str | None, on: date | None, since: date | None = None) -> "Wanted":
        """The filter for a payer and a date of service, or all dates from ``since`` to ``on``."""
        first = since or on
        payers = payers_that_count(payer) if payer else None
        return cls(as_number(on) if on else None, as_number(first) if first else None, payers)

    def lets_in(self, payers: Iterable[str]) -> bool:
        """Whether a passage for these payers is wanted, its dates aside."""
        return self.payers is None or not set(self.payers).isdisjoint(payers)

    def as_chroma(self) -> dict[str, Any] | None:
        """The same condition as Chroma metadata wants it."""
        conditions: list[dict[str, Any]] = []
        if self.on is not None:
            conditions += [{"in_force_from": {"$lte": self.on}}, {"in_force_to": {"$gte": self.since or self.on}}]
        if self.payers is not None:
            conditions.append({"$or": [{"payers": {"$contains": payer}} for payer in self.payers]})
        if not conditions:
            return None
        return conditions[0] if len(conditions) == 1 else {"$and": conditions}


EVERYTHING = Wanted()


def payers_that_count(payer: str) -> tuple[str, ...]:
    """Whose texts are shown to a payer's biller: its own, Medicare's beside them, and what is said of any payer."""
    if payer == "medicare":
        return ("medicare", "any")
    if payer == "medicare_advantage":
        return ("medicare_advantage", "medicare", "any")
    return (payer, "medicare", "any", *BENEFIT_MANAGERS)
