"""What the assistant itself says, by language. Answers are the owner's words; times and places are booking's."""

from collections.abc import Mapping
from typing import Literal, TypeVar

Sentence = Literal[
    "greeting",
    "greeting_named",
    "thanks",
    "goodbye",
    "all_right",
    "off_topic",
    "dont_know",
    "rest",
    "perhaps",
    "person",
    "unreadable",
]
Title = Literal["book", "person"]

K = TypeVar("K", bound=str)

FALLBACK = "en"

_SENTENCES: Mapping[str, Mapping[Sentence, str]] = {
    "en": {
        "greeting": "Hello! How can I help? You can ask a question or book an appointment.",
        "greeting_named": "Hello, this is {business}. How can I help? You can ask a question or book an appointment.",
        "thanks": "You're welcome!",
        "goodbye": "Goodbye, and take care!",
        "all_right": "All right. Write whenever you need something.",
        "off_topic": "I'm only the receptionist here, so I can't help with that. I'm glad to answer questions about us or book an appointment.",
        "dont_know": "I'm sorry, I don't know that. Shall I ask someone from the team?",
        "rest": "The rest I don't know. Shall I ask someone from the team?",
        "perhaps": "I'm not certain, but this may help:\n{answer}",
        "person": "I'll ask someone from the team. They will answer you here.",
        "unreadable": "I'm sorry, I can only read text here. Could you write it, or shall I ask someone from the team?",
    },
    "es": {
        "greeting": "¡Hola! ¿En qué puedo ayudarle? Puede hacer una pregunta o pedir una cita.",
        "greeting_named": "Hola, le atiende {business}. ¿En qué puedo ayudarle? Puede hacer una pregunta o pedir una cita.",
        "thanks": "¡De nada!",
        "goodbye": "¡Hasta luego!",
        "all_right": "De acuerdo. Escriba cuando necesite algo.",
        "off_topic": "Aquí solo soy la recepción, así que no puedo ayudarle con eso. Con gusto respondo preguntas sobre nosotros o le doy una cita.",
        "dont_know": "Lo siento, no lo sé. ¿Le pregunto a alguien del equipo?",
        "rest": "Lo demás no lo sé. ¿Le pregunto a alguien del equipo?",
        "perhaps": "No estoy seguro, pero quizá esto le sirva:\n{answer}",
        "person": "Voy a preguntar a alguien del equipo. Le responderán aquí.",
        "unreadable": "Lo siento, aquí solo puedo leer texto. ¿Puede escribirlo, o aviso a alguien del equipo?",
    },
    "de": {
        "greeting": "Guten Tag! Wie kann ich helfen? Sie können eine Frage stellen oder einen Termin buchen.",
        "greeting_named": "Guten Tag, hier ist {business}. Wie kann ich helfen? Sie können eine Frage stellen oder einen Termin buchen.",
        "thanks": "Gern geschehen!",
        "goodbye": "Auf Wiedersehen!",
        "all_right": "In Ordnung. Schreiben Sie, wenn Sie etwas brauchen.",
        "off_topic": "Ich bin hier nur der Empfang, dabei kann ich nicht helfen. Fragen zu uns beantworte ich gern, und Termine vergebe ich auch.",
        "dont_know": "Das weiß ich leider nicht. Soll ich jemanden aus dem Team fragen?",
        "rest": "Das Übrige weiß ich leider nicht. Soll ich jemanden aus dem Team fragen?",
        "perhaps": "Ich bin nicht sicher, aber vielleicht hilft das:\n{answer}",
        "person": "Ich frage jemanden aus dem Team. Sie bekommen hier eine Antwort.",
        "unreadable": "Leider kann ich hier nur Text lesen. Können Sie es schreiben, oder soll ich jemanden aus dem Team fragen?",
    },
    "fr": {
        "greeting": "Bonjour ! Comment puis-je vous aider ? Vous pouvez poser une question ou prendre rendez-vous.",
        "greeting_named": "Bonjour, ici {business}. Comment puis-je vous aider ? Vous pouvez poser une question ou prendre rendez-vous.",
        "thanks": "Avec plaisir !",
        "goodbye": "Au revoir !",
        "all_right": "Entendu. Écrivez-nous quand vous en aurez besoin.",
        "off_topic": "Je ne suis que l'accueil, je ne peux pas vous aider pour cela. Je réponds volontiers aux questions sur nous et je prends les rendez-vous.",
        "dont_know": "Désolé, je ne le sais pas. Dois-je demander à quelqu'un de l'équipe ?",
        "rest": "Pour le reste, je ne sais pas. Dois-je demander à quelqu'un de l'équipe ?",
        "perhaps": "Je n'en suis pas certain, mais ceci peut aider :\n{answer}",
        "person": "Je demande à quelqu'un de l'équipe. On vous répondra ici.",
        "unreadable": "Désolé, je ne lis que du texte ici. Pouvez-vous l'écrire, ou dois-je demander à quelqu'un de l'équipe ?",
    },
    "pt": {
        "greeting": "Olá! Como posso ajudar? Pode fazer uma pergunta ou marcar um horário.",
        "greeting_named": "Olá, aqui é {business}. Como posso ajudar? Pode fazer uma pergunta ou marcar um horário.",
        "thanks": "De nada!",
        "goodbye": "Até logo!",
        "all_right": "Certo. Escreva quando precisar.",
        "off_topic": "Sou apenas a recepção, então não posso ajudar com isso. Respondo com prazer perguntas sobre nós e marco horários.",
        "dont_know": "Desculpe, isso eu não sei. Pergunto a alguém da equipe?",
        "rest": "O resto eu não sei. Pergunto a alguém da equipe?",
        "perhaps": "Não tenho certeza, mas isto pode ajudar:\n{answer}",
        "person": "Vou perguntar a alguém da equipe. A resposta virá por aqui.",
        "unreadable": "Desculpe, aqui só consigo ler texto. Pode escrever, ou pergunto a alguém da equipe?",
    },
    "it": {
        "greeting": "Buongiorno! Come posso aiutarla? Può fare una domanda o prenotare un appuntamento.",
        "greeting_named": "Buongiorno, qui {business}. Come posso aiutarla? Può fare una domanda o prenotare un appuntamento.",
        "thanks": "Prego!",
        "goodbye": "Arrivederci!",
        "all_right": "Va bene. Scriva quando le serve qualcosa.",
        "off_topic": "Sono solo la reception, in questo non posso aiutarla. Rispondo volentieri a domande su di noi e prendo appuntamenti.",
        "dont_know": "Mi dispiace, questo non lo so. Chiedo a qualcuno del team?",
        "rest": "Il resto non lo so. Chiedo a qualcuno del team?",
        "perhaps": "Non ne sono certo, ma forse questo aiuta:\n{answer}",
        "person": "Chiedo a qualcuno del team. Le risponderanno qui.",
        "unreadable": "Mi dispiace, qui posso leggere solo testo. Può scriverlo, o chiedo a qualcuno del team?",
    },
    "nl": {
        "greeting": "Hallo! Waarmee kan ik helpen? U kunt een vraag stellen of een afspraak maken.",
        "greeting_named": "Hallo, dit is {business}. Waarmee kan ik helpen? U kunt een vraag stellen of een afspraak maken.",
        "thanks": "Graag gedaan!",
        "goodbye": "Tot ziens!",
        "all_right": "Goed. Schrijf gerust als u iets nodig hebt.",
        "off_topic": "Ik ben hier alleen de receptie, daarmee kan ik niet helpen. Vragen over ons beantwoord ik graag, en afspraken maak ik ook.",
        "dont_know": "Dat weet ik helaas niet. Zal ik het iemand van het team vragen?",
        "rest": "De rest weet ik niet. Zal ik het iemand van het team vragen?",
        "perhaps": "Ik weet het niet zeker, maar misschien helpt dit:\n{answer}",
        "person": "Ik vraag het iemand van het team. U krijgt hier antwoord.",
        "unreadable": "Ik kan hier helaas alleen tekst lezen. Kunt u het schrijven, of zal ik iemand van het team vragen?",
    },
    "tr": {
        "greeting": "Merhaba! Nasıl yardımcı olabilirim? Soru sorabilir veya randevu alabilirsiniz.",
        "greeting_named": "Merhaba, burası {business}. Nasıl yardımcı olabilirim? Soru sorabilir veya randevu alabilirsiniz.",
        "thanks": "Rica ederim!",
        "goodbye": "Hoşça kalın!",
        "all_right": "Peki. Bir şeye ihtiyacınız olursa yazın.",
        "off_topic": "Ben yalnızca resepsiyonum, bu konuda yardımcı olamam. Bizimle ilgili soruları yanıtlar ve randevu alırım.",
        "dont_know": "Üzgünüm, bunu bilmiyorum. Ekipten birine sorayım mı?",
        "rest": "Kalanını bilmiyorum. Ekipten birine sorayım mı?",
        "perhaps": "Emin değilim ama bu yardımcı olabilir:\n{answer}",
        "person": "Ekipten birine soruyorum. Size buradan yanıt verecekler.",
        "unreadable": "Üzgünüm, burada yalnızca yazı okuyabiliyorum. Yazabilir misiniz, yoksa ekipten birine sorayım mı?",
    },
    "hi": {
        "greeting": "नमस्ते! मैं आपकी क्या मदद कर सकता हूँ? आप सवाल पूछ सकते हैं या अपॉइंटमेंट ले सकते हैं।",
        "greeting_named": "नमस्ते, यह {business} है। मैं आपकी क्या मदद कर सकता हूँ? आप सवाल पूछ सकते हैं या अपॉइंटमेंट ले सकते हैं।",
        "thanks": "आपका स्वागत है!",
        "goodbye": "नमस्ते, फिर मिलेंगे!",
        "all_right": "ठीक है। जब भी ज़रूरत हो, लिखें।",
        "off_topic": "मैं यहाँ केवल रिसेप्शन हूँ, इसमें मदद नहीं कर सकता। हमारे बारे में सवालों के जवाब और अपॉइंटमेंट ज़रूर दे सकता हूँ।",
        "dont_know": "माफ़ कीजिए, यह मुझे नहीं पता। क्या मैं टीम में किसी से पूछूँ?",
        "rest": "बाकी मुझे नहीं पता। क्या मैं टीम में किसी से पूछूँ?",
        "perhaps": "मुझे पक्का नहीं पता, पर शायद यह मदद करे:\n{answer}",
        "person": "मैं टीम में किसी से पूछता हूँ। वे आपको यहीं जवाब देंगे।",
        "unreadable": "माफ़ कीजिए, मैं यहाँ केवल लिखा हुआ पढ़ सकता हूँ। क्या आप लिख सकते हैं, या मैं टीम में किसी से पूछूँ?",
    },
    "id": {
        "greeting": "Halo! Ada yang bisa saya bantu? Anda bisa bertanya atau membuat janji.",
        "greeting_named": "Halo, ini {business}. Ada yang bisa saya bantu? Anda bisa bertanya atau membuat janji.",
        "thanks": "Sama-sama!",
        "goodbye": "Sampai jumpa!",
        "all_right": "Baik. Tulis saja kapan pun Anda perlu.",
        "off_topic": "Saya hanya resepsionis di sini, jadi tidak bisa membantu hal itu. Dengan senang hati saya menjawab pertanyaan tentang kami atau membuat janji.",
        "dont_know": "Maaf, saya tidak tahu. Perlu saya tanyakan kepada tim kami?",
        "rest": "Sisanya saya tidak tahu. Perlu saya tanyakan kepada tim kami?",
        "perhaps": "Saya tidak yakin, tetapi mungkin ini membantu:\n{answer}",
        "person": "Saya tanyakan kepada tim kami. Mereka akan menjawab Anda di sini.",
        "unreadable": "Maaf, saya hanya bisa membaca teks di sini. Bisa Anda tuliskan, atau saya tanyakan kepada tim kami?",
    },
    "ar": {
        "greeting": "مرحباً! كيف يمكنني مساعدتك؟ يمكنك طرح سؤال أو حجز موعد.",
        "greeting_named": "مرحباً، هنا {business}. كيف يمكنني مساعدتك؟ يمكنك طرح سؤال أو حجز موعد.",
        "thanks": "على الرحب والسعة!",
        "goodbye": "مع السلامة!",
        "all_right": "حسناً. اكتب لنا متى احتجت شيئاً.",
        "off_topic": "أنا موظف الاستقبال فقط، ولا أستطيع المساعدة في ذلك. يسعدني الرد على أسئلتك عنا أو حجز موعد لك.",
        "dont_know": "عذراً، لا أعرف ذلك. هل أسأل أحداً من الفريق؟",
        "rest": "أما الباقي فلا أعرفه. هل أسأل أحداً من الفريق؟",
        "perhaps": "لست متأكداً، لكن قد يفيدك هذا:\n{answer}",
        "person": "سأسأل أحداً من الفريق، وسيجيبك هنا.",
        "unreadable": "عذراً، لا أستطيع هنا إلا قراءة النصوص. هل يمكنك كتابته، أم أسأل أحداً من الفريق؟",
    },
}

