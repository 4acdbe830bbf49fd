"""Make .venv hold what one lock file names, and Frontdesk itself.

`requirements/set-up embedded|google|dev` runs this. It asks nothing, returns at once when there is nothing to do, waits
for another that is at work in the same folder, and starts afresh after one that was killed half-way. Exit code 0:
ready; 2: one line says what is missing. It needs a Python with its standard library, nothing else.
"""

import contextlib
import fcntl
import hashlib
import importlib.util
import json
import os
import re
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path

# Each lock holds all that the one before it does, in the same versions.
LOCKS = ("embedded", "google", "dev")

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
COMMAND = VENV / "bin" / "frontdesk"
STAMP = VENV / "set-up.json"  # what is installed: {"lock": …, "fingerprint": …}; empty while it is being changed
LOG = VENV / "set-up.log"

# How a line of pip's begins when it takes up the next package of a lock.
A_PACKAGE = ("Collecting ", "Processing ", "Ignoring ", "Requirement already satisfied")

# What a program says -> what a person can do about it. The first that is found counts.
Troubles = tuple[tuple[str, str], ...]
TROUBLES: Troubles = (
    (r"No space left on device", "The disk is full. Free about 1 GB and run the same command again."),
    (
        r"DO NOT MATCH THE HASHES",
        "A package that came over the network is not the one that was locked, so it was not installed. "
        "Run the same command again; if it stays so, something between here and the package index changes files.",
    ),
    (
        r"NewConnectionError|NameResolutionError|Name or service not known|Temporary failure in name|ProxyError"
        r"|ConnectTimeout|ReadTimeout|Connection (refused|reset|aborted)|Network is unreachable|SSLError"
        r"|from versions: none",
        "The package index did not answer, and set-up downloads some 200 MB from it. "
        "Check the network (and proxy), then run the same command again.",
    ),
)


class Trouble(Exception):
    """What went wrong and what to do about it, in one line."""


def main(arguments: list[str]) -> int:
    """Set up for the one lock named in `arguments`; the exit code."""
    if len(arguments) != 1 or arguments[0] not in LOCKS:
        return complain(f"Usage: requirements/set-up {'|'.join(LOCKS)}")
    [lock] = arguments
    try:
        if not is_ready(lock):
            with one_at_a_time() as turn:
                # Whoever was waited for may have done it.
                if not is_ready(lock):
                    set_up(lock, turn)
    except Trouble as trouble:
        return complain(str(trouble))
    except OSError as error:
        return complain(f"Set-up stopped: {error}. Put that right and run the same command again.")
    except KeyboardInterrupt:
        return complain("Set-up was interrupted; the next one starts afresh.", code=130)
    return 0


def is_ready(lock: str) -> bool:
    """Whether .venv holds at least what `lock` names today."""
    try:
        stamp = json.loads(STAMP.read_text())
        installed = LOCKS.index(stamp["lock"]) >= LOCKS.index(lock)
        return installed and stamp["fingerprint"] == fingerprint(stamp["lock"]) and COMMAND.exists() and PYTHON.exists()
    except (OSError, ValueError, KeyError):
        return False


def fingerprint(lock: str) -> str:
    """Changes when .venv must: with the lock, the project's own metadata, the Python under it and its place on disk."""
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text())
    ours = json.dumps([pyproject["project"], pyproject["build-system"], str(ROOT)], sort_keys=True)
    return hashlib.sha256(lock_file(lock).read_bytes() + (VENV / "pyvenv.cfg").read_bytes() + ours.encode()).hexdigest()


def lock_file(lock: str) -> Path:
    """Where `lock` lies."""
    return ROOT / "requirements" / f"{lock}.txt"


