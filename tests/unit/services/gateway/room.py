"""The gateway's parts on a data folder of its own, before a stand-in for WhatsApp, with a clock that is set."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from libs.common.blobs.files import FileBlobs
from libs.common.embedding.e5 import E5Embedding
from libs.common.entities import Conversation, Entity, Number, Profile, User, WhatsappCred
from libs.common.events import Event, ReplyReady
from libs.common.key_file import new_key
from libs.common.parts import Parts
from libs.common.service import Claimed, Decided, Effect
from libs.common.settings import Settings
from libs.common.store.port import Transaction, Write
from libs.common.vault import Vault
from services.gateway.directory import key_id
from services.gateway.whatsapp.sandbox import number_id_of
from tests.embedded import Embedded

E = TypeVar("E", bound=Entity)
Ev = TypeVar("Ev", bound=Event)

OWNER = "clinic"
NUMBER = "106540352242922"
ANA = "15550001001"
MORNING = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
APP_SECRET = "the operator's app secret"
VERIFY_TOKEN = "the agreed word"


@dataclass
class HandClock:
    """Stands until somebody lets time pass; sleeping lets it pass at once."""

    now: datetime = MORNING
    slept: list[float] = field(default_factory=list)

    def __call__(self) -> datetime:
        return self.now

    def passes(self, **duration: float) -> None:
        self.now += timedelta(**duration)

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.passes(seconds=seconds)


@dataclass
class Room:
    """Rows as they stand, and handlers run as the runtime runs them."""

    house: Embedded
    parts: Parts
    clock: HandClock
    _events: int = 0

    def delivered(self, event: Ev) -> Ev:
        """The event as it arrives, each under an id of its own."""
        self._events += 1
        return event.delivered(cause=f"cause-{self._events}", at=self.clock())

    async def get(self, kind: type[E], key: str) -> E | None:
        return await self.parts.store.system().get(kind, key)

    async def must_get(self, kind: type[E], key: str) -> E:
        row = await self.get(kind, key)
        assert row is not None, f"there is no {kind.__name__} {key!r}"
        return row

    async def put(self, *rows: Write) -> None:
        await self.house.put("gateway", None, *rows)

    async def owns(self, user_id: str = OWNER, number: str | None = NUMBER, **secrets: str) -> None:
        """An owner with a number and its secrets."""
        now = self.clock()
        rows: list[Write] = [
            User(user_id=user_id),
            Profile(user_id=user_id, business_name="The Clinic", updated_at=now),
            Number(phone_number_id=number_id_of(user_id), user_id=user_id, channel="sandbox", created_at=now),
        ]
        if number is not None:
            rows.append(Number(phone_number_id=number, user_id=user_id, created_at=now))
            keys = {key_id(user_id, number, name): value for name, value in secrets.items()}
            rows += [
                WhatsappCred(key_id=key, user_id=user_id, value=self.parts.vault.seal(key, value), updated_at=now)
                for key, value in keys.items()
            ]
        await self.put(*rows)

    async def talks(self, **fields: Any) -> Conversation:
        """A conversation with Ana, in its first turn."""
        now = self.clock()
        named: dict[str, Any] = {
            "conversation_id": f"{OWNER}:c1",
            "user_id": OWNER,
            "channel": "whatsapp",
            "participant_key": "p1",
            "created_at": now,
            "updated_at": now,
            "phone_number_id": NUMBER,
            "address": ANA,
            "turn": 1,
            "turn_open": True,
            "turn_opened_at": now,
            "last_inbound_id": "wamid.ana1",
            "last_inbound_at": now,
        }
        row = Conversation.model_validate({**named, **fields})
        await self.house.put("ingest", OWNER, row)
        return row

    async def decides(self, handler: Callable[[Ev, Transaction, datetime], Awaitable[Any]], event: Ev) -> Any:
        """Run a decision, or one step of an effect, in a transaction that stores what it says."""

        async def decide(tx: Transaction) -> tuple[Any, Sequence[Write]]:
            step = await handler(event, tx, self.clock())
            return step, getattr(step, "write", ())

        return await self.parts.store.transact("gateway", event.user_id or None, decide)

    async def runs(self, effect: Effect[Ev, Any, Any], event: Ev) -> Decided:
        """Claim, act and record once; what ends it, or `Again`."""
        step = await self.decides(effect.claim, event)
        if not isinstance(step, Claimed):
            return step  # type: ignore[no-any-return]
        result = await effect.act(event, step.work)

        async def record(event: Ev, tx: Transaction, now: datetime) -> Decided:
            return await effect.record(event, step.work, result, tx, now)

        return await self.decides(record, event)  # type: ignore[no-any-return]


def settings_for(folder: Path, graph_url: str = "http://127.0.0.1:9") -> Settings:
    """Nothing listens at the default address."""
    return Settings.model_validate(
        {
            "data": folder,
            "graph_url": graph_url,
            "whatsapp_app_secret": APP_SECRET,
            "whatsapp_verify_token": VERIFY_TOKEN,
        }
    )


def room_in(house: Embedded, clock: HandClock, settings: Settings) -> Room:
    parts = Parts(
        settings=settings,
        store=house.store,
        blobs=FileBlobs(settings.data / "blobs"),
        bus=house.bus,
        embedding=E5Embedding(),
        vault=Vault([new_key()]),
        clock=clock,
        sleep=clock.sleep,
    )
    return Room(house, parts, clock)


def answer(text: str = "We open at nine.", **fields: Any) -> ReplyReady:
    """The assistant's answer to the first turn with Ana."""
    named = {"user_id": OWNER, "conversation_id": f"{OWNER}:c1", "author": "assistant", "turn": 1, "text": text}
    return ReplyReady.model_validate({**named, **fields})
