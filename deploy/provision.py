"""Make a project ready for Frontdesk: `python -m deploy.provision [--dry-run] [--push …] [--clock LOCATION]`.

Topics, subscriptions and dead-letter topics from the event catalogue, and what Pub/Sub's own account must be allowed of
them; with --clock, Cloud Scheduler's job that publishes the minute; indexes and ends of life from what the entities
declare. Says what it does, runs again harmlessly, and does the same to Google's emulators, as far as they go.
"""

import argparse
import asyncio
import sys
from collections.abc import Sequence

from google.api_core.exceptions import GoogleAPICallError

from deploy import provision_access, provision_clock, provision_firestore, provision_pubsub
from libs.common.errors import Misconfigured, Unavailable
from libs.common.settings import Settings


def main(arguments: Sequence[str] | None = None) -> int:
    """One part after the other. Gives the exit code: 0 done, 2 misconfigured or nobody answers."""
    parser = argparse.ArgumentParser(
        prog="python -m deploy.provision",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[provision_pubsub.options()],
    )
    parser.add_argument(
        "--clock", metavar="LOCATION", help="have Cloud Scheduler publish each minute from here, such as europe-west1"
    )
    given = parser.parse_args(arguments)
    try:
        settings = Settings.load()
        _refuse_half_emulated(settings)
        return asyncio.run(_all(settings, given))
    except (Misconfigured, Unavailable, GoogleAPICallError) as error:
        print(" ".join(str(error).split()), file=sys.stderr)  # noqa: T201 - the one line a person reads
        return 2


async def _all(settings: Settings, given: argparse.Namespace) -> int:
    push, dry_run = provision_pubsub.push_of(given), given.dry_run
    code = await provision_pubsub.run(settings, push, dry_run=dry_run)
    code = code or await provision_access.run(settings, push, dry_run=dry_run)
    if given.clock:
        code = code or await provision_clock.run(settings, given.clock, dry_run=dry_run)
    return code or await provision_firestore.run(settings, dry_run=dry_run)


def _refuse_half_emulated(settings: Settings) -> None:
    """Whoever names one emulator means to leave the cloud alone."""
    hosts = {
        "PUBSUB_EMULATOR_HOST": settings.pubsub_emulator_host,
        "FIRESTORE_EMULATOR_HOST": settings.firestore_emulator_host,
    }
    missing = [name for name, host in hosts.items() if not host]
    if len(missing) == 1:
        [named] = hosts.keys() - missing
        raise Misconfigured(
            f"{named} is set and {missing[0]} is not: set both for the emulators, neither for the cloud."
        )


if __name__ == "__main__":
    sys.exit(main())
