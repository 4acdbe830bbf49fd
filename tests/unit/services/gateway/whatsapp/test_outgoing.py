"""Whatever a reply holds, WhatsApp takes what is made of it, and nothing that was said is lost."""

import re
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from libs.common.events import Choice, ListRow, ReplyReady, SourceRef
from services.gateway.whatsapp.outgoing import BODY_MAX, TEXT_MAX, contents_of, recipient, sources_line
from services.gateway.whatsapp.splitting import last_piece, split
from services.gateway.wording import CHOOSE, HOLDING
from tests.fakes.graph.messages import check_message


def reply(text: str = "Hello", **fields: Any) -> ReplyReady:
    return ReplyReady(user_id="ana", conversation_id="c", author="assistant", text=text, **fields)


def said(contents: list[dict[str, Any]]) -> list[str]:
    return [one["text"]["body"] if one["type"] == "text" else one["interactive"]["body"]["text"] for one in contents]


def without_spaces(text: str) -> str:
    return re.sub(r"\s", "", text)


texts = st.text(alphabet=st.sampled_from("abc .\n!?。é😀"), max_size=60).map(lambda text: text * 90) | st.text(
    max_size=50
)
titles = st.text(max_size=40)
choices = st.builds(Choice, id=st.text(max_size=300), title=titles)
rows = st.builds(ListRow, id=st.text(max_size=300), title=titles, description=st.text(max_size=100))
sources = st.builds(SourceRef, source_id=st.just("s"), name=st.text(max_size=200), page=st.none() | st.integers(1, 999))


@settings(deadline=None, max_examples=200, derandomize=True)
@given(
    text=texts,
    choices=st.lists(choices, max_size=12),
    rows=st.lists(rows, max_size=14),
    button=titles,
    sources=st.lists(sources, max_size=5),
)
@example(
    text="x",
    choices=[Choice(id=str(n), title="Half past nine o'clock" * 2) for n in range(3)],
    rows=[],
    button="",
    sources=[],
)
@example(text="", choices=[Choice(id="a", title="Yes")], rows=[], button="", sources=[])
def test_whatsapp_takes_every_message(
    text: str, choices: list[Choice], rows: list[ListRow], button: str, sources: list[SourceRef]
) -> None:
    """Held to the limits as the Graph API's stand-in checks them."""
    contents = contents_of(reply(text, choices=tuple(choices), rows=tuple(rows), button=button, sources=tuple(sources)))
    for content in contents:
        check_message({"messaging_product": "whatsapp", **recipient("15550001001"), **content})


@settings(deadline=None, max_examples=200, derandomize=True)
@given(text=texts, most=st.integers(10, 200))
def test_a_split_text_is_the_text(text: str, most: int) -> None:
    """In pieces that fit and are not empty; only spaces between them go."""
    pieces = split(text, most, pieces_max=10_000)
    assert without_spaces("".join(pieces)) == without_spaces(text)
    assert all(0 < len(piece) <= most and piece == piece.lstrip() for piece in pieces)


@settings(deadline=None, max_examples=200, derandomize=True)
@given(text=texts, most=st.integers(10, 200))
def test_the_last_piece_and_what_is_before_it_are_the_text(text: str, most: int) -> None:
    """And the last piece fits."""
    before, last = last_piece(text, most)
    assert without_spaces(before + last) == without_spaces(text)
    assert len(last) <= most


def test_a_text_is_cut_between_paragraphs_before_sentences_and_sentences_before_words() -> None:
    """Where a reader would pause."""
    assert split("One two.\n\nThree four. Five", 14, 9) == ["One two.", "Three four.", "Five"]
    assert split("One two. Three four five", 16, 9) == ["One two.", "Three four five"]
    assert split("One two three", 9, 9) == ["One two", "three"]


def test_a_text_that_never_ends_is_cut_and_says_so() -> None:
    """Eight messages are enough for anyone."""
    contents = contents_of(reply("word " * 20_000))
    assert len(contents) == 8
    assert said(contents)[-1].endswith("…")


def test_choices_stand_under_the_end_of_a_long_text() -> None:
    """What does not fit beside them goes before, as plain text."""
    text = "A sentence of some words. " * 60
    contents = contents_of(reply(text, choices=(Choice(id="y", title="Yes"),)))
    assert [one["type"] for one in contents] == ["text", "interactive"]
    assert len(said(contents)[1]) <= BODY_MAX
    assert said(contents)[1].startswith("A sentence")


def test_more_choices_than_buttons_become_a_list() -> None:
    """No choice is dropped that WhatsApp could show."""
    [content] = contents_of(reply(choices=tuple(Choice(id=str(n), title=f"Choice {n}") for n in range(5))))
    assert content["interactive"]["type"] == "list"
    assert len(content["interactive"]["action"]["sections"][0]["rows"]) == 5


def test_the_sources_are_named_under_the_text() -> None:
    """Once each, with the page where there is one."""
    named = (
        SourceRef(source_id="1", name="Price list", page=2),
        SourceRef(source_id="1", name="Price list", page=2),
        SourceRef(source_id="2", name="Opening hours"),
    )
    assert said(contents_of(reply("It is 20 €.", sources=named))) == [
        "It is 20 €.\n\n— Price list, p. 2; Opening hours"
    ]
    assert sources_line(()) == ""


def test_nothing_to_say_is_no_message() -> None:
    """An answer may be a hand-over without words."""
    assert contents_of(reply(" \n")) == []


def test_a_customer_without_a_phone_is_reached_by_user_id() -> None:
    """The two have fields of their own."""
    assert recipient("15550001001") == {"to": "15550001001"}
    assert recipient("US.13491208655302741918") == {"recipient": "US.13491208655302741918"}


def test_what_we_say_ourselves_fits_in_every_language() -> None:
    """The word that opens a list has 20 characters."""
    assert all(len(told) <= 20 for told in CHOOSE.by_language.values())
    assert all(len(told) <= TEXT_MAX for told in HOLDING.by_language.values())
    assert CHOOSE.by_language.keys() == HOLDING.by_language.keys()
    assert HOLDING.of("pt-BR").startswith("Obrigado")
    assert HOLDING.of("xx") == HOLDING.of("en")
