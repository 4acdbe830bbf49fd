"""Conversations are found by name and number, each once, however many there are."""

from datetime import timedelta

import pytest

from libs.common.entities import Conversation, ConversationTerm
from libs.common.finding import terms_of
from libs.common.store.port import Reader
from services.gateway.finding import found
from tests.unit.services.gateway.room import MORNING, OWNER, Room

PEOPLE = {
    "Anna Ahrens": "4915100000001",
    "Ben Ahrens": "4915100000002",
    "Zoë Keller": "447700900001",
    "Annabel Müller": "447700900449",
}


@pytest.fixture
async def reader(room: Room) -> Reader:
    """Four customers; the later in the list, the longer ago they wrote. Another owner has one of the same name."""
    for place, (name, phone) in enumerate([*PEOPLE.items(), ("Anna Ahrens", "1")]):
        owner = OWNER if place < len(PEOPLE) else "other"
        terms = terms_of(name, phone)
        row = Conversation(
            conversation_id=f"{owner}:c{place}",
            user_id=owner,
            channel="whatsapp",
            participant_key=f"{owner}:p{place}",
            created_at=MORNING,
            updated_at=MORNING - timedelta(hours=place),
            name=name,
            phone=phone,
            terms=terms,
        )
        by = [
            ConversationTerm(term_id=f"{row.key}:{term}", user_id=owner, conversation_id=row.key, term=term)
            for term in terms
        ]
        await room.house.put("ingest", owner, row, *by)
    return room.parts.store.reader(OWNER)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ahrens", ["Anna Ahrens", "Ben Ahrens"]),
        ("an", ["Anna Ahrens", "Annabel Müller"]),
        ("a", ["Anna Ahrens", "Ben Ahrens", "Annabel Müller"]),
        ("ahrens ben", ["Ben Ahrens"]),
        ("muller anna", ["Annabel Müller"]),
        ("+49 151", ["Anna Ahrens", "Ben Ahrens"]),
        ("07700 900001", ["Zoë Keller"]),
        ("449", ["Annabel Müller"]),
        ("nobody", []),
        ("!", []),
    ],
)
async def test_a_page_has_who_is_sought_the_latest_first(reader: Reader, text: str, names: list[str]) -> None:
    """Each once, also where several of their words begin so, and nobody of another business."""
    rows, more = await found(reader, text, limit=50)
    assert [row.name for row in rows] == names
    assert more is None


@pytest.mark.parametrize("text", ["a", "an", "44", "447", "+49 151", "449"])
@pytest.mark.parametrize("limit", [1, 2, 3])
async def test_pages_together_are_what_one_page_has(reader: Reader, text: str, limit: int) -> None:
    """None twice, none left out, also where a number may be meant in two ways."""
    whole, _ = await found(reader, text, limit=50)
    rows, more = await found(reader, text, limit=limit)
    while more is not None:
        following, more = await found(reader, text, limit=limit, after=more)
        rows += following
    assert sorted(row.key for row in rows) == sorted(row.key for row in whole)


async def test_a_word_that_was_given_up_meanwhile_finds_nobody(room: Room, reader: Reader) -> None:
    """A term is written a moment before or after its conversation is read."""
    zoe = next(row for row in (await found(reader, "zoe", limit=1))[0])
    await room.house.put("ingest", OWNER, zoe.changed(name="Ana", terms=terms_of("Ana", zoe.phone)))
    assert (await found(reader, "zoe", limit=50))[0] == []
