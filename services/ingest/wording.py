"""What ingest itself says to a customer, by language. All else that a customer reads is another service's."""

from collections.abc import Mapping
from typing import Literal

Sentence = Literal["stopped", "started", "with_a_person"]

FALLBACK = "en"

_SENTENCES: Mapping[Sentence, Mapping[str, str]] = {
    "stopped": {
        "en": "You will not get any more messages from us here. To come back, write START.",
        "es": "No recibirá más mensajes nuestros aquí. Para volver, escriba ALTA.",
        "de": "Sie bekommen hier keine Nachrichten mehr von uns. Schreiben Sie START, um wieder zu beginnen.",
        "fr": "Vous ne recevrez plus de messages de notre part ici. Pour revenir, écrivez START.",
        "pt": "Você não receberá mais mensagens nossas aqui. Para voltar, escreva VOLTAR.",
        "it": "Non riceverà più nostri messaggi qui. Per riprendere, scriva START.",
        "nl": "U krijgt hier geen berichten meer van ons. Schrijf START om weer te beginnen.",
        "tr": "Size buradan artık mesaj göndermeyeceğiz. Geri dönmek için BAŞLAT yazın.",
        "hi": "अब आपको यहाँ हमारी ओर से कोई संदेश नहीं मिलेगा। वापस आने के लिए START लिखें।",
        "id": "Anda tidak akan menerima pesan lagi dari kami di sini. Untuk kembali, tulis MULAI.",
        "ar": "لن تصلك رسائل أخرى منا هنا. للعودة، اكتب START.",
    },
    "started": {
        "en": "Welcome back! How can we help you?",
        "es": "¡Bienvenido de nuevo! ¿En qué podemos ayudarle?",
        "de": "Schön, dass Sie wieder da sind! Wie können wir Ihnen helfen?",
        "fr": "Heureux de vous retrouver ! Comment pouvons-nous vous aider ?",
        "pt": "Que bom ter você de volta! Como podemos ajudar?",
        "it": "Bentornato! Come possiamo aiutarla?",
        "nl": "Fijn dat u er weer bent! Waarmee kunnen we u helpen?",
        "tr": "Tekrar hoş geldiniz! Size nasıl yardımcı olabiliriz?",
        "hi": "फिर से स्वागत है! हम आपकी क्या मदद कर सकते हैं?",
        "id": "Selamat datang kembali! Ada yang bisa kami bantu?",
        "ar": "أهلاً بعودتك! كيف يمكننا مساعدتك؟",
    },
    "with_a_person": {
        "en": "Sorry, this is taking longer than it should. One of our team will answer you here.",
        "es": "Disculpe, esto está tardando más de lo debido. Alguien de nuestro equipo le responderá aquí.",
        "de": "Entschuldigung, das dauert länger als es sollte. Jemand aus unserem Team antwortet Ihnen hier.",
        "fr": "Désolé, cela prend plus de temps que prévu. Une personne de notre équipe vous répondra ici.",
        "pt": "Desculpe, isto está demorando mais do que deveria. Alguém da nossa equipe vai responder aqui.",
        "it": "Ci scusi, ci vuole più tempo del dovuto. Una persona del nostro team le risponderà qui.",
        "nl": "Sorry, dit duurt langer dan zou moeten. Iemand van ons team antwoordt u hier.",
        "tr": "Üzgünüz, bu beklenenden uzun sürüyor. Ekibimizden biri size buradan yanıt verecek.",
        "hi": "क्षमा करें, इसमें अपेक्षा से अधिक समय लग रहा है। हमारी टीम का कोई सदस्य आपको यहीं उत्तर देगा।",
        "id": "Maaf, ini memakan waktu lebih lama dari seharusnya. Seorang dari tim kami akan menjawab Anda di sini.",
        "ar": "نعتذر، يستغرق هذا وقتاً أطول من اللازم. سيجيبك أحد أعضاء فريقنا هنا.",
    },
}


def say(sentence: Sentence, language: str | None) -> str:
    """The sentence in the customer's language (`pt-BR` is read as `pt`), in English where we do not speak it."""
    spoken = _SENTENCES[sentence]
    plain = (language or FALLBACK).replace("_", "-").partition("-")[0].lower()
    return spoken.get(plain, spoken[FALLBACK])


def languages(sentence: Sentence) -> frozenset[str]:
    """The languages that a sentence is written in."""
    return frozenset(_SENTENCES[sentence])
