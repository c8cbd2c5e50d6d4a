"""The web client: built from clients/ when its sources have changed, served by the gateway."""

import hashlib
import os
from pathlib import Path

from .commands import run
from .layout import REPOSITORY
from .terminal import part

SOURCES = REPOSITORY / "clients"
DOCUMENTS = REPOSITORY / "openapi"
FOLDER = SOURCES / "web" / "dist"
FILES = FOLDER / "browser"
BUILD = REPOSITORY / "deploy" / "ci" / "clients"
# What is made from the sources, or has no part in what is built from them.
LEFT_OUT = {"node_modules", "dist", ".angular", "compiled", "e2e", "tests"}


def build(log: Path) -> int:
    """1 when it was built, 0 when what is there is of these sources."""
    with part("the web client") as done:
        digest, marker = digest_of_sources(), FOLDER / "sources.sha256"
        if FILES.exists() and marker.exists() and marker.read_text() == digest:
            done.outcome = "nothing to build"
            return 0
        done.progress = "its packages, then Angular"
        run([BUILD, "npm", "run", "--silent", "build"], log=log)
        marker.write_text(digest)
        done.outcome = "built"
        return 1


def digest_of_sources() -> str:
    digest = hashlib.sha256()
    for file in sorted(_sources()):
        digest.update(f"{file.relative_to(REPOSITORY)}\0".encode())
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _sources() -> list[Path]:
    found = list(DOCUMENTS.glob("*.v2.json"))
    for folder, names, files in os.walk(SOURCES):
        names[:] = [name for name in names if name not in LEFT_OUT]
        found += [Path(folder, name) for name in files if not name.endswith((".md", ".spec.ts"))]
    return found
