"""Every command and its flags. Nothing is loaded here but argparse, so that `--help` is quick."""

import argparse
import sys
from datetime import date
from typing import Any, NoReturn

from services.cli.hours import Hours, Unclear, hours_of

RESERVED = frozenset({"act", "json"})
"""What a parsed command carries beside the arguments of its function."""
STDIN = 'A "-" is read from standard input, so that it is not kept in the shell\'s history.'


class Parser(argparse.ArgumentParser):
    """Says in one line what is wrong, and where help is. A word that more words follow lists those."""

    def __init__(self, **options: Any) -> None:
        super().__init__(allow_abbrev=False, **options)
        self.words: dict[str, str] = {}

    def format_help(self) -> str:
        """What stands behind `--help`."""
        if not self.words:
            return super().format_help()
        width = max(map(len, self.words))
        lines = [f"  {self.prog} {word:{width}}  {help_line}" for word, help_line in self.words.items()]
        told = [self.description or "", *lines, self.epilog or f"More: {self.prog} WORD --help"]
        return "\n".join([told[0], "", *told[1:-1], "", told[-1], ""])

    def error(self, message: str) -> NoReturn:
        """Exit with code 2. Who typed no command at all is shown which there are."""
        if message.endswith("required: COMMAND"):
            self.print_help(sys.stderr)
            raise SystemExit(2)
        print(f"{message[:1].upper()}{message[1:]}. Help: {self.prog} --help", file=sys.stderr)
        raise SystemExit(2)


class Commands:
    """Commands under one word: each a line of help and a function."""

    def __init__(self, parser: Parser) -> None:
        self._words = parser.words
        self._into = parser.add_subparsers(metavar="COMMAND", required=True, parser_class=Parser)

    def group(self, word: str, help_line: str) -> "Commands":
        """A word that more words follow."""
        return Commands(self._parser(word, help_line))

    def add(self, word: str, help_line: str, act: str, *, prints: bool = True) -> argparse.ArgumentParser:
        """A command; `act` is `module:function` in services.cli, `prints` says that it can answer as JSON."""
        parser = self._parser(word, help_line)
        parser.set_defaults(act=act, json=False)
        if prints:
            parser.add_argument("--json", action="store_true", help="print the answer as JSON, for programs")
        return parser

    def _parser(self, word: str, help_line: str) -> Parser:
        self._words[word] = help_line
        return self._into.add_parser(word, description=f"{help_line[:1].upper()}{help_line[1:]}.")


def menu() -> argparse.ArgumentParser:
    """The whole menu."""
    parser = Parser(
        prog="frontdesk",
        description="A WhatsApp receptionist: answers customers from your documents and takes their bookings.",
        epilog="Each has its own help, such as: frontdesk owner add --help",
    )
    commands = Commands(parser)
    commands.add("run", "start Frontdesk here and keep it running; stop it with Ctrl-C", "serve:serve", prints=False)
    commands.add("link", "print a fresh link that signs you in to the console", "links:link")
    _owner(commands.group("owner", "the businesses that Frontdesk answers for"))
    _connect(commands.group("connect", "connect a WhatsApp number"))
    _disconnect(commands.group("disconnect", "let go of a WhatsApp number"))
    _document(commands.group("document", "what the assistant may answer from"))
    _schedule(commands.group("schedule", "opening hours and how bookings are taken"))
    _bookings(commands.group("bookings", "see and decide what customers have booked"))
    _queue(commands.group("queue", "a day's queue: who is being served, and who is next"))
    _danger(commands.group("danger", "words at which a person has the conversation at once"))
    _conversations(commands.group("conversations", "read what customers and the assistant wrote"))
    _dead_letters(commands.group("dead-letters", "what could not be handled, and trying it again"))
    _chat(commands)
    _backups(commands)
    _vault(commands.group("vault", "the key that locks away WhatsApp credentials"))
    return parser


def _owner(owner: Commands) -> None:
    add = owner.add("add", "add a business; prints its id, which the other commands ask for", "owners:add")
    add.add_argument("--name", required=True, help='what the business is called: "City Clinic"')
    add.add_argument("--timezone", required=True, help="where it is: Europe/Berlin, America/New_York")
    _paged(owner.add("list", "list the businesses", "owners:show_all"))
    remove = owner.add("remove", "remove a business and erase everything of it", "owners:remove")
    remove.add_argument("owner", metavar="OWNER", help="its id, as `owner list` shows it")


def _connect(connect: Commands) -> None:
    add = connect.add(
        "whatsapp", "connect a number of WhatsApp's Cloud API; its token is tried first", "whatsapp:connect"
    )
    _of_owner(add)
    _of_number(add)
    add.add_argument("--token", required=True, help=f"the access token. {STDIN}")
    add.add_argument("--app-secret", default="", metavar="SECRET", help="the secret of a Meta app of your own")
    add.add_argument(
        "--verify-token", default="", metavar="WORD", help="the word Meta repeats when it sets up the webhook"
    )


def _disconnect(disconnect: Commands) -> None:
    _of_number(
        _of_owner(disconnect.add("whatsapp", "disconnect a number and erase its secrets", "whatsapp:disconnect"))
    )


def _document(document: Commands) -> None:
    add = document.add("add", "add files, and wait until they can be searched", "documents:add")
    _of_owner(add)
    add.add_argument("files", nargs="+", metavar="FILE", help="a file; one of the same name is replaced")
    _paged(_of_owner(document.add("list", "list the documents", "documents:show_all")))
    remove = _of_owner(document.add("remove", "remove a document", "documents:remove"))
    remove.add_argument("source", metavar="SOURCE", help="its name or its id")


