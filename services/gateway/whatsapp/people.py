"""Who wrote: the identities that a webhook gives beside a message, in whichever of its two places they stand."""

from collections.abc import Sequence
from typing import NamedTuple

from services.gateway.whatsapp.untrusted import Json, named, obj


class Person(NamedTuple):
    """A customer as one webhook names them. Since April 2026 the business-scoped user id may come without a phone."""

    phone: str = ""
    user_scoped_id: str = ""
    parent_scoped_id: str = ""
    username: str = ""
    profile_name: str = ""

    @property
    def sender(self) -> str:
        return self.phone or self.user_scoped_id


def author_of(message: Json, contacts: Sequence[Json]) -> Person:
    """Who sent a message. What changed an identity names the person in `system` alone."""
    phone, user_scoped_id = named(message, "from"), named(message, "from_user_id")
    parent_scoped_id = named(message, "from_parent_user_id")
    if system := obj(message, "system"):
        phone = phone or named(system, "wa_id")
        user_scoped_id = user_scoped_id or named(system, "user_id")
        parent_scoped_id = parent_scoped_id or named(system, "parent_user_id")
    return _known(phone, user_scoped_id, parent_scoped_id, contacts)


def counterpart_of(item: Json, business_phone: str, contacts: Sequence[Json]) -> Person:
    """The customer of an echo or a call, whichever side they are on: the one that is not the business."""
    to, user_scoped_id = named(item, "to"), named(item, "to_user_id")
    inward = not user_scoped_id and (not to or to == business_phone)
    if inward:
        return _known(named(item, "from"), named(item, "from_user_id"), "", contacts)
    return _known(to, user_scoped_id, named(item, "to_parent_user_id"), contacts)


def _known(phone: str, user_scoped_id: str, parent_scoped_id: str, contacts: Sequence[Json]) -> Person:
    contact = _contact(phone, user_scoped_id, contacts)
    profile = obj(contact, "profile")
    return Person(
        phone,
        user_scoped_id or named(contact, "user_id"),
        parent_scoped_id or named(contact, "parent_user_id"),
        (named(profile, "username") or named(contact, "username")).removeprefix("@"),
        named(profile, "name"),
    )


def _contact(phone: str, user_scoped_id: str, contacts: Sequence[Json]) -> Json:
    """The contact beside a message. The only one is its author's, even where its `wa_id` is written differently (the
    ninth digit in Brazil), unless it names somebody else's user id."""
    for contact in contacts:
        if (phone and contact.get("wa_id") == phone) or (user_scoped_id and contact.get("user_id") == user_scoped_id):
            return contact
    if len(contacts) != 1 or (user_scoped_id and contacts[0].get("user_id")):
        return {}
    return contacts[0]
