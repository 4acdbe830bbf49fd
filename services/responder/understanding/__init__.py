"""Understanding a customer's words without a language model: intent, when, name and reason, in eleven languages."""

from .language import detect_language
from .understanding import understand
from .understood import DateWish, Intent, Understood
from .when import find_when

__all__ = ["DateWish", "Intent", "Understood", "detect_language", "find_when", "understand"]
