"""Whether a push comes from Pub/Sub: its bearer token is an OIDC token that Google signed for one service account."""

import asyncio
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import aiohttp
from google.auth import exceptions, jwt

from libs.common.errors import Unavailable

CERTIFICATES_URL = "https://www.googleapis.com/oauth2/v1/certs"
ISSUERS = ("accounts.google.com", "https://accounts.google.com")
CLOCK_SKEW_SECONDS = 60
FETCH_SECONDS = 5.0
KEPT_SECONDS = 3_600.0
"""How long certificates are kept where Google does not say; it changes them about once a day."""
ASKED_AGAIN_SECONDS = 60.0
"""A token of an unknown key has them fetched again, but not more often than this."""


class Unproven(Exception):
    """There is no token, or nothing proves that it is Google's, for us, and of now."""


class NotAllowed(Exception):
    """It is Google's token, and not of the account that pushes to us."""


@dataclass
class Certificates:
    """Google's, as PEM by key id, fetched when they are needed."""

    url: str = CERTIFICATES_URL
    clock: Callable[[], float] = time.monotonic
    _known: Mapping[str, str] = field(default_factory=dict)
    _until: float = 0.0
    _fetched_at: float = float("-inf")
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def having(self, key_id: str) -> Mapping[str, str]:
        """Those with this key among them, if Google has it. Raises Unavailable."""
        async with self._turn:
            now = self.clock()
            unknown = key_id not in self._known and now - self._fetched_at > ASKED_AGAIN_SECONDS
            if unknown or now >= self._until:
                self._known, kept = await self._fetch()
                self._fetched_at, self._until = now, now + kept
        return self._known

    async def _fetch(self) -> tuple[Mapping[str, str], float]:
        try:
            async with (
                aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(FETCH_SECONDS)) as session,
                session.get(self.url, raise_for_status=True) as answer,
            ):
                age = re.search(r"max-age=(\d+)", answer.headers.get("Cache-Control", ""))
                return await answer.json(), float(age[1]) if age else KEPT_SECONDS
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            raise Unavailable("Google's list of certificates") from error


@dataclass(frozen=True)
class Check:
    """Who may push: this service account, with tokens made for this audience."""

    audience: str
    service_account: str
    certificates: Certificates = field(default_factory=Certificates)

    async def __call__(self, authorization: str) -> None:
        """Return if the header proves it. Raises Unproven, NotAllowed, or Unavailable without certificates."""
        scheme, _, token = authorization.partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise Unproven
        try:
            key_id = str(jwt.decode_header(token).get("kid", ""))
            claims = jwt.decode(
                token,
                certs=await self.certificates.having(key_id),
                audience=self.audience,
                clock_skew_in_seconds=CLOCK_SKEW_SECONDS,
            )
        except (ValueError, exceptions.GoogleAuthError) as error:
            raise Unproven from error
        if claims.get("iss") not in ISSUERS:
            raise Unproven
        if claims.get("email") != self.service_account or claims.get("email_verified") is not True:
            raise NotAllowed
