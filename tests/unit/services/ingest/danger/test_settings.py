"""The owner's own words of danger, and whom they name to call."""

from typing import Any

import pytest

from libs.common.entities import DangerWords
from libs.common.events import ReplyRequested, SettingsChanged
from libs.common.service import Outcome
from services.ingest import handlers
from tests.unit.services.ingest.desk import NOON, OWNER, Desk, told


async def change(desk: Desk, **values: Any) -> Outcome:
    edited_from = values.pop("edited_from", None)
    event = SettingsChanged(user_id=OWNER, section="conversations", values=values, edited_from=edited_from)
    outcome = await desk.handles(handlers_settings(desk), desk.arrived(event))
    assert isinstance(outcome, Outcome)
    return outcome


def handlers_settings(desk: Desk) -> Any:
    return lambda event, tx, now: handlers.settings(event, tx, now, desk.watch)


async def test_the_owners_own_words_count_at_once(desk: Desk) -> None:
    """Beside those that are known, and with whom they name to call."""
    assert (await desk.writes("the brace is stuck")).code == "opened"
    changed = await change(desk, words=["  Brace   is stuck", "brace is stuck"], contact="Dr. Roth, +49 171 1")
    assert changed.code == "applied"
    outcome = await desk.writes("Help, the brace is stuck")
    assert outcome.code == "danger"
    assert "Dr. Roth, +49 171 1" in told(outcome)[0]
    stored = await desk.reader.get(DangerWords, OWNER)
    assert stored is not None
    assert stored.words == ("Brace is stuck", "brace is stuck")


async def test_the_owner_may_switch_it_off(desk: Desk) -> None:
    await change(desk, enabled=False)
    outcome = await desk.writes("chest pain")
    assert [event for event in outcome.publish if isinstance(event, ReplyRequested)]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"words": "chest"}, "words"),
        ({"words": ["ab"]}, "words"),
        ({"words": ["x" * 81]}, "words"),
        ({"words": ["abc"] * 101}, "words"),
        ({"enabled": "yes"}, "enabled"),
        ({"contact": "x" * 201}, "contact"),
        ({"quiet": 3}, "quiet"),
    ],
)
async def test_what_cannot_be_set_says_why(desk: Desk, values: dict[str, Any], field: str) -> None:
    outcome = await change(desk, **values)
    assert outcome.code == "refused"
    assert outcome.answer is not None
    assert [error["field"] for error in outcome.answer["errors"]] == [field]
    assert await desk.reader.get(DangerWords, OWNER) is None


async def test_a_stale_edit_is_refused(desk: Desk) -> None:
    await change(desk, enabled=False)
    assert (await change(desk, enabled=True, edited_from=NOON.replace(year=2020))).code == "stale"
