"""The same requests, in every language the desk understands."""

from datetime import UTC, date, datetime, time

import pytest

from services.responder.understanding import Intent, detect_language, find_when, understand

NOW = datetime(2026, 3, 12, 11, 0, tzinfo=UTC)  # a Thursday
TOMORROW, AFTER = date(2026, 3, 13), date(2026, 3, 14)
MONDAY, TUESDAY = date(2026, 3, 16), date(2026, 3, 17)


@pytest.mark.parametrize(
    ("language", "text", "day", "at"),
    [
        ("es", "¿puedo ir mañana a las 10?", TOMORROW, time(10)),
        ("es", "pasado mañana por la tarde, a las cuatro y media", AFTER, time(16, 30)),
        ("es", "mañana por la mañana", TOMORROW, None),
        ("es", "el martes a las cinco menos cuarto", TUESDAY, time(16, 45)),
        ("es", "el 20 de marzo", date(2026, 3, 20), None),
        ("es", "dentro de dos semanas", date(2026, 3, 26), None),
        ("es", "el próximo lunes", MONDAY, None),
        ("fr", "demain à 10h30", TOMORROW, time(10, 30)),
        ("fr", "après-demain à dix heures et demie", AFTER, time(10, 30)),
        ("fr", "lundi prochain vers 15h", MONDAY, time(15)),
        ("fr", "le 20 mars à onze heures moins le quart", date(2026, 3, 20), time(10, 45)),
        ("fr", "dans trois jours", date(2026, 3, 15), None),
        ("fr", "plutôt le 20, merci", date(2026, 3, 20), None),
        ("de", "übermorgen um halb zehn", AFTER, time(9, 30)),
        ("de", "morgen früh um 9 Uhr", TOMORROW, time(9)),
        ("de", "am Montag um Viertel nach drei", MONDAY, time(15, 15)),
        ("de", "nächsten Dienstag 14 Uhr 30", TUESDAY, time(14, 30)),
        ("de", "am 20. März", date(2026, 3, 20), None),
        ("de", "am 20.03. um 10.15 Uhr", date(2026, 3, 20), time(10, 15)),
        ("de", "in zwei Wochen", date(2026, 3, 26), None),
        ("pt", "amanhã às 10h", TOMORROW, time(10)),
        ("pt", "depois de amanhã às três e meia da tarde", AFTER, time(15, 30)),
        ("pt", "segunda-feira das 14 às 16", MONDAY, time(14)),
        ("pt", "segunda-feira às dez", MONDAY, time(10)),
        ("pt", "segunda-feira às 9", MONDAY, time(9)),
        ("pt", "dia 20 de março", date(2026, 3, 20), None),
        ("it", "domani alle 10", TOMORROW, time(10)),
        ("it", "dopodomani alle tre e mezza", AFTER, time(15, 30)),
        ("it", "lunedì prossimo alle 11 e un quarto", MONDAY, time(11, 15)),
        ("it", "il 20 marzo", date(2026, 3, 20), None),
        ("it", "tra due settimane", date(2026, 3, 26), None),
        ("nl", "morgenochtend om half tien", TOMORROW, time(9, 30)),
        ("nl", "overmorgen om kwart voor drie", AFTER, time(14, 45)),
        ("nl", "maandag om 10 uur", MONDAY, time(10)),
        ("nl", "over twee weken", date(2026, 3, 26), None),
        ("tr", "yarın saat 10'da", TOMORROW, time(10)),
        ("tr", "salı günü öğleden sonra 3'te", TUESDAY, time(15)),
        ("tr", "pazartesi saat on buçukta", MONDAY, time(10, 30)),
        ("tr", "pazartesi onu on geçe", MONDAY, time(10, 10)),
        ("tr", "3 gün sonra", date(2026, 3, 15), None),
        ("hi", "kal subah 10 baje", TOMORROW, time(10)),
        ("hi", "parso shaam ko 5 baje", AFTER, time(17)),
        ("hi", "somvar ko sadhe das baje", MONDAY, time(10, 30)),
        ("hi", "कल सुबह १० बजे", TOMORROW, time(10)),
        ("hi", "मंगलवार को दोपहर 2 बजे", TUESDAY, time(14)),
        ("hi", "20 तारीख को", date(2026, 3, 20), None),
        ("hi", "do din baad", AFTER, None),
        ("id", "besok jam 10 pagi", TOMORROW, time(10)),
        ("id", "lusa jam setengah sepuluh", AFTER, time(9, 30)),
        ("id", "3 hari lagi", date(2026, 3, 15), None),
        ("id", "senin depan pukul 14.30", MONDAY, time(14, 30)),
        ("id", "tanggal 20 maret", date(2026, 3, 20), None),
        ("ar", "غدا الساعة العاشرة", TOMORROW, time(10)),
        ("ar", "بعد غد الساعة ٣ والنصف مساء", AFTER, time(15, 30)),
        ("ar", "يوم الاثنين الساعة 10 صباحا", MONDAY, time(10)),
        ("ar", "٢٠ مارس", date(2026, 3, 20), None),
    ],
)
def test_days_and_times_are_read_in_every_language(language: str, text: str, day: date, at: time | None) -> None:
    """Weekdays, months, relative days and clock times as people of that language say them."""
    wish = find_when(text, now=NOW, language=language)
    assert wish is not None
    assert (wish.date, wish.time) == (day, at)
    assert detect_language(text) == language


