"""The calls that a turn waits for are told from those that nobody waits for."""

from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from deploy.emulators import PUBSUB, Emulator
from libs.common.errors import Misconfigured
from tests.bench import emulated
from tests.bench.calls import Call
from tests.bench.counting import Who
from tests.bench.graph import Graph
from tests.bench.messages import Desk
from tests.bench.parts import HOP, PATH, seen
from tests.bench.place import Place
from tests.bench.report import Section, table
from tests.fakes.graph import BusinessNumber

INGEST, RESPONDER, GATEWAY = PATH


def call(who: Who, event: str, kind: str, began: float, ended: float, **published: str) -> Call:
    return Call(who, event, kind, began, ended, {name.replace("_", "."): id_ for name, id_ in published.items()})


TURN = [
    call(INGEST, "m", "read", 0.0, 1.0),
    call(INGEST, "m", "read", 0.5, 1.2),  # at once with the first
    call(INGEST, "m", "commit", 2.0, 3.0),
    call(INGEST, "m", "publish", 3.0, 4.0, reply_requested="q"),
    call(("gateway", "message.received"), "m", "read", 0.0, 9.0),  # nobody waits for the read mark
    call(RESPONDER, "q", "model", 10.0, 20.0),
    call(RESPONDER, "q", "publish", 20.5, 21.0, reply_ready="a"),
    call(GATEWAY, "another", "commit", 21.0, 22.0),
    call(GATEWAY, "a", "read", 30.0, 31.0),
    call(GATEWAY, "a", "commit", 31.0, 32.0),
    call(GATEWAY, "a", "commit", 50.0, 51.0),  # once it was sent
    call(("ingest", "reply.ready"), "a", "commit", 30.0, 31.0),
]


def test_only_what_the_answer_waits_for_is_counted():
    assert seen(TURN).waited_for == {HOP: 3, "read": 2, "commit": 2, "model": 1}


def test_what_a_service_does_between_its_calls_is_its_own():
    assert seen(TURN).between == pytest.approx({"ingest": 800, "responder": 500, "gateway": 0})


async def test_where_there_is_no_emulator_the_section_says_why(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    def none(_: Emulator) -> AbstractContextManager[str]:
        raise Misconfigured("There is no Java.")

    async def measured(_: Place, hosts: dict[str, str]) -> Section:
        raise AssertionError(hosts)

    monkeypatch.setattr(emulated, "WAYS", (none,))
    told: list[str] = []

    def say(text: str) -> None:
        told.append(text)

    place = Place(tmp_path, tmp_path, Desk(BusinessNumber("1", "token", "+1", "Smile", "2"), ""), Graph(), say)
    made = await emulated.section(place, "events", "plain", (PUBSUB,), measured)
    assert table([made]).splitlines()[-1] == "  skipped: There is no Java."
    assert told == ["events: skipped. There is no Java."]
