"""What one turn asks of Google, call by call: of Firestore as its store does, and of Pub/Sub as its bus does."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

from google.cloud.firestore_v1.services.firestore import FirestoreAsyncClient

from libs.common.bus.port import Delivery
from libs.common.embedding.e5 import E5Embedding
from libs.common.handling import Handling
from libs.common.pubsub.publishing import Publishing
from tests.bench.counting import OUTSIDE, Who

OF_FIRESTORE = {
    "batch_get_documents": "read",
    "run_query": "query",
    "run_aggregation_query": "query",
    "begin_transaction": "begin",
    "commit": "commit",
    "rollback": "commit",
}
PUBLISH, MODEL = "publish", "model"


@dataclass(frozen=True)
class Call:
    """One of them: whose, for which event, which, and when (by `time.perf_counter`); of a publish, what, by topic.

    A stream of answers is over when it begins.
    """

    who: Who
    event: str
    kind: str
    began: float
    ended: float
    published: Mapping[str, str]


@contextmanager
def recording() -> Iterator[list[Call]]:
    """Notes the calls of everything in this process while the block runs."""
    calls: list[Call] = []
    asker: ContextVar[tuple[Who, str]] = ContextVar("asker", default=(OUTSIDE, ""))

    def noted(kind: str, original: Callable[..., Any]) -> Callable[..., Any]:
        async def call(*given: Any, **named: Any) -> Any:
            began = time.perf_counter()
            try:
                return await original(*given, **named)
            finally:
                published = {sent.topic: sent.id for sent in given[1]} if kind == PUBLISH else {}
                calls.append(Call(*asker.get(), kind, began, time.perf_counter(), published))

        return call

    handle = Handling.__call__

    async def handled(self: Handling, delivery: Delivery) -> None:
        subscription = delivery.subscription
        asker.set(((subscription.service, subscription.topic), delivery.envelope.id))
        await handle(self, delivery)

    noting: list[tuple[Any, str, Callable[..., Any]]] = [
        *(
            (FirestoreAsyncClient, name, noted(kind, getattr(FirestoreAsyncClient, name)))
            for name, kind in OF_FIRESTORE.items()
        ),
        (Publishing, "publish", noted(PUBLISH, Publishing.publish)),
        (E5Embedding, "embed_query", noted(MODEL, E5Embedding.embed_query)),
        (Handling, "__call__", handled),
    ]
    with ExitStack() as stack:
        for owner, name, replacement in noting:
            stack.enter_context(patch.object(owner, name, replacement))
        yield calls
