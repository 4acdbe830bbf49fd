"""Encryption of credentials at rest. The first key encrypts, all decrypt, so keys can be rotated while running.

A key is 32 random bytes in URL-safe base64 (a Fernet key: AES-128-CBC and HMAC-SHA256).
"""

import base64
import binascii
import json
import re
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Self

from pydantic import SecretStr

from libs.common import key_file
from libs.common.errors import Failure, Misconfigured
from libs.common.key_file import KEY_BYTES
from libs.common.settings import Settings

if TYPE_CHECKING:
    from cryptography.fernet import MultiFernet


class Sealed(Failure, code="sealed"):
    """The credential {key_id} does not open: {reason}"""

    key_id: str
    reason: str


class Vault:
    """Seals values under the name they are stored by. Raises Misconfigured for keys that are none."""

    def __init__(self, keys: Sequence[bytes | str]) -> None:
        self._keys = [key.encode() if isinstance(key, str) else key for key in keys]
        if not self._keys:
            raise Misconfigured("the vault has no key; FRONTDESK_VAULT_KEYS may hold several, separated by commas")
        for place, key in enumerate(self._keys, start=1):
            if not _is_key(key):
                raise Misconfigured(
                    f"vault key {place} is not {KEY_BYTES} bytes in URL-safe base64. Make one with: "
                    "head -c 32 /dev/urandom | base64 | tr '+/' '-_'"
                )

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """The vault with the keys that are set, else (embedded) with those of the data folder's key file, which is
        made if there is none. Raises Misconfigured in google mode without keys."""
        if settings.vault_keys:
            return cls(_split(settings.vault_keys.get_secret_value()))
        if settings.mode == "google":
            raise Misconfigured("FRONTDESK_VAULT_KEYS is not set: in google mode credentials need a key of yours")
        return cls(key_file.read(settings.data))

    def seal(self, key_id: str, value: str) -> str:
        """Encrypt. The name is inside, so that a row copied to another name does not open."""
        return self._fernet.encrypt(json.dumps([key_id, value]).encode()).decode()

    def open(self, key_id: str, sealed: str) -> SecretStr:
        """Decrypt. Raises Sealed for another name's value, a changed one, or one of a key that is gone."""
        from cryptography.fernet import InvalidToken

        try:
            name, value = json.loads(self._fernet.decrypt(sealed.encode()))
        except InvalidToken:
            raise Sealed(key_id=key_id, reason="it was changed, or its key is not among the vault's keys") from None
        if name != key_id:
            raise Sealed(key_id=key_id, reason="it was sealed under another name")
        return SecretStr(value)

    def rotated(self, key_id: str, sealed: str) -> str:
        """The same, encrypted with the first key. Raises Sealed when it does not open."""
        return self.seal(key_id, self.open(key_id, sealed).get_secret_value())

    @cached_property
    def _fernet(self) -> "MultiFernet":
        """Made at first use: most commands never open a credential, and the library takes 25 ms to load."""
        from cryptography.fernet import Fernet, MultiFernet

        return MultiFernet([Fernet(key) for key in self._keys])


def _split(keys: str) -> list[str]:
    return [key for key in re.split(r"[,\s]+", keys) if key]


def _is_key(key: bytes) -> bool:
    try:
        return len(base64.b64decode(key, altchars=b"-_", validate=True)) == KEY_BYTES
    except binascii.Error:
        return False
