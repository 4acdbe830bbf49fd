"""Build the console, and run the tools that look after it.

    .venv/bin/python requirements/console.py build|tools|check|test|dev|lock [--optional]

It uses the system's Node where that is new enough, else one that it installs into .venv from requirements/node.txt. It
asks nothing and returns at once when there is nothing to do. `--optional`: a console that cannot be built is told of in
one line, and is no failure. Exit code 0: done; 2: one line says what is missing; else what the tool left with.
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from set_up import LOG, ROOT, VENV, Trouble, Troubles, complain, one_at_a_time, pip, run, say

WEB = ROOT / "services" / "gateway" / "web"
PAGE = WEB / "dist" / "index.html"
OPENAPI = ROOT / "docs" / "openapi.json"
NODE_LOCK = ROOT / "requirements" / "node.txt"
PACKAGES = WEB / "package-lock.json"
STAMP = WEB / "node_modules" / ".set-up.json"  # what is installed and built; goes with the folder that npm empties

TASKS = ("build", "tools", "check", "test", "dev", "lock")
# Needs what a build needs, and no more: half the packages, half the time.
BUILD_ONLY = "build"
# Installs what the others use, and runs none of it.
TOOLS_ONLY = "tools"
# Writes package-lock.json anew from package.json.
LOCK_ONLY = "lock"

TROUBLES: Troubles = (
    (r"ENOSPC|No space left on device", "The disk is full. Free about 1 GB and run the same command again."),
    (
        r"EINTEGRITY",
        "A package of the console that came over the network is not the one that was locked, so it was not installed. "
        "Run the same command again; if it stays so, something between here and the package index changes files.",
    ),
    (
        r"ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|network|SELF_SIGNED|CERT",
        "The index of JavaScript packages did not answer, and the console's build downloads some 60 MB from it. "
        "Check the network (and proxy), then run the same command again.",
    ),
)


def main(arguments: list[str]) -> int:
    """Do the one task named in `arguments`; the exit code."""
    tasks = [argument for argument in arguments if argument != "--optional"]
    if len(tasks) != 1 or tasks[0] not in TASKS:
        return complain(f"Usage: requirements/console.py {'|'.join(TASKS)} [--optional]")
    try:
        return perform(tasks[0])
    except (Trouble, OSError) as trouble:
        if "--optional" not in arguments:
            return complain(f"The console is not built. {trouble}")
        kept = "the one built before is served" if PAGE.exists() else "Frontdesk runs without it"
        return complain(f"The console is not built; {kept}. {trouble}", code=0)
    except KeyboardInterrupt:
        return 130


def perform(task: str) -> int:
    """Make ready what the task needs, and do it."""
    if task == LOCK_ONLY:
        with one_at_a_time() as turn:
            lock_packages(turn)
        return 0
    if not is_ready(task):
        with one_at_a_time() as turn:
            # Whoever was waited for may have done it.
            if not is_ready(task):
                make_ready(task, turn)
    if task in (BUILD_ONLY, TOOLS_ONLY):
        return 0
    environment = with_node()
    npm_here = shutil.which("npm", path=environment["PATH"]) or "npm"
    return subprocess.run([npm_here, "run", "--silent", task], cwd=WEB, env=environment).returncode


def is_ready(task: str) -> bool:
    """Whether the packages that `task` needs are there and, for a build, whether it is of what lies here now."""
    stamp = read_stamp()
    if stamp.get("packages") != packages_print() or not (task == BUILD_ONLY or stamp.get("tools")):
        return False
    return task != BUILD_ONLY or (PAGE.exists() and stamp.get("built") == source_print())


def make_ready(task: str, turn: int) -> None:
    """Install, and build if that is the task."""
    started = time.monotonic()
    find_node(turn)
    LOG.parent.mkdir(exist_ok=True)
    stamp = read_stamp()
    wants_tools = task != BUILD_ONLY
    if stamp.get("packages") != packages_print() or (wants_tools and not stamp.get("tools")):
        say("Setting up the console: about half a minute the first time, with a fast network…")
        npm("ci", *([] if wants_tools else ["--omit=dev"]), turn=turn)
        stamp = {"packages": packages_print(), "tools": wants_tools}
        STAMP.write_text(json.dumps(stamp))
    if task == BUILD_ONLY:
        say("  building the console")
        built = source_print()
        npm("run", "build", turn=turn)
        STAMP.write_text(json.dumps({**stamp, "built": built}))
    size = first_load() if task == BUILD_ONLY else ""
    say(f"The console is ready after {time.monotonic() - started:.0f} s{size}.")


def lock_packages(turn: int) -> None:
    """Lock what package.json asks for by versions and hashes, without the addresses that npm writes beside them."""
    find_node(turn)
    npm("install", "--package-lock-only", "--omit-lockfile-registry-resolved", turn=turn)
    locked = json.loads(PACKAGES.read_text())
    for package in locked["packages"].values():
        package.pop("funding", None)
    PACKAGES.write_text(json.dumps(locked, indent=2, ensure_ascii=False) + "\n")


def npm(*arguments: str, turn: int) -> None:
    """Run npm on the console; its own words go to the log. Raises Trouble."""
    os.environ.update(with_node())
    quiet = ("--no-audit", "--no-fund", "--no-update-notifier", "--prefix", str(WEB))
    run(["npm", *quiet, *arguments], turn, troubles=TROUBLES)


def find_node(turn: int) -> None:
    """See that there is a Node that can build the console. Raises Trouble."""
    if node_works():
        return
    say("  there is no Node ^20.19 or >=22.12 here: installing one into .venv")
    try:
        pip("install", "--no-deps", "--require-hashes", "--requirement", str(NODE_LOCK), turn=turn)
    except (Trouble, OSError) as trouble:
        raise Trouble(f"It needs Node ^20.19 or >=22.12 with npm (nodejs.org), and none came. {trouble}") from None
    if not node_works():
        raise Trouble("It needs Node ^20.19 or >=22.12 with npm (nodejs.org); the one in .venv does not run here.")


def node_works() -> bool:
    """Whether the Node that would be used, and its npm, are new enough and start."""
    path = with_node()["PATH"]
    node = shutil.which("node", path=path)
    if node is None or shutil.which("npm", path=path) is None:
        return False
    return is_new_enough(version_of(node))


def with_node() -> dict[str, str]:
    """The environment in which `node` and `npm` are the ones to use: the system's if it is new enough, else .venv's."""
    system = shutil.which("node")
    if system is not None and shutil.which("npm") is not None and is_new_enough(version_of(system)):
        return dict(os.environ)
    return {**os.environ, "PATH": f"{VENV / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"}


def version_of(node: str) -> str:
    """What this Node calls itself; empty if it does not start."""
    try:
        return subprocess.run([node, "--version"], capture_output=True, text=True, timeout=20).stdout
    except (OSError, subprocess.TimeoutExpired):
        return ""


def is_new_enough(version: str) -> bool:
    """Whether the build runs on a Node of this version: ^20.19 or >=22.12, as Vite asks."""
    found = re.match(r"v(\d+)\.(\d+)\.", version)
    if found is None:
        return False
    major, minor = int(found[1]), int(found[2])
    return (major == 20 and minor >= 19) or (major, minor) >= (22, 12)


def first_load() -> str:
    """How much JavaScript the built page fetches, as the build said it last."""
    said = re.findall(r"^first load: .*$", LOG.read_text(errors="replace"), re.MULTILINE) if LOG.exists() else []
    return f"; {said[-1]}" if said and PAGE.exists() else ""


def read_stamp() -> dict[str, object]:
    """What was installed and built; empty if that is not known."""
    try:
        stamp = json.loads(STAMP.read_text())
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def packages_print() -> str:
    """Changes when other packages must be installed."""
    return print_of([PACKAGES])


def source_print() -> str:
    """Changes when the console must be built again."""
    top = (path for path in WEB.iterdir() if path.is_file())
    below = (path for folder in ("src", "build", "public") for path in (WEB / folder).rglob("*") if path.is_file())
    made = ("schema.d.ts",)  # by the build, from OPENAPI
    files = [path for path in (*top, *below) if path.name not in made and ".test." not in path.name]
    return print_of([*sorted(files), OPENAPI])


def print_of(files: Iterable[Path]) -> str:
    """A hash over the names and contents of files."""
    found = hashlib.sha256()
    for path in files:
        content = path.read_bytes()
        found.update(f"{path.relative_to(ROOT)} {len(content)}\n".encode() + content)
    return found.hexdigest()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
