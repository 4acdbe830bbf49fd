"""French."""

from .table import Table

TABLE = Table(
    code="fr",
    common="je|j|tu|il|elle|nous|vous|ils|on|me|m|te|se|le|la|les|l|un|une|des|du|de|d|au|aux|à|en|dans|avec|"
    "pour|par|sans|sur|et|ou|mais|si|ne|n|pas|que|qu|qui|quoi|quand|où|comment|est|sont|suis|être|avoir|ai|as|a|"
    "avez|ont|voudrais|veux|peux|peut|pouvez|puis|c|ce|cet|cette|ces|ça|mon|ma|mes|votre|vos|bonjour|merci|oui|"
    "non|s|il|plaît|plait|svp|stp|très|bien|aussi|plus|moins|y|vers|jusqu|chez|disponible|libre|possible|rendez|"
    "vous|rdv|heure|jour|êtes|serait|faire|venir|prendre|quel|quelle|quels|quelles|avez|merci|ok|d accord",
    weekdays="lundi|lun|lundis, mardi|?mar|mardis, mercredi|?mer|mercredis, jeudi|jeu|jeudis, vendredi|ven|"
    "vendredis, samedi|sam|samedis, dimanche|dim|dimanches",
    months="janvier|janv, février|fév|fev, ?mars, avril|avr, mai, juin, juillet|juil, août, septembre, octobre|"
    "oct, novembre|nov, décembre|déc",
    numbers="zéro, un|une, deux, trois, quatre, cinq, six, sept, huit, neuf, dix, onze, douze, treize, "
    "quatorze, quinze, seize, dix sept, dix huit, dix neuf, vingt, vingt et un|vingt et une, vingt deux, "
    "vingt trois, vingt quatre, vingt cinq, vingt six, vingt sept, vingt huit, vingt neuf, trente, trente et un",
    more_numbers={
        35: "trente cinq",
        40: "quarante",
        45: "quarante cinq",
        50: "cinquante",
        55: "cinquante cinq",
    },
    ordinals="premier",
    ordinal_endings="er|e|ème|eme",
    days={
        "0": "aujourd hui|ce jour|auj",
        "0 evening": "ce soir|cette nuit",
        "0 afternoon": "cet après midi|cette après midi|cet aprem|cet aprèm",
        "0 morning": "ce matin",
        "1": "demain",
        "1 morning": "demain matin",
        "1 afternoon": "demain après midi|demain aprem",
        "1 evening": "demain soir",
        "2": "après demain|apres demain",
        "2 morning": "après demain matin",
        "12:24": "réveillon de noël|veille de noël",
        "12:25": "noël",
        "12:31": "réveillon|saint sylvestre",
        "1:1": "nouvel an|jour de l an",
        "-1": "hier|hier soir|hier matin",
        "-2": "avant hier",
    },
    parts={
        "morning": "matin|le matin|du matin|matinée|dans la matinée|au matin",
        "afternoon": "après midi|l après midi|de l après midi|aprem|aprèm|dans l après midi",
        "evening": "soir|le soir|du soir|soirée|en soirée",
    },
    units={
        "minute": "minute|minutes|min|mn",
        "day": "jour|jours",
        "week": "semaine|semaines",
        "month": "mois",
        "year": "an|ans|année|années",
    },
    named_times={
        "12:00": "midi",
        "00:00": "minuit",
    },
    fractions={
        30: "demie|demi",
        15: "quart|un quart",
    },
    meridiem={
        "am": "am",
        "pm": "pm",
    },
    signs={
        "clock": "h|hrs|pile",
        "hours": "heure|heures",
        "minus": "moins|moins le",
        "next": "prochain|prochaine|suivant|suivante|qui vient",
        "this": "ce|cette|cet",
        "last": "dernier|dernière|passé|passée",
        "in": "dans|d ici|sous",
        "later": "plus tard|après",
        "ago": "il y a",
        "weekend": "week end|weekend|we",
        "earliest": "dès que possible|le plus tôt possible|au plus vite|au plus tôt|le plus vite possible|asap|"
        "premier créneau|première disponibilité|en urgence|urgent|prochain créneau|première place",
        "at": "à|a|vers|vers les|aux alentours de",
        "on": "le",
        "the": "le|la|les",
        "of": "de|du|d",
        "and": "et",
        "to": "au",
        "or": "ou",
        "not": "pas|sauf|plutôt que|au lieu de|au lieu du|pas le",
        "for": "pour",
        "before": "avant|jusqu à|jusque|au plus tard|avant le",
        "after": "après|à partir de|à partir du|dès|depuis|de",
        "between": "entre",
        "daynumber": "le jour",
        "greeting": "bonjour|bonsoir|bonne journée|bonne soirée|bonne nuit|bon week end|bon weekend|"
        "bon après midi|bonne après midi",
        "period": "tous les jours|chaque jour|24 7|un moment|une minute|une seconde|un instant|une fois|"
        "demi heure de|ce sera tout pour aujourd hui|pour aujourd hui",
    },
    clock_24=True,
    article_dates=True,
    cues={
        "book_verb": "réserver|prendre rendez vous|prendre un rendez vous|prendre rdv|prendre un rdv|"
        "fixer un rendez vous|avoir un rendez vous|avoir un rdv|obtenir un rendez vous|faire une réservation|"
        "programmer|planifier|réservez|un rendez vous pour|demander un rendez vous|réserve|caler",
        "place": "rendez vous|rdv|réservation|créneau|consultation|séance|table|ticket|place",
        "want": "je voudrais|je veux|j aimerais|il me faudrait|il me faut|j ai besoin|je souhaite|"
        "je souhaiterais|donnez moi|je préfère|je préférerais|je prends|plutôt|s il vous plaît|svp|je cherche|"
        "ça m irait|mettez moi|me convient",
        "may": "puis je|peut on|pouvez vous|est ce que je peux|pourrais je|est il possible|serait il possible|"
        "je peux|pourriez vous|on peut|pourrait on|possible de|c est possible",
        "come": "venir|passer|voir le docteur|voir le médecin|être vu|être reçu|me recevoir|consulter",
        "move_verb": "reporter|décaler|déplacer|reprogrammer|replanifier|repousser|avancer mon|avancer le|"
        "changer mon rendez vous|changer l heure|changer la date|changer de date|changer d heure|"
        "changer de jour|remettre à|changer mon rdv",
        "change_verb": "changer|modifier|modification|bouger",
        "another": "autre jour|autre heure|autre date|autre créneau|un autre moment|plus tôt|plus tard",
        "instead": "plutôt|à la place|pourrait on|peut on",
        "cancel_verb": "annuler|annule|annulez|annulation de mon|annulé|supprimer mon",
        "cant_come": "je ne peux pas venir|je ne pourrai pas|peux pas venir|pourrai pas venir|empêché|"
        "je ne viendrai pas|ne pourrai pas être|je ne peux plus venir|peux plus venir|ne peux pas être présent",
        "policy": "politique|frais|pénalité|remboursement|remboursé",
        "show": "quand est mon|à quelle heure est mon|c est quand mon|ai je|j ai un|voir mes|mon prochain|"
        "confirmer mon|quel jour est mon|à quelle heure ai je|rappeler mon|date de mon",
        "bookings": "mes rendez vous|mes rdv|mes réservations|mon prochain rendez vous|mon prochain rdv",
        "queue": "temps d attente|combien de temps d attente|file d attente|combien de personnes|mon numéro|"
        "mon tour|devant moi|avant moi|y a t il de l attente|il y a de l attente|mon ticket|"
        "combien de temps faut il attendre|combien de temps attendre",
        "free": "libre|libres|disponible|disponibles|disponibilité|disponibilités|place|places|créneaux|créneau|"
        "quelque chose|dispo|dispos",
        "have": "avez|avez vous|y a t il|il y a|reste|auriez vous|êtes|quel|quels|quelles|quand|vous avez",
        "offer": "quels créneaux|quelles disponibilités|quand puis je|quels horaires avez|quels jours|"
        "à quelle heure puis je|quand pourrais je|vos disponibilités|prochaine disponibilité|"
        "quelles sont vos disponibilités|quand êtes vous disponible|prochain rendez vous disponible",
        "need_to": "faut il|comment faire|comment puis je|est ce nécessaire|sans rendez vous|comment prendre|sans rdv",
        "ask": "quel|quelle|quels|quelles|quand|où|qui|pourquoi|comment|combien|est ce que|avez vous|y a t il|"
        "puis je|peut on|acceptez vous|faites vous|êtes vous|pouvez vous|je voudrais savoir|j aimerais savoir|"
        "une question|c est|proposez vous|prenez vous",
        "topic": "prix|tarif|tarifs|combien coûte|coûte|coût|coûtent|assurance|parking|adresse|situé|situés|"
        "trouvez|horaires|horaires d ouverture|ouvert|ouverts|ouvrez|fermez|fermé|acceptez|carte bancaire|"
        "paiement|téléphone|mail|politique|réduction|mutuelle|tiers payant",
        "price": "combien coûte|combien coûtent|combien coûterait|combien ça coûte|coûte combien|c est combien|"
        "combien c est|combien est ce|combien vaut|combien pour|combien faut il payer|combien je dois payer|"
        "combien dois je payer|combien prenez vous|quel est le prix|quels sont les prix|quel prix|à quel prix|"
        "quel est le tarif|quels sont les tarifs|quel tarif|quel est le coût|prix de|prix d un|prix d une|prix du|"
        "tarif de|tarif d un|tarif d une|tarif pour",
        "gratis": "gratuit|gratuite|gratuits|gratuites|gratuitement|sans frais",
        "know": "savoir|me dire|dites moi|connaître",
        "talk": "parler|parler à|joindre|contacter|appeler|me passer|passez moi",
        "human": "quelqu un|personne|humain|conseiller|responsable|secrétaire|réceptionniste|une vraie personne|"
        "médecin|agent|patron|gérant",
        "person": "rappelez moi|appelez moi|un humain|vraie personne|service client|me rappeler|m appeler",
        "stop": "stop|arrêt|arrêter|arrêtez|désabonner|désinscrire|me désabonner|plus de messages|ne m écrivez plus",
        "start": "start|démarrer|reprendre|commencer|recommencer",
        "yes": "oui|d accord|ok|okay|bien sûr|oui merci|ça marche|ça me va|c est bon|je confirme|entendu|"
        "volontiers|ouais|oui svp|👍|✅|👌|avec plaisir|allons y|tout à fait|c est ça|oui c est ça",
        "agree": "parfait|très bien|super|exact|bien|correct|exactement|génial|nickel|impeccable",
        "no": "non|non merci|pas du tout|nan|aucun|aucune|pas vraiment|👎|❌|pas maintenant|ce n est pas",
        "not_book": "je ne veux pas",
        "thanks": "merci|merci beaucoup|merci bien|je vous remercie|🙏|mille mercis",
        "greeting": "bonjour|bonsoir|salut|coucou|hello|👋|bjr|slt",
        "goodbye": "au revoir|à bientôt|bonne journée|bonne soirée|à demain|ce sera tout|c est tout|à plus|bye|ciao",
        "off_verb": "écris|écrivez|écrire|rédige|rédigez|traduis|traduire|génère|résous|programme|raconte|"
        "fais moi|compose",
        "off_noun": "poème|dissertation|histoire|chanson|python|blague|blagues|devoirs|équation|recette|"
        "paroles|roman|essai|rédaction|actualités",
        "code": "code",
        "code_work": "écris|écrire|rédige|génère|résous|programme|fais moi|corrige|débogue|programmation",
        "code_kept": "porte|portail|portillon|entrée|garage|parking|salle|accès|immeuble|wifi|réduction|promo|"
        "alarme|ascenseur|postal|digicode",
        "off_phrase": "raconte moi une blague|traduis moi|traduis ce|qui a gagné|capitale de|capitale du|"
        "sens de la vie|racine carrée|quel temps fait il|la météo|président de|va t il pleuvoir|"
        "ignore tes instructions|ignore les instructions|taux de change|bitcoin",
        "name_lead": "je m appelle|mon nom est|au nom de|mon nom c est|nom|ici",
        "name_weak": "je suis|c est",
        "name_filler": "je suis|c est|moi c est|je m appelle|mon nom est|au nom de|oui|merci|bonjour|nom|pour|svp",
        "reason_lead": "pour une|pour un|pour des|pour mon|pour ma|parce que j ai|car j ai|j ai une|j ai un|"
        "rendez vous pour une|rendez vous pour un|c est pour une|c est pour un|à cause de|réserver un|"
        "réserver une|je voudrais un|je voudrais une|pour me faire",
        "first": "le premier|la première|premier|première|option 1",
        "second": "le deuxième|la deuxième|deuxième|le second|la seconde|option 2",
        "third": "le troisième|la troisième|troisième|option 3",
        "fourth": "le quatrième|la quatrième",
        "fifth": "le cinquième|la cinquième",
        "last": "le dernier|la dernière|dernier|dernière",
    },
)
