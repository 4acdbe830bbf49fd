"""Who a customer is, from what the webhook names them by."""

from typing import Any

import pytest

from libs.common.entities import Participant
from services.ingest.identity import Nameless, aliases, identify, written_down
from tests.unit.services.ingest.desk import ANA, NOON, NUMBER, OWNER, written


def kinds(**fields: Any) -> list[tuple[str, str]]:
    return [(alias.kind, alias.value) for alias in aliases(written("Hello", **fields))]


def test_every_name_the_webhook_gives_is_an_alias_the_most_lasting_first() -> None:
    assert kinds(user_scoped_id="DE.1", parent_scoped_id="DE.ENT.1") == [
        ("user", "DE.1"),
        ("parent", "DE.ENT.1"),
        ("phone", ANA),
    ]


def test_a_phone_is_the_same_with_and_without_its_plus() -> None:
    assert kinds(phone=f"+{ANA}") == kinds(phone=ANA)


def test_a_sender_without_other_names_is_read_by_its_looks() -> None:
    assert kinds(phone=None) == [("phone", ANA)]
    assert kinds(sender="DE.1") == [("user", "DE.1")]


def test_a_message_from_nobody_is_a_failure_that_names_it() -> None:
    with pytest.raises(Nameless, match="wamid"):
        aliases(written("Hello", sender=" "))


def test_an_alias_id_names_owner_number_and_kind_and_holds_no_slash() -> None:
    (alias,) = aliases(written("Hello", sender="DE/1%2F"))
    assert alias.id == f"{OWNER}:{NUMBER}:user:DE%2F1%252F"


def test_a_new_customers_ids_are_made_from_the_first_alias_alone() -> None:
    """The same on every machine, and other ones for another number or owner."""
    event = written("Hello")
    named = aliases(event)
    assert identify(named, [None]) == identify(named, [None])
    others = [event.changed(phone_number_id="2"), event.changed(user_id="law"), event.changed(phone="491")]
    ids = {identify(aliases(other), [None]).conversation_id for other in (event, *others)}
    assert len(ids) == 4


def test_a_known_alias_makes_the_others_known() -> None:
    named = aliases(written("Hello", user_scoped_id="DE.1"))
    ana = Participant(
        alias_id=named[1].id,
        user_id=OWNER,
        participant_key="clinic:ana",
        conversation_id="clinic:c",
        created_at=NOON,
    )
    customer = identify(named, [None, ana])
    assert (customer.known, customer.participant_key) == (True, "clinic:ana")
    (row,) = written_down(customer, NOON)
    assert (row.alias_id, row.conversation_id) == (named[0].id, "clinic:c")


def test_aliases_of_two_customers_stay_theirs() -> None:
    named = aliases(written("Hello", user_scoped_id="DE.1"))
    rows = [
        Participant(alias_id=alias.id, user_id=OWNER, participant_key=key, conversation_id=key, created_at=NOON)
        for alias, key in zip(named, ("clinic:ben", "clinic:ana"), strict=True)
    ]
    customer = identify(named, rows)
    assert customer.participant_key == "clinic:ben"
    assert list(written_down(customer, NOON)) == []
