"""One program as a process of its own: its lines told under its name, its end waited for, its whole group ended."""

import asyncio
import os
import signal
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress

STOP_SECONDS = 12.0
"""Between SIGTERM and SIGKILL. A service lets go of its work within 10 s."""
LINE_BYTES_MAX = 4 * 1024 * 1024
"""The longest line that is told whole; a traceback on one line has some 100 kB."""

# As for the emulators, the end of this process is the end of the pipe on descriptor 3, and of the child. Unlike them, a
# child may take its time after SIGTERM, which reaches the whole group: then the shell goes on waiting for it.
WATCHED = (
    'trap : TERM; exec 3<&0; "$@" 3<&- </dev/null & child=$!; '
    '(cat <&3; kill -KILL "$child") >/dev/null 2>&1 & watch=$!; '
    'wait "$child"; status=$?; '
    'while kill -0 "$child" 2>/dev/null; do wait "$child"; status=$?; done; '
    'kill "$watch" 2>/dev/null; exit "$status"'
)

Say = Callable[[str, str], None]
"""Tell a line, and whose it is."""


class Child:
    """A program that can be started again after it has ended. Dies with this process, however that dies."""

    def __init__(self, name: str, command: Sequence[str], environment: Mapping[str, str], say: Say) -> None:
        self.name = name
        self._command = command
        self._environment = environment
        self._say = say
        self._process: asyncio.subprocess.Process | None = None
        self._telling: asyncio.Task[None] | None = None
        self._life: int | None = None  # our end of the pipe that it watches

    @property
    def running(self) -> bool:
        """Whether it has been started and has not ended."""
        return self._process is not None and self._process.returncode is None

    async def start(self) -> None:
        """Start it in a session of its own, so that a Ctrl-C in the terminal is ours to pass on.

        The pipes are ours: asyncio waits for the end of its own before it believes that a process has ended, and what
        the process began may hold them open.
        """
        ours, its = os.pipe()
        its_life, self._life = os.pipe()
        try:
            self._process = await asyncio.create_subprocess_exec(
                *("/bin/sh", "-c", WATCHED, self.name, *self._command),
                env=self._environment,
                stdin=its_life,
                stdout=its,
                stderr=its,
                start_new_session=True,
            )
        finally:
            os.close(its)
            os.close(its_life)
        self._telling = asyncio.create_task(self._tell(ours))

    async def _tell(self, pipe: int) -> None:
        lines = asyncio.StreamReader(limit=LINE_BYTES_MAX)
        transport, _ = await asyncio.get_running_loop().connect_read_pipe(
            lambda: asyncio.StreamReaderProtocol(lines), os.fdopen(pipe, "rb", buffering=0)
        )
        try:
            while line := await _next(lines):
                self._say(self.name, line.decode(errors="replace").rstrip())
        finally:
            transport.close()

    async def ended(self) -> int:
        """Wait until it has ended and all that it said is told; gives its exit code, 128 and the signal if killed."""
        if self._process is None:
            raise RuntimeError(f"{self.name} was not started")
        code = await self._process.wait()
        self._signal(signal.SIGKILL)  # whatever it left behind
        if self._telling is not None:
            await self._telling
        if self._life is not None:
            os.close(self._life)
            self._life = None
        return code if code >= 0 else 128 - code

    async def stop(self, seconds: float = STOP_SECONDS) -> None:
        """Ask it to end, and end it when it does not."""
        if not self.running:
            return
        self._signal(signal.SIGTERM)
        with suppress(TimeoutError):
            await asyncio.wait_for(self.ended(), seconds)
            return
        self._signal(signal.SIGKILL)
        await self.ended()

    def _signal(self, number: signal.Signals) -> None:
        if self._process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, number)


async def _next(lines: asyncio.StreamReader) -> bytes:
    """The next line, however it ends; empty when there are no more. The beginning of one past the longest is lost."""
    while True:
        with suppress(ValueError):
            return await lines.readline()
