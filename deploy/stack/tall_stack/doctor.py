"""What is missing or ill on this machine, and what to do about it."""

import datetime
import os
import shutil
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509

from . import bring_up, lexicon, rust, toolchain
from .commands import find
from .layout import CACHE, REPOSITORY, Stack
from .supervisor import Supervisor
from .terminal import say

DISK_GIGABYTES, MEMORY_GIGABYTES = 15, 4
CERTIFICATE_DAYS = 14


@dataclass
class Finding:
    what: str
    remedy: str


def examine(stack: Stack) -> int:
    """Print every finding; how many there are."""
    count = 0
    for subject, findings in (
        ("programs", _programs()), ("Rust", _rust()), ("machine", _machine()), ("ports", _ports(stack)),
        ("certificates", _certificates(stack)), ("lexicon", _lexicon()), ("processes", _processes(stack)),
    ):  # fmt: skip
        found = list(findings)
        count += len(found)
        say(f"  {'ill ' if found else 'ok  '} {subject}")
        for finding in found:
            say(f"         {finding.what}\n           -> {finding.remedy}")
    return count


def _programs() -> Iterator[Finding]:
    wanted = {**toolchain.SERVER_PACKAGES, **toolchain.BUILD_PACKAGES}
    for package in toolchain.missing_packages(wanted):
        yield Finding(f"{package} is not installed", f"`make up` as root installs it, or: apt-get install {package}")
    for name, present in (
        ("Kafka", (toolchain.kafka_folder() / "complete").exists()),
        ("Apicurio Registry", (toolchain.apicurio_folder() / "complete").exists()),
        ("SecantusDB", toolchain.secantusdb().exists()),
        ("versitygw", toolchain.versitygw().exists()),
        ("oidc-provider", (toolchain.school_folder() / "complete").exists()),
    ):
        if not present:
            yield Finding(f"{name} is not in {CACHE}", "`make up` fetches it")
    for version, user in ((17, "Kafka"), (21, "the registry")):
        try:
            toolchain.java(version)
        except LookupError:
            yield Finding(f"there is no Java {version} or newer for {user}", "`make up` fetches it")


def _rust() -> Iterator[Finding]:
    wanted = rust.wanted_version()
    cargo = find("cargo")
    version = rust.found_version(cargo) if cargo else None
    if version is None:
        yield Finding(f"Rust {wanted} is not here", "deploy/ci/rust installs it where rustup can be reached")
    elif version != wanted:
        yield Finding(f"cargo is {version}, rust-toolchain.toml says {wanted}", f"rustup toolchain install {wanted}")


def _machine() -> Iterator[Finding]:
    free = shutil.disk_usage(REPOSITORY).free / 2**30
    if free < DISK_GIGABYTES:
        yield Finding(f"{free:.0f} GB are free where the repository is", f"make room: a first build and a stack take about {DISK_GIGABYTES} GB")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    if memory < MEMORY_GIGABYTES:
        yield Finding(f"the machine has {memory:.1f} GB of memory", f"a stack needs {MEMORY_GIGABYTES} GB")


def _ports(stack: Stack) -> Iterator[Finding]:
    if Supervisor(stack).is_running():
        return
    for name, port in stack.all_ports().items():
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                yield Finding(f"port {port} ({name}) is taken by another process", f"find it with `ss -ltnp 'sport = :{port}'`, or use another base: --base")


def _certificates(stack: Stack) -> Iterator[Finding]:
    soon = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=CERTIFICATE_DAYS)
    for file in sorted(Path(stack.path("pki")).glob("*.crt")):
        ends = x509.load_pem_x509_certificate(file.read_bytes()).not_valid_after_utc
        if ends < soon:
            yield Finding(f"{file.name} ends on {ends:%Y-%m-%d}", f"remove {file} and its .key, then `make up`, `make restart s=...`")


def _lexicon() -> Iterator[Finding]:
    if not lexicon.is_there():
        yield Finding("the lexicon has no packs: look-ups give no translation", "`make up` fetches and builds them; `make lexicon` tries again")


def _processes(stack: Stack) -> Iterator[Finding]:
    states = Supervisor(stack).states()
    for program in bring_up.all_programs(stack) if states else []:
        state = states.get(program.name, {}).get("statename", "absent")
        if state in ("STOPPED", "absent") and not stack.path("bin", program.name).exists():
            continue
        if state != "RUNNING":
            yield Finding(f"{program.name} is {state.lower()}", f"make logs s={program.name} name={stack.name}; then make restart s={program.name}")
        elif not program.is_ready():
            yield Finding(f"{program.name} runs but is not ready", f"make logs s={program.name} name={stack.name}")
