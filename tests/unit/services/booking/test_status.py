"""The table of statuses, which everything else rests on."""

from typing import get_args

import pytest

from libs.common.events.booking import BookingStatus
from services.booking.status import HOLDING, LEGAL, LIVE, is_told, may

FINAL: tuple[BookingStatus, ...] = ("declined", "cancelled", "completed", "no_show")


def test_every_status_can_be_reached() -> None:
    assert {change.status for change in LEGAL} == set(get_args(BookingStatus))


@pytest.mark.parametrize("status", FINAL)
def test_what_is_settled_stays_settled(status: BookingStatus) -> None:
    """But for a press in the queue that staff take back."""
    assert all(rule.undoes and rule.by == {"staff"} for change, rule in LEGAL.items() if change.was == status)
    assert status not in LIVE


def test_only_staff_confirm_and_only_the_desk_lets_expire() -> None:
    """Nobody else, from whatever status."""
    assert {who for change, rule in LEGAL.items() if change.status == "confirmed" for who in rule.by} == {"staff"}
    assert {who for change, rule in LEGAL.items() if change.status == "expired" for who in rule.by} == {"desk"}


def test_a_customer_may_not_confirm_and_staff_may() -> None:
    assert not may("pending", "confirmed", "customer")
    assert may("pending", "confirmed", "staff")
    assert not may("cancelled", "confirmed", "staff")


def test_a_missed_visit_is_open_again_only_by_taking_the_press_back() -> None:
    assert not may("no_show", "confirmed", "staff")
    assert may("no_show", "confirmed", "staff", undoing=True)
    assert not may("pending", "confirmed", "staff", undoing=True)


def test_every_change_is_told() -> None:
    """But to who is in the room still."""
    untold = {change for change in LEGAL if not is_told(change.was, change.status)}
    assert untold == {("completed", "confirmed")}
    assert not is_told("cancelled", "confirmed")


def test_a_place_that_was_used_stays_used() -> None:
    assert "completed" in HOLDING
    assert not {"cancelled", "declined", "expired", "no_show", "waiting"} & HOLDING
