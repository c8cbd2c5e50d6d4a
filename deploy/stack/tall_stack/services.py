"""The product's own processes: built, put beside the stack's data, started with their environment file."""

import filecmp
import shutil

from . import environment, rust
from .layout import REPOSITORY, Stack
from .programs import Program
from .servers import answers
from .supervisor import Supervisor
from .terminal import part

# The shell reads the file, so that no value is on a command line.
START = 'set -a; . "$1"; set +a; exec "$2"'


def program(stack: Stack, service: str) -> Program:
    return Program(
        name=service,
        command=["/bin/bash", "-c", START, service, str(environment.file_of(stack, service)), str(stack.path("bin", service))],
        is_ready=lambda: answers(f"http://127.0.0.1:{stack.ops_port(service)}/health/ready"),
        folder=REPOSITORY,
        ready_seconds=90,
    )


def start(stack: Stack, supervisor: Supervisor, services: list[str]) -> int:
    """Start what does not run and restart what has a new binary; how many."""
    started = 0
    for service in services:
        _install(stack, supervisor, service)
        started += supervisor.start(service)
    for service in services:
        with part(service):
            supervisor.wait_ready(program(stack, service))
    return started


def _install(stack: Stack, supervisor: Supervisor, service: str) -> None:
    """A copy, so that building again does not touch what runs."""
    built, installed = rust.binary(service), stack.path("bin", service)
    if installed.exists() and filecmp.cmp(built, installed, shallow=False):
        return
    if supervisor.is_up(service):
        supervisor.stop(service)
    installed.parent.mkdir(exist_ok=True)
    draft = installed.with_suffix(".draft")
    shutil.copy2(built, draft)
    draft.replace(installed)
