"""Google's interfaces that have no client here: asked in JSON over HTTP, with the credentials of who provisions."""

from collections.abc import Mapping
from typing import Any

import google.auth
import requests
from google.auth.exceptions import DefaultCredentialsError, GoogleAuthError
from google.auth.transport.requests import AuthorizedSession

from libs.common.errors import Misconfigured, Unavailable

ANSWER_SECONDS = 20.0
SCOPE = "https://www.googleapis.com/auth/cloud-platform"
Json = dict[str, Any]


class Rest:
    """One session. `session` adds the token."""

    def __init__(self, session: requests.Session) -> None:
        self._session = session

    def ask(
        self, method: str, url: str, body: Json | None = None, query: Mapping[str, str] | None = None
    ) -> Json | None:
        """What is answered; None where there is no such thing.

        Raises Misconfigured with Google's own sentence where it refuses, Unavailable where nobody answers.
        """
        try:
            answer = self._session.request(method, url, json=body, params=query, timeout=ANSWER_SECONDS)
        except (requests.RequestException, GoogleAuthError) as error:
            raise Unavailable(url.split("/")[2]) from error
        if answer.status_code == requests.codes.not_found:
            return None
        if answer.status_code >= requests.codes.internal_server_error:
            raise Unavailable(url.split("/")[2])
        if not answer.ok:
            raise Misconfigured(f"{url.split('/')[2]} refuses {method} {url.partition('?')[0]}: {_said(answer)}")
        said: Json = answer.json()
        return said


def _said(answer: requests.Response) -> str:
    try:
        return " ".join(str(answer.json()["error"]["message"]).split())
    except (requests.JSONDecodeError, KeyError, TypeError):
        return f"{answer.status_code} {answer.reason}"


def connect() -> Rest:
    """With the credentials found. Raises Misconfigured where there are none."""
    try:
        credentials, _ = google.auth.default(scopes=[SCOPE])
    except DefaultCredentialsError as error:
        raise Misconfigured(
            "Provisioning finds no Google credentials. Run `gcloud auth application-default login`, or let "
            "GOOGLE_APPLICATION_CREDENTIALS name a key file."
        ) from error
    return Rest(AuthorizedSession(credentials))
