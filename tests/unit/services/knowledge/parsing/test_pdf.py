"""PDFs: what is read, in what order, and which are refused."""

import pytest

from services.knowledge.parsing.document import PAGES_MAX
from services.knowledge.parsing.pdf import parse_pdf
from services.knowledge.parsing.refusals import (
    DamagedDocument,
    EmptyDocument,
    EncryptedDocument,
    ScannedDocument,
    TooManyPages,
)
from tests.unit.services.knowledge.parsing.pdf_files import Text, encrypted, pdf

PAGE: list[Text] = [
    (700, 20, "Our Clinic"),
    (670, 14, "Opening hours"),
    (650, 10, "We are open from Monday to Friday, from nine in the morning until"),
    (638, 10, "five (not on holidays)."),
    (610, 10, "- bring your card"),
    (598, 10, "- come early"),
]


def test_headings_paragraphs_and_lists_are_told_apart() -> None:
    """By the size of the letters and the distance of the lines; every block knows its page."""
    document = parse_pdf(pdf([PAGE, [(700, 14, "Prices"), (680, 10, "A check-up costs 40 euros.")]]), "a.pdf")
    assert [(block.kind.value, block.level, block.page, block.text) for block in document.blocks] == [
        ("heading", 1, 1, "Our Clinic"),
        ("heading", 2, 1, "Opening hours"),
        (
            "paragraph",
            None,
            1,
            "We are open from Monday to Friday, from nine in the morning until five (not on holidays).",
        ),
        ("list", None, 1, "- bring your card\n- come early"),
        ("heading", 2, 2, "Prices"),
        ("paragraph", None, 2, "A check-up costs 40 euros."),
    ]
    assert document.pages == 2


def test_running_headers_and_page_numbers_are_left_out() -> None:
    """From three pages on, also where they count."""
    pages: list[list[Text]] = [
        [
            (740, 9, f"Acme - page {number}"),
            (600, 10, f"Text of page {word}"),
            (40, 9, "Draft"),
        ]
        for number, word in enumerate(["one", "two", "three"])
    ]
    texts = [block.text for block in parse_pdf(pdf(pages), "a.pdf").blocks]
    assert texts == ["Text of page one", "Text of page two", "Text of page three"]


def test_text_that_is_alike_on_every_page_is_not_all_taken_for_headers() -> None:
    """A timetable's rows differ by their numbers only; at most two lines at each edge are left out."""
    page: list[Text] = [(700 - 12 * row, 10, f"Bus {row} leaves at {row}:15") for row in range(20)]
    document = parse_pdf(pdf([page, page, page]), "a.pdf")
    assert sum(block.text.count("leaves") for block in document.blocks) == 3 * 16


def test_bold_lines_are_headings() -> None:
    """Where nothing is larger, weight is what marks them."""
    document = parse_pdf(pdf([[(700, 10, "Parking"), (600, 10, "Behind the house.")]], font="Helvetica-Bold"), "a.pdf")
    assert [block.kind.value for block in document.blocks] == ["heading", "paragraph"]


def test_a_password_is_refused_and_a_ban_on_printing_is_not() -> None:
    """Many businesses' files open for anyone and only forbid changes."""
    with pytest.raises(EncryptedDocument, match="password"):
        parse_pdf(encrypted(pdf([PAGE]), password="secret"), "a.pdf")
    assert parse_pdf(encrypted(pdf([PAGE]), password=""), "a.pdf").blocks


def test_a_scan_is_refused_with_what_to_do() -> None:
    """Pictures of pages have no text to search."""
    with pytest.raises(ScannedDocument, match="OCR") as refused:
        parse_pdf(pdf([[], []], picture=True), "a.pdf")
    assert refused.value.values == {"name": "a.pdf", "pages": 2}


def test_pictures_beside_text_and_short_texts_are_fine() -> None:
    """A flyer with a photo is read; three words are a document."""
    assert parse_pdf(pdf([PAGE], picture=True), "a.pdf").blocks
    assert parse_pdf(pdf([[(700, 10, "Closed")]]), "a.pdf").blocks


def test_empty_and_damaged_files_are_refused() -> None:
    """Each by its own name."""
    with pytest.raises(EmptyDocument):
        parse_pdf(pdf([[]]), "a.pdf")
    for data in (b"%PDF-1.4\nnothing", pdf([PAGE])[:300], b"%PDF-1.4\ntrailer << /Root 9 0 R >>\n%%EOF"):
        with pytest.raises(DamagedDocument):
            parse_pdf(data, "a.pdf")


def test_too_many_pages_are_refused_before_they_are_read() -> None:
    """With how many there are and how many may be."""
    with pytest.raises(TooManyPages) as refused:
        parse_pdf(pdf([[]] * (PAGES_MAX + 1)), "a.pdf")
    assert refused.value.values == {"name": "a.pdf", "pages": PAGES_MAX + 1, "limit": PAGES_MAX}
