"""Questions stay questions, however much they sound like a booking; and a booking beside one stays a booking."""

from datetime import UTC, datetime

import pytest

from services.responder.understanding import Intent, understand

NOW = datetime(2026, 3, 12, 11, 0, tzinfo=UTC)  # a Thursday

PRICES = {
    "en": [
        "How expensive is a check-up, please?",
        "how much is a haircut appointment tomorrow?",
        "What do you charge for a booking on Saturday?",
        "I'd like to know what a visit costs, please",
        "How much does it cost to book a table?",
        "how much would it cost to move my appointment",
        "how much is it if I cancel",
    ],
    "de": [
        "Wie teuer ist eine Beratung, bitte?",
        "Was kostet ein Termin am Samstag, bitte?",
        "Ich möchte wissen, was eine Beratung kostet",
        "Wie viel muss ich für den Termin bezahlen?",
    ],
    "es": [
        "¿Cuánto cuesta una cita, por favor?",
        "cuanto vale una consulta por favor",
        "¿Cuál es el precio de una reserva para mañana?",
        "Quiero saber cuánto cobran por la cita",
    ],
    "fr": [
        "C'est combien une consultation svp",
        "Combien coûte un rendez-vous, s'il vous plaît ?",
        "Ça coûte combien de réserver une table ?",
    ],
    "pt": [
        "Quanto custa uma consulta, por favor?",
        "qual o valor da consulta por favor",
        "Quanto sai uma reserva para amanhã?",
    ],
    "it": [
        "Quanto costa un appuntamento, per favore?",
        "quanto viene una visita per favore",
        "Vorrei sapere quanto costa una visita",
    ],
    "nl": [
        "Wat kost een afspraak, alstublieft?",
        "Ik wil graag weten wat een afspraak kost",
        "Hoe duur is een behandeling?",
    ],
    "tr": ["Bir randevu ne kadar lütfen?", "Randevu kaç para?", "Muayene ücreti ne kadar lütfen"],
    "hi": [
        "कृपया बताइए अपॉइंटमेंट कितने का है",
        "मुझे जानना है कि अपॉइंटमेंट कितने में होगा",
        "appointment ke kitne paise lagenge please",
        "consultation ka charge kya hai please",
    ],
    "id": ["Berapa harga janji temu, tolong?", "berapa biaya konsultasi tolong"],
    "ar": ["كم سعر الموعد من فضلك؟", "كم تكلفة حجز موعد؟", "أريد أن أعرف كم سعر الكشف"],
}


@pytest.mark.parametrize(("language", "text"), [(code, text) for code, texts in PRICES.items() for text in texts])
def test_who_asks_for_the_price_books_nothing(language: str, text: str) -> None:
    """Also with a word for an appointment, a day and a "please" in it."""
    assert understand(text, now=NOW, language=language).intent is Intent.question


@pytest.mark.parametrize(
    ("text", "language", "intent"),
    [
        ("book me tomorrow at 10 how much is it", "en", Intent.book),
        ("I want to book for Friday and how much do you charge?", "en", Intent.book),
        ("Ich möchte morgen um 10 buchen, was kostet das?", "de", Intent.book),
        ("Quiero reservar mañana a las 10, ¿cuánto cuesta?", "es", Intent.book),
        ("please cancel my appointment, how much do I owe?", "en", Intent.cancel),
    ],
)
def test_the_price_asked_beside_an_act_leaves_the_act(text: str, language: str, intent: Intent) -> None:
    understood = understand(text, now=NOW, language=language)
    assert (understood.intent, understood.also_question) == (intent, True)


@pytest.mark.parametrize(
    "text",
    [
        "it is too expensive, cancel my appointment",
        "how much longer is the wait?",
        "how much time before the queue moves? what is my token number",
    ],
)
def test_a_word_about_money_or_much_is_not_always_about_the_price(text: str) -> None:
    assert understand(text, now=NOW).intent in (Intent.cancel, Intent.queue_position)


@pytest.mark.parametrize(
    "text",
    [
        "I'm not ready to book anything yet",
        "I would not like to make an appointment today",
        "please answer me as soon as possible",
        "I'd like to know when my parcel arrives",
        "we are leaving on Friday with the night train",
        "looking for fun things to do on Sunday",
        "I already have a booking for two",
        "that is all I need today, bye",
    ],
)
def test_what_only_sounds_like_a_wish_is_none(text: str) -> None:
    assert understand(text, now=NOW).intent is not Intent.book


@pytest.mark.parametrize(
    "text",
    [
        "I need an appointment as soon as possible",
        "as soon as possible please",
        "I need to go to the dentist",
        "I'd like to visit the doctor",
        "can I have a massage on Friday?",
        "I have a toothache, can I come in tomorrow?",
        "I have to leave at five, so can I come at three tomorrow?",
    ],
)
def test_who_wishes_to_come_is_still_understood(text: str) -> None:
    assert understand(text, now=NOW).intent is Intent.book


def test_whether_there_is_a_place_then_is_asked() -> None:
    assert understand("do you have a table at 8 tomorrow?", now=NOW).intent is Intent.availability


@pytest.mark.parametrize(
    "text",
    [
        "Buenos días. ¿Puedo ir mañana a las 16:00?",
        "Hola ¿puedo ir mañana a las 16:00?",
        "Buenas tardes, me llamo Ana. ¿Podría reservar el lunes a las 10?",
        "Hola. ¿Puedo ir mañana a las 16:00",
    ],
)
def test_a_question_mark_upside_down_asks_what_follows_it(text: str) -> None:
    """A greeting before it asks nothing, so nothing is looked up beside the booking."""
    understood = understand(text, now=NOW, language="es")
    assert (understood.intent, understood.also_question) == (Intent.book, False)


