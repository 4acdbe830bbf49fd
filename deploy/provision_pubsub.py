"""Topics and subscriptions, made or brought up to date from the event catalogue: `python -m deploy.provision_pubsub`.

Runs again harmlessly. Each topic has one subscription a service that handles it,
ordered, kept for 7 days, and never expiring however long nobody pulls.
"""

import argparse
import asyncio
import sys
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from google.api_core.exceptions import GoogleAPICallError, NotFound
from google.pubsub_v1 import types

from deploy.changes import Change, make, tell
from libs.common.bus.port import KEEP_DAYS
from libs.common.errors import Misconfigured, Unavailable
from libs.common.events import CATALOGUE
from libs.common.pubsub.client import REFUSED, Clients, answering, connect
from libs.common.pubsub.names import UNDELIVERED, subscription_id, subscription_path, topic_path
from libs.common.settings import Settings

ACK_DEADLINE_SECONDS = 60
"""Where nothing else is said: a push must be answered within it. A streaming pull says its own."""
BACKOFF_SECONDS = (1, 60)
"""Between deliveries that were not acknowledged: the same as between attempts after a silence."""
DELIVERIES_MAX = 100
"""Pub/Sub's own limit. Every restart of a process counts as one for all it holds; the runtime gives up long before."""
CHANGEABLE = ("ack_deadline_seconds", "message_retention_duration", "expiration_policy", "retry_policy", "push_config")

Routes = Mapping[str, Sequence[str]]
"""The services that handle each topic."""
ROUTES: Routes = {event.topic: event.consumers for event in CATALOGUE}


@dataclass(frozen=True)
class Push:
    """Which services are pushed to, at which address, and the account whose token proves it. The others pull."""

    urls: Mapping[str, str]  # service -> the address it answers at, without a path
    account: str = ""  # none: no token, as the emulator does it
    audience: str = ""

    def config(self, service: str, subscription: str) -> types.PushConfig:
        """Where this subscription's events go; empty for a service that pulls."""
        url = self.urls.get(service)
        if url is None:
            return types.PushConfig()
        config = types.PushConfig(push_endpoint=f"{url}/events/{subscription}")
        if self.account:
            config.oidc_token = types.PushConfig.OidcToken(
                service_account_email=self.account, audience=self.audience or url
            )
        return config


PULL = Push(urls={})


def wanted(project: str, routes: Routes, push: Push) -> Iterator[types.Subscription]:
    """Every subscription as it should be. That of the last resort is an operator's to read, so it is not ordered."""
    last_resort = topic_path(project, UNDELIVERED)
    for topic, services in routes.items():
        for service in services:
            name = subscription_id(service, topic)
            # What is pushed is sent again each minute while something does not answer: a bound on deliveries would end
            # the seven days that it is kept for.
            bound = None if service in push.urls else last_resort
            subscription = _subscription(subscription_path(project, name), topic_path(project, topic), bound)
            subscription.push_config = push.config(service, name)
            yield subscription
    yield _subscription(subscription_path(project, UNDELIVERED), topic_path(project, UNDELIVERED), ordered=False)


def _subscription(path: str, topic: str, last_resort: str | None = None, *, ordered: bool = True) -> types.Subscription:
    shortest, longest = BACKOFF_SECONDS
    subscription = types.Subscription(
        name=path,
        topic=topic,
        enable_message_ordering=ordered,
        ack_deadline_seconds=ACK_DEADLINE_SECONDS,
        message_retention_duration=timedelta(days=KEEP_DAYS),
        expiration_policy=types.ExpirationPolicy(),
        retry_policy=types.RetryPolicy(
            minimum_backoff=timedelta(seconds=shortest), maximum_backoff=timedelta(seconds=longest)
        ),
    )
    if last_resort is not None:
        subscription.dead_letter_policy = types.DeadLetterPolicy(
            dead_letter_topic=last_resort, max_delivery_attempts=DELIVERIES_MAX
        )
    return subscription


async def changes(clients: Clients, routes: Routes, push: Push) -> AsyncIterator[Change]:
    """What must be done, in the order it must be done in. Nothing is done yet."""
    for topic in (*routes, UNDELIVERED):
        path = topic_path(clients.project, topic)
        if not await _stands(clients.publisher.get_topic(topic=path)):
            yield Change("create topic", topic, lambda path=path: clients.publisher.create_topic(name=path))
    for subscription in wanted(clients.project, routes, push):
        change = await _change(clients, subscription)
        if change is not None:
            yield change


