"""One question in the queue, and the states it goes through."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass, field
from typing import Any, Literal

Kind = Literal["ask", "code", "check", "verify", "note"]
# waiting: nobody sees anything yet; placed: its placeholder stands; answered: worked out, not shown yet;
# done: shown; deleting: the question went, the answer goes too; deleted; lost: Slack takes no answer for it.
State = Literal["waiting", "placed", "answered", "done", "deleting", "deleted", "lost"]
OPEN = ("waiting", "placed", "answered")


@dataclass(frozen=True, slots=True)
class Question:
    """A row of the queue. `response_url` is set where only the asker sees the answer."""

    id: int
    kind: Kind
    workspace: str
    channel: str
    ts: str
    thread: str
    asker: str
    text: str
    state: State
    version: int  # goes up when the question is edited or a fact is given: an older answer is then dropped
    removed: tuple[str, ...] = ()
    corrections: dict[str, Any] = field(default_factory=dict)
    placing: bool = False  # a placeholder was sent, perhaps without our learning its ts
    filing: bool = False  # a file was sent, perhaps without our learning of it
    reply: str = ""
    response_url: str = ""
    result: dict[str, Any] | None = None
    tries: int = 0
    asked_at: float = 0.0

    @property
    def key(self) -> str:
        """Found again in the metadata of our placeholder after a crash."""
        return f"{self.channel}-{self.ts}"

    @property
    def file_name(self) -> str:
        return f"second-check-{self.ts.replace('.', '-')}-{self.version}.txt"

    @property
    def private(self) -> bool:
        return bool(self.response_url)


def from_row(row: sqlite3.Row) -> Question:
    """A question as the database holds it."""
    values = {name: row[name] for name in Question.__dataclass_fields__}
    values["removed"] = tuple(json.loads(values["removed"]))
    values["corrections"] = json.loads(values["corrections"])
    values["result"] = json.loads(values["result"]) if values["result"] else None
    values["placing"], values["filing"] = bool(values["placing"]), bool(values["filing"])
    return Question(**values)
