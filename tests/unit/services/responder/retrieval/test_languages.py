"""Whether a question is in a language of the documents."""

import pytest

from services.responder.retrieval.grams import normalised
from services.responder.retrieval.languages import Languages

ENGLISH = "We are open from nine to five. You can pay with a card, and you do not need to book."
SPANISH = "Estamos abiertos de nueve a cinco. Se puede pagar con tarjeta y no es necesario reservar."

FOREIGN = [
    "¿Cuándo abren y cómo puedo pagar?",
    "kann ich mit Karte zahlen?",
    "kya aap shanivar ko khule hain",
    "क्या आप खुले हैं?",
    "何時ですか",
    "Вы открыты?",
]


def understood(documents: list[str], question: str) -> bool:
    return Languages(normalised(text) for text in documents).include(normalised(question))


@pytest.mark.parametrize("question", ["what time do you open", "can I pay by card?", "card?", "9:30?", "", "🙂"])
def test_a_question_in_the_documents_language_is_understood(question: str) -> None:
    """And one that gives no sign is given the benefit of the doubt."""
    assert understood([ENGLISH], question)


@pytest.mark.parametrize("question", FOREIGN)
def test_a_question_in_another_language_or_script_is_not(question: str) -> None:
    """Also in a script that no list of words covers, and Hindi in Latin letters."""
    assert not understood([ENGLISH], question)


def test_documents_may_be_in_several_languages() -> None:
    """Each of them is understood."""
    assert understood([ENGLISH, SPANISH], "¿Cuándo abren y cómo puedo pagar?")
    assert understood([ENGLISH, SPANISH], "what time do you open")


def test_a_few_foreign_words_do_not_make_a_language() -> None:
    """A dish's name in English documents does not make them Spanish."""
    assert not understood([ENGLISH * 10, "Arroz con pollo"], "¿Cuándo abren y cómo puedo pagar?")


def test_where_the_documents_give_no_sign_any_question_in_their_script_is_understood() -> None:
    """A price list has no small words."""
    assert understood(["Haircut 30", "Beard 15"], "¿Cuánto cuesta?")
