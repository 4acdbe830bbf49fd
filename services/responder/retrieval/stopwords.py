"""Words that any question may have and that say nothing of what it is about."""

from services.responder.retrieval.grams import normalised

_WORDS = {
    "en": """a about am an and any anyone anything are as at be been but by can could d did do does done for from
    get give got had has have he her hello help hi his how i if in into is it its just know let like
    ll m may me might my need no not of ok on one or our out please re s she should so some t tell
    thank thanks that the their them there they this those to too up us ve want was we were what
    when where which who whom whose why will with would yes you your""",
    "es": """a al algo aquí como cómo con cual cuál cuáles cuando cuándo cuanto cuánto cuánta cuántos cuántas de
    del donde dónde el ella ellos en eres es esa ese eso esta está están este esto gracias ha hace
    hacen hay hola la las le les lo los me mi mis muy necesito no nos o para pero por porque puede
    pueden puedo que qué quien quién quiero se sea si sí sobre son soy su sus también te tengo tiene
    tienen tienes tu tus un una unas unos usted ustedes y ya yo""",
    "pt": """a ao aos as com como da das de do dos e é ela ele em esta está este eu foi há isso já mas me meu
    minha muito na não nas no nos o obrigado olá onde os ou para pela pelo pode podem posso por
    porque qual quais quando quanto que quem quero se sem ser seu sua são tem tenho também um uma
    vocês você""",
    "fr": """à ai as au aux avec avez bonjour c ce ces cette combien comment d dans de des du elle en es est et
    êtes il ils j je l la le les leur lui ma mais me merci mes moi mon n ne nos notre nous on ou où
    par pas peut peux pour pouvez puis qu quand que quel quelle quels qui quoi s sa sans se ses si
    son sont sur ta te tu un une vos votre vous y""",
    "de": """aber als am an auch auf aus bei bin bis bitte da danke das dass dem den der des die dies diese
    dieser du ein eine einem einen einer er es euch für gibt habe haben hallo hat ich ihr ihre im in
    ist ja kann kein keine können kannst man mein meine mich mir mit möchte nach nicht noch nur ob
    oder sein sie sind so über um und uns unser vom von vor wann war warum was welche welcher wenn
    wer werden wie wieviel wir wird wo zu zum zur""",
    "it": """a ai al alla anche c che chi ci ciao come con cosa da dal dei del della di dove è e gli grazie ha
    hai ho i il in io l la le lo ma mi mia mio ne nel non o per perché più posso può potete quale
    quali quando quanto quanti questa questo se si siete sono su sua suo tra tu un una uno vi voi
    vorrei""",
    "hi": """और का की के को में से है हैं हो हूँ था थे क्या कब कहाँ कहां कैसे कितना कितने कितनी कौन क्यों मैं हम
    आप मुझे मेरा मेरी आपका आपके आपकी यह वह ये वे पर भी तो ही एक नहीं ना कर करना करते करता सकते सकता
    सकती लिए कोई कुछ अगर या नमस्ते धन्यवाद aap aapka aapke aapki hai hain ho hoon kya kab kahan
    kaise kitna kitne kitni kaun kyun main mein mujhe mera meri ka ke ki ko se par bhi toh nahi
    nahin kar karna karte sakte sakta sakti liye koi kuch namaste""",
    "id": """ada adalah anda apa apakah atau bagaimana berapa bisa dan dari di dengan halo ini itu kah kami kamu
    kapan ke mana mau mengapa saya siapa tidak untuk yang""",
    "tr": """acaba bana ben bir bu da de için ile kaç kim mı mi mu mü ne neden nasıl nerede o olan siz size ve
    veya var yok""",
    "ar": """في من على إلى عن ما ماذا متى أين كيف كم هل هو هي هم أنا أنت أنتم نحن هذا هذه ذلك التي الذي أن إن أو
    و لا نعم مع كان يكون هناك لدي لديكم يمكن يمكنني أريد مرحبا شكرا""",
}  # fmt: skip

STOP_WORDS_OF = {language: frozenset(normalised(words).split()) for language, words in _WORDS.items()}
STOP_WORDS = frozenset().union(*STOP_WORDS_OF.values())


def content_words(question: str) -> list[str]:
    """The words that say what a question is about; all of its words where it has no other."""
    words = normalised(question).split()
    return [word for word in words if word not in STOP_WORDS] or words
