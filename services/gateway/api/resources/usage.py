"""What the desk did and used, day by day."""

from pydantic import Field

from libs.common.model import Day, Model
from services.gateway.api.call import Call
from services.gateway.api.routing import OWNER, Routes
from services.gateway.usage import DAYS

routes = Routes("Usage", "What the desk did and used.")


class UsageQuery(Model):
    """How many days, today among them."""

    days: int = Field(DAYS, ge=1, le=90)


class UsageOfDay(Model):
    """One day on the business's clock: messages of customers, of the assistant and of staff, and the tokens that
    language models and embeddings took in and gave. `embeddingTokens` are those of `inputTokens` that made documents
    searchable."""

    date: Day
    received: int
    answered: int
    written: int
    input_tokens: int
    output_tokens: int
    embedding_tokens: int


class UsageShown(Model):
    """The days, today last. `languageModel` says whether a language model answers now, or the offline assistant, which
    uses no tokens."""

    items: list[UsageOfDay]
    next: str | None = None
    language_model: bool


@routes.get(f"{OWNER}/usage")
async def read_usage(call: Call, query: UsageQuery) -> UsageShown:
    """Read messages and tokens by day."""
    days = await call.desk.usage.days(call.user_id, query.days)
    items = [UsageOfDay.model_validate(day.model_dump()) for day in days]
    return UsageShown(items=items, language_model=call.parts.settings.cohere_api_key is not None)
