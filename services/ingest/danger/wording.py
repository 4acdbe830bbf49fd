"""What a customer is told at a sign of danger: whom to call, and that a person has been told."""

from collections.abc import Mapping

FALLBACK = "en"

_CALL: Mapping[str, str] = {
    "en": "This sounds like an emergency. Please call {number} now, and do not wait for an answer here.",
    "es": "Esto parece una emergencia. Llame ahora {number} y no espere una respuesta aquí.",
    "de": "Das klingt nach einem Notfall. Rufen Sie jetzt {number} an und warten Sie hier nicht auf eine Antwort.",
    "fr": "Cela ressemble à une urgence. Appelez maintenant {number}, sans attendre de réponse ici.",
    "pt": "Isto parece uma emergência. Ligue agora para {number} e não espere por uma resposta aqui.",
    "it": "Sembra un'emergenza. Chiami subito {number} e non aspetti una risposta qui.",
    "nl": "Dit klinkt als een noodgeval. Bel nu {number} en wacht niet op een antwoord hier.",
    "tr": "Bu acil bir duruma benziyor. Lütfen hemen {number} arayın, burada yanıt beklemeyin.",
    "hi": "यह आपात स्थिति लगती है। कृपया अभी {number} पर कॉल करें, यहाँ जवाब का इंतज़ार न करें।",
    "id": "Ini terdengar seperti keadaan darurat. Segera hubungi {number}, jangan menunggu jawaban di sini.",
    "ar": "يبدو أن هذه حالة طارئة. يرجى الاتصال الآن بـ {number} وعدم انتظار الرد هنا.",
}
_NUMBER: Mapping[str, str] = {
    "es": "al {number}",
    "de": "die {number}",
    "fr": "le {number}",
    "it": "il {number}",
    "tr": "{number} numarasını",
}
"""How a number stands in the sentence, where it needs a word before or after it."""
_LOCAL: Mapping[str, str] = {
    "en": "your local emergency number",
    "es": "al número de emergencias de su zona",
    "de": "den örtlichen Notruf",
    "fr": "le numéro d'urgence de votre région",
    "pt": "o número de emergência local",
    "it": "il numero di emergenza locale",
    "nl": "het lokale alarmnummer",
    "tr": "yerel acil yardım numarasını",
    "hi": "अपने स्थानीय आपातकालीन नंबर",
    "id": "nomor darurat setempat",
    "ar": "رقم الطوارئ المحلي",
}
_US: Mapping[str, str] = {
    "en": "You reach us at: {contact}.",
    "es": "Puede llamarnos aquí: {contact}.",
    "de": "Uns erreichen Sie hier: {contact}.",
    "fr": "Vous pouvez nous joindre ici : {contact}.",
    "pt": "Você fala conosco aqui: {contact}.",
    "it": "Può contattarci qui: {contact}.",
    "nl": "U bereikt ons hier: {contact}.",
    "tr": "Bize buradan ulaşabilirsiniz: {contact}.",
    "hi": "हमसे यहाँ बात कर सकते हैं: {contact}।",
    "id": "Anda dapat menghubungi kami di: {contact}.",
    "ar": "يمكنكم التواصل معنا هنا: {contact}.",
}
_TEAM: Mapping[str, str] = {
    "en": "Our team has been told about your message.",
    "es": "Hemos avisado a nuestro equipo de su mensaje.",
    "de": "Unser Team ist über Ihre Nachricht informiert.",
    "fr": "Notre équipe a été prévenue de votre message.",
    "pt": "Nossa equipe foi avisada da sua mensagem.",
    "it": "Il nostro personale è stato avvisato del suo messaggio.",
    "nl": "Ons team is op de hoogte gebracht van uw bericht.",
    "tr": "Ekibimize mesajınız iletildi.",
    "hi": "हमारी टीम को आपके संदेश की सूचना दे दी गई है।",
    "id": "Tim kami sudah diberi tahu tentang pesan Anda.",
    "ar": "تم إبلاغ فريقنا برسالتكم.",
}


def warning(language: str, *, number: str | None, contact: str) -> str:
    """Whom to call, in a language: the number where it is certain, and how the business is reached if that is known."""
    code = language.replace("_", "-").partition("-")[0].lower()
    code = code if code in _CALL else FALLBACK
    called = _NUMBER.get(code, "{number}").format(number=number) if number else _LOCAL[code]
    sentences = [_CALL[code].format(number=called)]
    if contact:
        sentences.append(_US[code].format(contact=contact))
    return " ".join([*sentences, _TEAM[code]])
