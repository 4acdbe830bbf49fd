"""What every measurement works in: a folder of its own, a prepared desk, the Graph API, and a word on the way."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from tests.bench.graph import Graph
from tests.bench.messages import Desk


class Say(Protocol):
    """Tell how far it is."""

    def __call__(self, text: str) -> None: ...


@dataclass(frozen=True)
class Place:
    """`prepared` is a data folder that nobody runs on; measurements take copies of it."""

    folder: Path
    prepared: Path
    desk: Desk
    graph: Graph
    say: Say

    def copy(self, name: str) -> Path:
        """The desk in a data folder of its own."""
        return Path(shutil.copytree(self.prepared, self.folder / name, dirs_exist_ok=False))

    def settings(self, data: Path | None = None) -> Mapping[str, str]:
        """The environment of a server, ours or one that it is measured against."""
        return {
            "FRONTDESK_GRAPH_URL": self.graph.url,
            "FRONTDESK_WHATSAPP_APP_SECRET": self.desk.app_secret,
            "FRONTDESK_QUIET_SECONDS": "0",
            **({"FRONTDESK_DATA": str(data)} if data is not None else {}),
        }

    @property
    def said(self) -> Path:
        """Where servers print to."""
        return self.folder / "servers.log"
