"""Opens the chat model that `SECONDCHECK_MODEL=provider:name` names, or says in one line why it cannot."""

from __future__ import annotations

import os
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from assistant.errors import ModelUnavailable

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from assistant.settings import Settings

EXTRAS = ("openai", "anthropic", "ollama")  # pip install 'secondcheck[openai]'


def open_model(settings: Settings) -> BaseChatModel:
    """The chat model of the settings. Raises ModelUnavailable; its text never carries a key."""
    provider, _, name = settings.model.partition(":")
    if provider in {"echo", "fake"}:
        from assistant.drafting.echo import EchoModel

        return EchoModel(script=name if provider == "fake" else None)

    from langchain.chat_models import init_chat_model

    try:
        # Typed as Any: with a name and a provider it is a chat model, never the configurable kind.
        model: Any = init_chat_model(name, model_provider=provider, **_options(provider, settings))
    except ImportError as error:
        package = f"langchain-{provider.replace('_', '-')}"
        wanted = f"'secondcheck[{provider}]'" if provider in EXTRAS else package
        raise ModelUnavailable(
            f"The model {settings.model} needs the package {package}, which is not installed.",
            f"Install it: pip install {wanted}",
        ) from error
    except Exception as error:
        # Its own message may quote the key that it was given, so it stays out of ours.
        if "nsupported" in str(error):
            raise ModelUnavailable(_unknown(provider)) from error
        raise ModelUnavailable(
            f"The model {settings.model} cannot be set up ({type(error).__name__}).",
            f"Is its key set, usually {provider.upper()}_API_KEY?",
        ) from error
    opened: BaseChatModel = model
    return opened


def _options(provider: str, settings: Settings) -> dict[str, Any]:
    """What this provider understands of our settings. Retries are ours: two layers of them multiply the wait."""
    options: dict[str, Any] = {}
    if settings.model_base_url:
        options["base_url"] = settings.model_base_url
    if provider in {"openai", "anthropic"}:
        options |= {"timeout": settings.model_timeout_seconds, "max_retries": 0}
    if provider == "ollama":
        options["client_kwargs"] = {"timeout": settings.model_timeout_seconds}
    if provider == "openai" and settings.model_base_url and not os.environ.get("OPENAI_API_KEY"):
        options["api_key"] = "none"  # servers on one's own computer ask for no key, the client insists on one
    return options


def _unknown(provider: str) -> str:
    from langchain.chat_models import base

    known = [*getattr(base, "_BUILTIN_PROVIDERS", {})]
    nearest = get_close_matches(provider, known, n=1)
    return f"LangChain knows no provider {provider!r}. " + (
        f"Did you mean {nearest[0]!r}?" if nearest else f"It knows, among others: {', '.join(EXTRAS)}."
    )
