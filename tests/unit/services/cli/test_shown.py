"""What a command prints."""

import json
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from libs.common.store.cursors import marked
from libs.common.store.query import Cursor
from services.cli.shown import Misused, cursor_of, listing, plain, spoken_name, table, under


def test_columns_are_aligned_by_what_a_terminal_shows():
    """A Chinese sign is two columns wide, an accent of its own none."""
    lines = table(("NAME", "ID"), [("王医生", "1"), ("Jose\u0301", "2"), ("Ana", "3")]).splitlines()
    assert lines == ["NAME    ID", "王医生  1", "Jose\u0301    2", "Ana     3"]


def test_a_name_cannot_speak_to_the_terminal():
    """A customer may be called anything, also what clears a screen or turns the text around."""
    shown = under({"NAME": "name"}, [{"name": "Ana\x1b[2J\u202e\nBen"}])
    assert shown == "NAME\nAna [2J  Ben"


def test_long_words_are_cut_and_ids_never_are():
    """An id is what the next command asks for."""
    long = "x" * 200
    shown = under({"REASON": "reason", "BOOKING": "bookingId"}, [{"reason": long, "bookingId": long}])
    assert f"{'x' * 47}…  {long}" in shown


def test_cells_read_as_a_person_reads_them():
    item = {"open": True, "held": False, "note": "", "none": None, "at": "2026-11-24T23:10:17.860136Z", "n": 0}
    columns = {name.upper(): name for name in item}
    assert under(columns, [item]).splitlines()[1].split() == ["yes", "no", "-", "-", "2026-11-24", "23:10", "UTC", "0"]


def test_a_list_is_items_and_next_for_programs():
    """`next` is null at the end, else the word that `--after` takes."""
    items = [{"userId": "a"}]
    ended = listing(items, {"OWNER": "userId"}, empty="Nobody.")
    assert json.loads(ended.printed(as_json=True)) == {"items": items, "next": None}
    goes_on = listing(items, {"OWNER": "userId"}, empty="Nobody.", after=Cursor(("v",), "a"))
    word = json.loads(goes_on.printed(as_json=True))["next"]
    assert cursor_of(word) == Cursor(("v",), "a")
    assert goes_on.printed(as_json=False).endswith(f"--after {word}")


def test_an_empty_list_says_so_in_words():
    assert listing([], {"OWNER": "userId"}, empty="Nobody yet.").printed(as_json=False) == "Nobody yet."


@settings(deadline=None)
@given(st.lists(st.text() | st.integers() | st.booleans(), max_size=3), st.text())
def test_a_cursor_travels_as_one_word(values: list[str | int | bool], key: str):
    """Whatever it holds, the word is safe in a shell and comes back the same."""
    word = marked(Cursor(tuple(values), key))
    assert plain(word) == word
    assert word.replace("-", "").replace("_", "").isalnum()
    assert cursor_of(word) == Cursor(tuple(values), key)


@settings(deadline=None)
@given(st.text(max_size=40))
def test_a_made_up_cursor_is_a_misuse_or_a_cursor(word: str):
    with suppress(Misused):
        assert isinstance(cursor_of(word), Cursor)


def test_what_next_did_not_give_is_refused_in_words():
    with pytest.raises(Misused, match="--after tomorrow is not where a list went on"):
        cursor_of("tomorrow")


@pytest.mark.parametrize(
    ("called", "said"),
    [
        ("{here}/.venv/bin/no-such-desk", ".venv/bin/no-such-desk"),
        ("/elsewhere/no-such-desk", "/elsewhere/no-such-desk"),
        ("{here}/services/__main__.py", "python -m services"),
        ("/usr/bin/sh", "sh"),
    ],
)
def test_the_command_is_named_as_it_can_be_typed_here(
    called: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """By its bare name only where the shell finds that."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", [called.format(here=tmp_path)])
    assert spoken_name() == said
