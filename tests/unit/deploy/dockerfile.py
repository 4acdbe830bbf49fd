"""Reads deploy/Dockerfile: its stages, what each begins with, and what it says."""

import re
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[3]


@dataclass
class Stage:
    """One stage. `says` holds instruction and arguments, in order, its own only."""

    name: str
    base: str
    says: list[tuple[str, str]] = field(default_factory=list)


def stages() -> dict[str, Stage]:
    """By name, in the file's order."""
    found: list[Stage] = []
    for instruction, arguments in instructions((ROOT / "deploy" / "Dockerfile").read_text()):
        if instruction == "FROM":
            base, _, name = arguments.partition(" AS ")
            found.append(Stage(name, base))
        else:
            found[-1].says.append((instruction, arguments))
    return {stage.name: stage for stage in found}


def instructions(text: str) -> list[tuple[str, str]]:
    """Instruction and arguments of each, with continued lines joined."""
    lines = re.sub(r"\\\n\s*", "", text).splitlines()
    return [
        (word, rest) for line in lines if line and not line.startswith("#") for word, _, rest in [line.partition(" ")]
    ]


def whole(name: str) -> list[tuple[str, str]]:
    """What a stage says, after what it inherits."""
    known = stages()
    stage = known[name]
    inherited = whole(stage.base) if stage.base in known else []
    return [*inherited, *stage.says]


def last(name: str, instruction: str) -> str | None:
    """The one that counts of an instruction in a stage."""
    return next((arguments for word, arguments in reversed(whole(name)) if word == instruction), None)


def environment(name: str) -> dict[str, str]:
    """Variables that a stage sets."""
    given = " ".join(arguments for word, arguments in whole(name) if word == "ENV")
    return {key: quoted or bare for key, quoted, bare in re.findall(r'(\w+)=(?:"([^"]*)"|(\S+))', given)}


def copies(name: str) -> list[tuple[str | None, str]]:
    """Every COPY of a stage: the stage it copies from (None: the folder), and the source."""
    found = []
    for word, arguments in whole(name):
        if word == "COPY":
            origin = re.match(r"--from=(\S+) (.+)", arguments)
            rest = origin[2] if origin else arguments
            found += [(origin[1] if origin else None, source) for source in rest.split()[:-1]]
    return found


def lock(name: str) -> Path:
    """The lock that an image's packages come from."""
    packages = next(origin for origin, source in copies(name) if source == "/venv")
    assert packages is not None
    return ROOT / next(source for _, source in copies(packages) if source.startswith("requirements/"))
