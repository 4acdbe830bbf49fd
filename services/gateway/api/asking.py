"""Asking a service for something, and waiting for its receipt as long as a person waits."""

import asyncio
from typing import Any

from libs.common.entities import Receipt
from libs.common.envelope import deterministic_id
from libs.common.events import BY_TOPIC, Event
from libs.common.parts import Parts
from services.gateway.api.answers import TakesLonger
from services.gateway.api.problems import FieldProblem, GivenUp, Invalid

WAIT_SECONDS = 20.0


async def ask(parts: Parts, service: str, event: Event, *, cause: str, seconds: float = WAIT_SECONDS) -> Receipt:
    """What a service made of an event. The same cause again is the same event, and so the same receipt.

    Raises TakesLonger, GivenUp, Unavailable.
    """
    return await wait(parts, service, await tell(parts, event, cause=cause), seconds=seconds)


async def tell(parts: Parts, event: Event, *, cause: str) -> str:
    """Publish an event; gives its id."""
    [event_id] = await parts.publisher("gateway").publish(event, cause=cause)
    return event_id


async def wait(parts: Parts, service: str, event_id: str, *, seconds: float = WAIT_SECONDS) -> Receipt:
    """A service's receipt of an event. Raises TakesLonger, GivenUp, Unavailable."""
    receipt = await parts.store.wait(Receipt.id_for(service, event_id), seconds)
    if receipt is None:
        raise TakesLonger(service=service, event_id=event_id)
    if receipt.code == "dead_letter":
        raise GivenUp(service=service, error=(receipt.answer or {}).get("error", ""))
    return receipt


async def everywhere(parts: Parts, kind: type[Event], event_id: str, *, seconds: float = WAIT_SECONDS) -> None:
    """Return once every service that handles an event has. Raises TakesLonger, GivenUp, Unavailable."""
    services = BY_TOPIC[kind.topic].consumers
    await asyncio.gather(*(wait(parts, service, event_id, seconds=seconds) for service in services))


async def handled(parts: Parts, service: str, event_id: str) -> bool:
    """Whether a service has handled an event already."""
    return await parts.store.system().get(Receipt, Receipt.id_for(service, event_id)) is not None


def event_id_of(kind: type[Event], user_id: str, *, cause: str) -> str:
    """The id of the one event of its kind that a cause has published."""
    return deterministic_id(user_id, cause, kind.topic, "0")


def refused_fields(receipt: Receipt) -> Invalid:
    """Why a setting was not applied, by field."""
    errors: list[dict[str, Any]] = (receipt.answer or {}).get("errors", [])
    return Invalid([FieldProblem.model_validate(error) for error in errors])
