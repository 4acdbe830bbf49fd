"""A project of a test's own on Google's emulators, as its five processes and the test itself are told of it."""

from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

from pydantic import SecretStr

from libs.common.key_file import new_key
from libs.common.settings import Settings
from tests.fakes.graph import GraphApi

SERVICES = ("gateway", "ingest", "responder", "booking", "knowledge")


@dataclass(frozen=True)
class Cloud:
    """Where everything is. Nothing stands in the project yet."""

    data: Path
    graph: GraphApi
    firestore_host: str
    pubsub_host: str
    project: str = field(default_factory=lambda: f"test-{uuid4().hex[:12]}")
    vault_key: str = field(default_factory=new_key)

    @property
    def environment(self) -> dict[str, str]:
        """What a process is started with."""
        return {
            "FRONTDESK_MODE": "google",
            "FRONTDESK_VAULT_KEYS": self.vault_key,
            "FRONTDESK_GRAPH_URL": self.graph.url,
            "FRONTDESK_WHATSAPP_APP_SECRET": self.graph.app_secret,
            "FRONTDESK_QUIET_SECONDS": "0",
            "GOOGLE_CLOUD_PROJECT": self.project,
            "FIRESTORE_EMULATOR_HOST": self.firestore_host,
            "PUBSUB_EMULATOR_HOST": self.pubsub_host,
        }

    @property
    def settings(self) -> Settings:
        """What the test's own parts are made of."""
        return Settings(
            mode="google",
            data=self.data,
            vault_keys=SecretStr(self.vault_key),
            graph_url=self.graph.url,
            google_cloud_project=self.project,
            firestore_emulator_host=self.firestore_host,
            pubsub_emulator_host=self.pubsub_host,
        )
