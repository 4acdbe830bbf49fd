"""The process that reads one document: `python -m services.knowledge.parsing.worker`.

In: one line of JSON (name, mimeType, megabytes), then the document's bytes. Out: the parsed document, or the refusal's
class and values, as JSON. It is started by bounded.py, which ends it at its deadline.
"""

import json
import resource
import sys
from typing import Any, BinaryIO

from services.knowledge.parsing.refusals import DocumentRefused

EXHAUSTED = (MemoryError, RecursionError, ImportError, OSError, SystemError)
"""How it shows that memory has run out: as itself, or as a library that could not be loaded or mapped any more."""


RESERVE_BYTES = 8_000_000
"""Held back while reading: without any memory it could not even be said that there is none."""


def main(source: BinaryIO, sink: BinaryIO) -> None:
    """Answer one request. What no parser foresaw ends the process, and the caller says that the file is damaged."""
    request = json.loads(source.readline())
    reserve = bytearray(RESERVE_BYTES)
    _limit_memory(request["megabytes"])
    try:
        answer = json.dumps(_answer(request, source.read()))
    except EXHAUSTED:
        del reserve
        _lift_memory_limit()
        answer = '{"exhausted": true}'
    sink.write(answer.encode())
    sink.flush()


def _answer(request: dict[str, Any], data: bytes) -> dict[str, Any]:
    from services.knowledge.parsing.formats import parse

    try:
        document = parse(data, request["name"], request["mimeType"])
    except DocumentRefused as refused:
        return {"refused": type(refused).__name__, "values": refused.values}
    return {"document": document.model_dump(mode="json")}


def _limit_memory(megabytes: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1_000_000, resource.RLIM_INFINITY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _lift_memory_limit() -> None:
    """Only to say that it was reached."""
    resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


if __name__ == "__main__":
    main(sys.stdin.buffer, sys.stdout.buffer)
