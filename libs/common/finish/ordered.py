"""The finisher where store and bus are two: commit with the receipt, publish, acknowledge, in this order.

Whatever dies in between, the event comes again, finds its receipt, and only what is still missing is done.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from libs.common.bus.lanes import Header
from libs.common.bus.port import Bus, Delivery
from libs.common.entities.machinery import Receipt
from libs.common.envelope import Envelope
from libs.common.finish import receipts
from libs.common.finish.port import Decide, Step
from libs.common.service import Again, Claimed, Later, Outcome
from libs.common.store.port import AlreadyExists, Create, Store, Transaction, Write
from libs.common.telemetry import current_traceparent


@dataclass(frozen=True, slots=True)
class _Settled:
    """What one transaction came to. Not `landed`: its staged rows must be stored first."""

    step: Step
    outputs: Sequence[Envelope] = ()
    landed: bool = True


class OrderedFinisher:
    """See the port."""

    def __init__(self, store: Store, bus: Bus, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._bus = bus
        self._clock = clock

    async def finish(self, delivery: Delivery, decide: Decide) -> Step:
        settled = await self._settle(delivery, decide, staged=False)
        if not settled.landed and isinstance(settled.step, Outcome | Again):
            await self._store.stage(delivery.subscription.service, delivery.envelope.user_id, settled.step.stage)
            settled = await self._settle(delivery, decide, staged=True)
        await self._bus.publish(*settled.outputs)
        header: Header = delivery.token
        header.unanswered = isinstance(settled.step, Again | Claimed)
        if isinstance(settled.step, Outcome):
            header.finished = True
        elif isinstance(settled.step, Later):
            header.due_at = settled.step.at.timestamp()
        return settled.step

    async def _settle(self, delivery: Delivery, decide: Decide, *, staged: bool) -> _Settled:
        """One transaction; of two that handle the same event at once one lands, and the other gives the winner's."""
        service, owner = delivery.subscription.service, delivery.envelope.user_id or None
        traceparent = current_traceparent()

        async def decided(tx: Transaction) -> tuple[_Settled, Sequence[Write]]:
            if not delivery.token.unanswered:
                stands = await tx.get(Receipt, Receipt.id_for(service, delivery.envelope.id))
                if stands is not None:
                    return _as_it_stands(stands), ()
            return self._described(delivery, await decide(tx), staged, traceparent)

        try:
            return await self._store.transact(service, owner, decided)
        except AlreadyExists:
            stands = await self._store.system().get(Receipt, Receipt.id_for(service, delivery.envelope.id))
            if stands is None:  # it was one of the handler's own rows
                raise
            return _as_it_stands(stands)

    def _described(
        self, delivery: Delivery, step: Step, staged: bool, traceparent: str
    ) -> tuple[_Settled, Sequence[Write]]:
        """What a step settles, and what it writes."""
        if isinstance(step, Outcome | Again) and step.stage and not staged:
            return _Settled(step, landed=False), ()
        match step:
            case Outcome():
                now = self._clock()
                outputs = receipts.sealed(delivery, step, at=now, traceparent=traceparent)
                stands = receipts.receipt(delivery, step, outputs, at=now)
                return _Settled(step, outputs), [*step.write, Create(stands)]
            case Again(write=write) | Claimed(write=write):
                return _Settled(step), write
            case Later():
                return _Settled(step), ()


def _as_it_stands(receipt: Receipt) -> _Settled:
    return _Settled(receipts.outcome_of(receipt), receipts.outputs_of(receipt))
