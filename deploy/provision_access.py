"""What Pub/Sub's own account must be allowed for dead letters and for pushes: a part of `deploy.provision`.

Pub/Sub moves an event that nobody finishes to the last resort as an account of its own, which must be let publish there
and acknowledge where it came from. For a push it makes tokens of the account that pushes. Runs again harmlessly, adds
to the policies that stand, and takes nothing away.
"""

from collections.abc import AsyncIterator, Iterator
from typing import Any

from google.api_core.exceptions import MethodNotImplemented, NotFound
from google.iam.v1.policy_pb2 import Policy  # type: ignore[import-untyped]

from deploy.changes import Change, tell
from deploy.provision_pubsub import ROUTES, Push, Routes, wanted
from deploy.provision_rest import Json, Rest, connect
from libs.common.errors import Misconfigured
from libs.common.pubsub.client import REFUSED, Clients, answering
from libs.common.pubsub.client import connect as connect_pubsub
from libs.common.pubsub.names import UNDELIVERED, topic_path
from libs.common.settings import Settings

PUBLISHER, SUBSCRIBER = "roles/pubsub.publisher", "roles/pubsub.subscriber"
TOKEN_CREATOR = "roles/iam.serviceAccountTokenCreator"  # noqa: S105 - a role's name
VERSION = 3
"""Of policies: the first that tells conditions, which would be lost otherwise."""
PROJECTS = "https://cloudresourcemanager.googleapis.com/v1/projects"
ACCOUNTS = "https://iam.googleapis.com/v1/projects/-/serviceAccounts"


def agent_of(rest: Rest, project: str) -> str:
    """Pub/Sub's own account in a project, as policies name it. Raises Misconfigured where there is no such project."""
    found = rest.ask("GET", f"{PROJECTS}/{project}")
    if found is None:
        raise Misconfigured(f"There is no project {project!r} (GOOGLE_CLOUD_PROJECT).")
    return f"serviceAccount:service-{found['projectNumber']}@gcp-sa-pubsub.iam.gserviceaccount.com"


async def changes(clients: Clients, agent: str, routes: Routes, push: Push) -> AsyncIterator[Change]:
    """What of topics and subscriptions Pub/Sub is not yet allowed. Nothing is done yet.

    Raises google.api_core's MethodNotImplemented at the emulator.
    """
    for what, client, path, role in _needed(clients, routes, push):
        policy = await _policy(client, path)
        if not _has(policy, role, agent):
            yield Change(what, path.rpartition("/")[2], _adding(client, path, role, agent))


def _needed(clients: Clients, routes: Routes, push: Push) -> Iterator[tuple[str, Any, str, str]]:
    last_resort = topic_path(clients.project, UNDELIVERED)
    yield "let Pub/Sub publish to", clients.publisher, last_resort, PUBLISHER
    for subscription in wanted(clients.project, routes, push):
        if "dead_letter_policy" in subscription:
            yield "let Pub/Sub acknowledge on", clients.subscriber, subscription.name, SUBSCRIBER


async def _policy(client: Any, path: str) -> Policy:
    """That of a topic or a subscription; an empty one where it is not made yet."""
    try:
        async with answering():
            return await client.get_iam_policy(
                request={"resource": path, "options": {"requested_policy_version": VERSION}}
            )
    except NotFound:
        return Policy()


def _has(policy: Policy, role: str, member: str) -> bool:
    """Whether it is allowed without a condition."""
    return any(
        binding.role == role and member in binding.members and not binding.HasField("condition")
        for binding in policy.bindings
    )


def _adding(client: Any, path: str, role: str, member: str) -> Any:
    async def add() -> None:
        policy = await _policy(client, path)  # its etag has Google refuse to undo what somebody else just added
        policy.bindings.add(role=role, members=[member])
        await client.set_iam_policy(request={"resource": path, "policy": policy})

    return add


def pushing(rest: Rest, agent: str, account: str) -> Iterator[Change]:
    """What Pub/Sub is not yet allowed of the account that pushes. Raises Misconfigured where there is no such one."""
    asked = {"options.requestedPolicyVersion": str(VERSION)}
    policy = rest.ask("POST", f"{ACCOUNTS}/{account}:getIamPolicy", query=asked)
    if policy is None:
        raise Misconfigured(f"There is no service account {account} (--push-account).")
    bindings: list[Json] = policy.get("bindings", [])
    if any(each["role"] == TOKEN_CREATOR and agent in each["members"] and "condition" not in each for each in bindings):
        return

    async def add() -> None:
        more = {**policy, "bindings": [*bindings, {"role": TOKEN_CREATOR, "members": [agent]}]}
        rest.ask("POST", f"{ACCOUNTS}/{account}:setIamPolicy", {"policy": more})

    yield Change("let Pub/Sub make tokens of", account, add)


async def provision(
    clients: Clients, rest: Rest, agent: str, *, push: Push, routes: Routes = ROUTES, dry_run: bool = False
) -> list[Change]:
    """Allow what is missing; gives what was done, or would be.

    Raises Unavailable, and Misconfigured where this account may not.
    """
    done = [change async for change in changes(clients, agent, routes, push)]
    done += pushing(rest, agent, push.account) if push.account else ()
    if not dry_run:
        for change in done:
            async with answering():
                await change.do()
    return done


async def run(settings: Settings, push: Push, *, dry_run: bool) -> int:
    """Allow it in the project that the settings name, and say what was done."""
    clients = connect_pubsub(settings.google_cloud_project, settings.pubsub_emulator_host)
    try:
        if settings.pubsub_emulator_host:
            return await _at_the_emulator(clients)
        rest = connect()
        done = await provision(clients, rest, agent_of(rest, clients.project), push=push, dry_run=dry_run)
    except REFUSED as error:
        raise Misconfigured(
            f"Pub/Sub refuses to change who may what in project {clients.project!r} (GOOGLE_CLOUD_PROJECT): "
            f"{error.message} Check that this account has the role roles/pubsub.admin."
        ) from error
    finally:
        await clients.close()
    tell(done, dry_run=dry_run, otherwise=f"{clients.project}: Pub/Sub is allowed what it needs")
    return 0


async def _at_the_emulator(clients: Clients) -> int:
    try:
        await _policy(clients.publisher, topic_path(clients.project, UNDELIVERED))
    except MethodNotImplemented:
        print("Pub/Sub's emulator knows no permissions")  # noqa: T201 - what a person asked for
    return 0
