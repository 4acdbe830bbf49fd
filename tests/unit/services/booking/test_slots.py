"""Booking by slot, as a customer meets it."""

from datetime import timedelta

import pytest

from tests.unit.services.booking.practice import MONDAY, Practice, titles

TUESDAY = MONDAY + timedelta(days=1)
SATURDAY = MONDAY + timedelta(days=5)


def test_a_free_wish_is_held_until_the_customer_says_yes(practice: Practice) -> None:
    """The draft holds its place for ten minutes, and the reply asks."""
    ana = practice.customer("ana")
    reply = ana.does("book", date=TUESDAY, time="10:00")
    (draft,) = ana.bookings
    assert draft.status == "draft"
    assert draft.held_until == practice.now + timedelta(minutes=10)
    assert draft.starts_at is not None
    assert draft.starts_at.isoformat() == "2026-06-16T08:00:00+00:00"
    assert "Tuesday 16 June at 10:00 is free" in reply.text
    assert [choice.title for choice in reply.choices] == ["Yes, book it", "Other times", "No, thanks"]
    assert (reply.author, reply.turn, reply.answers) == ("booking", 1, ("entry1",))
    assert (reply.asks, reply.asks_about) == ("confirm", draft.booking_id)


def test_a_yes_asks_the_practice(practice: Practice) -> None:
    """The request waits for staff; nobody is told they are booked."""
    ana = practice.customer("ana")
    reply = ana.taps(ana.does("book", date=TUESDAY, time="10:00"), "Yes, book it")
    (booking,) = ana.bookings
    assert (booking.status, booking.held_until, booking.actor) == ("pending", None, "customer")
    assert "as soon as it is confirmed" in reply.text
    assert [(update.was, update.status) for update in practice.updates] == [("draft", "pending")]


def test_a_second_yes_changes_nothing(practice: Practice) -> None:
    ana = practice.customer("ana")
    asked = ana.does("book", date=TUESDAY, time="10:00")
    ana.taps(asked, "Yes, book it")
    assert "already asked" in ana.taps(asked, "Yes, book it").text
    assert [one.status for one in ana.bookings] == ["pending"]


def test_a_no_gives_the_place_back(practice: Practice) -> None:
    ana, ben = practice.customer("ana"), practice.customer("ben")
    reply = ana.taps(ana.does("book", date=TUESDAY, time="10:00"), "No, thanks")
    assert "let it go" in reply.text
    assert [one.status for one in ana.bookings] == ["cancelled"]
    assert "is free" in ben.does("book", date=TUESDAY, time="10:00").text


def test_a_yes_after_the_no_is_a_new_draft(practice: Practice) -> None:
    """They changed their mind back."""
    ana = practice.customer("ana")
    asked = ana.does("book", date=TUESDAY, time="10:00")
    ana.taps(asked, "No, thanks")
    assert "is free" in ana.taps(asked, "Yes, book it").text
    assert [one.status for one in ana.bookings] == ["cancelled", "draft"]


def test_a_taken_wish_gets_the_nearest_free_ones(practice: Practice) -> None:
    """A draft counts as taken too."""
    ana, ben = practice.customer("ana"), practice.customer("ben")
    ana.does("book", date=TUESDAY, time="10:00")
    reply = ben.does("book", date=TUESDAY, time="10:00")
    assert reply.text == "Tuesday 16 June at 10:00 is already taken. These times are free:"
    assert ben.bookings == []
    assert titles(reply)[:3] == ["Tue 16 Jun, 09:00", "Tue 16 Jun, 09:30", "Tue 16 Jun, 10:30"]
    assert len(reply.rows) == 9
    assert "is free" in ben.taps(reply, "Tue 16 Jun, 10:30").text


@pytest.mark.parametrize(
    ("wish", "why"),
    [
        ({"date": SATURDAY, "time": "10:00"}, "We are closed on Saturday 20 June."),
        ({"date": TUESDAY, "time": "20:00"}, "We take no bookings at that time: Tuesday 16 June at 20:00."),
        ({"date": TUESDAY, "time": "13:00"}, "We take no bookings at that time: Tuesday 16 June at 13:00."),
        ({"date": TUESDAY, "time": "10:10"}, "No appointment begins at that time: Tuesday 16 June at 10:10."),
        ({"date": MONDAY - timedelta(days=1), "time": "10:00"}, "Sunday 14 June at 10:00 has already gone by."),
        ({"date": MONDAY, "time": "07:30"}, "Monday 15 June at 07:30 has already gone by."),
        ({"date": SATURDAY}, "We are closed on Saturday 20 June."),
        ({"date": MONDAY - timedelta(days=3)}, "Friday 12 June has already gone by."),
    ],
)
def test_a_wish_that_cannot_be_had_is_refused_in_words_with_what_is_free(
    practice: Practice, wish: dict[str, object], why: str
) -> None:
    practice.sets(days=[{"dayName": "tuesday", "breakStart": "13:00", "breakEnd": "14:00"}])
    reply = practice.customer("ana").does("book", **wish)
    assert reply.text == f"{why} These times are free:"
    assert 1 <= len(reply.rows) <= 10
    assert practice.bookings == []


def test_a_wish_in_ten_years_is_too_far_ahead(practice: Practice) -> None:
    reply = practice.customer("ana").does("book", date=MONDAY.replace(year=9999), time="10:00")
    assert "too far ahead" in reply.text