async def _change(clients: Clients, subscription: types.Subscription) -> Change | None:
    name = subscription.name.rpartition("/")[2]
    stands = await _stands(clients.subscriber.get_subscription(subscription=subscription.name))
    if stands is None:
        return Change("create subscription", name, lambda: clients.subscriber.create_subscription(request=subscription))
    if stands.enable_message_ordering != subscription.enable_message_ordering:
        raise Misconfigured(f"The subscription {name} has another order, which cannot be changed. Delete it first.")
    different = [field for field in _fields(subscription) if getattr(stands, field) != getattr(subscription, field)]
    if not different:
        return None
    request = {"subscription": subscription, "update_mask": {"paths": different}}
    return Change(
        f"change {', '.join(different)} of", name, lambda: clients.subscriber.update_subscription(request=request)
    )


def _fields(subscription: types.Subscription) -> Sequence[str]:
    """What is compared. On the last resort's own, whatever bound an operator has set is theirs."""
    return CHANGEABLE if subscription.name.endswith(f"/{UNDELIVERED}") else (*CHANGEABLE, "dead_letter_policy")


async def _stands(asked: Any) -> Any:
    try:
        async with answering():
            return await asked
    except NotFound:
        return None


async def provision(
    clients: Clients, routes: Routes = ROUTES, *, push: Push = PULL, dry_run: bool = False
) -> list[Change]:
    """Make topics and subscriptions what they should be; gives what was done, or would be.

    Raises Unavailable, and Misconfigured where this account may not.
    """
    done: list[Change] = []
    async for change in changes(clients, routes, push):
        done.append(change)
        if not dry_run:
            await make(change, answering())
    return done


async def run(settings: Settings, push: Push, *, dry_run: bool) -> int:
    """Provision the project that the settings name, and say what was done."""
    clients = connect(settings.google_cloud_project, settings.pubsub_emulator_host)
    try:
        done = await provision(clients, push=push, dry_run=dry_run)
    except REFUSED as error:
        raise Misconfigured(
            f"Pub/Sub refuses project {clients.project!r} (GOOGLE_CLOUD_PROJECT): {error.message} Check that the "
            "Pub/Sub API is enabled and that this account has the role roles/pubsub.editor."
        ) from error
    finally:
        await clients.close()
    tell(done, dry_run=dry_run, otherwise=f"{clients.project}: everything is as it should be")
    return 0


def options() -> argparse.ArgumentParser:
    """What can be said on the command line."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--dry-run", action="store_true", help="list what would be done, and do nothing")
    parser.add_argument(
        "--push",
        action="append",
        default=[],
        type=_service_and_url,
        metavar="SERVICE=URL",
        help="push this service's events to its address; once a service. The others pull.",
    )
    parser.add_argument("--push-account", default="", help="the service account whose token proves a push")
    parser.add_argument("--push-audience", default="", help="whom that token is for; the service's address if not set")
    return parser


def push_of(given: argparse.Namespace) -> Push:
    """Who is pushed to, as it was said."""
    return Push(urls=dict(given.push), account=given.push_account, audience=given.push_audience)


def main(arguments: Sequence[str] | None = None) -> int:
    """Gives the exit code: 0 done, 2 misconfigured or nobody answers."""
    parser = argparse.ArgumentParser(prog="python -m deploy.provision_pubsub", description=__doc__, parents=[options()])
    given = parser.parse_args(arguments)
    try:
        return asyncio.run(run(Settings.load(), push_of(given), dry_run=given.dry_run))
    except (Misconfigured, Unavailable, GoogleAPICallError) as error:
        print(error, file=sys.stderr)  # noqa: T201 - the one line a person reads
        return 2


def _service_and_url(text: str) -> tuple[str, str]:
    service, _, url = text.partition("=")
    if not service or not url.startswith(("http://", "https://")):
        raise argparse.ArgumentTypeError(f"{text!r} is not SERVICE=URL, such as ingest=https://ingest.example.com")
    return service, url.rstrip("/")


if __name__ == "__main__":
    sys.exit(main())
