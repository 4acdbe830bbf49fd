"""Every operation of the API, in the order of its document."""

from services.gateway.api.feed import stream
from services.gateway.api.resources import (
    assistant,
    bookings,
    conversations,
    danger,
    dead_letters,
    documents,
    messages,
    numbers,
    onboarding,
    owners,
    phone,
    profile,
    questions,
    queue,
    schedule,
    signing_in,
    usage,
)
from services.gateway.api.routing import Operation, Routes

RESOURCES: tuple[Routes, ...] = (
    signing_in.routes,
    owners.routes,
    onboarding.routes,
    profile.routes,
    schedule.routes,
    assistant.routes,
    documents.routes,
    questions.routes,
    conversations.routes,
    danger.routes,
    messages.routes,
    bookings.routes,
    queue.routes,
    numbers.routes,
    phone.routes,
    usage.routes,
    dead_letters.routes,
    stream.routes,
)

OPERATIONS: tuple[Operation, ...] = tuple(one for routes in RESOURCES for one in routes.operations)
