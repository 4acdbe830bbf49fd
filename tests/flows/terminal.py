"""The real `frontdesk` command, run as a person or a script runs it: a process of its own on a data folder."""

import os
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.ended import Ended

ROOT = Path(__file__).parents[2]
COMMAND = (sys.executable, "-m", "services")
PATIENCE_SECONDS = 40.0


@dataclass
class Terminal:
    """A shell in front of one data folder."""

    data: Path
    more: dict[str, str] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        """The person's, with nothing of Frontdesk in it but what the test says."""
        kept = {
            name: value for name, value in os.environ.items() if not re.match(r"FRONTDESK_|CO(HERE)?_API|PORT$", name)
        }
        ours = {"FRONTDESK_DATA": str(self.data), "FRONTDESK_PORT": "0", "FRONTDESK_QUIET_SECONDS": "0"}
        return {**kept, **ours, "PYTHONPATH": str(ROOT), **self.more}

    def run(self, *words: str, typed: str = "") -> Ended:
        """One command, to its end."""
        done = subprocess.run(
            [*COMMAND, *words],
            input=typed,
            capture_output=True,
            text=True,
            timeout=PATIENCE_SECONDS,
            env=self.environment,
            cwd=self.data.parent,
            check=False,
        )
        return Ended(done.returncode, done.stdout, done.stderr)

    def asks(self, *words: str, typed: str = "") -> Any:
        """One command that must succeed, as a program asks it."""
        ended = self.run(*words, "--json", typed=typed)
        assert ended.code == 0, ended
        return ended.data

    @contextmanager
    def server(self) -> Iterator["Server"]:
        """`frontdesk run` for as long as the block lasts."""
        process = subprocess.Popen(
            [*COMMAND, "run"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=self.environment,
            cwd=self.data.parent,
        )
        try:
            yield Server(process, self._welcome(process))
        finally:
            process.kill()
            process.communicate()

    def _welcome(self, process: subprocess.Popen[str]) -> str:
        assert process.stdout is not None
        said = ""
        while "All commands" not in said:
            line = process.stdout.readline()
            assert line, f"it ended before it was ready: {said}"
            said += line
        return said


@dataclass(frozen=True)
class Server:
    """A running `frontdesk run`, and what it said when it was ready."""

    process: subprocess.Popen[str]
    welcome: str

    @property
    def port(self) -> str:
        found = re.search(r"localhost:(\d+)", self.welcome)
        assert found is not None
        return found[1]

    def stop(self) -> int:
        """Ask it to stop, as a service manager does; gives its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(PATIENCE_SECONDS)


class Pty:
    """A terminal that somebody sits at: what is typed goes in, what is shown comes out."""

    def __init__(self, terminal: Terminal, *words: str) -> None:
        self._ours, theirs = os.openpty()
        self.shown = ""
        self.process = subprocess.Popen(
            [*COMMAND, *words], stdin=theirs, stdout=theirs, stderr=theirs, env=terminal.environment,
            cwd=terminal.data.parent,
        )  # fmt: skip
        os.close(theirs)

    def types(self, line: str) -> None:
        os.write(self._ours, f"{line}\n".encode())

    def reads(self, words: str) -> None:
        """Wait until these words have been shown since the last that were read."""
        until = time.monotonic() + PATIENCE_SECONDS
        while words not in self.shown:
            ready, _, _ = select.select([self._ours], [], [], max(0.0, until - time.monotonic()))
            assert ready, f"{words!r} was not shown: {self.shown!r}"
            self.shown += os.read(self._ours, 65_536).decode()
        self.shown = self.shown.partition(words)[2]

    def ends(self) -> int:
        """Wait for the end; gives the exit code."""
        code = self.process.wait(PATIENCE_SECONDS)
        os.close(self._ours)
        return code
