"""Services of a test stack that end at a step which a test names: `arm` for one start, built with the cargo feature `failpoints`."""

import os
from pathlib import Path

from .layout import Stack, existing_services, write_private

FEATURE = "failpoints"
# Said by `crates/bus/src/failpoint.rs`, in binaries with the feature alone.
MARK = b"FAILPOINTS has actions that `fail` knows"


class Refused(RuntimeError):
    """Failpoints where there must be none, or none where they are needed."""


def armed_file(stack: Stack, service: str) -> Path:
    """Read and removed by the next start of the service, so that the one after it is unarmed."""
    return stack.path("failpoints", service)


def arm(stack: Stack, service: str, actions: str) -> None:
    if not stack.is_for_tests:
        raise Refused(f"stack {stack.name} is not for tests: failpoints are refused; the name of one that is begins with `test`")
    if service not in existing_services():
        raise Refused(f"there is no service {service}: {', '.join(existing_services())}")
    installed = stack.path("bin", service)
    if not (installed.exists() and MARK in installed.read_bytes()):
        raise Refused(f"{installed} has no failpoints: `TALL_FEATURES={FEATURE} deploy/stack/stack up --name {stack.name}` builds them in")
    file = armed_file(stack, service)
    file.parent.mkdir(exist_ok=True)
    write_private(file, actions)


def refuse_feature(stack: Stack) -> None:
    """Before a build that would have them."""
    if FEATURE in os.environ.get("TALL_FEATURES", "").replace(",", " ").split() and not stack.is_for_tests:
        raise Refused(f"TALL_FEATURES={os.environ['TALL_FEATURES']} is for test stacks; stack {stack.name} is none")


def refuse_binary(stack: Stack, service: str, built: bytes) -> None:
    """Whatever it was built by."""
    if MARK in built and not stack.is_for_tests:
        raise Refused(f"the binary of {service} has failpoints, which stack {stack.name} must not run")
