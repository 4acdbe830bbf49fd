"""Which number belongs to whom, and with which secrets it speaks: what webhooks and sends ask all the time."""

from collections.abc import Mapping
from datetime import datetime

from pydantic import SecretStr

from libs.common.entities import Number, WhatsappCred
from libs.common.logs import logger
from libs.common.parts import Parts
from libs.common.store.query import Query
from libs.common.vault import Sealed
from services.gateway.fresh import Fresh

TOKEN = "token"  # noqa: S105 - the name of a secret, not one
APP_SECRET = "app_secret"  # noqa: S105
VERIFY_TOKEN = "verify_token"  # noqa: S105
SECRETS = (TOKEN, APP_SECRET, VERIFY_TOKEN)
"""All that a number may have."""

Secrets = Mapping[str, Mapping[str, SecretStr]]
"""An owner's secrets: by number, then by name."""


def key_id(user_id: str, phone_number_id: str, name: str) -> str:
    """The key of a secret's row, which is also sealed inside it."""
    return f"{user_id}:{phone_number_id}:{name}"


class Directory:
    """Numbers and secrets, at most 30 s old."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._numbers: Fresh[str, Number] = Fresh(self._load_number, parts.clock)
        self._secrets: Fresh[str, Secrets] = Fresh(self._load_secrets, parts.clock)

    async def number(self, phone_number_id: str) -> Number | None:
        """Whose number it is; None for one that nobody connected. Raises Unavailable."""
        return await self._numbers.get(phone_number_id) if phone_number_id else None

    def known(self, phone_number_id: str, now: datetime) -> Number | None:
        """The same, where it was asked a moment ago, without waiting; None where it was not."""
        return self._numbers.known(phone_number_id, now)

    async def secret(self, user_id: str, phone_number_id: str, name: str) -> SecretStr | None:
        """One secret of one number. Raises Unavailable."""
        secrets = await self._secrets.get(user_id) or {}
        return secrets.get(phone_number_id, {}).get(name)

    async def secrets(self, user_id: str, name: str) -> list[SecretStr]:
        """The secrets of this name of all the owner's numbers; empty for an owner who is not there."""
        secrets = await self._secrets.get(user_id) or {}
        return [named[name] for named in secrets.values() if name in named]

    def forget(self, user_id: str, phone_number_id: str) -> None:
        """A number was connected, changed or removed."""
        self._numbers.forget(phone_number_id)
        self._secrets.forget(user_id)

    async def _load_number(self, phone_number_id: str) -> Number | None:
        return await self._parts.store.system().get(Number, phone_number_id)

    async def _load_secrets(self, user_id: str) -> Secrets | None:
        page = await self._parts.store.reader(user_id).find(Query(WhatsappCred, limit=1000))
        secrets: dict[str, dict[str, SecretStr]] = {}
        for row in page.items:
            _, number, name = row.key_id.split(":")
            opened = self._opened(row)
            if opened is not None:
                secrets.setdefault(number, {})[name] = opened
        return secrets or None

    def _opened(self, row: WhatsappCred) -> SecretStr | None:
        try:
            return self._parts.vault.open(row.key_id, row.value)
        except Sealed:
            logger("gateway").error("a credential does not open", user_id=row.user_id)
            return None
