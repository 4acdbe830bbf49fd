"""Cloud Scheduler's job that publishes `clock.ticked` each minute: a part of `deploy.provision`.

What a job publishes is the same each time, so it carries no id and no moment: both are taken from the minute at which
Pub/Sub got it (libs/common/pubsub/arriving.py), and a job that fires twice in a minute makes one event.
"""

from collections.abc import Iterator
from typing import Any

from deploy.changes import Change, tell
from deploy.provision_rest import Json, Rest, connect
from libs.common.errors import Misconfigured
from libs.common.pubsub.arriving import TICK
from libs.common.pubsub.client import connect as connect_pubsub
from libs.common.pubsub.names import topic_path
from libs.common.settings import Settings

SCHEDULER = "https://cloudscheduler.googleapis.com/v1"
JOB = "frontdesk-clock"
EVERY_MINUTE = "* * * * *"


def job(project: str, location: str) -> Json:
    """The job as it should be."""
    return {
        "name": f"projects/{project}/locations/{location}/jobs/{JOB}",
        "schedule": EVERY_MINUTE,
        "timeZone": "Etc/UTC",
        "pubsubTarget": {"topicName": topic_path(project, "clock.ticked"), "attributes": {"ce-type": TICK}},
    }


def changes(rest: Rest, project: str, location: str) -> Iterator[Change]:
    """What is missing or different; a job that somebody paused stays paused. Nothing is done yet."""
    wanted = job(project, location)
    stands = rest.ask("GET", f"{SCHEDULER}/{wanted['name']}")
    if stands is None:
        yield Change("create the job", f"{location}/{JOB}", _creating(rest, wanted))
        return
    different = [name for name in wanted if not _agrees(stands.get(name), wanted[name])]
    if different:
        what = f"change {', '.join(different)} of the job"
        yield Change(what, f"{location}/{JOB}", _changing(rest, wanted, different))


def _agrees(stands: Any, wanted: Any) -> bool:
    """Whether all that is wanted stands there; Google adds fields of its own."""
    if isinstance(wanted, dict):
        return isinstance(stands, dict) and all(_agrees(stands.get(name), wanted[name]) for name in wanted)
    return bool(stands == wanted)


def _creating(rest: Rest, wanted: Json) -> Any:
    parent, _, _ = wanted["name"].rpartition("/jobs/")

    async def create() -> None:
        if rest.ask("POST", f"{SCHEDULER}/{parent}/jobs", wanted) is None:
            raise Misconfigured(f"Cloud Scheduler knows no location {parent.rpartition('/')[2]!r} (--clock).")

    return create


def _changing(rest: Rest, wanted: Json, different: list[str]) -> Any:
    async def change() -> None:
        rest.ask("PATCH", f"{SCHEDULER}/{wanted['name']}", wanted, {"updateMask": ",".join(different)})

    return change


async def provision(rest: Rest, project: str, location: str, *, dry_run: bool = False) -> list[Change]:
    """Make the job what it should be; gives what was done, or would be. Raises Unavailable and Misconfigured."""
    done = list(changes(rest, project, location))
    if not dry_run:
        for change in done:
            await change.do()
    return done


async def run(settings: Settings, location: str, *, dry_run: bool) -> int:
    """Provision the job in the project that the settings name, and say what was done."""
    if settings.pubsub_emulator_host:
        print("beside Pub/Sub's emulator, the clock is `python -m deploy.clock`")  # noqa: T201 - what a person asked for
        return 0
    clients = connect_pubsub(settings.google_cloud_project)
    await clients.close()
    done = await provision(connect(), clients.project, location, dry_run=dry_run)
    tell(done, dry_run=dry_run, otherwise=f"{clients.project}: the job {location}/{JOB} is as it should be")
    return 0
