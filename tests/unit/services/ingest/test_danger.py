"""A sign of danger is found by its words, goes to a person, and its customer is told whom to call."""

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libs.common.entities import ConsultantConfig, DangerWords, Profile
from libs.common.events import ReplyRequested, SettingsChanged
from libs.common.service import Outcome
from services.ingest import danger, handlers
from services.ingest.danger_numbers import emergency_number
from services.ingest.danger_phrases import DENIED, PHRASES
from services.ingest.danger_wording import warning
from tests.unit.services.ingest.desk import NOON, OWNER, Desk, asked, told

EVERY_PHRASE = [(code, phrase) for code, phrases in PHRASES.items() for phrase in phrases.split("|")]
LANGUAGES = ["en", "es", "de", "fr", "pt", "it", "nl", "tr", "hi", "id", "ar"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("My father has CHEST PAIN!!", "en"),
        ("i cant breathe", "en"),
        ("She can’t breathe properly", "en"),
        ("he took too many pills, what do I do", "en"),
        ("I want to kill myself", "en"),
        ("Mir geht es schlecht, starke Schmerzen in der Brust", "de"),
        ("mein Mann atmet nicht mehr", "de"),
        ("me duele el pecho desde hace una hora", "es"),
        ("no puedo respirar", "es"),
        ("No, no puedo respirar", "es"),
        ("Ma mère ne respire plus", "fr"),
        ("j'ai une douleur à la poitrine", "fr"),
        ("estou com dor no peito", "pt"),
        ("mia moglie non respira", "it"),
        ("hij is bewusteloos", "nl"),
        ("nefes alamıyorum", "tr"),
        ("मेरे पिता बेहोश हैं", "hi"),
        ("papa ko seene mein dard hai", "hi"),
        ("ibu saya pingsan", "id"),
        ("ابي لا يتنفس", "ar"),
        ("عندي الم في صدري", "ar"),
    ],
)
def test_signs_of_danger_are_found(text: str, language: str) -> None:
    """However it is written: in capitals, without accents or apostrophes, in the middle of a sentence."""
    sign = danger.find(text)
    assert sign is not None
    assert language in sign.languages


@pytest.mark.parametrize(
    "text",
    [
        "do you repair my chest freezer?",
        "I am dying to see you!",
        "that price nearly gave me a heart attack",
        "unconscious bias training on Friday, please",
        "this film is breathtaking",
        "is there a choking hazard for small children?",
        "no chest pain, only a check-up please",
        "Ohne Brustschmerzen, nur zur Kontrolle",
        "sin dolor en el pecho",
        "bu filme bayıldı",
        "I'd kill for a haircut tomorrow",
        "my phone died, can I come at 10?",
        "a blood test on an empty stomach?",
        "breathe in, breathe out: yoga at nine?",
        "",
    ],
)
def test_harmless_words_are_none(text: str) -> None:
    assert danger.find(text) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_is_found_in_its_own_language(language: str) -> None:
    for phrase in PHRASES[language].split("|"):
        sign = danger.find(f"... {phrase.upper()}!")
        assert sign is not None, phrase
        assert language in sign.languages


@given(st.sampled_from(EVERY_PHRASE), st.text(max_size=20), st.text(max_size=20))
def test_a_part_of_a_word_is_never_a_sign(pair: tuple[str, str], before: str, after: str) -> None:
    """Letters on either side make it another word."""
    _, phrase = pair
    assert danger.find(f"xq{phrase.replace(' ', 'q')}xq") is None
    assert danger.find(f"{before}\n. {phrase} .\n{after}") is not None or _denies(before)


def _denies(before: str) -> bool:
    words = tuple(danger._words(before))
    return bool(words) and words[-1] in DENIED


@given(st.text(max_size=300))
def test_no_text_breaks_it(text: str) -> None:
    assert danger.find(text) == danger.find(unicodedata.normalize("NFC", text))


def test_there_are_words_and_warnings_in_every_language() -> None:
    assert sorted(PHRASES) == sorted(LANGUAGES)
    for code in LANGUAGES:
        known = warning(code, number="112", contact="+49 30 1")
        assert "112" in known
        assert "+49 30 1" in known
        assert "{" not in known + warning(code, number=None, contact="")
    assert warning("sw", number="112", contact="") == warning("en", number="112", contact="")


@pytest.mark.parametrize(
    ("timezone", "number"),
    [("Europe/Berlin", "112"), ("America/New_York", "911"), ("Europe/London", "999"), ("Asia/Jakarta", None)],
)
def test_a_number_is_named_where_it_is_certain(timezone: str, number: str | None) -> None:
    assert emergency_number(timezone) == number


async def settled(desk: Desk, timezone: str = "Europe/Berlin", phone: str = "+49 30 5550 1234") -> None:
    await desk.house.put("booking", OWNER, ConsultantConfig(user_id=OWNER, timezone=timezone, updated_at=NOON))
    await desk.house.put("gateway", OWNER, Profile(user_id=OWNER, contact_phone=phone, updated_at=NOON))


