"""Second Check: a question becomes a checked, cited answer.

`from assistant import Assistant` loads nothing heavy; models and indexes open on the first question.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assistant.answer import Answer as Answer
    from assistant.chain import Assistant as Assistant

__all__ = ["Answer", "Assistant"]


def __getattr__(name: str) -> Any:
    if name == "Assistant":
        from assistant.chain import Assistant

        return Assistant
    if name == "Answer":
        from assistant.answer import Answer

        return Answer
    raise AttributeError(f"module 'assistant' has no attribute {name!r}")
