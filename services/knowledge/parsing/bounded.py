"""Reading a stranger's document without trusting it: in a process of its own, with a limit on time and memory."""

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

from services.knowledge.parsing import refusals
from services.knowledge.parsing.document import BYTES_MAX, ParsedDocument

SECONDS_MAX = 45.0
MEGABYTES_MAX = 768
"""Address space of the reading process, the interpreter's own 40 MB included."""

UNFORESEEN = 1
"""Python's exit code for an exception that nobody caught."""

_WORKER = "services.knowledge.parsing.worker"
_ROOT = Path(__file__).parents[3]


async def parse_document(
    data: bytes,
    name: str,
    mime_type: str = "",
    *,
    seconds_max: float = SECONDS_MAX,
    megabytes_max: int = MEGABYTES_MAX,
) -> ParsedDocument:
    """The text of a document. Raises a DocumentRefused that says why it is not taken and what to do.

    The event loop stays free, and the process is gone when this returns or is cancelled. It sees no environment, so
    no credentials.
    """
    if len(data) > BYTES_MAX:
        raise refusals.FileTooLarge(name=name, size=len(data), limit=BYTES_MAX)
    request = json.dumps({"name": name, "mimeType": mime_type, "megabytes": megabytes_max}).encode() + b"\n"
    answer = await _asked(request + data, seconds_max)
    if answer is None or "exhausted" in answer:
        raise refusals.TooComplex(name=name, seconds=seconds_max, megabytes=megabytes_max)
    if "document" in answer:
        return ParsedDocument.model_validate(answer["document"])
    refused: type[refusals.DocumentRefused] = getattr(refusals, answer.get("refused", "DamagedDocument"))
    raise refused(**answer.get("values", {"name": name, "expected": "document"}))


async def _asked(request: bytes, seconds_max: float) -> dict[str, Any] | None:
    """What the worker answers; nothing of the document where its parser failed, None if it was too slow or was ended by
    what it read: code that gets no memory ends its process in many ways."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", _WORKER),
        env={"PYTHONPATH": str(_ROOT)},
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        async with asyncio.timeout(seconds_max):
            output, _ = await process.communicate(request)
    except TimeoutError:
        return None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode == 0:
        return dict(json.loads(output))
    return {} if process.returncode == UNFORESEEN else None