async def test_a_person_has_it_at_once_and_the_customer_is_told_whom_to_call(desk: Desk) -> None:
    """No model reads it: no turn is opened. What was written waits for the person."""
    await settled(desk)
    outcome = await desk.writes("My husband has chest pain")
    assert told(outcome) == [
        "This sounds like an emergency. Please call 112 now, and do not wait for an answer here. "
        "You reach us at: +49 30 5550 1234. Our team has been told about your message."
    ]
    assert (outcome.code, asked(outcome)) == ("danger", [])
    conversation = await desk.conversation()
    assert (conversation.held_by, conversation.held_reason) == ("staff", "A sign of danger: chest pain.")
    assert await desk.waiting() == ["My husband has chest pain"]


async def test_an_open_turn_ends_and_its_answer_is_never_said(desk: Desk) -> None:
    await desk.writes("Are you open today?")
    turn = (await desk.conversation()).turn
    await desk.writes("I can't breathe")
    assert not (await desk.conversation()).turn_open
    assert (await desk.answers(turn=turn)).code == "superseded"


async def test_it_is_told_once_while_a_person_has_it_for_this(desk: Desk) -> None:
    assert len(told(await desk.writes("chest pain"))) == 1
    assert told(await desk.writes("chest pain, please answer")) == []


async def test_who_has_the_conversation_already_learns_of_it(desk: Desk) -> None:
    """It stays theirs, and the customer is told all the same."""
    await desk.writes("Hello")
    conversation = await desk.conversation()
    held = conversation.changed(held_by="rita", turn_open=False, held_reason="rita answered.")
    await desk.house.put("ingest", OWNER, held)
    outcome = await desk.writes("ich bekomme keine Luft")
    assert told(outcome)[0].startswith("Das klingt nach einem Notfall. Rufen Sie jetzt den örtlichen Notruf an")
    after = await desk.conversation()
    assert (after.held_by, after.held_reason) == ("rita", "A sign of danger: bekomme keine luft.")


async def test_after_stop_nothing_is_written_but_a_person_has_it(desk: Desk) -> None:
    await desk.writes("STOP")
    outcome = await desk.writes("chest pain")
    assert told(outcome) == []
    assert (await desk.conversation()).held_by == "staff"


async def test_a_button_is_nobodys_words(desk: Desk) -> None:
    outcome = await desk.writes("Chest pain consultation", kind="interactive", choice_id="1.book")
    assert outcome.code == "opened"


async def change(desk: Desk, **values: Any) -> Outcome:
    edited_from = values.pop("edited_from", None)
    event = SettingsChanged(user_id=OWNER, section="conversations", values=values, edited_from=edited_from)
    outcome = await desk.handles(handlers_settings(desk), desk.arrived(event))
    assert isinstance(outcome, Outcome)
    return outcome


def handlers_settings(desk: Desk) -> Any:
    return lambda event, tx, now: handlers.settings(event, tx, now, desk.watch)


async def test_the_owners_own_words_count_at_once(desk: Desk) -> None:
    """Beside those that are known, and with whom they name to call."""
    assert (await desk.writes("the brace is stuck")).code == "opened"
    changed = await change(desk, words=["  Brace   is stuck", "brace is stuck"], contact="Dr. Roth, +49 171 1")
    assert changed.code == "applied"
    outcome = await desk.writes("Help, the brace is stuck")
    assert outcome.code == "danger"
    assert "Dr. Roth, +49 171 1" in told(outcome)[0]
    stored = await desk.reader.get(DangerWords, OWNER)
    assert stored is not None
    assert stored.words == ("Brace is stuck", "brace is stuck")


async def test_the_owner_may_switch_it_off(desk: Desk) -> None:
    await change(desk, enabled=False)
    outcome = await desk.writes("chest pain")
    assert [event for event in outcome.publish if isinstance(event, ReplyRequested)]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"words": "chest"}, "words"),
        ({"words": ["ab"]}, "words"),
        ({"words": ["x" * 81]}, "words"),
        ({"words": ["abc"] * 101}, "words"),
        ({"enabled": "yes"}, "enabled"),
        ({"contact": "x" * 201}, "contact"),
        ({"quiet": 3}, "quiet"),
    ],
)
async def test_what_cannot_be_set_says_why(desk: Desk, values: dict[str, Any], field: str) -> None:
    outcome = await change(desk, **values)
    assert outcome.code == "refused"
    assert outcome.answer is not None
    assert [error["field"] for error in outcome.answer["errors"]] == [field]
    assert await desk.reader.get(DangerWords, OWNER) is None


async def test_a_stale_edit_is_refused(desk: Desk) -> None:
    await change(desk, enabled=False)
    assert (await change(desk, enabled=True, edited_from=NOON.replace(year=2020))).code == "stale"


async def test_the_owners_words_are_read_once_in_half_a_minute(desk: Desk) -> None:
    """A message costs no document for them while they are fresh."""
    await desk.writes("Hello")
    await desk.writes("Are you there?")
    before = desk.reads
    desk.passes(seconds=31)
    await desk.writes("Still?")
    assert desk.reads == before + 1
