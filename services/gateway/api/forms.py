"""Forms with files (multipart/form-data), read no further than their limits, and no longer. All raise TooSlow."""

from collections.abc import AsyncIterator

from aiohttp import BodyPartReader, MultipartReader, web
from aiohttp.http_exceptions import BadHttpMessage

from services.gateway.api.problems import FieldProblem, Invalid, TooLong, WrongType
from services.gateway.arriving import in_time

CHUNK_BYTES = 64 * 1024


async def parts_of(request: web.Request, *, what: str, bytes_max: int) -> AsyncIterator[BodyPartReader]:
    """The parts of a form whose file, `what`, may have so many bytes. Raises TooLong, WrongType, Invalid."""
    if not request.content_type.startswith("multipart/form-data"):
        raise WrongType(problem="Send the file as a form: multipart/form-data with the field `file`.")
    if (request.content_length or 0) > bytes_max + CHUNK_BYTES:
        raise TooLong(what=what, limit=bytes_max)
    try:
        form = await request.multipart()
        while (part := await _next(form)) is not None:
            if isinstance(part, BodyPartReader):
                yield part
    except (ValueError, BadHttpMessage):
        raise Invalid([FieldProblem(field="file", problem="The form cannot be read.")]) from None


async def text_of(part: BodyPartReader, *, characters_max: int) -> str:
    """A short text of a form. Raises Invalid where it is not short."""
    data = bytearray()
    while chunk := await _piece(part):
        data += chunk
        if len(data) > 4 * characters_max:
            break
    text = data.decode(errors="replace").strip()
    if len(text) > characters_max:
        raise Invalid([FieldProblem(field=part.name or "", problem=f"This has at most {characters_max} characters.")])
    return text


async def file_of(part: BodyPartReader, *, what: str, bytes_max: int) -> bytes:
    """The file of a form. Raises TooLong before more than the limit was taken in, and Invalid where it is empty."""
    data = bytearray()
    while chunk := await _piece(part):
        data += chunk
        if len(data) > bytes_max:
            raise TooLong(what=what, limit=bytes_max)
    if not data:
        raise Invalid([FieldProblem(field="file", problem="The file is empty.")])
    return bytes(data)


async def _next(form: MultipartReader) -> MultipartReader | BodyPartReader | None:
    async with in_time():
        return await form.next()


async def _piece(part: BodyPartReader) -> bytes:
    async with in_time():
        return await part.read_chunk(CHUNK_BYTES)


def no_file() -> Invalid:
    """The problem of a form without one."""
    return Invalid([FieldProblem(field="file", problem="There is no file in this form.")])
