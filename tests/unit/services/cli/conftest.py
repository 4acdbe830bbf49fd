"""The command in this process, on a data folder of the test's own."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from libs.common.logs import ROOT
from services.cli.command import main
from tests.ended import Ended

EVERY_DAY = "mon-sun 00:00-24:00"


@dataclass(frozen=True)
class Command:
    """`frontdesk`, typed in a folder."""

    folder: Path
    patch: pytest.MonkeyPatch
    captured: pytest.CaptureFixture[str]

    def __call__(self, *words: str, typed: str = "") -> Ended:
        """Run it to its end."""
        script = self.folder / "typed"
        script.write_text(typed)
        with script.open() as stdin:
            self.patch.setattr("sys.stdin", stdin)
            code = main(words)
        out, err = self.captured.readouterr()
        return Ended(code, out, err)

    def asks(self, *words: str, typed: str = "") -> Any:
        """One command that must succeed, as a program asks it."""
        ended = self(*words, "--json", typed=typed)
        assert ended.code == 0, ended
        return ended.data


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Command]:
    for name, value in {"DATA": str(tmp_path / "data"), "QUIET_SECONDS": "0"}.items():
        monkeypatch.setenv(f"FRONTDESK_{name}", value)
    monkeypatch.chdir(tmp_path)
    root, house = logging.getLogger(), logging.getLogger(ROOT)
    before = root.handlers[:], root.level, house.level
    yield Command(tmp_path, monkeypatch, capsys)
    root.handlers[:] = before[0]
    root.setLevel(before[1])
    house.setLevel(before[2])


def added(command: Command, name: str = "City Clinic") -> str:
    """A new owner's id."""
    owner: str = command.asks("owner", "add", "--name", name, "--timezone", "Europe/Berlin")["userId"]
    return owner


def booked(command: Command, owner: str) -> str:
    """Ana asks for tomorrow at ten and taps yes; gives the booking's id."""
    command.asks("schedule", "set", "--owner", owner, "--open", EVERY_DAY)
    command.asks("chat", "--owner", owner, "--as", "Ana", typed="Can I come tomorrow at 10:00?\n1\n")
    [booking] = command.asks("bookings", "list", "--owner", owner)["items"]
    assert booking["status"] == "pending"
    return str(booking["bookingId"])
