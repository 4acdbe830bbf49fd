"""Trying a question: what the assistant would answer, from which passages, without a customer."""

from libs.common.envelope import deterministic_id
from libs.common.events import Preview, ReplyRequested
from libs.common.model import Model
from services.gateway.api.call import Call
from services.gateway.api.resources.asked import Words
from services.gateway.api.routing import OWNER, Routes

routes = Routes("Questions", "Trying what the assistant would answer.")


class Question(Model):
    """What a customer might ask."""

    question: Words


class SourceNamed(Model):
    """Where an answer comes from."""

    source_id: str
    name: str
    heading: str = ""
    page: int | None = None
    chunk_id: str = ""


class PassageFound(Model):
    """A passage that was looked at, with how near it is: by meaning (`score`) and by its words (`lexical`)."""

    source: str
    heading: str
    page: int | None
    content: str
    score: float
    lexical: float


class Tried(Model):
    """What the assistant would answer; `text` none: it would say that it does not know, and offer a person. `seconds`
    says how long each step took."""

    text: str | None
    sure: bool
    sources: list[SourceNamed]
    passages: list[PassageFound]
    seconds: dict[str, float]


@routes.post(f"{OWNER}/questions", waits=True)
async def try_question(call: Call, body: Question) -> Tried:
    """Try a question. Nothing is sent, booked or recorded but what it cost."""
    event = ReplyRequested(
        user_id=call.user_id,
        conversation_id=f"{call.user_id}:preview-{deterministic_id(call.cause)}",
        opened_at=call.now,
        preview=Preview(question=body.question),
    )
    return Tried.model_validate((await call.ask("responder", event)).answer)
