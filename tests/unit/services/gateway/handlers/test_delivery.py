"""`reply.ready` on a real store and a line over HTTP: claimed, sent, recorded."""

from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from libs.common.entities import Delivery
from libs.common.errors import Unavailable
from libs.common.events import Choice, DeliveryReported, ReplyReady
from libs.common.service import Again, Claimed, Decided, Later, Outcome
from libs.common.store.query import Query
from services.gateway.answers import SILENCE, SILENCE_OF_KILLED, delivery_id
from services.gateway.disconnecting import disconnect_number
from services.gateway.fresh import FRESH_SECONDS
from services.gateway.handlers.delivery import Deliver, NotTaken, report
from services.gateway.whatsapp.lines import ConnectedLines
from services.gateway.whatsapp.transport import Line
from tests.fakes.graph import GraphApi
from tests.unit.services.gateway.room import ANA, NUMBER, OWNER, Room, answer


@dataclass
class Post:
    """Sends answers as the runtime would, step by step."""

    room: Room
    graph: GraphApi
    effect: Deliver
    steps: list[Decided] = field(default_factory=list)

    async def sends(self, reply: ReplyReady) -> Decided:
        """Run until there is nothing to do at this moment."""
        step = await self.room.runs(self.effect.effect(), reply)
        while isinstance(step, Again):
            step = await self.room.runs(self.effect.effect(), reply)
        return step

    async def code_of(self, reply: ReplyReady) -> str:
        step = await self.sends(reply)
        assert isinstance(step, Outcome), step
        return step.code

    async def row(self, reply: ReplyReady, part: int = 0) -> Delivery:
        return await self.room.must_get(Delivery, delivery_id(reply, part))

    def ready(self, text: str = "We open at nine.") -> ReplyReady:
        return self.room.delivered(answer(text))

    @property
    def texts(self) -> list[str]:
        return [sent.text for sent in self.graph.messages]


@pytest.fixture
async def post(room: Room, graph: GraphApi, lines: ConnectedLines) -> Post:
    await room.owns(token=graph.number.token)
    await room.talks()
    return Post(room, graph, Deliver(lines))


async def test_an_answer_is_sent_once_and_recorded(post: Post) -> None:
    """A second delivery of the event finds it sent."""
    reply = post.ready()
    assert await post.code_of(reply) == "sent"
    assert await post.code_of(reply) == "sent"
    [sent] = post.graph.messages
    row = await post.row(reply)
    assert (sent.to, sent.text, sent.opaque) == (ANA, reply.text, row.delivery_id)
    assert (row.state, row.whatsapp_id, row.sent_at) == ("sent", sent.id, post.room.clock())


async def test_a_long_answer_goes_out_in_order_each_part_its_own_delivery(post: Post) -> None:
    """With the choices under the last."""
    words = "A sentence of some words. " * 300
    reply = post.room.delivered(answer(words, choices=(Choice(id="1|yes|-|-|-", title="Yes"),)))
    assert await post.code_of(reply) == "sent"
    assert [sent.type for sent in post.graph.messages] == ["text", "text", "interactive"]
    assert [(await post.row(reply, part)).whatsapp_id for part in range(3)] == [sent.id for sent in post.graph.messages]


async def test_after_a_silence_the_report_decides_and_nothing_is_sent_twice(post: Post) -> None:
    """It was taken; only the answer was lost."""
    post.graph.faults.drop_answer()
    reply = post.ready()
    waiting = await post.sends(reply)
    assert waiting == Later(post.room.clock() + timedelta(seconds=2))
    [sent] = post.graph.messages
    told = DeliveryReported(
        user_id=OWNER,
        delivery=sent.opaque or "",
        delivery_id=sent.opaque,
        whatsapp_id=sent.id,
        status="sent",
        reported_at=post.room.clock(),
    )
    await post.room.decides(report, post.room.delivered(told))
    assert await post.code_of(reply) == "sent"
    assert len(post.graph.messages) == 1
    assert (await post.row(reply)).whatsapp_id == sent.id


async def test_after_a_minute_of_silence_it_is_sent_again_and_counted(post: Post) -> None:
    """An answer that may be there twice is better than none."""
    post.graph.faults.drop_call()
    reply = post.ready()
    assert isinstance(await post.sends(reply), Later)
    post.room.clock.passes(seconds=SILENCE.total_seconds())
    assert await post.code_of(reply) == "maybe_twice"
    row = await post.row(reply)
    assert (row.state, row.maybe_twice, row.sends) == ("sent", True, 2)


