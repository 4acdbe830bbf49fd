"""Words of danger, by language: what somebody writes who needs an ambulance rather than an appointment.

The kinds are those that ambulance services and emergency physicians name to the public as signs to call at once: pain
in the chest, no breath, no consciousness, a stroke or a seizure, blood that does not stop, poison, an allergic shock,
and thoughts of ending one's life. The wording is our own, and narrow on purpose: several words where one has harmless
uses ("a heart attack" of a bill, "unconscious" bias). They see words, not meaning: what is misspelt or only described
is not found, and nothing here is a triage. Owners add words of their own.
"""

from collections.abc import Mapping

PHRASES: Mapping[str, str] = {
    "en": "chest pain|chest pains|pain in my chest|pain in the chest|pain in his chest|pain in her chest|"
    "my chest hurts|having a heart attack|had a heart attack|can't breathe|cannot breathe|can not breathe|"
    "struggling to breathe|unable to breathe|hard to breathe|is not breathing|isn't breathing|stopped breathing|"
    "is unconscious|he's unconscious|she's unconscious|found unconscious|fell unconscious|has passed out|"
    "just passed out|won't wake up|not waking up|having a stroke|had a stroke|having a seizure|suicidal|"
    "commit suicide|committing suicide|thoughts of suicide|thinking of suicide|kill myself|killing myself|"
    "end my life|take my own life|don't want to live|do not want to live|bleeding heavily|heavy bleeding|"
    "severe bleeding|bleeding won't stop|won't stop bleeding|can't stop the bleeding|losing a lot of blood|"
    "lost a lot of blood|coughing up blood|vomiting blood|overdosed|an overdose|took too many pills|"
    "taken too many pills|swallowed poison|drank poison|swallowed bleach|drank bleach|been poisoned|"
    "carbon monoxide poisoning|anaphylactic|anaphylaxis|throat is closing|throat is swelling|is choking|i'm choking",
    "es": "dolor en el pecho|dolor de pecho|me duele el pecho|le duele el pecho|no puedo respirar|"
    "no puede respirar|no respira|me cuesta respirar|está inconsciente|perdió el conocimiento|"
    "ha perdido el conocimiento|no despierta|sufriendo un infarto|teniendo un infarto|dando un infarto|"
    "derrame cerebral|suicidarme|pensando en el suicidio|quitarme la vida|quiero matarme|voy a matarme|"
    "no quiero vivir|sangra mucho|sangrando mucho|no deja de sangrar|no para de sangrar|perdiendo mucha sangre|"
    "perdido mucha sangre|hemorragia|sobredosis|envenenado|envenenada|me envenené|demasiadas pastillas|"
    "se está ahogando|me estoy ahogando|vomitando sangre|vomita sangre|está convulsionando|shock anafiláctico",
    "de": "brustschmerzen|brustschmerz|schmerzen in der brust|starke schmerzen in der brust|habe einen herzinfarkt|"
    "hat einen herzinfarkt|bekomme keine luft|kriege keine luft|bekommt keine luft|kriegt keine luft|"
    "kann nicht atmen|kann nicht mehr atmen|atmet nicht|atmet nicht mehr|bewusstlos|ohnmächtig geworden|"
    "wacht nicht auf|wacht nicht mehr auf|hat einen schlaganfall|habe einen schlaganfall|krampfanfall|selbstmord|"
    "suizid|suizidgedanken|mich umbringen|bringe mich um|mir das leben nehmen|nicht mehr leben|blutet stark|"
    "blute stark|starke blutung|starke blutungen|hört nicht auf zu bluten|blutung hört nicht auf|"
    "viel blut verloren|verliert viel blut|verliere viel blut|spuckt blut|spucke blut|erbricht blut|erbreche blut|"
    "überdosis|zu viele tabletten genommen|zu viele tabletten geschluckt|vergiftet|vergiftung|allergischer schock|"
    "allergischen schock|anaphylaktisch|anaphylaktischen schock|am ersticken",
    "fr": "douleur à la poitrine|douleurs à la poitrine|douleur dans la poitrine|douleurs dans la poitrine|"
    "douleur thoracique|douleurs thoraciques|mal à la poitrine|fait une crise cardiaque|fais une crise cardiaque|"
    "fait un infarctus|je ne peux pas respirer|peux plus respirer|n'arrive pas à respirer|n'arrive plus à respirer|"
    "du mal à respirer|ne respire pas|ne respire plus|est inconscient|est inconsciente|a perdu connaissance|"
    "ne se réveille pas|ne se réveille plus|fait un avc|en convulsion|me suicider|se suicider|suicidaire|"
    "idées suicidaires|mettre fin à mes jours|envie de me tuer|veux me tuer|vais me tuer|plus envie de vivre|"
    "ne veux plus vivre|saigne beaucoup|perd beaucoup de sang|perds beaucoup de sang|perdu beaucoup de sang|"
    "n'arrête pas de saigner|hémorragie|crache du sang|vomit du sang|vomis du sang|fait une overdose|surdose|"
    "avalé de la javel|avalé du poison|empoisonné|empoisonnée|monoxyde de carbone|trop de cachets|s'étouffe|"
    "je m'étouffe|choc anaphylactique",
    "pt": "dor no peito|dores no peito|não consigo respirar|não consegue respirar|não está respirando|não respira|"
    "com falta de ar|está inconsciente|perdeu a consciência|desmaiou|não acorda|tendo um infarto|"
    "tendo um ataque cardíaco|tendo um avc|teve um avc|convulsionando|tendo uma convulsão|me suicidar|"
    "pensando em suicídio|quero me matar|vou me matar|tirar minha vida|tirar a minha vida|não quero mais viver|"
    "sangrando muito|sangra muito|não para de sangrar|perdendo muito sangue|perdeu muito sangue|hemorragia|"
    "vomitando sangue|teve uma overdose|tomou uma overdose|muitos comprimidos|envenenado|envenenada|me envenenei|"
    "está engasgado|está engasgada|engasgando|choque anafilático",
    "it": "dolore al petto|dolori al petto|mi fa male il petto|dolore toracico|avendo un infarto|avuto un infarto|"
    "non riesco a respirare|non riesce a respirare|non respira|faccio fatica a respirare|privo di sensi|"
    "priva di sensi|ha perso conoscenza|ha perso i sensi|è incosciente|non si sveglia|avendo un ictus|"
    "ha le convulsioni|suicidarmi|pensieri suicidi|voglio uccidermi|togliermi la vita|non voglio più vivere|"
    "farla finita con la vita|sanguina molto|sanguino molto|non smette di sanguinare|perde molto sangue|"
    "perdo molto sangue|perso molto sangue|emorragia|vomita sangue|vomito sangue|in overdose|troppe pastiglie|"
    "troppe pillole|avvelenato|avvelenata|avvelenamento|sta soffocando|sto soffocando|shock anafilattico",
    "nl": "pijn op de borst|pijn op mijn borst|pijn in mijn borst|borstpijn|druk op de borst|"
    "een hartaanval gekregen|heeft een hartaanval|heb een hartaanval|kan niet ademen|kan niet meer ademen|"
    "krijg geen lucht|krijgt geen lucht|ademt niet|bewusteloos|buiten bewustzijn|wordt niet wakker|"
    "heeft een beroerte|heb een beroerte|epileptische aanval|zelfmoord|zelfdoding|suïcidaal|mezelf van het leven|"
    "einde aan mijn leven|wil niet meer leven|bloedt hevig|bloed hevig|hevige bloeding|stopt niet met bloeden|"
    "veel bloed verloren|verliest veel bloed|braakt bloed|overdosis|te veel pillen|vergiftigd|"
    "koolmonoxidevergiftiging|aan het stikken|anafylactische shock",
    "tr": "göğüs ağrısı|göğüs ağrım|göğsüm ağrıyor|göğsü ağrıyor|göğsümde ağrı|göğsünde ağrı|kalp krizi geçiriyor|"
    "kalp krizi geçiriyorum|nefes alamıyorum|nefes alamıyor|nefes almıyor|aniden bayıldı|yere yığıldı|"
    "bilinci kapalı|bilincini kaybetti|uyanmıyor|felç geçiriyor|felç geçiriyorum|inme geçiriyor|nöbet geçiriyor|"
    "intihar|kendimi öldürmek|kendimi öldüreceğim|yaşamak istemiyorum|çok kan kaybediyor|çok kan kaybettim|"
    "çok kanıyor|kanama durmuyor|kanaması durmuyor|kan kusuyor|aşırı doz|çok fazla hap|zehirlendi|zehirlendim|"
    "zehir içti|boğuluyor|anafilaktik şok",
    "hi": "सीने में दर्द|छाती में दर्द|दिल का दौरा|हार्ट अटैक आ|सांस नहीं आ रही|सांस नहीं ले पा|सांस नहीं चल रही|"
    "बेहोश|होश में नहीं|दौरा पड़ रहा|आत्महत्या|खुदकुशी|जान देना चाहता|जान देना चाहती|मरना चाहता|मरना चाहती|"
    "जीना नहीं चाहता|जीना नहीं चाहती|बहुत खून बह|खून नहीं रुक|खून बंद नहीं|खून की उल्टी|ज़हर खा|ज़हर पी|"
    "seene me dard|seene mein dard|chhati me dard|chhati mein dard|chest me dard|chest mein dard|dil ka daura|"
    "heart attack aa|saans nahi aa|sans nahi aa|saans nahi le pa|behosh|hosh me nahi|hosh mein nahi|aatmahatya|"
    "atmahatya|khudkushi|marna chahta hu|marna chahti hu|jeena nahi chahta|jeena nahi chahti|bahut khoon beh|"
    "khoon nahi ruk|khoon ki ulti|zeher kha|zehar kha|jahar kha|zeher pi",
    "id": "nyeri dada|sakit dada|dada saya sakit|dada saya nyeri|serangan jantung|tidak bisa bernapas|"
    "tidak bisa bernafas|gak bisa napas|nggak bisa napas|ga bisa napas|sesak napas|sesak nafas|tidak bernapas|"
    "tidak bernafas|pingsan|tidak sadarkan diri|kena stroke|kejang kejang|bunuh diri|mengakhiri hidup|"
    "tidak mau hidup lagi|pendarahan hebat|perdarahan hebat|darah tidak berhenti|kehilangan banyak darah|"
    "muntah darah|overdosis|keracunan|minum racun|menelan racun|tersedak|syok anafilaktik",
    "ar": "ألم في الصدر|ألم في صدري|ألم بالصدر|وجع في صدري|وجع في الصدر|صدري يؤلمني|نوبة قلبية|أزمة قلبية|"
    "لا أستطيع التنفس|لا يستطيع التنفس|لا تستطيع التنفس|لا يتنفس|لا تتنفس|مش قادر اتنفس|مش قادرة اتنفس|"
    "ما اقدر اتنفس|فاقد الوعي|فاقدة الوعي|فقد الوعي|فقدت الوعي|مغمى عليه|مغمى عليها|أغمي عليه|أغمي عليها|"
    "جلطة دماغية|سكتة دماغية|الانتحار|انتحار|أنتحر|أقتل نفسي|لا أريد أن أعيش|نزيف حاد|نزيف شديد|ينزف بشدة|"
    "أنزف بشدة|النزيف لا يتوقف|يتقيأ دم|جرعة زائدة|تسمم|شرب سم|ابتلع سم|يختنق|تختنق|أختنق|صدمة تحسسية",
}

DENIED: frozenset[str] = frozenset(
    {
        *("no", "not", "without", "never", "kein", "keine", "keinen", "keiner", "ohne", "sin", "sans", "pas", "sem"),
        *("senza", "nessun", "geen", "zonder", "tanpa", "bukan", "bina", "बिना", "بدون", "بلا"),
    }
)
"""Words that deny what follows at once: "no chest pain". A phrase's own ("no respira") deny nothing."""
