"""Every setting in one place: environment first, then a settings file, then the default.

`SECONDCHECK_MODEL=ollama:qwen3` in the environment and `model = "ollama:qwen3"` in `secondcheck.toml` mean the
same. Keys of model providers are no settings of ours: they stay in the provider's own environment variable.

Plain pydantic, because `pydantic_settings` adds 150 ms to every cold start, more than all the rest of a
units question.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

import platformdirs
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from assistant.errors import SettingsError

PREFIX = "SECONDCHECK_"
FILE_NAME = "secondcheck.toml"
CHECKOUT = Path(__file__).parents[1]  # its settings file is for developers; an installed package has none
SLACK_ID = re.compile(r"[A-Z][A-Z0-9]{2,20}|dm")
TRACING = (
    "LANGSMITH_TRACING",
    "LANGSMITH_TRACING_V2",
    "LANGCHAIN_TRACING",
    "LANGCHAIN_TRACING_V2",
    "LANGSMITH_GATEWAY",
)


class Settings(BaseModel):
    """The settings; each field's description is what README says of it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    data_dir: Path = Field(
        default_factory=lambda: Path(platformdirs.user_data_dir("secondcheck", appauthor=False)),
        description="Folder for the index, added documents and logs",
    )
    model: str = Field(
        default="",
        examples=["ollama:qwen3"],
        description="Chat model that drafts, as `provider:name`; empty: the built-in composer, no model, no network",
    )
    model_base_url: str = Field(
        default="",
        examples=["http://localhost:8080/v1"],
        description="Address of an OpenAI-compatible server for that model",
    )
    model_timeout_seconds: float = Field(
        default=30, gt=0, le=600, description="Longest wait for a draft; then the composer answers"
    )
    today: date | None = Field(
        default=None,
        examples=["2026-11-22"],
        description="Date that counts as today, for audits and tests; unset: the clock",
    )
    langsmith: bool = Field(
        default=False, description="Let LangChain trace to LangSmith; off even if LangSmith's own variables are set"
    )

    slack_mode: Literal["socket", "http"] = Field(
        default="socket",
        description="How Slack reaches you: `socket` needs no public address, `http` is signed and needs one",
    )
    slack_host: str = Field(default="127.0.0.1", description="With `http`: address to listen at")
    slack_port: int = Field(default=3000, ge=1, le=65535, description="With `http`: port to listen at")
    slack_workspaces: str = Field(
        default="",
        examples=["T0123ABCD"],
        description="Workspaces that get answers, by ID, with commas between; empty: every one the app is installed in",
    )
    slack_channels: str = Field(
        default="",
        examples=["C0123ABCD,dm"],
        description="Channels that get answers, by ID, `dm` for direct messages; empty: every one it is in",
    )

    slack_history: bool = Field(
        default=True,
        description="Keep Slack questions and answers in the data folder for 90 days, identifiers removed; "
        "`false`: in memory only, so a restart forgets what is pending",
    )

    @field_validator("data_dir")
    @classmethod
    def _absolute(cls, folder: Path) -> Path:
        return folder.expanduser().absolute()

    @field_validator("model")
    @classmethod
    def _names_its_provider(cls, model: str) -> str:
        provider, colon, _ = model.partition(":")
        if model and not (colon and provider):
            raise ValueError(f"write the provider before the name, for example openai:{model}")
        return model

    @field_validator("slack_workspaces", "slack_channels")
    @classmethod
    def _lists_ids(cls, listed: str) -> str:
        """A list that is set and names nobody would let everybody in: it is refused instead."""
        ids = [one.strip() for one in listed.split(",")] if listed.strip() else []
        if "" in ids:
            raise ValueError("write IDs with one comma between them")
        if any(not SLACK_ID.fullmatch(one) for one in ids):
            raise ValueError("write IDs, not names; Slack shows them at the end of a channel's details")
        return ",".join(ids)

    @field_validator("model_base_url")
    @classmethod
    def _carries_no_secret(cls, address: str) -> str:
        if address and not address.startswith(("http://", "https://")):
            raise ValueError("an address starts with http:// or https://")
        if "@" in urlsplit(address).netloc:
            raise ValueError("no user name or key belongs in the address; use the provider's own variable")
        return address


def load_settings(environ: Mapping[str, str] | None = None, checkout: Path | None = None) -> Settings:
    """Read the settings and switch LangSmith tracing off unless they ask for it.

    Raises SettingsError naming the setting, where it stands and what to write instead.
    """
    environ = os.environ if environ is None else environ
    given = _from_file((checkout or CHECKOUT) / FILE_NAME) | _from_environment(environ)
    where = _checked(given).data_dir / FILE_NAME
    in_data_dir = _from_file(where)
    if "data_dir" in in_data_dir:
        raise SettingsError(
            f"{where} sets data_dir, but it lies in that folder itself.",
            next_step=f"Set {PREFIX}DATA_DIR in the environment instead.",
        )
    settings = _checked(in_data_dir | given)
    if not settings.langsmith:
        os.environ.update(dict.fromkeys(TRACING, "false"))
    return settings


def today() -> date:
    """The date that counts as today: the one place where the clock enters."""
    return load_settings().today or date.today()


def _from_environment(environ: Mapping[str, str]) -> dict[str, Any]:
    ours = {name: value for name, value in environ.items() if name.startswith(PREFIX)}
    for name in ours:
        _refuse_unknown(name.removeprefix(PREFIX).lower(), name, upper=True)
    return {name.removeprefix(PREFIX).lower(): value for name, value in ours.items() if value.strip()}


def _from_file(path: Path) -> dict[str, Any]:
    try:
        values = tomllib.loads(path.read_text("utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"The settings file {path} cannot be read.", f"{error}.") from error
    for name in values:
        _refuse_unknown(name, f"{name} in {path}")
    return values


def _refuse_unknown(name: str, shown: str, *, upper: bool = False) -> None:
    if name in Settings.model_fields:
        return
    nearest = get_close_matches(name, Settings.model_fields, n=1, cutoff=0.5)
    hint = f"{PREFIX}{nearest[0].upper()}" if nearest and upper else "".join(nearest)
    raise SettingsError(
        f"{shown} is not a setting of Second Check.",
        next_step=f"Did you mean {hint}?" if hint else "README lists the settings.",
    )


def _checked(values: Mapping[str, Any]) -> Settings:
    try:
        return Settings.model_validate(dict(values))
    except ValidationError as error:
        first = error.errors(include_input=False)[0]
        name = ".".join(str(part) for part in first["loc"])
        says = first["msg"].removeprefix("Value error, ").lower()
        examples = Settings.model_fields[name].examples if name in Settings.model_fields else None
        raise SettingsError(
            f"The setting {name} ({PREFIX}{name.upper()}) cannot be used: {says}.",
            next_step=f"For example: {examples[0]}" if examples else "README says what each setting may hold.",
        ) from error
