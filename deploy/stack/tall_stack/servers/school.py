"""The provider of a school (OpenID Connect): oidc-provider, certified by the OpenID Foundation, with one account of its own."""

import base64
import json

from cryptography.hazmat.primitives.asymmetric import rsa

from ..layout import Stack, write_if_changed
from ..programs import Program
from ..toolchain import node, school_folder
from . import answers

NAME = "school"
TITLE = "De School"
CLIENT = "tall"
ACCOUNT = "anna"
# Another word than the name that they log in with, as with most providers.
SUBJECT = "8f3c1e7a-anna"


def prepare(stack: Stack) -> None:
    configure(stack)


def configure(stack: Stack) -> None:
    """What the provider knows of us and of its people, and what profile knows of it."""
    client_secret = stack.secret_file(NAME, "client")
    settings = {
        "issuer": issuer(stack),
        "host": "127.0.0.1",
        "port": stack.port(NAME),
        "certificate": str(stack.path("pki", f"{NAME}.crt")),
        "key": str(stack.path("pki", f"{NAME}.key")),
        "client": {"id": CLIENT, "secret": client_secret.read_text(), "redirectUris": [redirect_uri(stack)]},
        "accounts": [{"name": ACCOUNT, "password": stack.secret(NAME, ACCOUNT), "subject": SUBJECT}],
        "signingKeys": [_signing_key(stack)],
        "cookieKey": stack.secret(NAME, "cookies"),
    }
    write_if_changed(_settings(stack), json.dumps(settings), private=True)
    providers_file(stack).write_text(
        f"[{NAME}]\nname = {json.dumps(TITLE)}\nissuer = {json.dumps(issuer(stack))}\nclient_id = {json.dumps(CLIENT)}\n"
        f"client_secret_file = {json.dumps(str(client_secret))}\n"
    )


def issuer(stack: Stack) -> str:
    return f"https://localhost:{stack.port(NAME)}"


def redirect_uri(stack: Stack) -> str:
    """A page of the client, behind the gateway."""
    return f"https://127.0.0.1:{stack.port('gateway')}/log-in/school"


def providers_file(stack: Stack):
    """For profile: `TALL_OIDC__PROVIDERS_FILE`."""
    return stack.path("conf", "identity-providers.toml")


def program(stack: Stack) -> Program:
    return Program(
        name=NAME,
        command=[str(node()), str(school_folder() / "server.mjs"), str(_settings(stack))],
        is_ready=lambda: answers(f"{issuer(stack)}/.well-known/openid-configuration", stack.path("pki", "ca.crt")),
    )


def _settings(stack: Stack):
    return stack.path("conf", "school.json")


def _signing_key(stack: Stack) -> dict[str, str]:
    """RSA, which every provider has; made once."""
    file = stack.path("secrets", NAME, "signing-key.json")
    if not file.exists():
        private = rsa.generate_private_key(public_exponent=65537, key_size=2048).private_numbers()
        public = private.public_numbers
        numbers = {
            "n": public.n, "e": public.e, "d": private.d, "p": private.p, "q": private.q, "dp": private.dmp1, "dq": private.dmq1, "qi": private.iqmp,
        }  # fmt: skip
        key = {"kty": "RSA", "kid": "1", "use": "sig", "alg": "RS256", **{name: _base64url(number) for name, number in numbers.items()}}
        write_if_changed(file, json.dumps(key), private=True)
    return json.loads(file.read_text())


def _base64url(number: int) -> str:
    return base64.urlsafe_b64encode(number.to_bytes((number.bit_length() + 7) // 8, "big")).rstrip(b"=").decode()
