"""From the words typed to an exit code: 0 done, 1 refused (one line says why), 2 misused or misconfigured."""

import asyncio
import inspect
import logging
import os
import sys
from argparse import Namespace
from collections.abc import Awaitable, Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from services.cli.menu import RESERVED, menu

if TYPE_CHECKING:
    from services.cli.shown import Shown

DONE, REFUSED, MISUSED, INTERRUPTED = 0, 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. `argv` in place of the process's own arguments."""
    try:
        given = menu().parse_args(argv)
    except SystemExit as ended:  # --help, or a word that argparse does not know
        return ended.code if isinstance(ended.code, int) else MISUSED
    try:
        return run(given)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # whoever read us has enough: `| head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


def run(given: Namespace) -> int:
    """Run what was chosen from the menu."""
    from libs.common.errors import Misconfigured, Told, Unavailable

    action = action_of(given.act)
    values = {name: value for name, value in vars(given).items() if name not in RESERVED}
    try:
        if inspect.iscoroutinefunction(action):
            return asyncio.run(_in_the_house(action, given, values))
        ended = action(**values)
        return ended if isinstance(ended, int) else _printed(ended, as_json=given.json)
    except Misconfigured as error:
        return _said(error, MISUSED)
    except Told as refusal:
        return _said(refusal, REFUSED)
    except Unavailable as silent:
        return _said(f"{silent}. Try again.", REFUSED)


def action_of(act: str) -> Callable[..., Any]:
    """The function that the menu names as `module:function`."""
    module, _, function = act.partition(":")
    action: Callable[..., Any] = getattr(import_module(f"services.cli.{module}"), function)
    return action


async def _in_the_house(action: Callable[..., Awaitable[Any]], given: Namespace, values: dict[str, Any]) -> int:
    from libs.common.logs import ROOT, write_to
    from libs.common.settings import Settings
    from services.cli.house import house

    write_to(sys.stderr)
    logging.getLogger(ROOT).setLevel(logging.ERROR)  # the rest is the server's to tell
    async with house(Settings.load(), _unsaid if given.json else _say) as opened:
        shown = await action(opened, **values)
    return _printed(shown, as_json=given.json)


def _printed(shown: "Shown", *, as_json: bool) -> int:
    if answer := shown.printed(as_json=as_json):
        _say(answer)
    for line in shown.refused:
        print(line, file=sys.stderr)
    return REFUSED if shown.refused else DONE


def _say(text: str, *, end: str = "\n") -> None:
    print(text, end=end, flush=True)


def _unsaid(text: str, *, end: str = "\n") -> None:
    """A program asked: it gets the answer and nothing else."""


def _said(why: object, code: int) -> int:
    print(" ".join(str(why).split()), file=sys.stderr)
    return code
