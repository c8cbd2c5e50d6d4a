"""The MongoDB protocol server: SecantusDB, every acknowledged write on disk."""

import subprocess
import time
import urllib.parse
from pathlib import Path

import pymongo
import pymongo.errors

from .. import pki
from ..layout import VERSIONS, Stack
from ..programs import Program
from ..toolchain import secantusdb
from . import accepts_connections

ADMINISTRATOR = "root"


def prepare(stack: Stack) -> None:
    """The first user can only be made while the server asks for none, so it runs once without `--auth`."""
    marker = _folder(stack) / "administrator-made"
    if marker.exists():
        return
    _folder(stack).mkdir(parents=True, exist_ok=True)
    log = stack.path("logs", "mongo-first-start.log")
    with log.open("w") as out:
        server = subprocess.Popen(_command(stack), stdout=out, stderr=out, cwd=stack.home)
        try:
            _wait_for_port(stack, server)
            with client_of(stack) as client:
                client.admin.command(
                    "createUser", ADMINISTRATOR, pwd=stack.secret("mongo", ADMINISTRATOR), roles=[{"role": "root", "db": "admin"}]
                )
        finally:
            server.terminate()
            server.wait(30)
    marker.touch()


def program(stack: Stack) -> Program:
    return Program(name="mongo", command=[*_command(stack), "--auth"], is_ready=lambda: _is_ready(stack))


def connect(stack: Stack, user: str = ADMINISTRATOR) -> pymongo.MongoClient:
    return client_of(stack, username=user, password=stack.secret("mongo", user), authSource="admin")


def client_of(stack: Stack, **login: str) -> pymongo.MongoClient:
    """Of whoever logs in so, or of nobody."""
    return pymongo.MongoClient(
        stack.host("mongo"), stack.port("mongo"), tls=True, tlsCAFile=str(pki.authority(stack)), directConnection=True,
        serverSelectionTimeoutMS=5000, **login,
    )  # fmt: skip


def uri(stack: Stack, login: str = "") -> str:
    """For a driver. `login` is `user:password`."""
    options = {"directConnection": "true", "authSource": "admin", "tls": "true", "tlsCAFile": str(pki.authority(stack))}
    return f"mongodb://{login + '@' if login else ''}{stack.address('mongo')}/?{urllib.parse.urlencode(options, safe='/')}"


def _command(stack: Stack) -> list[str]:
    certificate, key = pki.certificate(stack, "mongo")
    return [
        str(secantusdb()), "--host", "127.0.0.1", "--port", str(stack.port("mongo")),
        "--storage-path", str(_folder(stack) / "store"), "--cache-size", "256M", "--sync-on-commit",
        "--tls-cert-file", certificate, "--tls-key-file", key, "--log-level", "WARNING",
    ]  # fmt: skip


def _folder(stack: Stack) -> Path:
    """By version: a beta promises nobody to read what another wrote."""
    return stack.path("data", "mongo", VERSIONS["servers"]["secantusdb"])


def _is_ready(stack: Stack) -> bool:
    if not accepts_connections(stack.port("mongo")):
        return False
    try:
        with connect(stack) as client:
            return client.admin.command("ping")["ok"] == 1
    except pymongo.errors.PyMongoError:
        return False


def _wait_for_port(stack: Stack, server: subprocess.Popen) -> None:
    deadline = time.monotonic() + 30
    while not accepts_connections(stack.port("mongo")):
        if server.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError("the MongoDB server did not start; see logs/mongo-first-start.log")
        time.sleep(0.1)
