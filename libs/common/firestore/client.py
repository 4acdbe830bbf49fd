"""Google's client: opened, asked within a deadline, closed. The one place that reaches behind its public face."""

import asyncio
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

from google.api_core import exceptions
from google.auth.exceptions import DefaultCredentialsError
from google.cloud.firestore import AsyncClient, AsyncTransaction

from libs.common.errors import Misconfigured, Unavailable

ANSWER_SECONDS = 10.0
"""How long one call may take, repetitions by Google's client included."""
_EMULATOR = "FIRESTORE_EMULATOR_HOST"
_SILENT = (
    TimeoutError,
    exceptions.RetryError,
    exceptions.ServiceUnavailable,
    exceptions.GatewayTimeout,  # DEADLINE_EXCEEDED
    exceptions.InternalServerError,
    exceptions.ResourceExhausted,
    exceptions.Cancelled,  # the server's word for a broken connection, not asyncio's
)
_REFUSED = (exceptions.Forbidden, exceptions.Unauthenticated, exceptions.NotFound)


def connect(project: str | None, emulator_host: str | None = None) -> AsyncClient:
    """A client of this project's documents, at the emulator where one is named. Nothing is asked yet.

    Raises Misconfigured where no credentials or no project can be found.
    """
    try:
        with _environment(emulator_host):
            return AsyncClient(project=project)
    except DefaultCredentialsError as error:
        raise Misconfigured(
            "FRONTDESK_MODE=google finds no Google credentials. Run `gcloud auth application-default login`, let "
            f"GOOGLE_APPLICATION_CREDENTIALS name a key file, or set {_EMULATOR} to use the emulator."
        ) from error
    except OSError as error:
        raise Misconfigured("FRONTDESK_MODE=google needs a project. Set GOOGLE_CLOUD_PROJECT to its id.") from error


@contextmanager
def _environment(emulator_host: str | None) -> Iterator[None]:
    """The client takes the emulator's address from the environment alone, while it is made."""
    before = os.environ.get(_EMULATOR)
    if emulator_host:
        os.environ[_EMULATOR] = emulator_host
    try:
        yield
    finally:
        if before is not None:
            os.environ[_EMULATOR] = before
        elif emulator_host:
            del os.environ[_EMULATOR]


@asynccontextmanager
async def answering(seconds: float = ANSWER_SECONDS) -> AsyncIterator[None]:
    """Ask Firestore in this block. Raises Unavailable when it does not answer in time, or answers that it cannot."""
    try:
        async with asyncio.timeout(seconds):
            yield
    except _SILENT as error:
        raise Unavailable("Firestore") from error


@asynccontextmanager
async def permitted(project: str) -> AsyncIterator[None]:
    """Raises Misconfigured in one sentence where Firestore answers that this process may not ask, or nobody can."""
    try:
        yield
    except _REFUSED as error:
        raise Misconfigured(
            f"Firestore refuses project {project!r} (GOOGLE_CLOUD_PROJECT): {error.message} Check that the project has "
            "a Firestore database and that this account has the role roles/datastore.user."
        ) from error


async def close(client: AsyncClient) -> None:
    """Let go of the channel."""
    await client._firestore_api.transport.close()


class Attempt(AsyncTransaction):
    """One attempt at a transaction, begun by its first read: a transaction that reads nothing costs one call.

    The loop that comes with the client begins before it is known whether there is anything to read, tries five times
    without a pause, and hides why it gave up.
    """

    def __init__(self, client: AsyncClient, after: bytes | None) -> None:
        """`after` is the failed attempt that this one repeats: it keeps its place in Firestore's own order."""
        super().__init__(client)
        self._after = after

    async def begin(self) -> None:
        if not self.in_progress:
            async with answering():
                await self._begin(retry_id=self._after)

    async def land(self) -> None:
        async with answering():
            await self._commit()

    async def end(self) -> None:
        """Give up what has begun and not landed. That it could not be told is no trouble: it expires."""
        if self.in_progress:
            try:
                async with answering():
                    await self._rollback()
            except (exceptions.GoogleAPICallError, Unavailable):
                return
