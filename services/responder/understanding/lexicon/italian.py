"""Italian."""

from .table import Table

TABLE = Table(
    code="it",
    common="io|tu|lui|lei|noi|voi|loro|mi|ti|si|ci|vi|il|lo|la|i|gli|le|l|un|uno|una|di|del|della|dei|delle|"
    "dello|da|dal|dalla|in|nel|nella|a|al|alla|ai|alle|con|per|su|sul|sulla|tra|fra|e|ed|o|ma|non|che|chi|cosa|"
    "quando|dove|come|quale|quali|è|sono|sei|siamo|siete|ho|ha|hai|abbiamo|avete|hanno|essere|avere|vorrei|"
    "voglio|posso|può|possiamo|potrei|potete|potrebbe|sarebbe|mio|mia|miei|mie|vostro|vostra|ciao|grazie|sì|no|"
    "buon|bene|anche|solo|già|questo|questa|quello|qui|c|prego|favore|molto|più|meno|altro|altra|fino|dopo|"
    "prima|ok|libero|disponibile|possibile|appuntamento|prenotare|ore|giorno|va|fare|venire|mi",
    weekdays="lunedì|lun, martedì, mercoledì|mer, giovedì|gio, venerdì|ven, sabato|sab, domenica|dom",
    months="gennaio|gen, febbraio|feb, marzo, aprile|apr, maggio|mag, giugno|giu, luglio|lug, agosto|ago, "
    "settembre|sett, ottobre|ott, novembre|nov, dicembre|dic",
    numbers="zero, uno|una|un|l una, due, tre, quattro, cinque, sei, sette, otto, nove, dieci, undici, dodici, "
    "tredici, quattordici, quindici, sedici, diciassette, diciotto, diciannove, venti, ventuno, ventidue, "
    "ventitré, ventiquattro, venticinque, ventisei, ventisette, ventotto, ventinove, trenta, trentuno",
    more_numbers={
        35: "trentacinque",
        40: "quaranta",
        45: "quarantacinque",
        50: "cinquanta",
        55: "cinquantacinque",
    },
    ordinals="primo",
    ordinal_endings="º|o",
    days={
        "0": "oggi|quest oggi",
        "0 evening": "stasera|questa sera|stanotte|oggi sera",
        "0 afternoon": "oggi pomeriggio|questo pomeriggio",
        "0 morning": "stamattina|questa mattina|stamani",
        "1": "domani",
        "1 morning": "domani mattina|domattina",
        "1 afternoon": "domani pomeriggio",
        "1 evening": "domani sera",
        "2": "dopodomani|dopo domani",
        "12:24": "vigilia di natale",
        "12:25": "natale",
        "12:31": "capodanno|san silvestro",
        "1:1": "primo dell anno",
        "-1": "ieri|ieri sera",
        "-2": "l altro ieri|altro ieri",
    },
    parts={
        "morning": "mattina|la mattina|di mattina|del mattino|mattino|in mattinata|mattinata",
        "afternoon": "pomeriggio|nel pomeriggio|del pomeriggio|di pomeriggio",
        "evening": "sera|la sera|di sera|della sera|in serata|serata",
    },
    units={
        "minute": "minuto|minuti|min",
        "day": "giorno|giorni",
        "week": "settimana|settimane",
        "month": "mese|mesi",
        "year": "anno|anni",
    },
    named_times={
        "12:00": "mezzogiorno|a mezzogiorno",
        "00:00": "mezzanotte",
    },
    fractions={
        30: "mezza|mezzo|mezz ora",
        15: "un quarto|quarto",
    },
    meridiem={
        "am": "am",
        "pm": "pm",
    },
    signs={
        "clock": "h|in punto",
        "hours": "ora|ore",
        "minus": "meno",
        "next": "prossimo|prossima|successivo|successiva|che viene|seguente",
        "this": "questo|questa|quest",
        "last": "scorso|scorsa|passato|passata|ultimo|ultima",
        "in": "tra|fra|entro|in",
        "later": "dopo|più tardi",
        "ago": "fa",
        "weekend": "fine settimana|weekend|week end",
        "earliest": "il prima possibile|al più presto|appena possibile|quanto prima|prima possibile|urgente|"
        "primo posto libero|prima disponibilità|primo appuntamento disponibile|"
        "prossimo appuntamento disponibile|più presto possibile",
        "at": "alle|alle ore|all|verso le|intorno alle|ore|per le|sulle",
        "on": "nel giorno",
        "the": "il|lo|la|l|le",
        "of": "di|del|della|dell",
        "and": "e|ed",
        "to": "a|al",
        "or": "o|oppure",
        "not": "non|tranne|invece di|invece che|eccetto|piuttosto che",
        "before": "prima di|prima delle|entro le|fino alle|prima del|entro il",
        "after": "dopo le|dopo il|dalle|dal|a partire da|a partire dalle|a partire dal|da",
        "between": "tra le|fra le",
        "for": "per",
        "daynumber": "giorno|il giorno",
        "greeting": "buongiorno|buon giorno|buonasera|buona sera|buon pomeriggio|buonanotte|buona giornata|"
        "buona serata|buon weekend|buon fine settimana",
        "period": "ogni giorno|tutti i giorni|24 7|un momento|un attimo|un secondo|un minuto|una volta|"
        "per oggi è tutto|mezza giornata|più o meno",
    },
    clock_24=True,
    article_dates=True,
    and_minutes=True,
    cues={
        "book_verb": "prenotare|fissare un appuntamento|prendere un appuntamento|prendere appuntamento|prenoto|"
        "prenota|prenotate|fissare|fare una prenotazione|avere un appuntamento|riservare|programmare|prenotarmi",
        "place": "appuntamento|appuntamenti|prenotazione|visita|posto|consulto|seduta|tavolo|turno|numero di coda",
        "want": "vorrei|voglio|ho bisogno|mi servirebbe|mi serve|avrei bisogno|desidero|preferirei|preferisco|"
        "per favore|mi dia|facciamo|mi andrebbe bene|va bene|meglio|che ne dice|prendo|cerco|desidererei",
        "may": "posso|potrei|è possibile|può|potete|si può|possiamo|potrebbe|riuscite|sarebbe possibile|puoi",
        "come": "venire|passare|farmi visitare|vedere il dottore|vedere il medico|essere visitato|essere visitata",
        "move_verb": "spostare|rimandare|posticipare|anticipare|cambiare l appuntamento|"
        "cambiare il mio appuntamento|cambiare orario|cambiare data|cambiare giorno|riprogrammare|rinviare|"
        "spostarlo|spostarla|cambiare l orario|cambiare la data",
        "change_verb": "cambiare|modificare|variare|modifica|cambio",
        "another": "altro giorno|altra ora|altro orario|altra data|un altro momento|più tardi|più presto",
        "instead": "invece|al posto|potremmo|possiamo fare|meglio",
        "cancel_verb": "annullare|cancellare|disdire|annulla|cancella|disdico|annullate|disdetta|cancellate|"
        "annullo|cancello",
        "not_cancel": "il cancello|del cancello|al cancello|dal cancello|nel cancello|sul cancello|un cancello",
        "cant_come": "non posso venire|non riesco a venire|non potrò|non ce la faccio|non verrò|non riesco più|"
        "non potrò venire|non posso più venire|impossibilitato|non riuscirò",
        "policy": "politica|penale|costo di cancellazione|rimborso",
        "show": "quando è il mio|a che ora è il mio|quando ho|ho un appuntamento|ho prenotato|vedere i miei|"
        "il mio prossimo|confermare il mio|che giorno è il mio|a che ora ho|mostrami i miei",
        "bookings": "i miei appuntamenti|le mie prenotazioni|il mio prossimo appuntamento|mie prenotazioni",
        "queue": "tempo di attesa|quanto c è da aspettare|quanto devo aspettare|quante persone|la coda|in coda|"
        "il mio numero|il mio turno|tempi di attesa|davanti a me|prima di me|quanto manca",
        "free": "libero|liberi|libera|disponibile|disponibili|disponibilità|posto|posti|qualcosa|buco|spazio",
        "have": "avete|ha|c è|ci sono|quali|quando|hai|che|avreste",
        "offer": "quali orari|che orari avete|quando posso|quando potrei|quali giorni|quando avete|"
        "che disponibilità|quando siete liberi|a che ora posso|prima disponibilità|quando sarebbe|"
        "che orari ci sono",
        "need_to": "come faccio|come posso|serve l appuntamento|bisogna prenotare|è necessario|"
        "senza appuntamento|come funziona",
        "ask": "cosa|quale|quali|quando|dove|chi|perché|come|quanto|quanti|quanta|avete|c è|ci sono|accettate|"
        "fate|siete|posso|si può|può dirmi|vorrei sapere|una domanda|è possibile|potete|a che ora|che|"
        "potrei sapere|vorrei chiedere",
        "topic": "prezzo|prezzi|quanto costa|costa|costo|tariffa|tariffe|listino|assicurazione|parcheggio|"
        "indirizzo|dove siete|vi trovate|orari di apertura|orario di apertura|orari|aperto|aperti|aprite|"
        "chiudete|chiusi|accettate|pagamento|carta di credito|telefono|sconto|sconti|bancomat",
        "price": "quanto costa|quanto costano|quanto costerebbe|quanto viene|quanto vengono|quanto verrebbe|"
        "quanto devo pagare|quanto si paga|quanto pago|quanto chiedete|quanto prendete|a quanto|qual è il prezzo|"
        "quali sono i prezzi|che prezzo|che prezzi|prezzo di|prezzo del|prezzo della|prezzo per|costo di un|"
        "costo di una|costo della|costo del",
        "gratis": "gratis|gratuito|gratuita|gratuiti|gratuite|gratuitamente",
        "know": "sapere|dirmi|mi dica|mi dici",
        "talk": "parlare|parlare con|contattare|chiamare|mettermi in contatto|passarmi",
        "human": "persona|umano|qualcuno|operatore|responsabile|segretaria|persona reale|medico|titolare|"
        "receptionist|addetto",
        "person": "chiamatemi|mi può chiamare|persona vera|un operatore|un umano|persona reale|servizio clienti|"
        "essere richiamato|potete chiamarmi",
        "stop": "stop|basta|disiscrivimi|annulla iscrizione|non scrivetemi più|cancellami|fermare",
        "start": "start|inizia|ricomincia|riprendi|iscrivimi",
        "yes": "sì|certo|va bene|ok|okay|d accordo|certamente|confermo|sì grazie|volentieri|sì per favore|👍|✅|👌|"
        "sì certo|esatto|perfetto grazie|va benissimo|come no|si",
        "agree": "perfetto|ottimo|giusto|bene|corretto|benissimo|bene così|fantastico",
        "no": "no|no grazie|per niente|nessuno|nessuna|sbagliato|non va bene|👎|❌|non ora|assolutamente no",
        "not_book": "non voglio",
        "thanks": "grazie|grazie mille|molte grazie|ti ringrazio|la ringrazio|🙏|vi ringrazio",
        "greeting": "ciao|salve|buongiorno|buonasera|buon pomeriggio|👋|buon giorno",
        "goodbye": "arrivederci|a presto|a domani|buona giornata|buona serata|addio|è tutto|nient altro|ci vediamo",
        "off_verb": "scrivi|scrivere|scrivimi|traduci|tradurre|genera|risolvi|programma|componi|raccontami|"
        "racconta|dimmi|crea",
        "off_noun": "poesia|tema|storia|canzone|python|barzelletta|barzellette|compiti|equazione|ricetta|"
        "testo di|romanzo|notizie|saggio",
        "code": "codice",
        "code_work": "scrivi|scrivere|scrivimi|genera|risolvi|programma|crea|correggi|programmazione",
        "code_kept": "porta|portone|cancello|ingresso|garage|parcheggio|sala|accesso|wifi|sconto|allarme|"
        "ascensore|postale|fiscale",
        "off_phrase": "raccontami una barzelletta|traduci questo|chi ha vinto|capitale della|capitale del|"
        "senso della vita|radice quadrata|che tempo fa|previsioni del tempo|presidente della|pioverà|"
        "ignora le istruzioni|ignora le tue istruzioni|bitcoin",
        "name_lead": "mi chiamo|il mio nome è|a nome di|a nome|nome",
        "name_weak": "sono",
        "name_filler": "sono|mi chiamo|il mio nome è|a nome di|a nome|sì|grazie|prego|ciao|nome|per favore|buongiorno",
        "reason_lead": "per una|per un|per la|per il mio|per fare|perché ho|ho un|ho una|a causa di|"
        "appuntamento per|prenotare un|prenotare una|vorrei un|vorrei una|è per una|è per un",
        "first": "il primo|la prima|primo|prima opzione|opzione 1",
        "second": "il secondo|la seconda|secondo|opzione 2",
        "third": "il terzo|la terza|opzione 3",
        "fourth": "il quarto|la quarta",
        "fifth": "il quinto|la quinta",
        "last": "l ultimo|l ultima|ultimo|ultima",
    },
)
