"""Small PDF files, written by hand: text at a place in a size, or a picture."""

import io
import zlib
from collections.abc import Sequence

Text = tuple[float, float, str]
"""Height above the page's bottom, size of the letters, and the words, in points."""


def pdf(pages: Sequence[Sequence[Text]], *, font: str = "Helvetica", picture: bool = False) -> bytes:
    """A PDF whose pages hold these texts, and a picture if asked."""
    return build([page_content(page) + (b" q 100 0 0 100 0 0 cm /I Do Q" if picture else b"") for page in pages], font)


def page_content(texts: Sequence[Text]) -> bytes:
    """The drawing commands of a page."""
    drawn = [f"BT /F {size} Tf 1 0 0 1 72 {y} Tm ({escaped(words)}) Tj ET" for y, size, words in texts]
    return "\n".join(drawn).encode("latin-1")


def escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def build(contents: Sequence[bytes], font: str = "Helvetica") -> bytes:
    """The file around the pages' drawing commands, compressed, with a cross-reference table."""
    first = 5
    kids = " ".join(f"{first + 2 * number} 0 R" for number in range(len(contents)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>".encode(),
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{font} >>".encode(),
        stream(b"\x00" * 100, "/Type /XObject /Subtype /Image /Width 10 /Height 10 /BitsPerComponent 8 "
               "/ColorSpace /DeviceGray"),
    ]  # fmt: skip
    for number, content in enumerate(contents):
        resources = "<< /Font << /F 3 0 R >> /XObject << /I 4 0 R >> >>" if b"/I Do" in content else (
            "<< /Font << /F 3 0 R >> >>"
        )  # fmt: skip
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {first + 2 * number + 1} 0 R "
            f"/Resources {resources} >>".encode()
        )
        objects.append(stream(content))
    return _file(objects)


def stream(data: bytes, entries: str = "") -> bytes:
    packed = zlib.compress(data)
    return f"<< {entries} /Length {len(packed)} /Filter /FlateDecode >>\nstream\n".encode() + packed + b"\nendstream"


def _file(objects: Sequence[bytes]) -> bytes:
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n".encode() + body + b"\nendobj\n")
    start = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    out.write(b"".join(f"{place:010d} 00000 n \n".encode() for place in places))
    out.write(f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode())
    return out.getvalue()


def encrypted(data: bytes, *, password: str) -> bytes:
    """The same file behind a password; an empty one only forbids printing."""
    from pypdf import PdfWriter

    writer = PdfWriter(clone_from=io.BytesIO(data))
    writer.encrypt(user_password=password, owner_password="owner", algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
