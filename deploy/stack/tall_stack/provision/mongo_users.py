"""MongoDB: per service a database and a user that may use that one."""

import hashlib

from ..layout import MONGO_SERVICES, Stack, write_private
from ..servers import mongo

TESTS = "tests"


def database_of(service: str) -> str:
    """Not the bare name: MongoDB keeps `admin` for its own users and roles."""
    return f"tall_{service}"


def provision(stack: Stack) -> int:
    with mongo.connect(stack) as client:
        changes = sum(_user(stack, client, service, [{"role": "readWrite", "db": database_of(service)}]) for service in MONGO_SERVICES)
        if stack.is_for_tests:
            changes += _user(stack, client, TESTS, [{"role": "root", "db": "admin"}])
    return changes


def _user(stack: Stack, client, name: str, roles: list[dict]) -> int:
    password = stack.secret("mongo", name)
    granted = password + repr(roles)
    digest, marker = hashlib.sha256(granted.encode()).hexdigest(), stack.path("secrets", "mongo", f"{name}.set")
    exists = bool(client.admin.command("usersInfo", name)["users"])
    if exists and marker.exists() and marker.read_text() == digest:
        return 0
    client.admin.command("updateUser" if exists else "createUser", name, pwd=password, roles=roles)
    write_private(marker, digest)
    return 1
