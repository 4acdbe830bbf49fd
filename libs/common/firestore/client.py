"""Google's client: opened, asked within a deadline, closed. The one place that reaches behind its public face."""

import asyncio
import os
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import Any

from google.api_core import exceptions
from google.auth.exceptions import DefaultCredentialsError
from google.cloud.firestore import AsyncClient, AsyncTransaction, AsyncWriteBatch, DocumentSnapshot
from google.cloud.firestore_v1 import types

from libs.common.errors import Misconfigured, Unavailable
from libs.common.firestore import wire

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
_Asked = types.BatchGetDocumentsRequest.pb()


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


@dataclass(frozen=True, slots=True)
class Found:
    """What lies under an id: a document's fields, or None where there is none."""

    id: str
    fields: dict[str, Any] | None


def fields_of(snapshot: DocumentSnapshot[Any]) -> dict[str, Any]:
    """What a query found, to be read and not changed; the public way copies every value each time."""
    fields: dict[str, Any] = snapshot._data or {}
    return fields


def name_in(client: AsyncClient, place: str) -> str:
    """The full name of the document at a place, which is its collection and its id."""
    return f"{client._database_string}/documents/{place}"


def add(batch: AsyncWriteBatch, write: types.Write) -> None:
    """Put one more write into a commit, behind those that are in it."""
    batch._add_write_pbs([write])


async def read(
    client: AsyncClient, places: Sequence[str], fields: Sequence[str] | None, attempt: "Attempt | None" = None
) -> list[Found]:
    """What lies at these places, in any order; of each document only these fields, if they are named."""
    asked = _Asked(database=client._database_string, documents=[name_in(client, place) for place in places])
    if fields:
        asked.mask.field_paths.extend(fields)
    if attempt is None:
        return await _answers(client, asked)
    async with attempt.joining(asked):
        return await _answers(client, asked, attempt)


async def _answers(client: AsyncClient, asked: Any, attempt: "Attempt | None" = None) -> list[Found]:
    found = []
    async for answer in await client._firestore_api.batch_get_documents(request=asked, metadata=client._rpc_metadata):
        said = types.BatchGetDocumentsResponse.pb(answer)
        if said.transaction and attempt is not None:
            attempt.begun(said.transaction)
        match said.WhichOneof("result"):
            case "found":
                found.append(Found(_id_of(said.found.name), wire.taken_fields(said.found.fields)))
            case "missing":
                found.append(Found(_id_of(said.missing), None))
    return found


def _id_of(name: str) -> str:
    return name.rpartition("/")[2]


class Attempt(AsyncTransaction):
    """One attempt at a transaction, begun by its first read, in the same call where that reads documents.

    So a transaction that reads nothing costs one call, and one that reads once costs two. The loop that comes with the
    client begins before it is known whether there is anything to read, tries five times without a pause, and hides why
    it gave up.
    """

    def __init__(self, client: AsyncClient, after: bytes | None) -> None:
        """`after` is the failed attempt that this one repeats: it keeps its place in Firestore's own order."""
        super().__init__(client)
        self._after = after
        self._beginning = asyncio.Lock()  # of reads at once, one begins it

    async def begin(self) -> None:
        async with self._beginning:
            if not self.in_progress:
                async with answering():
                    await self._begin(retry_id=self._after)

    @asynccontextmanager
    async def joining(self, asked: Any) -> AsyncIterator[None]:
        """Ask for documents in this block, as a part of the transaction."""
        async with self._beginning:
            if not self.in_progress:
                asked.new_transaction.read_write.retry_transaction = self._after or b""
                asked.new_transaction.read_write.SetInParent()
                yield
                return
        asked.transaction = self._id
        yield

    def begun(self, name: bytes) -> None:
        """Firestore has given it a name."""
        self._id = name  # type: ignore[assignment] # None is all that it is typed for

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
