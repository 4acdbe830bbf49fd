"""Errors: the docstring is the message."""

import pytest

from libs.common.errors import Failure, Refusal, TooLarge, Unavailable


class SlotTaken(Refusal, code="slot_taken"):
    """{wanted} has just been taken.
    The nearest free times are {nearest}."""


def test_a_refusal_says_its_docstring_with_its_values() -> None:
    """In one line, with the code and the values for a program."""
    refusal = SlotTaken(wanted="10:00", nearest="10:30")
    assert str(refusal) == "10:00 has just been taken. The nearest free times are 10:30."
    assert refusal.code == "slot_taken"
    assert refusal.values == {"wanted": "10:00", "nearest": "10:30"}


def test_braces_in_a_value_are_only_text() -> None:
    """A customer's name cannot ask for another value."""
    assert str(SlotTaken(wanted="{nearest.__class__}", nearest="{}")).startswith("{nearest.__class__} has")


def test_numbers_read_well() -> None:
    """A limit of a hundred million bytes can be read."""
    assert str(TooLarge(what="the file", size=100_000_001, limit=100_000_000)) == (
        "the file is 100,000,001 bytes; the limit is 100,000,000."
    )


def test_a_subclass_without_a_code_has_its_parents() -> None:
    """A code is an outside face: it is given, never made from a name."""

    class Smaller(TooLarge):
        """{what} is too large."""

    assert Smaller(what="the file").code == "too_large"


def test_a_failure_keeps_the_rows_it_is_given() -> None:
    """And stays the same failure, so that it can be raised in one line."""
    failure = Failure(reason="the model said nothing")
    assert list(failure.keep) == []
    with pytest.raises(Failure, match="Handling failed: the model said nothing") as raised:
        raise failure.keeping("row 1", "row 2")
    assert raised.value is failure
    assert list(failure.keep) == ["row 1", "row 2"]
    assert list(Failure(reason="another").keep) == []


def test_a_refusal_is_no_failure_and_unavailable_is_neither() -> None:
    """The runtime tells a person, counts an attempt, or waits: by these three."""
    assert not issubclass(Refusal, Failure)
    assert not issubclass(Failure, Refusal)
    assert not issubclass(Unavailable, Refusal | Failure)


def test_unavailable_says_what_and_for_how_long() -> None:
    """Whoever retries honours it."""
    unavailable = Unavailable("WhatsApp", retry_after=30)
    assert str(unavailable) == "WhatsApp does not answer"
    assert (unavailable.what, unavailable.retry_after) == ("WhatsApp", 30)
