"""Tokens as Google signs them for a push, and its list of certificates, made here."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from google.auth import crypt, jwt

AUDIENCE = "https://desk.example.com/events"
ACCOUNT = "push@project.iam.gserviceaccount.com"
CLAIMS = {
    "iss": "https://accounts.google.com",
    "aud": AUDIENCE,
    "email": ACCOUNT,
    "email_verified": True,
    "sub": "1234567890",
}


class Key:
    """One of Google's keys, with its certificate."""

    def __init__(self, key_id: str) -> None:
        self.id = key_id
        private = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "federated-signon.system.gserviceaccount.com")])
        now = datetime.now(UTC)
        certificate = (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(name)
            .public_key(private.public_key())
            .serial_number(1)
            .not_valid_before(now - timedelta(days=1))
            .not_valid_after(now + timedelta(days=7))
            .sign(private, hashes.SHA256())
        )
        self.certificate = certificate.public_bytes(serialization.Encoding.PEM).decode()
        pem = private.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        self._signer: Any = crypt.RSASigner.from_string(pem, key_id)

    def token(self, *, expires_in: int = 3600, **claims: Any) -> str:
        """Signed; a claim that is given as None is left out."""
        now = int(datetime.now(UTC).timestamp())
        merged = {**CLAIMS, "iat": now + min(0, expires_in) - 10, "exp": now + expires_in, **claims}
        payload = {name: value for name, value in merged.items() if value is not None}
        signed: bytes = jwt.encode(self._signer, payload)
        return signed.decode()


@dataclass
class Certificates:
    """Google's address for them. `silent`: it answers with an error."""

    keys: list[Key]
    url: str = ""
    asked: int = 0
    silent: bool = False
    headers: dict[str, str] = field(default_factory=lambda: {"Cache-Control": "public, max-age=600"})

    async def _answer(self, _: web.Request) -> web.Response:
        self.asked += 1
        if self.silent:
            raise web.HTTPBadGateway
        return web.json_response({key.id: key.certificate for key in self.keys}, headers=self.headers)

    @asynccontextmanager
    async def served(self) -> AsyncIterator["Certificates"]:
        app = web.Application()
        app.router.add_get("/certs", self._answer)
        async with TestServer(app) as server:
            self.url = str(server.make_url("/certs"))
            yield self
