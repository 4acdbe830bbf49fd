"""Which changes of a booking's status are legal, who may make each, and whether its customer is told."""

from typing import Literal, NamedTuple

from libs.common.events.booking import BookingStatus

Who = Literal["customer", "staff", "desk"]


class Change(NamedTuple):
    """From one status to another. `was` None: the booking is just made."""

    was: BookingStatus | None
    status: BookingStatus


class Rule(NamedTuple):
    """Who may make a change, and whether its customer hears of it. `undoes`: only by taking back the press that made
    the status before."""

    by: frozenset[Who]
    told: bool = True
    undoes: bool = False


def _rule(*by: Who, told: bool = True, undoes: bool = False) -> Rule:
    return Rule(frozenset(by), told, undoes)


LEGAL: dict[Change, Rule] = {
    Change(None, "draft"): _rule("customer"),
    Change(None, "pending"): _rule("customer"),  # a token is given without a draft
    Change(None, "confirmed"): _rule("staff"),  # booked by hand
    Change(None, "waiting"): _rule("customer"),
    Change("draft", "pending"): _rule("customer"),
    Change("draft", "cancelled"): _rule("customer", "staff"),
    Change("draft", "expired"): _rule("desk"),  # its hold ran out, or a newer draft took its stead
    Change("pending", "confirmed"): _rule("staff"),
    Change("pending", "declined"): _rule("staff"),
    Change("pending", "cancelled"): _rule("customer", "staff"),
    Change("pending", "completed"): _rule("staff"),  # a token that was served without being confirmed first
    Change("pending", "no_show"): _rule("staff"),
    Change("pending", "expired"): _rule("desk"),  # its time came and nobody had confirmed it
    Change("confirmed", "pending"): _rule("customer"),  # moved: it wants confirming again
    Change("confirmed", "cancelled"): _rule("customer", "staff"),
    Change("confirmed", "completed"): _rule("staff"),
    Change("confirmed", "no_show"): _rule("staff"),
    Change("completed", "confirmed"): _rule("staff", told=False, undoes=True),  # still in the room, and knows it
    Change("no_show", "confirmed"): _rule("staff", undoes=True),
    Change("expired", "pending"): _rule("customer"),  # a draft answered late, its place taken again
    Change("waiting", "offered"): _rule("desk"),
    Change("waiting", "cancelled"): _rule("customer", "staff"),
    Change("waiting", "expired"): _rule("desk"),
    Change("offered", "pending"): _rule("customer"),
    Change("offered", "cancelled"): _rule("customer", "staff"),
    Change("offered", "expired"): _rule("desk"),
}

LIVE: tuple[BookingStatus, ...] = ("draft", "pending", "confirmed", "waiting", "offered")
"""Not yet settled: what a customer may still see, move or cancel."""

HOLDING: frozenset[BookingStatus] = frozenset({"draft", "offered", "pending", "confirmed", "completed"})
"""Statuses whose booking keeps its place in the ledger; a visit that took place used its own up."""


def may(was: BookingStatus | None, status: BookingStatus, by: Who, *, undoing: bool = False) -> bool:
    """Whether this actor may make this change; `undoing`: by taking back the one before."""
    rule = LEGAL.get(Change(was, status))
    return rule is not None and by in rule.by and rule.undoes == undoing


def is_told(was: BookingStatus | None, status: BookingStatus) -> bool:
    """Whether the customer hears of this change."""
    rule = LEGAL.get(Change(was, status))
    return rule is not None and rule.told
