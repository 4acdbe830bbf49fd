"""What an owner's desk did and used, day by day: messages both ways, and the language model's tokens."""

import asyncio
from collections import Counter, OrderedDict
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from libs.common.entities import ConsultantConfig, Message, UsageLog
from libs.common.model import Day, Model
from libs.common.parts import Parts
from libs.common.store.port import Reader
from libs.common.store.query import Cursor, Query, Range

DAYS = 30
SETTLED_AFTER = timedelta(hours=1)
"""A day that ended so long ago changes no more, so that it is counted once."""
KEPT_MAX = 20_000
PAGE = 1000
AT_ONCE = 8

ROLES = ("customer", "assistant", "staff")


class DayUsage(Model):
    """One day, on the owner's clock."""

    date: Day
    received: int  # messages of customers
    answered: int  # messages of the assistant
    written: int  # messages of staff
    input_tokens: int
    output_tokens: int
    embedding_tokens: int  # of the input tokens, those that made documents searchable


class Usage:
    """Counts days. Those that are over are kept in memory."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._over: OrderedDict[tuple[str, str, date], DayUsage] = OrderedDict()
        self._at_once = asyncio.Semaphore(AT_ONCE)

    async def days(self, user_id: str, days: int = DAYS) -> list[DayUsage]:
        """The last days, today last. Raises Unavailable."""
        reader = self._parts.store.reader(user_id)
        config = await reader.get(ConsultantConfig, user_id)
        zone = ZoneInfo(config.timezone if config else "UTC")
        today = self._parts.clock().astimezone(zone).date()
        wanted = [today - timedelta(days=ago) for ago in reversed(range(days))]
        return list(await asyncio.gather(*(self._day(user_id, reader, zone, day) for day in wanted)))

    async def _day(self, user_id: str, reader: Reader, zone: ZoneInfo, day: date) -> DayUsage:
        key = (user_id, zone.key, day)
        if key in self._over:
            return self._over[key]
        begins, ends = (_midnight(one, zone) for one in (day, day + timedelta(days=1)))
        async with self._at_once:
            counted = await _counted(reader, day, begins, ends)
        if ends + SETTLED_AFTER <= self._parts.clock():
            self._over[key] = counted
            if len(self._over) > KEPT_MAX:
                self._over.popitem(last=False)
        return counted


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(UTC)


async def _counted(reader: Reader, day: date, begins: datetime, ends: datetime) -> DayUsage:
    within = Range("created_at", at_least=begins, below=ends)
    received, answered, written = [
        await reader.count(Query(Message, equal={"role": role}, range=within)) for role in ROLES
    ]
    return DayUsage(date=day, received=received, answered=answered, written=written, **await _tokens(reader, within))


async def _tokens(reader: Reader, within: Range) -> dict[str, int]:
    """Sums over the model calls of a day. They are read: a store counts rows, it does not add them up."""
    sums: Counter[str] = Counter(input_tokens=0, output_tokens=0, embedding_tokens=0)
    after: Cursor | None = None
    while True:
        page = await reader.find(Query(UsageLog, range=within, order="-created_at", limit=PAGE, after=after))
        for row in page.items:
            searched = row.input_tokens if row.purpose == "embedding" else 0
            sums.update(input_tokens=row.input_tokens, output_tokens=row.output_tokens, embedding_tokens=searched)
        after = page.next
        if after is None:
            return dict(sums)
