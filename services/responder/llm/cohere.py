"""Cohere chat, with the passages as documents and its citations as sources."""

import asyncio
from collections.abc import Sequence
from typing import Any

from libs.common.cohere.connection import CohereConnection
from services.responder.llm.port import Document, Line, ModelTrouble, Written

MODEL = "command-a-03-2025"
"""Answers in 23 languages and cites its documents: https://docs.cohere.com/docs/command-a"""
ANSWER_SECONDS = 12.0
"""A customer waits for it: past this the offline answer is given."""
OUTPUT_TOKENS_MAX = 300
RETRIES = 1


class CohereModel:
    """Implements the port `LanguageModel`."""

    def __init__(self, api_key: str, *, url: str | None = None) -> None:
        self._cohere = CohereConnection(api_key, url=url, attempt_seconds=ANSWER_SECONDS, retries_max=RETRIES)

    async def write(
        self, question: str, documents: Sequence[Document], *, system: str, history: Sequence[Line], model: str
    ) -> Written:
        """See the port."""
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                answer = await self._asked(question, documents, system, history, model or MODEL)
        except Exception as error:
            raise ModelTrouble(type(error).__name__) from error
        return _written(answer, model or MODEL)

    async def _asked(
        self, question: str, documents: Sequence[Document], system: str, history: Sequence[Line], model: str
    ) -> Any:
        client = await self._cohere.client()
        return await client.chat(
            model=model,
            messages=[
                {"role": "system", "content": system},
                *({"role": line.role, "content": line.text} for line in history),
                {"role": "user", "content": question},
            ],
            documents=[{"id": one.id, "data": {"title": one.title, "text": one.text}} for one in documents],
            citation_options={"mode": "FAST"},
            max_tokens=OUTPUT_TOKENS_MAX,
            temperature=0.2,
        )

    async def close(self) -> None:
        """See the port."""
        await self._cohere.close()


def _written(answer: Any, model: str) -> Written:
    usage = getattr(answer.usage, "billed_units", None) if answer.usage else None
    spent = {
        "input_tokens": int(getattr(usage, "input_tokens", 0) or 0),
        "output_tokens": int(getattr(usage, "output_tokens", 0) or 0),
    }
    text = "".join(getattr(part, "text", "") or "" for part in answer.message.content or []).strip()
    if not text or answer.finish_reason not in ("COMPLETE", "STOP_SEQUENCE", "MAX_TOKENS"):
        raise ModelTrouble(f"finished with {answer.finish_reason}", **spent)
    return Written(text=text, cited=_cited(answer.message.citations or []), model=model, **spent)


def _cited(citations: Sequence[Any]) -> tuple[str, ...]:
    """The documents' ids in the order they are cited, each once."""
    ids = [getattr(source, "id", None) for citation in citations for source in citation.sources or []]
    return tuple(dict.fromkeys(one for one in ids if one))
