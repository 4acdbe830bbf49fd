"""Dutch."""

from .table import Table

TABLE = Table(
    code="nl",
    common="ik|jij|je|u|hij|zij|ze|wij|we|jullie|mij|me|mijn|uw|jouw|zijn|haar|ons|onze|de|het|een|en|of|maar|"
    "niet|geen|ja|nee|is|ben|bent|was|waren|hebben|heb|hebt|heeft|had|kan|kunnen|kunt|zou|zouden|wil|willen|"
    "wilt|word|wordt|moet|mag|van|voor|met|bij|in|op|aan|uit|om|naar|na|over|tot|te|ten|ter|er|hier|daar|dat|"
    "dit|die|deze|als|dan|hoe|wat|wanneer|waar|wie|waarom|welke|welk|graag|alstublieft|alsjeblieft|aub|dank|"
    "bedankt|hallo|hoi|goed|goede|ook|nog|alleen|al|vrij|afspraak|tijd|tijdstip|dag|heel|zo|zich|liever|dus|"
    "mogelijk|gaat|maken|komen|ok|oké",
    weekdays="maandag|ma, dinsdag|di, woensdag|wo, donderdag, vrijdag|vr, zaterdag|?za, zondag|?zo",
    months="januari|jan, februari|feb, maart|mrt, april|apr, mei, juni|jun, juli|jul, augustus|aug, september|"
    "sept|sep, oktober|okt, november|nov, december|dec",
    numbers="nul, één|eentje, twee, drie, vier, vijf, zes, zeven, acht, negen, tien, elf, twaalf, dertien, "
    "veertien, vijftien, zestien, zeventien, achttien, negentien, twintig, eenentwintig, tweeëntwintig, "
    "drieëntwintig, vierentwintig, vijfentwintig, zesentwintig, zevenentwintig, achtentwintig, negenentwintig, "
    "dertig, eenendertig",
    more_numbers={
        35: "vijfendertig",
        40: "veertig",
        45: "vijfenveertig",
        50: "vijftig",
        55: "vijfenvijftig",
    },
    ordinals="eerste, tweede, derde, vierde, vijfde, zesde, zevende, achtste, negende, tiende, elfde, twaalfde, "
    "dertiende, veertiende, vijftiende, zestiende, zeventiende, achttiende, negentiende, twintigste, "
    "eenentwintigste, tweeëntwintigste, drieëntwintigste, vierentwintigste, vijfentwintigste, zesentwintigste, "
    "zevenentwintigste, achtentwintigste, negenentwintigste, dertigste, eenendertigste",
    ordinal_endings="e|de|ste",
    days={
        "0": "vandaag",
        "0 evening": "vanavond|vannacht",
        "0 afternoon": "vanmiddag",
        "0 morning": "vanochtend|vanmorgen",
        "1": "morgen",
        "1 morning": "morgenochtend|morgen ochtend|morgenvroeg",
        "1 afternoon": "morgenmiddag|morgen middag",
        "1 evening": "morgenavond|morgen avond",
        "2": "overmorgen",
        "12:24": "kerstavond",
        "12:25": "kerst|kerstmis|eerste kerstdag",
        "12:31": "oudejaarsavond|oud en nieuw",
        "1:1": "nieuwjaarsdag|nieuwjaar",
        "-1": "gisteren|gisteravond",
        "-2": "eergisteren",
    },
    parts={
        "morning": "ochtend|s ochtends|in de ochtend|s morgens|ochtends|in de morgen",
        "afternoon": "middag|s middags|in de middag|namiddag|middags",
        "evening": "avond|s avonds|in de avond|avonds",
        "night": "s nachts",
    },
    units={
        "minute": "minuut|minuten|min",
        "hour": "uren|uurtje",
        "day": "dag|dagen",
        "week": "week|weken",
        "month": "maand|maanden",
        "year": "jaar|jaren",
    },
    named_times={
        "12:00": "twaalf uur s middags|12 uur s middags",
        "00:00": "middernacht",
    },
    fractions={
        15: "kwart|kwartier",
    },
    before_hour={
        -30: "half",
    },
    meridiem={
        "pm": "pm",
    },
    signs={
        "clock": "u|h",
        "hours": "uur",
        "next": "volgende|aankomende|komende|volgend|eerstvolgende",
        "this": "deze|dit",
        "last": "vorige|afgelopen|vorig|laatste",
        "in": "binnen|over",
        "later": "later",
        "ago": "geleden",
        "short_of": "voor",
        "weekend": "weekend|weekeinde",
        "earliest": "zo snel mogelijk|zo spoedig mogelijk|zsm|zo vroeg mogelijk|eerste beschikbare|"
        "eerst mogelijke|eerstvolgende vrije|dringend|eerste vrije|asap",
        "at": "om|rond|tegen|omstreeks|om ongeveer|rond een uur of",
        "on": "op",
        "the": "de|het",
        "of": "van",
        "and": "en",
        "or": "of",
        "not": "niet|behalve|in plaats van|geen|niet op",
        "before": "tot|tot en met|uiterlijk|niet later dan|ten laatste",
        "after": "na|vanaf|sinds|van",
        "between": "tussen",
        "a": "een",
        "greeting": "goedemorgen|goedemiddag|goedenavond|goeiemorgen|goede morgen|goede middag|goede avond|"
        "goeiemiddag|prettige dag|fijne dag|fijne avond|fijn weekend|goedendag|prettig weekend|fijne dag nog",
        "period": "elke dag|iedere dag|24 7|een moment|een minuut|een seconde|dat was het voor vandaag|een keer|"
        "dat is alles voor vandaag",
    },
    clock_24=True,
    cues={
        "book_verb": "boeken|reserveren|afspraak maken|een afspraak maken|inplannen|boek|reserveer|afspreken|"
        "plan in|afspraak inplannen|afspraak plannen|een afspraak|vastleggen|aanmelden",
        "place": "afspraak|afspraken|reservering|boeking|consult|tafel|sessie|plek|spreekuur|nummertje",
        "want": "ik wil|ik wil graag|ik zou graag|ik zou willen|ik heb nodig|graag|ik zoek|liever|doe maar|"
        "wij willen|alstublieft|alsjeblieft|ik neem|komt goed uit|past mij|zou fijn zijn|zou willen|geef mij",
        "may": "kan ik|kunnen we|mag ik|kunt u|zou ik|is het mogelijk|kun je|zou het kunnen|kunnen jullie|zou u|"
        "kan het",
        "come": "langskomen|komen|terecht|langs|de dokter zien|naar de dokter|binnenlopen",
        "move_verb": "verzetten|verplaatsen|verschuiven|uitstellen|vervroegen|omboeken|verzet|afspraak wijzigen|"
        "afspraak veranderen|andere dag zetten|naar een andere",
        "change_verb": "wijzigen|veranderen|aanpassen|wijziging",
        "another": "andere tijd|andere dag|ander tijdstip|ander moment|andere datum|later|eerder|vroeger",
        "instead": "in plaats|liever|kunnen we|ipv",
        "cancel_verb": "annuleren|afzeggen|annuleer|zeg af|cancelen|annulering van mijn|afzeg|cancel|"
        "afmelden voor mijn",
        "cant_come": "ik kan niet komen|kan niet komen|ik red het niet|ik haal het niet|lukt niet om te komen|"
        "niet aanwezig zijn|kan er niet bij zijn|ben verhinderd|verhinderd|kan helaas niet",
        "policy": "kosten bij|beleid|boete|annuleringskosten|terugbetaling|voorwaarden",
        "show": "wanneer is mijn|hoe laat is mijn|wanneer heb ik|heb ik een|mijn volgende|laat mijn|"
        "welke dag is mijn|bevestig mijn|hoe laat heb ik|wanneer was mijn",
        "bookings": "mijn afspraken|mijn boekingen|mijn reserveringen|mijn volgende afspraak",
        "queue": "wachttijd|hoe lang moet ik wachten|hoe lang is de wachttijd|wachtrij|hoeveel mensen|"
        "mijn nummer|ben ik aan de beurt|aan de beurt|voor mij|hoe lang duurt het nog|de rij",
        "free": "vrij|vrije|beschikbaar|beschikbare|beschikbaarheid|plek|plaats|ruimte|iets vrij|gaatje|iets",
        "have": "heeft u|hebben jullie|hebt u|is er|zijn er|nog|wanneer|welke|heb je|heb jij|hebben",
        "offer": "welke tijden|wanneer kan ik|welke dagen|wanneer heeft u|wanneer hebben jullie|"
        "wanneer is er plek|hoe laat kan ik|wanneer zou ik|eerste vrije plek|wat is er vrij|wanneer is er",
        "need_to": "moet ik|hoe kan ik|is het nodig|zonder afspraak|hoe maak ik|heb ik een afspraak nodig|hoe werkt",
        "ask": "wat|wanneer|waar|wie|waarom|hoe|hoeveel|welke|heeft u|hebben jullie|is er|zijn er|kan ik|kan je|"
        "accepteren jullie|doen jullie|zijn jullie|mag ik|een vraag|ik wilde weten|kunt u mij zeggen|"
        "bieden jullie|bent u|is het|kunnen jullie|ik vroeg me af",
        "topic": "prijs|prijzen|tarief|tarieven|wat kost|kost|kosten|hoeveel kost|verzekering|vergoed|parkeren|"
        "parkeerplaats|adres|waar zitten|gevestigd|openingstijden|open|gesloten|dicht|pinnen|betalen|betaling|"
        "telefoonnummer|korting|bereikbaar",
        "price": "wat kost|wat kosten|hoeveel kost|hoeveel kosten|hoe duur|wat is de prijs|wat zijn de prijzen|"
        "wat zijn de kosten|wat is het tarief|prijs van|prijs voor|tarief voor|hoeveel moet ik betalen|"
        "wat moet ik betalen|hoeveel betaal|wat betaal ik|wat rekenen jullie|wat rekent u|wat vraagt u voor|"
        "hoeveel rekenen",
        "gratis": "gratis|kosteloos",
        "know": "weten|mij vertellen|me vertellen|mij zeggen|me zeggen",
        "talk": "spreken|praten|praten met|spreken met|contact|bellen met|doorverbinden",
        "human": "mens|persoon|iemand|medewerker|echt persoon|echte persoon|eigenaar|arts|dokter|assistente|"
        "manager|collega",
        "person": "bel mij|bel me|echt persoon|een medewerker|klantenservice|terugbellen|iemand spreken|"
        "een mens|teruggebeld",
        "stop": "stop|afmelden|uitschrijven|geen berichten meer|stoppen|stop ermee",
        "start": "start|starten|hervatten|beginnen|aanmelden",
        "yes": "ja|jazeker|zeker|graag|ja graag|oké|ok|okay|prima|akkoord|natuurlijk|klopt|is goed|ja hoor|"
        "dat is goed|ik bevestig|👍|✅|👌|jep|dat klopt|doe maar|helemaal goed",
        "agree": "perfect|goed|top|juist|mooi|super|uitstekend|fijn",
        "no": "nee|nee bedankt|nee dank je|liever niet|geen van beide|geen|klopt niet|niet goed|👎|❌|nu niet|"
        "zeker niet|neen|nee hoor",
        "not_book": "ik wil geen|ik wil niet",
        "thanks": "bedankt|dank je|dank u|dank je wel|dank u wel|hartelijk dank|dankjewel|dankuwel|🙏|thanks|"
        "alvast bedankt",
        "greeting": "hallo|hoi|goedemorgen|goedemiddag|goedenavond|hey|dag|goedendag|👋|hai",
        "goodbye": "doei|tot ziens|tot morgen|tot dan|fijne dag|dag hoor|dat was het|dat is alles|doeg|"
        "tot later|fijne avond",
        "off_verb": "schrijf|vertaal|programmeer|los op|maak|verzin|vertel|componeer|genereer",
        "off_noun": "gedicht|opstel|verhaal|liedje|python|mop|moppen|huiswerk|vergelijking|recept|roman|"
        "songtekst|nieuws|essay|grap",
        "code": "code",
        "code_work": "schrijf|programmeer|los op|maak|genereer|debug|verbeter|programmeren",
        "code_kept": "poort|hek|deur|ingang|slagboom|parkeerplaats|parkeergarage|garage|zaal|toegang|wifi|korting|"
        "lift|alarm",
        "off_phrase": "vertel een mop|vertel me een mop|vertaal dit|wie heeft gewonnen|hoofdstad van|"
        "zin van het leven|wortel van|wat voor weer|weerbericht|het weer|president van|negeer je instructies|"
        "negeer alle instructies|wisselkoers|bitcoin",
        "name_lead": "ik heet|mijn naam is|op naam van|de naam is|naam",
        "name_weak": "ik ben|met",
        "name_filler": "ik ben|ik heet|mijn naam is|op naam van|ja|graag|bedankt|hallo|naam|met|het is|dat is",
        "reason_lead": "voor een|voor mijn|wegens|vanwege|omdat ik|ik heb een|ik heb last van|afspraak voor een|"
        "het gaat om|voor het|boek een",
        "first": "de eerste|eerste|optie 1",
        "second": "de tweede|tweede|optie 2",
        "third": "de derde|derde|optie 3",
        "fourth": "de vierde",
        "fifth": "de vijfde",
        "last": "de laatste|laatste",
    },
)