def _schedule(schedule: Commands) -> None:
    change = _of_owner(schedule.add("set", "change how bookings are taken, and when you are open", "schedules:change"))
    change.add_argument(
        "--type",
        dest="kind",
        choices=("slot", "token"),
        help="slot: a time of its own; token: a number in the day's queue",
    )
    change.add_argument("--slot-minutes", type=int, metavar="N", help="how long one booking takes")
    change.add_argument("--max-tokens", type=int, metavar="N", help="how many numbers a day are given at most")
    change.add_argument(
        "--open", dest="opening", action="append", type=_hours, metavar="HOURS", default=[],
        help='opening hours: "mon-fri 09:00-17:00 break 13:00-14:00"; may be given several times, and days that none '
        "of them names are closed",
    )  # fmt: skip
    _of_owner(schedule.add("show", "show it", "schedules:show"))


def _bookings(bookings: Commands) -> None:
    _paged(_of_owner(bookings.add("list", "list the bookings, by date", "bookings:show_all")))
    for word, help_line in {
        "confirm": "confirm a booking; its customer is told",
        "decline": "decline a booking; its customer is told",
        "cancel": "cancel a booking; its customer is told",
    }.items():
        decide = _of_owner(bookings.add(word, help_line, f"bookings:{word}"))
        _of_booking(decide, noted=True)
    move = _of_owner(
        bookings.add("move", "move a booking to another free place; its customer is told", "bookings:move")
    )
    _of_booking(move, noted=True)
    move.add_argument("--date", dest="day", type=_day, required=True, metavar="DATE", help="where to: 2025-03-31")
    move.add_argument("--time", metavar="HH:MM", help="and when; none where numbers are given")
    _of_booking(_of_owner(bookings.add("complete", "say that the customer has been here", "bookings:complete")))
    _of_booking(_of_owner(bookings.add("no-show", "say that the customer did not come", "bookings:no_show")))


def _queue(queue: Commands) -> None:
    _of_day(_of_owner(queue.add("show", "show who is being served, who waits, and the day's counts", "queue:show")))
    call = _of_owner(queue.add("next", "call the next number; who was being served is done", "queue:call_next"))
    _of_day(call).add_argument("--booking", metavar="ID", help="call this one, out of order")
    _of_day(_of_owner(queue.add("undo", "take back the last call, visit done or missed", "queue:take_back")))


def _danger(danger: Commands) -> None:
    change = _of_owner(danger.add("set", "change them; what is not named stays", "danger:change"))
    change.add_argument(
        "--word", dest="words", action="append", metavar="PHRASE",
        help="a phrase of your own; may be given several times, and replaces those there were",
    )  # fmt: skip
    change.add_argument("--contact", help="how you are reached then; empty: the phone of the profile")
    change.add_argument("--off", action="store_const", dest="enabled", const=False, help="take nothing as such a sign")
    change.add_argument("--on", action="store_const", dest="enabled", const=True, help="do so again")
    _of_owner(danger.add("show", "show them", "danger:show"))


def _conversations(conversations: Commands) -> None:
    _paged(_of_owner(conversations.add("list", "list the conversations, the latest first", "conversations:show_all")))
    show = _paged(_of_owner(conversations.add("show", "show what was written, the oldest first", "conversations:show")))
    show.add_argument("--participant", required=True, metavar="P", help="the customer's phone number or key")


def _dead_letters(letters: Commands) -> None:
    show = _paged(letters.add("list", "list what could not be handled, the latest first", "letters:show_all"))
    show.add_argument("--owner", metavar="ID", help="only one business's")
    replay = letters.add("replay", "have it tried once more", "letters:replay_one")
    replay.add_argument("dead_letter", metavar="ID", help="its id, as `dead-letters list` shows it")


def _chat(commands: Commands) -> None:
    chat = _of_owner(commands.add("chat", "write to a business as a customer would, without WhatsApp", "chat:chat"))
    chat.add_argument(
        "--as", dest="customer", default="Guest", metavar="WHO", help="a name or a phone number: who writes"
    )


def _backups(commands: Commands) -> None:
    backup = commands.add("backup", "write all data to one file, also while it runs", "backups:backup")
    backup.add_argument("file", metavar="FILE", help="a file that is not there yet: frontdesk-2025-03-31.tar.gz")
    restore = commands.add("restore", "make an empty data folder from a backup", "backups:restore")
    restore.add_argument("file", metavar="FILE", help="what `backup` wrote")


def _vault(vault: Commands) -> None:
    vault.add("rotate", "lock them away with a new key, or with the first of FRONTDESK_VAULT_KEYS", "vault:rotate")


def _of_owner(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.add_argument("--owner", required=True, metavar="ID", help="the business's id, as `owner list` shows it")
    return parser


def _of_booking(parser: argparse.ArgumentParser, *, noted: bool = False) -> argparse.ArgumentParser:
    parser.add_argument("booking", metavar="BOOKING", help="its id, as `bookings list` shows it")
    if noted:
        parser.add_argument("--note", default="", help="what the customer should read with it")
    return parser


def _of_day(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.add_argument("--date", dest="day", type=_day, metavar="DATE", help="another day than today: 2025-03-31")
    return parser


def _of_number(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.add_argument(
        "--phone-number-id", required=True, metavar="ID", help="stands beside the number in Meta's dashboard"
    )
    return parser


def _paged(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.add_argument("--after", metavar="WORD", help="go on where a long list ended, with the word it ended with")
    return parser


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date like 2025-03-31") from None


def _hours(text: str) -> Hours:
    try:
        return hours_of(text)
    except Unclear as unclear:
        raise argparse.ArgumentTypeError(str(unclear).removesuffix(".")) from None
