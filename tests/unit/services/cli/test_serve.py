"""What `frontdesk run` says at the start."""

import shlex
from pathlib import Path

from libs.common.settings import Settings
from services.cli.menu import menu
from services.cli.serve import words


def test_it_says_where_it_listens_and_where_the_data_is(tmp_path: Path):
    said = words(Settings(data=tmp_path, port=0), 8123, "frontdesk")
    assert "http://localhost:8123" in said
    assert str(tmp_path) in said


def test_the_address_that_others_see_is_named_where_there_is_one():
    said = words(Settings(public_url="https://desk.example.com"), 8080, "frontdesk")
    assert "https://desk.example.com" in said


def test_the_steps_of_the_tour_can_be_typed_as_they_stand():
    """Each is a command that the menu knows."""
    steps = [
        line.split(maxsplit=1)[1] for line in words(Settings(), 8080, "frontdesk").splitlines() if line[:2] == "  "
    ]
    assert len(steps) == 4
    for step in steps:
        menu().parse_args(shlex.split(step))


def test_another_data_folder_is_named_for_the_other_terminal(tmp_path: Path):
    """Else its commands would look into the usual one and find nobody."""
    assert f"FRONTDESK_DATA={tmp_path}" in words(Settings(data=tmp_path), 8080, "frontdesk")
    assert "FRONTDESK_DATA" not in words(Settings(), 8080, "frontdesk")