_TITLES: Mapping[str, Mapping[Title, str]] = {
    "en": {"book": "Book a time", "person": "Ask the team"},
    "es": {"book": "Pedir cita", "person": "Preguntar al equipo"},
    "de": {"book": "Termin buchen", "person": "Team fragen"},
    "fr": {"book": "Prendre rendez-vous", "person": "Demander à l'équipe"},
    "pt": {"book": "Marcar horário", "person": "Perguntar à equipe"},
    "it": {"book": "Prenotare", "person": "Chiedere al team"},
    "nl": {"book": "Afspraak maken", "person": "Team vragen"},
    "tr": {"book": "Randevu al", "person": "Ekibe sor"},
    "hi": {"book": "अपॉइंटमेंट लें", "person": "टीम से पूछें"},
    "id": {"book": "Buat janji", "person": "Tanya tim"},
    "ar": {"book": "حجز موعد", "person": "اسأل الفريق"},
}
"""Button titles: at most 20 characters, WhatsApp's limit."""


def say(sentence: Sentence, language: str, **values: str) -> str:
    """A sentence in a language (its base where there is no regional one), English where we do not speak it."""
    return _in(_SENTENCES, language)[sentence].format(**values)


def title(name: Title, language: str) -> str:
    """A button's title."""
    return _in(_TITLES, language)[name]


def _in(table: Mapping[str, Mapping[K, str]], language: str) -> Mapping[K, str]:
    return table.get(language) or table.get(language.partition("-")[0]) or table[FALLBACK]