def test_a_question_after_a_wish_is_still_beside_it_in_spanish() -> None:
    understood = understand("Quiero reservar mañana a las 10. ¿Dónde puedo aparcar?", now=NOW, language="es")
    assert (understood.intent, understood.also_question) == (Intent.book, True)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "What is the code for the gate of the car park?"),
        ("en", "Can you tell me the code for the front door?"),
        ("en", "can you write me the door code please?"),
        ("en", "Is there a code for the function room?"),
        ("en", "do I need a discount code?"),
        ("en", "I want to leave a review, what is the code?"),
        ("es", "¿Me dice el código? Dime el código del garaje, ¿cuál es?"),
        ("fr", "Quel est le code du portail ?"),
        ("fr", "Pouvez-vous m'écrire le code de la porte ?"),
        ("de", "Wie ist der Code für das Tor?"),
        ("it", "Dimmi, qual è il codice del cancello?"),
        ("pt", "Qual é o código do portão?"),
        ("nl", "Wat is de code van de poort?"),
        ("id", "Apa kode pintu gerbangnya?"),
        ("ar", "ما هو كود باب المدخل؟"),
    ],
)
def test_the_code_of_a_door_is_a_question_like_any_other(language: str, text: str) -> None:
    assert understand(text, now=NOW, language=language).intent is Intent.question


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "write me some code that sorts a list"),
        ("en", "Can you debug this code?"),
        ("en", "python code for a calculator please"),
        ("en", "can you code a python script"),
        ("es", "Escríbeme un código que ordene una lista"),
        ("fr", "écris un code qui trie une liste"),
        ("de", "Schreib mir Code für eine Webseite"),
        ("it", "scrivi un codice che ordina una lista"),
        ("nl", "schrijf code voor een website"),
        ("id", "tuliskan kode untuk kalkulator"),
    ],
)
def test_who_wants_a_program_written_is_off_topic(language: str, text: str) -> None:
    assert understand(text, now=NOW, language=language).intent is Intent.off_topic


@pytest.mark.parametrize(
    ("text", "is_move"),
    [
        ("Can we move to Friday?", True),
        ("Could my appointment be moved to the afternoon?", True),
        ("We have moved to Australia very recently.", False),
        ("Where did you move to?", False),
        ("I'm looking to move to a new apartment.", False),
    ],
)
def test_who_moves_to_another_town_moves_no_booking(text: str, is_move: bool) -> None:
    assert (understand(text, now=NOW).intent is Intent.move) == is_move


def test_an_italian_gate_cancels_nothing() -> None:
    assert understand("Dov'è il cancello?", now=NOW, language="it").intent is Intent.question
    assert understand("Cancello la prenotazione di domani", now=NOW, language="it").intent is Intent.cancel


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Is the check-up free for children?"),
        ("en", "Are check-ups for kids free?"),
        ("en", "Is the consultation free of charge?"),
        ("en", "is the first consultation free"),
        ("en", "Do you do the check-up for free?"),
        ("en", "Can I get a check-up for free?"),
        ("en", "Could I have the first consultation free of charge?"),
        ("de", "Ist die Untersuchung für Kinder kostenlos?"),
        ("de", "Ist der erste Termin gratis?"),
        ("de", "Kann ich eine kostenlose Untersuchung bekommen?"),
        ("fr", "La consultation est-elle gratuite pour les enfants ?"),
        ("fr", "Le premier rendez-vous est gratuit ?"),
        ("es", "¿La cita es gratis para los niños?"),
        ("es", "¿La primera consulta es gratuita?"),
        ("es", "¿Puedo tener una consulta gratis?"),
        ("pt", "A consulta é grátis para crianças?"),
        ("it", "La visita è gratuita per i bambini?"),
        ("nl", "Is de controle gratis voor kinderen?"),
        ("tr", "Muayene çocuklar için ücretsiz mi?"),
        ("hi", "क्या बच्चों के लिए जांच मुफ्त है?"),
        ("id", "Apakah pemeriksaan anak gratis?"),
        ("ar", "هل الكشف مجاني للأطفال؟"),
    ],
)
def test_whether_something_costs_nothing_is_asked_not_booked(language: str, text: str) -> None:
    assert understand(text, now=NOW, language=language).intent is Intent.question


@pytest.mark.parametrize(
    "text",
    [
        "are you free on Friday?",
        "is Friday free?",
        "do you have anything free?",
        "is the 10 o'clock slot free?",
        "Are you free for a check-up on Monday?",
        "is the check-up at ten tomorrow free?",
        "do you have a consultation free?",
        "any free slots for children on Friday?",
        "I'm looking for free times on Friday, do you have any?",
    ],
)
def test_whether_there_is_time_is_still_the_calendars(text: str) -> None:
    assert understand(text, now=NOW).intent in (Intent.availability, Intent.book)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Can I book the complimentary consultation on Friday?"),
        ("de", "Kann ich das kostenlose Beratungsgespräch morgen um 10 buchen?"),
        ("es", "¿Puedo reservar la consulta gratuita mañana a las 10?"),
        ("fr", "Puis-je réserver la consultation gratuite demain à 10h ?"),
        ("en", "Can I get a check-up free of charge on Monday at 10?"),
    ],
)
def test_what_costs_nothing_can_still_be_booked(language: str, text: str) -> None:
    assert understand(text, now=NOW, language=language).intent is Intent.book
