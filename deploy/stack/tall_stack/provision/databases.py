"""PostgreSQL: per service a database, an owner that migrates it, and a role that can only use it; the registry's; the tests'.

Nobody logs in as the role that uses it. Two others are members of it, of which the service is one at a time, so that
its password can be changed while it works: rotation.py.
"""

import hashlib
import json
from pathlib import Path

import psycopg
from psycopg import sql

from ..layout import POSTGRES_SERVICES, Stack, write_private
from ..servers import postgres

TESTS = "tests"


def owner_of(service: str) -> str:
    return f"{service}_owner"


def logins_of(service: str) -> tuple[str, str]:
    return f"{service}_1", f"{service}_2"


def credentials_file(stack: Stack, service: str) -> Path:
    """Whom the service logs in as. It follows the file."""
    file = stack.path("secrets", "postgres", f"{service}.json")
    if not file.exists():
        write_credentials(stack, service, TESTS if service == TESTS else logins_of(service)[0])
    return file


def write_credentials(stack: Stack, service: str, login: str) -> None:
    content = json.dumps({"username": login, "password": stack.secret("postgres", login)})
    file = stack.path("secrets", "postgres", f"{service}.json")
    # In one step: the service may read it at any moment.
    beside = file.with_suffix(".next")
    write_private(beside, content)
    beside.replace(file)


def login_of(stack: Stack, service: str) -> str:
    return json.loads(credentials_file(stack, service).read_text())["username"]


def able_logins(stack: Stack, service: str) -> list[str]:
    """Those that have a password now."""
    return [login for login in logins_of(service) if _password(stack, login).exists()]


def newest_login(stack: Stack, service: str) -> str:
    """The one whose password was made last."""
    return max(able_logins(stack, service), key=lambda login: _password(stack, login).stat().st_mtime_ns)


def provision(stack: Stack) -> int:
    changes = 0
    with postgres.connect(stack) as connection:
        changes += registry(stack, connection)
        for service in POSTGRES_SERVICES:
            changes += _role(stack, connection, owner_of(service))
            changes += _using_role(connection, service)
            changes += set_login(stack, connection, service, login_of(stack, service))
            changes += _database(connection, service, owner_of(service))
        if stack.is_for_tests:
            changes += _role(stack, connection, TESTS, "superuser createdb login")
            changes += _database(connection, TESTS, TESTS)
            credentials_file(stack, TESTS)
    for service in POSTGRES_SERVICES:
        with postgres.connect(stack, service) as connection:
            _grant_use(connection, service)
    return changes


def set_login(stack: Stack, connection: psycopg.Connection, service: str, login: str) -> int:
    """One of the two who may be the service, with the password that lies in its file."""
    changes = _role(stack, connection, login)
    member = "select 1 from pg_auth_members where roleid = %s::regrole and member = %s::regrole"
    if connection.execute(member, [service, login]).fetchone() is None:
        connection.execute(sql.SQL("grant {} to {}").format(sql.Identifier(service), sql.Identifier(login)))
        changes += 1
    return changes


def renew_login(stack: Stack, connection: psycopg.Connection, service: str, login: str) -> None:
    """With another password than it ever had."""
    _password(stack, login).unlink(missing_ok=True)
    set_login(stack, connection, service, login)


def end_login(stack: Stack, connection: psycopg.Connection, login: str) -> None:
    """No new connection; those that are there end when the service has done with them, within half an hour."""
    connection.execute(sql.SQL("alter role {} with nologin password null").format(sql.Identifier(login)))
    for file in (_password(stack, login), _marker(stack, login)):
        file.unlink(missing_ok=True)


def _using_role(connection: psycopg.Connection, service: str) -> int:
    held = connection.execute("select rolcanlogin from pg_roles where rolname = %s", [service]).fetchone()
    if held == (False,):
        return 0
    verb = sql.SQL("create role {} with nologin" if held is None else "alter role {} with nologin password null")
    connection.execute(verb.format(sql.Identifier(service)))
    return 1


def registry(stack: Stack, connection: psycopg.Connection) -> int:
    """Apicurio makes its own tables, so it owns its database; it needs it before it can start."""
    return _role(stack, connection, "registry") + _database(connection, "registry", "registry")


def _role(stack: Stack, connection: psycopg.Connection, name: str, attributes: str = "nosuperuser nocreatedb nocreaterole login") -> int:
    """PostgreSQL stores a salted password, so a digest of the one set last lies beside it."""
    password = stack.secret("postgres", name)
    digest, marker = hashlib.sha256(password.encode()).hexdigest(), _marker(stack, name)
    exists = connection.execute("select 1 from pg_roles where rolname = %s", [name]).fetchone() is not None
    if exists and marker.exists() and marker.read_text() == digest:
        return 0
    verb = sql.SQL("alter role" if exists else "create role")
    connection.execute(sql.SQL("{} {} with {} password {}").format(verb, sql.Identifier(name), sql.SQL(attributes), sql.Literal(password)))
    write_private(marker, digest)
    return 1


def _password(stack: Stack, login: str) -> Path:
    return stack.path("secrets", "postgres", login)


def _marker(stack: Stack, name: str) -> Path:
    return stack.path("secrets", "postgres", f"{name}.set")


def _database(connection: psycopg.Connection, name: str, owner: str) -> int:
    if connection.execute("select 1 from pg_database where datname = %s", [name]).fetchone():
        return 0
    connection.execute(sql.SQL("create database {} owner {}").format(sql.Identifier(name), sql.Identifier(owner)))
    connection.execute(sql.SQL("revoke all on database {} from public").format(sql.Identifier(name)))
    return 1


def _grant_use(connection: psycopg.Connection, service: str) -> None:
    """Rows, not tables: the service reads and writes what its migrations made, and can make nothing itself."""
    owner, role = sql.Identifier(owner_of(service)), sql.Identifier(service)
    for statement in (
        "grant connect on database {database} to {role}",
        "alter schema public owner to {owner}",
        "revoke all on schema public from public",
        "grant usage on schema public to {role}",
        "grant select, insert, update, delete on all tables in schema public to {role}",
        "grant usage, select on all sequences in schema public to {role}",
        "alter default privileges for role {owner} in schema public grant select, insert, update, delete on tables to {role}",
        "alter default privileges for role {owner} in schema public grant usage, select on sequences to {role}",
    ):
        connection.execute(sql.SQL(statement).format(database=role, owner=owner, role=role))
