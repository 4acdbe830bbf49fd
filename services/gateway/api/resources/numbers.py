"""The WhatsApp numbers of a business: connecting and disconnecting one, and what is wrong with one."""

from typing import Literal

from pydantic import Field, SecretStr

from libs.common.entities import Number
from libs.common.model import Instant, Model
from libs.common.store.query import Query
from services.gateway.api.call import Call
from services.gateway.api.problems import NotFound
from services.gateway.api.routing import OWNER, Routes
from services.gateway.checking import Checking
from services.gateway.connecting import Credentials, connect_number, own_webhook, webhook_of
from services.gateway.disconnecting import disconnect_number

NUMBERS_MAX = 100

routes = Routes("WhatsApp", "The WhatsApp numbers of a business.")


class NumberShown(Model):
    """A number. Its secrets are never shown. `webhook` is the address that Meta should call."""

    phone_number_id: str
    channel: Literal["whatsapp", "sandbox"]
    display_number: str
    verified_name: str
    own_app: bool
    webhook: str
    created_at: Instant


class Numbers(Model):
    """A business's numbers. `sharedApp` says that this server has a Meta app through which numbers can be connected;
    `ownWebhook` is the address that a Meta app of the business's own should call, a mere path where the server has no
    public address."""

    items: list[NumberShown]
    next: str | None = None
    shared_app: bool
    own_webhook: str


class NumberToConnect(Model):
    """A number of WhatsApp's Cloud API, and the secrets it speaks with. With `appSecret`, the business brings a Meta
    app of its own."""

    phone_number_id: str = Field(min_length=1, max_length=64)
    token: SecretStr = Field(min_length=1, max_length=2000)
    app_secret: SecretStr = Field(SecretStr(""), max_length=500)
    verify_token: SecretStr = Field(SecretStr(""), max_length=500)


class CheckedStep(Model):
    """One thing that must be right, and what to do where it is not."""

    name: Literal["token", "address", "webhook", "messages"]
    ok: bool
    words: str


class NumberChecked(Model):
    """Whether a number works, step by step."""

    ok: bool
    steps: list[CheckedStep]


@routes.get(f"{OWNER}/numbers", access="owner")
async def list_numbers(call: Call) -> Numbers:
    """List the numbers."""
    system = call.parts.store.system()
    page = await system.find(Query(Number, equal={"user_id": call.user_id}, limit=NUMBERS_MAX))
    return Numbers(
        items=[_shown(call, row) for row in page.items],
        shared_app=call.parts.settings.whatsapp_app_secret is not None,
        own_webhook=own_webhook(call.parts.settings, call.user_id),
    )


@routes.post(f"{OWNER}/numbers", access="owner", status=201, refuses=(409, 502))
async def connect_one_number(call: Call, body: NumberToConnect) -> NumberShown:
    """Connect a number. Its token is tried at WhatsApp first; connected again, its secrets are replaced."""
    credentials = Credentials(
        token=body.token.get_secret_value(),
        app_secret=body.app_secret.get_secret_value(),
        verify_token=body.verify_token.get_secret_value(),
    )
    row = await connect_number(
        call.parts, call.user_id, body.phone_number_id, credentials, directory=call.desk.directory
    )
    return _shown(call, row)


@routes.post(f"{OWNER}/numbers/{{phoneNumberId}}/check", access="owner", keyed=False)
async def check_number(call: Call) -> NumberChecked:
    """Say in words what is wrong with a number, if anything is."""
    row = await call.parts.store.system().get(Number, call.named("phoneNumberId"))
    if row is None or row.user_id != call.user_id:
        raise NotFound(what="number")
    steps = await Checking(call.parts, call.desk.directory, call.desk.graph).steps(row)
    shown = [CheckedStep.model_validate(step, from_attributes=True) for step in steps]
    return NumberChecked(ok=all(step.ok for step in shown), steps=shown)


@routes.delete(f"{OWNER}/numbers/{{phoneNumberId}}", access="owner", status=204, refuses=(409,))
async def disconnect_one_number(call: Call) -> None:
    """Disconnect a number and erase its secrets. What was written on it stays; the sandbox number is refused."""
    await disconnect_number(call.parts, call.user_id, call.named("phoneNumberId"), directory=call.desk.directory)


def _shown(call: Call, row: Number) -> NumberShown:
    webhook = "" if row.channel == "sandbox" else webhook_of(call.parts.settings, row)
    return NumberShown.model_validate({**row.model_dump(), "webhook": webhook})