@pytest.mark.parametrize(
    ("text", "language", "intent"),
    [
        ("Quiero pedir una cita para mañana", "es", Intent.book),
        ("¿Cuánto cuesta una limpieza?", "es", Intent.question),
        ("Necesito cambiar mi cita al lunes", "es", Intent.move),
        ("Por favor cancelen mi cita", "es", Intent.cancel),
        ("quiero hablar con una persona", "es", Intent.person),
        ("Je voudrais prendre rendez-vous demain", "fr", Intent.book),
        ("Avez-vous quelque chose de libre jeudi ?", "fr", Intent.availability),
        ("Je dois annuler mon rendez-vous", "fr", Intent.cancel),
        ("Ich möchte einen Termin für morgen", "de", Intent.book),
        ("Können wir den Termin auf Montag verschieben?", "de", Intent.move),
        ("Wann ist mein Termin?", "de", Intent.show_bookings),
        ("Quero marcar uma consulta para amanhã", "pt", Intent.book),
        ("Preciso remarcar", "pt", Intent.move),
        ("Vorrei prenotare un appuntamento per domani", "it", Intent.book),
        ("Devo disdire il mio appuntamento", "it", Intent.cancel),
        ("Ik wil graag een afspraak maken voor morgen", "nl", Intent.book),
        ("Wat kost een behandeling?", "nl", Intent.question),
        ("Yarın için randevu almak istiyorum", "tr", Intent.book),
        ("Randevumu iptal etmek istiyorum", "tr", Intent.cancel),
        ("mujhe kal appointment chahiye", "hi", Intent.book),
        ("मुझे कल अपॉइंटमेंट चाहिए", "hi", Intent.book),
        ("meri appointment cancel kar do", "hi", Intent.cancel),
        ("Saya mau buat janji besok pagi", "id", Intent.book),
        ("Saya mau batalkan janji", "id", Intent.cancel),
        ("أريد حجز موعد غدا", "ar", Intent.book),
        ("أريد إلغاء موعدي", "ar", Intent.cancel),
        ("gracias", "es", Intent.thanks),
        ("guten Morgen", "de", Intent.greeting),
        ("sim", "pt", Intent.yes),
        ("نعم", "ar", Intent.yes),
        ("hayır", "tr", Intent.no),
        ("Schreib mir ein Gedicht über Katzen", "de", Intent.off_topic),
    ],
)
def test_intents_are_told_in_every_language(text: str, language: str, intent: Intent) -> None:
    understood = understand(text, now=NOW)
    assert (understood.language, understood.intent) == (language, intent)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "tengo 3 hijos y vivo en la calle 12"),
        ("es", "buenos días"),
        ("es", "por la mañana no, digo que ayer estuve"),
        ("fr", "bonjour, j'ai 2 enfants"),
        ("fr", "il y a deux semaines"),
        ("de", "guten Morgen"),
        ("de", "so, ich habe eine Frage"),
        ("de", "vor drei Tagen war ich da"),
        ("pt", "bom dia, tudo bem?"),
        ("it", "ho 40 anni"),
        ("nl", "goedemorgen, met twee kinderen"),
        ("tr", "günaydın, bir sorum var"),
        ("id", "selamat pagi kak"),
        ("hi", "mere do bachche hain"),
        ("ar", "صباح الخير"),
    ],
)
def test_greetings_counts_and_the_past_are_no_wish(language: str, text: str) -> None:
    assert find_when(text, now=NOW, language=language) is None


@pytest.mark.parametrize(
    ("text", "previous", "language"),
    [
        ("10", "fr", "fr"),
        ("ok", "tr", "tr"),
        ("", None, "en"),
        ("Здравствуйте", None, "ru"),
        ("こんにちは", None, "ja"),
        ("Hello, do you have time tomorrow?", "es", "en"),
    ],
)
def test_words_that_say_nothing_leave_the_language_as_it_was(text: str, previous: str | None, language: str) -> None:
    """The previous language stands until the words tell otherwise."""
    assert detect_language(text, previous) == language
