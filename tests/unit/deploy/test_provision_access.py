"""Pub/Sub's own account is allowed what dead letters and pushes need, and nothing that stands is lost."""

from collections.abc import AsyncIterator, Iterator
from uuid import uuid4

import pytest

from deploy import provision
from deploy.provision_access import TOKEN_CREATOR, agent_of
from deploy.provision_access import provision as allow
from deploy.provision_pubsub import PULL, Push
from deploy.provision_rest import Rest
from libs.common.errors import Misconfigured, Unavailable
from libs.common.pubsub.client import Clients, connect
from libs.common.pubsub.names import subscription_path, topic_path
from tests.fakes.google_admin import Google, Policies, answering, served

PROJECT = "desk-project"
AGENT = "serviceAccount:service-42@gcp-sa-pubsub.iam.gserviceaccount.com"
ACCOUNT = "push@desk-project.iam.gserviceaccount.com"
PUSH = Push({"booking": "https://booking.example.com"}, account=ACCOUNT)
ROUTES = {"message.received": ("ingest",), "booking.requested": ("booking",)}
OF_PROJECT = f"cloudresourcemanager.googleapis.com/v1/projects/{PROJECT}"
OF_ACCOUNT = f"iam.googleapis.com/v1/projects/-/serviceAccounts/{ACCOUNT}:getIamPolicy"
DEAD_LETTERS = {
    ("undelivered", "roles/pubsub.publisher", AGENT),
    ("ingest.message.received", "roles/pubsub.subscriber", AGENT),
    ("booking.booking.requested", "roles/pubsub.subscriber", AGENT),
}


@pytest.fixture
def google() -> Google:
    return Google(holds={OF_PROJECT: {"projectNumber": "42"}, OF_ACCOUNT: {"etag": "a"}})


@pytest.fixture
def rest(google: Google) -> Iterator[Rest]:
    with answering(google) as session:
        yield Rest(session)


@pytest.fixture
def policies() -> Policies:
    return Policies()


@pytest.fixture
async def clients(policies: Policies) -> AsyncIterator[Clients]:
    async with served(policies) as host:
        opened = connect(PROJECT, host)
        yield opened
        await opened.close()


async def test_dead_letters_need_two_roles_and_get_them_once(clients: Clients, rest: Rest, policies: Policies) -> None:
    """To publish to the last resort, and to acknowledge on each subscription that ends there."""
    done = [str(change) for change in await allow(clients, rest, AGENT, push=PULL, routes=ROUTES)]
    assert done == [
        "let Pub/Sub publish to undelivered",
        "let Pub/Sub acknowledge on ingest.message.received",
        "let Pub/Sub acknowledge on booking.booking.requested",
    ]
    assert policies.allowed() == DEAD_LETTERS
    assert await allow(clients, rest, AGENT, push=PULL, routes=ROUTES) == []


async def test_where_it_pushes_it_may_make_tokens_of_the_account_and_has_no_dead_letters(
    clients: Clients, rest: Rest, policies: Policies, google: Google
) -> None:
    done = [str(change) for change in await allow(clients, rest, AGENT, push=PUSH, routes=ROUTES)]
    assert done[-1] == f"let Pub/Sub make tokens of {ACCOUNT}"
    assert ("booking.booking.requested", "roles/pubsub.subscriber", AGENT) not in policies.allowed()
    assert google.holds[OF_ACCOUNT] == {"etag": "a", "bindings": [{"role": TOKEN_CREATOR, "members": [AGENT]}]}
    assert await allow(clients, rest, AGENT, push=PUSH, routes=ROUTES) == []


async def test_what_others_are_allowed_stays(clients: Clients, rest: Rest, policies: Policies, google: Google) -> None:
    """Also under the same role, and with a condition, which does not count as allowed."""
    other = {"role": TOKEN_CREATOR, "members": [AGENT], "condition": {"expression": "false"}}
    google.holds[OF_ACCOUNT]["bindings"] = [other]
    await allow(clients, rest, "serviceAccount:else", push=PULL, routes=ROUTES)
    await allow(clients, rest, AGENT, push=PUSH, routes=ROUTES)
    assert {
        ("undelivered", "roles/pubsub.publisher", who) for who in ("serviceAccount:else", AGENT)
    } <= policies.allowed()
    assert google.holds[OF_ACCOUNT]["bindings"][0] == other
    assert len(google.holds[OF_ACCOUNT]["bindings"]) == 2


async def test_a_dry_run_lists_the_same_and_allows_nothing(
    clients: Clients, rest: Rest, policies: Policies, google: Google
) -> None:
    """Also before topics and subscriptions are made."""
    policies.missing = {
        topic_path(PROJECT, "undelivered"),
        subscription_path(PROJECT, "ingest.message.received"),
    }
    assert len(await allow(clients, rest, AGENT, push=PUSH, routes=ROUTES, dry_run=True)) == 3
    assert policies.allowed() == set()
    assert "bindings" not in google.holds[OF_ACCOUNT]


def test_the_agent_is_named_by_the_projects_number(rest: Rest) -> None:
    assert agent_of(rest, PROJECT) == AGENT
    with pytest.raises(Misconfigured, match=r"no project 'else' \(GOOGLE_CLOUD_PROJECT\)"):
        agent_of(rest, "else")


async def test_an_account_that_is_not_there_is_named(clients: Clients, rest: Rest, google: Google) -> None:
    del google.holds[OF_ACCOUNT]
    with pytest.raises(Misconfigured, match=rf"{ACCOUNT} \(--push-account\)"):
        await allow(clients, rest, AGENT, push=PUSH, routes=ROUTES)


def test_a_refusal_is_told_in_googles_own_words(rest: Rest, google: Google) -> None:
    google.refuses = (403, "The API is not enabled.")
    with pytest.raises(Misconfigured, match=r"cloudresourcemanager.*The API is not enabled\."):
        agent_of(rest, PROJECT)
    google.refuses = (503, "Later.")
    with pytest.raises(Unavailable, match="cloudresourcemanager"):
        agent_of(rest, PROJECT)


def test_the_emulator_knows_no_permissions_and_provisioning_goes_on(
    pubsub_host: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And no Cloud Scheduler."""
    monkeypatch.setenv("GOOGLE_CLOUD_PROJECT", f"demo-{uuid4().hex[:12]}")
    monkeypatch.setenv("PUBSUB_EMULATOR_HOST", pubsub_host)
    monkeypatch.setenv("FIRESTORE_EMULATOR_HOST", "unasked:1")
    assert provision.main(["--clock", "europe-west1"]) == 0
    said = capsys.readouterr().out
    assert "Pub/Sub's emulator knows no permissions" in said
    assert "python -m deploy.clock" in said
    assert said.index("permissions") < said.index("Firestore's emulator needs no indexes")
