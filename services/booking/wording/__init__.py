"""What booking says to customers, by language: one table each, chosen by the language's code."""

import re
from datetime import date

from libs.common.entities import Booking
from services.booking.hours import Place
from services.booking.wording.ar import ARABIC
from services.booking.wording.de import GERMAN
from services.booking.wording.en import ENGLISH
from services.booking.wording.es import SPANISH
from services.booking.wording.fr import FRENCH
from services.booking.wording.hi import HINDI
from services.booking.wording.id import INDONESIAN
from services.booking.wording.it import ITALIAN
from services.booking.wording.nl import DUTCH
from services.booking.wording.phrases import Language, Phrase
from services.booking.wording.pt import PORTUGUESE
from services.booking.wording.tr import TURKISH

LANGUAGES: dict[str, Language] = {
    "en": ENGLISH,
    "es": SPANISH,
    "de": GERMAN,
    "fr": FRENCH,
    "pt": PORTUGUESE,
    "it": ITALIAN,
    "nl": DUTCH,
    "tr": TURKISH,
    "hi": HINDI,
    "id": INDONESIAN,
    "ar": ARABIC,
}

_NEXT_SENTENCE = re.compile(r"(?<=[.?!])\s+")


def language(code: str) -> Language:
    """The table for a code such as "pt" or "pt-BR"; English for a language that has none."""
    return LANGUAGES.get(code.replace("_", "-").partition("-")[0].lower(), ENGLISH)


def say(words: Language, phrase: Phrase, **values: object) -> str:
    """A phrase with its values, each sentence beginning with a capital where the script has them.

    Sentences end where the phrase ends them: a point inside a value ("18. Juni") is none of its own.
    """
    sentences = (sentence.format(**values) for sentence in _NEXT_SENTENCE.split(words.phrases[phrase]))
    return " ".join(text[:1].upper() + text[1:] for text in sentences)


def long_date(words: Language, day: date, today: date) -> str:
    """ "Thursday 18 June"; with the year where it is not this one."""
    number = words.first_of_month if day.day == 1 else str(day.day)
    text = words.long.format(weekday=words.weekdays[day.weekday()], day=number, month=words.months[day.month - 1])
    return text if day.year == today.year else words.year.format(date=text, year=day.year)


def short_date(words: Language, day: date) -> str:
    """ "Thu 18 Jun", for the title of a row."""
    weekday, month = words.weekdays_short[day.weekday()], words.months_short[day.month - 1]
    return words.short.format(weekday=weekday, day=day.day, month=month)


def when(words: Language, what: Booking | Place, today: date) -> str:
    """What a booking or place is for: "Thursday 18 June at 10:00", or "number 7 on Thursday 18 June"."""
    day = long_date(words, what.date, today)
    if isinstance(what, Place):
        return words.when.format(date=day, time=what.time)
    if what.token_number is not None:
        return words.numbered.format(date=day, number=what.token_number)
    return words.when.format(date=day, time=what.time_slot) if what.time_slot else day


def short_when(words: Language, what: Booking | Place) -> str:
    """The same for the title of a row: "Thu 18 Jun, 10:00"."""
    if isinstance(what, Booking) and what.token_number is not None:
        return f"{short_date(words, what.date)}, #{what.token_number}"
    time = what.time if isinstance(what, Place) else what.time_slot or ""
    return f"{short_date(words, what.date)}, {time}"
