"""The finisher port: one transaction of one delivery's handling."""

from collections.abc import Awaitable, Callable
from typing import Any, Protocol

from libs.common.bus.port import Delivery
from libs.common.service import Again, Claimed, Later, Outcome
from libs.common.store.port import Transaction

Step = Outcome | Later | Again | Claimed[Any]
Decide = Callable[[Transaction], Awaitable[Step]]


class Finisher(Protocol):
    """Makes a step true: its writes, and, where it ends the handling, its receipt, outputs and acknowledgement."""

    async def finish(self, delivery: Delivery, decide: Decide) -> Step:
        """Run `decide` in a transaction and do what it says. Gives the step that holds.

        Outcome:  writes and receipt are durable, the outputs are published, the delivery is acknowledged.
                  If the event has a receipt already, `decide` is not asked: the outputs that stand in the receipt are
                  published again, under the same ids, and the delivery is acknowledged.
        Later:    the delivery comes again at that moment, also after a restart.
        Again, Claimed: the writes are durable; the delivery is still being handled. The next step of the same delivery
                  does not look for the receipt again; one that another delivery left meanwhile holds all the same,
                  and what this step decided is not stored.

        `decide` may run several times. Raises what it raises (then nothing of it was stored), and the store's and the
        bus's errors. When publishing fails after the commit, the delivery is not acknowledged: it comes again, finds
        its receipt and publishes then.
        """