def test_a_time_that_is_none_is_not_read(practice: Practice) -> None:
    assert "14:30" in practice.customer("ana").does("book", date=TUESDAY, time="25:99").text


def test_a_date_alone_lists_its_free_times_and_leads_on(practice: Practice) -> None:
    """Nine places, and a tenth row for later ones; the last list leads to the next days."""
    ana = practice.customer("ana")
    first = ana.does("book", date=TUESDAY)
    assert titles(first) == [f"Tue 16 Jun, {hour}" for hour in (
        "09:00", "09:30", "10:00", "10:30", "11:00", "11:30", "12:00", "12:30", "13:00")] + ["Later times"]  # fmt: skip
    assert (first.button, first.asks) == ("See times", "time")
    second = ana.taps(first, "Later times")
    assert titles(second)[0] == "Tue 16 Jun, 13:30"
    assert titles(second)[-1] == "Other days"
    assert titles(ana.taps(second, "Other days"))[0] == "Wed 17 Jun, 09:00"


def test_a_part_of_a_day_or_a_range_narrows_the_list(practice: Practice) -> None:
    ana = practice.customer("ana")
    assert titles(ana.does("show", date=TUESDAY, part="afternoon"))[0] == "Tue 16 Jun, 12:00"
    ranged = ana.does("book", date=TUESDAY, time="14:00", until="15:00")
    assert titles(ranged) == ["Tue 16 Jun, 14:00", "Tue 16 Jun, 14:30", "Other days"]


def test_the_earliest_is_today_once_it_is_still_ahead(practice: Practice) -> None:
    practice.passes(hours=7, minutes=45)  # 15:45 in Berlin
    reply = practice.customer("ana").does("book", earliest=True)
    assert titles(reply)[:3] == ["Mon 15 Jun, 16:00", "Mon 15 Jun, 16:30", "Tue 16 Jun, 09:00"]


def test_a_time_without_a_date_is_looked_for_on_every_day(practice: Practice) -> None:
    reply = practice.customer("ana").does("book", time="10:00")
    assert titles(reply)[:3] == ["Mon 15 Jun, 10:00", "Tue 16 Jun, 10:00", "Wed 17 Jun, 10:00"]


def test_a_full_day_says_so_and_offers_the_next(practice: Practice) -> None:
    practice.sets(slotDuration=240)
    for number, time in enumerate(("09:00", "13:00")):
        practice.customer(f"guest{number}").has_asked_for(TUESDAY, time)
    reply = practice.customer("ana").does("book", date=TUESDAY)
    assert reply.text == "Nothing is free on Tuesday 16 June. These times are free:"
    assert titles(reply)[0] == "Wed 17 Jun, 09:00"


def test_where_the_desk_allocates_the_earliest_place_is_given(practice: Practice) -> None:
    """A day, a part of one, or nothing at all is enough to be given a place."""
    practice.sets(dynamicAllocation=True)
    assert "Monday 15 June at 09:00 is free" in practice.customer("ana").does("book").text
    assert (
        "Tuesday 16 June at 12:00 is free" in practice.customer("ben").does("book", date=TUESDAY, part="afternoon").text
    )
    assert "already taken" in practice.customer("cem").does("book", date=MONDAY, time="09:00").text


def test_a_new_draft_takes_the_older_ones_stead(practice: Practice) -> None:
    ana, ben = practice.customer("ana"), practice.customer("ben")
    old = ana.does("book", date=TUESDAY, time="10:00")
    ana.does("book", date=TUESDAY, time="11:00")
    assert [one.status for one in ana.bookings] == ["expired", "draft"]
    assert "is free" in ben.does("book", date=TUESDAY, time="10:00").text
    assert "already taken" in ana.taps(old, "Yes, book it").text


def test_a_customer_has_three_open_requests_at_most(practice: Practice) -> None:
    ana = practice.customer("ana")
    for time in ("10:00", "10:30", "11:00"):
        ana.has_asked_for(TUESDAY, time)
    assert "3 requests" in ana.does("book", date=TUESDAY, time="12:00").text
    practice.staff("confirm", ana.bookings[0])
    assert "is free" in ana.does("book", date=TUESDAY, time="12:00").text


def test_no_bookings_are_taken_where_they_are_switched_off(practice: Practice) -> None:
    practice.sets(enabled=False)
    assert practice.customer("ana").does("book", date=TUESDAY, time="10:00").text.startswith("We are not taking")
    practice.sets(enabled=True, days=[{"dayName": day, "enabled": False} for day in
        ("monday", "tuesday", "wednesday", "thursday", "friday")])  # fmt: skip
    assert practice.customer("ana").does("show").text.startswith("We are not taking")


def test_two_weeks_without_a_place_say_so_and_lead_on(practice: Practice) -> None:
    practice.sets(slotDuration=480, days=[{"dayName": day, "enabled": False} for day in
        ("tuesday", "wednesday", "thursday", "friday")])  # fmt: skip
    practice.customer("ana").has_asked_for(MONDAY, "09:00")
    practice.customer("ben").has_asked_for(MONDAY + timedelta(days=7), "09:00")
    reply = practice.customer("cem").does("show")
    assert reply.text == "Nothing is free in the two weeks from Monday 15 June."
    assert titles(practice.customer("cem").taps(reply, "Other days"))[0] == "Mon 29 Jun, 09:00"
