"""Where things are: ports from one base, data under .stack/<name>/, tools in a per-user cache."""

import os
import secrets
import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[3]
STACK_SOURCES = Path(__file__).resolve().parents[1]
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "tall-ecosystem"
VERSIONS = tomllib.loads((STACK_SOURCES / "versions.toml").read_text())

DEFAULT_BASES = {"local": 20000, "test": 24000}

# The order gives the ports; a service without a folder in services/ has a port and no process.
SERVICES = (
    "profile", "lobby", "thematic-cards", "learning-cards", "reader", "listening", "admin", "pii", "cron-utility",
)  # fmt: skip
POSTGRES_SERVICES = ("profile", "pii")
MONGO_SERVICES = tuple(s for s in SERVICES if s not in POSTGRES_SERVICES)

# Who reads dead letters; no service may.
OPERATOR = "operator"

SERVER_PORTS = {
    "mongo": 17, "mail": 25, "mail-inbox": 26, "school": 28, "postgres": 32, "gateway": 43, "traces": 44, "secrets": 66, "s3": 70, "s3-admin": 71,
    "registry": 81, "registry-management": 82, "kafka": 93, "kafka-internal": 94, "kafka-controller": 95,
}  # fmt: skip

# Where several ports belong to one container.
CONTAINERS = {
    "mail-inbox": "mail", "s3-admin": "s3", "registry-management": "registry", "kafka-internal": "kafka", "kafka-controller": "kafka",
}  # fmt: skip

SECRETS_PREFIX = "tall"
REGION = "eu-central-1"


@dataclass(frozen=True)
class Stack:
    """One running copy of everything. Two stacks share binaries and nothing else."""

    name: str
    base: int
    # Containers reach each other by name and keep their files in one mounted folder.
    in_containers: bool = False

    @cached_property
    def home(self) -> Path:
        return Path("/stack") if self.in_containers else REPOSITORY / ".stack" / self.name

    def path(self, *parts: str) -> Path:
        return self.home.joinpath(*parts)

    def port(self, server: str) -> int:
        return self.base + SERVER_PORTS[server]

    def host(self, server: str) -> str:
        return CONTAINERS.get(server, server) if self.in_containers else "127.0.0.1"

    def address(self, server: str) -> str:
        return f"{self.host(server)}:{self.port(server)}"

    def http_address(self, service: str) -> str:
        return f"{self.host(service)}:{self.http_port(service)}"

    def internal_address(self, service: str) -> str:
        return f"{self.host(service)}:{self.internal_port(service)}"

    def listen(self, port: int) -> str:
        return f"{'0.0.0.0' if self.in_containers else '127.0.0.1'}:{port}"

    def http_port(self, service: str) -> int:
        return self.base + 101 + SERVICES.index(service)

    def internal_port(self, service: str) -> int:
        return self.base + 121 + SERVICES.index(service)

    def ops_port(self, service: str) -> int:
        return self.base + 141 + SERVICES.index(service)

    def all_ports(self) -> dict[str, int]:
        ports = {server: self.port(server) for server in SERVER_PORTS}
        for service in existing_services():
            ports[service] = self.http_port(service)
            ports[f"{service} internal"] = self.internal_port(service)
            ports[f"{service} ops"] = self.ops_port(service)
        return ports

    @property
    def is_for_tests(self) -> bool:
        """Only such a stack has the `tests` identities, which may touch every topic, database and bucket, and may run
        services with failpoints."""
        return self.name.startswith("test")

    def secret_file(self, *parts: str) -> Path:
        """A random password, made once; the file is the only place that holds it."""
        file = self.path("secrets", *parts)
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            write_private(file, secrets.token_urlsafe(24))
        return file

    def secret(self, *parts: str) -> str:
        return self.secret_file(*parts).read_text()

    def prepare(self) -> None:
        self.home.mkdir(parents=True, exist_ok=True)
        for private in ("secrets", "pki", "env"):
            self.path(private).mkdir(exist_ok=True, mode=0o700)
        for folder in ("run", "logs", "data", "conf"):
            self.path(folder).mkdir(exist_ok=True)
        self.path("base").write_text(f"{self.base}\n")


def find_stack(name: str, base: int | None) -> Stack:
    """A stack keeps the base of its first start, since that is written into its servers' data."""
    remembered = REPOSITORY / ".stack" / name / "base"
    if remembered.exists():
        kept = int(remembered.read_text())
        if base not in (None, kept):
            raise SystemExit(f"stack {name} was made with base {kept}; `reset` it to move it to {base}")
        return Stack(name, kept)
    if base is None and name not in DEFAULT_BASES:
        raise SystemExit(f"say which ports a stack called {name} may use: --base 28000")
    return Stack(name, base or DEFAULT_BASES[name])


def existing_services() -> list[str]:
    return [s for s in SERVICES if (REPOSITORY / "services" / s / "Cargo.toml").exists()]


def write_private(file: Path, text: str) -> None:
    """Readable by this user alone from the first byte."""
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as out:
        out.write(text)


def write_if_changed(file: Path, text: str, private: bool = False) -> bool:
    """True when the file is new or different: what follows from it must then be done again."""
    if file.exists() and file.read_text() == text:
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    write_private(file, text) if private else file.write_text(text)
    return True