async def test_a_process_that_died_while_sending_left_a_silence(post: Post) -> None:
    """What it claimed may have gone out."""
    reply = post.ready()
    claimed = await post.room.decides(post.effect.effect().claim, reply)
    assert isinstance(claimed, Claimed)
    assert isinstance(await post.sends(reply), Later)
    assert not post.graph.messages
    post.room.clock.passes(seconds=SILENCE_OF_KILLED.total_seconds())
    assert await post.code_of(reply) == "maybe_twice"


async def test_too_many_messages_wait_as_long_as_whatsapp_says(post: Post) -> None:
    """And are not counted as perhaps sent twice."""
    post.graph.faults.rate_limit(retry_after_seconds=30)
    reply = post.ready()
    assert await post.sends(reply) == Later(post.room.clock() + timedelta(seconds=30))
    post.room.clock.passes(seconds=30)
    assert await post.code_of(reply) == "sent"
    assert not (await post.row(reply)).maybe_twice


async def test_a_passing_error_is_a_failure_that_keeps_its_row(post: Post) -> None:
    """So that the next attempt knows that nothing was sent."""
    post.graph.faults.fail(131000)
    reply = post.ready()
    with pytest.raises(NotTaken, match="131000") as failure:
        await post.sends(reply)
    await post.room.put(*failure.value.keep)
    assert (await post.row(reply)).state == "refused"
    assert await post.code_of(reply) == "sent"
    assert len(post.graph.messages) == 1


async def test_an_error_for_good_ends_it_and_staff_see_why(post: Post) -> None:
    """Nothing is retried."""
    post.graph.faults.fail(131026)
    reply = post.ready()
    assert await post.code_of(reply) == "failed"
    assert await post.code_of(reply) == "failed"
    row = await post.row(reply)
    assert (row.state, row.error_code) == ("failed", 131026)
    assert len(post.graph.calls) == 1
    [shown] = (await post.room.parts.store.reader(OWNER).find(Query(Delivery, equal={"state": "failed"}))).items
    assert shown == row


async def test_a_number_that_is_no_longer_connected_fails_with_what_to_do(post: Post) -> None:
    """The answer is not lost in silence."""
    await post.room.talks(phone_number_id="somebody else's")
    reply = post.ready()
    assert await post.code_of(reply) == "failed"
    assert "connect it again" in (await post.row(reply)).error


async def test_what_waits_when_its_number_is_disconnected_ends(post: Post) -> None:
    """Nothing is tried for days with a token that was erased."""
    post.graph.faults.rate_limit(retry_after_seconds=30)
    reply = post.ready()
    assert await post.sends(reply) == Later(post.room.clock() + timedelta(seconds=30))
    await disconnect_number(post.room.parts, OWNER, NUMBER)
    post.room.clock.passes(seconds=FRESH_SECONDS)
    assert await post.code_of(reply) == "failed"
    row = await post.row(reply)
    assert (row.state, "connect it again" in row.error) == ("failed", True)
    assert not post.graph.messages


async def test_a_store_that_does_not_answer_before_the_send_is_no_silence(post: Post) -> None:
    """No byte left."""

    class NoLines:
        async def line(self, user_id: str, phone_number_id: str) -> Line | None:
            raise Unavailable("the store", retry_after=3)

    reply = post.ready()
    post.effect, working = Deliver(NoLines()), post.effect
    assert await post.sends(reply) == Later(post.room.clock() + timedelta(seconds=3))
    post.effect = working
    post.room.clock.passes(seconds=3)
    assert await post.code_of(reply) == "sent"


async def test_what_has_no_words_or_no_conversation_sends_nothing(post: Post) -> None:
    """A hand-over without a word; a conversation that was erased."""
    assert await post.code_of(post.ready(" ")) == "nothing_to_send"
    assert await post.code_of(post.room.delivered(answer(conversation_id=f"{OWNER}:gone"))) == "no_conversation"
    assert not post.graph.calls


async def test_a_report_without_our_data_finds_its_message_by_whatsapps_id(post: Post) -> None:
    """And one on a message that is not ours is left alone."""
    reply = post.ready()
    await post.sends(reply)
    sent = DeliveryReported(
        user_id=OWNER,
        delivery=post.graph.messages[0].id,
        whatsapp_id=post.graph.messages[0].id,
        status="read",
        reported_at=post.room.clock(),
    )
    assert (await post.room.decides(report, post.room.delivered(sent))).code == "sent"
    assert (await post.row(reply)).status == "read"
    assert (await post.room.decides(report, post.room.delivered(sent))).code == "known"
    strange = sent.changed(whatsapp_id="wamid.strange")
    assert (await post.room.decides(report, post.room.delivered(strange))).code == "not_ours"
