"""Provisioning makes what the catalogue and the entities need: all of it, nothing else, and nothing twice."""

from collections.abc import AsyncIterator
from uuid import uuid4

import pytest
from google.cloud.firestore_admin_v1.services.firestore_admin import FirestoreAdminAsyncClient

from deploy import indexes, provision, provision_firestore
from libs.common.entities import entities
from libs.common.errors import Misconfigured
from libs.common.events import CATALOGUE
from tests.unit.deploy.firestore_admin import PROJECT, Database, administered

LAST_RESORT = "undelivered"


@pytest.fixture
def database() -> Database:
    return Database()


@pytest.fixture
async def admin(database: Database) -> AsyncIterator[FirestoreAdminAsyncClient]:
    async with administered(database) as client:
        yield client


@pytest.fixture
def emulated(pubsub_host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new project on the Pub/Sub emulator. Of Firestore's nothing is asked."""
    monkeypatch.setenv("GOOGLE_CLOUD_PROJECT", f"demo-{uuid4().hex[:12]}")
    monkeypatch.setenv("PUBSUB_EMULATOR_HOST", pubsub_host)
    monkeypatch.setenv("FIRESTORE_EMULATOR_HOST", "unasked:1")


@pytest.mark.usefixtures("emulated")
def test_a_dry_run_lists_exactly_what_the_catalogue_needs(capsys: pytest.CaptureFixture[str]) -> None:
    """A topic each and a subscription for each service that handles it, and the last resort; nothing is made."""
    needed = {f"would create topic {event.topic}" for event in CATALOGUE}
    needed |= {f"would create subscription {name}.{event.topic}" for event in CATALOGUE for name in event.consumers}
    needed |= {f"would create topic {LAST_RESORT}", f"would create subscription {LAST_RESORT}"}
    for _ in range(2):
        assert provision.main(["--dry-run"]) == 0
        listed = [line for line in capsys.readouterr().out.splitlines() if line.startswith("would")]
        assert set(listed) == needed
        assert len(listed) == len(needed)


@pytest.mark.usefixtures("emulated")
def test_provisioning_again_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert provision.main([]) == 0
    assert "create topic message.received" in capsys.readouterr().out.splitlines()
    assert provision.main([]) == 0
    assert "create" not in capsys.readouterr().out


@pytest.mark.usefixtures("emulated")
def test_a_service_that_is_pushed_to_is_told_to_pubsub(capsys: pytest.CaptureFixture[str]) -> None:
    assert provision.main([]) == 0
    assert provision.main(["--push", "booking=https://booking.example.com"]) == 0
    assert "change push_config, dead_letter_policy of booking.booking.requested" in capsys.readouterr().out


async def test_firestore_gets_every_index_and_end_of_life_that_is_declared(
    admin: FirestoreAdminAsyncClient, database: Database
) -> None:
    await provision_firestore.provision(admin, PROJECT)
    assert len(database.indexes) == len(indexes.definition()["indexes"])
    mortal = {name.split("/")[-3] for name, field in database.fields.items() if "ttl_config" in field}
    assert mortal == {kind.collection for kind in entities().values() if kind.expires}


async def test_firestore_is_asked_for_nothing_that_stands(admin: FirestoreAdminAsyncClient, database: Database) -> None:
    """Also where its indexes have the field that it adds by itself."""
    begun = await provision_firestore.provision(admin, PROJECT)
    assert begun
    assert await provision_firestore.provision(admin, PROJECT) == []


async def test_what_was_taken_away_by_hand_comes_back_alone(
    admin: FirestoreAdminAsyncClient, database: Database
) -> None:
    await provision_firestore.provision(admin, PROJECT)
    lost = database.indexes.pop()
    del database.fields[next(name for name in database.fields if "/receipts/fields/expiresAt" in name)]
    again = [str(change) for change in await provision_firestore.provision(admin, PROJECT)]
    assert len(again) == 2
    assert again[0].startswith(f"create index {lost.name.split('/')[-3]} (")
    assert again[1] == "set the indexes and the end of life of receipts.expiresAt"


async def test_a_dry_run_leaves_firestore_as_it_is(admin: FirestoreAdminAsyncClient, database: Database) -> None:
    assert await provision_firestore.provision(admin, PROJECT, dry_run=True)
    assert not database.indexes
    assert not database.fields


async def test_a_project_without_a_database_is_told_in_one_sentence(
    admin: FirestoreAdminAsyncClient, database: Database
) -> None:
    database.missing = True
    with pytest.raises(Misconfigured, match=r"GOOGLE_CLOUD_PROJECT.*gcloud firestore databases create"):
        await provision_firestore.provision(admin, PROJECT)


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ("PUBSUB_EMULATOR_HOST", "FIRESTORE_EMULATOR_HOST"),
        ("FIRESTORE_EMULATOR_HOST", "PUBSUB_EMULATOR_HOST"),
    ],
)
def test_one_emulator_without_the_other_never_reaches_the_cloud(
    given: str, missing: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2, and the setting that is missing by its name."""
    monkeypatch.setenv(given, "127.0.0.1:1")
    monkeypatch.delenv(missing, raising=False)
    assert provision.main([]) == 2
    told = capsys.readouterr().err
    assert f"{given} is set and {missing} is not" in told
    assert told.count("\n") == 1


def test_without_a_project_it_names_the_setting(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("GOOGLE_CLOUD_PROJECT", "GCLOUD_PROJECT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PUBSUB_EMULATOR_HOST", "127.0.0.1:1")
    monkeypatch.setenv("FIRESTORE_EMULATOR_HOST", "127.0.0.1:1")
    assert provision.main(["--dry-run"]) == 2
    assert "GOOGLE_CLOUD_PROJECT" in capsys.readouterr().err
