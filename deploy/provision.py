"""Make a project ready for Frontdesk: `python -m deploy.provision [--dry-run]`.

Topics, subscriptions and dead-letter topics from the event catalogue; indexes and ends of life from what the entities
declare. Says what it does, runs again harmlessly, and does the same to Google's emulators. Which services are pushed to
instead of pulling is said as for `python -m deploy.provision_pubsub`, whose `--help` lists how.
"""

import argparse
import asyncio
import sys
from collections.abc import Sequence

from google.api_core.exceptions import GoogleAPICallError

from deploy import provision_firestore, provision_pubsub
from libs.common.errors import Misconfigured, Unavailable
from libs.common.settings import Settings


def main(arguments: Sequence[str] | None = None) -> int:
    """Both halves, one after the other. Gives the exit code: 0 done, 2 misconfigured or nobody answers."""
    parser = argparse.ArgumentParser(
        prog="python -m deploy.provision", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--dry-run", action="store_true", help="list what would be done, and do nothing")
    given, of_pubsub = parser.parse_known_args(arguments)
    try:
        settings = Settings.load()
        _refuse_half_emulated(settings)
        code = provision_pubsub.main([*of_pubsub, *(["--dry-run"] if given.dry_run else [])])
        return code or asyncio.run(provision_firestore.run(settings, dry_run=given.dry_run))
    except (Misconfigured, Unavailable, GoogleAPICallError) as error:
        print(" ".join(str(error).split()), file=sys.stderr)  # noqa: T201 - the one line a person reads
        return 2


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
