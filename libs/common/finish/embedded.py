"""The finisher on the data folder: writes, receipt, outputs and acknowledgement are one SQLite transaction."""

import sqlite3
from collections.abc import Callable
from datetime import datetime

from libs.common.bus.embedded import EmbeddedBus
from libs.common.bus.lanes import Header
from libs.common.bus.port import Delivery
from libs.common.entities.machinery import Receipt
from libs.common.finish import receipts
from libs.common.finish.port import Decide, Step
from libs.common.service import Again, Claimed, Later, Outcome
from libs.common.sqlite import log
from libs.common.sqlite.documents import Rows, apply
from libs.common.sqlite.folder import Folder
from libs.common.sqlite.writer import Landing
from libs.common.store.embedded import EmbeddedStore, EmbeddedTransaction, drive
from libs.common.store.port import AlreadyExists, Create
from libs.common.telemetry import current_traceparent


class EmbeddedFinisher:
    """See the port."""

    def __init__(self, folder: Folder, store: EmbeddedStore, bus: EmbeddedBus, clock: Callable[[], datetime]) -> None:
        self._folder = folder
        self._store = store
        self._bus = bus
        self._clock = clock

    async def finish(self, delivery: Delivery, decide: Decide) -> Step:
        header: Header = delivery.token
        try:
            step = await self._stepped(delivery, decide)
        except AlreadyExists:
            if not header.unanswered or self._stands(self._folder.quick, delivery) is None:
                raise  # it was one of the handler's own rows
            header.unanswered = False  # another delivery of the event was quicker
            step = await self._stepped(delivery, decide)
        header.unanswered = isinstance(step, Again | Claimed)
        if isinstance(step, Outcome):
            header.finished = True
        elif isinstance(step, Later):
            header.due_at = step.at.timestamp()
        return step

    async def _stepped(self, delivery: Delivery, decide: Decide) -> Step:
        """One step, with what it stages stored before it."""
        step, staged = await self._settle(delivery, decide, staged=False)
        if not staged and isinstance(step, Outcome | Again):
            await self._store.stage(delivery.subscription.service, delivery.envelope.user_id, step.stage)
            step, _ = await self._settle(delivery, decide, staged=True)
        return step

    async def _settle(self, delivery: Delivery, decide: Decide, *, staged: bool) -> tuple[Step, bool]:
        """One transaction. False beside the step: its staged rows must be stored first; nothing has landed."""
        traceparent = current_traceparent()

        def job(connection: sqlite3.Connection, landing: Landing) -> tuple[Step, bool]:
            return self._job(connection, landing, delivery, decide, staged, traceparent)

        return await self._folder.writer.submit(job)

    def _job(
        self,
        connection: sqlite3.Connection,
        landing: Landing,
        delivery: Delivery,
        decide: Decide,
        staged: bool,
        traceparent: str,
    ) -> tuple[Step, bool]:
        service, owner = delivery.subscription.service, delivery.envelope.user_id or None
        if not delivery.token.unanswered and (stands := self._stands(connection, delivery)) is not None:
            log.finish(connection, delivery.subscription.name, delivery.token.seq)  # its outputs landed with it
            return receipts.outcome_of(stands), True
        step = drive(_as_coroutine(decide, EmbeddedTransaction(connection, owner)))
        if isinstance(step, Outcome | Again) and step.stage and not staged:
            return step, False
        match step:
            case Outcome():
                self._end(connection, landing, delivery, step, traceparent)
            case Later(at=at):
                log.postpone(connection, delivery.subscription.name, delivery.token.seq, at.timestamp())
            case Again(write=write) | Claimed(write=write):
                apply(connection, service, owner, write)
        return step, True

    @staticmethod
    def _stands(connection: sqlite3.Connection, delivery: Delivery) -> Receipt | None:
        return Rows(connection, None).get(Receipt, Receipt.id_for(delivery.subscription.service, delivery.envelope.id))

    def _end(
        self, connection: sqlite3.Connection, landing: Landing, delivery: Delivery, outcome: Outcome, traceparent: str
    ) -> None:
        service, owner, now = delivery.subscription.service, delivery.envelope.user_id or None, self._clock()
        outputs = receipts.sealed(delivery, outcome, at=now, traceparent=traceparent)
        stands = receipts.receipt(delivery, outcome, outputs, at=now)
        apply(connection, service, owner, outcome.write)
        apply(connection, service, owner, [Create(stands)])
        self._bus.appending(outputs)(connection, landing)
        log.finish(connection, delivery.subscription.name, delivery.token.seq)
        landing.receipts.append(stands.receipt_id)


async def _as_coroutine(decide: Decide, tx: EmbeddedTransaction) -> Step:
    return await decide(tx)
