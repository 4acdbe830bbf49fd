"""English: what its words say about intents, names and reasons."""

CUES = {
    "book_verb": "book|booking a|booking an|schedule|reserve|make an appointment|make a booking|"
    "make a reservation|make appointment|set up an appointment|setup an appointment|set an appointment|"
    "set appointment|get an appointment|get me an appointment|have an appointment with|fix an appointment|"
    "arrange an appointment|arrange a|pencil me in|fit me in|squeeze me in|sign me up|put me down|book in|"
    "get booked in|take an appointment|take a token|get a token|want a token|need a token|give me a token|"
    "new appointment|schedule a visit|make one for|make it for|set one for",
    "place": "appointment|appointments|appt|apt|apptmt|appointmnt|booking|bookings|reservation|reservations|"
    "slot|slots|session|consultation|consult|check up|checkup|token|table|meeting",
    "want": "need a|need an|need to come|need to get|i want|i need|i d like|id like|i would like|i d love|"
    "we d like|we want|we need|we would like|looking for|looking to get|i ll take|ill take|i will take|let s do|"
    "lets do|let s go with|let s say|give me|can i get|can i have|could i get|could i have|may i have|can we do|"
    "could we do|can you do|could you do|how about|what about|make it|wanna|i prefer|i d prefer|i d rather|"
    "would prefer|i ll go with|i choose|i pick|put me in|is it possible to|i wish to|i must|it ll be|"
    "it would be|works for me|works best|would work|will work|is good|is fine|is better|is best|would be great|"
    "would be good|would be best|would suit|suits me|try|please",
    "may": "can i|could i|may i|can we|could we|can you|could you|am i able to|any chance|is it possible|"
    "would you|will you|shall i|should i",
    "come": "come in|come by|come over|come at|come on|come to|come tomorrow|come today|come see|i come|stop by|"
    "pop in|pop by|drop in|drop by|swing by|walk in|see the doctor|see a doctor|see the dentist|see a dentist|"
    "see dr|see doctor|visit the dentist|visit a dentist|visit the doctor|visit a doctor|go to the dentist|"
    "go to a dentist|go to the doctor|go to a doctor|need a dentist|need a doctor|be seen|get in|visit you|"
    "meet you|meet the doctor|have a consultation|get a haircut|"
    "get a|to have a|can i have a|could i have a|may i have a|can we have a|could we have a|i ll have a|"
    "to see you|i see you",
    "move_verb": "rebook|re book|rebooked|delay it|reschedule|rescheduled|rescheduling|re schedule|reshedule|"
    "postpone|postponed|push back|push my|bring forward|move my|move the|move it|shift my|shift it|shift the|"
    "rearrange|rearranged|switch my|swap my|push it|delay my|move our|change it to|change to|put off|pushed back",
    "move_to": "move to|moved to",
    "change_verb": "change|changed|changing|amend|modify|alter|move|moved|switch|shift|update|adjust|edit",
    "another": "different time|another time|different day|another day|other day|earlier time|later time|"
    "different slot|another slot|another date|different date|the time|the date|the day|my time|new time|"
    "new date|earlier appointment|later appointment|some other time|other time|other times",
    "instead": "instead|rather|can we do|could we do|how about",
    "cancel_verb": "cancel|make a cancellation|request a cancellation|need a cancellation|canceled|cancelled|"
    "cancelling|canceling|cancell|cncl|call off|call it off|delete my|remove my|drop my|scrap my|withdraw my",
    "cant_come": "can t make it|cant make it|cannot make it|can t come|cant come|cannot come|can not come|"
    "won t make it|wont make it|won t be able to|wont be able to|not able to make|not able to come|"
    "unable to make|unable to come|unable to attend|can t attend|cannot attend|not going to make it|"
    "not gonna make it|can t be there|something came up|no longer need|don t need the appointment|don t need my|"
    "can t make my|cannot make my|can t make the|won t be coming|not coming|can t make",
    "policy": "policy|fee|fees|charge|charged|penalty|refund|refunds|deposit",
    "show": "when is my|when s my|what time is my|what time s my|do i have|when am i|my next|my upcoming|"
    "show my|show me my|list my|see my|check my|check on my|confirm my|what s my|details of my|view my|"
    "have i booked|am i booked|is my|did i book|look up my|find my|remind me when|which day is my|have i got|"
    "what day is my|i have booked|status of my|date of my|time of my|when was my|what bookings",
    "bookings": "my appointments|my bookings|my reservations|my upcoming appointments|my next appointment|"
    "my upcoming appointment|my schedule with you",
    "queue": "how long is the wait|how long s the wait|waiting time|wait time|my token|token number|my turn|"
    "the queue|in line|in the line|ahead of me|before me|do i have to wait|will i have to wait|should i wait|"
    "current token|now serving|which token|what token|is the queue|queue position|how long is the queue|"
    "how busy|how long will i wait|how long do i wait|how much longer|still waiting|long wait|my place in|"
    "my position|the wait",
    "free": "free|available|availability|availabilities|opening|openings|slots|slot|anything|any time|anytime|"
    "space|vacancy|vacancies|spots|spot|appointments|times",
    "have": "have|got|any|is there|are there|are you|what|which|when|show me|check|what s|see|next|still",
    "offer": "when can i|when could i|when can you|what times|what time slots|which days|which times|what days|"
    "when are you free|when are you available|when is the next|what s your next|what slots|which slots|"
    "what s available|what is available|when do you have|what do you have|your availability|whats available|"
    "first available|next available|soonest appointment|soonest available|when is the earliest|"
    "what s the earliest|what is the earliest|how soon can",
    "need_to": "do i need|do i have to|should i|do you need|is it necessary|need an appointment or|how do i|"
    "how to|how can i|how far|do you take walk|how does|without an appointment|without appointment",
    "ask": "what|what s|whats|when|where|who|why|how|which|do you|does|did|is there|are there|is the|is it|"
    "are you|are your|is your|do i|can you tell|could you tell|tell me|i was wondering|i wonder|"
    "would like to know|want to know|i d like to know|like to ask|have a question|got a question|wanted to ask|"
    "let me know|can i|could i|may i|may we|should i|will i|is that|how much|how long|have you|has|any idea|wat|"
    "can we|would it|will it|does it|can it|is a|need to know|what about|how about|did you|will you|were you|"
    "am i|is this|are they|is he|is she",
    "topic": "price|prices|price list|cost|costs|how much|insurance|parking|address|located|location|directions|"
    "opening hours|opening times|business hours|your hours|hours|are you open|you open|open on|open today|"
    "open tomorrow|open at|open till|open until|do you close|you close|closed on|closing time|accept|payment|"
    "phone number|email address|website|menu|rates|pricing|charges|fee|fees|policy|wifi|discount|discounts|"
    "packages|contact number",
    "price": "how much|how expensive|how costly|how pricey|is it expensive|what does it cost|what do you charge|"
    "do you charge|what s the price|what is the price|what are the prices|what are your prices|what s the cost|"
    "what is the cost|what are the costs|what are your rates|your price for|a price for|price of|cost of|"
    "does it cost|will it cost|would it cost|is it going to cost",
    "gratis": "free of charge|free of cost|at no cost|at no charge|no charge|without charge|complimentary|"
    "is it for free|it for free|check up for free|checkup for free|consultation for free|children for free|"
    "kids for free|done for free",
    "free_for": "free for children|free for kids|free for students|free for seniors|free for pensioners|"
    "free for everyone|free for everybody|free for members|free for new|free for under|free for the unemployed|"
    "for children free|for kids free|for students free|for seniors free|for pensioners free|for members free|"
    "for new patients free|for new customers free|is the check up free|is a check up free|is the checkup free|"
    "is a checkup free|are check ups free|are checkups free|is the consultation free|is a consultation free|"
    "is the first consultation free|is the initial consultation free|are consultations free|"
    "is the first visit free|is the delivery free|is delivery free|is the wifi free|is the quote free",
    "know": "like to know|want to know|need to know|i wonder|i was wondering|can you tell me|could you tell me|tell me",
    "talk": "talk|talk to|speak|speak to|speak with|talk with|chat with|connect me|transfer me|put me through|"
    "pass me|contact|get hold of|reach|call from|call",
    "human": "human|a person|real person|actual person|someone|somebody|staff|receptionist|representative|agent|"
    "operator|manager|the owner|customer service|customer support|your team|a member of|live person|supervisor|"
    "real human|advisor|adviser|human being|front desk|colleague",
    "person": "speak to|speak with|speak directly|talk to a|talk to the|talking to a human|talking to bots|"
    "transfer me|put me through|connect me|your manager|on the line|with a machine|to a machine|call me|"
    "call me back|ring me|give me a call|phone me|live agent|human please|need a human|want a human|"
    "real person please|human agent|not a bot|not a robot|someone call me|real person|actual human|real human|"
    "actual person|agent please|representative|customer service|operator",
    "stop": "stop|stop messages|stop messaging|stop messaging me|stop texting me|stop all|unsubscribe|opt out|"
    "stop please|please stop|stop it|end|quit|leave me alone|stop sending me messages|do not message me|"
    "don t message me|don t text me|remove me|stop contacting me|stop promotions|optout",
    "start": "start|subscribe|unstop|resume|opt in|start again|restart|start messages|begin",
    "not_book": "do not want to|don t want to|do not wish to|don t wish to|dont want to|no need to|not want to|"
    "not like to|wouldn t like to|not ready to|not going to book|not looking to|rather not|don t need to|"
    "not planning to|not yet ready to|before i book|before booking",
    "agree": "good|great|fine|perfect|right|exactly|correct|alright|all right|that s it|k|kk|lovely|cool|super|"
    "excellent|wonderful|awesome|nice|very good",
    "yes": "yes|yeah|yep|yup|ya|yea|yes please|sure|ok|okay|okey|that s right|thats right|sounds good|"
    "sounds great|that sounds good|that sounds great|works for me|go ahead|confirm|confirmed|i confirm|"
    "please do|that works|that s fine|that s correct|that is correct|thats correct|absolutely|definitely|"
    "of course|agreed|do it|book it|yess|yessir|👍|✅|👌|sure thing|no problem|i agree|yes i do|yes it is|"
    "that s good|that s great|that ll work|that will work|that would work|certainly|indeed|affirmative",
    "no": "definitely not|absolutely not|of course not|that s not|thats not|it s not|that is not|it is not|"
    "i never|that ain t|no|nope|nah|not really|no thanks|no thank you|wrong|incorrect|that s wrong|"
    "that s not right|👎|❌|don t|do not|not correct|none|neither|nevermind|never mind|not now|not right now|"
    "not yet|negative|i don t think so|no way|none of those|none of them|none of these|forget it|"
    "that doesn t work|that won t work|not interested",
    "thanks": "thanks|thank you|thankyou|thx|thnx|tnx|ty|tysm|cheers|many thanks|appreciate it|appreciated|"
    "much appreciated|i appreciate|grateful|🙏|thank u|thanx|thanks a lot|thanks so much",
    "greeting": "hi|hello|hey|hiya|heya|good morning|good afternoon|good evening|good day|greetings|howdy|yo|"
    "morning|evening|hi there|hello there|hey there|sup|👋|helo|hii|hiii|what s up|how are you|gud morning|gm",
    "goodbye": "bye|goodbye|good bye|bye bye|see you|see ya|cya|see you then|see you tomorrow|see you soon|"
    "take care|have a nice day|have a good day|have a great day|have a good one|good night|that s all|"
    "that is all|that ll be all|that will be all|nothing else|ttyl|have a lovely day|have a nice evening|"
    "have a good evening|see you later|talk to you later|have a great evening",
    "off_verb": "write|compose|draft|generate|create|program|solve|calculate|sing|recite|paint|debug|"
    "implement|summarize|summarise|rewrite|paraphrase|tell|tell me|give me|explain|play|teach me|help me with|"
    "help with|make me|do my|help me write|proofread|translate",
    "off_noun": "poem|poetry|essay|story|song|lyrics|python|javascript|java|html|sql|function|algorithm|"
    "script|joke|jokes|riddle|homework|equation|recipe|recipes|news|article|resume|cover letter|speech|"
    "blog post|novel|haiku|limerick|thesis|assignment|fun fact|trivia|bedtime story|business plan|game|"
    "quantum physics|horoscope|regex|math problem|maths problem|physics|calculus|into french|into spanish|"
    "into german|into english|into hindi|to french|to spanish|to german|in french|in spanish|something funny",
    "code": "code",
    "code_work": "write|debug|fix|compile|refactor|implement|generate|programming|explain this|explain my|review this|"
    "review my|code me|code a script|code a website|code a program|code a game|code an app|can you code|"
    "could you code|how to code|source code|code snippet",
    "code_kept": "gate|door|doors|entrance|entry|room|building|car park|parking|garage|wifi|discount|promo|"
    "voucher|coupon|gift|access|alarm|lift|elevator|dress|post code|zip code",
    "off_phrase": "tell me a joke|translate this|translate the|who won|capital of|capital city|meaning of life|"
    "square root|exchange rate|stock price|stock market|bitcoin|who is the president|president of|"
    "prime minister of|do my homework|the weather|weather forecast|weather like|will it rain|latest news|"
    "are you chatgpt|are you gpt|what do you think about politics|world cup|football score|"
    "ignore your instructions|ignore previous instructions|ignore all previous|system prompt|pretend to be|"
    "pretend you are|act as|roleplay|how do you say|what language|sports score|population of|"
    "distance to the moon|who invented|who wrote|who discovered|define the word|synonym for|play a game|"
    "play music|play some|set an alarm|set a timer|set a reminder|roll a die|flip a coin|my shopping list",
    "elsewhere": "fly|flying|depart|departing|leaving|leave on|leave from|travel|traveling|travelling|returning|"
    "return it|pick it up|pick up|pickup|drop off|dropoff|arriving|economy|airlines|airport|events|windy|"
    "humidity|museum|park|parks|attractions|steakhouse|songs|rent|flight|flights|plane ticket|train|"
    "train ticket|bus ticket|cab|taxi|uber|lyft|rental car|car rental|concert|movie|movies|movie tickets|airbnb|"
    "one way|round trip|return trip|leave today|leave tomorrow|departure|hotel room|room in a hotel|"
    "room at a hotel|car to|bags to check|things to do|something to do|stuff to do|baseball|football|basketball|"
    "sports event|music event|transactions|my bank|bank account|playlist|laundry|ride|a ride|apartment|apartments|"
    "airline|bus|theater|theatre|tickets|ticket|car",
    "find": "find|search|look up|get me|show me|need|want|looking for|book|reserve|buy|rent|order",
    "people": "son|daughter|wife|husband|mother|father|mom|mum|dad|child|kid|kids|children|baby|friend|friends|"
    "family|partner|brother|sister|parents|colleague|dog|cat|team|people|person|question|name",
    "name_lead": "my name is|my name s|name is|the name is|name s|this is|under the name|under the name of|"
    "reservation under|booking under|under name|it s under|my full name is|name|i am called|they call me|"
    "the name|speaking with",
    "name_weak": "i m|i am|im|it s|its|under|for",
    "name_filler": "call me|you can call me|it s|its|it is|i m|i am|for|yes|sure|ok|okay|please|thanks|"
    "thank you|hi|hello|my|name|here|under|put|the|that s|this is|speaking",
    "reason_lead": "for a|for an|for my|for some|for the|because of|because i have|regarding|it s for|its for|"
    "i have a|i have an|i ve got a|i have some|to get a|to get my|to have a|to have my|need a|book a|book an|"
    "get a|want a|like a|need an|want an|like to book a|schedule a|schedule an|get my|have my|due to|"
    "appointment for|booking for|slot for|session for|visit for|come in for|concerning|it s about|about my",
    "first": "the first one|first one|the first|first|1st|1st one|number one|option one|option a|"
    "the earlier one|earliest|the earliest|the top one|the former",
    "second": "the second one|second one|the second|second|2nd|2nd one|number two|option two|option b",
    "third": "the third one|third one|the third|third|3rd|3rd one|number three|option three|option c",
    "fourth": "the fourth one|fourth one|the fourth|fourth|4th|number four|option four",
    "fifth": "the fifth one|fifth one|the fifth|fifth|5th|number five|option five",
    "last": "the last one|last one|the last|last|the latest|the latest one|the latter|the later one|the bottom one",
}
