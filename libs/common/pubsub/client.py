"""Google's clients: opened, asked within a deadline, closed.

The asyncio clients below the convenience ones are used: those run every call through threads, keep order by holding
back events of their own, and hand back what they hold in no order when they stop.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import google.auth
import grpc.aio  # type: ignore[import-untyped]
from google.api_core import exceptions
from google.auth.exceptions import DefaultCredentialsError
from google.pubsub_v1 import PublisherAsyncClient, SubscriberAsyncClient
from google.pubsub_v1.services.publisher.transports import PublisherGrpcAsyncIOTransport
from google.pubsub_v1.services.subscriber.transports import SubscriberGrpcAsyncIOTransport

from libs.common.errors import Misconfigured, Unavailable

ANSWER_SECONDS = 10.0
"""How long one call may take, repetitions by Google's client included."""
_SCOPES = ("https://www.googleapis.com/auth/pubsub",)
_UNBOUNDED = [("grpc.max_send_message_length", -1), ("grpc.max_receive_message_length", -1)]
SILENT = (
    TimeoutError,
    exceptions.RetryError,
    exceptions.ServiceUnavailable,
    exceptions.GatewayTimeout,  # DEADLINE_EXCEEDED
    exceptions.InternalServerError,
    exceptions.ResourceExhausted,
    exceptions.Aborted,
    exceptions.Unknown,
    exceptions.Cancelled,  # the server's word for a broken connection, not asyncio's
)
REFUSED = (exceptions.Forbidden, exceptions.Unauthenticated, exceptions.NotFound)


@dataclass(frozen=True)
class Clients:
    """Both halves of Pub/Sub, for one project."""

    project: str
    publisher: PublisherAsyncClient
    subscriber: SubscriberAsyncClient
    emulator_host: str | None = None

    async def close(self) -> None:
        """Let go of the channels."""
        transports: tuple[Any, ...] = (self.publisher.transport, self.subscriber.transport)
        for transport in transports:
            await transport.close()


def connect(project: str | None, emulator_host: str | None = None) -> Clients:
    """Clients of this project, at the emulator where one is named. Nothing is asked yet. Needs a running event loop.

    Raises Misconfigured where no credentials or no project can be found.
    """
    if emulator_host:
        return _emulated(project, emulator_host)
    try:
        credentials, found = google.auth.default(scopes=_SCOPES)
    except DefaultCredentialsError as error:
        raise Misconfigured(
            "FRONTDESK_MODE=google finds no Google credentials. Run `gcloud auth application-default login`, let "
            "GOOGLE_APPLICATION_CREDENTIALS name a key file, or set PUBSUB_EMULATOR_HOST to use the emulator."
        ) from error
    return Clients(
        project=_named(project or found),
        publisher=PublisherAsyncClient(credentials=credentials),
        subscriber=SubscriberAsyncClient(credentials=credentials),
    )


def _emulated(project: str | None, host: str) -> Clients:
    publishing = grpc.aio.insecure_channel(host, options=_UNBOUNDED)
    subscribing = grpc.aio.insecure_channel(host, options=_UNBOUNDED)
    return Clients(
        project=_named(project),
        publisher=PublisherAsyncClient(transport=PublisherGrpcAsyncIOTransport(channel=publishing)),
        subscriber=SubscriberAsyncClient(transport=SubscriberGrpcAsyncIOTransport(channel=subscribing)),
        emulator_host=host,
    )


def _named(project: str | None) -> str:
    if not project:
        raise Misconfigured("FRONTDESK_MODE=google needs a project. Set GOOGLE_CLOUD_PROJECT to its id.")
    return project


@asynccontextmanager
async def answering(seconds: float = ANSWER_SECONDS) -> AsyncIterator[None]:
    """Ask Pub/Sub in this block. Raises Unavailable when it does not answer in time, or answers that it cannot."""
    limit = asyncio.timeout(seconds)
    try:
        async with limit:
            yield
    except SILENT as error:
        raise Unavailable("Pub/Sub") from error
