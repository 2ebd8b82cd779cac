"""Two chat models without a network, for tests and for trying the gate by hand.

`SECONDCHECK_MODEL=echo:` says back what it was told; `SECONDCHECK_MODEL="fake:Bill 77427 six times."` says
that, whatever the question.
"""

# ruff: noqa: ARG002  LangChain calls with these arguments; an echo has no use for them.
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult


class EchoModel(BaseChatModel):
    """Says `script`, or the last message when `script` is None, a word at a time."""

    script: str | None = None

    @property
    def _llm_type(self) -> str:
        return "echo"

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        return ChatResult(generations=[ChatGeneration(message=AIMessage(content=self._says(messages)))])

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> Iterator[ChatGenerationChunk]:
        for word in re.findall(r"\s*\S+", self._says(messages)):
            yield ChatGenerationChunk(message=AIMessageChunk(content=word))

    def _says(self, messages: list[BaseMessage]) -> str:
        return str(messages[-1].text) if self.script is None else self.script
