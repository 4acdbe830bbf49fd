"""Cloud Scheduler publishes the minute: its job is made once, put right when it differs, and sends a tick."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from deploy.provision_clock import job, provision
from deploy.provision_rest import Rest
from libs.common.envelope import Envelope
from libs.common.errors import Misconfigured
from libs.common.events import ClockTicked
from libs.common.pubsub.arriving import arrived
from tests.fakes.google_admin import Google, answering

PROJECT, LOCATION = "desk-project", "europe-west1"
AT = f"cloudscheduler.googleapis.com/v1/projects/{PROJECT}/locations/{LOCATION}/jobs"
JOB = f"{AT}/frontdesk-clock"


@pytest.fixture
def google() -> Google:
    return Google()


@pytest.fixture
def rest(google: Google) -> Iterator[Rest]:
    with answering(google) as session:
        yield Rest(session)


async def test_the_job_is_made_once(rest: Rest, google: Google) -> None:
    """Each minute, to the topic of ticks."""
    (made,) = await provision(rest, PROJECT, LOCATION)
    assert str(made) == "create the job europe-west1/frontdesk-clock"
    stands = google.holds[JOB]
    assert (stands["schedule"], stands["timeZone"]) == ("* * * * *", "Etc/UTC")
    assert stands["pubsubTarget"]["topicName"] == f"projects/{PROJECT}/topics/clock.ticked"
    assert await provision(rest, PROJECT, LOCATION) == []
    assert [method for method, _, _ in google.asked] == ["GET", "POST", "GET"]


async def test_what_somebody_changed_is_put_right_and_the_rest_stays(rest: Rest, google: Google) -> None:
    """A job that was paused stays so, and what Google adds is no difference."""
    await provision(rest, PROJECT, LOCATION)
    google.holds[JOB] |= {"schedule": "0 * * * *", "state": "PAUSED", "userUpdateTime": "2026-03-02T09:00:00Z"}
    google.holds[JOB]["pubsubTarget"]["data"] = ""
    (changed,) = await provision(rest, PROJECT, LOCATION)
    assert str(changed) == "change schedule of the job europe-west1/frontdesk-clock"
    assert google.holds[JOB]["schedule"] == "* * * * *"
    assert google.holds[JOB]["state"] == "PAUSED"
    assert await provision(rest, PROJECT, LOCATION) == []


async def test_a_dry_run_makes_nothing(rest: Rest, google: Google) -> None:
    assert len(await provision(rest, PROJECT, LOCATION, dry_run=True)) == 1
    assert google.holds == {}


async def test_a_refusal_is_told_in_googles_own_words(rest: Rest, google: Google) -> None:
    google.refuses = (400, "Location 'mars' is not a valid location.")
    with pytest.raises(Misconfigured, match=r"cloudscheduler.*'mars' is not a valid location"):
        await provision(rest, PROJECT, "mars")


def test_what_the_job_sends_is_the_tick_of_its_minute() -> None:
    """Sent twice in one minute, it is one event."""
    sent = job(PROJECT, LOCATION)["pubsubTarget"]["attributes"]

    def at(second: int) -> Envelope:
        return arrived(sent, b"", lambda: datetime(2026, 3, 2, 9, 0, second, 500, UTC))

    assert at(2) == at(40)
    assert ClockTicked.opened(at(2)).minute == datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
