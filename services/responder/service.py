"""Decides the answer: from the owner's documents, through the calendar, or by a person."""

import asyncio
import time
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from libs.common.entities import AiConfig, UsageLog
from libs.common.events import (
    BookingRequested,
    DocIndexed,
    OwnerChanged,
    ReplyReady,
    ReplyRequested,
    SettingsChanged,
)
from libs.common.parts import Parts
from libs.common.service import Considered, Decision, Service
from libs.common.settings import Settings
from services.responder import handlers
from services.responder.answers import Answers
from services.responder.library import Library
from services.responder.llm.port import LanguageModel
from services.responder.understanding import detect_language


@dataclass(frozen=True)
class Brain:
    """What the handlers need beside the store."""

    library: Library
    answers: Answers
    quiet: timedelta


def build(parts: Parts) -> Service:
    """The responder. Without a key for a language model it answers in the documents' own words."""
    library = Library(parts.embedding, parts.clock)
    model = _language_model(parts.settings)
    brain = Brain(
        library=library,
        answers=Answers(library, parts.embedding, model, time.perf_counter),
        quiet=timedelta(seconds=parts.settings.quiet_seconds),
    )
    return Service(
        name="responder",
        owns=(AiConfig, UsageLog),
        handles=(
            Considered(ReplyRequested, partial(handlers.reply, brain)),
            Considered(DocIndexed, partial(handlers.indexed, brain)),
            Decision(SettingsChanged, partial(handlers.settings, brain)),
            Decision(OwnerChanged, partial(handlers.owner, brain)),
        ),
        publishes=(ReplyReady, BookingRequested),
        background=(_made_ready,),
        closing=(model.close,) if model is not None else (),
    )


async def _made_ready() -> None:
    """Compile the tables of all languages (a fifth of a second) before the first customer writes, in a thread."""
    await asyncio.to_thread(detect_language, "")


def _language_model(settings: Settings) -> LanguageModel | None:
    if settings.cohere_api_key is None:
        return None
    from services.responder.llm.cohere import CohereModel

    return CohereModel(settings.cohere_api_key.get_secret_value(), url=settings.cohere_api_url)
