"""How the assistant answers."""

from libs.common.entities import AiConfig
from libs.common.events import SettingsChanged
from libs.common.model import Model
from services.gateway.api import asking
from services.gateway.api.answers import Versioned
from services.gateway.api.call import Call
from services.gateway.api.routing import OWNER, Routes

routes = Routes("Assistant", "How the assistant answers.")


class AssistantValues(Model):
    """What is edited. `model` empty: the usual one. `context` is what the owner wants it to know, and how to speak."""

    model: str
    context: str


class AssistantShown(AssistantValues, Versioned):
    """The assistant's settings as they stand. `languageModel` says whether a language model answers, or the offline
    assistant in the documents' own words."""

    language_model: bool


@routes.get(f"{OWNER}/assistant")
async def read_assistant(call: Call) -> AssistantShown:
    """Read the assistant's settings."""
    row = await call.reader.get(AiConfig, call.user_id) or AiConfig(user_id=call.user_id, updated_at=call.now)
    return AssistantShown(
        model=row.model,
        context=row.context,
        updated_at=row.updated_at,
        language_model=call.parts.settings.cohere_api_key is not None,
    )


@routes.put(f"{OWNER}/assistant", access="owner", versioned=True, waits=True)
async def change_assistant(call: Call, body: AssistantValues) -> AssistantShown:
    """Replace the assistant's settings."""
    if not await asking.handled(call.parts, "responder", call.event_id(SettingsChanged)):
        call.check_version(await read_assistant(call), body)
    event = SettingsChanged(
        user_id=call.user_id, section="assistant", values=body.model_dump(by_alias=True), by=call.subject
    )
    receipt = await call.ask("responder", event)
    if receipt.code != "applied":
        raise asking.refused_fields(receipt)
    return await read_assistant(call)
