"""One request, as an operation sees it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from aiohttp import web

from libs.common.entities import Receipt, Session
from libs.common.events import Event
from libs.common.parts import Parts
from libs.common.store.port import Reader
from services.gateway.api import asking
from services.gateway.api.answers import Versioned
from services.gateway.api.feed.feed import Feed
from services.gateway.api.problems import NotSignedIn, Stale, VersionUnreadable
from services.gateway.api.sign_in.sessions import Role, Sessions
from services.gateway.directory import Directory
from services.gateway.intake import Intake
from services.gateway.usage import Usage
from services.gateway.whatsapp.cloud_api import GraphApi


@dataclass(frozen=True)
class Desk:
    """What operations work with, for the life of the process."""

    parts: Parts
    directory: Directory
    intake: Intake
    graph: GraphApi
    sessions: Sessions
    feed: Feed
    usage: Usage


@dataclass(frozen=True)
class Call:
    """A request that has passed the door. `user_id` is the owner that its path names, else empty."""

    desk: Desk
    request: web.Request
    operation_id: str
    session: Session | None = None
    role: Role | None = None
    user_id: str = ""
    key: str = ""
    version: str = ""

    @property
    def parts(self) -> Parts:
        return self.desk.parts

    @property
    def reader(self) -> Reader:
        """The owner's rows."""
        return self.parts.store.reader(self.user_id)

    @property
    def now(self) -> datetime:
        return self.parts.clock()

    @property
    def subject(self) -> str:
        """Who asks. Raises NotSignedIn where nobody is."""
        if self.session is None:
            raise NotSignedIn()
        return self.session.subject

    @property
    def cause(self) -> str:
        """What the act's events are made from: the same key again makes the same events."""
        return f"api:{self.operation_id}:{self.subject}:{self.key}"

    def named(self, name: str) -> str:
        """A part of the path."""
        return self.request.match_info[name]

    async def ask(self, service: str, event: Event, *, seconds: float = asking.WAIT_SECONDS) -> Receipt:
        """What a service made of an event. Raises TakesLonger, GivenUp, Unavailable."""
        return await asking.ask(self.parts, service, event, cause=self.cause, seconds=seconds)

    def event_id(self, kind: type[Event]) -> str:
        """The id of the event of this kind that this act publishes."""
        return asking.event_id_of(kind, self.user_id, cause=self.cause)

    @property
    def edited_from(self) -> datetime | None:
        """When what is replaced was last changed, by If-Match; None for `*`. Raises VersionUnreadable."""
        if self.version == "*":
            return None
        try:
            moment = datetime.fromisoformat(self.version.removeprefix("W/").strip('"'))
        except ValueError:
            raise VersionUnreadable() from None
        if moment.tzinfo is None:
            raise VersionUnreadable()
        return moment

    def check_version(self, current: Versioned, yours: Any) -> None:
        """Raise Stale where what stands is not what was edited."""
        if self.edited_from not in (None, current.updated_at):
            raise Stale(current, yours)


Act = Callable[..., Any]
