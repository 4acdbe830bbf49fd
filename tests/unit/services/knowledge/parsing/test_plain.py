"""Plain text in whatever encoding, and the structure people give it by hand."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.knowledge.parsing.document import Block, Kind
from services.knowledge.parsing.encoding import decoded
from services.knowledge.parsing.plain import parse_plain
from services.knowledge.parsing.refusals import UndecodableText


def blocks(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in parse_plain(text.encode(), "a.txt").blocks]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "latin-1", "cp1252"])
def test_text_is_read_in_every_common_encoding(encoding: str) -> None:
    """With a mark or without one."""
    text = "El café abre a las nueve. ¿Aceptan tarjetas? Sí, también en euros.\nGrüße aus Málaga"
    assert decoded(text.encode(encoding), "a.txt") == text


def test_the_windows_encoding_keeps_its_typographic_marks() -> None:
    """Curly quotes and the euro sign are what Latin-1 lacks."""
    assert decoded("“30 €” – ok".encode("cp1252"), "a.txt") == "“30 €” – ok"


def test_one_broken_character_does_not_spoil_a_utf8_text() -> None:
    """A file cut in the middle of a character stays Hindi."""
    assert decoded(("नमस्ते " * 30).encode()[:-2], "a.txt").startswith("नमस्ते नमस्ते")


@pytest.mark.parametrize("data", [b"\x00\x01\x02\x03" * 50, bytes(range(256)) * 4, b"\x01\x02\x03\x04 text"])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    """The refusal names the file and says what to do."""
    with pytest.raises(UndecodableText, match=r"a\.txt.*UTF-8"):
        decoded(data, "a.txt")


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """Nothing else is raised."""
    with contextlib.suppress(UndecodableText):
        assert "\r" not in decoded(data, "a.txt")


def test_headings_by_underline_and_by_capitals() -> None:
    """And a line of capitals inside a paragraph's flow is none."""
    assert blocks("Prices\n======\n\nOPENING HOURS\nMon 9-17\n\nWe say HELLO.") == [
        ("heading", "Prices"),
        ("heading", "OPENING HOURS"),
        ("paragraph", "Mon 9-17"),
        ("paragraph", "We say HELLO."),
    ]
    assert parse_plain(b"Prices\n---\n", "a.txt").blocks == (Block(kind=Kind.HEADING, text="Prices", level=2),)


def test_lines_broken_by_the_width_are_joined_and_rows_are_kept() -> None:
    """Also where a word was parted by a hyphen."""
    wide = (
        "We are open from Monday to Friday, from nine in the morn-\n"
        "ing until five in the afternoon, except on public\nholidays."
    )
    assert blocks(wide) == [
        (
            "paragraph",
            "We are open from Monday to Friday, from nine in the morning "
            "until five in the afternoon, except on public holidays.",
        )
    ]
    assert blocks("Monday 9-17\nTuesday 9-13") == [("paragraph", "Monday 9-17\nTuesday 9-13")]


def test_a_list_is_a_list() -> None:
    """By bullets or numbers, with what introduces it."""
    assert blocks("We take:\n- cards\n- cash") == [("list", "We take:\n- cards\n- cash")]
    assert blocks("1. cards\n2) cash")[0][0] == "list"


def test_question_and_answer_lines_are_not_joined() -> None:
    """However long the question is."""
    long = "Q: " + "may I please bring my very small and well-behaved dog to the appointment?"
    assert blocks(f"{long}\nA: Yes.") == [("paragraph", f"{long}\nA: Yes.")]
