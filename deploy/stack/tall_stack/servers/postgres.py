"""PostgreSQL: a cluster of the stack's own, run by the `postgres` user when we are root."""

import hashlib
import os
import shutil
import urllib.parse
from pathlib import Path

import psycopg

from .. import pki
from ..commands import run
from ..layout import Stack, write_if_changed, write_private
from ..programs import Program
from ..system_users import as_user, can_enter, give_to
from ..toolchain import postgres_program

SYSTEM_USER = "postgres"
SUPERUSER = "postgres"
OUTSIDE = Path("/var/lib/tall-ecosystem")

# Loopback only, and no Unix socket: nothing on the machine reaches it without a password. The certificate and its key lie in the
# cluster's own folder, under the names that PostgreSQL expects.
CONFIGURATION = """\
listen_addresses = '127.0.0.1'
port = {port}
unix_socket_directories = ''
password_encryption = 'scram-sha-256'
ssl_min_protocol_version = 'TLSv1.3'
max_connections = 300
shared_buffers = '128MB'
wal_compression = on
max_wal_size = '512MB'
log_destination = 'stderr'
logging_collector = off
log_line_prefix = '%m [%p] %u@%d '
log_min_duration_statement = '500ms'
timezone = 'UTC'
"""

# Whoever comes over the network comes within TLS. The socket is for the first start of a container.
WHO_MAY_CONNECT = """\
local   all all     scram-sha-256
hostssl all all all scram-sha-256
"""


def prepare(stack: Stack) -> None:
    data = data_folder(stack)
    if not (data / "PG_VERSION").exists():
        _initialise(stack, data)
    certificate, key = (Path(file).read_text() for file in pki.certificate(stack, "postgres"))
    settings = data / "conf.d" / "stack.conf"
    settings.parent.mkdir(exist_ok=True)
    for file, text in (
        (settings, CONFIGURATION.format(port=stack.port("postgres"))),
        (data / "pg_hba.conf", WHO_MAY_CONNECT),
        (data / "server.crt", certificate),
        (data / "server.key", key),
    ):
        if write_if_changed(file, text, private=True):
            give_to(SYSTEM_USER, file)
    give_to(SYSTEM_USER, settings.parent)


def program(stack: Stack) -> Program:
    return Program(
        name="postgres",
        command=[str(postgres_program("postgres")), "-D", str(data_folder(stack)), "-c", "ssl=on"],
        user=SYSTEM_USER,
        is_ready=lambda: _is_ready(stack),
        folder=Path("/"),
        stop_signal="INT",
    )


def connect(stack: Stack, database: str = "postgres") -> psycopg.Connection:
    """As the superuser, each statement its own transaction."""
    return psycopg.connect(**address(stack), user=SUPERUSER, password=stack.secret("postgres", SUPERUSER), dbname=database, autocommit=True)


def address(stack: Stack) -> dict[str, object]:
    """Where it is, and whom to believe that it is there."""
    return {
        "host": stack.host("postgres"), "port": stack.port("postgres"), "sslmode": "verify-full", "sslrootcert": str(pki.authority(stack)),
        "connect_timeout": 5,
    }  # fmt: skip


def url(stack: Stack, database: str, role: str = "") -> str:
    """The same for a driver. `role` may be followed by a password."""
    trust = urllib.parse.urlencode({"sslmode": "verify-full", "sslrootcert": str(pki.authority(stack))}, safe="/")
    return f"postgres://{role + '@' if role else ''}{stack.address('postgres')}/{database}?{trust}"


def data_folder(stack: Stack) -> Path:
    """Inside the stack, unless the `postgres` user cannot get there (a checkout under /root)."""
    inside = stack.path("data", "postgres")
    if inside.exists() or os.geteuid() != 0 or can_enter(SYSTEM_USER, stack.path("data")):
        return inside
    digest = hashlib.sha256(str(stack.home).encode()).hexdigest()[:12]
    outside = OUTSIDE / f"{stack.name}-{digest}"
    marker = _marker(stack)
    if not marker.exists():
        # What lies there is of a checkout that was deleted, and its passwords with it.
        shutil.rmtree(outside, ignore_errors=True)
        marker.write_text(f"{outside}\n")
    return outside


def remove_data(stack: Stack) -> None:
    """For `reset`: the data that is not under the stack's folder."""
    marker = _marker(stack)
    if marker.exists():
        shutil.rmtree(marker.read_text().strip(), ignore_errors=True)


def _marker(stack: Stack) -> Path:
    return stack.path("conf", "postgres-data-is-outside")


def _initialise(stack: Stack, data: Path) -> None:
    data.mkdir(parents=True, mode=0o700)
    password = data.parent / f"{stack.name}.superuser-password"
    write_private(password, stack.secret("postgres", SUPERUSER))
    give_to(SYSTEM_USER, data)
    give_to(SYSTEM_USER, password)
    try:
        run([
            *as_user(SYSTEM_USER), postgres_program("initdb"), "-D", data, "--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums",
            "--auth=scram-sha-256", f"--username={SUPERUSER}", f"--pwfile={password}",
        ], cwd=Path("/"))  # fmt: skip
    finally:
        password.unlink()
    with (data / "postgresql.conf").open("a") as settings:
        settings.write("\ninclude_dir = 'conf.d'\n")


def _is_ready(stack: Stack) -> bool:
    try:
        with connect(stack) as connection:
            return connection.execute("select 1").fetchone() == (1,)
    except psycopg.Error:
        return False
