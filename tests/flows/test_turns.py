"""Scenes with people: in by the webhook, out at the Graph API."""

from tests.flows.house import House

PRICES = b"""# Price list

## Dental cleaning
A professional cleaning costs 85 euros and takes about 45 minutes.

## Whitening
Teeth whitening costs 240 euros.

# Parking
Guests park free of charge in the yard behind the any_house.
"""


async def test_a_greeting_is_answered_in_the_business_name(any_house: House) -> None:
    ana = any_house.graph.customer("Ana")
    await ana.writes("Hello!")
    assert "Smile Dental" in await ana.reads_next()


async def test_a_question_is_answered_from_a_document_with_its_source(any_house: House) -> None:
    """Asked in the owner's language or another."""
    assert (await any_house.uploads("prices.md", PRICES)).code != "dead_letter"
    ana, ben = any_house.graph.customer("Ana"), any_house.graph.customer("Ben")
    await ana.writes("How much is a dental cleaning?")
    answer = await ana.reads_next()
    assert "85 euros" in answer
    assert "prices.md" in answer
    await ben.writes("¿Cuánto cuesta el blanqueamiento dental?")
    assert "240 euros" in await ben.reads_next()


async def test_what_the_documents_do_not_say_is_not_made_up(any_house: House) -> None:
    """It says so, offers a person, and a tap gives the conversation to one."""
    await any_house.uploads("prices.md", PRICES)
    ana = any_house.graph.customer("Ana")
    await ana.writes("Do you sell motorcycle insurance for my brother?")
    assert "don't know" in await ana.reads_next()
    await ana.taps("Ask the team")
    assert "team" in await ana.reads_next()
    await any_house.until_held_by("staff")


async def test_a_customer_books_and_staff_confirm(any_house: House) -> None:
    """One turn through the services, then the owner's yes."""
    ana = any_house.graph.customer("Ana")
    await ana.writes("Can I come tomorrow at 10?")
    assert "10:00" in await ana.reads_next()
    await ana.taps("Yes, book it")
    await ana.reads_next()
    (booking,) = await any_house.bookings()
    assert (booking.status, booking.time_slot, booking.name) == ("pending", "10:00", "Ana")
    assert (await any_house.staff.confirms(booking, note="Bring your reports")).code not in ("dead_letter", "refused")
    assert "Bring your reports" in await ana.reads_next()
    (booking,) = await any_house.bookings()
    assert (booking.status, booking.confirmed_by) == ("confirmed", "rosa")


async def test_two_customers_never_get_the_same_place(any_house: House) -> None:
    """The second is offered what is near."""
    ana, ben = any_house.graph.customer("Ana"), any_house.graph.customer("Ben")
    await ana.writes("I'd like an appointment tomorrow at 11:00")
    await ana.reads_next()
    await ben.writes("I'd like an appointment tomorrow at 11:00")
    offer = await ben.reads_next_message()
    assert offer.choices
    assert [booking.time_slot for booking in await any_house.bookings()] == ["11:00"]


async def test_a_customer_cancels_their_own_booking(any_house: House) -> None:
    ana = any_house.graph.customer("Ana")
    await ana.writes("Can I come tomorrow at 10?")
    await ana.reads_next()
    await ana.taps("Yes, book it")
    await ana.reads_next()
    await ana.writes("Sorry, I have to cancel my appointment")
    await ana.reads_next()
    assert [booking.status for booking in await any_house.bookings()] == ["cancelled"]


async def test_free_times_come_as_a_list_and_a_row_books(any_house: House) -> None:
    ana = any_house.graph.customer("Ana")
    await ana.writes("What times are free tomorrow?")
    offer = await ana.reads_next_message()
    await ana.taps(offer.choices[1].title)
    await ana.reads_next()
    await ana.taps("Yes, book it")
    await ana.reads_next()
    (booking,) = await any_house.bookings()
    assert (booking.status, booking.time_slot) == ("pending", "09:30")


async def test_a_bare_time_answers_the_question_it_was_asked(any_house: House) -> None:
    """ "At 3 pm" alone means the day that was talked about."""
    ana = any_house.graph.customer("Ana")
    await ana.writes("What times are free the day after tomorrow?")
    await ana.reads_next()
    await ana.writes("at 3 pm please")
    assert "15:00" in await ana.reads_next()


async def test_who_said_stop_is_left_alone_until_start(any_house: House) -> None:
    ana = any_house.graph.customer("Ana")
    await ana.writes("STOP")
    assert "START" in await ana.reads_next()
    await ana.writes("Hello?")
    await ana.writes("START")
    assert "Welcome back" in await ana.reads_next()
    assert ana.unread == []


async def test_several_short_messages_get_answers_and_none_is_lost(any_house: House) -> None:
    """However they fall into turns, every entry is answered at the end."""
    await any_house.uploads("prices.md", PRICES)
    ana = any_house.graph.customer("Ana")
    for text in ("Hi", "how much is whitening?", "and where can I park?"):
        await ana.writes(text)
    said = ""
    while "240 euros" not in said or "yard" not in said:
        said += await ana.reads_next()


async def test_a_question_beside_a_wish_gets_both_answers(any_house: House) -> None:
    """From the documents and from the calendar, however they overtake each other."""
    await any_house.uploads("prices.md", PRICES)
    ana = any_house.graph.customer("Ana")
    await ana.writes("Can I come tomorrow at 10? And where can I park?")
    said = await ana.reads_next() + await ana.reads_next()
    assert "yard" in said
    assert "10:00" in said
