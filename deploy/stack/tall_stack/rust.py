"""The Rust toolchain that rust-toolchain.toml names, and the service binaries built with it."""

import os
import re
import subprocess
import tomllib
from pathlib import Path

from .commands import find, last_lines, run
from .layout import REPOSITORY
from .terminal import part

# Quick to build, with Argon2 and the curves optimised: the root Cargo.toml says how. `make test` uses the same artefacts.
DEFAULT_PROFILE = "dev"
FOLDERS = {"dev": "debug"}


class BuildFailed(RuntimeError):
    """cargo refused; the text ends with what it said."""


def profile() -> str:
    return os.environ.get("TALL_PROFILE", DEFAULT_PROFILE)


def target_folder() -> Path:
    return Path(os.environ.get("CARGO_TARGET_DIR") or REPOSITORY / "target")


def binary(service: str) -> Path:
    return target_folder() / FOLDERS.get(profile(), profile()) / service


def wanted_version() -> str:
    return tomllib.loads((REPOSITORY / "rust-toolchain.toml").read_text())["toolchain"]["channel"]


def cargo() -> Path:
    found = find("cargo")
    if found is None:
        raise BuildFailed(f"Rust {wanted_version()} is missing; `make doctor` says what to do")
    return found


def install() -> None:
    """By rustup, where it can be reached; otherwise the reader is told what to do before anything else is tried."""
    program = find("cargo")
    if program is None or found_version(program) != wanted_version():
        with part(f"installing Rust {wanted_version()}"):
            run([REPOSITORY / "deploy" / "ci" / "rust"])


def found_version(program: Path) -> str | None:
    """What cargo says of itself inside the repository, where rust-toolchain.toml decides."""
    told = subprocess.run([program, "--version"], cwd=REPOSITORY, capture_output=True, text=True)
    match = re.search(r"cargo (\d+\.\d+\.\d+)", told.stdout)
    return match.group(1) if told.returncode == 0 and match else None


def selection(packages: dict[str, str]) -> list[str]:
    """What cargo is to build of these packages, each with its binary.

    What is shipped is built by itself, with no feature that something else in the workspace asks for. With features for
    tests it is built as a part of the workspace, as `cargo nextest run --workspace` builds it: nothing is compiled twice.
    """
    features = os.environ.get("TALL_FEATURES")
    if features:
        return ["--workspace", "--features", features, *(word for binary in packages.values() for word in ("--bin", binary))]
    return ["--bins", *(word for package in packages for word in ("-p", package))]


def build(what: str, packages: dict[str, str], log: Path) -> None:
    """The binaries of these packages: package -> binary."""
    command = [str(cargo()), "build", "--locked", "--profile", profile(), *selection(packages)]
    with part(f"building {what} (profile {profile()})") as running:
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("w") as out:
            # Queries were checked against a database when they were written; .sqlx/ holds the answers.
            environment = {**os.environ, "SQLX_OFFLINE": "true", "CARGO_TERM_PROGRESS_WHEN": "never"}
            process = subprocess.Popen(command, cwd=REPOSITORY, env=environment, stdout=out, stderr=subprocess.PIPE, text=True)
            compiled = 0
            for line in process.stderr:
                out.write(line)
                compiled += line.lstrip().startswith("Compiling")
                running.progress = f"{compiled} crates compiled" if compiled else line.strip()[:80]
        if process.wait() != 0:
            raise BuildFailed(f"cargo build failed; {log} ends:\n{last_lines(log, 40)}")
        running.outcome = f"{compiled} crates compiled" if compiled else "nothing to build"
