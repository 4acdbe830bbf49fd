"""Why a document is not taken: each says what to do instead."""

from libs.common.errors import Refusal


class DocumentRefused(Refusal, code="document_refused"):
    """{name} cannot be read."""


class UnsupportedFormat(DocumentRefused, code="document_unsupported"):
    """{name} looks like {found}, which cannot be read here. Upload it as {supported}."""


class FileTooLarge(DocumentRefused, code="document_too_large"):
    """{name} has {size:,} bytes; at most {limit:,} are taken. Split it into parts."""


class TooManyPages(DocumentRefused, code="document_too_many_pages"):
    """{name} has {pages:,} pages; at most {limit:,} are taken. Split it into parts."""


class TooMuchText(DocumentRefused, code="document_too_much_text"):
    """{name} has more than {limit:,} characters of text. Split it into parts."""


class EncryptedDocument(DocumentRefused, code="document_encrypted"):
    """{name} is protected by a password. Save it without one and upload it again."""


class ScannedDocument(DocumentRefused, code="document_scanned"):
    """{name} holds pictures of its pages ({pages:,}) and no text. Run OCR on it and upload the result."""


class EmptyDocument(DocumentRefused, code="document_empty"):
    """{name} has no text in it."""


class DamagedDocument(DocumentRefused, code="document_damaged"):
    """{name} is damaged or not a real {expected} file. Open it, save it again and upload that copy."""


class UndecodableText(DocumentRefused, code="document_undecodable"):
    """{name} is not text in an encoding that can be recognised. Save it as UTF-8 and upload it again."""


class TooComplex(DocumentRefused, code="document_too_complex"):
    """{name} takes more than {seconds:g} seconds or {megabytes:,} MB to read. Upload a simpler copy, or its text."""
