"""A draft in fields, where a provider can be held to them: each sentence, and the passages it cites.

It saves the model from writing marks, and us from looking for them. It is no proof of anything: the sentences go
through the same gate as plain text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from assistant.drafting.marks import named

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.runnables import Runnable

SCHEMA: dict[str, Any] = {
    "title": "Answer",
    "description": "The answer, sentence by sentence.",
    "type": "object",
    "properties": {
        "sentences": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "text": {"type": "string", "description": "One plain sentence, without any mark."},
                    "cites": {
                        "type": "array",
                        "items": {"type": "string"},
                        "description": "Ids of the passages or findings it rests on.",
                    },
                },
                "required": ["text", "cites"],
                "additionalProperties": False,
            },
        }
    },
    "required": ["sentences"],
    "additionalProperties": False,
}


def in_fields(model: BaseChatModel) -> Runnable[Any, Any] | None:
    """The model held to the fields; None where its provider is not known to be able to."""
    profile = getattr(model, "profile", None) or {}  # what LangChain knows of models by their names
    return model.with_structured_output(SCHEMA) if profile.get("structured_output") else None


def resolved_fields(drafts: Iterable[Any], issued: Mapping[str, str]) -> Iterator[str]:
    """The sentences of a growing draft, each once it is complete; those that cite what we did not issue are left out.

    Each draft holds all that was said so far. An empty piece is given where none is complete, as `resolved` does.
    """
    sentences: list[Any] = []
    done = 0
    for draft in drafts:
        yield ""
        sentences = _listed(draft) or sentences
        for one in sentences[done:-1]:
            yield _marked(one, issued)
        done = max(done, len(sentences) - 1)
    for one in sentences[done:]:
        yield _marked(one, issued)


def _listed(draft: Any) -> list[Any]:
    """The sentences of a draft; none where it is still empty or the model filled in other fields than ours."""
    sentences = draft.get("sentences") if isinstance(draft, dict) else None
    return sentences if isinstance(sentences, list) else []


def _marked(sentence: Any, issued: Mapping[str, str]) -> str:
    """The sentence with its marks before the full stop; empty when it must not be said."""
    said = sentence if isinstance(sentence, dict) else {}
    text, cites = str(said.get("text") or "").strip(), said.get("cites")
    body, stop = (text[:-1], text[-1]) if text.endswith((".", "!", "?")) else (text, ".")
    marks = "".join(f"[{one}]" for one in dict.fromkeys(map(str, cites if isinstance(cites, list) else ())))
    kept = named(f" {body} {marks}{stop}" if marks else f" {body}{stop}", issued) if body.strip() else None
    return kept or ""
