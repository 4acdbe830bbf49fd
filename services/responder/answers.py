"""An answer to a question: from the language model where there is one, else in the documents' own words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from libs.common.embedding.port import Embedding
from libs.common.events import SourceRef
from libs.common.logs import logger
from libs.common.store.port import Reader
from services.responder.library import SETTINGS_SOURCE, Library, Shelf
from services.responder.llm.port import Document, LanguageModel, Line, ModelTrouble
from services.responder.llm.prompt import system_prompt
from services.responder.questions import questions
from services.responder.retrieval.answering import answer as quoted
from services.responder.retrieval.index import Hit
from services.responder.retrieval.judgement import CONFIDENT
from services.responder.searching import Found, Search, Spent

E5 = "multilingual-e5-small-q4"

_log = logger("responder")


@dataclass(frozen=True)
class Answered:
    """What was found. `text` is None where nothing answers; `sure` says whether it may stand alone, `partly` that one
    of several questions stays open."""

    text: str | None
    sure: bool = False
    partly: bool = False
    sources: tuple[SourceRef, ...] = ()
    passages: tuple[Hit, ...] = ()
    spent: tuple[Spent, ...] = ()
    seconds: dict[str, float] = field(default_factory=dict)


class Answers:
    """Answers questions of one owner's customers."""

    def __init__(
        self,
        library: Library,
        embedding: Embedding,
        model: LanguageModel | None,
        stopwatch: Callable[[], float],
    ) -> None:
        self._library = library
        self._embedding = embedding
        self._search = Search(embedding)
        self._model = model
        self._stopwatch = stopwatch

    async def answer(
        self, store: Reader, user_id: str, question: str, *, language: str, history: Sequence[Line]
    ) -> Answered:
        """Search, then answer. Trouble with a model or an embedding makes the answer plainer, never an error."""
        started = self._stopwatch()
        shelf = await self._library.shelf(store, user_id)
        found = await self._search.find(shelf, question)
        searched = self._stopwatch()
        made = await self._made(shelf, found, language, history)
        return Answered(
            text=made.text,
            sure=made.sure,
            partly=made.partly,
            sources=made.sources,
            passages=found.hits,
            spent=(*found.spent, *made.spent),
            seconds={"search": round(searched - started, 4), "answer": round(self._stopwatch() - searched, 4)},
        )

    async def _made(self, shelf: Shelf, found: Found, language: str, history: Sequence[Line]) -> Answered:
        spent: tuple[Spent, ...] = ()
        if self._model is not None and found.hits:
            written, spent = await self._written(self._model, shelf, found, language, history)
            if written is not None:
                return written
        asked = questions(found.question)
        if len(asked) == 1:
            return replace(self._quoted(shelf, found), spent=spent)
        each = [await self._search.find(shelf, one) for one in asked]
        together = _together([self._quoted(shelf, one) for one in each])
        return replace(together, spent=(*spent, *(call for one in each for call in one.spent)))

    async def _written(
        self,
        model: LanguageModel,
        shelf: Shelf,
        found: Found,
        language: str,
        history: Sequence[Line],
    ) -> tuple[Answered | None, tuple[Spent, ...]]:
        """The model's answer if it cites what it says. One without a citation rests on nothing that the owner wrote."""
        wanted = shelf.facts.assistant.model if shelf.facts.assistant else ""
        system = system_prompt(shelf.facts, shelf.instructions, language)
        documents = [_document(shelf, hit) for hit in found.hits]
        try:
            written = await model.write(found.question, documents, system=system, history=history, model=wanted)
        except ModelTrouble as trouble:
            _log.warning("answered without the language model", why=str(trouble))
            billed = trouble.input_tokens + trouble.output_tokens
            return None, (Spent(wanted, trouble.input_tokens, trouble.output_tokens),) if billed else ()
        spent = (Spent(written.model, written.input_tokens, written.output_tokens),)
        known = [chunk_id for chunk_id in written.cited if chunk_id in {hit.chunk_id for hit in found.hits}]
        if not known:
            return None, spent
        return Answered(written.text, sure=True, sources=_sources(shelf, known), spent=spent), spent

    def _quoted(self, shelf: Shelf, found: Found) -> Answered:
        e5 = self._embedding.name == E5
        quotation = quoted(found.question, found.hits, shelf.index, e5=e5, nearness=found.nearness)
        if quotation is None:
            return Answered(None)
        sure = quotation.confidence >= CONFIDENT
        return Answered(quotation.text, sure=sure, sources=_sources(shelf, [quotation.chunk_id]))


def _together(each: Sequence[Answered]) -> Answered:
    """The answers to several questions as one, in the order asked."""
    found = [one for one in each if one.text is not None]
    if not found:
        return Answered(None)
    texts = dict.fromkeys(one.text or "" for one in found)
    sources = {source.chunk_id: source for one in found for source in one.sources}
    return Answered(
        "\n\n".join(texts),
        sure=all(one.sure for one in found),
        partly=len(found) < len(each),
        sources=tuple(sources.values()),
    )


def _document(shelf: Shelf, hit: Hit) -> Document:
    passage = shelf.index.passage(hit.chunk_id)
    title = " > ".join(part for part in (passage.source_name, passage.heading) if part)
    return Document(id=passage.chunk_id, title=title, text=passage.content)


def _sources(shelf: Shelf, chunk_ids: Sequence[str]) -> tuple[SourceRef, ...]:
    """The documents behind some passages, each once. What comes from the settings needs no source line."""
    refs: dict[tuple[str, str, int | None], SourceRef] = {}
    for chunk_id in chunk_ids:
        passage, source_id = shelf.index.passage(chunk_id), shelf.sources.get(chunk_id, SETTINGS_SOURCE)
        if source_id != SETTINGS_SOURCE:
            ref = SourceRef(
                source_id=source_id,
                name=passage.source_name,
                heading=passage.heading,
                page=passage.page,
                chunk_id=chunk_id,
            )
            refs.setdefault((source_id, passage.heading, passage.page), ref)
    return tuple(refs.values())
