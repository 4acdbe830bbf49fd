"""How documents are cut into passages."""

from hypothesis import example, given
from hypothesis import strategies as st

from services.knowledge.chunking import HEADING_CHARACTERS_MAX, PATH_CHARACTERS_MAX, TOKENS_MAX, chunked
from services.knowledge.parsing.document import Block, Kind, ParsedDocument
from services.knowledge.parsing.markdown import parse_markdown
from services.knowledge.size import estimated_tokens
from services.knowledge.splitting import split


def passages(markdown: str) -> list[tuple[str, str]]:
    return [(chunk.heading, chunk.content) for chunk in chunked(parse_markdown(markdown.encode(), "a.md"))]


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=300).filter(str.strip)
LONG = st.builds(lambda text, times: text * times, TEXTS, st.integers(1, 40))


def body(kind: Kind) -> st.SearchStrategy[Block]:
    return st.builds(Block, kind=st.just(kind), text=TEXTS | LONG, page=st.none() | st.integers(1, 9))


HEADINGS = st.builds(Block, kind=st.just(Kind.HEADING), text=TEXTS, level=st.integers(1, 6))
DOCUMENTS = st.builds(
    lambda blocks: ParsedDocument(blocks=tuple(blocks)),
    st.lists(st.one_of(HEADINGS, *(body(kind) for kind in Kind if kind is not Kind.HEADING)), max_size=12),
)


def letters(text: str) -> str:
    return "".join(text.split())


@given(DOCUMENTS)
def test_no_passage_is_larger_than_the_bound_and_none_is_empty(document: ParsedDocument) -> None:
    """Whatever the document is, in whatever script."""
    for place, chunk in enumerate(chunked(document)):
        assert chunk.index == place
        assert chunk.content.strip()
        assert estimated_tokens(chunk.content) <= TOKENS_MAX
        assert len(chunk.heading) <= PATH_CHARACTERS_MAX


@given(DOCUMENTS)
@example(ParsedDocument(blocks=(Block(kind=Kind.HEADING, text="Closed", level=2),)))
def test_every_text_is_in_one_passage_and_the_order_stays(document: ParsedDocument) -> None:
    """All but space, once each: bodies in the content, headings at least in a path."""
    found = chunked(document)
    contents = letters("".join(chunk.content for chunk in found))
    place = 0
    for block in document.blocks:
        wanted = letters(block.text)
        if block.kind is Kind.HEADING and len(block.text) <= HEADING_CHARACTERS_MAX:
            continue
        assert contents.startswith(wanted, contents.find(wanted, place))
        place = contents.index(wanted, place) + len(wanted)
    for chunk in found[:1]:
        assert chunked(document)[0] == chunk


@given(st.text(max_size=2000), st.integers(1, 50))
def test_splitting_loses_nothing_but_space(text: str, tokens_max: int) -> None:
    """And every part is within the bound."""
    parts = split(text, tokens_max)
    assert letters("".join(parts)) == letters(text)
    assert all(estimated_tokens(part) <= max(tokens_max, 1) for part in parts)


def test_a_passage_knows_its_headings() -> None:
    """The path from the top; a new heading ends the passage."""
    assert passages("# Salon\nHello.\n## Prices\n### Hair\n30 euros.\n## Hours\nNine to five.") == [
        ("Salon", "Hello."),
        ("Salon > Prices > Hair", "30 euros."),
        ("Salon > Hours", "Nine to five."),
    ]


def test_a_heading_with_nothing_under_it_is_a_passage() -> None:
    """ "Closed on Sundays" in large letters is still said."""
    assert passages("# Salon\n## Closed on Sundays\n## Hours\nNine to five.") == [
        ("Salon", "Closed on Sundays"),
        ("Salon > Hours", "Nine to five."),
    ]


def test_a_question_and_its_answer_stay_together_and_apart_from_the_next() -> None:
    """Written as Q and A, or as a line with a question mark."""
    assert passages(
        "Q: Dogs?\nA: Small ones.\nQ: Kids?\nA: From three.\n\n**Parking?**\n\nBehind the house.\n\nFree."
    ) == [
        ("", "Q: Dogs?\nA: Small ones."),
        ("", "Q: Kids?\nA: From three."),
        ("", "Parking?\nBehind the house.\nFree."),
    ]


def test_several_ways_to_ask_share_their_answer() -> None:
    """Questions in a row belong to what follows them."""
    assert passages("Is there parking?\nWhere can I park?\nBehind the house.") == [
        ("", "Is there parking?\nWhere can I park?\nBehind the house.")
    ]


def test_short_paragraphs_share_a_passage_and_long_ones_do_not() -> None:
    """A passage about too much is near to no question."""
    short, long = "We are kind.", "word " * 100
    assert len(passages(f"{short}\n\n{short}")) == 1
    assert len(passages(f"{long}\n\n{long}")) == 2


def test_a_table_stays_whole_while_it_fits_and_is_cut_between_rows_after() -> None:
    """No row is ever parted."""
    rows = "".join(f"| Service number {number} | {number} euros and some cents |\n" for number in range(60))
    found = passages(f"Our prices:\n\n| Service | Price |\n|---|---|\n{rows}")
    assert len(found) > 2
    for _, content in found[1:]:
        assert all(line.startswith("Service: ") and line.endswith("cents") for line in content.split("\n"))
    few = rows[: rows.index("| Service number 9")]
    assert len(passages(f"Our prices:\n\n| Service | Price |\n|---|---|\n{few}")) == 1


def test_a_list_stays_with_the_line_that_introduces_it() -> None:
    """Even where the passage is of a good size without it."""
    items = "".join(f"- one of the many things that we take with us, number {number}\n" for number in range(12))
    assert len(passages(f"Please bring all of this:\n\n{items}")) == 1


def test_a_long_paragraph_is_cut_between_sentences_into_like_parts() -> None:
    """No scrap is left at the end."""
    sentence = "This sentence has about forty characters. "
    found = [content for _, content in passages(sentence * 45)]
    assert all(content.endswith(".") for content in found)
    assert min(map(len, found)) > 0.6 * max(map(len, found))


def test_what_is_embedded_has_the_heading() -> None:
    """ "30 euros" alone is near to no question."""
    [chunk] = chunked(parse_markdown(b"# Haircut\n30 euros.", "a.md"))
    assert chunk.searchable == "Haircut\n30 euros."
