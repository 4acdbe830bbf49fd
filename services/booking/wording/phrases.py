"""The names of everything that booking says, and what a language's table holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from libs.common.events.booking import BookingStatus

Phrase = Literal[
    # A booking changed. {when}: what it is for; {was}: where it stood before a move
    "held",
    "requested",
    "booked",
    "confirmed",
    "declined",
    "cancelled",
    "released",
    "cancelled_by_us",
    "completed",
    "missed",
    "draft_expired",
    "request_expired",
    "moved",
    "moved_requested",
    "moved_by_us",
    # Free places are offered. {date}: the day asked for; {when}: the wish that cannot be had
    "free_on",
    "free_next",
    "move_to",
    "taken",
    "past",
    "too_far",
    "closed_day",
    "closed_time",
    "off_grid",
    "full_day",
    "day_past",
    "day_too_far",
    "nothing_free",
    "nothing_then",
    "instead",
    # It cannot be done, or there is something to choose
    "not_found",
    "none_booked",
    "which_move",
    "which_cancel",
    "yours",
    "already_requested",
    "already_confirmed",
    "settled",
    "same_place",
    "too_many",
    "not_taking",
    "not_allowed",
    "misread",
    # Tokens. {number}, {ahead}: how many are before it, {time}: about when it is called
    "token_given",
    "token_turn",
    "token_again",
    "token_stands",
    "tokens_left",
    "tokens_days",
    "tokens_gone",
    "tokens_over",
    "nobody_waiting",
    "nothing_to_undo",
]

Button = Literal["yes", "other", "no", "move", "cancel", "later", "days", "times", "bookings", "token"]


@dataclass(frozen=True)
class Language:
    """One language's words. Weekdays begin with Monday, months with January.

    Patterns of `str.format`: `long` and `short` name a date by {weekday}, {day} and {month}; `year` adds a {year} to
    a {date}; `when` joins {date} and {time}; `numbered` joins {date} and {number}.
    """

    weekdays: tuple[str, ...]
    weekdays_short: tuple[str, ...]
    months: tuple[str, ...]
    months_short: tuple[str, ...]
    long: str
    short: str
    year: str
    when: str
    numbered: str
    phrases: Mapping[Phrase, str]
    buttons: Mapping[Button, str]
    statuses: Mapping[BookingStatus, str]
    first_of_month: str = "1"  # how the first day is written: French says "1er"
