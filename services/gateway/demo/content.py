"""What the demo business is: an invented dental practice, its hours, what it tells its customers, and who is booked."""

from dataclasses import dataclass

NAME = "Bright Smile Dental (demo)"
TIMEZONE = "Europe/Berlin"

PROFILE = {
    "businessName": NAME,
    "businessType": "Dental practice",
    "contactEmail": "hello@brightsmile.example",
    "contactPhone": "+49 30 5550 1234",
    "description": "A family dental practice in the city centre: check-ups, cleaning, fillings and whitening. "
    "Dr. Maya Lindqvist and her team speak English, German and Spanish.",
}

_WEEKDAY = {"enabled": True, "startTime": "09:00", "endTime": "17:00", "breakStart": "13:00", "breakEnd": "14:00"}
_OPEN = ("monday", "tuesday", "wednesday", "thursday", "friday")

SCHEDULE = {
    "bookingType": "slot",
    "slotDuration": 30,
    "days": [
        *({"dayName": name, **_WEEKDAY} for name in _OPEN),
        {"dayName": "saturday", "enabled": True, "startTime": "10:00", "endTime": "13:00"},
        {"dayName": "sunday", "enabled": False},
    ],
}

ASSISTANT = {"model": "", "context": "Be warm and brief. Whoever has strong pain should call the practice at once."}

PRICES = """\
# Price list

All prices are in euro and include VAT. You pay by card or in cash after the visit.

## Check-up and cleaning

A check-up with consultation costs 60 euro. Professional cleaning costs 95 euro and takes about 45 minutes. A check-up
and a cleaning on the same day cost 140 euro together.

## Fillings and whitening

A small filling costs 85 euro, a large one 130 euro. Whitening at the practice costs 290 euro. A set for whitening at
home costs 150 euro.

## Children

The check-up is free for children under 12. A sealing of the back teeth costs 25 euro a tooth.
"""

FIRST_VISIT = """\
# Your first visit

## What to bring

Please bring your insurance card, a list of the medicines that you take, and X-ray pictures if you have any from the
last two years. Children under 16 come with a parent.

## How long it takes

Plan 45 minutes for a first visit: ten minutes for the questionnaire, half an hour with the dentist. If you come ten
minutes early, you can fill in the questionnaire in peace.

## Where we are

The practice is at Lindenstraße 12, on the second floor. There is a lift. The entrance is step-free. Parking is in the
garage next door, and the first hour is free for patients. The tram stop Lindenplatz is two minutes away.
"""

RULES = """\
# Cancelling, pain and insurance

## Cancelling or moving a visit

You can cancel or move a visit free of charge until 24 hours before it. Later than that, or if you do not come, we
charge 30 euro.

## Strong pain

If you have strong pain, call +49 30 5550 1234. We keep two places a day for emergencies. Outside opening hours, the
dental emergency service is at +49 30 5550 9999.

## Insurance

We work with all public and private insurers. Private patients get an invoice by e-mail within a week. Public insurance
pays the check-up twice a year.
"""

DOCUMENTS = {"Price list.md": PRICES, "First visit.md": FIRST_VISIT, "Cancelling, pain and insurance.md": RULES}


@dataclass(frozen=True, slots=True)
class Visit:
    """A booking: so many open days ahead, 1 the next. `asked`: it waits for the practice's yes."""

    day: int
    time: str
    name: str
    phone: str
    reason: str
    asked: bool = False


VISITS = (
    Visit(1, "09:00", "Lena Hoffmann", "+15550100001", "Check-up"),
    Visit(1, "10:30", "Omar Haddad", "+15550100002", "Filling, upper left"),
    Visit(1, "11:30", "Priya Nair", "+15550100003", "Cleaning", asked=True),
    Visit(2, "09:30", "Jonas Weber", "+15550100004", "Check-up and cleaning"),
    Visit(2, "14:00", "Sofía García", "+15550100005", "Whitening", asked=True),
    Visit(3, "10:00", "Emre Yılmaz", "+15550100006", "First visit"),
    Visit(3, "15:30", "Anna Kowalska", "+15550100007", "Check-up, with two children"),
    Visit(4, "11:00", "Tom Baker", "+15550100008", "Toothache", asked=True),
    Visit(5, "10:00", "Chiara Rossi", "+15550100009", "Cleaning"),
)
OPEN_DAYS = (0, 1, 2, 3, 4)
"""Monday to Friday: when the visits may be."""
