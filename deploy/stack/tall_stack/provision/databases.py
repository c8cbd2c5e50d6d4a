"""PostgreSQL: per service a database, an owner that migrates it, and a role that can only use it; the registry's; the tests'."""

import hashlib

import psycopg
from psycopg import sql

from ..layout import POSTGRES_SERVICES, Stack, write_private
from ..servers import postgres

TESTS = "tests"


def owner_of(service: str) -> str:
    return f"{service}_owner"


def provision(stack: Stack) -> int:
    changes = 0
    with postgres.connect(stack) as connection:
        changes += registry(stack, connection)
        for service in POSTGRES_SERVICES:
            changes += _role(stack, connection, owner_of(service))
            changes += _role(stack, connection, service)
            changes += _database(connection, service, owner_of(service))
        if stack.is_for_tests:
            changes += _role(stack, connection, TESTS, "superuser createdb login")
            changes += _database(connection, TESTS, TESTS)
    for service in POSTGRES_SERVICES:
        with postgres.connect(stack, service) as connection:
            _grant_use(connection, service)
    return changes


def registry(stack: Stack, connection: psycopg.Connection) -> int:
    """Apicurio makes its own tables, so it owns its database; it needs it before it can start."""
    return _role(stack, connection, "registry") + _database(connection, "registry", "registry")


def _role(stack: Stack, connection: psycopg.Connection, name: str, attributes: str = "nosuperuser nocreatedb nocreaterole login") -> int:
    """PostgreSQL stores a salted password, so a digest of the one set last lies beside it."""
    password = stack.secret("postgres", name)
    digest, marker = hashlib.sha256(password.encode()).hexdigest(), stack.path("secrets", "postgres", f"{name}.set")
    exists = connection.execute("select 1 from pg_roles where rolname = %s", [name]).fetchone() is not None
    if exists and marker.exists() and marker.read_text() == digest:
        return 0
    verb = sql.SQL("alter role" if exists else "create role")
    connection.execute(sql.SQL("{} {} with {} password {}").format(verb, sql.Identifier(name), sql.SQL(attributes), sql.Literal(password)))
    write_private(marker, digest)
    return 1


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
