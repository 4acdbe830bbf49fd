"""`frontdesk`, which is also `python -m services`: the command, and with `run` all five services in one process."""

import sys

from services.cli.command import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