@contextlib.contextmanager
def one_at_a_time() -> Iterator[int]:
    """Hold this folder for one set-up at a time. The lock dies with the last process that has the descriptor."""
    if not os.access(ROOT, os.W_OK):
        raise Trouble(
            f"{ROOT} cannot be written to, and set-up keeps its packages there. Copy it to a folder of yours."
        )
    turn = os.open(ROOT, os.O_RDONLY)
    try:
        try:
            fcntl.flock(turn, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Waiting for another set-up in this folder to finish…")
            fcntl.flock(turn, fcntl.LOCK_EX)
        yield turn
    finally:
        os.close(turn)


def set_up(lock: str, turn: int) -> None:
    """Install what `lock` names, and the project itself, into a .venv that is known to be whole."""
    started = time.monotonic()
    say("Setting up: about 1 minute the first time, with a fast network…")
    if not is_whole():
        make_venv(turn)
    STAMP.write_text("")
    packages = len(re.findall(r"^\S+==", lock_file(lock).read_text(), re.MULTILINE))
    say(f"  installing {packages} packages")
    # The lock is complete, so pip need not work out what depends on what.
    pip("install", "--no-deps", "--require-hashes", "--requirement", str(lock_file(lock)), turn=turn, packages=packages)
    say("  installing Frontdesk")
    pip("install", "--no-deps", "--no-index", "--no-build-isolation", "--editable", str(ROOT), turn=turn)
    stamp = json.dumps({"lock": lock, "fingerprint": fingerprint(lock)})
    STAMP.with_suffix(".new").write_text(stamp)
    STAMP.with_suffix(".new").replace(STAMP)
    say(f"Ready after {time.monotonic() - started:.0f} s.")


def is_whole() -> bool:
    """Whether .venv can be installed into: its Python and pip run, and nothing was killed while changing it."""
    if STAMP.exists() and not STAMP.read_text():
        return False
    check = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    return PYTHON.exists() and subprocess.run([PYTHON, "-I", "-c", check], capture_output=True).returncode == 0


def make_venv(turn: int) -> None:
    """A new, empty .venv on the Python that runs this."""
    version = ".".join(map(str, sys.version_info[:2]))
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        raise Trouble(
            f"Python {version} is here without its venv module (Debian, Ubuntu: apt-get install python{version}-venv). "
            "Install it and run the same command again."
        )
    say(f"  making .venv with Python {version}")
    # In two steps, so that the mark of an unfinished set-up stands before anything that takes time.
    run([sys.executable, "-I", "-m", "venv", "--clear", "--without-pip", str(VENV)], turn)
    STAMP.write_text("")
    run([str(PYTHON), "-I", "-m", "ensurepip", "--default-pip"], turn)


def pip(*arguments: str, turn: int, packages: int = 0) -> None:
    """Run .venv's pip, counting up to `packages` on a terminal; its own words go to the log."""
    run([str(PYTHON), "-I", "-m", "pip", "--no-input", "--disable-pip-version-check", *arguments], turn, packages)


def run(command: list[str], turn: int, packages: int = 0, troubles: Troubles = TROUBLES) -> None:
    """Run to the end, or raise the `Trouble` that its output tells of.

    The process shares `turn`: should this one be killed, the next set-up waits for what it left running.
    """
    environment = {**os.environ, "PIP_USER": "0"}
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        env=environment,
        pass_fds=[turn],
    )
    lines: list[str] = []
    taken_up = 0
    for line in process.stdout or ():
        lines.append(line)
        taken_up += line.startswith(A_PACKAGE)
        show_progress(taken_up, packages)
    with LOG.open("a") as log:
        log.writelines(lines)
    if process.wait() != 0:
        raise Trouble(explain("".join(lines), troubles))


def explain(output: str, troubles: Troubles = TROUBLES) -> str:
    """What a person can do about a command that failed with `output`."""
    for pattern, advice in troubles:
        if re.search(pattern, output):
            return f"{advice} The details are in {LOG}."
    last = output.strip().rpartition("\n")[2] or "no word from it"
    return f"Set-up failed: {last} (the whole output is in {LOG}). Run the same command again once that is put right."


def show_progress(done: int, total: int) -> None:
    """One line that counts up, where there is a terminal to see it."""
    if done and total and sys.stderr.isatty():
        print(f"\r  package {done} of {total}", end="", file=sys.stderr, flush=True)


def say(words: str) -> None:
    """Tell the person who waits, on a line of its own."""
    print(f"\r{words}" if sys.stderr.isatty() else words, file=sys.stderr, flush=True)


def complain(words: str, code: int = 2) -> int:
    """Say why nothing goes on; the exit code to leave with."""
    say(words)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
