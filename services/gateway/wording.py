"""What the gateway itself says to customers, by language. English where a language is missing."""

from dataclasses import dataclass

DEFAULT = "en"


@dataclass(frozen=True, slots=True)
class Wording:
    """One sentence in every language we speak, by ISO 639-1 code."""

    by_language: dict[str, str]

    def of(self, language: str) -> str:
        """In this language ("pt" and "pt-BR" alike), else in English."""
        return self.by_language.get(language[:2].lower(), self.by_language[DEFAULT])


CHOOSE = Wording(  # opens a list, so at most 20 characters
    {
        "en": "Please choose",
        "es": "Elija una opción",
        "de": "Bitte wählen",
        "fr": "Veuillez choisir",
        "pt": "Escolha uma opção",
        "it": "Scelga un'opzione",
        "nl": "Maak een keuze",
        "tr": "Lütfen seçin",
        "hi": "कृपया चुनें",
        "id": "Silakan pilih",
        "ar": "يرجى الاختيار",
    }
)

HOLDING = Wording(
    {
        "en": "Thank you for your message. I need a little longer to answer it.",
        "es": "Gracias por su mensaje. Necesito un poco más de tiempo para responderle.",
        "de": "Danke für Ihre Nachricht. Ich brauche noch einen Moment für die Antwort.",
        "fr": "Merci pour votre message. Il me faut encore un peu de temps pour vous répondre.",
        "pt": "Obrigado pela sua mensagem. Preciso de mais um pouco de tempo para responder.",
        "it": "Grazie per il suo messaggio. Mi serve ancora un po' di tempo per rispondere.",
        "nl": "Bedankt voor uw bericht. Ik heb nog even nodig om te antwoorden.",
        "tr": "Mesajınız için teşekkürler. Yanıtlamak için biraz daha zamana ihtiyacım var.",
        "hi": "आपके संदेश के लिए धन्यवाद। उत्तर देने में मुझे थोड़ा और समय लगेगा।",
        "id": "Terima kasih atas pesan Anda. Saya perlu sedikit waktu lagi untuk menjawabnya.",
        "ar": "شكرًا على رسالتك. أحتاج إلى وقت إضافي قصير للرد عليها.",
    }
)
