"""`media.requested`: the file of a message is fetched while WhatsApp has it, or it is said why not.

It has a topic of its own, so that a slow download holds up neither the read mark nor the next message.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from libs.common.blobs.port import Blobs
from libs.common.entities import MediaFile, User
from libs.common.events import MediaRequested
from libs.common.service import Again, Claimed, Decided, Effect, Later, Outcome
from libs.common.store.port import Transaction
from services.gateway.whatsapp.transport import Fetched, Kept, Lines, NotKept, Wanted

IN_FLIGHT = 8
PER_OWNER = 4
RETRY_SECONDS = 5.0
"""After the first try in vain; doubled with each further one, up to RETRY_SECONDS_MAX."""
RETRY_SECONDS_MAX = 1800.0
TRIED_FOR = timedelta(days=2)
"""Then it is given up and said so, well within the 7 days for which WhatsApp keeps a file."""

NOT_CONNECTED = NotKept("This number is not connected. Connect it again with a valid token.", "waiting")


@dataclass(frozen=True)
class FetchMedia:
    """Claim the file, fetch it, record what came of it; again later where WhatsApp does not give it out now."""

    lines: Lines
    blobs: Blobs

    def effect(self) -> Effect[MediaRequested, Wanted | None, Fetched | None]:
        """The three as the runtime wants them."""
        return Effect(MediaRequested, claim, self.act, record, IN_FLIGHT, PER_OWNER)

    async def act(self, event: MediaRequested, file: Wanted | None) -> Fetched | None:
        """Fetch it; for an owner who is gone, remove what may have come in meanwhile."""
        if file is None:
            await self.blobs.delete(event.user_id, blob_of(event))
            return None
        line = await self.lines.line(event.user_id, event.phone_number_id)
        return await line.fetch(file) if line is not None else NOT_CONNECTED


async def claim(event: MediaRequested, tx: Transaction, now: datetime) -> Claimed[Wanted | None] | Decided:
    """Fetch what is not here yet, when it is due."""
    if await tx.get(User, event.user_id) is None:
        return Claimed(None)
    stands = await tx.get(MediaFile, event.message_id)
    row = stands or _new(event, now)
    if row.state != "waiting":
        return Outcome(code="known")
    if now > event.envelope.time + TRIED_FOR:
        reason = f"It could not be fetched within {TRIED_FOR.days} days. {row.reason}".strip()
        return Outcome(write=[row.changed(state="gone", reason=reason, updated_at=now)], code="gone")
    if row.retry_at is not None and now < row.retry_at:
        return Later(row.retry_at)
    return Claimed(Wanted(event.media, event.kind, blob_of(event)), write=[] if stands else [row])


async def record(
    event: MediaRequested, file: Wanted | None, came: Fetched | None, tx: Transaction, now: datetime
) -> Decided:
    """Write down that it is here, that it will not be, or when to try again."""
    if came is None:
        return Outcome(code="no_owner")
    if await tx.get(User, event.user_id) is None:
        return Again()  # removed meanwhile: what was fetched must not stay
    row = await tx.get(MediaFile, event.message_id) or _new(event, now)
    match came:
        case Kept(blob=blob, mime_type=mime_type, size=size):
            kept = row.changed(state="fetched", blob=blob, mime_type=mime_type, size=size, reason="", updated_at=now)
            return Outcome(write=[kept], code="fetched")
        case NotKept(becomes="waiting"):
            tries = row.tries + 1
            due = now + timedelta(seconds=came.retry_after or wait_seconds(tries))
            return Again(write=[row.changed(tries=tries, retry_at=due, reason=came.reason, updated_at=now)])
        case NotKept(becomes=state, reason=reason):
            return Outcome(write=[row.changed(state=state, reason=reason, updated_at=now)], code=state)


def wait_seconds(tries: int) -> float:
    """How long WhatsApp is left alone after this many tries in vain."""
    return min(RETRY_SECONDS * 2.0 ** min(tries - 1, 20), RETRY_SECONDS_MAX)


def blob_of(event: MediaRequested) -> str:
    """What the file is called among the owner's: made from the message, so that it is there once."""
    return f"media/{event.message_id}"


def _new(event: MediaRequested, now: datetime) -> MediaFile:
    return MediaFile(
        message_id=event.message_id,
        user_id=event.user_id,
        conversation_id=event.conversation_id,
        media_id=event.media.id,
        mime_type=event.media.mime_type,
        filename=event.media.filename,
        created_at=now,
        updated_at=now,
    )
