"""Entity keys as document ids. Any text is a key; Firestore knows ids that are none.

An id holds no "/", is not "." or "..", does not look like `__name__`, and is 1 to 1,500 bytes. The escape keeps byte
order, because queries break ties by it: each of two neighbours in the alphabet, "." and "/", becomes the first of them
and a digit; an underscore at the beginning gets a digit behind it. Everything else stands as it is.
"""

from libs.common.errors import TooLarge

KEY_BYTES_MAX = 1500
_ESCAPES = str.maketrans({".": ".0", "/": ".1"})


def document_id(key: str) -> str:
    """The id of the document that has this key. Raises TooLarge, or ValueError for no key at all."""
    if not key:
        raise ValueError("a row needs a key")
    escaped = key.translate(_ESCAPES)
    if escaped.startswith("_"):
        escaped = f"_0{escaped[1:]}"
    size = len(escaped.encode())
    if size > KEY_BYTES_MAX:
        raise TooLarge(what=f"the key {key[:20]!r}…", size=size, limit=KEY_BYTES_MAX)
    return escaped


def key_of(document_id: str) -> str:
    """The key that a document has by its id."""
    if document_id.startswith("_0"):
        document_id = f"_{document_id[2:]}"
    # ".1" first: no ".1" comes out of ".0", since a "." is always followed by a digit of its own.
    return document_id.replace(".1", "/").replace(".0", ".")


def is_key(key: str) -> bool:
    """Whether a row can have this key; where it cannot, there is none to read."""
    try:
        document_id(key)
    except (TooLarge, ValueError):
        return False
    return True
