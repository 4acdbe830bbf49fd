"""The words by which a customer stops or starts our messages. They count only as the whole message."""

import unicodedata
from dataclasses import dataclass
from typing import Literal

Wish = Literal["stop", "start"]

KINDS = ("text", "button")
"""Meta's types in which a customer writes, or taps on a template's own words. A tap on our choices is no keyword."""

_LENGTH_MAX = 40  # characters; longer than any of them

_ANY = ""
_STOP: dict[str, tuple[str, ...]] = {
    _ANY: ("stop", "stop all", "unsubscribe", "opt out", "optout"),
    "en": ("stop messages", "stop messaging me", "stop messaging"),
    "es": ("baja", "darme de baja", "parar mensajes", "no más mensajes"),
    "de": ("stopp", "abmelden", "abbestellen", "keine nachrichten mehr"),
    "fr": ("arrêt", "arret", "arrêter", "arreter", "désabonner", "desabonner", "me désabonner"),
    "pt": ("parar", "pare", "sair", "descadastrar", "cancelar inscrição"),
    "it": ("ferma", "disiscrivimi", "annulla iscrizione", "basta messaggi"),
    "nl": ("afmelden", "uitschrijven", "stoppen"),
    "tr": ("dur", "durdur", "abonelikten çık", "mesaj istemiyorum"),
    "hi": ("रोकें", "रोको", "बंद करें", "बंद करो", "स्टॉप"),
    "id": ("berhenti", "hentikan", "berhenti berlangganan"),
    "ar": ("توقف", "قف", "إيقاف", "ايقاف", "أوقف", "اوقف", "إلغاء الاشتراك", "الغاء الاشتراك"),
}
_START: dict[str, tuple[str, ...]] = {
    _ANY: ("start", "unstop", "subscribe", "opt in", "optin"),
    "es": ("alta", "empezar", "iniciar"),
    "de": ("starten", "anmelden"),
    "fr": ("démarrer", "demarrer", "reprendre"),
    "pt": ("começar", "comecar", "voltar"),
    "it": ("inizia", "riprendi"),
    "nl": ("aanmelden", "beginnen"),
    "tr": ("başla", "başlat"),
    "hi": ("शुरू", "शुरू करें", "शुरू करो", "स्टार्ट"),
    "id": ("mulai",),
    "ar": ("ابدأ", "ابدا", "بدء", "استئناف"),
}


@dataclass(frozen=True, slots=True)
class Keyword:
    """What the customer wishes, and the language of the word if it belongs to one alone."""

    wish: Wish
    language: str | None


def read(text: str) -> Keyword | None:
    """What a whole message says, if it is one of the words; None for every other message, questions among them."""
    if len(text) > _LENGTH_MAX or "?" in text or "؟" in text:
        return None
    return _WORDS.get(_plain(text))


def _plain(text: str) -> str:
    """Small letters, single spaces, and nothing around them: `  STOP! ` is `stop`."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    kept = "".join(sign if unicodedata.category(sign)[0] in "LMN" else " " for sign in folded)
    return " ".join(kept.split())


_TABLES: tuple[tuple[Wish, dict[str, tuple[str, ...]]], ...] = (("stop", _STOP), ("start", _START))
_WORDS: dict[str, Keyword] = {
    _plain(word): Keyword(wish, language or None)
    for wish, table in _TABLES
    for language, words in table.items()
    for word in words
}
