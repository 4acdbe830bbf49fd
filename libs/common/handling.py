"""From delivery to receipt: parse, run the handler, retry, give up. The same on every bus."""

import random
import time
from collections import defaultdict
from datetime import datetime
from typing import Any

from pydantic import ValidationError

from libs.common import retry
from libs.common.bus.port import Delivery, Subscription
from libs.common.errors import Failure, Refusal, Unavailable
from libs.common.events import BY_TOPIC, DeadLettered, Event
from libs.common.finish.port import Finisher, Step
from libs.common.letters import dead_letter
from libs.common.logs import logger
from libs.common.parts import Clock, Sleep
from libs.common.service import Claimed, Considered, Decided, Decision, Effect, Handler, Later, Outcome, Service
from libs.common.store.port import Store, Transaction
from libs.common.telemetry import span
from libs.common.trials import CountedByBus, Trials

_jitter = random.random


class Handling:
    """Handles one service's deliveries."""

    def __init__(
        self,
        service: Service,
        *,
        finisher: Finisher,
        store: Store,
        clock: Clock,
        sleep: Sleep,
        trials: Trials | None = None,
    ) -> None:
        self._service = service
        self._handlers: dict[str, Handler] = {handler.event.topic: handler for handler in service.handles}
        self._finisher = finisher
        self._store = store
        self._clock = clock
        self._sleep = sleep
        self._trials = trials or CountedByBus()
        self._breakers: defaultdict[tuple[str, str], retry.Breaker] = defaultdict(retry.Breaker)
        self._log = logger(service.name)

    def subscriptions(self) -> list[Subscription]:
        """What the bus should hand over, and how much of it at once."""
        return [
            Subscription(self._service.name, topic, handler.in_flight, handler.per_owner)
            if isinstance(handler, Effect)
            else Subscription(self._service.name, topic)
            for topic, handler in self._handlers.items()
        ]

    async def __call__(self, delivery: Delivery) -> None:
        """Handle one delivery until it is finished or comes later."""
        envelope = delivery.envelope
        with span(f"{self._service.name} {envelope.topic}", traceparent=envelope.traceparent, event_id=envelope.id):
            started = time.monotonic()
            attempt, step = await self._tried(delivery)
            self._log.info(
                "event postponed" if isinstance(step, Later) else "event handled",
                topic=envelope.topic,
                event_id=envelope.id,
                user_id=envelope.user_id,
                code=step.code if isinstance(step, Outcome) else "later",
                attempt=attempt,
                duration_ms=round((time.monotonic() - started) * 1000),
            )

    async def _tried(self, delivery: Delivery) -> tuple[int, Step]:
        attempt = await self._trials.begin(delivery)
        try:
            return await self._until_finished(delivery, attempt)
        finally:
            await self._trials.end(delivery)

    async def _until_finished(self, delivery: Delivery, attempt: int) -> tuple[int, Step]:
        if attempt > retry.ATTEMPTS_MAX:
            return attempt, await self._give_up(delivery, attempt - 1, _Died())
        try:
            event = BY_TOPIC[delivery.envelope.topic].opened(delivery.envelope)
        except ValidationError as error:  # it will never be readable: no second attempt
            return attempt, await self._give_up(delivery, attempt, error)
        return await self._retrying(delivery, event, attempt)

    async def _retrying(self, delivery: Delivery, event: Event, attempt: int) -> tuple[int, Step]:
        breaker = self._breakers[delivery.envelope.topic, delivery.envelope.user_id]
        while True:
            await self._pause(breaker)
            try:
                step = await self._once(delivery, event)
            except Unavailable as silent:
                if self._clock() - delivery.envelope.time > retry.EVENT_AGE_MAX:
                    return attempt, await self._give_up(delivery, attempt, silent)
                breaker.silent(self._clock().timestamp(), _jitter(), silent.retry_after)
                self._log.warning(
                    "a dependency does not answer", topic=delivery.envelope.topic, what=silent.what, attempt=attempt
                )
                continue
            except Exception as error:  # noqa: BLE001 - a handler's bug is counted like any failure of its event
                await self._keep(delivery, error)
                if attempt >= retry.ATTEMPTS_MAX:
                    return attempt, await self._give_up(delivery, attempt, error)
                self._log.error("an attempt failed", topic=delivery.envelope.topic, event_id=delivery.envelope.id)
                await self._sleep(retry.after_failure(attempt, _jitter()))
                attempt += 1
                continue
            breaker.answered()
            if isinstance(step, Outcome | Later):
                return attempt, step

    async def _pause(self, breaker: retry.Breaker) -> None:
        while (wait := breaker.open_until - self._clock().timestamp()) > 0.001:
            await self._sleep(wait)

    async def _once(self, delivery: Delivery, event: Event) -> Step:
        """One run of the handler; its step is true already. A Refusal is an outcome: told, never retried."""
        envelope = delivery.envelope
        if envelope.only and envelope.only != self._service.name:
            return await self._settle(delivery, Outcome(code="not_mine"))
        try:
            return await self._run(delivery, self._handlers[envelope.topic], event, self._clock())
        except Refusal as refusal:
            return await self._settle(delivery, Outcome(code=refusal.code, answer={"message": str(refusal)}))

    async def _run(self, delivery: Delivery, handler: Handler, event: Event, now: datetime) -> Step:
        match handler:
            case Decision(decide=decide):
                return await self._finisher.finish(delivery, lambda tx: decide(event, tx, now))
            case Considered(consider=consider):
                return await self._settle(delivery, await consider(event, self._store.reader(event.user_id), now))
            case Effect():
                return await self._act(delivery, handler, event, now)

    async def _act(self, delivery: Delivery, effect: Effect[Any, Any, Any], event: Event, now: datetime) -> Step:
        step = await self._finisher.finish(delivery, lambda tx: effect.claim(event, tx, now))
        if not isinstance(step, Claimed):
            return step
        result = await effect.act(event, step.work)
        done = self._clock()
        return await self._finisher.finish(delivery, lambda tx: effect.record(event, step.work, result, tx, done))

    async def _settle(self, delivery: Delivery, decided: Decided) -> Step:
        async def as_decided(_: Transaction) -> Step:
            return decided

        return await self._finisher.finish(delivery, as_decided)

    async def _keep(self, delivery: Delivery, error: Exception) -> None:
        """Rows that must not be lost with a failure."""
        rows = error.keep if isinstance(error, Failure) else ()
        if rows:
            await self._store.stage(self._service.name, delivery.envelope.user_id, rows)

    async def _give_up(self, delivery: Delivery, attempts: int, error: Exception) -> Step:
        """Make it a dead letter: shown in the console, and a turn in it goes to a person."""
        letter = dead_letter(delivery, attempts, error, at=self._clock())
        self._log.error(
            "event given up", topic=delivery.envelope.topic, event_id=delivery.envelope.id, code=letter.code
        )
        publish = () if delivery.envelope.topic == DeadLettered.topic else (letter,)
        return await self._settle(
            delivery, Outcome(publish=publish, code="dead_letter", answer={"code": letter.code, "error": letter.error})
        )


class _Died(Failure, code="died"):
    """The process died each time this event was handled."""
