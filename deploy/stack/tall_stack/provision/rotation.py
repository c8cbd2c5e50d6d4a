"""A key's next version, in three steps that each may stand for days: made, promoted, the oldest forgotten.

A database's password too: the service is one of two roles in turn.
"""

import base64
import json
import secrets

from ..layout import POSTGRES_SERVICES, SECRETS_PREFIX, Stack
from ..servers import postgres, secrets_manager
from . import databases
from .secret_values import KEY_BYTES, PRIVATE_INTAKE, PUBLIC_INTAKE, RANDOM_KEYS, public_half

# pii changes this one itself: it knows what is under which version.
STEPPED_BY_PII = "pii/kek"
STEPS = ("add", "promote", "rewrap", "forget")
DATABASE = "postgres/"
NAMES = (*RANDOM_KEYS, *(f"{DATABASE}{service}" for service in POSTGRES_SERVICES))


class NothingToRewrap(RuntimeError):
    """Only pii keeps keys under a key."""


class NothingToForget(RuntimeError):
    """The only key, or the current one, stays."""


def rotate(stack: Stack, name: str, step: str) -> str:
    """What the secret holds afterwards, without the keys. The public half of a sealing key follows the private one."""
    if step == "rewrap":
        raise NothingToRewrap(f"nothing is wrapped by {name}")
    if name.startswith(DATABASE):
        return _rotate_login(stack, name.removeprefix(DATABASE), step)
    client = secrets_manager.client(stack)
    held = _read(client, name)
    changed = {"add": _add, "promote": _promote, "forget": _forget}[step](held)
    _write(client, name, changed)
    if name == PRIVATE_INTAKE:
        client.put_secret_value(SecretId=f"{SECRETS_PREFIX}/{PUBLIC_INTAKE}", SecretString=public_half(client))
    return f"{name}: versions {', '.join(changed['keys'])}; current {changed['current']}"


def _rotate_login(stack: Stack, service: str, step: str) -> str:
    """As with keys each step may be repeated: the role that was added last is the one to promote, and the current one stays."""
    current = databases.login_of(stack, service)
    other = next(login for login in databases.logins_of(service) if login != current)
    if step == "add":
        with postgres.connect(stack) as connection:
            databases.renew_login(stack, connection, service, other)
    elif step == "promote":
        databases.write_credentials(stack, service, databases.newest_login(stack, service))
    elif databases.newest_login(stack, service) != current:
        raise NothingToForget(f"{other} was added and is not the current one; promote it first")
    else:
        with postgres.connect(stack) as connection:
            databases.end_login(stack, connection, other)
    able = databases.able_logins(stack, service)
    return f"{DATABASE}{service}: roles {', '.join(able)}; current {databases.login_of(stack, service)}"


def _add(held: dict) -> dict:
    """Known everywhere before anybody uses it."""
    following = str(max(int(version) for version in held["keys"]) + 1)
    return {**held, "keys": {**held["keys"], following: base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()}}


def _promote(held: dict) -> dict:
    return {**held, "current": max(held["keys"], key=int)}


def _forget(held: dict) -> dict:
    oldest = min(held["keys"], key=int)
    if oldest == held["current"]:
        raise NothingToForget(f"version {oldest} is the current one; promote another first")
    return {**held, "keys": {version: key for version, key in held["keys"].items() if version != oldest}}


def _read(client, name: str) -> dict:
    return json.loads(client.get_secret_value(SecretId=f"{SECRETS_PREFIX}/{name}")["SecretString"])


def _write(client, name: str, held: dict) -> None:
    client.put_secret_value(SecretId=f"{SECRETS_PREFIX}/{name}", SecretString=json.dumps(held))
