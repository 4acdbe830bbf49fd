"""What a message is for: rules over the cues of its clauses, the same for every language."""

from collections.abc import Sequence
from dataclasses import dataclass

from .cues import Clause
from .lexicon.compiled import Lexicon
from .understood import Asked, Intent


@dataclass(frozen=True, slots=True)
class Rule:
    """An intent, the cues it needs (each entry: one of several, split by space), and those that rule it out."""

    intent: Intent
    needs: tuple[str, ...]
    never: str = ""
    confidence: float = 0.9


def _rule(intent: Intent, needs: str, never: str = "", confidence: float = 0.9) -> Rule:
    return Rule(intent, tuple(entry.strip() for entry in needs.split("+")), never, confidence)


# Earlier rules win. "wish", "two_wishes", "only_soon" ("as soon as possible" and no day), "asks" (a question mark),
# "opens" (begins like a question) and "bare" (no word beyond those known) are computed.
RULES = (
    _rule(Intent.person, "talk + human", confidence=0.95),
    _rule(Intent.person, "person", "place wish", 0.9),
    _rule(Intent.off_topic, "off_phrase", "place", 0.8),
    _rule(Intent.off_topic, "off_verb + off_noun", "place", 0.85),
    _rule(Intent.off_topic, "code + code_work off_noun", "place code_kept", 0.85),  # not the code of a door
    _rule(Intent.off_topic, "elsewhere + find book_verb want", "place topic", 0.7),
    _rule(Intent.question, "price", "queue", 0.9),  # also with "please" and "appointment" in it
    _rule(Intent.question, "policy + cancel_verb cant_come move_verb change_verb", confidence=0.8),
    _rule(Intent.move, "move_verb"),
    _rule(Intent.move, "move_to + wish place", confidence=0.85),  # people move to other towns, too
    _rule(Intent.move, "change_verb + place another", "off_noun", 0.85),
    _rule(Intent.move, "cant_come + instead another"),
    _rule(Intent.move, "cant_come + two_wishes", confidence=0.7),
    _rule(Intent.cancel, "cancel_verb", "not_cancel"),  # Italian: "cancello" is a gate, and "I cancel"
    _rule(Intent.cancel, "cant_come", "asks", 0.8),
    _rule(Intent.queue_position, "queue"),
    _rule(Intent.show_bookings, "bookings", "book_verb free", 0.85),
    _rule(Intent.show_bookings, "show + place", "free offer", 0.85),
    # "Free" of cost; where the same words may mean free time, only without a day or time.
    _rule(Intent.question, "gratis + asks opens ask", "book_verb want come", 0.85),
    _rule(Intent.question, "gratis + want + asks", "book_verb wish", 0.8),  # "can I get it for free?"
    _rule(Intent.question, "free_for + asks opens ask", "book_verb want come wish", 0.85),
    _rule(Intent.question, "need_to", "wish", 0.75),
    _rule(Intent.availability, "offer", "topic", 0.85),
    _rule(Intent.availability, "free + have", "topic book_verb want come", 0.85),
    _rule(Intent.availability, "free + wish + asks", "book_verb want come topic", 0.8),
    _rule(Intent.availability, "another + have", "topic book_verb come", 0.7),
    _rule(Intent.availability, "place + have + wish + opens asks", "topic book_verb want come may", 0.7),
    _rule(Intent.question, "know + topic", confidence=0.85),
    _rule(Intent.book, "book_verb", "need_to not_book elsewhere"),
    _rule(Intent.book, "place + want may come", "topic need_to not_book elsewhere", 0.85),
    _rule(Intent.book, "come + want may wish", "topic need_to not_book elsewhere", 0.8),
    _rule(Intent.question, "know", "place come free", 0.7),
    _rule(Intent.book, "wish + want", "topic opens elsewhere not_book goodbye only_soon", 0.75),
    _rule(Intent.book, "place + wish", "topic opens elsewhere not_book", 0.7),
    _rule(Intent.question, "topic + bare", "wish", 0.75),
    _rule(Intent.question, "topic + asks opens ask", confidence=0.85),
    _rule(Intent.question, "opens", confidence=0.7),
    _rule(Intent.question, "asks + ask", confidence=0.7),
    _rule(Intent.availability, "free + wish", confidence=0.6),
    _rule(Intent.book, "wish + bare", "asks goodbye elsewhere not_book", 0.6),
    _rule(Intent.availability, "wish + asks", "elsewhere", 0.5),
    _rule(Intent.question, "asks", confidence=0.5),
)

