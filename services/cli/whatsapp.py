"""`frontdesk connect whatsapp` and `disconnect whatsapp`: a number of WhatsApp's Cloud API."""

import getpass
import sys

from services.cli.house import House
from services.cli.shown import Misused, Shown, plain, stored
from services.gateway.connecting import Credentials, connect_number, spoken_webhook
from services.gateway.disconnecting import disconnect_number
from services.gateway.fresh import FRESH_SECONDS

FROM_STDIN = "-"


async def connect(
    house: House, *, owner: str, phone_number_id: str, token: str, app_secret: str, verify_token: str
) -> Shown:
    """Connect a number, once WhatsApp has confirmed the token for it."""
    await house.owner(owner)
    credentials = Credentials(
        token=secret("token", token),
        app_secret=secret("app-secret", app_secret),
        verify_token=secret("verify-token", verify_token),
    )
    number = await connect_number(house.parts, owner, phone_number_id, credentials)
    address = spoken_webhook(house.parts.settings, number)
    text = f"""\
Connected {plain(number.display_number) or phone_number_id} {plain(number.verified_name)}
In Meta's dashboard, let its webhook point to {address} and subscribe it to "messages"."""
    return Shown(text, stored(number))


async def disconnect(house: House, *, owner: str, phone_number_id: str) -> Shown:
    """Let go of a number. What was written on it stays."""
    await house.owner(owner)
    number = await disconnect_number(house.parts, owner, phone_number_id)
    text = f"""\
Disconnected {plain(number.display_number) or phone_number_id} {plain(number.verified_name)}
Its secrets are erased, its conversations and bookings stay. A Frontdesk that is running lets go of it within \
{FRESH_SECONDS:g} seconds."""
    return Shown(text, stored(number))


def secret(name: str, given: str) -> str:
    """A secret as it was given, or the next line of standard input for "-". Raises Misused when there is none."""
    if given != FROM_STDIN:
        return given
    line = getpass.getpass(f"--{name}: ") if sys.stdin.isatty() else sys.stdin.readline()
    if not line.strip():
        raise Misused(f"--{name} - reads a line from standard input, and there is none.")
    return line.strip()
