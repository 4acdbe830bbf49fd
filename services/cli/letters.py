"""`frontdesk dead-letters`: what could not be handled, and trying it once more."""

from libs.common.entities import DeadLetter
from services.cli.house import House
from services.cli.shown import Shown, cursor_of, listing, stored
from services.gateway.replaying import NoSuchDeadLetter, dead_letters, replay

PAGE = 200
REPLAY_SECONDS = 60.0
"""Five attempts take about half a minute."""
COLUMNS = {
    "GIVEN UP": "givenUpAt",
    "SERVICE": "service",
    "EVENT": "topic",
    "ERROR": "error",
    "REPLAYS": "replays",
    "ID": "deadLetterId",
}


async def show_all(house: House, *, owner: str | None, after: str | None) -> Shown:
    """One owner's, or everybody's."""
    if owner is not None:
        await house.owner(owner)
    page = await dead_letters(house.parts, owner, limit=PAGE, after=cursor_of(after))
    return listing([stored(row) for row in page.items], COLUMNS, empty="Everything was handled.", after=page.next)


async def replay_one(house: House, *, dead_letter: str) -> Shown:
    """Try it again, and wait for what comes of it."""
    letter = await house.parts.store.system().get(DeadLetter, dead_letter)
    if letter is None:
        raise NoSuchDeadLetter(dead_letter_id=dead_letter)
    event_id = await replay(house.parts, dead_letter)
    receipt = await house.receipt(letter.service, event_id, seconds=REPLAY_SECONDS)
    data = {"deadLetterId": dead_letter, "service": letter.service, "topic": letter.topic, "code": receipt.code}
    return Shown(f"Handled by {letter.service}: {receipt.code}", data)
