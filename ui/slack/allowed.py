"""Who may ask: workspaces and channels on the lists. Pure; a list that is set and a sender it cannot place: no."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

DIRECT = "dm"  # stands for every direct message on the list of channels


@dataclass(frozen=True, slots=True)
class Allowed:
    """The lists; an empty one allows everybody the app was installed for."""

    workspaces: frozenset[str] = frozenset()
    channels: frozenset[str] = frozenset()

    @classmethod
    def from_words(cls, workspaces: str, channels: str) -> Allowed:
        return cls(frozenset(_listed(workspaces)), frozenset(_listed(channels)))

    def permits(self, body: Mapping[str, Any]) -> bool:
        """Whether everything this request names, where it came from and who sent it, is on the lists."""
        return self._permits_workspaces(body) and self._permits_channels(body)

    def _permits_workspaces(self, body: Mapping[str, Any]) -> bool:
        if not self.workspaces:
            return True
        named = set(_workspaces(body))
        return bool(named) and named <= self.workspaces

    def _permits_channels(self, body: Mapping[str, Any]) -> bool:
        if not self.channels:
            return True
        named = set(_channels(body))
        return bool(named) and all(
            one in self.channels or (one.startswith("D") and DIRECT in self.channels) for one in named
        )


def _listed(words: str) -> list[str]:
    return [word.strip() for word in words.split(",") if word.strip()]


def _workspaces(body: Mapping[str, Any]) -> Iterator[str]:
    """A channel shared with another company brings senders of that company: their workspace counts too."""
    event = _inside(body, "event")
    message = _inside(event, "message")
    for holder, keys in (
        (body, ("team_id",)),
        (_inside(body, "team"), ("id",)),
        (_inside(body, "user"), ("team_id",)),
        (event, ("team", "user_team", "source_team")),
        (message, ("team", "user_team", "source_team")),
    ):
        yield from (str(holder[key]) for key in keys if holder.get(key))


def _channels(body: Mapping[str, Any]) -> Iterator[str]:
    event = _inside(body, "event")
    for holder, key in (
        (body, "channel_id"),
        (_inside(body, "channel"), "id"),
        (_inside(body, "container"), "channel_id"),
        (event, "channel"),
    ):
        if isinstance(holder.get(key), str) and holder[key]:
            yield holder[key]


def _inside(body: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    found = body.get(key)
    return found if isinstance(found, Mapping) else {}
