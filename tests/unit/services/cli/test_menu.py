"""The menu: every command and flag leads somewhere, and showing it loads nothing."""

import argparse
import inspect
import subprocess
import sys
from collections.abc import Iterator

import pytest

from services.cli.command import action_of, main
from services.cli.menu import RESERVED, menu

EVERY_COMMAND = """
run
owner add --name N --timezone Z
owner list
owner remove OWNER
connect whatsapp --owner ID --phone-number-id P --token T --app-secret S --verify-token V
connect whatsapp --owner ID --phone-number-id P --token -
disconnect whatsapp --owner ID --phone-number-id P
document add --owner ID one.pdf two.pdf
document list --owner ID
document remove --owner ID SOURCE
schedule set --owner ID --type slot --slot-minutes 30 --max-tokens 40 --open mon-fri_09:00-17:00 --open sat_10:00-12:00
schedule show --owner ID
bookings list --owner ID
bookings confirm --owner ID BOOKING --note Welcome
bookings decline --owner ID BOOKING
bookings cancel --owner ID BOOKING
bookings move --owner ID BOOKING --date 2025-03-31 --time 10:00 --note Sorry
bookings complete --owner ID BOOKING
bookings no-show --owner ID BOOKING
queue show --owner ID
queue show --owner ID --date 2025-03-31
queue next --owner ID --booking BOOKING
queue undo --owner ID
danger show --owner ID
danger set --owner ID --word stuck_brace --word lost_crown --contact +49_171_1 --on
conversations list --owner ID
conversations show --owner ID --participant P
dead-letters list
dead-letters list --owner ID
dead-letters replay ID
chat --owner ID
chat --owner ID --as Ana
backup frontdesk.tar.gz
restore frontdesk.tar.gz
vault rotate
"""


def parsers(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """Every parser of the menu."""
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for below in action.choices.values():
                yield from parsers(below)


COMMANDS = [parser for parser in parsers(menu()) if parser.get_default("act")]


@pytest.mark.parametrize("line", EVERY_COMMAND.split("\n")[1:-1])
def test_every_command_of_the_outside_face_is_on_the_menu(line: str):
    """As the design writes it; what a flag is given is in its place here."""
    given = menu().parse_args([word.replace("_", " ") for word in line.split()])
    assert callable(action_of(given.act))


@pytest.mark.parametrize("parser", COMMANDS, ids=lambda parser: parser.prog)
def test_flags_and_functions_name_the_same(parser: argparse.ArgumentParser):
    """Each function takes exactly what its flags give it, beside the house."""
    flags = {action.dest for action in parser._actions} - RESERVED - {"help"}
    function = action_of(parser.get_default("act"))
    keywords = {name for name, one in inspect.signature(function).parameters.items() if one.kind is one.KEYWORD_ONLY}
    assert keywords == flags


@pytest.mark.parametrize("parser", COMMANDS, ids=lambda parser: parser.prog)
def test_every_command_that_prints_data_answers_programs(parser: argparse.ArgumentParser):
    """All but `run`, which prints no data."""
    assert ("--json" in parser.format_help()) == (parser.prog != "frontdesk run")


@pytest.mark.parametrize("parser", list(parsers(menu())), ids=lambda parser: parser.prog)
def test_every_flag_says_what_it_is_for(parser: argparse.ArgumentParser):
    unexplained = [
        action.dest
        for action in parser._actions
        if not action.help and not isinstance(action, argparse._SubParsersAction)
    ]
    assert unexplained == []
    assert parser.description


def test_help_loads_nothing_that_it_does_not_need():
    """It is there at once: the heavy parts are loaded by the command that needs them."""
    heavy = ["pydantic", "aiohttp", "sqlite3", "libs", "numpy", "opentelemetry"]
    code = (
        "import sys\nfrom services.__main__ import main\n"
        f"main(['--help'])\nloaded = [name for name in {heavy} if name in sys.modules]\n"
        "sys.exit(f'loaded: {loaded}' if loaded else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(("line", "said"), [("", "frontdesk run "), ("owner", "frontdesk owner add ")])
def test_who_types_no_command_sees_which_there_are(line: str, said: str, capsys: pytest.CaptureFixture[str]):
    assert main(line.split()) == 2
    printed = capsys.readouterr()
    assert said in printed.err
    assert printed.out == ""


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("ownr list", "invalid choice: 'ownr'"),
        ("owner add --name N", "required: --timezone. Help: frontdesk owner add --help"),
        ("owner list --jsn", "Unrecognized arguments: --jsn"),
        ("schedule set --owner a --slot-minutes half", "--slot-minutes: invalid int value: 'half'"),
        ("schedule set --owner a --type table", "invalid choice: 'table'"),
        ("queue show --owner a --date today", "'today' is not a date like 2025-03-31"),
        ("schedule set --owner a --open mon", 'Write it like "mon-fri 09:00-17:00 break 13:00-14:00"'),
    ],
)
def test_a_misuse_is_one_line_and_exit_code_2(line: str, said: str, capsys: pytest.CaptureFixture[str]):
    assert main(line.split()) == 2
    printed = capsys.readouterr()
    assert said in printed.err
    assert printed.err.count("\n") == 1
    assert printed.out == ""
