"""The product's own processes: built, put beside the stack's data, started with their environment file."""

import hashlib
import shutil
from pathlib import Path

from . import environment, failpoints, pki, rust
from .commands import run
from .layout import POSTGRES_SERVICES, REPOSITORY, Stack
from .programs import Program
from .servers import answers
from .supervisor import NotReady, Supervisor
from .terminal import part

# The shell reads the file, so that no value is on a command line.
START = 'set -a; . "$1"; set +a; exec "$2"'
# Armed for this start alone: whoever starts it again after its end at a failpoint starts it unarmed.
START_FOR_TESTS = 'set -a; . "$1"; if [ -e "$3" ]; then FAILPOINTS=$(cat "$3"); rm "$3"; fi; set +a; exec "$2"'


def program(stack: Stack, service: str) -> Program:
    files = [environment.file_of(stack, service), stack.path("bin", service)]
    script = START
    if stack.is_for_tests:
        script, files = START_FOR_TESTS, [*files, failpoints.armed_file(stack, service)]
    return Program(
        name=service,
        command=["/bin/bash", "-c", script, service, *map(str, files)],
        is_ready=lambda: answers(f"https://127.0.0.1:{stack.ops_port(service)}/health/ready", pki.internal_authority(stack)),
        folder=REPOSITORY,
        ready_seconds=90,
    )


def start(stack: Stack, supervisor: Supervisor, services: list[str]) -> int:
    """Start what does not run, and again what has another binary or environment; how many."""
    started = 0
    for service in services:
        if _install(stack, supervisor, service) and service in POSTGRES_SERVICES:
            _migrate(stack, service)
        started += supervisor.start(service)
    return started


def wait_ready(stack: Stack, supervisor: Supervisor, services: list[str]) -> None:
    """Every one of them, so that all that fail are told of at once."""
    failures = []
    for service in services:
        try:
            with part(service):
                supervisor.wait_ready(program(stack, service))
        except NotReady as failure:
            failures.append(str(failure))
    if failures:
        raise NotReady("\n\n".join(failures))


def run_command(stack: Stack, service: str, arguments: list[str], environments: list[str], stdin: str | None = None) -> str:
    """A command of a service's binary, such as `profile admin create`; what it printed."""
    return run_program(stack, stack.path("bin", service), arguments, environments, stdin)


def run_program(stack: Stack, binary: Path, arguments: list[str], environments: list[str], stdin: str | None = None) -> str:
    """With these environment files, a later one over an earlier one."""
    files = [str(environment.file_of(stack, name)) for name in environments]
    script = 'set -a; for file in "${@:3:$2}"; do . "$file"; done; set +a; exec "$1" "${@:3+$2}"'
    return run(["/bin/bash", "-c", script, binary.name, binary, len(files), *files, *arguments], cwd=REPOSITORY, stdin=stdin, apart=True)


def _migrate(stack: Stack, service: str) -> None:
    with part(f"{service} migrate"):
        run_command(stack, service, ["migrate"], [service, environment.migration_of(service)])


def _install(stack: Stack, supervisor: Supervisor, service: str) -> bool:
    """Stop and replace what differs. A copy of the binary, so that building again does not touch what runs."""
    built, installed, marker = rust.binary(service), stack.path("bin", service), stack.path("bin", f"{service}.sha256")
    binary = built.read_bytes()
    failpoints.refuse_binary(stack, service, binary)
    digest = hashlib.sha256(binary + environment.file_of(stack, service).read_bytes()).hexdigest()
    if marker.exists() and marker.read_text() == digest:
        return False
    supervisor.stop(service)
    installed.parent.mkdir(exist_ok=True)
    draft = installed.with_suffix(".draft")
    shutil.copy2(built, draft)
    draft.replace(installed)
    marker.write_text(digest)
    return True
