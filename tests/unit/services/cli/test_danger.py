"""Words of danger from a terminal."""

from tests.unit.services.cli.conftest import Command, added


def test_words_of_danger_are_set_and_shown(command: Command):
    """What is not named stays; what cannot be set says why."""
    owner = added(command)
    assert "none; the known ones" in command("danger", "show", "--owner", owner).out
    command.asks("danger", "set", "--owner", owner, "--word", "stuck brace", "--contact", "+49 171 1")
    shown = command.asks("danger", "set", "--owner", owner, "--off")
    assert (shown["enabled"], shown["words"], shown["contact"]) == (False, ["stuck brace"], "+49 171 1")
    refused = command("danger", "set", "--owner", owner, "--word", "x")
    assert (refused.code, "3 to 80 characters" in refused.err) == (1, True)
    assert command("danger", "set", "--owner", owner).code == 2
