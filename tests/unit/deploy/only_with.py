"""Imports packages with all their modules as an image would: what it does not carry is absent.

only_with.py LOCK FOLDER,FOLDER… PACKAGE,PACKAGE…
"""

import importlib
import importlib.metadata
import pkgutil
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

OURS = ("libs", "services", "deploy", "tests")


def plain(name: str) -> str:
    """A distribution's name as locks write it."""
    return re.sub(r"[-_.]+", "-", name).lower()


class Absent:
    """Refuses what is neither in the lock nor in the folders. What Python itself brings is let through."""

    def __init__(self, lock: Path, folders: Sequence[str]) -> None:
        self._lock = lock
        self._folders = folders
        self._installed = {plain(name) for name in re.findall(r"^([^\s=]+)==", lock.read_text(), re.MULTILINE)}
        self._distributions = importlib.metadata.packages_distributions()

    def find_spec(self, name: str, path: object = None, target: ModuleType | None = None) -> None:
        """Asked before every other finder."""
        top = name.partition(".")[0]
        if top in OURS:
            if not any(
                f"{folder}.".startswith(f"{name}.") or name.startswith(f"{folder}.") for folder in self._folders
            ):
                raise ModuleNotFoundError(f"{name} is not copied into this image", name=name)
            return
        theirs = {plain(one) for one in self._distributions.get(top, ())}
        if theirs and not theirs & self._installed:
            raise ModuleNotFoundError(f"{name} is not in {self._lock.name}", name=name)


def import_all(package: str) -> None:
    """The package and every module in it but those that run when imported."""
    module = importlib.import_module(package)
    for found in pkgutil.walk_packages(getattr(module, "__path__", ()), f"{package}."):
        if not found.name.endswith("__main__"):
            importlib.import_module(found.name)


if __name__ == "__main__":
    lock, folders, packages = sys.argv[1:]
    sys.path[0] = str(Path.cwd())
    sys.meta_path.insert(0, Absent(Path(lock), folders.split(",")))
    for each in packages.split(","):
        import_all(each)
