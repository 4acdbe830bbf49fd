"""The base of everything that is stored or sent: immutable, snake_case here, camelCase outside."""

from datetime import UTC, date, datetime
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, PlainSerializer
from pydantic.alias_generators import to_camel


def _in_utc(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a moment needs a timezone")
    return moment.astimezone(UTC)


def sortable(moment: datetime) -> str:
    """ISO 8601 in UTC with six decimals always, so that text order is time order."""
    return moment.isoformat("T", "microseconds")[:26] + "Z"


Instant = Annotated[datetime, AfterValidator(_in_utc), PlainSerializer(sortable, when_used="json")]
"""A moment in UTC, to the microsecond (what Firestore keeps)."""

Day = Annotated[date, PlainSerializer(date.isoformat)]
"""A calendar date without a timezone, `YYYY-MM-DD` in storage: Firestore has no type for it."""


class Model(BaseModel):
    """An immutable value with camelCase names outside the code. Unknown fields are ignored, so that a
    newer release may add one while an older still runs."""

    model_config = ConfigDict(
        alias_generator=to_camel, populate_by_name=True, frozen=True, extra="ignore", protected_namespaces=()
    )

    def changed(self, **fields: Any) -> Self:
        """A copy with some fields replaced and validated again."""
        return type(self).model_validate({**dict(self), **fields})
