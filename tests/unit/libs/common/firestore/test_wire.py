"""Values lie in a document as Google's own client lays them, and come out as they were."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from google.cloud.firestore_v1 import _helpers, types
from google.cloud.firestore_v1.vector import Vector
from hypothesis import given
from hypothesis import strategies as st

from libs.common.firestore import wire

EARLIEST, LATEST = datetime(1, 1, 2), datetime(9999, 12, 30)  # noqa: DTZ001 - the strategy adds the zone
MOMENTS = st.datetimes(EARLIEST, LATEST, timezones=st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=30))]))
PLAIN = st.one_of(
    st.none(), st.booleans(), st.integers(-(2**63), 2**63 - 1), st.floats(allow_nan=False), st.text(), MOMENTS
)
VALUES = st.recursive(
    PLAIN, lambda held: st.one_of(st.lists(held, max_size=4), st.dictionaries(st.text(min_size=1), held, max_size=4))
)
FIELDS = st.dictionaries(st.text(min_size=1).filter(lambda name: name != "__type__"), VALUES, max_size=5)


def laid(fields: dict[str, Any]) -> Any:
    """The protocol's document of these fields."""
    return types.Write.pb(wire.put("projects/p/databases/d/documents/rows/1", fields)).update


@given(fields=FIELDS)
def test_what_is_laid_is_what_googles_client_lays(fields):
    theirs = types.Document.pb(types.Document(fields=_helpers.encode_dict(fields)))
    assert laid(fields).fields == theirs.fields


@given(fields=FIELDS)
def test_what_is_taken_is_what_was_laid(fields):
    """Moments in UTC; and in order, where there is one."""
    assert wire.taken_fields(laid(fields).fields) == fields


def test_a_vector_is_a_vector_again():
    fields = {"embedding": Vector([1.0, 0.5])}
    theirs = types.Document.pb(types.Document(fields=_helpers.encode_dict(fields)))
    assert laid(fields).fields == theirs.fields
    assert wire.taken_fields(laid(fields).fields) == fields


def test_a_row_that_must_be_new_says_so_and_another_does_not():
    assert wire.put("n", {}, new=True).current_document == types.Precondition(exists=False)
    assert "current_document" not in wire.put("n", {})
    assert wire.delete("n").delete == "n"


def test_what_no_document_holds_is_refused():
    with pytest.raises(TypeError, match="set"):
        wire.put("n", {"a": {1, 2}})
