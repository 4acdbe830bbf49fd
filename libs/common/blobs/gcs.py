"""Blobs in a Cloud Storage bucket: the cloud's adapter of the port.

Google's client waits for the network in the calling thread, so it runs in a few threads, each with a client of its own.
"""

import asyncio
import functools
import threading
from collections.abc import AsyncIterable, AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any, TypeVar

from google.api_core.client_options import ClientOptions
from google.api_core.exceptions import GoogleAPICallError, NotFound, RetryError
from google.auth.credentials import AnonymousCredentials
from google.auth.exceptions import GoogleAuthError
from google.cloud.storage import Client
from google.cloud.storage.retry import DEFAULT_RETRY
from requests.exceptions import RequestException

from libs.common.blobs.naming import file_name, owner_folder
from libs.common.blobs.port import BLOB_BYTES_MAX, PIECE_BYTES, BlobMissing
from libs.common.errors import TooLarge, Unavailable

T = TypeVar("T")

CHUNK_BYTES = 8 * 1024 * 1024
"""Larger files go up in chunks of this size, so that a broken connection costs one chunk. A multiple of 256 kB."""
ATTEMPT_SECONDS = 20.0
CALL_SECONDS = 45.0
"""One call, its retries included."""
THREADS = 4


class CloudStorageBlobs:
    """Implements the port `Blobs` in one bucket. `emulator` is the address of a stand-in, such as `http://host:port`."""

    def __init__(self, bucket: str, *, project: str | None = None, emulator: str | None = None) -> None:
        self._bucket_name = bucket
        self._project = project
        self._emulator = emulator
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="gcs")
        self._own = threading.local()
        self._clients: list[Any] = []

    async def put(self, user_id: str, name: str, data: bytes, *, content_type: str = "") -> str:
        """See the port."""
        if len(data) > BLOB_BYTES_MAX:
            raise TooLarge(what="the file", size=len(data), limit=BLOB_BYTES_MAX)
        path = _path(user_id, name)

        def upload(bucket: Any) -> None:
            blob = bucket.blob(path, chunk_size=CHUNK_BYTES if len(data) > CHUNK_BYTES else None)
            kind = content_type or "application/octet-stream"
            blob.upload_from_string(data, content_type=kind, timeout=ATTEMPT_SECONDS, retry=_RETRY)

        await self._run(upload)
        return name

    async def put_stream(self, user_id: str, name: str, pieces: AsyncIterable[bytes], *, content_type: str = "") -> str:
        """See the port. It is no object before its last chunk."""
        path, kind = _path(user_id, name), content_type or "application/octet-stream"
        writer = await self._run(
            lambda bucket: bucket.blob(path).open(
                "wb", chunk_size=CHUNK_BYTES, content_type=kind, timeout=ATTEMPT_SECONDS, retry=_RETRY
            )
        )
        try:
            size = 0
            async for piece in pieces:
                size += len(piece)
                if size > BLOB_BYTES_MAX:
                    raise TooLarge(what="the file", size=size, limit=BLOB_BYTES_MAX)
                await self._run(functools.partial(_write, writer, piece))
        except BaseException:
            await self._run(functools.partial(_cancel, writer))
            raise
        await self._run(lambda _: writer.close())
        return name

    async def get(self, user_id: str, reference: str) -> bytes:
        """See the port."""
        path = _path(user_id, reference)

        def download(bucket: Any) -> bytes | None:
            try:
                # In one go: as a stream, an answer that says "not found" would keep its connection open.
                data: bytes = bucket.blob(path).download_as_bytes(
                    timeout=ATTEMPT_SECONDS, retry=_RETRY, single_shot_download=True
                )
            except NotFound:
                return None
            return data

        data = await self._run(download)
        if data is None:
            raise BlobMissing(f"this owner has no file {reference!r}")
        return data

    async def get_stream(
        self, user_id: str, reference: str, *, start: int = 0, length: int | None = None
    ) -> AsyncIterator[bytes]:
        """See the port. Each piece is a call, held to the generation that was there at the first."""
        path = _path(user_id, reference)
        blob = await self._run(lambda bucket: bucket.get_blob(path, timeout=ATTEMPT_SECONDS, retry=_RETRY))
        if blob is None:
            raise BlobMissing(f"this owner has no file {reference!r}")
        end = blob.size if length is None else min(blob.size, start + length)
        while start < end:
            piece: bytes = await self._run(functools.partial(_piece, blob, start, min(end, start + PIECE_BYTES)))
            start += len(piece)
            yield piece

    async def delete(self, user_id: str, reference: str) -> None:
        """See the port."""
        path = _path(user_id, reference)
        await self._run(lambda bucket: _remove(bucket, path))

    async def delete_all(self, user_id: str) -> None:
        """See the port. A file that is put meanwhile may stay."""
        prefix = f"{owner_folder(user_id)}/"

        def remove(bucket: Any) -> None:
            for blob in bucket.list_blobs(prefix=prefix, timeout=ATTEMPT_SECONDS, retry=_RETRY):
                _remove(bucket, blob.name)

        await self._run(remove)

    async def ready(self) -> None:
        """See the port."""
        await self._run(lambda bucket: bucket.reload(timeout=ATTEMPT_SECONDS, retry=_RETRY))

    async def close(self) -> None:
        """See the port."""
        await asyncio.to_thread(self._threads.shutdown)
        while self._clients:
            self._clients.pop().close()

    async def _run(self, call: Callable[[Any], T]) -> T:
        """Make a call in a thread; every way in which Google may not answer is Unavailable."""
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, lambda: call(self._bucket()))
        except (GoogleAPICallError, RetryError, GoogleAuthError, RequestException) as error:
            raise Unavailable(f"the bucket {self._bucket_name} ({type(error).__name__})") from error

    def _bucket(self) -> Any:
        """This thread's own: Google's client is not made to be shared between threads."""
        if not hasattr(self._own, "bucket"):
            client = self._client()
            self._clients.append(client)
            self._own.bucket = client.bucket(self._bucket_name)
        return self._own.bucket

    def _client(self) -> Any:
        if self._emulator is None:
            return Client(project=self._project)
        options = ClientOptions(api_endpoint=self._emulator)
        return Client(self._project or "local", credentials=AnonymousCredentials(), client_options=options)


_RETRY = DEFAULT_RETRY.with_timeout(CALL_SECONDS)


def _path(user_id: str, name: str) -> str:
    return f"{owner_folder(user_id)}/{file_name(name)}"


def _write(writer: Any, piece: bytes, _: Any) -> None:
    writer.write(piece)


def _cancel(writer: Any, _: Any) -> None:
    """What went up so far is forgotten; the bucket does so itself after a week, should this not be heard."""
    try:
        with suppress(RequestException):
            writer.terminate()
    finally:
        writer._buffer.close()  # a writer that is open when it is collected would finish the upload as it is


def _piece(blob: Any, start: int, end: int, _: Any) -> bytes:
    data: bytes = blob.download_as_bytes(
        start=start, end=end - 1, checksum=None, timeout=ATTEMPT_SECONDS, retry=_RETRY, single_shot_download=True
    )
    return data


def _remove(bucket: Any, path: str) -> None:
    try:
        bucket.blob(path).delete(timeout=ATTEMPT_SECONDS, retry=_RETRY)
    except NotFound:
        return
