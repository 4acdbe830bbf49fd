"""Spanish."""

from .table import Table

TABLE = Table(
    code="es",
    common="yo|tu|usted|el|ella|nosotros|ustedes|me|te|se|le|lo|la|los|las|nos|mi|mis|su|sus|un|una|unos|unas|"
    "de|del|al|a|en|con|por|para|sin|sobre|y|e|o|u|pero|si|no|que|como|cuando|donde|quien|cual|es|son|esta|"
    "estan|estoy|ser|hay|tiene|tienen|tengo|tener|quiero|quisiera|necesito|puedo|puede|pueden|podria|seria|"
    "me gustaria|gustaria|hola|gracias|favor|buenos|buenas|muy|bien|vale|tambien|solo|ya|esto|este|ese|eso|algo|"
    "alguna|algun|ahi|aqui|va|voy|hacer|ir|dia|hora|cita|mejor|mas|menos|otra|otro|entonces|pues|hasta|desde|ok|"
    "please|disponible|libre|posible",
    weekdays="lunes|lun, martes|?mar, miércoles|mié, jueves|jue, viernes|vie|vier, sábado|sáb|sábados, domingo|"
    "domingos|?dom",
    months="enero, febrero|feb, marzo, abril|abr, mayo, junio|jun, julio|jul, agosto|ago, septiembre|setiembre|"
    "sept|sep, octubre|oct, noviembre|nov, diciembre|dic",
    numbers="cero, uno|una|un, dos, tres, cuatro, cinco, seis, siete, ocho, nueve, diez, once, doce, trece, "
    "catorce, quince, dieciséis, diecisiete, dieciocho, diecinueve, veinte, veintiuno|veintiún|veintiuna, "
    "veintidós, veintitrés, veinticuatro, veinticinco, veintiséis, veintisiete, veintiocho, veintinueve, "
    "treinta, treinta y uno",
    more_numbers={
        35: "treinta y cinco",
        40: "cuarenta",
        45: "cuarenta y cinco",
        50: "cincuenta",
        55: "cincuenta y cinco",
    },
    ordinals="primero|primer, segundo",
    ordinal_endings="º|o|ro|er",
    days={
        "0": "hoy|hoy mismo|el día de hoy",
        "0 evening": "esta noche|hoy por la noche|hoy en la noche",
        "0 afternoon": "esta tarde|hoy por la tarde|hoy en la tarde",
        "0 morning": "esta mañana",
        "1": "mañana|el día de mañana",
        "1 morning": "mañana por la mañana|mañana en la mañana|mañana temprano|mañana a la mañana",
        "1 afternoon": "mañana por la tarde|mañana en la tarde|mañana a la tarde",
        "1 evening": "mañana por la noche|mañana en la noche|mañana a la noche",
        "2": "pasado mañana",
        "2 morning": "pasado mañana por la mañana",
        "2 afternoon": "pasado mañana por la tarde",
        "12:24": "nochebuena",
        "12:25": "navidad",
        "12:31": "nochevieja|fin de año",
        "1:1": "año nuevo",
        "-1": "ayer|anoche|ayer por la tarde|ayer por la noche",
        "-2": "anteayer|antes de ayer",
    },
    parts={
        "morning": "por la mañana|de la mañana|en la mañana|por las mañanas|a la mañana|la mañana|de la madrugada",
        "afternoon": "por la tarde|de la tarde|en la tarde|por las tardes|a la tarde|la tarde",
        "evening": "por la noche|de la noche|en la noche|a la noche|la noche",
    },
    units={
        "minute": "minuto|minutos|min",
        "day": "día|días",
        "week": "semana|semanas",
        "month": "mes|meses",
        "year": "año|años",
    },
    named_times={
        "12:00": "mediodía|al mediodía|a mediodía|medio día",
        "00:00": "medianoche",
    },
    fractions={
        30: "media|media hora",
        15: "cuarto|un cuarto",
    },
    meridiem={
        "am": "am|a m",
        "pm": "pm|p m",
    },
    signs={
        "clock": "h|hs|hrs|en punto",
        "hours": "hora|horas",
        "minus": "menos",
        "next": "próximo|próxima|que viene|siguiente|entrante",
        "this": "este|esta",
        "last": "pasado|pasada|último|última|anterior",
        "in": "en|dentro de|de aquí a",
        "later": "después|más tarde",
        "ago": "hace|atrás",
        "weekend": "fin de semana|finde",
        "earliest": "lo antes posible|cuanto antes|lo más pronto posible|primera hora disponible|"
        "la primera cita disponible|primer hueco|lo más pronto|urgente|lo antes que se pueda|ya mismo",
        "at": "a las|a la|tipo|a eso de las|sobre las|hacia las|como a las|alrededor de las",
        "the": "el|la|los|las",
        "of": "de|del",
        "and": "y",
        "to": "a",
        "or": "o",
        "not": "no|excepto|menos el|en vez de|en lugar de|no puedo el",
        "before": "antes de|antes de las|antes del|hasta las|hasta|para antes de las",
        "after": "después de|después de las|a partir de|a partir de las|a partir del|desde|desde las|desde el|"
        "pasadas las|de las",
        "between": "entre|entre las|entre el",
        "for": "para|para las|para la",
        "daynumber": "día|el día",
        "greeting": "buenos días|buenas tardes|buenas noches|buen día|buenas|que tenga buen día|"
        "buen fin de semana|feliz día",
        "period": "todos los días|cada día|hoy en día|24 7|un momento|un segundo|un minuto|una vez|"
        "media jornada|más o menos|es todo por hoy|por hoy",
    },
    article_dates=True,
    and_minutes=True,
    cues={
        "book_verb": "reservar|agendar|sacar cita|pedir cita|pedir hora|coger cita|hacer una cita|"
        "hacer una reserva|agendar una cita|apartar|programar|programar una cita|pedir turno|sacar turno|"
        "sacar un turno|pedir un turno|solicitar una cita|concertar una cita|agéndame|resérvame|reserva|reserve|"
        "quiero cita|necesito cita|tomar hora|pedir una cita|reservame|agendame|concertar",
        "place": "cita|citas|turno|turnos|reserva|reservas|reservación|consulta|hueco|sesión|mesa|ficha",
        "want": "quiero|quisiera|necesito|me gustaría|querría|deseo|busco|dame|deme|póngame|ponme|prefiero|"
        "me viene bien|me va bien|mejor|qué tal|que sea|anótame|apúntame|por favor",
        "may": "puedo|podría|podrías|puede|puedes|se puede|es posible|podemos|pueden|podrían",
        "come": "ir|venir|pasar|acudir|ver al doctor|ver a la doctora|verme|atenderme|me atiendan|visitar|pasarme",
        "move_verb": "reprogramar|reagendar|aplazar|posponer|mover mi|mover la|cambiar mi cita|cambiar la cita|"
        "cambiar la hora|cambiar el día|cambiar la fecha|cambiarla|cambiarlo|adelantar|retrasar|pasarla|moverla|"
        "moverlo|cambiar de hora|cambiar de día",
        "change_verb": "cambiar|modificar|mover|cambio|cambiado",
        "another": "otra hora|otro día|otra fecha|otro horario|otro momento|más temprano|más tarde",
        "instead": "mejor|en vez|en su lugar|podría ser|puede ser",
        "cancel_verb": "cancelar|anular|cancela|cancele|cancelen|anule|anula|cancelo|cancelación de mi|"
        "cancelarla|anularla|dar de baja mi cita",
        "cant_come": "no puedo ir|no podré ir|no voy a poder|no podré asistir|no puedo asistir|no llego|"
        "no podré|no voy a ir|no puedo acudir|no podré acudir",
        "policy": "política|penalización|cargo|multa|reembolso|cobran",
        "show": "cuándo es mi|a qué hora es mi|qué día es mi|tengo|cuándo tengo|ver mi|ver mis|mostrar mis|"
        "mis próximas|confirmar mi|a qué hora tengo|qué día tengo|para cuándo es mi|consultar mi",
        "bookings": "mis citas|mis reservas|mis turnos|mi próxima cita",
        "queue": "cuánto hay que esperar|tiempo de espera|cuánto tengo que esperar|mi turno va|"
        "cuántos hay antes|cuántas personas hay|la cola|la fila|lista de espera|cuánto falta|por qué número van|"
        "mi número|cuánta espera|cuánta gente hay|delante de mí|antes que yo",
        "free": "libre|libres|disponible|disponibles|disponibilidad|hueco|huecos|espacio|algo|cupo|cupos|horarios",
        "have": "tienen|tiene|hay|tenéis|tienes|qué|cuándo|queda|quedan",
        "offer": "qué horarios tienen|qué horas tienen|cuándo puedo|qué días tienen|cuándo tienen|"
        "qué horarios hay|cuándo hay|qué disponibilidad|cuándo podría|qué horas hay|qué días hay|cuándo sería|"
        "próxima cita disponible",
        "need_to": "cómo puedo|cómo hago|hace falta|es necesario|hay que pedir|tengo que pedir|sin cita|atienden sin",
        "ask": "qué|cuál|cuáles|cuándo|dónde|quién|por qué|cómo|cuánto|cuánta|cuántos|cuántas|tienen|hay|"
        "aceptan|hacen|ofrecen|puedo|se puede|me puede decir|quería saber|quisiera saber|una pregunta|"
        "tengo una duda|una duda|están|es posible|puede|podría|atienden|abren|cierran|trabajan",
        "topic": "precio|precios|cuánto cuesta|cuánto vale|cuánto cobran|cuesta|costo|coste|tarifa|tarifas|"
        "seguro|estacionamiento|parking|aparcamiento|dirección|ubicación|dónde están|ubicados|"
        "horario de atención|horario|abierto|abren|cierran|aceptan|tarjeta|formas de pago|teléfono|correo|"
        "política|descuento|servicios ofrecen",
        "price": "cuánto cuesta|cuánto cuestan|cuánto costaría|cuánto vale|cuánto valen|cuánto cobran|cuánto cobra|"
        "cuánto sale|cuánto saldría|cuánto es|cuánto sería|a cuánto|cuánto me|cuánto debo pagar|"
        "cuánto tengo que pagar|cuánto hay que pagar|cuánto pago|qué precio|cuál es el precio|"
        "cuáles son los precios|qué costo|cuál es el costo|precio de|precio del|costo de|costo del",
        "gratis": "gratis|gratuito|gratuita|gratuitos|gratuitas|gratuitamente|sin coste|sin costo",
        "know": "saber|decirme|me puede decir|me puedes decir|me podría decir|dígame|dime",
        "talk": "hablar|hablar con|comunicarme|contactar|pasar con|pásame|páseme|comunícame",
        "human": "persona|humano|alguien|agente|operador|encargado|recepcionista|asesor|persona real|doctor|"
        "dueño|alguien del equipo|gerente|secretaria",
        "person": "llámenme|llámame|una persona real|agente humano|persona de verdad|atención al cliente|"
        "un humano|me pueden llamar|pueden llamarme",
        "stop": "stop|baja|parar|darme de baja|dar de baja|no quiero recibir más mensajes|no me escriban más|"
        "cancelar suscripción|basta|no más mensajes",
        "start": "start|alta|empezar|reanudar|suscribir|iniciar|activar",
        "yes": "sí|claro|por supuesto|desde luego|de acuerdo|vale|ok|okay|confirmo|sí por favor|eso es|"
        "me parece bien|dale|listo|así es|claro que sí|👍|✅|👌|va bien|está bien|por favor sí|sip|si claro|"
        "adelante",
        "agree": "perfecto|correcto|bien|muy bien|genial|bueno|exacto|excelente|estupendo",
        "no": "no|no gracias|para nada|mejor no|nop|ninguno|ninguna|incorrecto|👎|❌|tampoco|de ninguna manera|"
        "ninguno de esos",
        "not_book": "no quiero",
        "thanks": "gracias|muchas gracias|mil gracias|muy amable|te lo agradezco|se lo agradezco|🙏|grax",
        "greeting": "hola|buenas|buenos días|buenas tardes|buenas noches|buen día|qué tal|saludos|holi|👋",
        "goodbye": "adiós|hasta luego|hasta pronto|chao|chau|nos vemos|hasta mañana|eso es todo|nada más|bye|"
        "que tenga buen día",
        "off_verb": "escribe|escríbeme|escribir|traduce|traducir|genera|resuelve|programa|redacta|componer|dime|"
        "cuéntame|cuenta|haz|hazme",
        "off_noun": "poema|ensayo|cuento|canción|python|chiste|chistes|tarea|deberes|ecuación|receta|"
        "letra de|novela|redacción|historia|noticias",
        "code": "código",
        "code_work": "escribe|escríbeme|escribir|traduce|genera|resuelve|programa|haz|hazme|depura|corrige|"
        "programación",
        "code_kept": "puerta|portal|portón|verja|entrada|garaje|aparcamiento|parking|sala|acceso|wifi|descuento|"
        "alarma|ascensor|postal",
        "off_phrase": "cuéntame un chiste|tradúceme|traduce esto|traduce al|quién ganó|capital de|"
        "sentido de la vida|raíz cuadrada|el clima|qué tiempo hace|va a llover|presidente de|"
        "ignora tus instrucciones|ignora las instrucciones|tipo de cambio|bitcoin",
        "name_lead": "me llamo|mi nombre es|a nombre de|mi nombre completo es|nombre|habla|le habla|te habla",
        "name_weak": "soy",
        "name_filler": "soy|es|me llamo|mi nombre es|a nombre de|sí|por favor|gracias|hola|claro|nombre|para",
        "reason_lead": "para una|para un|para hacerme una|para hacerme un|para hacerme|para mi|por un|por una|"
        "porque tengo|tengo un|tengo una|cita para una|cita para un|es por|es para un|es para una|debido a|"
        "reservar un|reservar una|quiero un|quiero una|necesito un|necesito una",
        "first": "la primera|el primero|primera|primero|la 1|opción 1|la primera opción",
        "second": "la segunda|el segundo|segunda|segundo|opción 2|la segunda opción",
        "third": "la tercera|el tercero|tercera|tercero|opción 3",
        "fourth": "la cuarta|el cuarto|opción 4",
        "fifth": "la quinta|el quinto",
        "last": "la última|el último|última|último",
    },
)
