"""Ingest as the runtime runs it: events in, receipts and events out."""

from datetime import datetime
from pathlib import Path
from typing import cast

from libs.common.entities import Conversation, Message, Receipt
from libs.common.events import BY_TOPIC
from libs.common.finish.receipts import outputs_of
from libs.common.parts import Parts
from libs.common.store.query import Query
from services.ingest.service import build
from tests.embedded import embedded
from tests.unit.services.ingest.desk import NOON, OWNER, reply, written


def clock() -> datetime:
    return NOON


SERVICE = build(cast(Parts, None))  # it takes nothing of them


def test_ingest_handles_and_publishes_what_the_catalogue_says() -> None:
    handled = {handler.event.topic for handler in SERVICE.handles}
    assert handled == {topic for topic, event in BY_TOPIC.items() if "ingest" in event.consumers}
    assert all("ingest" in event.publishers for event in SERVICE.publishes)
    assert all(kind.writer == "ingest" for kind in SERVICE.owns)


async def test_a_turn_from_message_to_answer_by_the_bus(tmp_path: Path) -> None:
    """The receipt says what came of each event; the reply is recorded and its turn closed."""
    async with embedded(tmp_path, clock) as house:
        await house.listen(SERVICE)
        message = written("Are you open?")
        received = await house.handled("ingest", message, cause=message.message.id)
        assert received.code == "opened"
        (conversation,) = (await house.store.reader(OWNER).find(Query(Conversation))).items
        answer = reply(conversation, "At nine.", author="assistant", turn=1)
        assert (await house.handled("ingest", answer, cause="answer")).code == "recorded"
        assert (await house.handled("ingest", answer, cause="again")).code == "superseded"


async def test_a_stop_is_told_and_the_notice_recorded_by_its_own_way(tmp_path: Path) -> None:
    """Ingest publishes the notice and records it like every other reply."""
    async with embedded(tmp_path, clock) as house:
        await house.listen(SERVICE)
        message = written("STOP")
        received = await house.handled("ingest", message, cause=message.message.id)
        (notice,) = outputs_of(received)
        assert await house.store.wait(Receipt.id_for("ingest", notice.id), 10) is not None
        said = (await house.store.reader(OWNER).find(Query(Message))).items
        assert {message.role for message in said} == {"customer", "assistant"}
