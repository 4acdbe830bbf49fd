"""Ids of buttons and list rows: what a tap means, in at most 200 bytes (Meta's limit for a list row's id).

`1|act|booking or -|date or -|time or -`: a version, what was chosen, and what it is about. An id comes back from a
customer's phone, so it is a wish, never a proof: who sent it decides what it may do.
"""

from typing import Literal, get_args

from libs.common.model import Model

ID_BYTES_MAX = 200
_VERSION = "1"

ChoiceAct = Literal["book", "move", "cancel", "keep", "confirm", "show", "person", "yes", "no"]


class ChoiceId(Model):
    """What a button or row stands for. `date` is `YYYY-MM-DD`, `time` is `HH:MM`."""

    act: ChoiceAct
    booking_id: str = ""
    date: str = ""
    time: str = ""

    def encoded(self) -> str:
        """The id as WhatsApp carries it. Raises ValueError past 200 bytes, or for a part that would not read back."""
        parts = [self.booking_id, self.date, self.time]
        if any("|" in part or part == "-" for part in parts):
            raise ValueError(f"a part of a choice id may not hold '|' nor be '-': {parts}")
        text = "|".join([_VERSION, self.act, *(part or "-" for part in parts)])
        if len(text.encode()) > ID_BYTES_MAX:
            raise ValueError(f"a choice id is {len(text.encode())} bytes; the limit is {ID_BYTES_MAX}")
        return text


def decoded(text: str) -> ChoiceId | None:
    """Read an id that a tap brought; None for one that is not ours or of a version we do not know."""
    parts = text.split("|")
    if len(parts) != 5 or parts[0] != _VERSION or parts[1] not in get_args(ChoiceAct):
        return None
    act, booking_id, date, time = (("" if part == "-" else part) for part in parts[1:])
    return ChoiceId.model_validate({"act": act, "booking_id": booking_id, "date": date, "time": time})
