"""The same stack for deploy/docker-compose.yml: files for the servers first, what they must hold once they run.

Both commands run in the `files` and `provision` containers, with this package mounted, and write to the volume /stack.
"""

import os
import secrets
from pathlib import Path

import pymongo

from . import bring_up, environment, pki
from .layout import Stack, write_private
from .provision import databases
from .servers import gateway, kafka, mail, mongo, postgres, registry
from .terminal import part

BASE = 20000
MONGO_USER = 999
PLAIN_SECRETS = {
    "postgres": ("postgres", "registry"),
    "mongo": (mongo.ADMINISTRATOR,),
    "s3": ("administrator",),
}


def files() -> None:
    """Certificates, passwords, configurations: everything that a server reads before it starts."""
    stack = _stack()
    stack.prepare()
    with part("certificates"):
        pki.provision(stack)
    with part("configurations"):
        kafka.configure(stack)
        registry.prepare(stack)
        gateway.configure(stack)
        mail.configure(stack)
        for server, users in PLAIN_SECRETS.items():
            for user in users:
                stack.secret_file(server, user)
        write_private(stack.path("conf", "s3.env"), f"ROOT_ACCESS_KEY_ID=administrator\nROOT_SECRET_ACCESS_KEY={stack.secret('s3', 'administrator')}\n")
        environment.write(stack)
        _mongo_key_file(stack.path("secrets", "mongo", "keyfile"))
    _open_to_other_users(stack.home)


def registry_database() -> None:
    """The registry starts on a database of its own."""
    stack = _stack()
    with postgres.connect(stack) as connection:
        databases.registry(stack, connection)


def provision() -> None:
    """Databases, users, topics, ACLs, schemas, buckets, secrets: as on a machine without containers."""
    stack = _stack()
    _replica_set(stack)
    bring_up.provision(stack)
    _open_to_other_users(stack.home)


def _stack() -> Stack:
    return Stack("compose", BASE, in_containers=True)


def _replica_set(stack: Stack) -> None:
    """A replica set of one: change streams and transactions need one."""
    with mongo.connect(stack) as client:
        try:
            client.admin.command("replSetGetStatus")
        except pymongo.errors.OperationFailure:
            client.admin.command("replSetInitiate", {"_id": "tall", "members": [{"_id": 0, "host": stack.address("mongo")}]})


def _mongo_key_file(file: Path) -> None:
    if not file.exists():
        write_private(file, secrets.token_urlsafe(96))
    os.chmod(file, 0o400)
    os.chown(file, MONGO_USER, MONGO_USER)


def _open_to_other_users(home: Path) -> None:
    """Each image has a user of its own, and the volume is mounted read-only in all but this one."""
    for path in home.rglob("*"):
        if path.name != "keyfile":
            os.chmod(path, 0o755 if path.is_dir() else 0o644)
