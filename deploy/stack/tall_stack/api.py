"""The product through its gateway, as a client has it: calls and log-ins. Nothing here needs more than Python itself."""

import functools
import http.client
import json
import secrets
import ssl
import time
import urllib.error
import urllib.request
import uuid
from email.message import Message
from pathlib import Path

from .layout import Stack, write_private
from .people import TOTP_STEP_SECONDS, code_now
from .servers import mail

CLIENT_VERSION = "web/1.4.0"
# A code holds once. Where somebody else has just used this one, the next step brings another.
CODES_TRIED = 4
MAIL_SECONDS = 60
MAIL_PAUSE_SECONDS = 0.25


class Refused(RuntimeError):
    """The product answered with an error; the text is its problem document."""


class _From(urllib.request.HTTPSHandler):
    """Connections from one address of this machine."""

    def __init__(self, network: str, context: ssl.SSLContext) -> None:
        super().__init__(context=context)
        self.network, self.context = network, context

    def https_open(self, request: urllib.request.Request) -> http.client.HTTPResponse:
        connection = functools.partial(http.client.HTTPSConnection, source_address=(self.network, 0))
        return self.do_open(connection, request, context=self.context)


class Api:
    """The product through its gateway, as one person or as nobody; from an address of loopback, which is a network to the product."""

    def __init__(self, stack: Stack, token: str | None = None, network: str = "127.0.0.1") -> None:
        self.stack, self.token = stack, token
        self.address = f"https://127.0.0.1:{stack.port('gateway')}"
        context = ssl.create_default_context(cafile=str(stack.path("pki", "ca.crt")))
        self.opener = urllib.request.build_opener(_From(network, context))

    def call(self, method: str, path: str, body: dict | None = None, **headers: str) -> tuple[int, Message, dict]:
        """Status, headers, body of the answer."""
        sent = {"X-Client-Version": CLIENT_VERSION, "Content-Type": "application/json", **headers}
        if self.token:
            sent["Authorization"] = f"Bearer {self.token}"
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self.address}/api/v2/{path}", data, sent, method=method)
        try:
            with self.opener.open(request, timeout=90) as answer:
                return answer.status, answer.headers, json.loads(answer.read() or b"{}")
        except urllib.error.HTTPError as refused:
            raise Refused(f"{method} {path}: {refused.code} {refused.read().decode(errors='replace')[:2000]}") from refused


def log_in(stack: Stack, email: str, password: str, device: str, authenticator: Path) -> str:
    """An access token. `authenticator` keeps what the person's app would know, once an administrator has enrolled it."""
    status, _, answer = Api(stack).call("POST", "profile/sessions", {"email": email, "password": password, "device": {"id": device}})
    if status == 202:
        answer = _pass_challenge(stack, answer, authenticator)
    return answer["accessToken"]


def _pass_challenge(stack: Stack, challenge: dict, authenticator: Path) -> dict:
    """What the person's authenticator app would do, enrolled first where there is none."""
    path, token = f"profile/sessions/challenges/{challenge['challengeId']}", {"challengeToken": challenge["challengeToken"]}
    if "totp-enrolment" in challenge["methods"]:
        enrolment = Api(stack).call("POST", f"{path}/totp-enrolments", token)[2]
        write_private(authenticator, enrolment["secret"])
    for attempt in range(1, CODES_TRIED + 1):
        try:
            answer = {**token, "method": "totp", "code": code_now(authenticator)}
            return Api(stack).call("POST", f"{path}/answers", answer)[2]
        except Refused as refused:
            if "proof-not-accepted" not in str(refused) or attempt == CODES_TRIED:
                raise
        time.sleep(TOTP_STEP_SECONDS - time.time() % TOTP_STEP_SECONDS)
    raise AssertionError("the last attempt returns or raises")


def confirm_by_mail(stack: Stack, email: str, user: str) -> None:
    """Proves an address as everybody does: by the code of the mail."""
    tried: set[str] = set()
    patience = time.monotonic() + MAIL_SECONDS
    while time.monotonic() < patience:
        for code in mail.codes_sent_to(stack, email):
            if code not in tried and _confirm(stack, user, code):
                return
            tried.add(code)
        time.sleep(MAIL_PAUSE_SECONDS)
    raise RuntimeError(f"no mail has brought {email} a code in {MAIL_SECONDS} s; `stack logs {mail.SENDER}` says why")


def _confirm(stack: Stack, user: str, code: str) -> bool:
    try:
        Api(stack).call("POST", "profile/email-confirmations", {"userId": user, "code": code})
    except Refused as refused:
        if "code-not-accepted" not in str(refused):
            raise
        return False
    return True


def uuid7() -> uuid.UUID:
    """RFC 9562: 48 bits of milliseconds, the rest random."""
    milliseconds, noise = time.time_ns() // 1_000_000, secrets.randbits(74)
    return uuid.UUID(int=(milliseconds << 80) | (0x7 << 76) | ((noise >> 62) << 64) | (0b10 << 62) | (noise & ((1 << 62) - 1)))
