"""Ids of buttons and list rows: what goes out comes back, and nothing else gets in."""

from typing import get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from libs.common.choices import ID_BYTES_MAX, ChoiceAct, ChoiceId, decoded

ids = st.from_regex(r"[A-Za-z0-9:_.]{0,80}", fullmatch=True)
choices = st.builds(
    ChoiceId,
    act=st.sampled_from(get_args(ChoiceAct)),
    booking_id=ids,
    date=st.just("") | st.dates().map(str),
    time=st.just("") | st.times().map(lambda time: f"{time:%H:%M}"),
)


@given(choices)
def test_what_a_tap_brings_back_is_what_was_offered(choice: ChoiceId) -> None:
    """Within the limit of a list row's id, which is the narrower."""
    text = choice.encoded()
    assert len(text.encode()) <= ID_BYTES_MAX
    assert decoded(text) == choice


@given(st.text() | st.lists(st.text(max_size=5) | st.sampled_from(["1", "book", "-"]), max_size=7).map("|".join))
@example("")
@example("1|book|-|-|-|-")
@example("2|book|-|-|-")
@example("1|steal|-|-|-")
@example("1|book|\ud800|\0|٣")
def test_whatever_a_phone_sends_is_read_or_is_not_ours(text: str) -> None:
    """An id comes from outside; it never raises."""
    choice = decoded(text)
    assert choice is None or choice.act in get_args(ChoiceAct)


@pytest.mark.parametrize("text", ["", "book", "2|book|-|-|-", "1|steal|-|-|-", "1|book|-|-", "1|book|-|-|-|-"])
def test_another_version_act_or_shape_is_not_ours(text: str) -> None:
    """A button of an old release, or one that somebody made up, means nothing."""
    assert decoded(text) is None


def test_an_id_past_the_limit_is_refused_where_it_is_made() -> None:
    """WhatsApp would refuse the whole message."""
    assert len(ChoiceId(act="book", booking_id="x" * 189).encoded()) == ID_BYTES_MAX
    with pytest.raises(ValueError, match="201 bytes; the limit is 200"):
        ChoiceId(act="book", booking_id="x" * 190).encoded()
