"""The same stack for deploy/docker-compose.yml: files for the servers first, what they must hold once they run.

Both commands run in the `files` and `provision` containers, with this package mounted, and write to the volume /stack.
"""

import os
import secrets

import pymongo

from . import bring_up, environment, pki
from .layout import Stack, write_if_changed, write_private
from .provision import databases
from .servers import gateway, kafka, mail, mongo, postgres, registry
from .terminal import part

BASE = 20000
# Of the images of PostgreSQL and of MongoDB alike.
STORE_USER = 999
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
        write_if_changed(stack.path("conf", "pg_hba.conf"), postgres.WHO_MAY_CONNECT)
        if not (keyfile := stack.path("secrets", "mongo", "keyfile")).exists():
            write_private(keyfile, secrets.token_urlsafe(96))
    _open_to_other_users(stack)


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
    _open_to_other_users(stack)


def _stack() -> Stack:
    return Stack("compose", BASE, in_containers=True)


def _replica_set(stack: Stack) -> None:
    """A replica set of one: change streams and transactions need one."""
    with mongo.connect(stack) as client:
        try:
            client.admin.command("replSetGetStatus")
        except pymongo.errors.OperationFailure:
            client.admin.command("replSetInitiate", {"_id": "tall", "members": [{"_id": 0, "host": stack.address("mongo")}]})


def _open_to_other_users(stack: Stack) -> None:
    """Each image has a user of its own, and the volume is mounted read-only in all but this one. What the stores insist on having
    for themselves is theirs."""
    theirs = {stack.path("secrets", "mongo", "keyfile"), stack.path("pki", "postgres.key")}
    for path in stack.home.rglob("*"):
        if path in theirs:
            os.chown(path, STORE_USER, STORE_USER)
        os.chmod(path, 0o755 if path.is_dir() else 0o400 if path in theirs else 0o644)
