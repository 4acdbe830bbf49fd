"""English: days, times and small words."""

from .english_cues import CUES
from .table import Table

TABLE = Table(
    code="en",
    common="i|you|he|she|it|we|they|me|my|your|our|their|the|a|an|this|that|these|those|is|are|am|was|were|be|"
    "been|do|does|did|have|has|had|can|could|will|would|should|may|might|must|to|of|in|on|at|for|with|from|by|"
    "about|and|or|but|if|so|not|no|yes|please|thanks|thank|hi|hello|hey|what|when|where|who|why|how|which|there|"
    "here|just|also|any|some|all|want|need|like|know|get|make|would|ll|re|ve|don|let|us|ok|okay|then|than|as|"
    "too|very|good|well|now|again|instead|works|work|fine|great|sure|maybe|perhaps|actually|sorry|be|it|s|d|m|t|"
    "pls|plz|work|best|come|see|book|free|available|open|possible|preferably|either|out|up|because|only|still|"
    "if|time|appointment|help|change|cancel",
    weekdays="monday|mon|mondays, tuesday|tue|tues|tuesdays, wednesday|?wed|weds|wednesdays, thursday|thu|thur|"
    "thurs|thursdays, friday|fri|fridays, saturday|?sat|saturdays, sunday|?sun|sundays",
    months="january|jan, february|feb, ?march|?mar, april|apr, ?may, june|?jun, july|jul, august|aug, september|"
    "sept|sep, october|oct, november|nov, december|dec",
    numbers="zero, one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen, "
    "fourteen, fifteen, sixteen, seventeen, eighteen, nineteen, twenty, twenty one, twenty two, twenty three, "
    "twenty four, twenty five, twenty six, twenty seven, twenty eight, twenty nine, thirty, thirty one, "
    "thirty two, thirty three, thirty four, thirty five, thirty six, thirty seven, thirty eight, thirty nine, "
    "forty, forty one, forty two, forty three, forty four, forty five, forty six, forty seven, forty eight, "
    "forty nine, fifty, fifty one, fifty two, fifty three, fifty four, fifty five, fifty six, fifty seven, "
    "fifty eight, fifty nine",
    more_numbers={
        2: "a couple of|couple of|a couple",
        5: "oh five",
    },
    ordinals="first, ?second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, eleventh, twelfth, "
    "thirteenth, fourteenth, fifteenth, sixteenth, seventeenth, eighteenth, nineteenth, twentieth, "
    "twenty first, twenty second, twenty third, twenty fourth, twenty fifth, twenty sixth, twenty seventh, "
    "twenty eighth, twenty ninth, thirtieth, thirty first",
    ordinal_endings="st|nd|rd|th",
    days={
        "0": "today|later today|same day today|2day|tday",
        "0 evening": "tonight|tonite|2nite",
        "1": "tomorrow|tmrw|tmr|tomorow|tommorow|tommorrow|tomorrows|2moro|2morrow|tomoz|tmw|tomm",
        "2": "day after tomorrow|day after tmrw|overmorrow",
        "0 now": "free now|available now|open now|come now|come right now|open right now|available right now|"
        "free right now|come over now",
        "2:14": "valentine s day|valentines day|valentine s",
        "12:24": "christmas eve|xmas eve",
        "12:25": "christmas|christmas day|xmas",
        "12:31": "new year s eve|new years eve",
        "1:1": "new year s day|new years day|new year day",
        "-1": "yesterday|earlier today",
        "-2": "day before yesterday",
        "-1 evening": "last night",
    },
    parts={
        "morning": "first thing|first thing in the morning|morning|mornings|early morning|am slot|forenoon",
        "afternoon": "afternoon|afternoons|arvo",
        "evening": "evening|evenings",
        "night": "night|at night",
    },
    units={
        "minute": "minute|minutes|min|mins",
        "hour": "hour|hours|hr|hrs",
        "day": "day|days",
        "week": "week|weeks|wk|wks",
        "fortnight": "fortnight",
        "month": "month|months",
        "year": "year|years|yr|yrs",
    },
    named_times={
        "12:00": "noon|midday|12 noon|mid day",
        "00:00": "midnight|mid night",
    },
    fractions={
        30: "half",
        15: "quarter|a quarter|qtr",
    },
    meridiem={
        "am": "am|a m",
        "pm": "pm|p m",
    },
    signs={
        "clock": "o clock|oclock|h|sharp|ish",
        "past": "past",
        "to": "to|thru|through",
        "next": "next|the following|following",
        "this": "this|this coming|coming|upcoming|this upcoming",
        "last": "last|previous|this past",
        "in": "in|within|in about|in around|in another|in the next",
        "later": "from now|later|hence|from today",
        "ago": "ago|back",
        "weekend": "weekend|weekends|wknd|week end",
        "earliest": "as soon as possible|asap|a s a p|soonest|next available|next free|first available|"
        "first free|earliest possible|earliest available|earliest|soon as you can|soon as possible|"
        "straight away|right away|first thing available|nearest available|immediately|next opening|next slot|"
        "first slot",
        "at": "at|at about|at around|at approximately",
        "on": "on|for the",
        "the": "the",
        "of": "of",
        "and": "and",
        "or": "or",
        "not": "not|except|but not|instead of|rather than|can t do|cannot do|cant do|can t make|cannot make|"
        "cant make|other than|anything but|no longer|isn t|doesn t",
        "before": "before|by|no later than|not later than|latest|until|till|til|earlier than",
        "after": "after|from|since|starting|starting from|any time after|anytime after|later than|not before|"
        "no earlier than|beginning|as of|onwards from",
        "around": "around|approximately|roughly|circa|approx|nearer|closer to",
        "between": "between|from between|btw|btwn",
        "for": "for",
        "a": "a|an",
        "daynumber": "day number",
        "period": "all for today|s it for today|was it for today|be all today|is all today|s all today|"
        "help today|helping me today|assistance today|are you today|day is today|date of today|today s date|"
        "need for today|okay for today|any time soon|earliest convenience|end of the day|end of day|24 7|"
        "7 days a week|a second|one second|one moment|a minute|one minute|in a minute|in a moment|in a second|"
        "in a sec|one day|some day|each day|every day|all day|per day|first time|last time|next time|this time|"
        "that day|same day|day one|one on one|half day|half price|half an hour long|one of|one or two|at once|"
        "past week|past month|past year|past day|past few days",
        "greeting": "good morning|good afternoon|good evening|good day|gud morning|gm|good night|"
        "have a nice day|have a good day|have a great day|have a lovely day|have a nice evening|"
        "have a good evening|have a good night|have a good one|nice weekend|good weekend|great weekend|"
        "lovely weekend|happy friday|happy monday",
    },
    half_first=True,
    cues=CUES,
)
