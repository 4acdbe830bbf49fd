"""All of a business in one file, and back from it."""

import shutil
from pathlib import Path

from tests.unit.services.cli.conftest import EVERY_DAY, Command, added


def elsewhere(command: Command) -> Path:
    """From here on, the command works on another data folder."""
    folder = command.folder / "other"
    command.patch.setenv("FRONTDESK_DATA", str(folder))
    return folder


def test_a_business_goes_on_from_its_backup(command: Command):
    """Its customers, their bookings and what was said are there, and the next message is answered."""
    owner = added(command)
    command.asks("schedule", "set", "--owner", owner, "--type", "token", "--open", EVERY_DAY)
    command.asks("chat", "--owner", owner, "--as", "Ana", typed="A number for tomorrow, please\n")
    file = str(command.folder / "frontdesk.tar.gz")
    backed_up = command("backup", file)
    assert backed_up.code == 0
    assert "WhatsApp credentials is not in it" in backed_up.out

    folder = elsewhere(command)
    restored = command("restore", file)
    assert restored.code == 0
    assert f"put your copy of vault.key to {folder / 'vault.key'}" in restored.out
    shutil.copy(command.folder / "data" / "vault.key", folder)
    [booking] = command.asks("bookings", "list", "--owner", owner)["items"]
    assert booking["name"] == "Ana"
    said = command("chat", "--owner", owner, "--as", "Ana", typed="How long is the queue?\n")
    assert said.code == 0
    assert "1" in said.out


def test_a_folder_whose_key_is_there_asks_for_none(command: Command):
    """Nor where the keys are a setting."""
    added(command)
    file = str(command.folder / "frontdesk.tar.gz")
    made = command.asks("backup", file)
    assert made["file"] == file
    assert made["bytes"] > 0
    folder = elsewhere(command)
    folder.mkdir()
    shutil.copy(command.folder / "data" / "vault.key", folder)
    assert "vault.key" not in command("restore", file).out


def test_where_nothing_can_be_written_or_restored_says_so_in_one_line(command: Command):
    added(command)
    file = str(command.folder / "frontdesk.tar.gz")
    command("backup", file)
    assert command("backup", file).code == 2
    again = command("restore", file)
    assert again.code == 2
    assert "holds data already" in again.err
    assert len(again.err.splitlines()) == 1


def test_googles_stores_are_backed_up_by_google(command: Command):
    command.patch.setenv("FRONTDESK_MODE", "google")
    refused = command("backup", str(command.folder / "frontdesk.tar.gz"))
    assert refused.code == 2
    assert "gcloud firestore backups" in refused.err
