"""`frontdesk conversations`: what customers, the assistant and staff wrote."""

from libs.common.entities import Conversation, Message, Number, Participant
from libs.common.errors import Refusal
from libs.common.store.cursors import marked
from libs.common.store.query import Query
from services.cli.house import House
from services.cli.shown import Shown, cursor_of, listing, plain, stored
from services.ingest.identity import Alias

PAGE = 200
NUMBERS_MAX = 100


class NoSuchCustomer(Refusal, code="no_such_customer"):
    """Nobody known as {participant} has written. `frontdesk conversations list` shows who has."""


async def show_all(house: House, *, owner: str, after: str | None) -> Shown:
    """Who wrote, the latest first."""
    await house.owner(owner)
    query = Query(Conversation, order="-updated_at", limit=PAGE, after=cursor_of(after))
    page = await house.parts.store.reader(owner).find(query)
    items = [stored(row) for row in page.items]
    columns = {
        "NAME": "name",
        "PHONE": "phone",
        "AWAITS AN ANSWER": "turnOpen",
        "WITH": "heldBy",
        "UPDATED": "updatedAt",
        "PARTICIPANT": "participantKey",
    }
    return listing(items, columns, empty="Nobody has written yet.", after=page.next)


async def show(house: House, *, owner: str, participant: str, after: str | None) -> Shown:
    """One conversation: its own fields, and its messages as `items`, the oldest of this page first."""
    await house.owner(owner)
    conversation = await find(house, owner, participant)
    query = Query(
        Message,
        equal={"conversation_id": conversation.conversation_id},
        order="-created_at",
        limit=PAGE,
        after=cursor_of(after),
    )
    page = await house.parts.store.reader(owner).find(query)
    messages = list(reversed(page.items))
    more = f"\nThere is more before: add --after {marked(page.next)}" if page.next else ""
    data = {
        **stored(conversation),
        "items": [stored(message) for message in messages],
        "next": marked(page.next),
    }
    return Shown("\n".join(map(line, messages)) + more, data)


async def find(house: House, owner: str, participant: str) -> Conversation:
    """The conversation of a participant key, or of a phone on any of the owner's numbers. Raises NoSuchCustomer."""
    reader = house.parts.store.reader(owner)
    named = await reader.find(Query(Conversation, equal={"participant_key": participant}, limit=1))
    if named.items:
        return named.items[0]
    phone = participant.replace(" ", "").removeprefix("+")
    numbers = await house.parts.store.system().find(Query(Number, equal={"user_id": owner}, limit=NUMBERS_MAX))
    aliases = [Alias(owner, number.phone_number_id, "phone", phone).id for number in numbers.items]
    known = [row for row in await reader.get_many(Participant, aliases) if row is not None]
    found = await reader.get_many(Conversation, [row.conversation_id for row in known])
    latest = max((row for row in found if row is not None), key=lambda row: row.updated_at, default=None)
    if latest is None:
        raise NoSuchCustomer(participant=plain(participant))
    return latest


def line(message: Message) -> str:
    """One message as a person reads it: when, who, what; further lines are set in."""
    lines = [*message.content.splitlines(), *(f"[{title}]" for title in message.choices)]
    what = "\n    ".join(map(plain, lines)) or f"({message.kind})"
    return f"{message.created_at:%Y-%m-%d %H:%M} {message.role}: {what}"
