"""Markdown without its marks."""

from hypothesis import given
from hypothesis import strategies as st

from services.knowledge.parsing.document import Kind
from services.knowledge.parsing.markdown import parse_markdown


def blocks(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in parse_markdown(text.encode(), "a.md").blocks]


def test_headings_keep_their_level() -> None:
    """Both ways of writing them, without the marks inside."""
    document = parse_markdown(b"Top\n===\n\n### **Deep** `down`\n", "a.md")
    assert [(block.level, block.text) for block in document.blocks] == [(1, "Top"), (3, "Deep down")]


def test_links_and_pictures_are_their_words() -> None:
    """An address is for a click, not for search."""
    assert blocks("See [our map](https://example.org/m) ![the house](h.png) now.") == [
        ("paragraph", "See our map the house now.")
    ]


def test_a_tables_row_says_its_columns() -> None:
    """So that a row can be quoted alone."""
    table = "| Service | Price |\n|---|---|\n| Hair*cut* | 30 EUR |\n| Beard | |\n"
    assert blocks(table) == [("table", "Service: Haircut; Price: 30 EUR\nService: Beard")]


def test_a_table_of_headings_alone_keeps_them() -> None:
    """Nothing of a document is lost."""
    assert blocks("| Monday | Closed |\n|---|---|\n") == [("table", "Monday; Closed")]


def test_nested_lists_stay_one_block() -> None:
    """Numbers go on from where they start; nested items are indented."""
    assert blocks("- cards\n- cash\n\n  3. euros\n  4. dollars\n") == [
        ("list", "- cards\n- cash\n  3. euros\n  4. dollars")
    ]


def test_code_and_quotations_are_kept_and_html_and_front_matter_are_not() -> None:
    """What a browser would show is what is searched."""
    source = "---\nlayout: x\n---\n> We are kind.\n\n```\nPIN 1234\n```\n\n<script>alert(1)</script>\n\nEnd <b>now</b>."
    assert blocks(source) == [("paragraph", "We are kind."), ("code", "PIN 1234"), ("paragraph", "End now.")]


def test_hard_wrapped_prose_is_joined_and_questions_keep_their_line() -> None:
    """A line break after a short line means something."""
    assert blocks("**Is there parking?**\nYes, behind the house.") == [
        ("paragraph", "Is there parking?\nYes, behind the house.")
    ]


@given(st.text(alphabet="#*-_`[]()|>!\n 1.ab~<&\\", max_size=120))
def test_any_text_is_some_markdown(text: str) -> None:
    """Never an error, never an empty block, and a level on headings only."""
    for block in parse_markdown(text.encode(), "a.md").blocks:
        assert block.text.strip()
        assert (block.level is not None) == (block.kind is Kind.HEADING)
