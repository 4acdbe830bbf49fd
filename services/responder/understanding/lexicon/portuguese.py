"""Portuguese."""

from .table import Table

TABLE = Table(
    code="pt",
    common="eu|tu|você|ele|ela|nós|vocês|eles|me|te|se|lhe|o|a|os|as|um|uma|uns|umas|de|do|da|dos|das|em|no|na|"
    "nos|nas|ao|à|aos|às|com|por|pelo|pela|para|pra|pro|sem|sobre|e|ou|mas|não|que|qual|quem|quando|onde|como|é|"
    "são|está|estou|estão|ser|ter|tem|tenho|têm|há|quero|queria|gostaria|preciso|posso|pode|podem|poderia|seria|"
    "meu|minha|meus|minhas|seu|sua|oi|olá|obrigado|obrigada|sim|bom|boa|muito|bem|também|só|já|isso|este|esta|"
    "esse|essa|algum|alguma|aqui|ir|vou|vai|dia|hora|horário|melhor|mais|menos|outro|outra|então|até|desde|"
    "favor|ok|livre|disponível|possível|vocês|tudo|bom|marcar",
    weekdays="segunda|segunda feira|seg|2ª feira, terça|terça feira|ter, quarta|quarta feira|qua, quinta|"
    "quinta feira|qui, sexta|sexta feira|sex, sábado|sáb|sábados, domingo|dom|domingos",
    months="janeiro|jan, fevereiro|fev, março, abril|abr, maio, junho|jun, julho|jul, agosto|ago, setembro|set, "
    "outubro|out, novembro|nov, dezembro",
    numbers="zero, um|uma, dois|duas, três, quatro, cinco, seis, sete, oito, nove, dez, onze, doze, treze, "
    "quatorze|catorze, quinze, dezesseis|dezasseis, dezessete|dezassete, dezoito, dezenove|dezanove, vinte, "
    "vinte e um|vinte e uma, vinte e dois|vinte e duas, vinte e três, vinte e quatro, vinte e cinco, "
    "vinte e seis, vinte e sete, vinte e oito, vinte e nove, trinta, trinta e um",
    more_numbers={
        35: "trinta e cinco",
        40: "quarenta",
        45: "quarenta e cinco",
        50: "cinquenta",
        55: "cinquenta e cinco",
    },
    ordinals="primeiro",
    ordinal_endings="º|o",
    days={
        "0": "hoje|hoje mesmo",
        "0 evening": "hoje à noite|esta noite|hoje de noite",
        "0 afternoon": "hoje à tarde|esta tarde|hoje de tarde",
        "0 morning": "hoje de manhã|esta manhã|hoje pela manhã",
        "1": "amanhã",
        "1 morning": "amanhã de manhã|amanhã pela manhã|amanhã cedo",
        "1 afternoon": "amanhã à tarde|amanhã de tarde",
        "1 evening": "amanhã à noite|amanhã de noite",
        "2": "depois de amanhã",
        "12:24": "véspera de natal",
        "12:25": "natal",
        "12:31": "réveillon|véspera de ano novo",
        "1:1": "ano novo",
        "-1": "ontem|ontem à noite",
        "-2": "anteontem",
    },
    parts={
        "morning": "de manhã|da manhã|pela manhã|na parte da manhã|manhã|manhãs|à manhã",
        "afternoon": "de tarde|da tarde|à tarde|pela tarde|na parte da tarde|tardes",
        "evening": "de noite|da noite|à noite|pela noite",
    },
    units={
        "minute": "minuto|minutos|min",
        "day": "dia|dias",
        "week": "semana|semanas",
        "month": "mês|meses",
        "year": "ano|anos",
    },
    named_times={
        "12:00": "meio dia|ao meio dia",
        "00:00": "meia noite",
    },
    fractions={
        30: "meia|meia hora",
        15: "um quarto|quarto",
    },
    meridiem={
        "am": "am",
        "pm": "pm",
    },
    signs={
        "clock": "h|hs|hrs|em ponto",
        "hours": "hora|horas",
        "minus": "menos",
        "next": "próximo|próxima|que vem|seguinte|proxima semana que vem",
        "this": "este|esta|neste|nesta|desta|deste|essa|esse|nessa|nesse",
        "last": "passado|passada|último|última|anterior",
        "in": "em|daqui a|dentro de|daqui",
        "later": "depois|mais tarde",
        "ago": "há|atrás",
        "weekend": "fim de semana|final de semana|fds",
        "earliest": "o mais rápido possível|o quanto antes|assim que possível|o mais cedo possível|quanto antes|"
        "urgente|primeiro horário|primeira vaga|próximo horário disponível|primeiro horário disponível|"
        "próxima vaga|mais breve possível",
        "at": "às|as|pelas|por volta das|lá pelas|umas|à|por volta de|ao",
        "on": "no dia|na|no",
        "the": "o|a|os",
        "of": "de|do|da",
        "and": "e",
        "to": "a|para",
        "or": "ou",
        "not": "não|exceto|menos na|em vez de|ao invés de|não posso na",
        "before": "antes de|antes das|antes da|até|até as|até às|até o",
        "after": "depois de|depois das|a partir de|a partir das|após|após as|desde|das",
        "between": "entre|entre as",
        "for": "pra",
        "daynumber": "dia",
        "greeting": "bom dia|boa tarde|boa noite|bom fim de semana|tenha um bom dia|boa semana",
        "period": "todo dia|todos os dias|24 7|um momento|um segundo|um minuto|uma vez|mais ou menos|por hoje|"
        "é só por hoje",
    },
    clock_24=True,
    and_minutes=True,
    cues={
        "book_verb": "marcar|agendar|reservar|fazer uma reserva|marcar consulta|marcar uma consulta|"
        "marcar um horário|fazer um agendamento|quero um horário|agende|marque|agenda pra mim|marca pra mim|"
        "pegar uma senha|fazer uma marcação|fazer marcação",
        "place": "consulta|consultas|horário|agendamento|reserva|reservas|marcação|sessão|mesa|senha|vaga|"
        "atendimento|encaixe",
        "want": "quero|queria|gostaria|preciso|desejo|prefiro|pode ser|me vê|por favor|vou querer|fica melhor|"
        "é melhor|que tal|seria bom|pode me colocar|me encaixa|estou precisando|procuro",
        "may": "posso|poderia|pode|podem|dá pra|dá para|é possível|tem como|consigo|podemos|será que",
        "come": "ir|vir|passar|ser atendido|ser atendida|passar aí|ir aí|ver o médico|ver a médica|comparecer",
        "move_verb": "remarcar|reagendar|adiar|antecipar|mudar meu|mudar minha|mudar o horário|mudar a data|"
        "trocar o horário|trocar a data|mudar o dia|trocar o dia|transferir|mudar para|passar para|"
        "desmarcar e marcar|alterar o horário|alterar a data",
        "change_verb": "mudar|alterar|trocar|modificar|alteração|mudança",
        "another": "outro dia|outro horário|outra data|outra hora|mais cedo|mais tarde",
        "instead": "em vez|pode ser|melhor|no lugar",
        "cancel_verb": "cancelar|desmarcar|cancela|cancele|cancelem|desmarca|desmarque|cancelo|"
        "cancelamento da minha|anular",
        "cant_come": "não posso ir|não vou poder|não poderei|não consigo ir|não vou conseguir|não vou mais|"
        "não irei|não vou comparecer|não poderei comparecer|não posso comparecer",
        "policy": "política|taxa|multa|reembolso|cobram",
        "show": "quando é minha|quando é a minha|que horas é minha|que horas é a minha|tenho|ver minha|"
        "ver minhas|confirmar minha|que dia é minha|que dia é a minha|quando tenho|para quando é|mostrar minhas|"
        "consultar meu",
        "bookings": "minhas consultas|meus agendamentos|minhas reservas|minha próxima consulta|meus horários|"
        "minhas marcações",
        "queue": "tempo de espera|quanto tempo de espera|quantas pessoas na frente|minha vez|minha senha|a fila|"
        "na fila|na minha frente|quanto tempo vou esperar|quanto tempo demora|qual senha|quantos na frente",
        "free": "livre|livres|disponível|disponíveis|disponibilidade|vaga|vagas|horário|horários|algo|"
        "alguma coisa|espaço",
        "have": "tem|têm|há|qual|quais|quando|teria|teriam|que|algum|alguma",
        "offer": "quais horários|que horários|quando posso|quando tem|quais dias|que dias|quando poderia|"
        "quando vocês têm|que horas tem|qual o próximo horário|quais os horários disponíveis|quando seria|"
        "qual a disponibilidade",
        "need_to": "como faço|como posso|precisa marcar|preciso marcar|é necessário|sem agendamento|atendem sem|"
        "como funciona|sem hora marcada",
        "ask": "qual|quais|quando|onde|quem|por que|porque|como|quanto|quanta|quantos|tem|têm|vocês aceitam|"
        "aceitam|fazem|posso|pode|é possível|gostaria de saber|queria saber|uma dúvida|uma pergunta|vocês|está|"
        "estão|que horas|o que|será que|dá",
        "topic": "preço|preços|valor|valores|quanto custa|quanto é|custa|custo|convênio|plano de saúde|"
        "estacionamento|endereço|localização|onde fica|ficam|horário de funcionamento|horário de atendimento|"
        "aberto|abrem|abre|fecham|fecha|aceitam|cartão|pagamento|telefone|política|desconto|pix",
        "price": "quanto custa|quanto custam|quanto custaria|quanto é|quanto fica|quanto ficaria|quanto sai|"
        "quanto sairia|quanto cobra|quanto cobram|quanto vocês cobram|quanto você cobra|quanto tenho que pagar|"
        "quanto eu pago|quanto pago|quanto vou pagar|quanto está|qual o valor|qual é o valor|qual o preço|"
        "qual é o preço|que preço|preço da|preço do|preço de|valor da|valor do|valor de um|valor de uma",
        "gratis": "grátis|gratuito|gratuita|gratuitos|gratuitas|gratuitamente|de graça|sem custo",
        "know": "saber|me dizer|me diga|dizer me|me informar",
        "talk": "falar|falar com|conversar com|contato com|contactar|ligar para|me passa",
        "human": "pessoa|humano|atendente|alguém|gerente|recepcionista|responsável|pessoa real|médico|dono|"
        "secretária|funcionário",
        "person": "me ligue|me liga|podem me ligar|uma pessoa real|atendente humano|um humano|pessoa de verdade|"
        "atendimento humano|falar com alguém",
        "stop": "stop|parar|sair|pare|cancelar inscrição|descadastrar|não quero mais mensagens|parem|"
        "não me mandem mais mensagens",
        "start": "start|começar|iniciar|voltar|reativar|retomar",
        "yes": "sim|claro|ok|okay|pode ser|isso|isso mesmo|com certeza|confirmo|combinado|beleza|tá bom|"
        "está bem|sim por favor|pode marcar|aceito|👍|✅|👌|blz|fechado|pode|está bom|ta bom|de acordo|isso aí",
        "agree": "perfeito|certo|ótimo|correto|bom|muito bem|exato|excelente|bem|maravilha",
        "no": "não|não obrigado|não obrigada|nenhum|nenhuma|errado|agora não|👎|❌|nada disso|melhor não|"
        "de jeito nenhum",
        "not_book": "não quero",
        "thanks": "obrigado|obrigada|muito obrigado|muito obrigada|valeu|agradeço|brigado|brigada|obg|🙏|vlw",
        "greeting": "oi|olá|bom dia|boa tarde|boa noite|e aí|oie|opa|tudo bem|tudo bom|👋",
        "goodbye": "tchau|até logo|até mais|até amanhã|adeus|é só isso|só isso|até breve|tenha um bom dia",
        "off_verb": "escreva|escreve|escrever|traduza|traduz|gere|resolva|programe|redija|componha|conte|conta|"
        "faça|me conta|crie",
        "off_noun": "poema|redação|história|música|python|piada|piadas|lição de casa|dever de casa|"
        "equação|receita de bolo|letra de|romance|notícias|ensaio",
        "code": "código",
        "code_work": "escreva|escreve|escrever|gere|resolva|programe|faça|crie|corrija|depure|programação",
        "code_kept": "porta|portão|entrada|garagem|estacionamento|sala|acesso|wifi|desconto|alarme|elevador|postal",
        "off_phrase": "conta uma piada|conte uma piada|me conta uma piada|traduz isso|traduza isso|quem ganhou|"
        "capital do|capital da|sentido da vida|raiz quadrada|vai chover|previsão do tempo|como está o tempo|"
        "presidente do|ignore suas instruções|ignore as instruções|cotação do dólar|bitcoin",
        "name_lead": "meu nome é|me chamo|chamo me|o nome é|em nome de|no nome de|nome|aqui é",
        "name_weak": "sou|sou o|sou a|é o|é a",
        "name_filler": "sou|é|meu nome é|me chamo|em nome de|sim|por favor|obrigado|obrigada|oi|olá|nome|sou o|sou a",
        "reason_lead": "para uma|para um|pra uma|pra um|para fazer|pra fazer|por causa de|porque estou com|"
        "estou com|marcar uma|marcar um|agendar uma|agendar um|quero uma|quero um|preciso de um|preciso de uma|"
        "é para uma|é pra",
        "first": "o primeiro|a primeira|primeiro|primeira|opção 1",
        "second": "o segundo|a segunda opção|segundo|opção 2",
        "third": "o terceiro|a terceira|terceiro|opção 3",
        "fourth": "o quarto|opção 4",
        "fifth": "o quinto|opção 5",
        "last": "o último|a última|último|última",
    },
)
