"""How lists are asked for."""

from pydantic import Field

from libs.common.model import Model


class PageQuery(Model):
    """One page of a list."""

    after: str | None = Field(None, max_length=1000, description="Where the list goes on: the `next` of a page before.")
    limit: int = Field(50, ge=1, le=200, description="How many at most.")
