"""What several resources ask for in the same way."""

from typing import Annotated

from pydantic import Field, StringConstraints

from libs.common.model import Model

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4096)]
"""What a person writes: more than blanks, at most what one WhatsApp message holds."""


class PageQuery(Model):
    """One page of a list."""

    after: str | None = Field(None, max_length=1000, description="Where the list goes on: the `next` of a page before.")
    limit: int = Field(50, ge=1, le=200, description="How many at most.")
