"""What is taken as a sign of danger, beside the phrases that are known in each language."""

from datetime import UTC, datetime

from pydantic import Field

from libs.common.entities import DangerWords
from libs.common.events import SettingsChanged
from libs.common.model import Model
from services.gateway.api import asking
from services.gateway.api.answers import Versioned
from services.gateway.api.call import Call
from services.gateway.api.problems import Stale
from services.gateway.api.routing import OWNER, Routes

routes = Routes(
    "Danger", "Words at which a person has the conversation at once, and the customer is told whom to call."
)

NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""When words were last changed that nobody ever has: the same at each reading, so that an edit is not stale."""


class DangerValues(Model):
    """What is edited. `enabled` false: nothing is taken as a sign of danger. `words` are the owner's own phrases, 3 to
    80 characters each. `contact` is how the business is reached then; empty: the profile's phone."""

    enabled: bool
    words: list[str] = Field(max_length=100)
    contact: str = Field(max_length=200)


class DangerShown(DangerValues, Versioned):
    """The words of danger as they stand."""


@routes.get(f"{OWNER}/danger")
async def read_danger_words(call: Call) -> DangerShown:
    """Read the owner's words of danger."""
    row = await call.reader.get(DangerWords, call.user_id) or DangerWords(user_id=call.user_id, updated_at=NEVER)
    return DangerShown(enabled=row.enabled, words=list(row.words), contact=row.contact, updated_at=row.updated_at)


@routes.put(f"{OWNER}/danger", access="owner", versioned=True, waits=True)
async def change_danger_words(call: Call, body: DangerValues) -> DangerShown:
    """Replace the owner's words of danger. They count for the next message."""
    event = SettingsChanged(
        user_id=call.user_id,
        section="conversations",
        values=body.model_dump(by_alias=True),
        by=call.subject,
        edited_from=call.edited_from,
    )
    receipt = await call.ask("ingest", event)
    if receipt.code == "stale":
        raise Stale(await read_danger_words(call), body)
    if receipt.code != "applied":
        raise asking.refused_fields(receipt)
    return await read_danger_words(call)
