"""What a draft costs, in the tokens that the provider says it read and wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from langchain_core.callbacks import BaseCallbackHandler
    from langchain_core.outputs import LLMResult

    from assistant.answer import ModelUse


def counting(use: ModelUse) -> BaseCallbackHandler:
    """Adds to `use` what LangChain hears of each request that ends, in whichever form its answer is read."""
    from langchain_core.callbacks import BaseCallbackHandler

    class Counting(BaseCallbackHandler):
        def on_llm_end(self, response: LLMResult, **_: Any) -> None:
            said = getattr(response.generations[0][0], "message", None)
            if used := getattr(said, "usage_metadata", None):
                use.input_tokens = (use.input_tokens or 0) + used["input_tokens"]
                use.output_tokens = (use.output_tokens or 0) + used["output_tokens"]

    return Counting()
