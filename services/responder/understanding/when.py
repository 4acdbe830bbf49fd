"""A customer's words about when, resolved: days and times combined into one wish that is never in the past."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from .clock import Clock, Open, Said, find_times, likeliest
from .dates import find_days
from .day import Day, Now
from .grammar import DAY_READ, TIME_READ, Placed, Reading
from .language import detect_language
from .lexicon.compiled import lexicon
from .symbols import Sentence, read
from .understood import Asked, DateWish, DayOrder, Part

BUSINESS_DAY: Open = (time(7), time(21))
_PARTS: dict[str, Part] = {"morning": "morning", "afternoon": "afternoon", "evening": "evening", "night": "evening"}


@dataclass(frozen=True, slots=True)
class Words:
    """What a sentence says about when, before it is resolved."""

    sentence: Sentence
    letters: str  # with what was read blanked out
    days: list[Placed[Day]]
    times: list[Placed[Said]]

    @property
    def only_soon(self) -> bool:
        """Whether all that is said about when is that it should be soon."""
        return "Q" in self.letters and "P" not in self.letters and not self.days and not self.times

    def starts(self) -> list[int]:
        """Where in the message a bookable day is named, or else any time, part of a day or "earliest"."""
        at = [one.first for one in self.days if one.reading.day] or [one.first for one in self.times]
        at = at or [place for place, letter in enumerate(self.letters) if letter in "PQ"]
        return [self.sentence.symbols[place].start for place in at]


def find_when(
    text: str,
    *,
    now: datetime,
    language: str | None = None,
    day_order: DayOrder = "dmy",
    prefer_open: Open = BUSINESS_DAY,
    asked: Asked | None = None,
) -> DateWish | None:
    """The day and time a message asks for, or None if it asks for none.

    `now` is aware, in the owner's timezone; so are the results, as local dates and times. `prefer_open` is the business
    day towards which "at four" leans. `asked` is what the customer was asked: then a bare "10" is an answer.
    """
    sentence = read(text, lexicon(language or detect_language(text)))
    return resolve(look(sentence, Now(now, day_order, asked)), text, Now(now, day_order, asked), prefer_open)


def look(sentence: Sentence, now: Now) -> Words:
    """Read the days, then the times of day, of a sentence."""
    found_days, letters = find_days(sentence, sentence.letters, now)
    times, letters = find_times(sentence, letters, now.asked)
    days = _meant(_merged(found_days, letters), sentence)
    return Words(sentence, letters, days, _meant(times, sentence))


def resolve(
    words: Words, text: str, now: Now, open_hours: Open = BUSINESS_DAY, moving: bool = False
) -> DateWish | None:
    """The wish in those words. When a booking is moved, the day it moves to counts, not the one it leaves."""
    ahead = [one for one in words.days if one.reading.day]
    if words.days and not ahead:
        return None
    placed = _chosen(ahead, words.sentence, moving)
    day = placed.reading if placed else None
    said = _chosen(words.times, words.sentence, moving)
    part = _part(words, day)
    start, end = _times(words, said.reading if said else None, day, part, now, open_hours)
    earliest = "Q" in words.letters or bool(day and day.loose)
    if not (day or start or end or part or earliest):
        return None
    at = _not_passed(day, start or end, now) if day else None
    return DateWish(date=at, time=start, until=end, part=part, earliest=earliest, text=_span_text(words, text))


def _chosen(found: list[Placed[Reading]], sentence: Sentence, moving: bool) -> Placed[Reading] | None:
    """The first reading; of a move, the one it goes "to", or else the last."""
    if not moving or len(found) < 2:
        return found[0] if found else None
    return next((one for one in found if "T" in sentence.letters[max(0, one.first - 2) : one.first]), found[-1])


def _merged(found: list[Placed[Day]], letters: str) -> list[Placed[Day]]:
    """Without periods where a day is named, and weekdays that accompany one ("Friday, 13 March")."""
    exact = [one for one in found if one.reading.day and not one.reading.weekday and not one.reading.loose]
    if any(one.reading.day and not one.reading.loose for one in found):
        found = [one for one in found if not one.reading.loose]
    return [one for one in found if not (one.reading.weekday and any(_beside(one, other, letters) for other in exact))]


def _beside(one: Placed[Day], other: Placed[Day], letters: str) -> bool:
    gap = letters[one.end : other.first] if one.first < other.first else letters[other.end : one.first]
    return len(gap) <= 2 and not gap.strip("jqde=_")


def _meant(found: list[Placed[Reading]], sentence: Sentence) -> list[Placed[Reading]]:
    """Without what is denied ("not Monday")."""
    return [one for one in found if "x" not in sentence.letters[max(0, one.first - 2) : one.first]]


def _part(words: Words, day: Day | None) -> Part | None:
    """A part of the day that is no part of a clock time; a bare "morning!" is a greeting."""
    said = day.part if day and day.part else None
    if said is None and (at := words.letters.find("P")) >= 0 and words.letters.strip("fzj") != "P":
        value = words.sentence.symbols[at].value
        said = value if isinstance(value, str) else None
    return _PARTS.get(said or "")


def _times(
    words: Words, said: Said | None, day: Day | None, part: Part | None, now: Now, open_hours: Open
) -> tuple[time | None, time | None]:
    if day and day.at:
        return day.at.timetz().replace(tzinfo=None), None
    if said is None:
        return None, None
    literal = words.sentence.lexicon.table.clock_24
    start = _time(said.start, day, part, now, open_hours, literal)
    end = _time(said.end, day, part, now, open_hours, literal)
    if start and end and said.end and end <= start:
        later = [moment for moment in said.end.moments() if moment > start]
        end = later[0] if later else None
    return start, end


def _time(
    clock: Clock | None, day: Day | None, part: Part | None, now: Now, open_hours: Open, literal: bool
) -> time | None:
    """The time of day, leaning on the part of the day named elsewhere, and today on what is still ahead."""
    if clock is None:
        return None
    if part and clock.half is None:
        clock = Clock(clock.hour, clock.minute, "am" if part == "morning" and clock.hour < 12 else "pm", clock.literal)
    chosen = likeliest(clock, open_hours, literal)
    if day and day.day == now.today and not day.every_days and chosen <= _clock_now(now):
        ahead = (moment for moment in clock.moments() if _clock_now(now) < moment <= open_hours[1])
        return next(ahead, chosen)
    return chosen


def _clock_now(now: Now) -> time:
    return now.moment.timetz().replace(tzinfo=None)


def _not_passed(day: Day, at: time | None, now: Now) -> date | None:
    """The day, or its next return if the time asked for has passed today."""
    if day.day == now.today and day.every_days and at and at <= _clock_now(now):
        return day.day + timedelta(days=day.every_days)
    return day.day


def _span_text(words: Words, text: str) -> str:
    """The part of the message that the wish was read from."""
    used = [at for at, letter in enumerate(words.letters) if letter in (DAY_READ, TIME_READ, "P", "Q")]
    return text[words.sentence.symbols[used[0]].start : words.sentence.symbols[used[-1]].end] if used else text
