"""The keys that services take from Secrets Manager. A key is made once; rotation adds the next version beside it."""

import base64
import json
import secrets

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from ..layout import SECRETS_PREFIX, SERVICES, Stack
from ..servers import secrets_manager

KEY_BYTES = 32
PRIVATE_INTAKE, PUBLIC_INTAKE = "pii/intake", "public/pii-intake"
RANDOM_KEYS = (
    "profile/signing", "profile/refresh", "profile/totp", "profile/email-index", "pii/kek", "pii/email-index", PRIVATE_INTAKE,
)  # fmt: skip


def provision(stack: Stack) -> int:
    client = secrets_manager.client(stack)
    present = {entry["Name"] for page in client.get_paginator("list_secrets").paginate() for entry in page["SecretList"]}
    changes = 0
    for name in (*RANDOM_KEYS, *(f"{service}/cursor" for service in SERVICES)):
        changes += _create(client, present, name, lambda: versioned({"1": secrets.token_bytes(KEY_BYTES)}))
    changes += _create(client, present, PUBLIC_INTAKE, lambda: public_half(client))
    return changes


def versioned(keys: dict[str, bytes], current: str = "1") -> str:
    return json.dumps({"current": current, "keys": {version: base64.b64encode(key).decode() for version, key in keys.items()}})


def _create(client, present: set, name: str, value) -> int:
    if f"{SECRETS_PREFIX}/{name}" in present:
        return 0
    client.create_secret(Name=f"{SECRETS_PREFIX}/{name}", SecretString=value())
    return 1


def public_half(client) -> str:
    """Everybody may seal to pii; only pii, which alone reads the private half, can open."""
    private = json.loads(client.get_secret_value(SecretId=f"{SECRETS_PREFIX}/{PRIVATE_INTAKE}")["SecretString"])
    public = {
        version: X25519PrivateKey.from_private_bytes(base64.b64decode(key)).public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        for version, key in private["keys"].items()
    }
    return versioned(public, private["current"])
