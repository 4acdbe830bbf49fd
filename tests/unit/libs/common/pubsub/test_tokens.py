"""Who may push: whose token proves it."""

from collections.abc import AsyncIterator

import pytest

from libs.common.errors import Unavailable
from libs.common.pubsub.tokens import ASKED_AGAIN_SECONDS, Certificates, Check, NotAllowed, Unproven
from tests.unit.libs.common.pubsub import google_tokens
from tests.unit.libs.common.pubsub.google_tokens import ACCOUNT, AUDIENCE, Key

KEY, NEXT, STRANGER = Key("one"), Key("two"), Key("one")


@pytest.fixture
async def google() -> AsyncIterator[google_tokens.Certificates]:
    async with google_tokens.Certificates([KEY]).served() as served:
        yield served


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def check(google, clock) -> Check:
    return Check(AUDIENCE, ACCOUNT, Certificates(google.url, clock))


async def test_googles_token_for_our_account_and_audience_is_taken(check):
    await check(f"Bearer {KEY.token()}")
    await check(f"bearer {KEY.token(iss='accounts.google.com')}")


@pytest.mark.parametrize(
    "header",
    [
        "",
        "Bearer",
        "Bearer ",
        "Bearer not.a.token",
        "Bearer ä.ö.ü",
        "Basic dXNlcjpwYXNz",
        f"Basic {KEY.token()}",
        f"Bearer {KEY.token()[:-8]}AAAAAAAA",
        f"Bearer {STRANGER.token()}",
        f"Bearer {NEXT.token()}",
        f"Bearer {KEY.token(aud='https://else.example.com')}",
        f"Bearer {KEY.token(aud=None)}",
        f"Bearer {KEY.token(iss='https://evil.example.com')}",
        f"Bearer {KEY.token(iss=None)}",
        f"Bearer {KEY.token(expires_in=-120)}",
    ],
    ids=[
        "nothing", "no token", "empty token", "no JWT", "not ASCII", "basic", "token as basic", "signature changed",
        "signed by a stranger", "key unknown", "another audience", "no audience", "another issuer", "no issuer",
        "expired",
    ],
)  # fmt: skip
async def test_what_does_not_prove_it_is_refused(check, header):
    with pytest.raises(Unproven):
        await check(header)


@pytest.mark.parametrize(
    "claims",
    [{"email": "else@project.iam.gserviceaccount.com"}, {"email": None}, {"email_verified": False}],
    ids=["another account", "no account", "account not verified"],
)
async def test_another_of_googles_accounts_may_not(check, claims):
    with pytest.raises(NotAllowed):
        await check(f"Bearer {KEY.token(**claims)}")


async def test_an_unsigned_token_proves_nothing(check):
    """Its header says that it needs no signature."""
    import base64
    import json

    head, body, _ = KEY.token().split(".")
    unsigned = base64.urlsafe_b64encode(json.dumps({"alg": "none", "kid": "one"}).encode()).decode().rstrip("=")
    for forged in (f"{unsigned}.{body}.", f"{head}.{body}."):
        with pytest.raises(Unproven):
            await check(f"Bearer {forged}")


async def test_certificates_are_kept_as_long_as_google_says(check, google, clock):
    await check(f"Bearer {KEY.token()}")
    clock.now = 599.0
    await check(f"Bearer {KEY.token()}")
    assert google.asked == 1
    clock.now = 601.0
    await check(f"Bearer {KEY.token()}")
    assert google.asked == 2


async def test_a_new_key_is_fetched_when_its_first_token_comes(check, google, clock):
    """But a stranger's tokens do not have them fetched each time."""
    await check(f"Bearer {KEY.token()}")
    google.keys.append(NEXT)
    for _ in range(3):
        with pytest.raises(Unproven):
            await check(f"Bearer {NEXT.token()}")
    assert google.asked == 1
    clock.now = ASKED_AGAIN_SECONDS + 1
    await check(f"Bearer {NEXT.token()}")
    assert google.asked == 2


async def test_without_certificates_nobody_can_be_proven(check, google):
    google.silent = True
    with pytest.raises(Unavailable):
        await check(f"Bearer {KEY.token()}")
