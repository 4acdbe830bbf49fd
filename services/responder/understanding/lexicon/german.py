"""German."""

from .table import Table

TABLE = Table(
    code="de",
    common="ich|du|er|sie|es|wir|ihr|mich|mir|dich|dir|uns|euch|ihnen|mein|meine|meinen|meiner|dein|ihre|ihren|"
    "der|die|das|den|dem|des|ein|eine|einen|einem|einer|und|oder|aber|nicht|kein|keine|keinen|ja|nein|ist|sind|"
    "bin|war|sein|haben|habe|hat|hätte|hätten|kann|können|könnte|könnten|möchte|möchten|will|wollen|würde|"
    "werden|wird|muss|soll|darf|zu|zum|zur|von|vom|für|mit|bei|beim|in|im|an|am|auf|aus|um|nach|vor|über|ab|bis|"
    "gegen|wenn|dass|wie|was|wann|wo|wer|warum|welche|welcher|bitte|danke|hallo|guten|gut|gerne|gern|auch|noch|"
    "nur|schon|da|hier|es|geht|gibt|einmal|mal|dann|frei|freie|termin|termine|passt|uhrzeit|tag|sehr|so|sich|"
    "doch|eher|lieber|also|möglich|ok",
    weekdays="montag|?mo|montags, dienstag|?di|dienstags, mittwoch|?mi|mittwochs, donnerstag|?do|donnerstags, "
    "freitag|?fr|freitags, samstag|sonnabend|?sa|samstags, sonntag|sonntags",
    months="januar|jänner|jan, februar|feb, märz|maerz, april|apr, mai, juni|jun, juli|jul, august|aug, "
    "september|sept|sep, oktober|okt, november|nov, dezember|dez",
    numbers="null, ein|eins, zwei|zwo, drei, vier, fünf|fuenf, sechs, sieben, acht, neun, zehn, elf, zwölf|"
    "zwoelf, dreizehn, vierzehn, fünfzehn, sechzehn, siebzehn, achtzehn, neunzehn, zwanzig, einundzwanzig, "
    "zweiundzwanzig, dreiundzwanzig, vierundzwanzig, fünfundzwanzig, sechsundzwanzig, siebenundzwanzig, "
    "achtundzwanzig, neunundzwanzig, dreißig, einunddreißig",
    more_numbers={
        35: "fünfunddreißig",
        40: "vierzig",
        45: "fünfundvierzig",
        50: "fünfzig",
        55: "fünfundfünfzig",
    },
    ordinals="ersten|erster|erste, zweiten, dritten, vierten, fünften, sechsten, siebten, achten, neunten, "
    "zehnten, elften, zwölften, dreizehnten, vierzehnten, fünfzehnten, sechzehnten, siebzehnten, achtzehnten, "
    "neunzehnten, zwanzigsten, einundzwanzigsten, zweiundzwanzigsten, dreiundzwanzigsten, vierundzwanzigsten, "
    "fünfundzwanzigsten, sechsundzwanzigsten, siebenundzwanzigsten, achtundzwanzigsten, neunundzwanzigsten, "
    "dreißigsten, einunddreißigsten",
    ordinal_endings="ten|ter|te",
    days={
        "0": "heute",
        "0 evening": "heute abend|heut abend",
        "0 morning": "heute morgen|heute früh|heute vormittag",
        "0 afternoon": "heute nachmittag|heute mittag",
        "1": "morgen",
        "1 morning": "morgen früh|morgen vormittag|morgen frueh",
        "1 afternoon": "morgen nachmittag|morgen mittag",
        "1 evening": "morgen abend",
        "2": "übermorgen|uebermorgen",
        "2 morning": "übermorgen vormittag|übermorgen früh",
        "2 afternoon": "übermorgen nachmittag",
        "12:24": "heiligabend",
        "12:25": "weihnachten",
        "12:31": "silvester",
        "1:1": "neujahr",
        "-1": "gestern|gestern abend",
        "-2": "vorgestern",
    },
    parts={
        "morning": "vormittag|vormittags|am vormittag|morgens|am morgen|früh|frühmorgens|in der früh",
        "afternoon": "nachmittag|nachmittags|am nachmittag|mittags|am mittag",
        "evening": "abend|abends|am abend",
        "night": "nachts|in der nacht",
    },
    units={
        "minute": "minute|minuten|min",
        "hour": "stunde|stunden|std",
        "day": "tag|tage|tagen",
        "week": "woche|wochen",
        "month": "monat|monate|monaten|monats",
        "year": "jahr|jahre|jahren",
    },
    named_times={
        "12:00": "zwölf uhr mittags|12 uhr mittags",
        "00:00": "mitternacht",
    },
    fractions={
        15: "viertel|viertelstunde",
    },
    before_hour={
        -30: "halb",
        -15: "dreiviertel|drei viertel",
    },
    meridiem={
        "am": "",
        "pm": "pm",
    },
    signs={
        "clock": "uhr|h",
        "past": "nach",
        "next": "nächste|nächsten|nächster|nächstes|nächstem|naechste|naechsten|kommende|kommenden|kommender|kommendes",
        "this": "diese|diesen|dieser|dieses|diesem",
        "last": "letzte|letzten|letzter|letztes|vergangene|vergangenen|vorige|vorigen",
        "in": "in|binnen|innerhalb von",
        "later": "später",
        "ago": "vor",
        "weekend": "wochenende",
        "earliest": "so schnell wie möglich|so bald wie möglich|schnellstmöglich|so früh wie möglich|"
        "möglichst bald|nächster freier termin|nächsten freien termin|nächstmöglichen|nächstmöglicher|"
        "frühestmöglich|asap|dringend|möglichst schnell|nächste freie",
        "at": "um|gegen|ab ca|so um|circa|ca",
        "on": "am|an dem",
        "the": "der|den|dem|das|die",
        "of": "des",
        "and": "und",
        "or": "oder",
        "not": "nicht|außer|statt|anstatt|kein|nicht am|statt am",
        "before": "bis|spätestens|spätestens um",
        "after": "ab|nach|von|seit|frühestens|nicht vor",
        "between": "zwischen",
        "for": "für|auf",
        "a": "einem|einer|eine|einen",
        "greeting": "guten morgen|guten tag|guten abend|gute nacht|schönen tag|schönen abend|schönes wochenende|"
        "moin|schönen tag noch|schönen abend noch",
        "period": "jeden tag|24 7|einen moment|eine minute|ein moment|das war s für heute|das wars für heute|"
        "alles für heute|noch einmal|auf einmal",
    },
    clock_24=True,
    cues={
        "book_verb": "buchen|reservieren|termin vereinbaren|termin machen|termin ausmachen|einen termin haben|"
        "termin buchen|termin bekommen|vereinbaren|reserviere|buche|anmelden|termin reservieren|eintragen|buch|"
        "ausmachen",
        "place": "termin|termine|reservierung|buchung|sprechstunde|tisch|sitzung|beratung|platz|terminanfrage",
        "want": "ich möchte|ich hätte gern|ich hätte gerne|ich brauche|ich will|ich würde gern|ich würde gerne|"
        "wir möchten|bitte|lieber|ich nehme|passt mir|würde mir passen|am liebsten|brauche|möchte|hätte gern|"
        "hätte gerne|geben sie mir|ich bräuchte|bräuchte|wie wäre es|wie wär s|dann",
        "may": "kann ich|könnte ich|können sie|könnten sie|ist es möglich|dürfte ich|können wir|darf ich|"
        "könnten wir|geht es|kannst du",
        "come": "vorbeikommen|kommen|vorbeischauen|zum arzt|drankommen|vorstellen",
        "move_verb": "verschieben|verlegen|umbuchen|vorverlegen|verschiebe|umlegen|nach hinten schieben|"
        "termin ändern|termin zu ändern|auf einen anderen|verlegt werden",
        "change_verb": "ändern|tauschen|wechseln|änderung",
        "another": "anderer termin|anderen termin|andere zeit|andere uhrzeit|anderen tag|anderer tag|"
        "ein anderes mal|später|früher",
        "instead": "stattdessen|lieber|wie wäre|können wir",
        "cancel_verb": "stornieren|absagen|canceln|storniere|absage|sage ab|stornierung meines|absagen muss|"
        "termin löschen|sag ab",
        "cant_come": "ich kann nicht kommen|kann leider nicht|schaffe es nicht|kann nicht kommen|"
        "nicht kommen kann|verhindert|werde nicht kommen|nicht wahrnehmen|schaff s nicht|kann den termin nicht",
        "policy": "gebühr|gebühren|stornobedingungen|stornogebühr|rückerstattung|bedingungen",
        "show": "wann ist mein|um wie viel uhr ist mein|wann habe ich|habe ich|wann hab ich|mein nächster|"
        "welcher tag ist mein|zeig mir meine|bestätigen sie meinen|wann war mein|für wann habe ich",
        "bookings": "meine termine|meine buchungen|mein nächster termin|meine reservierungen",
        "queue": "wartezeit|wie lange muss ich warten|wie lange dauert es noch|warteschlange|wie viele vor mir|"
        "vor mir|meine nummer|wann bin ich dran|bin ich dran|welche nummer|wie viele leute",
        "free": "frei|freie|freien|verfügbar|freier|etwas frei|platz|plätze|kapazität|freie termine|verfügbarkeit",
        "have": "haben sie|habt ihr|gibt es|gibt s|noch|wann|welche|hätten sie|ist",
        "offer": "welche termine|wann kann ich|wann könnte ich|welche zeiten|wann haben sie|wann hätten sie|"
        "wann ist etwas frei|wann wäre|welche uhrzeiten|nächster freier termin|wann gibt es|was ist frei",
        "need_to": "muss ich|brauche ich einen|wie kann ich|wie funktioniert|ohne termin|braucht man|"
        "ist ein termin nötig",
        "ask": "was|wann|wo|wer|warum|wieso|wie|welche|welcher|welches|haben sie|gibt es|kann ich|kann man|"
        "nehmen sie|bieten sie|sind sie|ist|habt ihr|könnten sie mir sagen|ich wollte fragen|eine frage|"
        "können sie|akzeptieren sie|darf ich|wieviel|machen sie",
        "topic": "preis|preise|was kostet|kostet|kosten|wie viel kostet|versicherung|parkplatz|parkplätze|"
        "parken|adresse|anfahrt|öffnungszeiten|geöffnet|geschlossen|offen|auf|kartenzahlung|zahlung|"
        "telefonnummer|krankenkasse|rabatt|gutschein|befinden|finden wir sie",
        "price": "wie teuer|was kostet|was kosten|wie viel kostet|wie viel kosten|wieviel kostet|wieviel kosten|"
        "preis für|preis von|preise für|was nehmen sie|was verlangen sie|wie viel muss ich|wieviel muss ich|"
        "wie viel zahle|wieviel zahle|wie hoch ist der preis|wie hoch sind die kosten|was zahle ich|"
        "was muss ich zahlen|was muss ich bezahlen",
        "gratis": "kostenlos|kostenfrei|gratis|umsonst|unentgeltlich",
        "know": "wissen|mir sagen|sagen sie mir|mir bitte sagen|mir den preis|mir bitte den preis",
        "talk": "sprechen|reden|verbinden|kontaktieren|sprechen mit|telefonieren|erreichen",
        "human": "mensch|menschen|jemand|jemandem|mitarbeiter|mitarbeiterin|person|chef|chefin|arzt|ärztin|"
        "echten menschen|berater|kollegen",
        "person": "rufen sie mich an|ruf mich an|echte person|echten menschen|kundenservice|rückruf|zurückrufen",
        "stop": "stop|stopp|abmelden|abbestellen|keine nachrichten mehr|aufhören|beenden",
        "start": "start|starten|fortsetzen|beginnen|weiter",
        "yes": "ja|jawohl|gerne|ja gerne|ja bitte|klar|natürlich|okay|ok|einverstanden|passt|stimmt|jo|jep|"
        "genau|das passt|bestätige|ich bestätige|👍|✅|👌|in ordnung|geht klar|selbstverständlich",
        "agree": "perfekt|super|gut|sehr gut|richtig|prima|toll|alles klar|bestens",
        "no": "nein|nein danke|nee|nö|lieber nicht|keiner|keine davon|falsch|stimmt nicht|👎|❌|nicht jetzt|"
        "auf keinen fall",
        "not_book": "ich möchte nicht|will nicht|möchte keinen",
        "thanks": "danke|vielen dank|danke schön|dankeschön|besten dank|herzlichen dank|🙏|dankesehr",
        "greeting": "hallo|guten tag|guten morgen|guten abend|hi|moin|servus|grüß gott|hey|👋|grüezi",
        "goodbye": "tschüss|auf wiedersehen|bis dann|bis bald|bis morgen|ciao|schönen tag noch|das war alles|"
        "das war s|tschau",
        "off_verb": "schreib|schreibe|schreiben sie|übersetze|übersetzen sie|übersetz|erzähl|erzähle|"
        "programmiere|löse|erstelle|dichte|komponiere",
        "off_noun": "gedicht|aufsatz|geschichte|lied|python|witz|witze|hausaufgaben|gleichung|rezept|roman|"
        "songtext|nachrichten|programm",
        "code": "code",
        "code_work": "schreib|schreibe|schreiben sie|programmiere|löse|erstelle|korrigiere|debugge|programmieren",
        "code_kept": "tor|tür|türe|eingang|haus|schranke|parkplatz|garage|tiefgarage|raum|wlan|rabatt|gutschein|"
        "aufzug|alarm",
        "off_phrase": "erzähl mir einen witz|übersetze das|übersetz mir|wer hat gewonnen|hauptstadt von|"
        "sinn des lebens|quadratwurzel|wie wird das wetter|wetterbericht|das wetter|ignoriere deine anweisungen|"
        "ignoriere alle anweisungen|wechselkurs|bitcoin|präsident von|bundeskanzler",
        "name_lead": "ich heiße|mein name ist|auf den namen|name ist|ich heisse|mein name lautet|name",
        "name_weak": "ich bin|hier ist|hier spricht",
        "name_filler": "ich bin|ich heiße|mein name ist|auf den namen|ja|bitte|danke|hallo|name|für|das ist|hier ist",
        "reason_lead": "für eine|für einen|für ein|wegen|zum|zur|ich habe|termin für eine|termin für einen|"
        "weil ich|es geht um|einen termin zum|einen termin zur",
        "first": "der erste|den ersten|das erste|erster|option 1",
        "second": "der zweite|den zweiten|das zweite|zweiter|option 2",
        "third": "der dritte|den dritten|das dritte|option 3",
        "fourth": "der vierte|den vierten|das vierte",
        "fifth": "der fünfte|den fünften",
        "last": "der letzte|den letzten|das letzte",
    },
)
