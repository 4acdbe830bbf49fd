"""Topics and subscriptions are made from the catalogue, once, and put right when they differ."""

from collections.abc import AsyncIterator
from datetime import timedelta
from uuid import uuid4

import pytest

from deploy import provision_pubsub
from deploy.provision_pubsub import ROUTES, Push, main, provision
from libs.common.errors import Misconfigured
from libs.common.pubsub.client import Clients, answering, connect
from libs.common.pubsub.names import subscription_path, topic_path

FEW = {"message.received": ("ingest", "gateway"), "clock.ticked": ("booking",)}


@pytest.fixture
async def clients(pubsub_host: str) -> AsyncIterator[Clients]:
    opened = connect(f"test-{uuid4().hex[:12]}", pubsub_host)
    yield opened
    await opened.close()


async def subscription(clients: Clients, name: str):
    return await clients.subscriber.get_subscription(subscription=subscription_path(clients.project, name))


async def test_everything_is_made_once(clients):
    """The second time there is nothing to do."""
    done = [str(change) for change in await provision(clients, FEW)]
    assert done == [
        "create topic message.received",
        "create topic clock.ticked",
        "create topic undelivered",
        "create subscription ingest.message.received",
        "create subscription gateway.message.received",
        "create subscription booking.clock.ticked",
        "create subscription undelivered",
    ]
    assert await provision(clients, FEW) == []


async def test_a_subscription_is_ordered_and_keeps_its_events_for_a_week(clients):
    await provision(clients, FEW)
    made = await subscription(clients, "ingest.message.received")
    assert made.topic == topic_path(clients.project, "message.received")
    assert made.enable_message_ordering
    assert made.message_retention_duration == timedelta(days=7)
    assert made.expiration_policy.ttl == timedelta(0)  # never
    assert made.ack_deadline_seconds == 60
    assert made.retry_policy.minimum_backoff == timedelta(seconds=1)
    assert made.retry_policy.maximum_backoff == timedelta(seconds=60)
    assert made.dead_letter_policy.dead_letter_topic == topic_path(clients.project, "undelivered")


async def test_a_service_is_pushed_to_once_it_has_an_address_and_pulls_again_without(clients):
    """Each of its subscriptions has its own path, and a token for whoever answers there."""
    push = Push({"ingest": "https://ingest.example.com"}, account="push@project.iam.gserviceaccount.com")
    await provision(clients, FEW)
    changed = ["change push_config, dead_letter_policy of ingest.message.received"]
    assert [str(change) for change in await provision(clients, FEW, push=push)] == changed
    assert await provision(clients, FEW, push=push) == []
    config = (await subscription(clients, "ingest.message.received")).push_config
    assert config.push_endpoint == "https://ingest.example.com/events/ingest.message.received"
    assert config.oidc_token.service_account_email == "push@project.iam.gserviceaccount.com"
    assert config.oidc_token.audience == "https://ingest.example.com"
    assert not (await subscription(clients, "gateway.message.received")).push_config.push_endpoint
    assert [str(change) for change in await provision(clients, FEW)] == changed


async def test_what_is_pushed_has_no_bound_on_deliveries_also_where_it_was_pulled_before(clients):
    """A silence of two hours would use it up, long before the seven days that an event is kept for."""
    await provision(clients, FEW)
    await provision(clients, FEW, push=Push({"ingest": "https://ingest.example.com"}))
    assert not (await subscription(clients, "ingest.message.received")).dead_letter_policy.dead_letter_topic
    assert (await subscription(clients, "gateway.message.received")).dead_letter_policy.dead_letter_topic
    await provision(clients, FEW)
    assert (await subscription(clients, "ingest.message.received")).dead_letter_policy.dead_letter_topic


async def test_a_dry_run_says_it_and_does_nothing(clients):
    assert len(await provision(clients, FEW, dry_run=True)) == 7
    assert len(await provision(clients, FEW, dry_run=True)) == 7


async def test_what_somebody_changed_is_put_right(clients):
    await provision(clients, FEW)
    path = subscription_path(clients.project, "ingest.message.received")
    await clients.subscriber.update_subscription(
        subscription={"name": path, "ack_deadline_seconds": 10}, update_mask={"paths": ["ack_deadline_seconds"]}
    )
    assert [str(change) for change in await provision(clients, FEW)] == [
        "change ack_deadline_seconds of ingest.message.received"
    ]
    assert (await subscription(clients, "ingest.message.received")).ack_deadline_seconds == 60


async def test_a_subscription_without_order_is_refused(clients):
    """Pub/Sub cannot change it, and to delete it would lose what waits in it."""
    topic = topic_path(clients.project, "message.received")
    await clients.publisher.create_topic(name=topic)
    path = subscription_path(clients.project, "ingest.message.received")
    await clients.subscriber.create_subscription(name=path, topic=topic)
    with pytest.raises(Misconfigured, match=r"ingest\.message\.received has another order"):
        await provision(clients, FEW)


def test_the_command_provisions_the_project_that_the_settings_name(pubsub_host, monkeypatch, capsys, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GOOGLE_CLOUD_PROJECT", f"test-{uuid4().hex[:12]}")
    monkeypatch.setenv("PUBSUB_EMULATOR_HOST", pubsub_host)
    wanted = len(ROUTES) + 1 + sum(map(len, ROUTES.values())) + 1
    assert main(["--dry-run"]) == 0
    assert capsys.readouterr().out.count("would create") == wanted
    assert main([]) == 0
    assert len(capsys.readouterr().out.splitlines()) == wanted
    assert main([]) == 0
    assert "everything is as it should be" in capsys.readouterr().out


@pytest.mark.parametrize("wrong", ["ingest", "ingest=", "=https://a.example.com", "ingest=ftp://a.example.com"])
def test_an_address_that_is_none_is_misuse(wrong, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["--push", wrong])
    assert ended.value.code == 2
    assert "is not SERVICE=URL" in capsys.readouterr().err


def test_the_command_says_in_one_line_that_nobody_answers(monkeypatch, capsys, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(provision_pubsub, "answering", lambda: answering(0.3))
    monkeypatch.setenv("GOOGLE_CLOUD_PROJECT", "nobody")
    monkeypatch.setenv("PUBSUB_EMULATOR_HOST", "127.0.0.1:9")
    assert main([]) == 2
    assert capsys.readouterr().err == "Pub/Sub does not answer\n"
