"""Hindi, in Devanagari and in Latin letters, mixed with English."""

from .table import Table

TABLE = Table(
    code="hi",
    base="en",
    common="main|mai|mein|me|hum|aap|tum|ap|mujhe|muje|mujhko|hume|mera|meri|mere|aapka|aapki|aapke|apka|hamara|"
    "ka|ki|ke|ko|se|par|pe|hai|hain|he|ho|hoon|hun|tha|thi|the|hoga|hogi|kya|kaise|kab|kaha|kahan|kaun|kyu|kyun|"
    "kitna|kitne|kitni|nahi|nahin|nai|haan|han|ha|ji|aur|ya|lekin|bhi|liye|lie|chahiye|chahie|chaiye|karna|"
    "karni|karo|kare|kar|karein|karen|dijiye|de|do|dena|lena|sakta|sakte|sakti|sakta|raha|rahi|rahe|wala|wali|"
    "wale|koi|kuch|bas|abhi|yeh|ye|woh|wo|is|us|tak|namaste|dhanyavad|shukriya|kripya|bhai|sir|madam|milega|"
    "milegi|baje|din|samay|theek|thik|accha|acha|sahi|मैं|हम|आप|तुम|मुझे|हमें|मेरा|मेरी|मेरे|आपका|आपकी|आपके|का|"
    "की|के|को|से|पर|में|है|हैं|हो|हूँ|हूं|था|थी|थे|होगा|क्या|कैसे|कब|कहाँ|कहां|कौन|क्यों|कितना|कितने|कितनी|नहीं|"
    "हाँ|हां|जी|और|या|लेकिन|भी|लिए|चाहिए|करना|करनी|करें|कर|दीजिए|दे|देना|लेना|सकता|सकते|सकती|हूँ|रहा|रही|वाला|"
    "कोई|कुछ|अभी|यह|वह|इस|उस|तक|समय|ठीक|अच्छा|सही|कृपया|तो|ही|एक",
    weekdays="somvar|somwar|somvaar|सोमवार|सोम, mangalvar|mangalwar|mangal|मंगलवार|मंगल, budhvar|budhwar|budh|"
    "बुधवार|बुध, guruvar|guruwar|brihaspativar|veervar|guruvaar|गुरुवार|गुरूवार|बृहस्पतिवार|वीरवार, shukravar|"
    "shukrawar|shukrvar|shukravaar|शुक्रवार, shanivar|shaniwar|shanivaar|शनिवार, ravivar|raviwar|itvar|itwar|"
    "ravivaar|रविवार|इतवार",
    months="janvari|जनवरी, farvari|फरवरी|फ़रवरी, मार्च, aprail|अप्रैल, mayi|मई, joon|जून, julai|जुलाई, agast|"
    "अगस्त, sitambar|सितंबर|सितम्बर, aktubar|अक्टूबर|अक्तूबर, navambar|नवंबर|नवम्बर, disambar|दिसंबर|दिसम्बर",
    numbers="shunya|शून्य, ek|एक, do|दो, teen|tin|तीन, char|chaar|चार, paanch|panch|paach|पांच|पाँच, chhe|chhah|"
    "chhai|छह|छः|छे, saat|सात, aath|आठ, nau|नौ, das|dus|दस, gyarah|gyara|ग्यारह, barah|baarah|बारह, terah|तेरह, "
    "chaudah|चौदह, pandrah|पंद्रह|पन्द्रह, solah|सोलह, satrah|सत्रह, atharah|अठारह, unnis|उन्नीस, bees|बीस, "
    "ikkis|इक्कीस, bais|बाईस, teis|तेईस, chaubis|चौबीस, pachis|पच्चीस, chabbis|छब्बीस, sattais|सत्ताईस, atthais|"
    "अट्ठाईस, untis|उनतीस, tees|तीस, ikattis|इकतीस",
    more_numbers={
        35: "paintis|पैंतीस",
        40: "chalis|चालीस",
        45: "paintalis|पैंतालीस",
        50: "pachas|पचास",
        55: "pachpan|पचपन",
    },
    ordinals="pehli|पहली",
    days={
        "0": "aaj|aj|आज|aaj hi|आज ही",
        "0 evening": "aaj shaam|aj shaam|aaj sham|aaj raat|aj raat|आज शाम|आज रात",
        "0 morning": "aaj subah|aj subah|आज सुबह",
        "0 afternoon": "aaj dopahar|आज दोपहर",
        "1": "kal|कल|aane wala kal",
        "1 morning": "kal subah|kal subha|कल सुबह",
        "1 afternoon": "kal dopahar|कल दोपहर|kal dopeher",
        "1 evening": "kal shaam|kal sham|kal raat|कल शाम|कल रात",
        "2": "parso|parson|parsu|परसों|परसो",
        "-1": "beete kal|बीते कल|kal tha",
    },
    parts={
        "morning": "subah|subha|subeh|savere|sawere|सुबह|सवेरे",
        "afternoon": "dopahar|dopeher|dophar|dopehar|dupahar|दोपहर",
        "evening": "shaam|sham|शाम",
        "night": "raat|rat|रात",
    },
    units={
        "minute": "मिनट|minat",
        "hour": "ghanta|ghante|ghanton|ghantey|घंटा|घंटे|घण्टे",
        "day": "din|dino|dinon|दिन|दिनों",
        "week": "hafta|hafte|haftey|hafto|hatey|saptah|हफ्ता|हफ्ते|हफ़्ते|सप्ताह",
        "month": "mahina|mahine|mahiney|महीना|महीने",
        "year": "saal|साल",
    },
    named_times={
        "1:30": "dedh baje|डेढ़ बजे",
        "2:30": "dhai baje|ढाई बजे|adhai baje",
    },
    fractions={
        30: "aadha|aadhe|आधा|आधे",
    },
    before_hour={
        30: "sadhe|saadhe|साढ़े|साढे",
        15: "sava|sawa|सवा",
        -15: "paune|पौने",
    },
    signs={
        "clock": "baje|bje|bajhe|bajey|bajay|baj|बजे|बजकर",
        "at": "samay|lagbhag|करीब|लगभग|kareeb|karib",
        "next": "agle|agley|agla|agli|agale|aane wale|aanewale|aane wala|aane wali|अगले|अगला|अगली|आने वाले",
        "this": "is|iss|isi|इस|इसी",
        "last": "pichle|pichhle|pichla|पिछले|पिछला|पिछली",
        "later": "baad|bad|ke baad|bad me|ke andar|mein|me|mei|में|बाद|के बाद|के अंदर",
        "ago": "pehle|pahle|पहले",
        "earliest": "jaldi se jaldi|jitna jaldi ho sake|sabse pehle|jald se jald|जल्दी से जल्दी|जल्द से जल्द|"
        "sabse jaldi|turant|तुरंत",
        "and": "aur|और",
        "of": "ki|ke|ka|की|के|का",
        "for": "ke liye|ke lie|के लिए",
        "to": "se|से",
        "or": "ya|या",
        "not": "nahi|नहीं|chhod kar|ke alava|ki jagah|की जगह",
        "till": "se pehle|tak|se pahle|se phle|से पहले|तक",
        "after": "se baad",
        "daynumber": "tarikh|tareekh|taarikh|तारीख|tarik",
        "greeting": "shubh ratri|suprabhat|सुप्रभात|शुभ रात्रि",
        "period": "ek baar|ek minute|roz|har din|rojana|रोज|रोज़|हर दिन|एक बार|एक मिनट|ek aur",
    },
    cues={
        "book_verb": "book karna|book karo|book kar do|book karni|appointment chahiye|appointment leni|"
        "appointment lena|appointment book|appointment de do|appointment dijiye|appointment karna|"
        "अपॉइंटमेंट चाहिए|अपॉइंटमेंट लेना|अपॉइंटमेंट बुक|बुक करना|बुक करनी|बुक कर|बुक करें|बुकिंग करनी|"
        "token chahiye|token lena|number lagana|नंबर लगाना|टोकन चाहिए|booking karni|booking karna|samay chahiye|"
        "समय चाहिए|slot chahiye|milne ka samay|अपॉइंटमेंट लेनी|अपॉइंटमेंट दे",
        "place": "अपॉइंटमेंट|अपोइंटमेंट|बुकिंग|टोकन|मुलाकात|mulakat|स्लॉट",
        "want": "chahiye|chahie|chaiye|karna hai|karni hai|chahta hoon|chahta hun|chahti hoon|chahti hun|"
        "kar dijiye|kar do|dijiye|de do|चाहिए|करना है|करनी है|चाहता हूँ|चाहती हूँ|चाहता हूं|चाहती हूं|कर दीजिए|"
        "दीजिए|लेना है|लेनी है|lena hai|leni hai|kar dena|kardo",
        "may": "sakta hoon|sakte hain|sakti hoon|sakta hun|sakte hai|kya main|kya mai|kya mujhe|kya hum|milega|"
        "mil sakta|mil sakti|सकता हूँ|सकता हूं|सकती हूँ|सकते हैं|क्या मैं|क्या मुझे|मिलेगा|मिल सकता|मिल सकती|"
        "मिलेगी|milegi|ho sakta|ho sakti",
        "come": "aa sakta|aa sakti|aana hai|aana chahta|aana chahti|aau|aaun|doctor ko dikhana|dikhana hai|"
        "milna hai|आ सकता|आ सकती|आना है|दिखाना है|मिलना है|doctor se milna|aa jau|aa jaun|आऊँ|आ जाऊं",
        "move_verb": "reschedule karna|samay badalna|time badalna|time change|date change|date badalna|"
        "aage badhana|change karna|change karni|change kar do|badalna hai|badal do|badal dijiye|shift karna|"
        "shift kar do|समय बदलना|बदलना है|बदल दीजिए|बदल दें|आगे बढ़ाना|तारीख बदलना|रीशेड्यूल",
        "cancel_verb": "cancel karna|cancel kar do|cancel karni|cancel karo|radd karna|radd|कैंसल|कैंसिल|रद्द|cancel kardo",
        "cant_come": "nahi aa sakta|nahi aa paunga|nahi aa sakti|nahi aa paungi|nahi aa payenge|नहीं आ सकता|"
        "नहीं आ पाऊंगा|नहीं आ पाऊँगा|नहीं आ सकती|नहीं आ पाऊंगी|nahi aaunga|nahi aaungi",
        "show": "meri appointment kab|mera appointment kab|मेरी अपॉइंटमेंट कब|मेरा अपॉइंटमेंट कब|"
        "appointment kab hai|appointment kitne baje|अपॉइंटमेंट कब है|मेरी बुकिंग",
        "bookings": "meri appointment kab|mera appointment kab|मेरी अपॉइंटमेंट कब|मेरा अपॉइंटमेंट कब|"
        "appointment kab hai|अपॉइंटमेंट कब है|meri booking|meri appointments|मेरी बुकिंग|"
        "mera appointment kitne baje|meri appointment kitne baje",
        "queue": "mera number kab|kitna time lagega|kitna wait|kitni der|meri baari|mera token|"
        "number kab aayega|kitne log|line me|line mein|kitna intezar|मेरा नंबर|कितना समय लगेगा|कितनी देर|"
        "मेरी बारी|मेरा टोकन|कितने लोग|इंतज़ार|इंतजार|प्रतीक्षा|kaunsa number chal|kaun sa number",
        "free": "khali|खाली|उपलब्ध|uplabdh|free slot|फ्री",
        "have": "hai kya|kya|koi|milega|है क्या|क्या|कोई|hai|है|kab",
        "offer": "kab aa sakta|kab milega|kab mil sakta|kab available|kaun sa samay|konsa time|kaunsa time|"
        "कब मिलेगा|कब आ सकता|कौन सा समय|कब उपलब्ध|कब खाली|kab free|kab khali|kab mil sakti|कब मिल सकता",
        "ask": "kya|kab|kahan|kaha|kaun|kyu|kyun|kaise|kitna|kitne|kitni|konsa|kaunsa|क्या|कब|कहाँ|कहां|कौन|"
        "क्यों|कैसे|कितना|कितने|कितनी|कौन सा|batao|bataiye|bata do|बताइए|बताओ|बताएं|puchna|पूछना|बता दीजिए",
        "topic": "kimat|keemat|daam|fees kitni|fees kya|kitne paise|kitne ka|kharcha|pata kya|address kya|"
        "kahan hai|kaha hai|kab khulta|khulta|band hota|कीमत|दाम|फीस|शुल्क|कितने पैसे|कितने का|खर्च|पता|कहाँ है|"
        "कहां है|खुलता|बंद होता|पार्किंग|बीमा|पेमेंट|भुगतान|khula|खुला|timing|timings|टाइमिंग|kitna lagega|"
        "kitna charge|खुलने का समय|khulne ka samay",
        "price": "kitne ka|kitne ki|kitne ke|kitne paise|kitna paisa|kitne rupaye|kitne rupay|kitne rupees|"
        "kitna lagega|kitne lagenge|kitna charge|kitna kharcha|kitni fees|kitni fee|kitne mein|kitne me|fees kitni|"
        "fee kitni|fees kya|fee kya|charge kya|charges kya|ka charge|price kya|rate kya|कितने का|कितने की|कितने के|"
        "कितने में|कितने पैसे|कितना पैसा|कितने रुपये|कितने रुपए|कितना लगेगा|कितने लगेंगे|कितनी फीस|फीस कितनी|"
        "फीस क्या|कीमत क्या|क्या कीमत|कितनी कीमत|दाम क्या|क्या दाम|कितना खर्च|कितना चार्ज|चार्ज क्या|शुल्क कितना|"
        "कितना शुल्क|शुल्क क्या",
        "gratis": "muft|mufat|free mein|bina paise|मुफ्त|मुफ़्त|निःशुल्क|नि शुल्क",
        "free_for": "bachon ke liye free|bacchon ke liye free|checkup free|check up free|consultation free|"
        "बच्चों के लिए फ्री|जांच फ्री|चेकअप फ्री",
        "know": "jaanna|janna|pata karna|bataiye|bataye|batao|bata do|bata dijiye|जानना|बताइए|बताइये|बताएं|बताओ|"
        "बता दीजिए",
        "talk": "baat karni|baat karna|baat karao|baat karwao|बात करनी|बात करना|बात कराओ|बात कराइए|baat kara|"
        "बात करवाइए",
        "human": "insaan|insan|aadmi|kisi se|kisi vyakti|doctor se|manager se|staff se|किसी से|इंसान|आदमी|"
        "व्यक्ति|डॉक्टर से|मैनेजर|स्टाफ",
        "person": "mujhe call karo|call kijiye|phone karo|कॉल करें|कॉल कीजिए|फोन करें|insaan se baat|"
        "kisi se baat|किसी से बात|इंसान से बात",
        "stop": "band karo|बंद करो|बंद करें|message mat karo|रोकें|मैसेज मत भेजो|band kar do",
        "start": "shuru karo|शुरू|शुरू करें|chalu karo",
        "yes": "haan|han|ha|haan ji|ji haan|ji|theek hai|thik hai|bilkul|हाँ|हां|जी|जी हाँ|जी हां|ठीक है|"
        "बिल्कुल|हाँ जी|sahi hai|सही है|kar do|thik h|theek h|हा|chalega|चलेगा|pakka",
        "agree": "accha|acha|badhiya|sahi|अच्छा|सही|बढ़िया|perfect hai",
        "no": "nahi|nahin|nai|na|ji nahi|nahi chahiye|mat karo|नहीं|जी नहीं|नहीं चाहिए|ना|galat|गलत|koi nahi|"
        "rehne do|रहने दो",
        "not_book": "nahi karna|nahi karni|नहीं करना|नहीं करनी",
        "thanks": "dhanyavad|dhanyawad|shukriya|bahut dhanyavad|धन्यवाद|शुक्रिया|बहुत धन्यवाद|thank you ji|आभार",
        "greeting": "namaste|namaskar|नमस्ते|नमस्कार|salaam|pranam|ram ram|suprabhat|सुप्रभात|हेलो|हैलो|namaste ji",
        "goodbye": "alvida|phir milenge|अलविदा|फिर मिलेंगे|bas itna hi|बस इतना ही|chalo bye",
        "off_verb": "likho|likhiye|likh do|anuvad|sunao|sunaiye|लिखो|लिखिए|अनुवाद|सुनाओ|सुनाइए|हल करो|banao code",
        "off_noun": "kavita|nibandh|kahani|gaana|chutkula|chutkule|homework|कविता|निबंध|कहानी|गाना|चुटकुला|"
        "चुटकुले|होमवर्क|shayari|शायरी",
        "code": "कोड",
        "code_work": "likho|likhiye|likh do|लिखो|लिखिए|हल करो|banao code",
        "code_kept": "darwaza|darwaze|गेट|दरवाज़ा|दरवाज़े|पार्किंग|प्रवेश|छूट",
        "off_phrase": "chutkula sunao|joke sunao|चुटकुला सुनाओ|kaun jeeta|rajdhani|राजधानी|mausam kaisa|मौसम|"
        "pradhan mantri kaun|प्रधानमंत्री कौन|अनुवाद करो|anuvad karo|राष्ट्रपति कौन",
        "name_lead": "mera naam|mera nam|naam|मेरा नाम|नाम|ke naam|के नाम",
        "name_weak": "main|मैं",
        "name_filler": "mera naam|mera nam|naam|hai|ji|haan|main|hoon|मेरा नाम|नाम|है|जी|हाँ|मैं|हूँ|हूं|se|bol raha hoon",
        "reason_lead": "kyunki|क्योंकि|mujhe|मुझे|wajah|samasya",
        "first": "pehla|pehla wala|pehli|pahla|पहला|पहली|पहला वाला",
        "second": "dusra|doosra|dusri|dusra wala|दूसरा|दूसरी|दूसरा वाला",
        "third": "teesra|tisra|teesri|तीसरा|तीसरी",
        "fourth": "chautha|चौथा|चौथी",
        "fifth": "paanchva|पांचवां",
        "last": "aakhri|akhri|antim|आखिरी|आख़िरी|अंतिम",
    },
)