# Which reading of several clauses stands for the message: what asks for an act before what asks for words.
_ACTS = (Intent.person, Intent.cancel, Intent.move, Intent.queue_position, Intent.show_bookings, Intent.book)
_WORDS = (Intent.availability, Intent.question, Intent.off_topic)
_SOCIAL = (Intent.yes, Intent.no, Intent.goodbye, Intent.thanks, Intent.greeting)


@dataclass(frozen=True, slots=True)
class Judged:
    """An intent, how sure, and whether a question stands beside it."""

    intent: Intent
    confidence: float
    also_question: bool = False


def judge(
    clauses: Sequence[Clause],
    wishes: Sequence[int],
    lexicon: Lexicon,
    asked: Asked | None,
    *,
    only_soon: bool = False,
) -> Judged:
    """The intent of a message. `wishes` counts the days and times named in each clause; `only_soon`: that it should be
    soon is all that is said about when."""
    if command := _command(clauses):
        return command
    soon = frozenset({"only_soon"}) if only_soon else frozenset[str]()
    read = [_read(clause, count, lexicon, soon) for clause, count in zip(clauses, wishes, strict=True)]
    social = _social(clauses, lexicon)
    if asked == "confirm" and social and social.intent in (Intent.yes, Intent.no) and not _overrules(read):
        return social
    chosen = next((one for intent in (*_ACTS, *_WORDS) for one in read if one and one.intent is intent), None)
    if chosen is None:
        return social or Judged(Intent.unknown, 0.3)
    if chosen.intent is Intent.cancel and _offers_another(clauses, read):
        chosen = Judged(Intent.move, 0.8)
    asking = sum(1 for one in read if one and one.intent in (Intent.question, Intent.availability))
    also = chosen.intent in _ACTS and any(one and one.intent is Intent.question for one in read)
    return Judged(chosen.intent, chosen.confidence, also or (chosen.intent is Intent.availability and asking > 1))


def _read(clause: Clause, wishes: int, lexicon: Lexicon, also: frozenset[str]) -> Judged | None:
    """The first rule that fits a clause. `also` holds of the whole message."""
    has = clause.names | also
    has |= {"wish"} if wishes else set()
    has |= {"two_wishes"} if wishes > 1 else set()
    has |= {"asks"} if clause.asks else set()
    has |= {"bare"} if clause.is_bare(lexicon) else set()
    has |= {"opens"} if _opens_as_question(clause) else set()
    for rule in RULES:
        if all(has.intersection(entry.split()) for entry in rule.needs) and not has.intersection(rule.never.split()):
            return Judged(rule.intent, rule.confidence)
    return None


def _opens_as_question(clause: Clause) -> bool:
    return any(cue.name == "ask" and cue.first <= 2 for cue in clause.cues) and not clause.opens_with("want")


def _offers_another(clauses: Sequence[Clause], read: Sequence[Judged | None]) -> bool:
    """Whether a booking is moved rather than cancelled: "I can't make it on Friday. Can we do Monday?"."""
    said_cancel = any("cancel_verb" in clause.names for clause in clauses)
    return not said_cancel and any(one and one.intent in (Intent.book, Intent.availability) for one in read)


def _overrules(read: Sequence[Judged | None]) -> bool:
    """Whether a "yes" or "no" comes with an act of its own ("no, cancel it")."""
    acts = (Intent.cancel, Intent.move, Intent.person)
    return any(one is not None and one.intent in acts for one in read)


def _command(clauses: Sequence[Clause]) -> Judged | None:
    """STOP and START count only as the whole message."""
    if len(clauses) != 1:
        return None
    for name in ("stop", "start"):
        if clauses[0].covered_by({name}, frozenset()):
            return Judged(Intent(name), 0.95)
    return None


def _social(clauses: Sequence[Clause], lexicon: Lexicon) -> Judged | None:
    """Yes, no, thanks and the like: what opens the message, then whatever it consists of."""
    if not clauses:
        return None
    for name in ("no", "yes"):
        if clauses[0].opens_with(name) and not (name == "yes" and clauses[0].opens_with("no")):
            return Judged(Intent(name), 0.9 if clauses[0].covered_by({name, "thanks"}, lexicon.common) else 0.6)
    if clauses[0].covered_by({"agree", "yes", "thanks"}, lexicon.common) and "agree" in clauses[0].names:
        return Judged(Intent.yes, 0.8)
    for intent in _SOCIAL:
        if any(intent.value in clause.names for clause in clauses):
            return Judged(intent, 0.8)
    return None
