"""Make a project ready for Frontdesk: `python -m deploy.provision [--dry-run]`.

Topics, subscriptions and dead-letter topics from the event catalogue; indexes and ends of life from what the entities
declare. Says what it does, runs again harmlessly, and does the same to Google's emulators.
"""

import argparse
import asyncio
import sys
from collections.abc import Sequence

from google.api_core.exceptions import GoogleAPICallError

from deploy import provision_firestore, provision_pubsub
from libs.common.errors import Misconfigured, Unavailable
from libs.common.settings import Settings

DONE, MISCONFIGURED = 0, 2


async def run(settings: Settings, *, dry_run: bool = False) -> int:
    """Both halves, one after the other. Raises Misconfigured, Unavailable."""
    _refuse_half_emulated(settings)
    await provision_pubsub.run(settings, dry_run=dry_run)
    return await provision_firestore.run(settings, dry_run=dry_run)


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


def main(arguments: Sequence[str] | None = None) -> int:
    """Gives the exit code: 0 done, 2 misconfigured or nobody answers."""
    parser = argparse.ArgumentParser(prog="python -m deploy.provision", description=__doc__)
    parser.add_argument("--dry-run", action="store_true", help="list what would be done, and do nothing")
    dry_run: bool = parser.parse_args(arguments).dry_run
    try:
        return asyncio.run(run(Settings.load(), dry_run=dry_run))
    except (Misconfigured, Unavailable, GoogleAPICallError) as error:
        print(" ".join(str(error).split()), file=sys.stderr)  # noqa: T201 - the one line a person reads
        return MISCONFIGURED


if __name__ == "__main__":
    sys.exit(main())
