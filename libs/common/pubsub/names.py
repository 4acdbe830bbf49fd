"""What our topics and subscriptions are called in Pub/Sub: pure functions.

An id there begins with a letter and holds 3 to 255 letters, digits and `-_.~+%`: our own names fit as they are.
"""

UNDELIVERED = "undelivered"
"""Topic, and subscription of it, of what no handler could be given: the last resort, looked at by an operator."""


def topic_path(project: str, topic: str) -> str:
    """A topic's full name: `message.received` is one topic for all who handle it."""
    return f"projects/{project}/topics/{topic}"


def subscription_id(service: str, topic: str) -> str:
    """One service's share of one topic: `ingest.message.received`."""
    return f"{service}.{topic}"


def subscription_path(project: str, subscription: str) -> str:
    """A subscription's full name."""
    return f"projects/{project}/subscriptions/{subscription}"


def service_and_topic(subscription: str) -> tuple[str, str]:
    """The two that a subscription's id is made of. Raises ValueError when it is not one of ours."""
    service, _, topic = subscription.partition(".")
    if not service or not topic:
        raise ValueError(f"{subscription!r} does not name a service and a topic")
    return service, topic
